import { useTranslation } from 'react-i18next';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useDesk, useView } from '../desk.ts';
import { Button } from '../ui/button.tsx';
import { KeyList } from './key-list.tsx';
import { SignList } from './sign-list.tsx';
import { SoundList } from './sound-list.tsx';

/** All keys, all sounds, all signs, on one sheet. */
export function HelpSheet() {
  const { t } = useTranslation();
  const { change } = useDesk();
  const isOpen = useView((view) => view.dialog === 'help');
  return (
    <ModalOverlay
      className="overlay"
      isDismissable
      isOpen={isOpen}
      onOpenChange={(isWanted) => isWanted || change({ dialog: null })}
    >
      <Modal className="modal help-modal">
        <Dialog className="help">
          <div className="help-head">
            <Heading slot="title">{t('help.title')}</Heading>
            <Button kind="quiet" icon="close" caps={['Esc']} slot="close">
              {t('help.close')}
            </Button>
          </div>
          <div className="help-body">
            <KeyList />
            <SoundList />
            <SignList />
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
