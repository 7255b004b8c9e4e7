import { describe, expect, test } from 'vitest';
import { labelOf } from '../../../electron/core/paper/label-of.ts';
import { createPaperStyle } from '../../../electron/core/paper/paper-style.ts';
import { receiptOf, SECURITY_INFO } from '../../../electron/core/paper/receipt-of.ts';
import { ANN, NOW_MS, SERIAL, STATES } from '../build-state.ts';
import { annsToken, HALF_DONE, IN_PRACTICE, paperState, REQUEST_ID, SURROUNDINGS, withOrder } from './some-papers.ts';

const state = paperState([annsToken()]);

describe('a receipt', () => {
  test('says who got which token when and from whom, and never the whole serial number', () => {
    const receipt = receiptOf(state, annsToken(), SURROUNDINGS);
    expect(receipt).toEqual({
      isPractice: false,
      stationName: 'Depot 4',
      operatorName: 'M. Ferri',
      printedAt: '21 Sept 2026, 14:13',
      serialTail: '0104',
      personName: 'Ann Example',
      signInName: 'ann@example.com',
      issuedAt: '21 Sept 2026, 14:13',
      requestId: REQUEST_ID,
      idSeen: 'Badge',
      toKnow: 'It may take up to an hour until it works.',
      nextStep: 'Try it on your Security info page:',
      address: { symbology: 'qr', text: SECURITY_INFO },
    });
    expect(JSON.stringify(receipt)).not.toContain(SERIAL);
  });

  test('names a time in the locale and the time zone of the system', () => {
    const style = createPaperStyle(SURROUNDINGS.style.words, 'de-DE', 'Asia/Tokyo');
    expect(receiptOf(state, annsToken(), { ...SURROUNDINGS, style })?.issuedAt).toBe('21.09.2026, 23:13');
  });

  test('is of the time of issuing, also where it is printed later', () => {
    const later = { ...SURROUNDINGS, nowMs: NOW_MS + 3_600_000 };
    expect(receiptOf(state, annsToken(), later)).toMatchObject({
      issuedAt: '21 Sept 2026, 14:13',
      printedAt: '21 Sept 2026, 15:13',
    });
  });

  test.each([
    ['a kind of the site’s own stands as it is written', { idKind: 'Crew card', atMs: NOW_MS }, 'Crew card'],
    ['where nothing was looked at, nothing is said', null, null],
  ])('%s', (_what, idCheck, idSeen) => {
    expect(receiptOf(state, annsToken({ idCheck }), SURROUNDINGS)?.idSeen).toBe(idSeen);
  });

  test('tells the person of a token that is only assigned to activate it', () => {
    const receipt = receiptOf(state, annsToken({ state: STATES.assigned }), SURROUNDINGS);
    expect(receipt?.toKnow).toContain('activated, by you');
  });

  test('says that it is of practice', () => {
    expect(receiptOf(state, annsToken(), IN_PRACTICE)?.isPractice).toBe(true);
  });

  test('has no operator while nobody is signed in, and is nobody’s without a person', () => {
    expect(receiptOf({ ...state, operator: null }, annsToken(), SURROUNDINGS)?.operatorName).toBeNull();
    expect(receiptOf(state, annsToken({ user: null }), SURROUNDINGS)).toBeNull();
  });

  test('ends a serial number of signs outside the basic plane between two of them', () => {
    expect(receiptOf(state, annsToken({ serialNumber: 'A😀1😀2' }), SURROUNDINGS)?.serialTail).toBe('😀1😀2');
  });
});

describe('a label', () => {
  const ordered = { ...state, orders: withOrder(HALF_DONE) };

  test('has the whole serial number to scan, and the line of the order', () => {
    const label = labelOf(ordered, annsToken({ orderLine: { orderId: 1, line: 2 } }), SURROUNDINGS);
    expect(label).toMatchObject({
      personName: 'Ann Example',
      isNameLong: false,
      serial: { symbology: 'code128', text: SERIAL },
      order: { name: 'Finance, autumn', line: '2', requestNumber: 'REQ-102' },
    });
  });

  test.each([
    ['no order', null],
    ['an order that is gone', { orderId: 7, line: 2 }],
  ])('of a token with %s has none on it', (_what, orderLine) => {
    expect(labelOf(ordered, annsToken({ orderLine }), SURROUNDINGS)?.order).toBeNull();
  });

  test('of a long name is set smaller, and one without a person is none', () => {
    const user = { ...ANN, displayName: 'x'.repeat(41) };
    expect(labelOf(state, annsToken({ user }), SURROUNDINGS)?.isNameLong).toBe(true);
    expect(labelOf(state, annsToken({ user: null }), SURROUNDINGS)).toBeNull();
  });
});
