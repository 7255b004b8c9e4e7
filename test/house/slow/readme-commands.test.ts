import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findProof } from '../readme-proofs.ts';
import { listCommands } from '../read-readme.ts';
import { root } from '../read-tree.ts';
import { copyProject, runLine } from './run-in-copy.ts';

const commands = [...new Set(listCommands(readFileSync(join(root, 'README.md'), 'utf8')))];

describe('in a fresh clone without node_modules', () => {
  let copy: Awaited<ReturnType<typeof copyProject>>;

  beforeAll(async () => {
    copy = await copyProject();
  });

  afterAll(() => copy.remove());

  test.for(commands)("the README's `%s` runs to its end", async (command, { skip }) => {
    const leftOutBecause = findProof(command);
    if (typeof leftOutBecause === 'string') skip(leftOutBecause);
    const { status, output } = await runLine(command, copy.folder);
    expect(status, output).toBe(0);
  });
});
