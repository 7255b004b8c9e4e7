import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PaperKind } from '../../contract/paper.ts';
import type { Result } from '../../contract/result.ts';
import { ok, refuse } from '../../core/result.ts';
import { findTemplateFault } from './check-template.ts';
import { BUILT_IN_TEMPLATES } from './templates/built-in-templates.ts';

/** Chosen: a page with a logo in it is a tenth of it. */
const MOST_BYTES = 256 * 1_024;

/** What the station keeps belongs to whoever works at it. */
const FOLDER_MODE = 0o700;

export function templateFileName(kind: PaperKind): string {
  return `${kind}.html`;
}

/** The site's template where there is one, else the built-in one. `template-broken`: it is there and cannot be used. */
export async function readTemplate(folder: string, kind: PaperKind): Promise<Result<string>> {
  const path = join(folder, templateFileName(kind));
  try {
    const { size } = await stat(path);
    if (size > MOST_BYTES) return refuseTemplate(kind, `it is larger than ${MOST_BYTES / 1_024} KB`);
    const template = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
    const fault = findTemplateFault(template);
    return fault === null ? ok(template) : refuseTemplate(kind, fault);
  } catch (error) {
    const code = codeOf(error);
    return code === 'ENOENT' ? ok(BUILT_IN_TEMPLATES[kind]) : refuseTemplate(kind, code);
  }
}

export function refuseTemplate(kind: PaperKind, reason: string): Result<never> {
  return refuse('template-broken', { detail: `${templateFileName(kind)}: ${reason}` });
}

/** Writes the built-in templates where the site can change them. What is there already stays. `file-not-written`. */
export async function writeTemplates(folder: string): Promise<Result<null>> {
  try {
    await mkdir(folder, { recursive: true, mode: FOLDER_MODE });
    for (const [kind, template] of Object.entries(BUILT_IN_TEMPLATES)) {
      await writeNew(join(folder, `${kind}.html`), template);
    }
    return ok(null);
  } catch (error) {
    return refuse('file-not-written', { detail: `${folder}: ${codeOf(error)}` });
  }
}

async function writeNew(path: string, content: string): Promise<void> {
  try {
    await writeFile(path, content, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

function codeOf(error: unknown): string {
  // Node's own decoder throws it with a code that tells a site nothing.
  if (error instanceof TypeError) return 'it is not UTF-8 text';
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
