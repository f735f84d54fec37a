/** Frames that leave by the clock, whoever planned them being awake or not. */
import type { Departure } from "./link-port.ts";
import { sharedMs } from "./shared-clock.ts";

export class Timetable {
  readonly #send: (bytes: Uint8Array) => void;
  #waiting: Departure[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(send: (bytes: Uint8Array) => void) {
    this.#send = send;
  }

  /** What leaves from now on; of what was planned before, only what is kept leaves, now. */
  plan(departures: readonly Departure[]): void {
    this.hasten();
    this.#waiting = [...departures];
    this.#run();
  }

  /** Something else leaves now: what is kept leaves before it. */
  hasten(): void {
    const [first, ...rest] = this.#waiting;
    if (first?.kept !== true) return;
    this.#waiting = rest;
    this.#send(first.bytes);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#waiting = [];
  }

  /** Where several are due, this thread itself stood still: of those that are not kept, the last one says it all. */
  #run(): void {
    clearTimeout(this.#timer);
    const nowMs = sharedMs();
    const due = this.#waiting.filter(({ atMs }) => atMs <= nowMs);
    this.#waiting = this.#waiting.slice(due.length);
    for (const [index, { bytes, kept }] of due.entries()) {
      if (kept || index === due.length - 1) this.#send(bytes);
    }
    const [next] = this.#waiting;
    if (next !== undefined) this.#timer = setTimeout(() => this.#run(), Math.ceil(next.atMs - nowMs));
  }
}
