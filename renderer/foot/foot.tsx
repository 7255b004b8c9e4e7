import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk.ts';
import { bindingOf, KEY_ACTIONS } from '../keys.ts';
import { Kbd } from '../ui/kbd.tsx';
import { useOfferedActions } from '../use-keys.ts';
import { GraphState } from './graph-state.tsx';
import { JournalState } from './journal-state.tsx';
import { PaceState } from './pace-state.tsx';

/** The keys that do something at this moment, and the station's health. */
export function Foot() {
  const { t } = useTranslation();
  const { keyActions } = useDesk();
  const offered = useOfferedActions();
  const shown = KEY_ACTIONS.filter((action) => bindingOf(action).foot && offered.has(action));
  return (
    <footer className="foot" aria-label={t('foot.label')}>
      <ul className="foot-keys">
        {shown.map((action) => (
          <li key={action}>
            {/* For the hand that is at the mouse already; the keyboard has the key itself. */}
            <button type="button" tabIndex={-1} className="foot-key" onClick={() => keyActions.run(action)}>
              <Kbd caps={bindingOf(action).caps} isHeard />
              {t(`key.${action}`)}
            </button>
          </li>
        ))}
      </ul>
      <PaceState />
      <JournalState />
      <GraphState />
    </footer>
  );
}
