type Versions = Readonly<Record<string, string>>;
export type Package = {
  readonly version: string;
  readonly scripts: Versions;
  readonly dependencies?: Versions;
  readonly devDependencies?: Versions;
  readonly optionalDependencies?: Versions;
};

const EXACT = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

const allOf = (pack: Package) => ({ ...pack.dependencies, ...pack.devDependencies, ...pack.optionalDependencies });

/** Dependencies of which the next installation could bring another version. */
export function findLoosePins(pack: Package): readonly string[] {
  return Object.entries(allOf(pack)).flatMap(([name, version]) => (EXACT.test(version) ? [] : [`${name}@${version}`]));
}

/** Dependencies without a row in a table of DECISIONS.md that names them in backticks. */
export function findUnexplained(pack: Package, decisions: string): readonly string[] {
  const rows = decisions.split('\n').filter((line) => line.trimStart().startsWith('|'));
  return Object.keys(allOf(pack)).filter((name) => !rows.some((row) => row.includes(`\`${name}\``)));
}

/** Packages that the lock would fetch from one certain host. The integrity alone must decide. */
export function findHosts(lock: string): readonly string[] {
  const { packages }: { packages: Readonly<Record<string, { resolved?: string }>> } = JSON.parse(lock);
  return Object.entries(packages).flatMap(([path, { resolved }]) => (resolved?.includes('://') ? [path] : []));
}

/** Whether the change log has a heading for a version. */
export function hasEntry(changelog: string, version: string): boolean {
  return changelog.split('\n').some((line) => line.startsWith('## ') && line.split(/[\s[\]]+/).includes(version));
}
