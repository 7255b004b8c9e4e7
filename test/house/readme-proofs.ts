/** How the README's commands are proven: by running them in a fresh copy, or why that is not done. */
const PROOFS: readonly (readonly [command: RegExp, leftOutBecause: string | null])[] = [
  [/^npm (start|run demo|run check|run build)$/, null],
  [/^(git clone|cd) /, 'the copy stands for the clone'],
  [/^npm run test:hid$/, 'npm test runs it as one of its parts'],
  [/^npm test$/, 'it is the run that this test is part of'],
  [/^npm run tenant:check\b/, 'it needs a real tenant and somebody who answers'],
  [/^npm run bench\b/, 'a benchmark measures only on a machine that does nothing else'],
  [/^npm run format$/, 'it writes to the sources; npm run check reads the same rules'],
  [/^sudo /, 'it changes the machine'],
  [/^npx install-electron$/, 'the set-up tries the same by itself'],
];

/** `null`: it is to be run. A string: why not. `undefined`: nobody has said how this command is proven. */
export function findProof(command: string): string | null | undefined {
  return PROOFS.find(([pattern]) => pattern.test(command))?.[1];
}
