import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test, type TestContext } from 'vitest';
import { OPERATIONS } from '../../electron/practice/surface.ts';

const DESCRIPTION_PATH = '../shared/facts/graph-hardware-oath.openapi.json';
const DESCRIPTION_FILE = fileURLToPath(new URL(`../../${DESCRIPTION_PATH}`, import.meta.url));

type DescribedOperation = {
  readonly parameters?: readonly { readonly name: string }[];
  readonly requestBody?: {
    readonly content: { readonly 'application/json': { readonly schema: { readonly $ref: string } } };
  };
  readonly responses: Readonly<Record<string, unknown>>;
};

type Description = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, { readonly properties?: Readonly<Record<string, { type?: string }>> }>>;
  };
};

/** Microsoft's description covers the hardware OATH calls; users are another workload. */
const NOT_DESCRIBED = ['searchUsers', 'readUser'];
const DESCRIBED = OPERATIONS.filter(({ name }) => !NOT_DESCRIBED.includes(name));

test.for(DESCRIBED)(
  "$name is in Microsoft's description with the same keys and success status",
  (operation, context) => {
    const description = readDescription(context);
    const described = findDescribed(description, operation.path, operation.method);
    if (!described) throw new Error(`${operation.method} ${operation.path} is not described`);
    const parameters = (described.parameters ?? []).map(({ name }) => name);
    expect(parameters).toEqual(expect.arrayContaining(Object.keys(operation.query)));
    expect(Object.keys(described.responses)).toContain(String(operation.successStatus));
    expect(described.requestBody !== undefined).toBe(operation.body !== null);
    const schemaName = described.requestBody?.content['application/json'].schema.$ref.split('/').at(-1) ?? '';
    const properties = description.components.schemas[schemaName]?.properties ?? {};
    for (const [key, field] of Object.entries(operation.body ?? {})) {
      expect(properties[key]?.type, key).toBe(field.type);
    }
  },
);

test.for(OPERATIONS.filter(({ name }) => NOT_DESCRIBED.includes(name)))(
  "$name is of the users workload, which Microsoft's description leaves out",
  (operation, context) => {
    expect(findDescribed(readDescription(context), operation.path, operation.method)).toBeUndefined();
  },
);

test('no two operations share a method and a path', () => {
  const keys = OPERATIONS.map(({ method, path }) => `${method} ${withoutNames(path)}`);
  expect(new Set(keys).size).toBe(keys.length);
});

/** The description lies beside the checkout, not in it: without it there is nothing to compare with. */
function readDescription(context: TestContext): Description {
  if (!existsSync(DESCRIPTION_FILE)) {
    const reason = `${DESCRIPTION_PATH} is not there, so that the table could not be compared with it`;
    if (process.env['CI'] === 'true') throw new Error(reason);
    console.warn(reason);
    context.skip(reason);
  }
  return JSON.parse(readFileSync(DESCRIPTION_FILE, 'utf8')) as Description;
}

function findDescribed(description: Description, path: string, method: string): DescribedOperation | undefined {
  const found = Object.entries(description.paths).find(([template]) => withoutNames(template) === withoutNames(path));
  return found?.[1][method.toLowerCase()];
}

function withoutNames(path: string): string {
  return path.replaceAll(/\{[^}]*\}/g, '{}');
}
