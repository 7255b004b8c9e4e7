import type { PracticeTrouble } from '../../electron/contract/command.ts';

/** One thing that happens at the bench in the demo, and what must come of it. */
export type Step = {
  readonly title: string;
  readonly serialNumber: string;
  /** Whose it becomes; `null` where the scan itself is the step. */
  readonly user: string | null;
  /** AIM identifier of the label. */
  readonly aimId?: string;
  readonly firstCode?: 'wrong';
  /** The look before a code finds what no code gets past, so that none is asked for. */
  readonly isHeldBack?: true;
  readonly trouble?: PracticeTrouble;
  /** Words that must stand in the token's row, or in the strip of the last scan where there is no person. */
  readonly expected: string;
  readonly picture: string;
};

const person = (name: string): string => `${name}@harbourlark.example`;

/** Ten tokens are issued; between them happens what happens on a real day. */
export const STORY: readonly Step[] = [
  {
    title: 'Issue',
    serialNumber: 'GALT11420104',
    user: person('anna.schmidt'),
    expected: 'Activated',
    picture: 'activated',
  },
  {
    title: 'Wrong code, then the next',
    serialNumber: 'GALT11420105',
    user: person("siobhan.o'brien"),
    firstCode: 'wrong',
    expected: 'Activated',
    picture: 'after-wrong-code',
  },
  { title: 'Scan it again', serialNumber: 'GALT11420105', user: null, expected: 'Scanned twice', picture: 'duplicate' },
  {
    title: 'Issue, 13 digits',
    serialNumber: '8659623852751',
    user: person('juergen.mueller'),
    expected: 'Activated',
    picture: 'thirteen-digits',
  },
  {
    title: 'Not in the inventory',
    serialNumber: '00040008CFA5',
    user: person('zoe.vanderberg'),
    expected: 'Stopped',
    picture: 'unknown-serial',
  },
  {
    title: 'Bar code of the box',
    serialNumber: '4006381333931',
    aimId: ']E0',
    user: null,
    expected: 'bar code of the box',
    picture: 'retail-code',
  },
  {
    title: 'Issue, 60 seconds',
    serialNumber: '2600124809778',
    user: person('lukasz.wojcik'),
    expected: 'Activated',
    picture: 'sixty-seconds',
  },
  {
    title: 'Somebody else’s token',
    serialNumber: '60234567',
    user: person('francois.lefevre'),
    isHeldBack: true,
    expected: 'Held back',
    picture: 'taken',
  },
  {
    title: 'Issue, SHA-256',
    serialNumber: '245252413141',
    user: person('ines.duarte'),
    expected: 'Activated',
    picture: 'sha-256',
  },
  {
    title: 'The answer is lost',
    serialNumber: '10001001',
    user: person('jiri.dvorak'),
    trouble: 'lostAnswer',
    expected: 'Activated',
    picture: 'lost-answer',
  },
  {
    title: 'Link with a secret',
    serialNumber: 'otpauth://totp/x?secret=NOTASECRETATALL',
    aimId: ']Q1',
    user: null,
    expected: 'secret',
    picture: 'secret-link',
  },
  {
    title: 'Graph asks to wait',
    serialNumber: 'VES0052649',
    user: person('ayse.yilmaz'),
    trouble: 'throttled',
    expected: 'Activated',
    picture: 'throttled',
  },
  {
    title: 'A slow clock',
    serialNumber: '70029370',
    user: person('minhanh.nguyen'),
    expected: 'Activated',
    picture: 'slow-clock',
  },
  {
    title: 'Issue',
    serialNumber: 'GALT11420112',
    user: person('bjorn.akesson'),
    expected: 'Activated',
    picture: 'issued-nine',
  },
  {
    title: 'Issue, the tenth',
    serialNumber: 'GALT11420127',
    user: person('haruka.tanaka'),
    expected: 'Activated',
    picture: 'issued-ten',
  },
];
