import type { TFunction } from 'i18next';
import type { HistoryDetail, HistoryEntry, HistoryKind } from '../../electron/contract/history.ts';
import en from '../text/en.json' with { type: 'json' };

/** A kind of entry or a detail without words does not compile here. */
export const historyTexts: Readonly<Record<HistoryKind, string>> = en.history.kind;
export const detailTexts: Readonly<Record<HistoryDetail, string>> = en.history.detail;

/** An entry as one sentence. What is not known any more is named by what it was. */
export function historyWords(t: TFunction, entry: HistoryEntry): string {
  const { kind, detail, operator, serialNumber, userName, readerName, orderName, number } = entry;
  const parts = {
    serial: serialNumber ?? t('history.missing.serial'),
    name: userName ?? t('history.missing.name'),
    reader: readerName ?? t('history.missing.reader'),
    order: orderName ?? t('history.missing.order'),
    operator: operator?.name ?? t('history.missing.operator'),
    note: noteWords(t, entry),
    number: formatNumber(number ?? 0),
  };
  return t(`history.kind.${kind}`, { ...parts, detail: detail === null ? '' : t(`history.detail.${detail}`, parts) });
}

function noteWords(t: TFunction, { kind, note }: HistoryEntry): string {
  if (kind === 'shiftCompared') return note ?? t('history.noDifference');
  if (note === null) return t('history.missing.note');
  return kind === 'visitorChecked' || kind === 'idChecked' ? idKindWords(t, note) : note;
}

/** Kinds of ID that the site named itself stand as they are. */
function idKindWords(t: TFunction, idKind: string): string {
  switch (idKind) {
    case 'badge':
    case 'identityCard':
    case 'passport':
    case 'drivingLicence':
      return t(`history.idKind.${idKind}`);
    default:
      return idKind;
  }
}

/** As the computer's own language writes it. */
export function formatNumber(value: number): string {
  return new Intl.NumberFormat().format(value);
}
