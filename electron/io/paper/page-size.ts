/** In millimetres. */
export type PageSize = { readonly widthMm: number; readonly heightMm: number };

/** Source: ISO 216; Letter: ANSI/ASME Y14.1. */
const NAMED: Readonly<Record<string, PageSize>> = {
  a4: { widthMm: 210, heightMm: 297 },
  a5: { widthMm: 148, heightMm: 210 },
  a6: { widthMm: 105, heightMm: 148 },
  letter: { widthMm: 215.9, heightMm: 279.4 },
};

const IN_MM = /@page[^{}]*\{[^{}]*\bsize:\s*(\d+(?:\.\d+)?)mm\s+(\d+(?:\.\d+)?)mm/i;
const BY_NAME = /@page[^{}]*\{[^{}]*\bsize:\s*(a4|a5|a6|letter)\b(\s+landscape)?/i;

/** The paper that a template says it is for (`@page { size: 62mm 29mm }`), so that a printer is told the same; else A4. */
export function pageSizeOf(template: string): PageSize {
  const [, width, height] = IN_MM.exec(template) ?? [];
  if (width !== undefined && height !== undefined) return { widthMm: Number(width), heightMm: Number(height) };
  const [, name = 'a4', landscape] = BY_NAME.exec(template) ?? [];
  const { widthMm, heightMm } = NAMED[name.toLowerCase()] ?? { widthMm: 210, heightMm: 297 };
  return landscape === undefined ? { widthMm, heightMm } : { widthMm: heightMm, heightMm: widthMm };
}
