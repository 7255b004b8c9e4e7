import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { openDialogue } from '../../../build/tenant-check/dialogue.ts';

function open() {
  const input = new PassThrough();
  const output = new PassThrough().setEncoding('utf8');
  const stop = new AbortController();
  const dialogue = openDialogue({ input, output, stop: stop.signal, onInterrupt: () => stop.abort() });
  return { input, output, stop, dialogue };
}

describe('a dialogue', () => {
  test('takes lines that come before they are asked for, in their order', async () => {
    const { input, dialogue } = open();
    input.write('  one \ntwo\n');
    expect(await dialogue.ask('first?')).toBe('one');
    expect(await dialogue.ask('second?')).toBe('two');
  });

  test('ends each question with a line of its own to answer on', async () => {
    const { input, output, dialogue } = open();
    const asked = dialogue.ask('who?');
    expect(String(output.read())).toBe('\nwho?\n> ');
    input.write('me\n');
    expect(await asked).toBe('me');
  });

  test.each([
    ['yes', true],
    ['YES', true],
    ['y', false],
    ['yes please', false],
    ['', false],
  ])('takes "%s" for %s', async (line, expected) => {
    const { input, dialogue } = open();
    input.write(`${line}\n`);
    expect(await dialogue.confirm('may it?')).toBe(expected);
  });

  test('answers nothing once nobody is there, at once and ever after', async () => {
    const { input, dialogue } = open();
    const asked = dialogue.ask('who?');
    input.end();
    expect(await asked).toBe('');
    expect(await dialogue.confirm('may it?')).toBe(false);
  });

  test('answers nothing once it was stopped, even where lines wait', async () => {
    const { input, stop, dialogue } = open();
    const asked = dialogue.ask('who?');
    stop.abort();
    expect(await asked).toBe('');
    input.write('yes\n');
    expect(await dialogue.confirm('may it?')).toBe(false);
  });
});
