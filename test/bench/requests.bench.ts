import { buildBench } from '../main/build-bench.ts';
import { PRACTICE_OPERATOR, PRACTICE_TOKENS } from '../../electron/practice/practice-data.ts';

/** Counts what one issued token costs at Graph, the search for the person included, and what a sign-in costs. */
const bench = await buildBench({ as: PRACTICE_OPERATOR });
const count = bench.tenant.countRequests;
const atSignIn = count('listMethods') + count('listMemberships') + count('listDevices');
const fresh = PRACTICE_TOKENS.filter(({ note }) => note === 'fresh').slice(0, 4);
const people = ['anna.schmidt', "siobhan.o'brien", 'zoe.vanderberg', 'lina.li'];
for (const [index, { serialNumber }] of fresh.entries()) {
  const row = await bench.prepare(serialNumber, `${people[index]}@harbourlark.example`);
  await bench.send({ kind: 'enterCode', itemId: row.id, code: bench.code(serialNumber) });
  await bench.station.idle();
  if (bench.row(serialNumber).state.kind !== 'activated') throw new Error(`${serialNumber} was not activated`);
}
const perToken = (requests: number): number => requests / fresh.length;
// Each look ahead has the person's methods among its reads.
const readBack = count('listMethods') - atSignIn - count('batch');
console.log('\nRequests to Graph per issued token, by the practice tenant that served them');
console.table([
  {
    what: 'writes (assign and activate by serial number)',
    'per token': perToken(count('assignAndActivateBySerialNumber')),
  },
  { what: 'writes (everything else)', 'per token': perToken(count('activate') + count('unassign')) },
  { what: 'reads: search for the person', 'per token': perToken(count('searchUsers')) },
  { what: 'reads: look ahead at person and token, one batch', 'per token': perToken(count('batch')) },
  { what: 'reads: read-back of the person’s methods', 'per token': perToken(readBack) },
  { what: 'reads: inventory', 'per token': perToken(count('listDevices')) },
]);
console.log(`Reads at a sign-in, to find out what may be done: ${atSignIn}`);
