import { describe, expect, test } from 'vitest';
import { askForCode, refusing } from './other-device.ts';

describe('the pace of asking', () => {
  test('is what the service says', async () => {
    const desk = await askForCode({ before: ({ authority }) => authority.setDeviceTerms({ intervalSeconds: 9 }) });
    await desk.pass(9);
    await desk.untilPause(9);
    desk.signIn.cancel();
  });

  test.each([null, 0])('is five seconds where it says %s', async (intervalSeconds) => {
    const desk = await askForCode({ before: ({ authority }) => authority.setDeviceTerms({ intervalSeconds }) });
    await desk.pass(5);
    await desk.untilPause(5);
    desk.signIn.cancel();
  });

  test('never becomes faster than the service says', async () => {
    const desk = await askForCode({ before: ({ authority }) => authority.setDeviceTerms({ intervalSeconds: 90 }) });
    await desk.untilPause(90);
    desk.authority.setTrouble({ kind: 'cut' });
    await desk.pass(90);
    await desk.untilPause(90);
    desk.signIn.cancel();
  });

  test('becomes slower when the service asks for it, and stays so', async () => {
    const desk = await askForCode();
    await desk.untilPause(5);
    desk.authority.setTrouble(refusing(400, { error: 'slow_down' }));
    await desk.pass(5);
    await desk.pass(10);
    desk.authority.setTrouble(null);
    await desk.pass(15);
    desk.authority.answerDevice('CODE-1', 'approved');
    await desk.pass(15);
    expect((await desk.signedIn).ok).toBe(true);
  });

  test.each([
    ['a cut line', { kind: 'cut' } as const],
    ['a fault of the service', refusing(503, {})],
    ['a wish to wait', refusing(429, {})],
    ['a page of a proxy', { kind: 'html', status: 200 } as const],
  ])('doubles after %s, up to a minute, and the sign-in goes on', async (_name, trouble) => {
    const desk = await askForCode();
    await desk.untilPause(5);
    desk.authority.setTrouble(trouble);
    for (const seconds of [5, 10, 20, 40, 60]) await desk.pass(seconds);
    desk.authority.setTrouble(null);
    desk.authority.answerDevice('CODE-1', 'approved');
    await desk.pass(60);
    expect((await desk.signedIn).ok).toBe(true);
  });
});
