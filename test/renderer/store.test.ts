// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { createDesk } from '../../renderer/desk.ts';
import { createDeskStore, receive, say, setRefusal } from '../../renderer/store.ts';
import { createFakeStation, makeLane, makeLaneBehind, makeRow, makeSnapshot } from '../fakes/fake-station.ts';

describe('the store', () => {
  test('an older picture is dropped', () => {
    const store = createDeskStore();
    receive(
      store,
      makeSnapshot({ revision: 5, session: { kind: 'in', name: 'new', userPrincipalName: 'new@contoso.com' } }),
    );
    receive(
      store,
      makeSnapshot({ revision: 4, session: { kind: 'in', name: 'old', userPrincipalName: 'old@contoso.com' } }),
    );
    expect(store.getState().snapshot?.session).toEqual({
      kind: 'in',
      name: 'new',
      userPrincipalName: 'new@contoso.com',
    });
  });

  test('what was refused about one token is forgotten with it, and what was refused elsewhere is not', () => {
    const store = createDeskStore();
    receive(store, makeSnapshot({ revision: 1, open: makeRow({ id: 1 }) }));
    setRefusal(store, 'code', { code: 'code-too-old' });
    setRefusal(store, 'queue', { code: 'item-gone' });
    receive(store, makeSnapshot({ revision: 2, open: makeRow({ id: 2 }) }));
    expect(store.getState().view.refusals).toEqual({ queue: { code: 'item-gone' } });
  });

  test('another place in front ends them, too, and the picture of the same one does not', () => {
    const store = createDeskStore();
    const lanes = (front: 'left' | 'right') => [
      makeLane({ isFront: front === 'left' }),
      makeLaneBehind({ isFront: front === 'right' }),
    ];
    receive(store, makeSnapshot({ revision: 1, lanes: lanes('left') }));
    setRefusal(store, 'item', { code: 'reader-gone' });
    receive(store, makeSnapshot({ revision: 2, lanes: lanes('left') }));
    expect(store.getState().view.refusals).toEqual({ item: { code: 'reader-gone' } });
    receive(store, makeSnapshot({ revision: 3, lanes: lanes('right') }));
    expect(store.getState().view.refusals).toEqual({});
  });

  test('the same sentence twice is two sentences', () => {
    const store = createDeskStore();
    say(store, 'Taken.', false);
    say(store, 'Taken.', false);
    expect(store.getState().view.said.map(({ seq }) => seq)).toEqual([1, 2]);
  });

  test('the list of sentences stays short', () => {
    const store = createDeskStore();
    for (let count = 0; count < 50; count++) say(store, 'Taken.', false);
    expect(store.getState().view.said).toHaveLength(12);
    expect(store.getState().view.said.at(-1)?.seq).toBe(50);
  });
});

describe('the desk', () => {
  test('a command that the main process rejects is shown as a problem, not thrown', async () => {
    const station = { ...createFakeStation(), send: () => Promise.reject(new Error('not from this window')) };
    const desk = createDesk(station, { play: () => undefined }, () => undefined);
    expect(await desk.send('queue', { kind: 'openItem', itemId: 1 })).toBe(false);
    expect(desk.store.getState().view.refusals.queue).toEqual({
      code: 'command-malformed',
      detail: 'not from this window',
    });
  });

  test('a command that is taken clears the last refusal in its place', async () => {
    const station = createFakeStation();
    const desk = createDesk(station, { play: () => undefined }, () => undefined);
    station.refuse('openItem', { code: 'item-gone' });
    await desk.send('queue', { kind: 'openItem', itemId: 1 });
    station.refuse('openItem', null);
    await desk.send('queue', { kind: 'openItem', itemId: 2 });
    expect(desk.store.getState().view.refusals).toEqual({});
  });
});
