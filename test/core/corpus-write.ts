import { writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
import { format } from 'prettier';
import { COMMANDS, LABELS, SITE_LABELS } from './corpus-forms.ts';
import { KEYS, NUMBERS } from './corpus-keys.ts';
import { RETAIL, SYMBOLOGIES, ZEROS } from './corpus-labels.ts';
import { LONG } from './corpus-long.ts';
import { READERS } from './corpus-readers.ts';
import { CHARACTERS, FOREIGN_LABELS, SECRETS } from './corpus-refused.ts';
import { LAYOUTS, SERIALS } from './corpus-serials.ts';
import { SUFFIXES } from './corpus-suffixes.ts';
import { BETWEEN, LOST } from './corpus-trouble.ts';
import { BESIDE, REPEATED } from './corpus-view.ts';
import { CORPUS_FOLDER, type CorpusFile } from './corpus-vector.ts';

/** The corpus as it is described in code, by the name of its file. `node test/core/corpus-write.ts` writes the files. */
export const WRITTEN: Readonly<Record<string, CorpusFile>> = {
  beside: BESIDE,
  between: BETWEEN,
  characters: CHARACTERS,
  commands: COMMANDS,
  'foreign-labels': FOREIGN_LABELS,
  keys: KEYS,
  labels: LABELS,
  layouts: LAYOUTS,
  long: LONG,
  lost: LOST,
  numbers: NUMBERS,
  readers: READERS,
  repeated: REPEATED,
  retail: RETAIL,
  secrets: SECRETS,
  serials: SERIALS,
  'site-labels': SITE_LABELS,
  suffixes: SUFFIXES,
  symbologies: SYMBOLOGIES,
  zeros: ZEROS,
};

if (import.meta.url === pathToFileURL(argv[1] ?? '').href) {
  for (const [name, file] of Object.entries(WRITTEN)) {
    const text = await format(JSON.stringify(file), { parser: 'json', printWidth: 120 });
    writeFileSync(new URL(`${name}.json`, CORPUS_FOLDER), text);
  }
}
