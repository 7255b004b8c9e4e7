import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from '../../electron/io/replace-file.ts';
import type { Report } from './report.ts';

/** Writes the file, whole or not at all and for its owner alone, beside earlier ones of the day. Throws what the disk says. */
export async function writeReport(folder: string, report: Report): Promise<string> {
  const path = freePath(folder, `tenant-check-${report.startedOn}`);
  await replaceFile(path, `${JSON.stringify(report, null, 2)}\n`);
  return path;
}

function freePath(folder: string, name: string): string {
  for (let count = 1; ; count += 1) {
    const path = join(folder, count === 1 ? `${name}.json` : `${name}-${count}.json`);
    if (!existsSync(path)) return path;
  }
}
