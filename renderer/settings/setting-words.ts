import type { TFunction } from 'i18next';
import type { SettingName, StationSettings } from '../../electron/contract/settings.ts';
import { fieldOf } from './fields.ts';

/** A value as people say it. */
export function valueWords(t: TFunction, name: SettingName, value: StationSettings[SettingName]): string {
  const field = fieldOf(name);
  if (value === null) return t('settings.none');
  switch (field.kind) {
    case 'id':
    case 'name':
      return String(value);
    case 'minutes':
      return value === 0 ? t(`settings.${field.zero}`) : t('settings.minutes', { count: Number(value) });
    case 'days':
      return value === 0 ? t('settings.forEver') : t('settings.days', { count: Number(value) });
    case 'words':
      return Array.isArray(value) ? value.join(', ') : String(value);
    case 'printer':
      return value === '' ? t('settings.toPdf') : String(value);
    case 'switch':
      return t(value === true ? 'settings.on' : 'settings.off');
    case 'choice': {
      const option = field.options.find((each) => each === value);
      return option ? t(`settings.option.${option}`) : String(value);
    }
  }
}

export function labelsOf(t: TFunction, names: readonly SettingName[]): string {
  return names.map((name) => t(`settings.fields.${name}.label`)).join(', ');
}
