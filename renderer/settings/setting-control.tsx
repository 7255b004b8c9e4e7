import { useTranslation } from 'react-i18next';
import { Input, Radio, RadioGroup, Switch, TextField } from 'react-aria-components';
import { PrinterChoice } from '../paper/printer-choice.tsx';
import { draftOf, LONGEST_NAME, type DraftValue } from './draft.ts';
import { fieldOf, type Field, type Option } from './fields.ts';
import type { SettingProps } from './setting.tsx';

/** The control of one setting. Its label and its words stand beside it and are named by it. */
export function SettingControl({ name, view, draft }: SettingProps) {
  const field = fieldOf(name);
  const value: DraftValue = draft.values[name] ?? draftOf(view.value);
  const named = {
    'aria-labelledby': `${name}-label`,
    'aria-describedby': `${name}-help ${name}-wrong ${name}-source`,
  };
  const put = (typed: DraftValue): void => draft.put(name, typed);
  const isInvalid = draft.wrong(name) !== null || draft.isRefused(name);
  switch (field.kind) {
    case 'switch':
      return <OnOff isOn={value === true} onChange={put} {...named} />;
    case 'printer':
      return <PrinterChoice value={String(value ?? '')} onChange={put} isInvalid={isInvalid} {...named} />;
    case 'choice':
      return <Choice options={field.options} value={String(value)} onChange={put} isInvalid={isInvalid} {...named} />;
    case 'id':
    case 'name':
    case 'minutes':
    case 'days':
    case 'words':
      return (
        <TextField
          {...named}
          className="field setting-field"
          data-kind={field.kind}
          validationBehavior="aria"
          isInvalid={isInvalid}
          value={typeof value === 'string' ? value : ''}
          onChange={put}
          onBlur={() => draft.leave(name)}
          autoComplete="off"
          inputMode={field.kind === 'minutes' || field.kind === 'days' ? 'numeric' : 'text'}
          maxLength={longestOf(field)}
        >
          <Input spellCheck="false" />
        </TextField>
      );
  }
}

type Named = { readonly 'aria-labelledby': string; readonly 'aria-describedby': string };

type OnOffProps = Named & { readonly isOn: boolean; readonly onChange: (isOn: boolean) => void };

function OnOff({ isOn, onChange, ...named }: OnOffProps) {
  const { t } = useTranslation();
  return (
    <Switch className="switch" isSelected={isOn} onChange={onChange} {...named}>
      <span className="switch-track" aria-hidden="true" />
      {t(isOn ? 'settings.on' : 'settings.off')}
    </Switch>
  );
}

type ChoiceProps = Named & {
  readonly options: readonly Option[];
  readonly value: string;
  readonly isInvalid: boolean;
  readonly onChange: (option: string) => void;
};

function Choice({ options, value, isInvalid, onChange, ...named }: ChoiceProps) {
  const { t } = useTranslation();
  return (
    <RadioGroup
      className="choice"
      validationBehavior="aria"
      value={value}
      isInvalid={isInvalid}
      onChange={onChange}
      {...named}
    >
      {options.map((option) => (
        <Radio key={option} value={option} className="choice-option">
          {t(`settings.option.${option}`)}
        </Radio>
      ))}
    </RadioGroup>
  );
}

/** Room for the blanks that a paste brings along. */
function longestOf(field: Field): number {
  if (field.kind === 'minutes' || field.kind === 'days') return 5;
  if (field.kind === 'words') return 256;
  return field.kind === 'name' ? LONGEST_NAME : 64;
}
