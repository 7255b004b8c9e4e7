import { describe, expect, test } from 'vitest';
import { logEvent, type LogFields } from '../../electron/main/log.ts';
import { OPERATIONS } from '../../electron/practice/surface.ts';
import { buildBench, TOKEN, type Bench } from './build-bench.ts';

const SEED = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

const HARMLESS: readonly (readonly [what: string, text: string, aimId: string, code: string])[] = [
  ['an EAN of the box', '4006381333931', ']E0', 'scan-retail-code'],
  ['a UPC of the box', '036000291452', ']E0', 'scan-retail-code'],
  ['an ITF-14 of the carton', '14006381333938', ']I0', 'scan-retail-code'],
  ['a GS1 DataBar', '0104006381333931', ']e0', 'scan-retail-code'],
  ['an asset tag', 'ASSET-004217', ']C0', 'scan-asset-tag'],
  ['an asset tag behind a mark', 'SN: LAPTOP_004217', ']C0', 'scan-asset-tag'],
  ['a link', 'https://www.example.com/otp-110/start', ']Q1', 'scan-link'],
  ['a link without a scheme', 'www.example.com/12345678', ']Q1', 'scan-link'],
  ['a file', 'file:///etc/passwd', ']Q1', 'scan-link'],
  ['a script', 'javascript:alert(1234)', ']Q1', 'scan-not-a-serial'],
  ['an empty label', '', ']C0', 'scan-empty'],
  ['blanks', ' \t\r\n ', ']C0', 'scan-empty'],
  ['four kilobytes', '7'.repeat(4_096), ']Q1', 'scan-too-long'],
  ['257 characters', '7'.repeat(257), ']Q1', 'scan-too-long'],
  ['a number that is too long', '7'.repeat(21), ']C0', 'scan-not-a-serial'],
  ['a number that is too short', '12345', ']C0', 'scan-not-a-serial'],
  ['a NUL inside', 'GALT\u000011420104', ']C0', 'scan-control-characters'],
  ['an escape sequence', 'GALT\u001b[2J11420104', ']C0', 'scan-control-characters'],
  ['a new line inside', 'GALT11420104\nGALT11420105', ']C0', 'scan-control-characters'],
  ['a DEL inside', 'GALT\u007f11420104', ']C0', 'scan-control-characters'],
  ['a quote', "GALT1142'0104", ']C0', 'scan-not-a-serial'],
  ['an OData filter', "12345678' or serialNumber ne '", ']C0', 'scan-not-a-serial'],
  ['double quotes', 'GALT"11420104"', ']C0', 'scan-not-a-serial'],
  ['JSON', '","verificationCode":"123456', ']C0', 'scan-not-a-serial'],
  ['a path', '../../users/1234567', ']C0', 'scan-not-a-serial'],
  ['an escaped path', '%2e%2e%2f1234567', ']C0', 'scan-not-a-serial'],
  ['a slash', 'GALT/11420104', ']C0', 'scan-not-a-serial'],
  ['a query', 'GALT11420104?$top=999', ']C0', 'scan-not-a-serial'],
  ['a fragment', 'GALT11420104#x', ']C0', 'scan-not-a-serial'],
  ['a wildcard', 'GALT*1142', ']C0', 'scan-not-a-serial'],
  ['two serial numbers', 'GALT11420104 GALT11420105', ']C0', 'scan-not-a-serial'],
  ['letters that only look alike', 'ԌАLТ11420104', ']C0', 'scan-not-a-serial'],
  ['markup', '<b>11420104</b>', ']C0', 'scan-not-a-serial'],
  ['a formula', '=11420104+1', ']C0', 'scan-not-a-serial'],
  ['a dash at the end', 'GALT11420104-', ']C0', 'scan-not-a-serial'],
];

const SECRETS: readonly (readonly [what: string, text: string])[] = [
  ['as the vendors print it', `otpauth://totp/Harbour:anna?secret=${SEED}&issuer=Harbour`],
  ['in capitals', `OTPAUTH://TOTP/HARBOUR:ANNA?SECRET=${SEED}`],
  ['in both cases', `OtpAuth://hotp/x?counter=0&Secret=${SEED}`],
  ['as an export', `otpauth-migration://offline?data=${SEED}`],
  ['as an export in capitals', `OTPAUTH-MIGRATION://OFFLINE?DATA=${SEED}`],
  ['with a blank before it', `  otpauth://totp/x?secret=${SEED}\r\n`],
  ['with words before it', `Scan me: otpauth://totp/x?secret=${SEED}`],
  ['without slashes', `otpauth:totp/x?secret=${SEED}`],
  ['inside another link', `https://www.example.com/?next=otpauth://totp/x?secret=${SEED}`],
  ['with the colon escaped', `otpauth%3A//totp/x?secret=${SEED}`],
  ['as a link of a vendor', `https://www.example.com/activate?sn=12345678&seed=${SEED}`],
  ['behind a semicolon', `token;secret=${SEED}`],
  ['with a control character in it', `otp\u0000auth://totp/x?secret=${SEED}`],
  ['as the bare seed', SEED],
  ['as a bare seed of sixteen characters', SEED.slice(0, 16)],
  ['as a bare seed with blanks', SEED.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ')],
  ['as a bare seed in small letters', SEED.slice(0, 16).toLowerCase()],
  ['as a short seed behind a mark', `SN: ${SEED.slice(0, 16)}`],
  ['as the seed of a serial number', `SN: ${SEED}`],
  ['as a link that names no secret', `steam://${SEED}`],
];

function countRequests({ tenant }: Bench): number {
  return OPERATIONS.reduce((sum, { name }) => sum + tenant.countRequests(name), 0);
}

/** A label that no token is beside: what the station has to say of it is said once it knows that. */
async function scanAlone(bench: Bench, text: string, aimId: string): Promise<void> {
  bench.hand.moveBy(1_000);
  await bench.scan(text, aimId);
  bench.hand.moveBy(400);
  await bench.station.idle();
}

/** All that the station keeps, shows or writes about what happened so far, as one text. */
function everythingSaid(bench: Bench): string {
  const lines: (readonly [string, LogFields | undefined])[] = [];
  for (const event of bench.events) logEvent({ write: (what, fields) => lines.push([what, fields]) }, event);
  const bodies = bench.journal.stored().map(({ body }) => body);
  return [
    ...bodies,
    ...[bench.events, bench.published, bench.station.snapshot(), lines].map((part) => JSON.stringify(part)),
  ]
    .join('\n')
    .toUpperCase();
}

describe('a scan that is no serial number', () => {
  test.each(HARMLESS)('%s is refused with the reason', async (_what, text, aimId, code) => {
    const bench = await buildBench();
    await scanAlone(bench, text, aimId);
    const { queue, notices, open } = bench.station.snapshot();
    expect(notices.at(-1)).toMatchObject({ kind: 'scanRefused', itemId: null, problem: { code } });
    expect([queue.counts.all, open]).toEqual([0, null]);
    expect(bench.journal.kinds()).toEqual(['restarted', 'scanRefused']);
    expect(countRequests(bench)).toBe(0);
  });

  test.each(HARMLESS)('%s does not disturb the token that is open', async (_what, text, aimId) => {
    const bench = await buildBench();
    const row = await bench.prepare();
    const before = bench.station.snapshot();
    await scanAlone(bench, text, aimId);
    const after = bench.station.snapshot();
    expect(after.open).toEqual(before.open);
    expect(after.queue).toEqual(before.queue);
    await bench.send({ kind: 'enterCode', itemId: row.id, code: bench.code() });
    await bench.station.idle();
    expect(bench.row().state.kind).toBe('activated');
    expect(bench.tenant.violations()).toEqual([]);
  });

  test.each(HARMLESS.filter(([, text]) => text.length > 20))(
    '%s is too long to be repeated',
    async (_what, text, aimId) => {
      const bench = await buildBench();
      await scanAlone(bench, text, aimId);
      expect(everythingSaid(bench)).not.toContain(JSON.stringify(text).slice(1, -1).toUpperCase());
    },
  );
});

describe('a scan that holds a secret', () => {
  test.each(SECRETS)('%s: it is refused, nothing is sent, and the seed is kept nowhere', async (_what, text) => {
    const bench = await buildBench();
    await scanAlone(bench, text, ']Q1');
    expect(bench.station.snapshot().notices.at(-1)).toMatchObject({ kind: 'scanRefused', text: '' });
    expect(countRequests(bench)).toBe(0);
    const said = everythingSaid(bench);
    expect(said).toContain('SCANREFUSED');
    for (let from = 0; from + 8 <= SEED.length; from++) expect(said).not.toContain(SEED.slice(from, from + 8));
  });

  test.each(SECRETS.slice(0, 13))('%s: the operator is told that it was a secret', async (_what, text) => {
    const bench = await buildBench();
    await scanAlone(bench, text, ']Q1');
    expect(bench.station.snapshot().notices.at(-1)?.problem).toEqual({ code: 'scan-holds-secret' });
  });

  test.each(SECRETS)('%s: typed by hand it is kept no more than scanned', async (_what, text) => {
    const bench = await buildBench();
    const answer = await bench.send({ kind: 'enterSerial', serialNumber: text, repeated: text });
    expect(answer.ok).toBe(false);
    expect(JSON.stringify(answer) + everythingSaid(bench)).not.toContain(SEED.slice(0, 8));
    expect(bench.journal.kinds()).toEqual(['restarted']);
  });

  test.each(['otpauth:?secret=JBSW', 'x?seed=JBSW', 'https://x.io/JBSW', 'www.x.io/JBSW', 'tel:JBSW'])(
    '%s, as short as a serial number, is kept no more than a long one',
    async (text) => {
      const bench = await buildBench();
      await scanAlone(bench, text, ']Q1');
      expect(bench.journal.kinds()).toEqual(['restarted', 'scanRefused']);
      expect(everythingSaid(bench)).not.toContain('JBSW');
    },
  );

  test.each([']E0', ']C0', ']d2', ''])('under the AIM identifier "%s" it is a secret as well', async (aimId) => {
    const bench = await buildBench();
    await scanAlone(bench, `otpauth://totp/x?secret=${SEED}`, aimId);
    expect(bench.station.snapshot().notices.at(-1)?.problem).toEqual({ code: 'scan-holds-secret' });
    expect(everythingSaid(bench)).not.toContain(SEED.slice(0, 8));
  });
});

test('after a hundred hostile scans the next token is issued as ever', async () => {
  const bench = await buildBench();
  for (let round = 0; round < 2; round++) {
    for (const [, text, aimId] of HARMLESS) await scanAlone(bench, text, aimId);
    for (const [, text] of SECRETS) await scanAlone(bench, text, ']Q1');
  }
  const row = await bench.prepare(TOKEN);
  await bench.send({ kind: 'enterCode', itemId: row.id, code: bench.code() });
  await bench.station.idle();
  expect(bench.row().state.kind).toBe('activated');
});
