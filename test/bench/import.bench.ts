import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import writeWorkbook from 'write-excel-file/node';
import { ok } from '../../electron/core/result.ts';
import { Secret } from '../../electron/core/secret.ts';
import { readWorkOrderSheet, type WorkOrderSheet } from '../../electron/core/work-order.ts';
import { createDraft, judgeDraft, withAnswers } from '../../electron/core/work-order-draft.ts';
import { systemClock } from '../../electron/io/clock/system-clock.ts';
import { createGraphClient } from '../../electron/io/graph/graph-client.ts';
import { readSheetFile } from '../../electron/io/work-order/read-sheet.ts';
import { lookUpPeople } from '../../electron/main/look-up-people.ts';
import { generateBatchData, serveBatchTenant } from './batch-tenant.ts';
import { printSeries, round, timeEach } from './measure.ts';

const CSV_ROWS = 50_000;
const XLSX_ROWS = 5_000;
const PEOPLE = 2_000;
const LATENCY_MS = 50;
const ROUNDS = 10;
const MEGABYTE = 1_024 * 1_024;

const folder = mkdtempSync(join(tmpdir(), 'import-bench-'));
try {
  await main();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Reads long lists and says what is wrong with each line; then looks people up in a served tenant. */
async function main(): Promise<void> {
  const csv = join(folder, 'list.csv');
  writeFileSync(
    csv,
    rowsOf(CSV_ROWS)
      .map((cells) => cells.join(','))
      .join('\n'),
  );
  const startKilobytes = process.resourceUsage().maxRSS;
  const first = await read(csv);
  const peakMegabytes = (process.resourceUsage().maxRSS - startKilobytes) / 1_024;
  const xlsx = join(folder, 'list.xlsx');
  writeFileSync(xlsx, await workbookOf(XLSX_ROWS));
  let longestMs = 0;
  const series = {
    [`${CSV_ROWS} rows of .csv: read, and said what is wrong`]: await timeEach(ROUNDS, async () => {
      longestMs = Math.max(longestMs, await longestTurn(() => read(csv)));
    }),
    [`${XLSX_ROWS} rows of .xlsx: the same`]: await timeEach(ROUNDS, () => read(xlsx)),
    [`${CSV_ROWS} lines judged once more, as after each slice of people`]: await timeEach(ROUNDS, async () =>
      judgeDraft(createDraft(first), new Map()),
    ),
  };
  printSeries('A list comes in', series);
  console.log(
    `\n${CSV_ROWS} rows take ${round(peakMegabytes)} MB more at the peak than the process had before; ` +
      `the file has ${round(statSync(csv).size / MEGABYTE)} MB. Nothing else had its turn for ${round(longestMs)} ms at the most.`,
  );
  await lookUp();
}

async function read(path: string): Promise<WorkOrderSheet> {
  const rows = await readSheetFile(path, { signal: new AbortController().signal, onProgress: () => undefined });
  if (!rows.ok) throw new Error(rows.problem.detail);
  const sheet = readWorkOrderSheet(rows.value);
  if (!sheet.ok) throw new Error(sheet.problem.code);
  return sheet.value;
}

/** How long the event loop was kept from its next turn, at the most. */
async function longestTurn(run: () => Promise<unknown>): Promise<number> {
  let longestMs = 0;
  let isOver = false;
  let turnMs = performance.now();
  const turn = (): void => {
    longestMs = Math.max(longestMs, performance.now() - turnMs);
    turnMs = performance.now();
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  await run();
  isOver = true;
  turn();
  return longestMs;
}

async function lookUp(): Promise<void> {
  const tenant = await serveBatchTenant(PEOPLE, LATENCY_MS);
  const { data } = generateBatchData(PEOPLE);
  const people = data.users.filter(({ userPrincipalName }) => userPrincipalName.startsWith('batch'));
  const sheet = readWorkOrderSheet([
    { line: 1, cells: ['upn'] },
    ...people.map(({ userPrincipalName }, index) => ({ line: index + 2, cells: [userPrincipalName] })),
  ]);
  if (!sheet.ok) throw new Error(sheet.problem.code);
  const graph = createGraphClient({
    fetch: (request) => fetch(request),
    baseUrl: tenant.baseUrl,
    accessToken: () => Promise.resolve(ok(new Secret(tenant.accessToken))),
    newRequestId: randomUUID,
    nowMs: Date.now,
    timeoutSignal: () => AbortSignal.timeout(30_000),
    onAnswer: () => undefined,
    onSilence: (problem) => console.log(problem),
  });
  let usable = 0;
  const series = await timeEach(ROUNDS, async () => {
    let draft = createDraft(sheet.value);
    await lookUpPeople({
      graph,
      clock: systemClock,
      signal: new AbortController().signal,
      next: () => judgeDraft(draft, new Map()).nextKeys,
      onAnswers: (answers) => {
        draft = withAnswers(draft, answers);
      },
      onSilence: ({ problem }) => {
        throw new Error(problem.code);
      },
    });
    usable = judgeDraft(draft, new Map()).counts.usable;
  });
  for (const violation of tenant.violations()) throw new Error(violation);
  await tenant.close();
  printSeries(`Its people are looked up, ${LATENCY_MS} ms a request`, { [`${PEOPLE} people by sign-in name`]: series });
  console.log(
    usable === PEOPLE ? '\nHolds: each of them was found' : `\nDoes not hold: ${usable} of ${PEOPLE} were found`,
  );
  if (usable !== PEOPLE) process.exitCode = 1;
}

/** As a service desk's export has them: half by sign-in name, a tenth of the ids without their zeros. */
function rowsOf(count: number): readonly (readonly string[])[] {
  const rows = Array.from({ length: count }, (_, index) => {
    const id = String(index).padStart(index % 10 === 0 ? 1 : 7, '0');
    const isById = index % 2 === 0;
    return [
      `RITM${index}`,
      isById ? '' : `person${index}@example.com`,
      isById ? id : '',
      `Person ${index}`,
      'OTP 110',
      'Floor 2',
    ];
  });
  return [['Request', 'UPN', 'Employee ID', 'Name', 'Model', 'Note'], ...rows];
}

function workbookOf(count: number): Promise<Buffer> {
  const cells = rowsOf(count).map((row) => row.map((value) => ({ value })));
  return writeWorkbook(cells).toBuffer();
}
