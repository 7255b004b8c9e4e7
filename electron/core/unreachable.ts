/** For a switch that has handled every kind. Reaching it at run time is a bug, so it throws. */
export function assertNever(value: never): never {
  throw new Error(`unhandled kind: ${JSON.stringify(value)}`);
}
