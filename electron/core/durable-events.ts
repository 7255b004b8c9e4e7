import type { DurableEvent, Event } from './event.ts';

/** The kinds that go to the journal. A new durable kind that is missing here does not compile. */
const DURABLE: Readonly<Record<DurableEvent['kind'], true>> = {
  scanned: true,
  scanRefused: true,
  userChosen: true,
  activationIntended: true,
  activationDone: true,
  activationPostponed: true,
  activationRefused: true,
  answerLost: true,
  codeExpired: true,
  methodRead: true,
  readFailed: true,
  itemOpened: true,
  itemParked: true,
  itemRetried: true,
  itemRemoved: true,
  restarted: true,
};

export function isDurable(event: Event): event is DurableEvent {
  return event.kind in DURABLE;
}
