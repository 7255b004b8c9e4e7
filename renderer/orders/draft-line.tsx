import { useTranslation } from 'react-i18next';
import { GridListItem } from 'react-aria-components';
import type { OrderDraftLine } from '../../electron/contract/work-order.ts';
import { Sign } from '../ui/sign.tsx';
import { draftStanding, faultWords, STANDING_SIGNS } from './fault-words.ts';
import { LineFaults } from './line-faults.tsx';

type DraftLineProps = { readonly line: OrderDraftLine; readonly isReady: boolean };

/** One line of a list: who the file names, whom the tenant found, and what should be looked at. */
export function DraftLine({ line, isReady }: DraftLineProps) {
  const { t } = useTranslation();
  const { person, personBy, name, user, requestNumber, model, note, faults } = line;
  const standing = draftStanding(line, isReady);
  const sign = STANDING_SIGNS[standing];
  const said = t(`orders.draft.${standing}`);
  const found = user?.displayName ?? name;
  // Where there is no name, what stands in its place is said in words.
  const whoIs = user?.userPrincipalName ?? (found ? person : person && t(`orders.draft.by.${personBy}`));
  return (
    <GridListItem
      id={line.line}
      className="order-line draft-line"
      data-draft-line={line.line}
      data-tone={sign.isFilled ? sign.tone : undefined}
      textValue={[
        t('orders.line', { line: line.line }),
        found || person,
        said,
        ...faults.map((fault) => faultWords(t, fault, person)),
      ]
        .filter(Boolean)
        .join(', ')}
    >
      <span className="order-line-number">{line.line}</span>
      <div className="order-line-person">
        <span className="order-line-name" data-none={found === '' || undefined}>
          {found || person || '–'}
        </span>
        <span className="second">{whoIs}</span>
        {user && name !== '' && name !== user.displayName && (
          <span className="second">{t('orders.draft.listSays', { name })}</span>
        )}
      </div>
      <div className="order-line-asked">
        <span>{requestNumber}</span>
        <span className="second">{model}</span>
      </div>
      <Sign {...sign} />
      <div className="order-line-state" data-tone={sign.tone}>
        <b className="state-word">{said}</b>
      </div>
      {note && <p className="order-line-note">{note}</p>}
      {faults.length > 0 && <LineFaults line={line} />}
    </GridListItem>
  );
}
