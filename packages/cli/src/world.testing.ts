/** A machine that is not this one, for tests: what is written is kept, and keys are pressed by the test. */
import { PassThrough } from "node:stream";
import { run } from "./program.ts";
import type { Input, Output, World } from "./world.ts";

class Kept implements Output {
  text: string = "";
  readonly isTTY: boolean;
  columns: number = 100;
  rows: number = 20;
  readonly #listeners = new Set<() => void>();

  constructor(isTTY: boolean) {
    this.isTTY = isTTY;
  }

  write(text: string): boolean {
    this.text += text;
    return true;
  }

  on(_event: "resize", listener: () => void): void {
    this.#listeners.add(listener);
  }

  off(_event: "resize", listener: () => void): void {
    this.#listeners.delete(listener);
  }

  /** Another size. */
  resize(columns: number, rows: number): void {
    this.columns = columns;
    this.rows = rows;
    for (const listener of this.#listeners) listener();
  }
}

export class TestWorld implements World {
  readonly env: Record<string, string | undefined> = {};
  readonly stdout: Kept;
  readonly stderr: Kept;
  readonly stdin: Input & PassThrough;
  /** What the terminal was told about raw keys, in order. */
  readonly raw: boolean[] = [];
  temporaryFolder: string = "/no/such/folder";
  now: number = Date.UTC(2026, 10, 24, 3, 5, 0);
  readonly #interrupts = new Set<() => void>();

  /** @param terminal whether all three streams are one */
  constructor(terminal: boolean = false) {
    this.stdout = new Kept(terminal);
    this.stderr = new Kept(terminal);
    this.stdin = Object.assign(new PassThrough(), {
      isTTY: terminal,
      setRawMode: (raw: boolean) => this.raw.push(raw),
    });
  }

  nowMs(): number {
    return this.now;
  }

  onInterrupt(listener: () => void): () => void {
    this.#interrupts.add(listener);
    return () => this.#interrupts.delete(listener);
  }

  interrupt(): void {
    for (const listener of this.#interrupts) listener();
  }

  /** Runs `phi` with words as in a shell, without quotes. */
  phi(line: string): Promise<number> {
    return run(
      line.split(" ").filter((word) => word !== ""),
      this,
    );
  }
}
