import type { User } from '../../electron/contract/user.ts';
import type { Subjects } from './question.ts';
import type { Known, ValueKind } from './redactor.ts';
import type { Asked, PutBack } from './run-log.ts';

/** What a run has found out so far. In memory alone. */
export type Notebook = {
  readonly subjects: () => Subjects;
  readonly learn: (more: Subjects) => void;
  /** It is not to be used any more. */
  readonly forget: (name: keyof Subjects) => void;
  /** It must not be in the file. */
  readonly hide: (kind: ValueKind, value: string) => void;
  readonly hideUser: (user: User) => void;
  readonly hidden: () => readonly Known[];
  readonly record: (asked: Asked) => void;
  readonly asked: () => readonly Asked[];
  readonly recordPutBack: (putBack: PutBack) => void;
  readonly putBack: () => readonly PutBack[];
};

export function createNotebook(start: Subjects): Notebook {
  let subjects = start;
  let hidden: readonly Known[] = [];
  let asked: readonly Asked[] = [];
  let putBack: readonly PutBack[] = [];

  function hide(kind: ValueKind, value: string): void {
    hidden = [...hidden, { kind, value }];
  }

  return {
    subjects: () => subjects,
    learn: (more) => {
      subjects = { ...subjects, ...more };
    },
    forget: (name) => {
      const { [name]: _gone, ...rest } = subjects;
      subjects = rest;
    },
    hide,
    hideUser: ({ id, displayName, userPrincipalName, ...others }) => {
      hide('guid', id);
      hide('name', displayName);
      hide('upn', userPrincipalName);
      for (const value of Object.values(others)) {
        if (value !== null) hide(value.includes('@') ? 'mail' : 'text', value);
      }
    },
    hidden: () => hidden,
    record: (one) => {
      asked = [...asked, one];
    },
    asked: () => asked,
    recordPutBack: (one) => {
      putBack = [...putBack, one];
    },
    putBack: () => putBack,
  };
}
