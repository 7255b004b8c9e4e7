import mustache from 'mustache';

type Context = InstanceType<typeof mustache.Context>;

/** What stands in the places of a template: texts, lists of such, and nothing that could be called. */
export type TemplateView = {
  readonly [name: string]: string | boolean | null | undefined | TemplateView | readonly TemplateView[];
};

/** `missing`: names in the template that stand for nothing. */
export type Filled = { readonly html: string; readonly missing: readonly string[] };

/** Puts the texts in their places. Throws what mustache says of a template that it cannot read. */
export function fillTemplate(template: string, view: TemplateView): Filled {
  const missing = new Set<string>();
  const html = mustache.render(template, contextOf([view], missing));
  return { html, missing: [...missing] };
}

/**
 * Finds names in our own data alone. Mustache itself also finds what JavaScript puts on every object, and calls it where it is
 * a function; and it leaves a name that it does not find empty, where a receipt without its serial number would be printed.
 */
function contextOf(scopes: readonly unknown[], missing: Set<string>): Context {
  const context = new mustache.Context(scopes[0]);
  context.lookup = (name: string): unknown => {
    const found = name === '.' ? scopes[0] : findIn(scopes, name.split('.'));
    if (found === undefined) missing.add(name);
    return found;
  };
  context.push = (scope: unknown) => contextOf([scope, ...scopes], missing);
  return context;
}

function findIn(scopes: readonly unknown[], [first = '', ...rest]: readonly string[]): unknown {
  const scope = scopes.find((candidate) => ownOf(candidate, first) !== undefined);
  return rest.reduce<unknown>(ownOf, ownOf(scope, first));
}

/** `undefined`: there is no such name. */
function ownOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  const found: unknown = Reflect.get(value, name);
  return typeof found === 'function' ? undefined : found;
}
