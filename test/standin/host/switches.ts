// The switches of this run: from the command line, and those that the app appends before it is ready.

const switches = new Map<string, string>();

export const allSwitches: ReadonlyMap<string, string> = switches;

/** Sets a switch; lists of features grow instead of being replaced, as in Chromium. */
export function appendSwitch(name: string, value = ''): void {
  const old = switches.get(name);
  switches.set(name, old && value && name.endsWith('-features') ? `${old},${value}` : value);
}

/** Takes a switch back before Chromium sees it. */
export function removeSwitch(name: string): void {
  switches.delete(name);
}
