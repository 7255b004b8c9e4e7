import { Fragment, type ReactNode } from 'react';

type FilledTextProps = {
  /** A sentence with `{name}` where a part belongs. */
  readonly text: string;
  readonly parts: Readonly<Record<string, ReactNode>>;
};

/** A sentence with parts in it that are more than words. What a tenant calls its people is never read as markup. */
export function FilledText({ text, parts }: FilledTextProps) {
  const pieces = text.split(/\{(\w+)\}/);
  // Every second piece is the name of a part; the words stand where they stand, so their place is their key.
  return pieces.map((piece, place) => (
    <Fragment key={`${place} ${piece}`}>{place % 2 === 1 ? (parts[piece] ?? piece) : piece}</Fragment>
  ));
}
