import { useTranslation } from 'react-i18next';
import { bindingOf, KEY_ACTIONS, type KeyAction, type KeyGroup } from '../keys.ts';
import { Kbd } from '../ui/kbd.tsx';

const GROUPS: readonly KeyGroup[] = ['handOver', 'person', 'queue', 'anywhere'];

export function KeyList() {
  const { t } = useTranslation();
  return (
    <section className="help-part" aria-label={t('help.keys')}>
      {GROUPS.map((group) => (
        <div key={group} className="key-group">
          <h3>{t(`help.group.${group}`)}</h3>
          <dl>
            {KEY_ACTIONS.filter((action) => isListed(action, group)).map((action) => (
              <div key={action}>
                <dt>
                  <Kbd caps={bindingOf(action).listed ?? bindingOf(action).caps} isHeard />
                </dt>
                <dd>{t(`key.${action}`)}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </section>
  );
}

function isListed(action: KeyAction, wanted: KeyGroup): boolean {
  const { group, listed } = bindingOf(action);
  return group === wanted && listed !== null;
}
