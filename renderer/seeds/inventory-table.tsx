import { useTranslation } from 'react-i18next';
import { ToggleButton } from 'react-aria-components';
import type { InventoryRow, InventoryView } from '../../electron/contract/inventory.ts';
import { useDesk } from '../desk.ts';
import { Pages } from '../orders/pages.tsx';
import { Evidence } from '../problem/problem-note.tsx';
import { useProblemWords } from '../problem/use-problem-words.ts';
import { Chip } from '../ui/chip.tsx';
import type { Tone } from '../ui/tone.ts';
import { rowStateTexts } from './inventory-words.ts';

const TONES: Readonly<Record<InventoryRow['state'], Tone>> = {
  new: 'now',
  there: 'plain',
  twice: 'care',
  created: 'done',
  refused: 'stop',
  unsure: 'care',
};

type InventoryTableProps = { readonly inventory: InventoryView };

/** One page of the rows of the file, in its order. */
export function InventoryTable({ inventory }: InventoryTableProps) {
  const { t } = useTranslation();
  const { send } = useDesk();
  const { rows, page, pageCount, onlyTroubled } = inventory;
  const title = t('seeds.inventory.rows.title');
  const show = (wanted: number, only: boolean): void =>
    void send('inventory', { kind: 'showInventory', page: wanted, onlyTroubled: only });
  return (
    <div className="inventory-rows">
      <div className="inventory-rows-head">
        <h4>{title}</h4>
        <ToggleButton
          className="button"
          isSelected={onlyTroubled}
          onChange={(only) => show(0, only)}
          data-kind={onlyTroubled ? 'main' : 'plain'}
        >
          <span className="button-words">{t('seeds.inventory.rows.onlyTroubled')}</span>
        </ToggleButton>
        <Pages page={page} pageCount={pageCount} onShow={(wanted) => show(wanted, onlyTroubled)} />
      </div>
      {rows.length === 0 ? (
        <p className="second">{t(`seeds.inventory.rows.${onlyTroubled ? 'noneTroubled' : 'none'}`)}</p>
      ) : (
        /* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard */
        <div className="seed-faults inventory-table" tabIndex={0} role="group" aria-label={title}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('seeds.inventory.rows.serial')}</th>
                <th scope="col">{t('seeds.inventory.rows.product')}</th>
                <th scope="col">{t('seeds.inventory.rows.period')}</th>
                <th scope="col">{t('seeds.inventory.rows.state')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.serialNumber} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

function Row({ row }: { readonly row: InventoryRow }) {
  const { t } = useTranslation();
  const { serialNumber, manufacturer, model, periodSeconds, state, problem } = row;
  return (
    <tr>
      <th scope="row" className="mono">
        {serialNumber}
      </th>
      <td>
        {manufacturer} · {model}
      </td>
      <td>{t('seeds.inventory.rows.seconds', { count: periodSeconds })}</td>
      <td>
        <Chip tone={TONES[state]}>{rowStateTexts[state]}</Chip>
        {state === 'unsure' ? (
          <p className="inventory-row-problem">{t('seeds.inventory.unsure')}</p>
        ) : (
          problem && <RowProblem problem={problem} />
        )}
      </td>
    </tr>
  );
}

function RowProblem({ problem }: { readonly problem: NonNullable<InventoryRow['problem']> }) {
  const { title, next } = useProblemWords(problem.code);
  return (
    <div className="inventory-row-problem">
      <p>
        {title}. {next}
      </p>
      <Evidence problem={problem} />
    </div>
  );
}
