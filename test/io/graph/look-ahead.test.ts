import { describe, expect, test } from 'vitest';
import { SELF, type LookAheadPart } from '../../../electron/core/graph-port.ts';
import { answer, cutBeforeAnswer } from '../../fakes/loopback-server.ts';
import { odataError, openDesk, SERIAL, USER_ID, type Desk } from './open-desk.ts';

type Sent = { readonly id: string; readonly method: string; readonly url: string; readonly headers?: object };
type Item = { readonly status: number; readonly headers?: object; readonly body?: unknown };

const PARTS: readonly LookAheadPart[] = ['account', 'roles', 'authenticators', 'inventory'];
const EMPTY: Item = { status: 200, body: { value: [] } };
const DENIED: Item = { status: 403, body: odataError('accessDenied', 'Request Authorization failed') };

function look(desk: Desk, parts = PARTS, userId = USER_ID): ReturnType<Desk['graph']['lookAhead']> {
  return desk.graph.lookAhead({ userId, serialNumber: SERIAL, parts });
}

function sentIn(desk: Desk): readonly Sent[] {
  return JSON.parse(desk.server.heard().at(-1)?.body ?? '{}').requests;
}

/** Answers each item by what its address ends with. */
function answerItems(desk: Desk, byEnd: Readonly<Record<string, Item>>): void {
  desk.server.setReply((response) => {
    const responses = sentIn(desk).map(({ id, url }) => {
      const [, item = EMPTY] = Object.entries(byEnd).find(([end]) => url.split('?')[0]?.endsWith(end)) ?? [];
      return { id, ...item };
    });
    answer(200, { responses: responses.toReversed() })(response);
  });
}

const ENDS = {
  account: `/users/${USER_ID}`,
  roles: '/transitiveMemberOf',
  methods: '/hardwareOathMethods',
  authenticators: '/authentication/methods',
  inventory: '/hardwareOathDevices',
} as const;

const ALL: Readonly<Record<string, Item>> = {
  [ENDS.account]: { status: 200, body: { id: USER_ID, userType: 'Guest', accountEnabled: false } },
  [ENDS.roles]: {
    status: 200,
    body: {
      value: [
        { '@odata.type': '#microsoft.graph.group', id: 'g', displayName: 'Everybody' },
        { '@odata.type': '#microsoft.graph.directoryRole', id: 'r', displayName: 'Global Reader', roleTemplateId: 'T' },
        { '@odata.type': '#microsoft.graph.administrativeUnit', id: 'a', displayName: 'North' },
      ],
    },
  },
  [ENDS.methods]: {
    status: 200,
    body: { value: [{ id: 'm', device: { serialNumber: SERIAL, status: 'assigned' } }] },
  },
  [ENDS.authenticators]: {
    status: 200,
    body: {
      value: [
        { '@odata.type': '#microsoft.graph.passwordAuthenticationMethod', id: 'p' },
        { '@odata.type': '#microsoft.graph.microsoftAuthenticatorAuthenticationMethod', id: 'x' },
        { '@odata.type': '#microsoft.graph.softwareOathAuthenticationMethod', id: 'y' },
        { '@odata.type': '#microsoft.graph.hardwareOathAuthenticationMethod', id: 'm' },
      ],
    },
  },
  [ENDS.inventory]: {
    status: 200,
    body: { value: [{ id: 'd', serialNumber: SERIAL, status: 'assigned', timeIntervalInSeconds: 60 }] },
  },
};

const TOLD = {
  methods: { kind: 'read', value: [{ methodId: 'm', serialNumber: SERIAL, status: 'assigned' }] },
  account: { kind: 'read', value: { isGuest: true, isEnabled: false } },
  roles: { kind: 'read', value: [{ roleTemplateId: 'T', displayName: 'Global Reader' }] },
  authenticators: { kind: 'read', value: 2 },
  devices: { kind: 'read', value: [{ deviceId: 'd', periodSeconds: 60 }] },
};

describe('a look ahead', () => {
  test('asks for everything in one batch of GETs, the paths as Graph’s pages have them', async () => {
    const desk = await openDesk();
    answerItems(desk, ALL);
    expect(await look(desk)).toMatchObject(TOLD);
    expect(desk.server.heard()).toHaveLength(1);
    const quoted = encodeURIComponent(`serialNumber eq '${SERIAL}'`);
    expect(sentIn(desk).map(({ method, url }) => `${method} ${url}`)).toEqual([
      `GET /users/${USER_ID}/authentication/hardwareOathMethods`,
      `GET /users/${USER_ID}?$select=id%2CuserType%2CaccountEnabled`,
      `GET /users/${USER_ID}/transitiveMemberOf?$top=999`,
      `GET /users/${USER_ID}/authentication/methods`,
      `GET /directory/authenticationMethodDevices/hardwareOathDevices?$filter=${quoted}`,
    ]);
  });

  test('without other parts is a plain read, and the others are not asked', async () => {
    const desk = await openDesk();
    desk.server.setReply(answer(200, { value: [] }));
    expect(await look(desk, [])).toEqual({
      methods: { kind: 'read', value: [] },
      account: null,
      roles: null,
      authenticators: null,
      devices: null,
    });
    expect(desk.server.heard().map(({ method, path }) => `${method} ${path}`)).toEqual([
      `GET /beta/users/${USER_ID}/authentication/hardwareOathMethods`,
    ]);
  });

  test('of whoever is signed in goes to /me', async () => {
    const desk = await openDesk();
    answerItems(desk, {});
    await look(desk, ['account', 'roles', 'authenticators'], SELF);
    expect(sentIn(desk).map(({ url }) => url.split('?')[0])).toEqual([
      '/me/authentication/hardwareOathMethods',
      '/me',
      '/me/transitiveMemberOf',
      '/me/authentication/methods',
    ]);
  });

  test.each(Object.entries(ENDS))('that is refused about %s tells why, and all else is told', async (part, end) => {
    const desk = await openDesk();
    answerItems(desk, { ...ALL, [end]: DENIED });
    const name = part === 'inventory' ? 'devices' : part;
    const refused = { kind: 'failed', status: 403, problem: { code: 'not-permitted' } };
    expect(await look(desk)).toMatchObject({ ...TOLD, [name]: refused });
    expect(desk.server.heard()).toHaveLength(1);
  });

  test.each([
    ['is refused', answer(403, odataError('accessDenied', 'no')), 'not-permitted'],
    ['is not known', answer(404, odataError('x', 'no such resource')), 'graph-refused'],
    ['has no answer', cutBeforeAnswer, 'graph-unreachable'],
    ['is answered by a page', answer(200, 'hello'), 'graph-failing'],
  ] as const)('whose whole %s has read nothing', async (_what, reply, code) => {
    const desk = await openDesk();
    desk.server.setReply(reply);
    const failed = { kind: 'failed', problem: { code } };
    expect(await look(desk, ['account', 'inventory'])).toMatchObject({
      methods: failed,
      account: failed,
      roles: null,
      authenticators: null,
      devices: failed,
    });
  });
});

describe('admin roles', () => {
  test('of oneself are read by a plain GET', async () => {
    const desk = await openDesk();
    desk.server.setReply(answer(200, { value: [] }));
    expect(await desk.graph.listRoles(SELF)).toEqual({ kind: 'read', value: [] });
    const [heard] = desk.server.heard();
    expect([heard?.method, heard?.path]).toEqual(['GET', '/beta/me/transitiveMemberOf?$top=999']);
    // An advanced query would be answered from an index that may be behind.
    expect(heard?.headers['consistencylevel']).toBeUndefined();
  });
});
