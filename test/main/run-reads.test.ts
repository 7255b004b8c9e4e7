import { describe, expect, test } from 'vitest';
import { OPENED_KIOSK } from '../../electron/core/kiosk.ts';
import { SELF, type GraphPort, type LookAheadQuestion, type ReadOutcome } from '../../electron/core/graph-port.ts';
import type { DirectoryRole } from '../../electron/core/pre-flight-facts.ts';
import { readPreFlight, readRights, type ReadPorts } from '../../electron/main/run-reads.ts';
import { rights } from '../core/build-facts.ts';
import { ANN, itemIn, NOW_MS, SERIAL, stateWith } from '../core/build-state.ts';
import { createHandClock } from '../fakes/hand-clock.ts';

const WRITE = 'UserAuthMethod-HardwareOATH.ReadWrite.All';
const DENIED = { code: 'not-permitted' } as const;
const REFUSED: ReadOutcome<never> = { kind: 'failed', problem: DENIED, status: 403, retryAfterMs: null };

const told = <T>(value: T): ReadOutcome<T> => ({ kind: 'read', value });

type Answers = {
  readonly methods?: ReadOutcome<never>;
  readonly devices?: ReadOutcome<never>;
  readonly roles?: ReadOutcome<readonly DirectoryRole[]>;
};

/** A Graph that notes what it was asked. */
function createGraph(answers: Answers = {}) {
  const asked: string[] = [];
  const questions: LookAheadQuestion[] = [];
  const note = <T>(what: string, outcome: ReadOutcome<T>): Promise<ReadOutcome<T>> => {
    asked.push(what);
    return Promise.resolve(outcome);
  };
  const graph: Pick<GraphPort, 'listOathMethods' | 'listDevices' | 'listRoles' | 'lookAhead'> = {
    listOathMethods: (userId) => note(`methods of ${userId}`, answers.methods ?? told([])),
    listDevices: (page) => note(`devices ${page}`, answers.devices ?? told({ devices: [], nextPage: null })),
    listRoles: (userId) => note(`roles of ${userId}`, answers.roles ?? told([])),
    lookAhead: (question) => {
      questions.push(question);
      return Promise.resolve({ methods: told([]), account: null, roles: null, authenticators: null, devices: null });
    },
  };
  return { graph, asked, questions };
}

function signIn(scopes: readonly string[], roles: readonly string[] | null = null, name = 'Desk'): ReadPorts['signIn'] {
  return { operator: () => ({ name, userPrincipalName: '' }), scopes: () => scopes, roles: () => roles };
}

const { clock } = createHandClock(NOW_MS);

describe('the rights of whoever has signed in', () => {
  test.each([
    ['nothing, where nothing tells of the token', [], null, []],
    ['nothing more than the token allows', ['User.ReadBasic.All'], null, []],
    ['their own tokens', [WRITE], [], ['methods of me']],
    ['the inventory, where they may ask for it', ['Policy.Read.All'], [], ['devices null']],
    ['their roles, where the token does not name them', [WRITE, 'User.Read'], null, ['roles of me', 'methods of me']],
    [
      'no roles of people who work on themselves',
      ['UserAuthMethod-HardwareOATH.ReadWrite', 'User.Read'],
      null,
      ['methods of me'],
    ],
  ] as const)('ask for %s', async (_what, scopes, roles, expected) => {
    const { graph, asked } = createGraph();
    const event = await readRights({ graph, clock, signIn: signIn(scopes, roles) });
    expect(asked).toEqual(expected);
    expect(event).toMatchObject({
      kind: 'rightsRead',
      rights: { scopes, methodsProblem: null, inventoryProblem: null },
    });
  });

  test('are what was refused, too', async () => {
    const { graph } = createGraph({ methods: REFUSED, devices: REFUSED });
    const event = await readRights({ graph, clock, signIn: signIn([WRITE, 'Policy.Read.All'], []) });
    expect(event).toMatchObject({ rights: { methodsProblem: DENIED, inventoryProblem: DENIED, roles: [] } });
  });

  test('have the roles of the token, with the names that Microsoft gives them', async () => {
    const { graph } = createGraph();
    const roles = ['c4e39bd9-1100-46d3-8c65-fb160da0071f', 'b79fbf4d-3ef9-4689-8143-76b194e85509'];
    expect(await readRights({ graph, clock, signIn: signIn([WRITE, 'User.Read'], roles) })).toMatchObject({
      rights: {
        roles: [
          { roleTemplateId: roles[0], displayName: 'Authentication Administrator' },
          { roleTemplateId: roles[1], displayName: null },
        ],
      },
    });
  });

  test.each([
    ['told', told([{ roleTemplateId: 'T', displayName: 'Role' }]), [{ roleTemplateId: 'T', displayName: 'Role' }]],
    ['none', told([]), []],
    ['hidden', told([{ roleTemplateId: null, displayName: null }]), null],
    ['refused', REFUSED, null],
  ] as const)('have the roles that Graph has %s', async (_what, roles, known) => {
    const { graph } = createGraph({ roles });
    const event = await readRights({ graph, clock, signIn: signIn([WRITE, 'User.Read']) });
    expect(event.kind === 'rightsRead' && event.rights.roles).toEqual(known);
  });

  test.each([
    ['somebody else', signIn([WRITE, 'Policy.Read.All'], ['R'], 'Another'), 4],
    ['the same person for less', signIn([]), 2],
  ])('are those of who is there at the end: %s who came meanwhile gets their own', async (_who, second, calls) => {
    const { graph, asked } = createGraph();
    let present = signIn([WRITE, 'Policy.Read.All'], ['R']);
    const event = await readRights({
      graph: {
        ...graph,
        listDevices: (page) => {
          present = second;
          return graph.listDevices(page);
        },
      },
      clock,
      signIn: { operator: () => present.operator(), scopes: () => present.scopes(), roles: () => present.roles() },
    });
    expect(event).toMatchObject({ rights: { scopes: second.scopes() } });
    expect(asked).toHaveLength(calls);
  });
});

describe('a look at a person and a token', () => {
  const scopes = [WRITE, 'User.Read.All', 'Policy.Read.All'];
  const state = stateWith([itemIn('needsCode', { preFlight: 'wanted' })], {
    openItemId: 1,
    rights: rights({ scopes }),
  });
  const effect = { kind: 'preFlight', key: 'preFlight:1', itemId: 1 } as const;

  test('asks about the chosen person for what the operator may see', async () => {
    const { graph, questions } = createGraph();
    const event = await readPreFlight(effect, state, { graph, clock, signIn: signIn([]) });
    expect(questions).toEqual([{ userId: ANN.id, serialNumber: SERIAL, parts: ['account', 'roles', 'inventory'] }]);
    expect(event).toMatchObject({
      kind: 'preFlightRead',
      itemId: 1,
      userId: ANN.id,
      facts: { methods: [], unread: [] },
    });
  });

  test('at a kiosk asks about nothing but the tokens of whoever is there', async () => {
    const { graph, questions } = createGraph();
    const kiosk = { ...OPENED_KIOSK, person: ANN };
    const event = await readPreFlight(effect, { ...state, kiosk }, { graph, clock, signIn: signIn([]) });
    expect(questions).toEqual([{ userId: SELF, serialNumber: SERIAL, parts: [] }]);
    expect(event).toMatchObject({ userId: ANN.id });
  });
});
