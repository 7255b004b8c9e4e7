import type { Command } from '../contract/command.ts';
import type { Result } from '../contract/result.ts';
import type { BenchSettings } from './bench-settings.ts';
import type { Event } from './event.ts';
import { findLane } from './lanes.ts';
import { ok, refuse } from './result.ts';
import type { State } from './state.ts';
import { assertNever } from './unreachable.ts';

/** The commands about readers, their places and their rules. */
export type BenchCommand = Extract<Command, { kind: keyof typeof BENCH_KINDS }>;

const BENCH_KINDS = {
  showLane: true,
  nameReader: true,
  openDoctor: true,
  closeDoctor: true,
  useAsScanner: true,
  startLearning: true,
  stopLearning: true,
  acceptRule: true,
  removeSiteRule: true,
} as const;

export function isBenchCommand(command: Command): command is BenchCommand {
  return command.kind in BENCH_KINDS;
}

/** What a command about the bench makes happen, or why it is refused. */
export function decideBenchCommand(state: State, command: BenchCommand, atMs: number): Result<Event> {
  switch (command.kind) {
    case 'showLane':
      return findLane(state, command.laneId)
        ? ok({ kind: 'laneShown', atMs, laneId: command.laneId })
        : refuse('reader-gone');
    case 'openDoctor':
      return ok({ kind: 'doctorOpened', atMs });
    case 'closeDoctor':
      return ok({ kind: 'doctorClosed', atMs });
    case 'startLearning':
      return state.doctor ? ok({ kind: 'learningStarted', atMs, means: command.means }) : refuse('command-not-allowed');
    case 'stopLearning':
      return ok({ kind: 'learningStopped', atMs });
    case 'nameReader':
    case 'useAsScanner':
    case 'acceptRule':
    case 'removeSiteRule': {
      const settings = changeBench(state, command);
      return settings.ok ? ok({ kind: 'benchChanged', atMs, settings: settings.value }) : settings;
    }
    default:
      return assertNever(command);
  }
}

type BenchChange = Extract<BenchCommand, { kind: 'nameReader' | 'useAsScanner' | 'acceptRule' | 'removeSiteRule' }>;

function changeBench(state: State, command: BenchChange): Result<BenchSettings> {
  const { settings } = state.bench;
  switch (command.kind) {
    case 'nameReader': {
      const { readerKey, name, color } = command;
      if (!findLane(state, readerKey)) return refuse('reader-gone');
      return ok({ ...settings, readers: { ...settings.readers, [readerKey]: { name: name.trim(), color } } });
    }
    case 'useAsScanner': {
      const device = state.devices.find(({ deviceKey }) => deviceKey === command.deviceKey);
      if (!device) return refuse('reader-gone');
      const numbers = [device.vendorId, device.productId]
        .map((number) => number.toString(16).padStart(4, '0'))
        .join(':');
      const others = settings.typingScanners.filter((known) => known !== numbers);
      return ok({ ...settings, typingScanners: command.isScanner ? [...others, numbers] : others });
    }
    case 'acceptRule': {
      const rule = state.doctor?.learning?.proposal?.rule;
      return rule ? ok({ ...settings, siteRules: [...settings.siteRules, rule] }) : refuse('rule-not-found');
    }
    case 'removeSiteRule': {
      const siteRules = settings.siteRules.filter(({ id }) => id !== command.ruleId);
      return siteRules.length < settings.siteRules.length ? ok({ ...settings, siteRules }) : refuse('rule-not-found');
    }
    default:
      return assertNever(command);
  }
}
