/** What a label of this form is. `ignored`: it stands beside tokens and is never meant. */
export type SiteRuleMeaning = 'serialNumber' | 'badge' | 'workOrderLine' | 'ignored';

export type Alphabet = 'digits' | 'hex' | 'alphanumeric';

/**
 * A form of label that this site knows. It holds no pattern language, so that it can be read, learned and never hangs.
 * A label fits where it is `before` + used part + `after`, and the used part begins with `startsWith`, holds nothing but
 * the alphabet (and inner dashes, where `dashes` is not `none`) and is `shortest` to `longest` characters long.
 */
export type SiteRule = {
  readonly id: string;
  readonly means: SiteRuleMeaning;
  /** Stands on the label and is not used. */
  readonly before: string;
  readonly after: string;
  /** Stands on the label and is used. */
  readonly startsWith: string;
  readonly alphabet: Alphabet;
  /** `drop`: they are printed to be read more easily, and are no part of what is used. */
  readonly dashes: 'none' | 'keep' | 'drop';
  /** Characters of the used part, dashes as they are used. */
  readonly shortest: number;
  readonly longest: number;
  /** The letter of the AIM identifier (C = Code 128, Q = QR …), or `null`: any symbology, and readers that send none. */
  readonly aimLetter: string | null;
};
