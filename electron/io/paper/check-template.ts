import mustache, { type TemplateSpans } from 'mustache';

/** Drawn by the station itself; everything else is written so that it stays text. */
const DRAWING = /(?:^|\.)svg$/;

/** Each with what is wrong about it. The page could not use them anyway: it runs no script and reaches nothing. */
const FORBIDDEN: readonly (readonly [RegExp, string])[] = [
  [/<\s*script\b/i, 'it holds a script'],
  [/<[^>]*\son[a-z]+\s*=/i, 'it holds a script'],
  [/javascript\s*:/i, 'it holds a script'],
  [/<\s*(?:iframe|frame|object|embed|applet|link|base|form|portal|webview)\b/i, 'it embeds or links another page'],
  [/<\s*meta\b[^>]*http-equiv/i, 'it holds a meta http-equiv'],
  [/@import\b/i, 'it imports a style from elsewhere'],
  // A picture or a font may be part of the file itself.
  [/\burl\(\s*(?!["']?\s*(?:data:|#))/i, 'it refers to something outside the file'],
  [
    /<[^>]*\s(?:src|srcset|href|xlink:href|data|poster|background|action)\s*=\s*(?!["']?\s*(?:data:|#))/i,
    'it refers to something outside the file',
  ],
];

/** Why a template cannot be used; `null`: it can. */
export function findTemplateFault(template: string): string | null {
  const forbidden = FORBIDDEN.find(([pattern]) => pattern.test(template));
  if (forbidden) return forbidden[1];
  try {
    return faultOfTags(mustache.parse(template));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function faultOfTags(spans: TemplateSpans): string | null {
  for (const [kind, name, , , inner] of spans) {
    if (kind === '>') return `{{>${name}}} takes in another file`;
    if (kind === '&' && !DRAWING.test(name)) return `{{{${name}}}} must be written {{${name}}}`;
    const within = Array.isArray(inner) ? faultOfTags(inner) : null;
    if (within !== null) return within;
  }
  return null;
}
