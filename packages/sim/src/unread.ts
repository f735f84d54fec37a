/** What has come to a process that has more to read than it can: it lies in its sockets, and is read late and in order. */
import type { Instant } from "@phidelity/core";
import type { HostClock } from "./clock.ts";
import type { Ground } from "./process.ts";

/** How often a process that is behind gets around to what is due. */
const ROUND_MS = 10;

interface Piece {
  readonly from: string;
  /** In true time. */
  readonly cameAt: number;
  /** By the clock of the process's host as it was then. A machine that slept has its clock set back when it goes on. */
  readonly shown: Instant;
}

export class Unread {
  readonly #ground: Ground;
  readonly #clock: HostClock;
  readonly #pieces: Piece[] = [];
  #lastReadAt = 0;
  #behindMs = 0;

  constructor(ground: Ground, clock: HostClock) {
    this.#ground = ground;
    this.#clock = clock;
  }

  /** What comes from now on lies unread for so long, and never less than what came before it. */
  fallBehind(ms: number): void {
    this.#behindMs = ms;
  }

  /** Something comes, and is read when it is its turn. */
  take(from: string, read: () => void): void {
    const { now, queue } = this.#ground;
    if (this.#behindMs === 0 && this.#pieces.length === 0) return read();
    this.#lastReadAt = Math.max(this.#lastReadAt, now + this.#behindMs);
    this.#pieces.push({ from, cameAt: now, shown: this.#clock.at(now) });
    queue.plan(this.#lastReadAt, () => {
      this.#pieces.shift();
      read();
    });
  }

  /** Whatever had come by then has been read; by the host's clock. */
  readUntil(): Instant {
    return this.#clock.at(this.#pieces[0]?.cameAt ?? this.#ground.now);
  }

  /** Since when something from that host lies unread, at the latest; undefined where nothing does. */
  since(from: string): Instant | undefined {
    const piece = this.#pieces.find((one) => one.from === from);
    if (piece === undefined) return undefined;
    const shownNow = this.#clock.at(piece.cameAt);
    return shownNow > piece.shown ? shownNow : piece.shown;
  }

  /** How much later its timers ring for that. */
  get roundMs(): number {
    return this.#pieces.length === 0 ? 0 : ROUND_MS;
  }
}
