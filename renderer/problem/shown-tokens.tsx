import { TailText } from '../ui/tail-text.tsx';

type ShownTokensProps = { readonly serialNumbers: readonly string[] };

/** The tokens that show the code that was typed: the one as large as the open token, because both are compared with the hand. */
export function ShownTokens({ serialNumbers }: ShownTokensProps) {
  if (serialNumbers.length === 0) return null;
  return (
    <ul className="shown-tokens">
      {serialNumbers.map((serialNumber) => (
        <li key={serialNumber}>
          <TailText text={serialNumber} size={serialNumbers.length === 1 ? 'open' : 'row'} />
        </li>
      ))}
    </ul>
  );
}
