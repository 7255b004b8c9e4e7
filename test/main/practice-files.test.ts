import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FilesPort } from '../../electron/core/ports.ts';
import { createPracticeFiles } from '../../electron/main/practice-files.ts';
import { practiceOrderFile } from '../../electron/practice/practice-order-file.ts';
import { compose, makeDataFolder, PRACTICE } from './compose-bench.ts';
import { until } from './order-bench.ts';

const OWN = { name: 'own.csv', path: '/own.csv' };

function dialogs(): FilesPort {
  return { chooseFile: () => Promise.resolve(OWN), chooseTarget: () => Promise.resolve(OWN) };
}

describe('the first work order of a practice', () => {
  test('is the ready list, without a dialog; after it the dialogs ask', async () => {
    const dataPath = makeDataFolder();
    const files = createPracticeFiles({ dialogs: dialogs(), dataPath });
    const path = join(dataPath, 'practice-order.csv');
    expect(await files.chooseFile('workOrder')).toEqual({ name: 'practice-order.csv', path });
    expect(readFileSync(path, 'utf8')).toBe(practiceOrderFile().text);
    expect(await files.chooseFile('workOrder')).toEqual(OWN);
  });

  test('is that list each time where there are no dialogs', async () => {
    const files = createPracticeFiles({ dialogs: null, dataPath: makeDataFolder() });
    const chosen = [await files.chooseFile('workOrder'), await files.chooseFile('workOrder')];
    expect(chosen.map((file) => file?.name)).toEqual(['practice-order.csv', 'practice-order.csv']);
    expect(await files.chooseFile('csv')).toBeNull();
    expect(await files.chooseTarget('csv', 'a.csv')).toBeNull();
  });

  test('is as somebody has changed it', async () => {
    const dataPath = makeDataFolder();
    const path = join(dataPath, 'practice-order.csv');
    writeFileSync(path, 'upn\n');
    await createPracticeFiles({ dialogs: null, dataPath }).chooseFile('workOrder');
    expect(readFileSync(path, 'utf8')).toBe('upn\n');
  });

  test('all other files are asked for', async () => {
    const dataPath = makeDataFolder();
    const files = createPracticeFiles({ dialogs: dialogs(), dataPath });
    expect(await files.chooseFile('json')).toEqual(OWN);
    expect(await files.chooseTarget('handedOverOrder', 'a.json')).toEqual(OWN);
    expect(existsSync(join(dataPath, 'practice-order.csv'))).toBe(false);
  });
});

test('the practice tenant answers the ready list with every fault that a list can have', async () => {
  const { station } = await compose(makeDataFolder(), PRACTICE);
  const draft = () => station.snapshot().orders.draft;
  expect(await station.command({ kind: 'openWorkOrder' })).toEqual({ ok: true, value: null });
  await until(() => draft()?.stage === 'ready');
  const said = draft()?.lines.map((line) =>
    [line.name, ...line.faults.map(({ kind }) => kind), line.isUsable ? 'ok' : 'no'].join(' · '),
  );
  expect(said).toEqual([
    'Anna Schmidt · ok',
    'Jürgen Müller · ok',
    'Ayşe Yılmaz · ok',
    'Min-jun Kim · ok',
    'Camila Rojas · zerosMaybeLost · unknownPerson · no',
    "Siobhán O'Brien · ok",
    'Zoë van der Berg · ok',
    'Minh Anh Nguyễn · ok',
    'Grace Wanjiku · ok',
    'Dimitra Galanis · accountDisabled · ok',
    'Marta Kowalczyk (guest) · guest · no',
    'Ana Nobody · unknownPerson · no',
    'Zoë van der Berg · personTwice · no',
    'Søren Kjær · rounded · no',
  ]);
  await station.command({ kind: 'acceptZeros', line: null });
  await until(() => draft()?.stage === 'ready');
  expect(draft()?.lines[4]).toMatchObject({ person: '00346', isUsable: true, user: { displayName: 'Camila Rojas' } });
  expect(await station.command({ kind: 'startOrder', name: '', goal: 'activate' })).toEqual({ ok: true, value: null });
  expect(station.snapshot().orders).toMatchObject({ draft: null, orders: [{ name: 'practice-order' }] });
});
