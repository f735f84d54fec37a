/** One machine's disk: what is durable, and what a crash takes with it. */

/** Holds one value. A write takes time, may fail, and is lost or not where the power goes out meanwhile. */
export class Disk<T> {
  #durable: T;
  #written: T | undefined;

  constructor(empty: T) {
    this.#durable = empty;
  }

  /** What a process that starts now finds. */
  get durable(): T {
    return this.#durable;
  }

  /** Begins to write; nothing is durable yet. */
  begin(value: T): void {
    this.#written = value;
  }

  /** The write has ended; it took effect or not. */
  finish(tookEffect: boolean): void {
    if (tookEffect && this.#written !== undefined) this.#durable = this.#written;
    this.#written = undefined;
  }

  /** Somebody else put this in its place: a restored copy, or nothing. */
  replace(value: T): void {
    this.#durable = value;
    this.#written = undefined;
  }
}
