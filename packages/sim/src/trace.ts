/** The story of a run, line by line; the same seed tells the same story to the last byte. */

/** Collects lines where somebody wants them; costs nothing where nobody does. */
export class Trace {
  readonly #write: ((line: string) => void) | undefined;
  /** Whether every message is to be told; ask before putting such a line together. */
  readonly isDetailed: boolean;

  /** @param write takes each line, without its end; undefined where nobody reads */
  constructor(write: ((line: string) => void) | undefined, isDetailed = true) {
    this.#write = write;
    this.isDetailed = isDetailed && write !== undefined;
  }

  /** Adds a line: true time in ms, who, and what. */
  say(atMs: number, who: string, what: string): void {
    this.#write?.(`${atMs.toFixed(3).padStart(11)} ${who.padEnd(4)} ${what}`);
  }
}

/** A value in one line: names and values, without the noise of quotes. */
export function inWords(value: object): string {
  return JSON.stringify(value).replaceAll('"', "");
}
