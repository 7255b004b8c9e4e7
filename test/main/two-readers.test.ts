import { describe, expect, test } from 'vitest';
import { buildBench, TOKEN, type Bench } from './build-bench.ts';

const OTHER = 'GALT11420105';

/** A bench at which two people work, each with a token in hand. */
async function buildDesk(): Promise<Bench> {
  const bench = await buildBench();
  bench.second.plug();
  await bench.scan(TOKEN);
  bench.second.scan(OTHER, ']C0');
  await bench.station.idle();
  return bench;
}

function lanes({ station }: Bench): readonly string[] {
  return station.snapshot().lanes.map(({ name, isFront, isPlugged, open }) => {
    return [name, open?.serialNumber ?? 'empty', isFront ? 'front' : '', isPlugged ? '' : 'pulled']
      .filter(Boolean)
      .join(' ');
  });
}

describe('two readers at one bench', () => {
  test('hand over one token each, and the first stays in front', async () => {
    expect(lanes(await buildDesk())).toEqual([`Practice reader ${TOKEN} front`, `Second reader ${OTHER}`]);
  });

  test('the token behind is issued once it is in front, to the person who was chosen for it', async () => {
    const bench = await buildDesk();
    await bench.send({ kind: 'showLane', laneId: 'practice:2' });
    expect(bench.station.snapshot().open?.serialNumber).toBe(OTHER);
    await bench.send({ kind: 'searchUsers', query: 'lina.li' });
    await bench.station.idle();
    const userId = bench.station.snapshot().search.users[0]?.id ?? '';
    const { id } = bench.row(OTHER);
    await bench.send({ kind: 'chooseUser', itemId: id, userId });
    await bench.send({ kind: 'enterCode', itemId: id, code: bench.code(OTHER) });
    await bench.station.idle();
    expect(bench.row(OTHER).state.kind).toBe('activated');
    expect(bench.row(TOKEN)).toMatchObject({ state: { kind: 'needsUser' }, user: null });
    expect(lanes(bench)).toEqual([`Practice reader ${TOKEN} front`, 'Second reader empty']);
  });

  test('a cable that is pulled loses nothing that was scanned, and its place comes back with it', async () => {
    const bench = await buildDesk();
    bench.second.unplug();
    await bench.station.idle();
    expect(lanes(bench)).toEqual([`Practice reader ${TOKEN} front`, `Second reader ${OTHER} pulled`]);
    bench.second.plug();
    await bench.station.idle();
    expect(lanes(bench)).toEqual([`Practice reader ${TOKEN} front`, `Second reader ${OTHER}`]);
  });

  test('after a kill each token is in the hand that it was in', async () => {
    const bench = await (await buildDesk()).restart();
    bench.second.plug();
    await bench.station.idle();
    expect(lanes(bench)).toEqual([`Practice reader ${TOKEN} front`, `Second reader ${OTHER}`]);
  });

  test('what is typed joins the place in front', async () => {
    const bench = await buildDesk();
    await bench.send({ kind: 'parkItem', itemId: 1 });
    await bench.send({ kind: 'showLane', laneId: 'practice:1' });
    await bench.send({ kind: 'enterSerial', serialNumber: 'GALT11420106', repeated: 'GALT11420106' });
    expect(lanes(bench)).toEqual(['Practice reader GALT11420106 front', `Second reader ${OTHER}`]);
  });
});
