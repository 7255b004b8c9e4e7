import { endOf } from './end-of.ts';
import { frameOf, type PaperSurroundings } from './paper-frame.ts';
import { atWords } from './paper-style.ts';
import type { Receipt } from './paper.ts';
import type { Item, State } from '../state.ts';

/** Source: Microsoft Learn, "Set up your Security info from a sign-in page": where people see and try their own methods. */
export const SECURITY_INFO = 'https://mysignins.microsoft.com/security-info';

/** Chosen: enough to tell two tokens of a person apart, too little to use. */
const TAIL_LENGTH = 4;

/** What the person takes along. `null`: the token is nobody's. */
export function receiptOf(state: State, item: Item, surroundings: PaperSurroundings): Receipt | null {
  const { user, idCheck } = item;
  const { style } = surroundings;
  const { words } = style;
  if (!user) return null;
  return {
    ...frameOf(state, surroundings),
    serialTail: endOf(item.serialNumber, TAIL_LENGTH),
    personName: user.displayName,
    signInName: user.userPrincipalName,
    issuedAt: atWords(item.changedAtMs, style),
    requestId: item.requestId,
    idSeen: idCheck ? (words.idKinds[idCheck.idKind] ?? idCheck.idKind) : null,
    ...(item.state.kind === 'assigned' ? words.receipt.assigned : words.receipt.activated),
    address: { symbology: 'qr', text: SECURITY_INFO },
  };
}
