import { useSnapshot } from '../desk.ts';
import { findRow, type Planning as Asked } from './plan-view.ts';
import { ReplaceForm } from './replace-form.tsx';
import { SwapForm } from './swap-form.tsx';
import { UndoForm } from './undo-form.tsx';

type PlanningProps = { readonly planning: Asked };

/** The question that was asked for, about the row as it stands now. */
export function Planning({ planning: { kind, row: asked } }: PlanningProps) {
  const row = useSnapshot((snapshot) => findRow(snapshot, asked.id)) ?? asked;
  switch (kind) {
    case 'undo':
      return <UndoForm key={row.id} row={row} />;
    case 'replace':
      return <ReplaceForm key={row.id} row={row} />;
    case 'swap':
      return <SwapForm key={row.id} row={row} />;
  }
}
