import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Input, Label, TextField } from 'react-aria-components';
import type { LaneColor, ReaderView } from '../../electron/contract/reader.ts';
import { useDesk } from '../desk.ts';
import { Button } from '../ui/button.tsx';
import { useKeyAction } from '../use-keys.ts';
import { ColorChoice } from './color-choice.tsx';

/** Chosen: longer names do not fit a place's tab in any window. */
const LONGEST_NAME = 40;

type NameReaderProps = { readonly reader: ReaderView; readonly deviceName: string; readonly onClose: () => void };

/** What a reader is called on this bench, and its colour. */
export function NameReader({ reader, deviceName, onClose }: NameReaderProps) {
  const { t } = useTranslation();
  const { send } = useDesk();
  const [name, setName] = useState(reader.name === deviceName ? '' : reader.name);
  const [color, setColor] = useState<LaneColor>(reader.color);
  useKeyAction('keep', onClose);

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (await send('doctor', { kind: 'nameReader', readerKey: reader.readerKey, name: name.trim(), color })) onClose();
  };

  return (
    // The mark of a question: Esc leaves it as it was.
    <form className="name-reader" data-question="" onSubmit={(event) => void submit(event)}>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the operator has just asked for this field */}
      <TextField
        className="field"
        value={name}
        onChange={setName}
        maxLength={LONGEST_NAME}
        autoComplete="off"
        autoFocus
      >
        <Label className="field-label">{t('doctor.name')}</Label>
        <Input spellCheck="false" placeholder={deviceName} />
      </TextField>
      <ColorChoice color={color} onChange={setColor} />
      <div className="name-reader-actions">
        <Button onPress={onClose}>{t('doctor.cancel')}</Button>
        <Button kind="main" type="submit">
          {t('doctor.save')}
        </Button>
      </div>
    </form>
  );
}
