import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, Heading, Input, Label, Modal, ModalOverlay, TextField } from 'react-aria-components';
import { useDesk, useView } from '../desk.ts';
import { Refusal } from '../problem/refusal.tsx';
import { setRefusal } from '../store.ts';
import { Button } from '../ui/button.tsx';

/** For labels without a bar code. Over the window, because it is done on purpose and not beside something else. */
export function SerialEntry() {
  const { change, store } = useDesk();
  const isOpen = useView((view) => view.dialog === 'serial');
  const onOpenChange = (isWanted: boolean): void => {
    if (isWanted) return;
    setRefusal(store, 'serial', null);
    change({ dialog: null });
  };
  return (
    <ModalOverlay className="overlay" isOpen={isOpen} onOpenChange={onOpenChange}>
      <Modal className="modal">
        <Dialog>{({ close }) => <SerialForm onClose={close} />}</Dialog>
      </Modal>
    </ModalOverlay>
  );
}

type SerialFormProps = { readonly onClose: () => void };

function SerialForm({ onClose }: SerialFormProps) {
  const { t } = useTranslation();
  const { send, say } = useDesk();
  const [serialNumber, setSerialNumber] = useState('');
  const [repeated, setRepeated] = useState('');
  const [advice, setAdvice] = useState<string | null>(null);

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (await send('serial', { kind: 'enterSerial', serialNumber, repeated })) onClose();
  };

  const refusePaste = (event: SyntheticEvent): void => {
    event.preventDefault();
    setAdvice(t('serial.noPaste'));
    say(t('serial.noPaste'));
  };

  return (
    <form className="serial-form" onSubmit={(event) => void submit(event)}>
      <Heading slot="title">{t('serial.title')}</Heading>
      <p className="hint">{t('serial.why')}</p>
      <TextField className="field" value={serialNumber} onChange={setSerialNumber} autoComplete="off" autoFocus>
        <Label className="field-label">{t('serial.first')}</Label>
        <Input spellCheck="false" />
      </TextField>
      <TextField className="field" value={repeated} onChange={setRepeated} autoComplete="off">
        <Label className="field-label">{t('serial.again')}</Label>
        <Input spellCheck="false" onPaste={refusePaste} onDrop={refusePaste} />
      </TextField>
      {advice && <p className="advice">{advice}</p>}
      <Refusal place="serial" />
      <div className="modal-actions">
        <Button onPress={onClose}>{t('serial.cancel')}</Button>
        <Button kind="main" type="submit" isDisabled={serialNumber.trim() === '' || repeated.trim() === ''}>
          {t('serial.send')}
        </Button>
      </div>
    </form>
  );
}
