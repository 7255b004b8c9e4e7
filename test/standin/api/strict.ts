// Anything the stand-in lacks fails loudly instead of answering undefined.

// Asked of any object by await, JSON, assertion libraries, inspectors and Node's own EventEmitter.
const ASKED_OF_ANYTHING = new Set(['then', 'toJSON', 'asymmetricMatch', 'nodeType', 'tagName', 'inspect', 'domain']);

/** The same object, except that reading a name it does not have throws. `name` is what the error calls it. */
export function strict<T extends object>(target: T, name: string): T {
  return new Proxy(target, {
    get(object, property, receiver): unknown {
      const isPresent = typeof property === 'symbol' || property in object;
      if (isPresent || property.startsWith('_') || ASKED_OF_ANYTHING.has(property)) {
        return Reflect.get(object, property, receiver);
      }
      throw new Error(`electron stand-in: ${name}.${property} is not implemented`);
    },
  });
}
