import { useTranslation } from 'react-i18next';
import { ToggleButton } from 'react-aria-components';
import type { LaneView } from '../../electron/contract/reader.ts';
import { LANE_ACTIONS } from '../keys.ts';
import { laneOrderWords } from '../orders/lane-order-words.ts';
import { STATE_SIGNS } from '../queue/row-state.ts';
import { Icon } from '../ui/icon.tsx';
import { Sign } from '../ui/sign.tsx';
import { useKeyAction } from '../use-keys.ts';
import { LaneMark } from './lane-mark.tsx';
import { laneName } from './lanes.ts';

type LaneTabProps = { readonly lane: LaneView; readonly number: number; readonly onShow: () => void };

/** One reader's place: whose it is, what it waits for, and which token lies there. Behind, a token that waits is filled. */
export function LaneTab({ lane, number, onShow }: LaneTabProps) {
  const { t } = useTranslation();
  const { laneId, color, isFront, isPlugged, open, visit, order } = lane;
  const action = LANE_ACTIONS[number - 1];
  useKeyAction(action ?? 'lane1', action ? onShow : null);

  const name = laneName(t, lane);
  const sign = open && STATE_SIGNS[open.state.kind];
  const isWaiting = !isFront && sign?.isFilled;
  const idle = order ? laneOrderWords(t, order) : t('lane.scan');
  const waiting = visit ? t('lane.visit', { name: visit.user.displayName }) : idle;
  const state = open ? t(`state.${open.state.kind}`) : waiting;
  const unplugged = isPlugged || lane.name === '' ? '' : t('lane.unplugged');
  const tail = open ? t('lane.tail', { tail: open.serialNumber.slice(-4) }) : '';
  return (
    <ToggleButton
      id={laneId}
      className="lane-tab"
      data-waits={isWaiting || undefined}
      data-tone={isWaiting ? sign?.tone : undefined}
      aria-label={[`${number}`, name, unplugged, state, tail].filter(Boolean).join(', ')}
    >
      <span className="lane-tab-head">
        <LaneMark color={color} number={number} />
        <span className="lane-tab-name">{name}</span>
        {tail && <b className="mono">{tail}</b>}
      </span>
      <span className="lane-tab-state">
        {isWaiting && sign && <Sign {...sign} />}
        <span className="lane-tab-words">{unplugged && !open && !visit ? unplugged : state}</span>
        {unplugged && (open || visit) && <span className="lane-tab-unplugged">{unplugged}</span>}
        {unplugged && <Icon name="readerOff" />}
      </span>
    </ToggleButton>
  );
}
