import { text } from '../i18n.ts';
import { codeProblem, kioskStage, personOf, stageKey, type KioskStage } from '../kiosk/kiosk-stage.ts';
import { problemWords } from '../problem/problem-text.ts';
import { changeView, forgetSaid, type DeskStore } from '../store.ts';

/**
 * Says each step of a visit once, and takes away all that this window still holds of a visitor who has gone. Call it before
 * the others that listen: what they say of the same picture is the next visitor's. Returns the way to stop.
 */
export function hearKiosk(store: DeskStore, say: (text: string, urgent: boolean) => void): () => void {
  let heard: string | null = null;
  return store.subscribe(({ snapshot }, previous) => {
    if (!snapshot?.kiosk || snapshot === previous.snapshot) return;
    const stage = kioskStage(snapshot);
    if (!stage) return;
    const before = previous.snapshot && kioskStage(previous.snapshot);
    if (before && isVisitOver(before, stage)) forgetVisit(store);
    const key = stageKey(stage);
    const sentence = heard === null || key === heard ? null : sentenceOf(stage, before);
    if (sentence !== null) say(sentence, stage.kind === 'stopped');
    heard = key;
  });
}

/** From the moment of signing out on: what is said from then on may be heard by the next in line. */
function isVisitOver(before: KioskStage, now: KioskStage): boolean {
  const left = personOf(before);
  return left !== null && left.id !== personOf(now)?.id;
}

/** A serial number may stand half typed in the dialog, and names in what was said. */
function forgetVisit(store: DeskStore): void {
  forgetSaid(store);
  const { dialog } = store.getState().view;
  changeView(store, { dialog: dialog === 'serial' ? null : dialog, refusals: {}, otherPersonFor: null, badge: null });
}

function sentenceOf(stage: KioskStage, before: KioskStage | null): string | null {
  switch (stage.kind) {
    case 'signIn': {
      const isEnd = before !== null && (before.kind === 'signingOut' || personOf(before) !== null);
      return text.t(isEnd ? 'said.kiosk.ended' : 'said.kiosk.signIn');
    }
    case 'lookingUp':
    case 'proveAgain':
    case 'done':
      return text.t(`said.kiosk.${stage.kind}`);
    case 'signingIn':
      // A code for another device is spelled by those who hear the session.
      return stage.prompt ? null : `${text.t('kiosk.say.browser')}. ${text.t('kiosk.hint.browser')}`;
    case 'signingOut':
      return null;
    case 'scan':
      return text.t('said.kiosk.scan', { name: stage.person.displayName });
    case 'code':
      return sentenceOfCode(stage);
    case 'working':
      return stage.state.kind === 'needsUser' ? null : text.t('said.kiosk.working');
    case 'stopped': {
      if (!stage.problem) return `${text.t('kiosk.held')}. ${text.t('kiosk.heldNext')}`;
      const { title, next } = problemWords(stage.problem.code, true);
      return `${title}. ${next}`;
    }
  }
}

function sentenceOfCode({ row }: Extract<KioskStage, { kind: 'code' }>): string {
  const problem = codeProblem(row);
  if (!problem) return text.t('said.kiosk.code', { serial: row.serialNumber });
  const { title, next } = problemWords(problem.code, true);
  return `${title}. ${next}`;
}
