import { useTranslation } from 'react-i18next';
import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';
import { useDesk, useView } from '../desk.ts';
import { SOUND_NAMES } from '../sounds.ts';
import { Button } from '../ui/button.tsx';

/** The sounds are learnt here: each one can be played. */
export function SoundList() {
  const { t } = useTranslation();
  const { change, play } = useDesk();
  const volume = useView((view) => view.volume);
  return (
    <section className="help-part" aria-label={t('help.sounds')}>
      <h3>{t('help.sounds')}</h3>
      <p className="second">{t('help.soundsAbout')}</p>
      <Slider
        className="slider"
        minValue={0}
        maxValue={1}
        step={0.05}
        value={volume}
        formatOptions={{ style: 'percent' }}
        onChange={(wanted) => change({ volume: wanted, muted: false })}
      >
        <Label>{t('help.volume')}</Label>
        <SliderOutput />
        <SliderTrack className="slider-track">
          <SliderThumb className="slider-thumb" />
        </SliderTrack>
      </Slider>
      <ul className="sound-list">
        {SOUND_NAMES.map((name) => (
          <li key={name}>
            <Button kind="quiet" icon="play" onPress={() => play(name)}>
              {t(`sound.${name}`)}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
