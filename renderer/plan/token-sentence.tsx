import { FilledText } from '../ui/filled-text.tsx';
import { TailText } from '../ui/tail-text.tsx';

type TokenSentenceProps = {
  /** With `{serial}` and `{name}` where they belong. */
  readonly text: string;
  readonly serialNumber: string;
  readonly name: string;
  readonly size?: 'small' | 'say';
};

/** A sentence about one token and one person: its serial number is compared by its end, as everywhere. */
export function TokenSentence({ text, serialNumber, name, size = 'small' }: TokenSentenceProps) {
  return (
    <FilledText text={text} parts={{ serial: <TailText text={serialNumber} size={size} />, name: <b>{name}</b> }} />
  );
}
