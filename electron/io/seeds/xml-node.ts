import { XMLParser } from 'fast-xml-parser';

/** An element: its children by name without prefix, its attributes with `@`, its text as `#text`. */
export type XmlNode = { readonly [name: string]: unknown };

const parser = new XMLParser({
  removeNSPrefix: true,
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  // Nothing in a file may grow or fetch anything.
  processEntities: false,
  alwaysCreateTextNode: true,
});

/** `null`: this is no XML, or its outermost element is another one. */
export function parseXml(text: string, rootName: string): XmlNode | null {
  try {
    return childOf(asNode(parser.parse(text, true)), rootName);
  } catch {
    return null;
  }
}

/** The first element at the end of a path of names, or `null`. */
export function childOf(node: XmlNode | null, ...path: readonly string[]): XmlNode | null {
  return path.reduce<XmlNode | null>((found, name) => (found ? (childrenOf(found, name)[0] ?? null) : null), node);
}

export function childrenOf(node: XmlNode, name: string): readonly XmlNode[] {
  const found = node[name];
  const children: readonly unknown[] = Array.isArray(found) ? found : [found];
  return children.map(asNode).filter((child) => child !== null);
}

/** The text of the element at the end of a path, without the spaces around it; empty where there is none. */
export function textOf(node: XmlNode | null, ...path: readonly string[]): string {
  const text = childOf(node, ...path)?.['#text'];
  return typeof text === 'string' ? text.trim() : '';
}

export function attributeOf(node: XmlNode | null, name: string): string {
  const value = node?.[`@${name}`];
  return typeof value === 'string' ? value : '';
}

function asNode(value: unknown): XmlNode | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : null;
}
