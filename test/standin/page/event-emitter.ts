// The part of Node's EventEmitter that a sandboxed preload gets from require('events') and from ipcRenderer.

type Listener = ((...args: unknown[]) => void) & { readonly original?: Listener };

export class PreloadEventEmitter {
  private readonly registered = new Map<string, readonly Listener[]>();

  on(name: string, listener: Listener): this {
    this.registered.set(name, [...(this.registered.get(name) ?? []), listener]);
    return this;
  }
  once(name: string, listener: Listener): this {
    const wrapped = (...args: unknown[]): void => {
      this.off(name, wrapped);
      listener(...args);
    };
    return this.on(name, Object.assign(wrapped, { original: listener }));
  }
  off(name: string, listener: Listener): this {
    const all = this.registered.get(name) ?? [];
    const index = all.findLastIndex((each) => each === listener || each.original === listener);
    if (index >= 0) this.registered.set(name, all.toSpliced(index, 1));
    return this;
  }
  addListener(name: string, listener: Listener): this {
    return this.on(name, listener);
  }
  removeListener(name: string, listener: Listener): this {
    return this.off(name, listener);
  }
  removeAllListeners(name?: string): this {
    if (name === undefined) this.registered.clear();
    else this.registered.delete(name);
    return this;
  }
  emit(name: string, ...args: unknown[]): boolean {
    const all = this.registered.get(name) ?? [];
    for (const listener of all) listener(...args);
    return all.length > 0;
  }
  listenerCount(name: string): number {
    return (this.registered.get(name) ?? []).length;
  }
}
