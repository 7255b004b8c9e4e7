import type { HistoryCommand } from './history.ts';
import type { InventoryCommand } from './inventory.ts';
import type { ItemId } from './item.ts';
import type { PaperCommand } from './paper.ts';
import type { LaneColor, ReaderKey } from './reader.ts';
import type { PlanReason } from './plan.ts';
import type { SiteRuleMeaning } from './site-rule.ts';
import type { SettingsChange } from './settings.ts';
import type { ShiftCommand } from './shift.ts';
import type { QueueFilter } from './snapshot.ts';
import type { VisitCommand } from './visit.ts';
import type { OrderCommand } from './work-order.ts';

/** Everything the window can ask for. The answer is only "taken" or "refused because…"; the result is the next snapshot. */
export type Command =
  | VisitCommand
  | OrderCommand
  | PaperCommand
  | ShiftCommand
  | HistoryCommand
  | InventoryCommand
  /** Finds people. An empty query clears the list. */
  | { readonly kind: 'searchUsers'; readonly query: string }
  /** `userId` must be in the list that the last search gave. */
  | { readonly kind: 'chooseUser'; readonly itemId: ItemId; readonly userId: string }
  /** `code`: the six digits that the token displays. It is sent to Graph once and kept nowhere. */
  | { readonly kind: 'enterCode'; readonly itemId: ItemId; readonly code: string }
  /** A serial number typed by hand, twice: one key in 300 goes wrong, and a wrong serial locks somebody out. */
  | { readonly kind: 'enterSerial'; readonly serialNumber: string; readonly repeated: string }
  /** What a reader in keyboard mode typed into the window. It is decided like any scan, and refused as one. */
  | { readonly kind: 'wedgeScan'; readonly text: string }
  | { readonly kind: 'openItem'; readonly itemId: ItemId }
  /** Leaves the open item where it stands and frees the hand-over. */
  | { readonly kind: 'parkItem'; readonly itemId: ItemId }
  | { readonly kind: 'retryItem'; readonly itemId: ItemId }
  /** Reads the user's methods at once instead of at the next turn. */
  | { readonly kind: 'readNow'; readonly itemId: ItemId }
  /** Takes the row off the queue. The journal keeps all that happened to it. */
  | { readonly kind: 'removeItem'; readonly itemId: ItemId }
  /**
   * Asks for a vendor's file of seeds and keeps it in memory. `again`: the file that was chosen last, with this password.
   * Seeds are proved against codes before anything is sent.
   */
  | { readonly kind: 'openSeedFile'; readonly password: string; readonly again: boolean }
  | { readonly kind: 'forgetSeeds' }
  /** Finds a token without a label by the code on its display; a second code of the same token narrows it. */
  | { readonly kind: 'seekToken'; readonly code: string }
  | { readonly kind: 'stopSeeking' }
  /** Looks at the person and the token once more before a code is sent. */
  | { readonly kind: 'checkAgain'; readonly itemId: ItemId }
  // Each of these only shows a plan; nothing is sent before `startPlan`.
  | { readonly kind: 'planUndo'; readonly itemId: ItemId; readonly reason: PlanReason }
  /** `methodId`: the token of the item's person that the new one replaces. */
  | {
      readonly kind: 'planReplace';
      readonly itemId: ItemId;
      readonly methodId: string;
      readonly reason: PlanReason;
    }
  | { readonly kind: 'planReassign'; readonly itemId: ItemId }
  | { readonly kind: 'planSwap'; readonly itemId: ItemId; readonly otherItemId: ItemId }
  | { readonly kind: 'startPlan' }
  /** Goes on where a plan stopped. */
  | { readonly kind: 'resumePlan' }
  /** Throws away a plan that has not begun, or leaves one as far as it came. */
  | { readonly kind: 'leavePlan' }
  /** In the system's browser, or on another device, as the settings say. */
  | { readonly kind: 'signIn' }
  | { readonly kind: 'cancelSignIn' }
  | { readonly kind: 'signOut' }
  /** At a kiosk: the same person proves anew who they are. */
  | { readonly kind: 'signInAgain' }
  /** `replacesBroken`: a file that cannot be read is put aside, on purpose. */
  | { readonly kind: 'changeSettings'; readonly change: SettingsChange; readonly replacesBroken: boolean }
  | { readonly kind: 'showQueue'; readonly filter: QueueFilter; readonly page: number }
  /** Brings a reader's place to the front: what is typed goes there from now on. */
  | { readonly kind: 'showLane'; readonly laneId: ReaderKey }
  /** An empty name is the device's own. */
  | { readonly kind: 'nameReader'; readonly readerKey: ReaderKey; readonly name: string; readonly color: LaneColor }
  | { readonly kind: 'openDoctor' }
  | { readonly kind: 'closeDoctor' }
  /** Closes every reader and looks for all of them anew. */
  | { readonly kind: 'lookAgain' }
  /** Sends a scanner its maker's command to report as a HID Point-of-Sale scanner. */
  | { readonly kind: 'switchToHidPos'; readonly deviceKey: string }
  /** Reads a device that types as the scanner it is, or leaves it alone again. */
  | { readonly kind: 'useAsScanner'; readonly deviceKey: string; readonly isScanner: boolean }
  /** The next scans are samples of this kind of label. */
  | { readonly kind: 'startLearning'; readonly means: SiteRuleMeaning }
  | { readonly kind: 'stopLearning' }
  /** Keeps the rule that was proposed. */
  | { readonly kind: 'acceptRule' }
  | { readonly kind: 'removeSiteRule'; readonly ruleId: string }
  /** Practice only: a virtual reader scans this text with this AIM identifier. */
  | { readonly kind: 'practiceScan'; readonly text: string; readonly aimId: string; readonly reader: number }
  /** Practice only: plugs a virtual reader in or pulls it out. */
  | { readonly kind: 'practicePlug'; readonly reader: number; readonly isPlugged: boolean }
  /** Practice only: what the next answers of the practice tenant do. */
  | { readonly kind: 'practiceTrouble'; readonly trouble: PracticeTrouble };

export type PracticeTrouble = 'none' | 'slow' | 'throttled' | 'lostAnswer' | 'down';

/** A command about the item that it names, decided on that item. */
export type ItemCommand = Exclude<Extract<Command, { itemId: ItemId }>, VisitCommand | PaperCommand>;
