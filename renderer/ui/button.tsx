import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import { Kbd } from './kbd.tsx';

type ButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children'> & {
  readonly kind?: 'plain' | 'main' | 'quiet' | 'stop';
  readonly icon?: IconName;
  /** Printed in the button; a screen reader hears the words only. */
  readonly caps?: readonly string[];
  readonly children?: ReactNode;
};

export function Button({ kind = 'plain', icon, caps, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className="button" data-kind={kind} data-bare={children === undefined || undefined}>
      {icon && <Icon name={icon} />}
      {children !== undefined && <span className="button-words">{children}</span>}
      {caps && <Kbd caps={caps} />}
    </AriaButton>
  );
}
