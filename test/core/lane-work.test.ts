import { describe, expect, test } from 'vitest';
import type { DurableEvent, Event } from '../../electron/core/event.ts';
import { reduce } from '../../electron/core/reduce.ts';
import type { State } from '../../electron/core/state.ts';
import { EMPTY_BENCH } from '../../electron/core/bench-settings.ts';
import { toSnapshot } from '../../electron/core/to-snapshot.ts';
import { NO_DESKS } from '../fakes/no-desks.ts';
import {
  ANN,
  foldEvents,
  itemIn,
  itemOf,
  lane,
  LEFT,
  NOW_MS,
  openIdOf,
  RIGHT,
  scan,
  stateWith,
} from './build-state.ts';

const atMs = NOW_MS;
const attach = (readerKey: string, name = 'Voyager'): Event => ({ kind: 'readerAttached', atMs, readerKey, name });
const detach = (readerKey: string): Event => ({ kind: 'readerDetached', atMs, readerKey });
const show = (laneId: string): Event => ({ kind: 'laneShown', atMs, laneId });
const open = (itemId: number, laneId: string): Event => ({ kind: 'itemOpened', atMs, itemId, laneId });
const park = (itemId: number): Event => ({ kind: 'itemParked', atMs, itemId });
const scanAt = (readerKey: string, serialNumber: string, more: Partial<DurableEvent> = {}): Event =>
  ({ ...scan(serialNumber), readerKey, readerName: 'Voyager', ...more }) as Event;

/** Which item each lane has in hand. */
function inHand(state: State): Readonly<Record<string, number | null>> {
  return Object.fromEntries(state.lanes.map(({ laneId, openItemId }) => [laneId, openItemId]));
}

describe('two readers at one bench', () => {
  const two = foldEvents([attach(LEFT), attach(RIGHT)]);

  test('have a place of their own each, in the order of plugging, with a colour of its own', () => {
    expect(two.lanes.map(({ laneId, color }) => [laneId, color])).toEqual([
      [LEFT, 1],
      [RIGHT, 2],
    ]);
    expect(two.frontLaneId).toBe(LEFT);
  });

  test('hand over one token each: a scan of one never joins the hand-over of the other', () => {
    const state = foldEvents(
      [scanAt(LEFT, 'LEFT000001'), scanAt(RIGHT, 'RIGHT000001'), scanAt(LEFT, 'LEFT000002')],
      two,
    );
    expect(inHand(state)).toEqual({ [LEFT]: 1, [RIGHT]: 2 });
    expect(openIdOf(state)).toBe(1);
  });

  test('a scan behind does not come to the front while a token is in hand there, and does where none is', () => {
    const busy = foldEvents([scanAt(LEFT, 'LEFT000001'), scanAt(RIGHT, 'RIGHT000001')], two);
    expect(busy.frontLaneId).toBe(LEFT);
    expect(foldEvents([scanAt(RIGHT, 'RIGHT000001')], two).frontLaneId).toBe(RIGHT);
  });

  test('an issued token makes way for the next one of its own reader, not of the other', () => {
    const confirming = [
      itemIn('confirming', { laneId: LEFT }),
      itemIn('needsUser', { id: 2, serialNumber: 'RIGHT000001', laneId: RIGHT }),
      itemIn('needsUser', { id: 3, serialNumber: 'LEFT000002', laneId: LEFT }),
    ];
    const done: Event = {
      kind: 'methodRead',
      atMs,
      itemId: 1,
      method: { methodId: 'm', serialNumber: null, status: 'activated' },
    };
    const state = reduce(stateWith(confirming, { lanes: [lane(LEFT, 1), lane(RIGHT)] }), done);
    expect(inHand(state)).toEqual({ [LEFT]: 3, [RIGHT]: null });
  });

  test('a front lane that is done gives way to one that waits for a person', () => {
    const both = foldEvents([scanAt(LEFT, 'LEFT000001'), scanAt(RIGHT, 'RIGHT000001')], two);
    const state = reduce(both, park(1));
    expect([state.frontLaneId, openIdOf(state)]).toEqual([RIGHT, 2]);
  });

  test('a front lane that is done stays where no other waits for a person', () => {
    const working = stateWith([itemIn('confirming', { id: 2, serialNumber: 'RIGHT000001', laneId: RIGHT })], {
      lanes: [lane(LEFT), lane(RIGHT, 2)],
      readers: two.readers,
    });
    const scanned = foldEvents([scanAt(LEFT, 'LEFT000001'), park(3)], working);
    expect(scanned.frontLaneId).toBe(LEFT);
  });

  test('the operator brings a lane to the front, and what was searched for the other is gone', () => {
    const asked = foldEvents([scanAt(LEFT, 'LEFT000001'), { kind: 'usersSearched', atMs, query: 'ann' }], two);
    const state = reduce(asked, show(RIGHT));
    expect(state.frontLaneId).toBe(RIGHT);
    expect(state.search.query).toBe('');
    expect(reduce(asked, show('nobody'))).toBe(asked);
    expect(reduce(asked, show(LEFT))).toBe(asked);
  });

  test('a token that is in hand at one reader and scanned with the other stays where it is, and is said', () => {
    const state = foldEvents([scanAt(LEFT, 'LEFT000001'), scanAt(RIGHT, 'left000001')], two);
    expect(inHand(state)).toEqual({ [LEFT]: 1, [RIGHT]: null });
    expect(state.notices.at(-1)).toMatchObject({ kind: 'scanDuplicate', itemId: 1, readerName: 'Voyager 2' });
  });

  test('a token that waits and is scanned with the other reader is taken up there', () => {
    const state = foldEvents([scanAt(LEFT, 'LEFT000001'), park(1), scanAt(RIGHT, 'LEFT000001')], two);
    expect(inHand(state)).toEqual({ [LEFT]: null, [RIGHT]: 1 });
    expect(itemOf(state)).toMatchObject({ laneId: RIGHT, parked: false });
  });

  test('a row is opened where the operator is, and is in hand in one place only', () => {
    const state = foldEvents([scanAt(LEFT, 'LEFT000001'), open(1, RIGHT)], two);
    expect(inHand(state)).toEqual({ [LEFT]: null, [RIGHT]: 1 });
    expect(state.frontLaneId).toBe(RIGHT);
  });

  test('a reader that comes or goes does not take the front from the token that is being handed over there', () => {
    const behind = foldEvents([scanAt(LEFT, 'LEFT000001'), scanAt(RIGHT, 'RIGHT000001'), show(RIGHT)], two);
    const third = reduce(behind, attach('third'));
    expect([third.frontLaneId, openIdOf(third)]).toEqual([RIGHT, 2]);
    expect(reduce(third, detach('third')).frontLaneId).toBe(RIGHT);
    expect(reduce(third, detach(LEFT)).frontLaneId).toBe(RIGHT);
  });

  test('parking a token behind leaves the front and its search alone', () => {
    const asked = foldEvents(
      [scanAt(LEFT, 'LEFT000001'), scanAt(RIGHT, 'RIGHT000001'), { kind: 'usersSearched', atMs, query: 'ann' }],
      two,
    );
    const state = reduce(asked, park(2));
    expect([state.frontLaneId, state.search.query]).toEqual([LEFT, 'ann']);
  });
});

describe('a reader that is pulled', () => {
  test('leaves its token in hand, in front, until it is done', () => {
    const state = foldEvents([attach(LEFT), scanAt(LEFT, 'LEFT000001'), detach(LEFT)]);
    expect([state.frontLaneId, openIdOf(state)]).toEqual([LEFT, 1]);
  });

  test('gives its place in front to another where nothing was in hand', () => {
    expect(foldEvents([attach(LEFT), attach(RIGHT), detach(LEFT)]).frontLaneId).toBe(RIGHT);
    expect(foldEvents([attach(LEFT), detach(LEFT)]).frontLaneId).toBeNull();
  });

  test('has its place, its colour and its token again when it is plugged in', () => {
    const before = foldEvents([attach(LEFT), attach(RIGHT), scanAt(RIGHT, 'RIGHT000001')]);
    const after = foldEvents([detach(RIGHT), attach(RIGHT)], before);
    expect(after.lanes).toEqual(before.lanes);
  });
});

describe('the colour of a reader', () => {
  const settings = foldEvents([attach(LEFT), attach(RIGHT)]).bench.settings;
  const loaded: Event = { kind: 'benchLoaded', atMs, settings, problem: null };

  test('is kept when it is first seen', () => {
    expect(settings.readers).toEqual({ [LEFT]: { name: '', color: 1 }, [RIGHT]: { name: '', color: 2 } });
  });

  test('is the same after a start, in whatever order the readers come, and whatever the journal holds', () => {
    const day = [scanAt(RIGHT, 'RIGHT000001'), loaded, attach('practice:1'), attach(RIGHT), attach(LEFT)];
    const colors = toLaneColors(foldEvents(day));
    expect(colors).toEqual({ [RIGHT]: 2, 'practice:1': 3, [LEFT]: 1 });
  });

  test('is another than those of all readers of the bench, as long as there are some left', () => {
    const keys = ['a', 'b', 'c', 'd', 'e', 'f'];
    const six = foldEvents(keys.map((key) => attach(key)));
    expect(new Set(Object.values(toLaneColors(six))).size).toBe(6);
    const one = foldEvents([{ kind: 'benchLoaded', atMs, settings: six.bench.settings, problem: null }, attach('a')]);
    expect(toLaneColors(foldEvents([attach('g')], one))).toEqual({ a: 1, g: 2 });
  });

  test('is not written over a file that could not be read', () => {
    const problem = { code: 'settings-malformed' } as const;
    const broken = foldEvents([{ kind: 'benchLoaded', atMs, settings: EMPTY_BENCH, problem }, attach(LEFT)]);
    expect(broken.bench).toMatchObject({ settings: EMPTY_BENCH, isSaved: true, problem });
  });
});

/** As the window shows them. */
function toLaneColors(state: State): Readonly<Record<string, number>> {
  const mode = { kind: 'practice', problem: null } as const;
  const { lanes } = toSnapshot(state, 'linux', { revision: 1, atMs, mode, practice: null, ...NO_DESKS });
  return Object.fromEntries(lanes.map(({ laneId, color }) => [laneId, color]));
}

describe('what is typed', () => {
  const typed = (serialNumber: string, laneId: string): Event =>
    scanAt('keyboard', serialNumber, { readerName: '', laneId });

  test('joins the lane that it is meant for, and keeps that reader its name', () => {
    const state = foldEvents([attach(LEFT), typed('TYPED000001', LEFT)]);
    expect(inHand(state)).toEqual({ [LEFT]: 1 });
    expect(state.lanes[0]?.name).toBe('Voyager');
    expect(itemOf(state)).toMatchObject({ readerName: '', laneId: LEFT });
  });

  test('has a place of its own while no reader is there, which goes when a reader comes and nothing is in hand', () => {
    const state = foldEvents([typed('TYPED000001', 'keyboard')]);
    expect(state.frontLaneId).toBe('keyboard');
    expect(foldEvents([attach(LEFT)], state).frontLaneId).toBe('keyboard');
    expect(foldEvents([attach(LEFT), park(1)], state).frontLaneId).toBe(LEFT);
  });
});

describe('a start', () => {
  const day: readonly Event[] = [
    scanAt(LEFT, 'LEFT000001'),
    scanAt(RIGHT, 'RIGHT000001'),
    { kind: 'userChosen', atMs, itemId: 2, user: ANN },
    park(1),
    { kind: 'restarted', atMs },
  ];

  test('brings every token back into the hand that it was in, and forgets readers with nothing in hand', () => {
    const state = foldEvents(day);
    expect(inHand(state)).toEqual({ [RIGHT]: 2 });
    expect([state.frontLaneId, openIdOf(state)]).toEqual([RIGHT, 2]);
  });

  test('a journal from before there were lanes opens its tokens in their readers’ places', () => {
    const old = { kind: 'itemOpened', atMs, itemId: 1 } as const;
    expect(inHand(foldEvents([...day.slice(0, 2), old]))).toEqual({ [LEFT]: 1, [RIGHT]: 2 });
  });
});
