// Electron's own command line, as far as it is used here: electron [-r FILE] [--switch[=value]] APP [arguments].

export interface CommandLine {
  /** The value of -r: scripts that run before the app. */
  readonly preloadScripts: readonly string[];
  /** The path of the app, undefined if none was given. */
  readonly app: string | undefined;
  readonly switches: ReadonlyMap<string, string>;
  readonly asksVersion: boolean;
}

/** Takes `--name=value` apart; a switch without a value has the empty one. */
export function parseSwitch(argument: string): readonly [name: string, value: string] {
  const [, name = '', value = ''] = /^--([^=]*)=?(.*)$/s.exec(argument) ?? [];
  return [name, value];
}

/** Parses the arguments that follow the executable. */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const preloadScripts: string[] = [];
  const switches = new Map<string, string>();
  let app: string | undefined;
  let asksVersion = false;
  const rest = [...args];
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    // Node reads its own switches only before the app; Chromium reads its switches everywhere.
    const isForNode = argument.startsWith('--inspect');
    if (app === undefined && (argument === '-r' || argument === '--require')) preloadScripts.push(rest.shift() ?? '');
    else if (app === undefined && (argument === '-v' || argument === '--version')) asksVersion = true;
    else if (argument.startsWith('--') && !(app !== undefined && isForNode)) switches.set(...parseSwitch(argument));
    else app ??= argument;
  }
  return { preloadScripts, app, switches, asksVersion };
}
