type KbdProps = { readonly caps: readonly string[]; readonly isHeard?: boolean };

/** Key caps. Beside the words of a button they are a reminder for the eye only. */
export function Kbd({ caps, isHeard = false }: KbdProps) {
  return (
    <span className="caps" aria-hidden={isHeard ? undefined : true}>
      {caps.map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </span>
  );
}
