import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button as AriaButton, Input, Label, SearchField } from 'react-aria-components';
import type { HistorySearch as Search, HistoryView } from '../../electron/contract/history.ts';
import { useDesk } from '../desk.ts';
import { Icon } from '../ui/icon.tsx';
import { endOfDay, startOfDay } from './entry-time.ts';

/** Chosen: a fast typist leaves about 120 ms between keys; half of that again and each word is asked for once. */
const PAUSE_MS = 150;

type HistorySearchProps = { readonly history: HistoryView };

/** By a part of what is named, and by days. All that is given must fit. */
export function HistorySearch({ history }: HistorySearchProps) {
  const { t } = useTranslation();
  const { send } = useDesk();
  const [text, setText] = useState(history.search.text);
  const [fromDay, setFromDay] = useState('');
  const [toDay, setToDay] = useState('');
  const asked = useRef<Search>(history.search);

  useEffect(() => {
    const search = { text: text.trim(), fromMs: startOfDay(fromDay), toMs: endOfDay(toDay) };
    if (isSame(search, asked.current)) return;
    const timer = setTimeout(() => {
      asked.current = search;
      void send('history', { kind: 'searchHistory', search, page: 0 });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, fromDay, toDay, send]);

  return (
    <div className="history-search" role="search" aria-label={t('history.search.title')}>
      <SearchField className="search-field" value={text} onChange={setText}>
        <Label className="field-label">{t('history.search.label')}</Label>
        <div className="search-box">
          <Icon name="search" />
          <Input placeholder={t('history.search.placeholder')} maxLength={120} autoComplete="off" spellCheck="false" />
          <AriaButton className="search-clear" aria-label={t('history.search.clear')}>
            <Icon name="close" />
          </AriaButton>
        </div>
      </SearchField>
      <DayField label={t('history.search.from')} value={fromDay} onChange={setFromDay} />
      <DayField label={t('history.search.to')} value={toDay} onChange={setToDay} />
    </div>
  );
}

type DayFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (day: string) => void;
};

/** The computer's own field: it writes days as its owner does. */
function DayField({ label, value, onChange }: DayFieldProps) {
  return (
    <label className="history-day">
      <span className="field-label">{label}</span>
      <input type="date" value={value} onChange={(event) => onChange(event.currentTarget.value)} />
    </label>
  );
}

function isSame(one: Search, other: Search): boolean {
  return one.text === other.text && one.fromMs === other.fromMs && one.toMs === other.toMs;
}
