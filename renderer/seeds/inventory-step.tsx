import type { ReactNode } from 'react';
import { Icon } from '../ui/icon.tsx';

type InventoryStepProps = {
  readonly title: string;
  readonly state: 'done' | 'now' | 'later';
  readonly children: ReactNode;
};

export function InventoryStep({ title, state, children }: InventoryStepProps) {
  return (
    <li className="inventory-step" data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
      <h4>
        {state === 'done' && <Icon name="tick" />}
        {title}
      </h4>
      {children}
    </li>
  );
}
