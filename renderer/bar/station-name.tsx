import { useTranslation } from 'react-i18next';
import { useSnapshot } from '../desk.ts';

/** Which desk this is: read once in the morning, so it is quiet. */
export function StationName() {
  const { t } = useTranslation();
  const name = useSnapshot((snapshot) => snapshot.settings.values.stationName.value);
  return (
    <span className="station-name" title={t('bar.stationName', { name })}>
      {name}
    </span>
  );
}
