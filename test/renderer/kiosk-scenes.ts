import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { makeNotice, makeSettings, makeSnapshot } from '../fakes/fake-station.ts';
import { ago, practice } from './a-morning.ts';
import { atEmptyKiosk, atKiosk, HARUKA, makeCapability, makeKiosk, ownRow } from './make-kiosk.ts';

const practising = { kind: 'practice', problem: null } as const;

const refusal = {
  code: 'graph-refused',
  detail: 'The operation is not allowed for this user by the authentication methods policy.',
  requestId: '7c0a1f7e-51d2-4b8e-9a5c-0b6c4f3d2e11',
} as const;

export const KIOSK_SCENES = {
  'kiosk empty': () => makeSnapshot(atEmptyKiosk()),
  'kiosk sign-in failed': () =>
    makeSnapshot(
      atEmptyKiosk({
        session: {
          kind: 'out',
          problem: { code: 'signed-out', detail: 'The code was not used in time · expired_token' },
        },
      }),
    ),
  'kiosk browser': () => makeSnapshot(atEmptyKiosk({ session: { kind: 'signingIn', prompt: null } })),
  'kiosk device code': () =>
    makeSnapshot(
      atEmptyKiosk({
        session: {
          kind: 'signingIn',
          prompt: {
            userCode: 'GQ7KX2M9B',
            verificationUrl: 'https://microsoft.com/devicelogin',
            expiresAtMs: Date.now() + 842_000,
          },
        },
      }),
    ),
  'kiosk looking up': () => makeSnapshot(atKiosk({ kiosk: makeKiosk({ person: null }) })),
  'kiosk scan': () => makeSnapshot(atKiosk()),
  'kiosk scan refused': () =>
    makeSnapshot(
      atKiosk({
        notices: [
          makeNotice({
            seq: 80,
            kind: 'scanRefused',
            itemId: null,
            text: '4006381333931',
            problem: { code: 'scan-retail-code' },
            atMs: Date.now() + 3000,
          }),
        ],
      }),
    ),
  'kiosk without reader': () => makeSnapshot(atKiosk({ readers: [] })),
  'kiosk without rights': () =>
    makeSnapshot(
      atKiosk({
        capabilities: [
          makeCapability({
            capability: 'issueToSelf',
            is: 'no',
            basis: 'scope',
            missing: ['UserAuthMethod-HardwareOATH.ReadWrite'],
          }),
        ],
      }),
    ),
  'kiosk code': () => makeSnapshot(atKiosk({ open: ownRow() })),
  'kiosk code rejected': () =>
    makeSnapshot(
      atKiosk({
        open: ownRow({ rejections: 1, state: { kind: 'needsCode', problem: { code: 'code-rejected' } } }),
      }),
    ),
  'kiosk code rejected often': () =>
    makeSnapshot(
      atKiosk({
        open: ownRow({
          rejections: 3,
          state: { kind: 'needsCode', problem: { code: 'code-rejected', requestId: refusal.requestId } },
        }),
      }),
    ),
  'kiosk working': () => makeSnapshot(atKiosk({ open: ownRow({ state: { kind: 'activating' }, can: [] }) })),
  'kiosk unsure': () =>
    makeSnapshot(
      atKiosk({
        open: ownRow({
          state: {
            kind: 'unsure',
            nextReadAtMs: Date.now() + 7000,
            problem: { code: 'answer-lost' },
            readProblem: null,
          },
          can: ['readNow'],
        }),
      }),
    ),
  'kiosk done': () =>
    makeSnapshot(
      atKiosk({
        kiosk: makeKiosk({ endsAtMs: Date.now() + 15_000 }),
        open: ownRow({ state: { kind: 'activated' }, can: [] }),
      }),
    ),
  'kiosk trouble': () =>
    makeSnapshot(atKiosk({ open: ownRow({ state: { kind: 'stopped', problem: refusal }, can: ['retry', 'remove'] }) })),
  'kiosk token taken': () =>
    makeSnapshot(
      atKiosk({ open: ownRow({ state: { kind: 'stopped', problem: { code: 'token-taken' } }, can: ['remove'] }) }),
    ),
  'kiosk prove again': () =>
    makeSnapshot(
      atKiosk({
        session: { kind: 'signingIn', prompt: null },
        kiosk: makeKiosk({ needsFreshSignIn: true }),
        open: ownRow(),
      }),
    ),
  'kiosk practice': () => makeSnapshot(atKiosk({ mode: practising, practice: practice() })),
  'kiosk practice code': () => makeSnapshot(atKiosk({ mode: practising, practice: practice(), open: ownRow() })),
  'kiosk long name': () =>
    makeSnapshot(
      atKiosk({
        kiosk: makeKiosk({
          person: {
            ...HARUKA,
            displayName: 'Dr. Maximiliane von Hohenstein-Wallenrodt-Überlingen',
            userPrincipalName: 'maximiliane.von.hohenstein-wallenrodt-ueberlingen@research.contoso-international.com',
          },
        }),
        open: ownRow({
          user: null,
          serialNumber: 'LAHE0000550100000042',
          state: { kind: 'stopped', problem: refusal },
          can: ['retry', 'remove'],
        }),
      }),
    ),
  'kiosk in trouble': () =>
    makeSnapshot(
      atKiosk({
        health: {
          storage: {
            unsavedEvents: 1,
            problem: { code: 'storage-failing', detail: 'SQLITE_FULL: database or disk is full' },
            unreadable: [],
            chainBrokenAtSeq: null,
          },
          graph: { kind: 'unreachable', sinceMs: ago(95), problem: { code: 'graph-unreachable' } },
        },
        settings: makeSettings(),
      }),
    ),
} as const satisfies Record<string, () => Snapshot>;
