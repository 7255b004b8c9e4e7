import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test, type TestContext } from 'vitest';
import { OPERATIONS, type BodyField } from '../../electron/practice/surface.ts';

const DESCRIPTION_PATH = '../shared/facts/graph-hardware-oath.openapi.json';
const DESCRIPTION_FILE = fileURLToPath(new URL(`../../${DESCRIPTION_PATH}`, import.meta.url));

type Schema = {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
};

type DescribedOperation = {
  readonly parameters?: readonly { readonly name: string }[];
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: Schema } } };
  readonly responses: Readonly<Record<string, unknown>>;
};

type Description = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};

/** Microsoft's description covers the hardware OATH calls; users and all methods are other workloads, and a batch is none. */
const NOT_DESCRIBED = ['searchUsers', 'readUser', 'readMe', 'readPhoto', 'listMemberships', 'listAllMethods', 'batch'];
const DESCRIBED = OPERATIONS.filter(({ name }) => !NOT_DESCRIBED.includes(name)).flatMap((operation) =>
  [operation.path, operation.selfPath ?? []].flat().map((path) => ({ ...operation, path })),
);
/** Query keys of the service's own links. */
const OPAQUE = ['$skiptoken'];

test.for(DESCRIBED)(
  "$name at $path is in Microsoft's description with the same keys and success status",
  (operation, context) => {
    const description = readDescription(context);
    const described = findDescribed(description, operation.path, operation.method);
    if (!described) throw new Error(`${operation.method} ${operation.path} is not described`);
    const parameters = (described.parameters ?? []).map(({ name }) => name);
    const keys = Object.keys(operation.query).filter((key) => !OPAQUE.includes(key));
    expect(parameters).toEqual(expect.arrayContaining(keys));
    const statuses = Object.keys(described.responses);
    // The page of the lists says 201, a vendor's guide 200: the description has both.
    expect(statuses.includes('2XX') || statuses.includes(String(operation.successStatus))).toBe(true);
    expect(described.requestBody !== undefined).toBe(operation.body !== null);
    const schema = described.requestBody?.content['application/json'].schema;
    if (schema) expectFields(description, schema, operation.body ?? {});
  },
);

test('every operation about tokens of a user is there for oneself as well', () => {
  const without = OPERATIONS.filter(({ path, selfPath }) => path.startsWith('/users/{id}/') && selfPath === null);
  expect(without).toEqual([]);
});

test.for(OPERATIONS.filter(({ name }) => NOT_DESCRIBED.includes(name)))(
  "$name is of no hardware OATH workload, and Microsoft's description leaves it out",
  (operation, context) => {
    expect(findDescribed(readDescription(context), operation.path, operation.method)).toBeUndefined();
  },
);

test('no two operations share a method and a path', () => {
  const keys = OPERATIONS.flatMap(({ method, path, selfPath }) =>
    [path, selfPath ?? []].flat().map((one) => `${method} ${withoutNames(one)}`),
  );
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

function expectFields(description: Description, schema: Schema, fields: Readonly<Record<string, BodyField>>): void {
  const properties = propertiesOf(description, schema);
  for (const [key, field] of Object.entries(fields)) {
    const property = properties[key];
    if (!property) throw new Error(`${key} is not described`);
    if (field.type === 'object') expectFields(description, property, field.fields);
    else if (field.type === 'integer') expect([property.type, property.format], key).toEqual(['number', 'int32']);
    else expect(typeOf(description, property), key).toBe(field.type);
  }
}

/** What a property is, where it is an enumeration of its own as well. */
function typeOf(description: Description, { type, anyOf = [] }: Schema): string | undefined {
  const [first] = anyOf.flatMap(({ $ref }) => description.components.schemas[$ref?.split('/').at(-1) ?? ''] ?? []);
  return type ?? first?.type;
}

/** All that a schema has by itself, by reference and by inheritance. */
function propertiesOf(description: Description, schema: Schema): Readonly<Record<string, Schema>> {
  const referred =
    schema.$ref === undefined ? [] : [description.components.schemas[schema.$ref.split('/').at(-1) ?? '']];
  const parts = [...referred, ...(schema.allOf ?? []), ...(schema.anyOf ?? [])].flatMap((part) => part ?? []);
  return Object.assign({}, schema.properties, ...parts.map((part) => propertiesOf(description, part)));
}

function findDescribed(description: Description, path: string, method: string): DescribedOperation | undefined {
  const found = Object.entries(description.paths).find(([template]) => withoutNames(template) === withoutNames(path));
  return found?.[1][method.toLowerCase()];
}

function withoutNames(path: string): string {
  return path.replaceAll(/\{[^}]*\}/g, '{}');
}
