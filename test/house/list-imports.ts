import { parseSync, Visitor } from 'vite';

export type Import = {
  readonly line: number;
  /** `null` where the name is worked out at run time. */
  readonly specifier: string | null;
  /** The names that are taken, or `null` for the whole module. */
  readonly names: readonly string[] | null;
  readonly isReExport: boolean;
};

type Parsed = ReturnType<typeof parseSync>;
type Found = { start: number; specifier: string | null; names: readonly string[] | null; isReExport?: boolean };

/** Everything by which a file reaches another one: import, export from, import(), import types, require, references. */
export function listImports(path: string, text: string): readonly Import[] {
  const parsed = parseSync(path, text);
  const found = [...staticImports(parsed), ...reExports(parsed), ...otherWays(parsed), ...references(parsed)];
  return found.map(({ start, specifier, names, isReExport = false }) => {
    return { line: text.slice(0, start).split('\n').length, specifier, names, isReExport };
  });
}

function staticImports({ module }: Parsed): Found[] {
  return module.staticImports.map(({ start, moduleRequest, entries }) => {
    const isByName = entries.length > 0 && entries.every((entry) => entry.importName.kind === 'Name');
    const names = isByName ? entries.map((entry) => entry.importName.name ?? '') : null;
    return { start, specifier: moduleRequest.value, names };
  });
}

function reExports({ module }: Parsed): Found[] {
  const entries = module.staticExports.flatMap((statement) => statement.entries);
  return entries.flatMap(({ start, moduleRequest, importName }) => {
    if (!moduleRequest) return [];
    const names = importName.kind === 'Name' ? [importName.name ?? ''] : null;
    return [{ start, specifier: moduleRequest.value, names, isReExport: true }];
  });
}

function otherWays({ program }: Parsed): Found[] {
  const found: Found[] = [];
  const add = (start: number, source: unknown) => found.push({ start, specifier: readString(source), names: null });
  new Visitor({
    ImportExpression: (node) => void add(node.start, node.source),
    TSImportType: (node) => void add(node.start, node.source),
    TSExternalModuleReference: (node) => void add(node.start, node.expression),
    CallExpression: (node) => {
      const isRequire = node.callee.type === 'Identifier' && node.callee.name === 'require';
      if (isRequire) add(node.start, node.arguments[0]);
    },
  }).visit(program);
  return found;
}

/** `/// <reference …>` brings types in past the tsconfig of the room. */
function references({ comments }: Parsed): Found[] {
  return comments
    .filter(({ type, value }) => type === 'Line' && value.startsWith('/ <reference'))
    .map(({ start, value }) => ({ start, specifier: `//${value.trimEnd()}`, names: null }));
}

function readString(node: unknown): string | null {
  const value: unknown = typeof node === 'object' && node !== null && 'value' in node ? node.value : null;
  return typeof value === 'string' ? value : null;
}
