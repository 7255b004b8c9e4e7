/** The commands in the README's `sh` blocks, one a line, without comments and without what only explains (`$ `). */
export function listCommands(readme: string): readonly string[] {
  const blocks = [...readme.matchAll(/^```(?:sh|bash|shell)\n(.*?)^```/gms)].map(([, text = '']) => text);
  return blocks
    .flatMap((block) => block.replaceAll(/\s*\\\n\s*/g, ' ').split('\n'))
    .map((line) =>
      line
        .replace(/(^|\s)#.*$/, '')
        .replace(/^\$ /, '')
        .trim(),
    )
    .filter((line) => line !== '');
}

/** The scripts that the README names anywhere, such as `check` for `npm run check`. */
export function listScripts(readme: string): readonly string[] {
  const named = [...readme.matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)];
  return [...new Set(named.map(([, script, short]) => script ?? short ?? ''))];
}

/** Files of the project that the README links to or names with their path in backticks. */
export function listPaths(readme: string): readonly string[] {
  const prose = readme.replaceAll(/^```.*?^```/gms, '');
  const links = [...prose.matchAll(/\]\(([^)\s]+)\)/g), ...prose.matchAll(/\b(?:src|href)="([^"]+)"/g)];
  const linked = links
    .map(([, target = '']) => target.split('#', 1)[0] ?? '')
    .filter((path) => !/^(|[a-z]+:.*)$/.test(path));
  const quoted = [...prose.matchAll(/`((?:electron|renderer|native|test|build|\.ci)\/[\w./-]*)`/g)];
  return [...new Set([...linked, ...quoted.map(([, path = '']) => path)])];
}
