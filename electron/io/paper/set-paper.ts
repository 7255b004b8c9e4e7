import type { MachineCode, Paper } from '../../core/paper/paper.ts';
import type { PaperWords } from '../../core/paper/words/paper-words.ts';
import type { Result } from '../../contract/result.ts';
import { ok } from '../../core/result.ts';
import { drawCode } from './draw-code.ts';
import { fillTemplate, type TemplateView } from './fill-template.ts';
import { pageSizeOf, type PageSize } from './page-size.ts';
import { readTemplate, refuseTemplate } from './site-templates.ts';

/** A paper as it is to look. */
export type SetPaper = PageSize & { readonly html: string };

/** Gives a paper its form, by the site's template or the built-in one. `template-broken`. */
export async function setPaper(paper: Paper, words: PaperWords, folder: string): Promise<Result<SetPaper>> {
  const { kind } = paper;
  const template = await readTemplate(folder, kind);
  if (!template.ok) return template;
  try {
    const { html, missing } = fillTemplate(template.value, { ...viewOf(paper.content), words: viewOf(words) });
    if (missing.length > 0) return refuseTemplate(kind, `nothing is called ${missing.join(', ')}`);
    return ok({ html, ...pageSizeOf(template.value) });
  } catch (error) {
    return refuseTemplate(kind, error instanceof Error ? error.message : String(error));
  }
}

/** The same texts, with the drawing beside the text of each bar code. */
function viewOf(content: object): TemplateView {
  return Object.fromEntries(Object.entries(content).map(([name, value]) => [name, valueOf(value)]));
}

function valueOf(value: unknown): TemplateView[string] {
  if (Array.isArray(value)) return value.map(viewOf);
  if (isCode(value)) return { text: value.text, svg: drawCode(value) };
  if (typeof value === 'object' && value !== null) return viewOf(value);
  return typeof value === 'string' || typeof value === 'boolean' ? value : null;
}

function isCode(value: unknown): value is MachineCode {
  return typeof value === 'object' && value !== null && 'symbology' in value;
}
