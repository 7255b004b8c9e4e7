type TailTextProps = {
  readonly text: string;
  readonly size: 'row' | 'open' | 'small' | 'say';
  /** How many characters at the end are set in full ink. */
  readonly tailLength?: number;
};

/**
 * A long identifier that people compare by its end: the head is lighter and gives way when the room is short, the tail
 * never does. It is heard and copied as one word.
 */
export function TailText({ text, size, tailLength = 4 }: TailTextProps) {
  const cut = Math.max(0, text.length - tailLength);
  return (
    <span className="tail-text" data-size={size} title={text}>
      <span className="tail-text-head">{text.slice(0, cut)}</span>
      <b className="tail-text-tail">{text.slice(cut)}</b>
    </span>
  );
}
