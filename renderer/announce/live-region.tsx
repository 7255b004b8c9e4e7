import { useView } from '../desk.ts';
import type { Said } from '../store.ts';

/**
 * Speaks to screen readers. Each sentence is a new element, so the same sentence twice is heard twice.
 * `data-live-announcer` keeps the region alive while a dialog hides the rest of the page.
 */
export function LiveRegion() {
  const said = useView((view) => view.said);
  return (
    <div data-live-announcer="true" className="only-heard">
      <Log live="polite" said={said.filter(({ urgent }) => !urgent)} />
      <Log live="assertive" said={said.filter(({ urgent }) => urgent)} />
    </div>
  );
}

type LogProps = { readonly live: 'polite' | 'assertive'; readonly said: readonly Said[] };

function Log({ live, said }: LogProps) {
  return (
    <div role="log" aria-live={live} aria-relevant="additions">
      {said.map(({ seq, text }) => (
        <p key={seq}>{text}</p>
      ))}
    </div>
  );
}
