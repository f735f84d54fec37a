/** The whole terminal, borrowed for a while. */
import type { Input, Output } from "../world.ts";

/** The alternate screen without a cursor, so that what was on the terminal comes back afterwards. */
const ENTER = "\u001B[?1049h\u001B[?25l";
const LEAVE = "\u001B[?25h\u001B[?1049l";
const HOME = "\u001B[H";
const CLEAR_LINE = "\u001B[K";
const CLEAR_BELOW = "\u001B[J";
/** A sequence that colours, which takes no room. */
// eslint-disable-next-line no-control-regex -- The escape character is what this is about.
const COLOUR = /\u001B\[[0-9;]*m/y;
const RESET = "\u001B[0m";
const CTRL_C = "\u0003";

/** Draws lines over the whole terminal and listens for q and Ctrl-C. */
export class Screen {
  readonly #stdin: Input;
  readonly #stdout: Output;
  readonly #quit = Promise.withResolvers<void>();
  #onResize: () => void = () => undefined;
  readonly #onKeys = (keys: Buffer | string): void => {
    const text = keys.toString();
    if (text.includes("q") || text.includes(CTRL_C)) this.#quit.resolve();
  };

  constructor(stdin: Input, stdout: Output) {
    this.#stdin = stdin;
    this.#stdout = stdout;
  }

  /** Settles when the person wants to leave. */
  get quit(): Promise<void> {
    return this.#quit.promise;
  }

  get rows(): number {
    return this.#stdout.rows ?? 24;
  }

  /** Takes the terminal; `redraw` is called at once, and again when its size changes. */
  open(redraw: () => void): void {
    this.#onResize = redraw;
    this.#stdout.write(ENTER);
    this.#stdout.on("resize", this.#onResize);
    this.#stdin.setRawMode?.(true);
    this.#stdin.on("data", this.#onKeys);
    this.#stdin.resume();
    redraw();
  }

  /**
   * Draws the lines from the top, each cut to the width, as many as fit. The last column stays free: behind it, clearing the
   * rest of a line would clear the character in it.
   */
  draw(lines: readonly string[]): void {
    const columns = Math.max(1, (this.#stdout.columns ?? 80) - 1);
    const shown = lines.slice(0, this.rows).map((line) => cut(line, columns) + CLEAR_LINE);
    this.#stdout.write(HOME + shown.join("\r\n") + CLEAR_BELOW);
  }

  /** Gives the terminal back as it was. */
  close(): void {
    this.#stdout.off("resize", this.#onResize);
    this.#stdin.off("data", this.#onKeys);
    this.#stdin.setRawMode?.(false);
    this.#stdin.pause();
    this.#stdout.write(LEAVE);
  }
}

/** A line of at most so many characters; colours take no room and are ended. */
export function cut(line: string, columns: number): string {
  let kept = "";
  let width = 0;
  let index = 0;
  while (index < line.length) {
    COLOUR.lastIndex = index;
    const colour = COLOUR.exec(line)?.[0];
    if (colour !== undefined) {
      kept += colour;
      index += colour.length;
      continue;
    }
    if (width === columns) return kept + (kept.includes("\u001B") ? RESET : "");
    const character = String.fromCodePoint(line.codePointAt(index) ?? 0);
    kept += character;
    index += character.length;
    width += 1;
  }
  return kept;
}
