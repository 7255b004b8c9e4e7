// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { createSounds, SOUND_NAMES, SOUNDS } from '../../renderer/sounds.ts';

/** Writes down when each tone starts, in seconds; it has the parts of an AudioContext that are played on. */
function createFakeAudio() {
  const startsS: number[] = [];
  const param = {
    setValueAtTime() {},
    linearRampToValueAtTime() {},
    exponentialRampToValueAtTime() {},
    setTargetAtTime() {},
  };
  const gain = { gain: param, connect: () => gain };
  const context = {
    currentTime: 0,
    state: 'suspended',
    destination: {},
    resumed: 0,
    resume() {
      context.resumed++;
      return Promise.resolve();
    },
    createGain: () => gain,
    createOscillator: () => ({
      type: 'sine',
      frequency: param,
      connect: () => gain,
      start: (atS: number) => startsS.push(atS),
      stop() {},
    }),
  };
  return { context, startsS };
}

describe('the sounds', () => {
  test('no two outcomes sound the same', () => {
    const heard = SOUND_NAMES.map((name) => JSON.stringify(SOUNDS[name]));
    expect(new Set(heard).size).toBe(SOUND_NAMES.length);
  });

  test.each(SOUND_NAMES)('%s is short', (name) => {
    const { tones, gapMs } = SOUNDS[name];
    const lengthMs = tones.reduce((sum, tone) => sum + tone.lengthMs + gapMs, -gapMs);
    expect(lengthMs).toBeLessThanOrEqual(700);
  });

  test('two at once are heard one after the other, and a flood is cut off', () => {
    const { context, startsS } = createFakeAudio();
    const sounds = createSounds(() => context as unknown as AudioContext);
    for (let count = 0; count < 100; count++) sounds.play('scanTaken', 1);
    expect(startsS.length).toBeGreaterThan(5);
    expect(startsS.length).toBeLessThan(30);
    expect(startsS).toEqual(startsS.toSorted((one, other) => one - other));
    expect(new Set(startsS).size).toBe(startsS.length);
  });

  test('silence makes no device, and a sleeping one is woken', () => {
    const { context } = createFakeAudio();
    let made = 0;
    const sounds = createSounds(() => {
      made++;
      return context as unknown as AudioContext;
    });
    sounds.play('activated', 0);
    expect(made).toBe(0);
    sounds.play('activated', 0.5);
    expect(made).toBe(1);
    expect(context.resumed).toBe(1);
  });
});
