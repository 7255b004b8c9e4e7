import type { NoticeKind } from '../electron/contract/snapshot.ts';

/** One sound per outcome, and a tick for a key that does nothing here. */
export type SoundName = NoticeKind | 'keyIgnored';

/** `slideToHz`: where the pitch ends, for the sounds of things that go and come. */
type Tone = { readonly hz: number; readonly slideToHz?: number; readonly lengthMs: number };

type Sound = {
  readonly wave: OscillatorType;
  /** 0 to 1, so that rough waves are as loud to the ear as round ones. */
  readonly loudness: number;
  readonly gapMs: number;
  readonly tones: readonly Tone[];
};

export type Sounds = { readonly play: (name: SoundName, volume: number) => void };

/** Chosen: good is round and rising, a no is falling, refused is low and rough; see theme/README.md §8. */
export const SOUNDS: Readonly<Record<SoundName, Sound>> = {
  scanTaken: sound('sine', 0.8, 0, [1319, 70]),
  scanTested: sound('sine', 0.3, 0, [1568, 45]),
  badgeRead: sound('sine', 0.7, 0, [988, 60], [1568, 60]),
  scanDuplicate: sound('sine', 0.8, 70, [1319, 70], [1319, 70]),
  scanRefused: sound('square', 0.3, 0, [156, 220]),
  codeWanted: sound('sine', 0.4, 10, [659, 90], [880, 110]),
  codeRejected: sound('triangle', 0.8, 20, [440, 130], [294, 200]),
  waiting: sound('sine', 0.4, 0, [392, 320]),
  unsure: sound('triangle', 0.6, 30, [494, 100], [415, 100], [494, 140]),
  activated: sound('sine', 0.8, 0, [523, 90], [659, 90], [784, 220]),
  stopped: sound('square', 0.3, 50, [196, 110], [196, 110], [147, 200]),
  visitBegun: sound('sine', 0.6, 0, [784, 60], [988, 60]),
  idChecked: sound('sine', 0.5, 0, [988, 70], [784, 70]),
  assigned: sound('sine', 0.8, 0, [587, 90], [740, 90], [880, 200]),
  lineChosen: sound('sine', 0.6, 0, [880, 60], [1175, 60]),
  orderDone: sound('sine', 0.8, 20, [523, 90], [659, 90], [784, 90], [1047, 260]),
  paperPrinted: sound('sine', 0.4, 0, [1047, 60]),
  paperFailed: sound('square', 0.3, 40, [247, 140], [185, 220]),
  shiftCompared: sound('sine', 0.5, 20, [659, 90], [659, 120]),
  takenBack: sound('sine', 0.7, 0, [784, 90], [659, 90], [523, 160]),
  planStopped: sound('square', 0.3, 50, [220, 110], [165, 220]),
  planDone: sound('sine', 0.7, 0, [784, 90], [523, 90], [784, 180]),
  readerGone: sound('triangle', 0.6, 0, [660, 300, 330]),
  readerReady: sound('triangle', 0.6, 0, [330, 300, 660]),
  readerTroubled: sound('triangle', 0.7, 50, [330, 120], [233, 110], [233, 160]),
  storageFailing: sound('square', 0.35, 20, [880, 90], [587, 90], [880, 90], [587, 90], [880, 90], [587, 90]),
  storageSafe: sound('sine', 0.7, 20, [587, 110], [880, 180]),
  keyIgnored: sound('triangle', 0.35, 0, [1800, 18]),
};

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- SOUNDS is exactly this object, written down above
export const SOUND_NAMES = Object.keys(SOUNDS) as readonly SoundName[];

/**
 * Plays through the sound card. `createContext` runs at the first sound, because a context that nobody needs still keeps
 * a device awake.
 */
export function createSounds(createContext: () => AudioContext): Sounds {
  let context: AudioContext | null = null;
  let freeAtS = 0;
  return {
    play(name, volume) {
      if (volume <= 0) return;
      context ??= createContext();
      // A context made before the first key or click starts asleep.
      if (context.state === 'suspended') void context.resume();
      // A burst of scans is heard one after the other, and cut off where it would lag behind the hand.
      const startS = Math.max(context.currentTime + 0.01, freeAtS);
      if (startS - context.currentTime > LONGEST_LAG_S) return;
      freeAtS = playSound(context, SOUNDS[name], volume, startS);
    },
  };
}

const LONGEST_LAG_S = 2;

/** Returns when the next sound may start. */
function playSound(context: AudioContext, played: Sound, volume: number, atS: number): number {
  const { wave, loudness, gapMs, tones } = played;
  let startS = atS;
  for (const { hz, slideToHz, lengthMs } of tones) {
    const endS = startS + lengthMs / 1000;
    const oscillator = context.createOscillator();
    const gain = context.createGain();
    oscillator.type = wave;
    oscillator.frequency.setValueAtTime(hz, startS);
    if (slideToHz) oscillator.frequency.exponentialRampToValueAtTime(slideToHz, endS);
    // Soft edges: a tone that starts or ends at full height clicks.
    gain.gain.setValueAtTime(0, startS);
    gain.gain.linearRampToValueAtTime(loudness * volume * 0.4, startS + 0.006);
    gain.gain.setTargetAtTime(0, Math.max(startS + 0.006, endS - 0.03), 0.012);
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(startS);
    oscillator.stop(endS + 0.06);
    startS = endS + gapMs / 1000;
  }
  return startS + 0.06;
}

/** Each tone: pitch in hertz, length in milliseconds, and where the pitch slides to. */
type ToneParts = readonly [hz: number, lengthMs: number, slideToHz?: number];

function sound(wave: OscillatorType, loudness: number, gapMs: number, ...parts: readonly ToneParts[]): Sound {
  const tones = parts.map(([hz, lengthMs, slideToHz]) => (slideToHz ? { hz, lengthMs, slideToHz } : { hz, lengthMs }));
  return { wave, loudness, gapMs, tones };
}
