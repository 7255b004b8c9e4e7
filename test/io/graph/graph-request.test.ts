import { describe, expect, test } from 'vitest';
import { ok } from '../../../electron/core/result.ts';
import { Secret } from '../../../electron/core/secret.ts';
import { answer } from '../../fakes/loopback-server.ts';
import {
  ACCESS_TOKEN,
  activate,
  assign,
  CODE,
  METHOD_ID,
  openDesk,
  READS,
  SERIAL,
  USER_ID,
  WRITES,
} from './open-desk.ts';

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const METHODS_PATH = `/beta/users/${USER_ID}/authentication/hardwareOathMethods`;

describe('what goes over the line', () => {
  test('assigning is one POST with the serial number, the code and the name as JSON strings', async () => {
    const desk = await openDesk();
    await assign(desk);
    expect(desk.server.heard()).toHaveLength(1);
    const [heard] = desk.server.heard();
    expect(heard?.method).toBe('POST');
    expect(heard?.path).toBe(`${METHODS_PATH}/assignAndActivateBySerialNumber`);
    expect(heard?.body).toBe(
      `{"serialNumber":"${SERIAL}","verificationCode":"${CODE}","displayName":"Hardware token ${SERIAL}"}`,
    );
    expect(heard?.headers['content-type']).toBe('application/json');
    expect(heard?.headers['content-length']).toBe(String(heard?.body.length));
  });

  test('activating names the method in the path and no serial number', async () => {
    const desk = await openDesk();
    await activate(desk);
    const [heard] = desk.server.heard();
    expect(heard?.path).toBe(`${METHODS_PATH}/${METHOD_ID}/activate`);
    expect(heard?.body).toBe(`{"verificationCode":"${CODE}","displayName":"Hardware token"}`);
  });

  test('listing methods is a GET without a body', async () => {
    const desk = await openDesk();
    await desk.graph.listOathMethods(USER_ID);
    const [heard] = desk.server.heard();
    expect([heard?.method, heard?.path, heard?.body]).toEqual(['GET', METHODS_PATH, '']);
    expect(heard?.headers['content-type']).toBeUndefined();
  });

  test.each([
    ['anna', 'anna'],
    ["o'brien", 'o%27brien'],
    ['Robert "Bob"', 'Robert%20%5C%22Bob%5C%22'],
    [String.raw`back\slash`, 'back%5C%5Cslash'],
    ['a&$top=999#x?y=1+2', 'a%26%24top%3D999%23x%3Fy%3D1%2B2'],
    ['Łukasz 李', '%C5%81ukasz%20%E6%9D%8E'],
    ['100%', '100%25'],
  ])('a search for %s stands escaped in each of the three clauses', async (query, escaped) => {
    const desk = await openDesk();
    await desk.graph.searchUsers(query);
    const clauses = ['displayName', 'mail', 'userPrincipalName'].map((field) => `%22${field}%3A${escaped}%22`);
    const fields = 'id%2CdisplayName%2CuserPrincipalName%2Cmail%2Cdepartment%2CjobTitle%2CemployeeId';
    const [heard] = desk.server.heard();
    expect(heard?.path).toBe(`/beta/users?$search=${clauses.join('%20OR%20')}&$select=${fields}&$top=10&$count=true`);
    expect(heard?.headers['consistencylevel']).toBe('eventual');
  });

  test.each([
    ['a/b', 'a%2Fb'],
    ['x?y=1#z', 'x%3Fy%3D1%23z'],
    ['ä b', '%C3%A4%20b'],
  ])('the id %s cannot leave its place in the path', async (id, escaped) => {
    const desk = await openDesk();
    await desk.graph.listOathMethods(id);
    expect(desk.server.heard()[0]?.path).toBe(`/beta/users/${escaped}/authentication/hardwareOathMethods`);
  });

  test.each([...WRITES, ...READS])('$name carries the token and asks for JSON', async ({ call }) => {
    const desk = await openDesk();
    await call(desk);
    const headers = desk.server.heard()[0]?.headers;
    expect(headers?.authorization).toBe(`Bearer ${ACCESS_TOKEN}`);
    expect(headers?.accept).toBe('application/json');
    expect(headers?.['client-request-id']).toMatch(GUID);
  });

  test('each call has a client-request-id of its own', async () => {
    const desk = await openDesk();
    const calls = [...WRITES, ...READS, ...WRITES];
    for (const { call } of calls) await call(desk);
    const ids = desk.server.heard().map(({ headers }) => headers['client-request-id']);
    expect(ids).toHaveLength(calls.length);
    expect(new Set(ids).size).toBe(calls.length);
  });

  test('the health line is told how long the answer took', async () => {
    const desk = await openDesk();
    desk.server.setReply((response) => {
      desk.hand.moveBy(120);
      answer(204)(response);
    });
    await assign(desk);
    expect(desk.latenciesMs).toEqual([120]);
    expect(desk.silences).toEqual([]);
  });

  test('each call asks for the token anew, so that a renewed one is used at once', async () => {
    const tokens = ['first', 'second'];
    const desk = await openDesk({ accessToken: () => Promise.resolve(ok(new Secret(tokens.shift() ?? 'none'))) });
    await assign(desk);
    await activate(desk);
    expect(desk.server.heard().map(({ headers }) => headers.authorization)).toEqual(['Bearer first', 'Bearer second']);
  });
});
