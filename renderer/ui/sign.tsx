import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import type { Tone } from './tone.ts';

type SignProps = { readonly icon: IconName; readonly tone: Tone; readonly isFilled: boolean };

/** The round sign of a state: solid where a person is wanted. The word beside it carries the meaning. */
export function Sign({ icon, tone, isFilled }: SignProps) {
  return (
    <span className="sign" data-tone={tone} data-filled={isFilled || undefined}>
      <Icon name={icon} />
    </span>
  );
}
