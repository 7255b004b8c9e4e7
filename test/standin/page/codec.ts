// Structured clone as JSON text. Runs in Node, and its text runs in both worlds of a page: it may import nothing but types.
// With hooks it also carries functions and promises (the context bridge); without them both are refused, as IPC refuses them.

export type AnyFunction = (...args: unknown[]) => unknown;

/** What stands in the text for a function or a promise: a number that only the hooks can make sense of. */
export interface PackHooks {
  readonly numberOfFunction?: (value: AnyFunction) => number;
  readonly numberOfPromise?: (value: Promise<unknown>) => number;
}

export interface UnpackHooks {
  readonly functionOfNumber?: (id: number) => AnyFunction;
  readonly promiseOfNumber?: (id: number) => Promise<unknown>;
}

type Packed =
  | null
  | string
  | number
  | boolean
  | { readonly kind: 'undefined' }
  | { readonly kind: 'number' | 'bigint' | 'date'; readonly text: string }
  | { readonly kind: 'function' | 'promise' | 'seen'; readonly id: number }
  | { readonly kind: 'array' | 'set'; readonly items: readonly Packed[] }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [string, Packed])[] }
  | { readonly kind: 'map'; readonly entries: readonly (readonly [Packed, Packed])[] }
  | { readonly kind: 'regexp'; readonly source: string; readonly flags: string }
  | { readonly kind: 'bytes'; readonly type: string; readonly base64: string }
  | { readonly kind: 'error'; readonly name: string; readonly message: string };

const VIEWS: Readonly<Record<string, new (buffer: ArrayBuffer) => ArrayBufferView>> = {
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
  DataView,
};
const ERRORS: Readonly<Record<string, ErrorConstructor>> = {
  Error,
  EvalError,
  RangeError,
  ReferenceError,
  SyntaxError,
  TypeError,
  URIError,
};

const tagOf = (value: unknown): string => Object.prototype.toString.call(value).slice(8, -1);
const isFunction = (value: unknown): value is AnyFunction => typeof value === 'function';

// Node 24 has no toBase64 yet, and a page has no Buffer.
const toBase64 = (bytes: Uint8Array): string =>
  typeof Buffer === 'function'
    ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
    : bytes.toBase64();
const fromBase64 = (text: string): ArrayBuffer =>
  typeof Buffer === 'function'
    ? new Uint8Array(Buffer.from(text, 'base64')).buffer
    : Uint8Array.fromBase64(text).buffer;

function refuse(): never {
  throw new Error('An object could not be cloned.');
}

function packNumber(value: number): Packed {
  if (Object.is(value, -0)) return { kind: 'number', text: '-0' };
  return Number.isFinite(value) ? value : { kind: 'number', text: String(value) };
}

function packObject(value: object, hooks: PackHooks, seen: Map<object, number>): Packed {
  const id = seen.get(value);
  if (id !== undefined) return { kind: 'seen', id };
  seen.set(value, seen.size);
  const inner = (part: unknown): Packed => pack(part, hooks, seen);
  if (Array.isArray(value)) return { kind: 'array', items: Array.from(value, inner) };
  if (ArrayBuffer.isView(value)) {
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    return { kind: 'bytes', type: tagOf(value), base64: toBase64(bytes) };
  }
  if (value instanceof ArrayBuffer) {
    return { kind: 'bytes', type: 'ArrayBuffer', base64: toBase64(new Uint8Array(value)) };
  }
  if (value instanceof Date) return { kind: 'date', text: String(value.getTime()) };
  if (value instanceof RegExp) return { kind: 'regexp', source: value.source, flags: value.flags };
  if (value instanceof Map) return { kind: 'map', entries: [...value].map(([key, part]) => [inner(key), inner(part)]) };
  if (value instanceof Set) return { kind: 'set', items: [...value].map(inner) };
  // Without the stack: it would tell the page where the files of the app lie.
  if (value instanceof Error) return { kind: 'error', name: value.name, message: value.message };
  if (value instanceof Promise && hooks.numberOfPromise) return { kind: 'promise', id: hooks.numberOfPromise(value) };
  if (tagOf(value) !== 'Object') return refuse();
  return { kind: 'object', entries: Object.entries(value).map(([key, part]) => [key, inner(part)]) };
}

function pack(value: unknown, hooks: PackHooks, seen: Map<object, number>): Packed {
  if (value === undefined) return { kind: 'undefined' };
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return packNumber(value);
  if (typeof value === 'bigint') return { kind: 'bigint', text: String(value) };
  if (typeof value === 'object') return packObject(value, hooks, seen);
  if (isFunction(value) && hooks.numberOfFunction) return { kind: 'function', id: hooks.numberOfFunction(value) };
  return refuse();
}

function unpackBytes(type: string, base64: string): ArrayBuffer | ArrayBufferView {
  const buffer = fromBase64(base64);
  const View = VIEWS[type];
  return View ? new View(buffer) : buffer;
}

// Objects are kept in the order in which pack() counted them, each one before its parts.
function unpack(packed: Packed, hooks: UnpackHooks, seen: unknown[]): unknown {
  if (packed === null || typeof packed !== 'object') return packed;
  const keep = <T>(value: T): T => {
    seen.push(value);
    return value;
  };
  const inner = (part: Packed): unknown => unpack(part, hooks, seen);
  switch (packed.kind) {
    case 'undefined':
      return undefined;
    case 'number':
      return Number(packed.text);
    case 'bigint':
      return BigInt(packed.text);
    case 'function':
      return hooks.functionOfNumber?.(packed.id);
    case 'promise':
      return keep(hooks.promiseOfNumber?.(packed.id));
    case 'seen':
      return seen[packed.id];
    case 'date':
      return keep(new Date(Number(packed.text)));
    case 'regexp':
      return keep(new RegExp(packed.source, packed.flags));
    case 'bytes':
      return keep(unpackBytes(packed.type, packed.base64));
    case 'error':
      return keep(new (ERRORS[packed.name] ?? Error)(packed.message));
    case 'array': {
      const array: unknown[] = keep([]);
      for (const item of packed.items) array.push(inner(item));
      return array;
    }
    case 'set': {
      const set = keep(new Set<unknown>());
      for (const item of packed.items) set.add(inner(item));
      return set;
    }
    case 'map': {
      const map = keep(new Map<unknown, unknown>());
      for (const [key, part] of packed.entries) map.set(inner(key), inner(part));
      return map;
    }
    case 'object': {
      const object = keep({});
      // Not by assignment: a key named __proto__ must stay a key.
      for (const [key, part] of packed.entries) {
        Object.defineProperty(object, key, {
          value: inner(part),
          enumerable: true,
          writable: true,
          configurable: true,
        });
      }
      return object;
    }
  }
}

/** The text of a value; throws "An object could not be cloned." as Electron does. */
export function encode(value: unknown, hooks: PackHooks = {}): string {
  return JSON.stringify(pack(value, hooks, new Map()));
}

/** The value of a text that encode() made. */
export function decode(text: string, hooks: UnpackHooks = {}): unknown {
  const packed: Packed = JSON.parse(text);
  return unpack(packed, hooks, []);
}

/** The list of arguments of a text that encode() made from a list. */
export function decodeList(text: string, hooks: UnpackHooks = {}): unknown[] {
  const list = decode(text, hooks);
  return Array.isArray(list) ? list : [];
}
