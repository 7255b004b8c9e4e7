import { ToggleButton, Tooltip, TooltipTrigger } from 'react-aria-components';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import { Kbd } from './kbd.tsx';

type IconToggleProps = {
  readonly icon: IconName;
  readonly label: string;
  readonly caps: readonly string[];
  readonly isOn: boolean;
  readonly isDisabled?: boolean;
  /** Stands beside the picture; the label says it in words. */
  readonly mark?: string | undefined;
  readonly onChange: (isOn: boolean) => void;
};

/** A switch that is a picture; its words and its key come with hover and focus. */
export function IconToggle({ icon, label, caps, isOn, isDisabled = false, mark, onChange }: IconToggleProps) {
  return (
    <TooltipTrigger delay={400}>
      <ToggleButton
        className="icon-toggle"
        aria-label={label}
        isDisabled={isDisabled}
        isSelected={isOn}
        onChange={onChange}
      >
        <Icon name={icon} />
        {mark !== undefined && <b className="icon-toggle-mark">{mark}</b>}
      </ToggleButton>
      <Tooltip className="tooltip" offset={6}>
        {label} <Kbd caps={caps} />
      </Tooltip>
    </TooltipTrigger>
  );
}
