import type { Result } from '../../electron/contract/result.ts';
import type { GraphAnswer } from '../../electron/core/graph-outcome.ts';
import type { GraphRequest, GraphWrite } from '../../electron/core/graph-request.ts';

/** What a question is about: what was typed, and what earlier answers have told. */
export type SubjectName =
  /** The object id of who is signed in. */
  | 'operator'
  /** The object id of somebody who has a token, or else of the operator. */
  | 'someone'
  | 'someoneName'
  /** A serial number of the inventory. */
  | 'serial'
  | 'serialInOtherCase'
  | 'methodId'
  | 'deviceId'
  /** Path and query of the second page of the inventory, below the base address. */
  | 'nextPage'
  /** The base address of Graph, without a slash at its end. */
  | 'graphUrl'
  /** Nobody and nothing has these: they are made up for this run. */
  | 'unknownId'
  | 'unknownSerial'
  /** Named for writes, and for nothing else. */
  | 'testUser'
  | 'testToken'
  | 'testTokenInOtherCase'
  /** The id of the test token, once an answer has told it. */
  | 'testTokenId'
  | 'secondUser'
  | 'guest'
  | 'fullUser'
  | 'adminUser';

export type Subjects = Readonly<Partial<Record<SubjectName, string>>>;

/** Gives a subject that the question has among its needs. */
export type Given = (name: SubjectName) => string;

export type Rights = { readonly scopes: readonly string[]; readonly roles: readonly string[] };

type About = {
  readonly id: string;
  /** What the documents leave open, in one sentence. */
  readonly open: string;
  /** Without one of each it is asked all the same: the words of the refusal are an answer, too. */
  readonly wants: Rights;
};

export type ReadStep = {
  readonly what: string;
  readonly request: GraphRequest;
  /** How the station reads the answer; without it, nothing of the station does. */
  readonly parse?: (body: unknown) => Result<unknown>;
  /** In place of the beta version. */
  readonly version?: 'v1.0';
};

export type ReadQuestion = About & {
  readonly kind: 'read';
  readonly needs: readonly SubjectName[];
  readonly steps: (given: Given) => readonly ReadStep[];
  /** What the last answer tells for later questions. */
  readonly learns?: (answer: GraphAnswer, known: Subjects, baseUrl: string) => Subjects;
  /** In our own words: nothing of the answers stands in it. */
  readonly conclude?: (answers: readonly GraphAnswer[], baseUrl: string) => string | null;
};

/**
 * `wrong`: six zeros. `shown`: what the token shows now. `same`: the one of the step before.
 * `old`: noted now, and sent once the display has changed twice.
 */
export type CodeKind = 'wrong' | 'shown' | 'same' | 'old';

export type WriteStep = {
  readonly what: string;
  /** `null`: it carries none. */
  readonly code: CodeKind | null;
  readonly request: (code: string) => GraphWrite;
};

/**
 * Where the test token must be before the question. `none`: the question does not touch it.
 * `free`: with nobody; it is taken back from the test user first. `theirs`: with the test user. `inactive`: there, and not
 * active.
 */
export type TokenPlace = 'none' | 'free' | 'theirs' | 'inactive';

export type WriteQuestion = About & {
  readonly kind: 'write';
  /** What it does, for who is asked whether it may. */
  readonly does: string;
  readonly needs: readonly SubjectName[];
  readonly token: TokenPlace;
  /** Whom it may give the test token to; they are looked at afterwards. `null`: it cannot act. */
  readonly to: SubjectName | null;
  /** Asked only when the last sign-in is older than this. */
  readonly signedInBeforeMs?: number;
  readonly steps: (given: Given, isActive: boolean) => readonly WriteStep[];
};

export type Question = ReadQuestion | WriteQuestion;

/** What stands in the way of asking; empty: nothing does. */
export function missingSubjects({ needs }: Question, subjects: Subjects): readonly SubjectName[] {
  return needs.filter((name) => !subjects[name]);
}

/** The subjects of a question, and no others. */
export function giveTo({ id, needs }: Question, subjects: Subjects): Given {
  return (name) => {
    const value = needs.includes(name) ? subjects[name] : undefined;
    if (value === undefined) throw new Error(`the question ${id} has no ${name} among its needs`);
    return value;
  };
}
