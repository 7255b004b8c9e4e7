// Tells the host the title of the document and every change of it, of which Chromium itself tells too late.

declare const document: EventTarget & { readonly title: string; readonly head: object };
declare const MutationObserver: new (onChange: () => void) => { observe(node: object, what: object): void };
declare const standinTitle: (title: string) => void;

/** Starts telling; runs in a world of its own, so that no page notices. */
export function startTitleWatch(): void {
  let told = '';
  const tell = (): void => {
    if (document.title === told) return;
    told = document.title;
    standinTitle(told);
  };
  document.addEventListener('DOMContentLoaded', () => {
    tell();
    new MutationObserver(tell).observe(document.head, { subtree: true, childList: true, characterData: true });
  });
}
