import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Input, Label, TextField } from 'react-aria-components';
import { Button } from '../ui/button.tsx';

type PasswordFormProps = { readonly isBusy: boolean; readonly onSend: (password: string) => void };

/** The password lives in this part only, and is gone from the page the moment it is sent. */
export function PasswordForm({ isBusy, onSend }: PasswordFormProps) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');

  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (password === '' || isBusy) return;
    setPassword('');
    onSend(password);
  };

  return (
    <form className="seeds-password" onSubmit={submit}>
      <TextField
        className="field"
        type="password"
        value={password}
        onChange={setPassword}
        autoComplete="off"
        // The file dialog has closed, and this is what it takes to go on.
        autoFocus
      >
        <Label className="field-label">{t('seeds.password')}</Label>
        <Input spellCheck="false" />
      </TextField>
      <Button type="submit" kind="main" isDisabled={password === '' && !isBusy}>
        {t('seeds.unlock')}
      </Button>
    </form>
  );
}
