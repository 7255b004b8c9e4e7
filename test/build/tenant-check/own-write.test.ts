import { describe, expect, test } from 'vitest';
import { askOwnWrite } from '../../../build/tenant-check/ask-own-write.ts';
import type { Sent } from '../../../build/tenant-check/connection.ts';
import { OWN_QUESTIONS } from '../../../build/tenant-check/idle-questions.ts';
import { createNotebook } from '../../../build/tenant-check/notebook.ts';
import type { Run } from '../../../build/tenant-check/try-step.ts';
import { createHandClock } from '../../fakes/hand-clock.ts';

const MINUTE_MS = 60_000;
const REFUSED: Sent = {
  answer: {
    kind: 'answered',
    status: 403,
    retryAfter: null,
    requestId: null,
    body: { error: { code: 'accessDenied', message: '' } },
    notJson: null,
    challenge: null,
    problem: null,
  },
  headers: new Map(),
  durationMs: 1,
};

/** The late question, with a sign-in of a minute ago and somebody who answers like this. */
function askLate(answers: Readonly<Record<string, string>>) {
  const hand = createHandClock();
  const stop = new AbortController();
  const signedInAtMs = hand.clock.nowMs() - MINUTE_MS;
  const sentAtMs: number[] = [];
  const notebook = createNotebook({ unknownSerial: 'TSCHECK1' });
  const run: Run = {
    dialogue: {
      say: () => {},
      ask: () => Promise.resolve(''),
      confirm: (_question, word = 'yes') => Promise.resolve(answers[word] === word),
      close: () => {},
    },
    connection: {
      send: () => {
        sentAtMs.push(hand.clock.nowMs());
        return Promise.resolve([REFUSED]);
      },
      tokens: () => [],
    },
    notebook,
    clock: hand.clock,
    stop: stop.signal,
    graphUrl: 'http://127.0.0.1/beta',
    settleMs: 0,
    signedIn: () => null,
  };
  const question = OWN_QUESTIONS.find(({ id }) => id === 'own-write-late');
  if (!question) throw new Error('there is no such question');
  const asked = askOwnWrite(run, question, '[1/1]', () => signedInAtMs);
  /** Lets it come to where it waits, or to its end. */
  const settle = async (): Promise<void> => {
    for (let turns = 0; turns < 50; turns += 1) await Promise.resolve();
  };
  return { settle, hand, stop, sentAtMs, signedInAtMs, notebook, asked };
}

describe('the write at /me that wants an older sign-in', () => {
  test('waits until the sign-in is more than ten minutes old', async () => {
    const { hand, settle, sentAtMs, signedInAtMs, notebook, asked } = askLate({ yes: 'yes', wait: 'wait' });
    await settle();
    expect(hand.timerCount()).toBe(1);
    expect(sentAtMs).toEqual([]);
    hand.moveBy(10 * MINUTE_MS);
    await asked;
    expect(sentAtMs).toHaveLength(1);
    expect((sentAtMs[0] ?? 0) - signedInAtMs).toBeGreaterThan(10 * MINUTE_MS);
    expect(notebook.asked()).toMatchObject([{ outcome: 'answered', conclusion: 'the sign-in was 11 minutes old' }]);
  });

  test('is left out where nobody wants to wait', async () => {
    const { sentAtMs, notebook, asked } = askLate({ yes: 'yes' });
    await asked;
    expect(sentAtMs).toEqual([]);
    expect(notebook.asked()).toMatchObject([{ outcome: 'declined', why: 'the sign-in is not old enough' }]);
  });

  test('lets go where it is stopped while it waits', async () => {
    const { hand, stop, settle, sentAtMs, notebook, asked } = askLate({ yes: 'yes', wait: 'wait' });
    await settle();
    expect(hand.timerCount()).toBe(1);
    stop.abort();
    await asked;
    expect([sentAtMs, hand.timerCount()]).toEqual([[], 0]);
    expect(notebook.asked()).toMatchObject([{ outcome: 'cutShort', why: 'it was stopped' }]);
  });
});
