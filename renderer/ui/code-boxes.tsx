import { useState, type ClipboardEvent, type KeyboardEvent } from 'react';

type CodeBoxesProps = {
  readonly value: string;
  readonly length: number;
  readonly label: string;
  readonly describedBy?: string;
  /** The value has been sent: dots stand in the boxes and nothing can be typed. */
  readonly isSent: boolean;
  readonly onChange: (value: string) => void;
  readonly onRefused: (what: 'key' | 'paste') => void;
  readonly onEnter: () => void;
};

/** Six boxes drawn over one real input, so that typing, Backspace and a screen reader meet an ordinary field. */
export function CodeBoxes(props: CodeBoxesProps) {
  const { value, length, label, describedBy, isSent, onChange, onRefused, onEnter } = props;
  const [ignored, setIgnored] = useState(0);
  const [isFocused, setIsFocused] = useState(false);

  const refuse = (what: 'key' | 'paste'): void => {
    setIgnored(ignored + 1);
    onRefused(what);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter') onEnter();
    // Only keys that would put a sign into the field; shortcuts and movement keep their meaning.
    const isSign = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!isSign || /^[0-9]$/.test(event.key)) return;
    event.preventDefault();
    refuse('key');
  };

  const onPaste = (event: ClipboardEvent<HTMLInputElement>): void => {
    event.preventDefault();
    const digits = readPasted(event.clipboardData.getData('text'), length);
    if (digits === null || isSent) refuse('paste');
    else onChange(digits);
  };

  const take = (typed: string): void => {
    // What did not come through keys or paste, such as a dropped text or an input method, is held to the same rule.
    const isTaken = /^[0-9]*$/.test(typed) && typed.length <= length;
    if (isTaken) onChange(typed);
    else refuse('key');
  };

  return (
    <div
      className="code-boxes"
      data-focused={isFocused || undefined}
      data-ignored={ignored === 0 ? undefined : ignored % 2}
    >
      <input
        className="code-boxes-input"
        data-code-field=""
        type="text"
        inputMode="numeric"
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="off"
        spellCheck={false}
        aria-label={label}
        aria-describedby={describedBy}
        readOnly={isSent}
        value={value}
        onChange={(event) => take(event.target.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        // The caret stays behind the last digit, where the next box shows it.
        onSelect={(event) => event.currentTarget.setSelectionRange(value.length, value.length)}
        onFocus={() => setIsFocused(true)}
        onBlur={() => setIsFocused(false)}
      />
      <div className="code-boxes-row" aria-hidden="true">
        {Array.from({ length }, (_, place) => (
          <span key={place} className="code-box" data-due={(!isSent && place === value.length) || undefined}>
            {isSent ? <span className="code-box-dot" /> : (value[place] ?? '')}
          </span>
        ))}
      </div>
    </div>
  );
}

/** Exactly the digits, perhaps with one blank in the middle as some displays group them; else `null`. */
function readPasted(pasted: string, length: number): string | null {
  const half = length / 2;
  const match = new RegExp(`^\\s*([0-9]{${half}})[ \\u00a0\\u202f]?([0-9]{${half}})\\s*$`).exec(pasted);
  return match ? `${match[1]}${match[2]}` : null;
}
