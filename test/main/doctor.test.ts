import { describe, expect, test } from 'vitest';
import type { DoctorView } from '../../electron/contract/doctor.ts';
import { buildBench, TOKEN, type Bench } from './build-bench.ts';

const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

async function openDoctor(): Promise<Bench> {
  const bench = await buildBench();
  await bench.send({ kind: 'openDoctor' });
  return bench;
}

function doctor({ station }: Bench): DoctorView {
  const view = station.snapshot().doctor;
  if (!view) throw new Error('the doctor is closed');
  return view;
}

describe('the reader doctor', () => {
  test('tries scans out, and none of them enters the queue or the journal', async () => {
    const bench = await openDoctor();
    await bench.scan(`S/N: ${TOKEN}`);
    expect(doctor(bench).tests).toMatchObject([{ scannedText: `S/N: ${TOKEN}`, used: TOKEN, symbology: 'code128' }]);
    expect(bench.station.snapshot().queue.counts.all).toBe(0);
    expect(JSON.stringify(bench.journal.stored())).not.toContain(TOKEN);
  });

  test('shows each report of a scan with its bytes and its parts', async () => {
    const bench = await openDoctor();
    await bench.scan(TOKEN);
    const [report] = doctor(bench).reports;
    expect(report).toMatchObject({
      readerName: 'Practice reader',
      lengthBytes: 64,
      fields: { dataOffsetBytes: 5, dataLengthBytes: TOKEN.length, aimId: ']C0', continued: false },
      problem: null,
    });
    expect(report?.bytesHex?.toLowerCase()).toContain(Buffer.from(TOKEN).toString('hex'));
  });

  test('shows no byte of a secret, on no screen and in no report', async () => {
    const bench = await openDoctor();
    await bench.scan(`otpauth://totp/Example:ann?secret=${SECRET}&issuer=Example`, ']Q1');
    const shown = JSON.stringify(bench.station.snapshot());
    expect(doctor(bench).tests).toMatchObject([{ scannedText: '', problem: { code: 'scan-holds-secret' } }]);
    expect(doctor(bench).reports.map(({ bytesHex }) => bytesHex)).toEqual([null, null]);
    for (const form of [SECRET, Buffer.from(SECRET).toString('hex')])
      expect(shown.toLowerCase()).not.toContain(form.toLowerCase());
  });

  test('is no place for reports once it is closed, and forgets what it saw', async () => {
    const bench = await openDoctor();
    await bench.scan(TOKEN);
    await bench.send({ kind: 'closeDoctor' });
    expect(bench.station.snapshot().doctor).toBeNull();
    bench.hand.moveBy(1_000);
    await bench.scan(TOKEN);
    expect(bench.row(TOKEN).state.kind).toBe('needsUser');
    await bench.send({ kind: 'openDoctor' });
    expect(doctor(bench)).toMatchObject({ reports: [], tests: [] });
  });

  test('learns a badge from three scans, and from then on a badge finds its person', async () => {
    const bench = await openDoctor();
    await bench.send({ kind: 'startLearning', means: 'badge' });
    for (const text of ['HL#40101', 'HL#40192', 'HL#40318']) {
      await bench.scan(text, ']A0');
      bench.hand.moveBy(1_000);
      await bench.station.idle();
    }
    expect(doctor(bench).learning?.proposal?.used).toEqual(['40101', '40192', '40318']);
    await bench.send({ kind: 'acceptRule' });
    await bench.send({ kind: 'closeDoctor' });
    await bench.scan(TOKEN);
    await bench.scan('HL#40192', ']A0');
    const { search, notices, open } = bench.station.snapshot();
    expect(search).toMatchObject({ query: '40192', status: 'found' });
    expect(search.users.map(({ employeeId, exact }) => [employeeId, exact])).toEqual([['40192', true]]);
    expect(notices.at(-1)).toMatchObject({ kind: 'badgeRead', text: '40192' });
    // Found, not chosen.
    expect(open?.user).toBeNull();
  });
});
