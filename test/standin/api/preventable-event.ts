// The event object that Electron's modules hand to their listeners.

export class PreventableEvent {
  defaultPrevented = false;
  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

/** An event with these details, whose default can be prevented. */
export function preventable<T extends object>(details: T): T & PreventableEvent {
  return Object.assign(new PreventableEvent(), details);
}
