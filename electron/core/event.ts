import type { ItemId } from '../contract/item.ts';
import type { TestedScan, ReportView } from '../contract/doctor.ts';
import type { Problem } from '../contract/problem.ts';
import type { ReaderKey } from '../contract/reader.ts';
import type { SiteRuleMeaning } from '../contract/site-rule.ts';
import type { TokenDrift } from '../contract/seed-file.ts';
import type { SettingsView } from '../contract/settings.ts';
import type { DeviceCodePrompt, QueueFilter, UnreadableEvent } from '../contract/snapshot.ts';
import type { User } from '../contract/user.ts';
import type { OrderFilter, OrderId } from '../contract/work-order.ts';
import type { BenchSettings } from './bench-settings.ts';
import type { OathMethod } from './oath-method.ts';
import type { OrderEvent } from './order-events.ts';
import type { PlanDraft } from './plan.ts';
import type { PreFlightFacts } from './pre-flight-facts.ts';
import type { Rights } from './rights.ts';
import type { ShiftEvent } from './shift-events.ts';
import type { VisitEvent } from './visit-events.ts';
import type { DeviceFacts } from './ports.ts';

/** What is written to the journal before anything follows from it. */
export type DurableEvent = TokenEvent | VisitEvent | OrderEvent | ShiftEvent;

/** What happens to tokens. */
type TokenEvent = { readonly atMs: number } & (
  | {
      readonly kind: 'scanned';
      readonly readerKey: string;
      readonly readerName: string;
      readonly serialNumber: string;
      readonly scannedText: string;
      readonly aimId: string | null;
      /** One character a byte, as the reader sent it, where that is not `scannedText`. */
      readonly rawText?: string;
      /** Where it is handed over, where that is not its reader's own place. */
      readonly laneId?: ReaderKey;
    }
  /** `shownText` is the harmless part of what was scanned; empty where nothing may be kept. */
  | { readonly kind: 'scanRefused'; readonly readerKey: string; readonly problem: Problem; readonly shownText: string }
  | { readonly kind: 'userChosen'; readonly itemId: ItemId; readonly user: User }
  /** A code was entered and a POST may follow. The code itself is never part of an event. */
  | { readonly kind: 'activationIntended'; readonly itemId: ItemId; readonly userId: string }
  | { readonly kind: 'activationDone'; readonly itemId: ItemId; readonly requestId: string | null }
  | {
      readonly kind: 'activationPostponed';
      readonly itemId: ItemId;
      readonly untilMs: number;
      readonly problem: Problem;
    }
  | { readonly kind: 'activationRefused'; readonly itemId: ItemId; readonly problem: Problem }
  | { readonly kind: 'answerLost'; readonly itemId: ItemId; readonly problem: Problem }
  /** The code is gone or too old to be sent; the operator is asked for the next one. */
  | { readonly kind: 'codeExpired'; readonly itemId: ItemId }
  /** `method`: the user's method with this item's serial number, or `null` where there is none. */
  | { readonly kind: 'methodRead'; readonly itemId: ItemId; readonly method: OathMethod | null }
  | {
      readonly kind: 'readFailed';
      readonly itemId: ItemId;
      readonly problem: Problem;
      readonly status: number | null;
      readonly retryAfterMs: number | null;
    }
  /** `laneId`: where it is taken up; left out, in its own lane. */
  | { readonly kind: 'itemOpened'; readonly itemId: ItemId; readonly laneId?: ReaderKey }
  | { readonly kind: 'itemParked'; readonly itemId: ItemId }
  | { readonly kind: 'itemRetried'; readonly itemId: ItemId }
  | { readonly kind: 'itemRemoved'; readonly itemId: ItemId }
  /** The code on the display belongs to this token; the code itself is no part of it. */
  | { readonly kind: 'codeProved'; readonly itemId: ItemId; readonly drift: TokenDrift }
  /** It does not, or the token's clock is too far off: nothing was sent. `drift`: what is known of its clock. */
  | {
      readonly kind: 'codeDisproved';
      readonly itemId: ItemId;
      readonly problem: Problem;
      readonly drift: TokenDrift | null;
    }
  /** Asks for another look at the person and the token. */
  | { readonly kind: 'checkWanted'; readonly itemId: ItemId }
  /** What was read of this person and of the token before a code was sent. */
  | {
      readonly kind: 'preFlightRead';
      readonly itemId: ItemId;
      readonly userId: string;
      readonly facts: PreFlightFacts;
    }
  /** At a kiosk, the person left before it was settled: nobody else may read their tokens. */
  | { readonly kind: 'itemLeft'; readonly itemId: ItemId }
  | { readonly kind: 'planStarted'; readonly plan: PlanDraft }
  /** A DELETE may follow. `step` counts from 0. */
  | { readonly kind: 'takeBackIntended'; readonly step: number }
  | { readonly kind: 'takeBackDone'; readonly step: number; readonly requestId: string | null }
  | {
      readonly kind: 'takeBackPostponed';
      readonly step: number;
      readonly untilMs: number;
      readonly problem: Problem;
    }
  | { readonly kind: 'takeBackRefused'; readonly step: number; readonly problem: Problem }
  | { readonly kind: 'takeBackLost'; readonly step: number; readonly problem: Problem }
  /** `isThere`: the person still has this token. */
  | { readonly kind: 'takeBackRead'; readonly step: number; readonly isThere: boolean }
  | {
      readonly kind: 'takeBackNotRead';
      readonly step: number;
      readonly problem: Problem;
      readonly status: number | null;
      readonly retryAfterMs: number | null;
    }
  | { readonly kind: 'planResumed' }
  | { readonly kind: 'planLeft' }
  | { readonly kind: 'restarted' }
);

/** What is true only while the station runs: it changes the state and is not worth a line in the journal. */
export type PassingEvent = { readonly atMs: number } & (
  | { readonly kind: 'readerAttached'; readonly readerKey: string; readonly name: string }
  | { readonly kind: 'readerDetached'; readonly readerKey: string }
  | { readonly kind: 'readerTroubled'; readonly readerKey: string; readonly name: string; readonly problem: Problem }
  | { readonly kind: 'devicesSeen'; readonly devices: readonly DeviceFacts[] }
  | { readonly kind: 'laneShown'; readonly laneId: ReaderKey }
  /** A badge was read in the front lane: the people with its number are searched for, and nobody is chosen. */
  | { readonly kind: 'badgeRead'; readonly readerKey: ReaderKey; readonly badgeId: string }
  | { readonly kind: 'doctorOpened' }
  | { readonly kind: 'doctorClosed' }
  | { readonly kind: 'reportSeen'; readonly report: Omit<ReportView, 'seq' | 'readerName'> }
  | {
      readonly kind: 'scanTested';
      readonly readerKey: ReaderKey;
      readonly test: Omit<TestedScan, 'seq' | 'readerName'>;
    }
  | { readonly kind: 'learningStarted'; readonly means: SiteRuleMeaning }
  | { readonly kind: 'learningStopped' }
  /** What was read from the disk at start; `problem`: why it could not be. */
  | { readonly kind: 'benchLoaded'; readonly settings: BenchSettings; readonly problem: Problem | null }
  | { readonly kind: 'benchChanged'; readonly settings: BenchSettings }
  | { readonly kind: 'benchSaved'; readonly settings: BenchSettings }
  | { readonly kind: 'benchNotSaved'; readonly settings: BenchSettings; readonly problem: Problem }
  | { readonly kind: 'usersSearched'; readonly query: string }
  | { readonly kind: 'usersFound'; readonly query: string; readonly users: readonly User[]; readonly more: boolean }
  | { readonly kind: 'usersNotFound'; readonly query: string; readonly problem: Problem }
  | { readonly kind: 'graphAnswered'; readonly latencyMs: number }
  | { readonly kind: 'graphSilent'; readonly problem: Problem }
  | { readonly kind: 'queueShown'; readonly filter: QueueFilter; readonly page: number }
  | { readonly kind: 'sessionFixed'; readonly name: string }
  | { readonly kind: 'signInWanted' }
  /** What has to be typed on another device to sign in. */
  | { readonly kind: 'devicePrompted'; readonly prompt: DeviceCodePrompt }
  /** `signedInAtMs`: when they proved who they are, as far as the token tells. */
  | {
      readonly kind: 'signedIn';
      readonly name: string;
      readonly userPrincipalName: string;
      readonly signedInAtMs?: number | null;
    }
  /** The same person is to prove anew who they are. */
  | { readonly kind: 'freshSignInWanted' }
  | { readonly kind: 'rightsRead'; readonly rights: Rights }
  /** Nothing is sent before `planStarted`. */
  | { readonly kind: 'planProposed'; readonly plan: PlanDraft }
  | { readonly kind: 'planDropped' }
  /** This station is a kiosk from its start on. */
  | { readonly kind: 'kioskOpened' }
  /** `visit`: who was asked about; by the time of the answer somebody else may be there. */
  | { readonly kind: 'selfRead'; readonly visit: number; readonly person: User }
  | { readonly kind: 'selfNotRead'; readonly visit: number; readonly problem: Problem }
  /** What is known of whoever stands at a desk. */
  | {
      readonly kind: 'visitorRead';
      readonly laneId: ReaderKey;
      readonly userId: string;
      readonly facts: PreFlightFacts;
    }
  /** `url`: a `data:` address; `null`: this person has no picture, or it cannot be read. */
  | { readonly kind: 'photoRead'; readonly userId: string; readonly url: string | null }
  | {
      readonly kind: 'orderShown';
      readonly orderId: OrderId | null;
      readonly filter: OrderFilter;
      readonly page: number;
    }
  | { readonly kind: 'exceptionsShown'; readonly page: number }
  /** Somebody did something at the window. */
  | { readonly kind: 'deskUsed' }
  | { readonly kind: 'settingsRead'; readonly view: SettingsView }
  | { readonly kind: 'signOutWanted' }
  /** A call was refused, because nobody is signed in any more. `isChallenged`: the service asked for more proof. */
  | { readonly kind: 'sessionLost'; readonly problem: Problem; readonly isChallenged?: boolean }
  /** `problem`: why, where it was not asked for. */
  | { readonly kind: 'signedOut'; readonly problem: Problem | null }
  | { readonly kind: 'readWanted'; readonly itemId: ItemId }
  | { readonly kind: 'storageFailed'; readonly problem: Problem; readonly unsavedEvents: number }
  | { readonly kind: 'storageRecovered' }
  | {
      readonly kind: 'journalOpened';
      readonly unreadable: readonly UnreadableEvent[];
      readonly chainBrokenAtSeq: number | null;
    }
);

export type Event = DurableEvent | PassingEvent;
