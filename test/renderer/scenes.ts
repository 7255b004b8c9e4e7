import type { Command } from '../../electron/contract/command.ts';
import type { ProblemCode } from '../../electron/contract/problem.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import {
  createFakeStation,
  makeNotice,
  makeReader,
  makeSnapshot,
  makeUser,
  type FakeStation,
} from '../fakes/fake-station.ts';
import { DOCTOR_SCENES } from './doctor-scenes.ts';
import { HISTORY_SCENES } from './history-scenes.ts';
import { INVENTORY_SCENES } from './inventory-scenes.ts';
import { KIOSK_SCENES } from './kiosk-scenes.ts';
import { LANE_SCENES } from './lane-scenes.ts';
import { ORDER_SCENES } from './orders-scenes.ts';
import { RIGHTS_SCENES } from './rights-scenes.ts';
import { PAPER_SCENES } from './paper-scenes.ts';
import { PLAN_SCENES } from './plan-scenes.ts';
import { SEEDS_SCENES } from './seeds-scenes.ts';
import { SETTINGS_SCENES } from './settings-scenes.ts';
import { SHIFT_SCENES } from './shift-scenes.ts';
import { VISIT_SCENES } from './visit-scenes.ts';
import { codeRow, day, manyRows, namesakes, practice, queue, row } from './a-morning.ts';

/** What the window is looked at with: the states of a day at a depot, with names and serial numbers as long as they come. */
const SCENES = {
  'empty start': () => makeSnapshot({ practice: practice() }),
  'needs user': () => day({ open: row(43), search: namesakes() }),
  'code half typed': () => day({ open: codeRow(43) }),
  'code rejected': () =>
    day({
      open: codeRow(43, {
        rejections: 1,
        state: {
          kind: 'needsCode',
          problem: { code: 'code-rejected', requestId: '7c0a1f7e-51d2-4b8e-9a5c-0b6c4f3d2e11' },
        },
      }),
    }),
  'code rejected often': () =>
    day({
      open: codeRow(43, {
        rejections: 3,
        serialNumber: '2600124809787',
        scannedText: 'S/N: 2600124809787',
        state: {
          kind: 'needsCode',
          problem: {
            code: 'code-rejected',
            detail: 'Invalid verification code. The code does not match the device.',
            requestId: '7c0a1f7e-51d2-4b8e-9a5c-0b6c4f3d2e11',
          },
        },
      }),
    }),
  unsure: () =>
    day({
      open: codeRow(43, {
        state: { kind: 'unsure', nextReadAtMs: Date.now() + 4000, problem: { code: 'answer-lost' }, readProblem: null },
        can: ['readNow'],
      }),
    }),
  stopped: () =>
    day({
      open: codeRow(43, {
        user: makeUser({
          displayName: 'Dr. Maximiliane von Hohenstein-Wallenrodt-Überlingen',
          userPrincipalName: 'maximiliane.von.hohenstein-wallenrodt-ueberlingen@research.contoso-international.com',
          department: 'Corporate Research and Development, Materials',
        }),
        serialNumber: 'LAHE0000550100000042',
        state: {
          kind: 'stopped',
          problem: {
            code: 'not-permitted',
            detail: 'Insufficient privileges to complete the operation.',
            requestId: '7c0a1f7e-51d2-4b8e-9a5c-0b6c4f3d2e11',
          },
        },
        can: ['retry', 'chooseUser', 'remove'],
      }),
    }),
  activated: () =>
    day({
      notices: [
        makeNotice({ seq: 80, itemId: 43 }),
        makeNotice({ seq: 81, kind: 'activated', itemId: 43, userName: 'Anna Conti' }),
      ],
    }),
  'queue of forty': () =>
    day({
      open: row(43),
      queue: { ...queue(), page: 1, pageCount: 3, rows: manyRows() },
      notices: [makeNotice({ seq: 80, kind: 'scanDuplicate', itemId: 40, text: 'GALT11420140', atMs: Date.now() })],
    }),
  'storage failing': () =>
    day({
      open: codeRow(43),
      health: {
        storage: {
          unsavedEvents: 3,
          problem: { code: 'storage-failing', detail: 'SQLITE_FULL: database or disk is full' },
          unreadable: [],
          chainBrokenAtSeq: null,
        },
        graph: { kind: 'unreachable', sinceMs: Date.now() - 95_000, problem: { code: 'graph-unreachable' } },
      },
    }),
  'practice drawer': () => day({ open: codeRow(43), practice: practice() }),
  'signed out': () =>
    day({
      mode: { kind: 'tenant', name: 'Contoso International Holdings', graphHost: 'graph.microsoft.com' },
      session: { kind: 'out', problem: { code: 'signed-out', detail: 'The sign-in was called off' } },
    }),
  'real tenant': () =>
    day({
      mode: { kind: 'tenant', name: 'Contoso International Holdings', graphHost: 'graph.microsoft.com' },
      readers: [
        makeReader(),
        makeReader({
          readerKey: 'right',
          name: 'Bench right',
          color: 2,
          problem: { code: 'reader-permission-denied' },
        }),
      ],
      notices: [
        makeNotice({
          seq: 80,
          kind: 'scanRefused',
          itemId: null,
          text: '4006381333931',
          problem: { code: 'scan-retail-code' },
        }),
      ],
      health: {
        storage: {
          unsavedEvents: 0,
          problem: null,
          unreadable: [{ seq: 7, reason: 'kind: unknown' }],
          chainBrokenAtSeq: 12,
        },
        graph: {
          kind: 'unreachable',
          sinceMs: Date.now() - 95_000,
          problem: { code: 'graph-unreachable', detail: 'getaddrinfo ENOTFOUND graph.microsoft.com' },
        },
      },
    }),
  ...LANE_SCENES,
  ...ORDER_SCENES,
  ...DOCTOR_SCENES,
  ...SETTINGS_SCENES,
  ...SEEDS_SCENES,
  ...INVENTORY_SCENES,
  ...PAPER_SCENES,
  ...PLAN_SCENES,
  ...RIGHTS_SCENES,
  ...SHIFT_SCENES,
  ...KIOSK_SCENES,
  ...VISIT_SCENES,
  ...HISTORY_SCENES,
} as const satisfies Record<string, () => Snapshot>;

export type SceneName = keyof typeof SCENES;

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- SCENES is exactly this object, written down above
export const SCENE_NAMES = Object.keys(SCENES) as readonly SceneName[];

let station: FakeStation | null = null;
let shown: Snapshot | null = null;

/** Puts the station of a scene where the preload script would put the real one. */
export function playScene(name: SceneName): void {
  station = createFakeStation(SCENES[name]());
  station.watch((snapshot) => {
    shown = snapshot;
  });
  Object.assign(window, { station });
}

/** Shows another scene to the window that is there. */
export function showScene(name: SceneName): void {
  if (station && shown) station.pushExactly({ ...SCENES[name](), revision: shown.revision + 1 });
}

/** One more token at the head of the queue. */
export function scanOne(id: number): void {
  if (!station || !shown) return;
  const rows = [row(id, { serialNumber: `NEW${id}0000` }), ...shown.queue.rows];
  station.push({ queue: { ...shown.queue, rows } });
}

/** From now on the station of the scene refuses these commands. */
export function refuse(kind: Command['kind'], code: ProblemCode): void {
  station?.refuse(kind, { code });
}
