import type { Paper } from './paper.ts';
import type { PaperWords } from './words/paper-words.ts';

/** Chosen: with the ending and a number, four bytes a character, it stays below the 255 bytes that file systems take. */
const LONGEST = 55;

/** What a paper is called as a file, without its ending: a name on every system, whatever stands in it. */
export function fileNameOf(paper: Paper, words: PaperWords): string {
  const name = `${words.names[paper.kind]} ${subjectOf(paper)}`;
  // Windows takes no signs such as : and ?, and no dot or blank at the end.
  const plain = name.replaceAll(/[^\p{L}\p{M}\p{N} ._()-]/gu, '_');
  return Array.from(plain)
    .slice(0, LONGEST)
    .join('')
    .replace(/[ .]+$/, '');
}

function subjectOf(paper: Paper): string {
  switch (paper.kind) {
    case 'receipt':
      return `${paper.content.serialTail} ${paper.content.personName}`;
    case 'label':
      return `${paper.content.serial.text} ${paper.content.personName}`;
    case 'orderSheet':
    case 'manifest':
      return paper.content.orderName;
    case 'shiftReport':
      return paper.content.printedAt;
  }
}
