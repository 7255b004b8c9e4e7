import type { Command } from '../contract/command.ts';

/** The commands that go straight to the edge that they are about: nothing in the state decides on them. */
export type EdgeCommand = Extract<Command, { kind: keyof typeof EDGE_KINDS }>;

const EDGE_KINDS = {
  practiceScan: true,
  practicePlug: true,
  practiceTrouble: true,
  cancelSignIn: true,
  lookAgain: true,
  switchToHidPos: true,
  changeSettings: true,
  openSeedFile: true,
  forgetSeeds: true,
  seekToken: true,
  stopSeeking: true,
} as const;

export function isEdgeCommand(command: Command): command is EdgeCommand {
  return command.kind in EDGE_KINDS;
}
