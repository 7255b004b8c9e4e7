import { useTranslation } from 'react-i18next';
import { useSnapshot } from '../desk.ts';
import { Refusal } from '../problem/refusal.tsx';
import { Icon } from '../ui/icon.tsx';
import { InventoryCheck } from './inventory-check.tsx';
import { InventoryCreate } from './inventory-create.tsx';
import { InventoryProof } from './inventory-proof.tsx';
import { InventoryTable } from './inventory-table.tsx';

/** Puts the tokens of the file into the tenant, in three steps of which only the last one changes anything. */
export function Inventory() {
  const { t } = useTranslation();
  const inventory = useSnapshot((snapshot) => snapshot.inventory);
  const right = useSnapshot(({ capabilities }) =>
    capabilities?.find(({ capability }) => capability === 'writeInventory'),
  );
  const isForbidden = right?.is === 'no';
  const isDoubtful = right?.is === 'unknown' && right.missing.length > 0;
  return (
    <section className="inventory" aria-label={t('seeds.inventory.title')}>
      <div className="inventory-head">
        <h3>{t('seeds.inventory.title')}</h3>
        <p className="second">{t('seeds.inventory.about')}</p>
      </div>
      {isForbidden ? (
        <p className="inventory-right">
          <Icon name="lock" /> {t('seeds.inventory.noRight', { missing: right.missing.join(', ') })}
        </p>
      ) : (
        <>
          {isDoubtful && (
            <p className="inventory-right">
              <Icon name="info" /> {t('seeds.inventory.doubt', { missing: right.missing.join(', ') })}
            </p>
          )}
          <ol className="inventory-steps">
            <InventoryCheck inventory={inventory} />
            <InventoryProof inventory={inventory} />
            <InventoryCreate inventory={inventory} />
          </ol>
          <Refusal place="inventory" />
          {inventory && inventory.stage !== 'reading' && <InventoryTable inventory={inventory} />}
        </>
      )}
    </section>
  );
}
