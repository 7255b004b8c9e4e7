/**
 * A value that must not leave memory: a typed code, an access token, a seed.
 * JSON gives `"[secret]"`; structuredClone, `String()` and inspection show nothing of it, because it lives in a private field.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The value itself, for the one line that sends it. */
  reveal(): string {
    return this.#value;
  }

  equals(other: Secret): boolean {
    return this.#value === other.#value;
  }

  toJSON(): string {
    return '[secret]';
  }

  toString(): string {
    return '[secret]';
  }
}
