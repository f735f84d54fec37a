/** What has come to a process that has more to read than it can: it lies in its sockets, and is read late and in order. */
import type { Instant } from "@phidelity/core";
import type { HostClock } from "./clock.ts";
import type { Ground } from "./process.ts";

/** How often a process that is behind gets around to what is due. */
const ROUND_MS = 10;

interface Piece {
  readonly from: string;
  /** By the clock of the process's host. */
  readonly cameAt: Instant;
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
    this.#pieces.push({ from, cameAt: this.#clock.at(now) });
    queue.plan(this.#lastReadAt, () => {
      this.#pieces.shift();
      read();
    });
  }

  /** Whatever had come by then has been read; by the host's clock. */
  readUntil(): Instant {
    const now = this.#clock.at(this.#ground.now);
    const [first] = this.#pieces;
    return first === undefined || first.cameAt > now ? now : first.cameAt;
  }

  /** Since when something from that host lies unread; undefined where nothing does. */
  since(from: string): Instant | undefined {
    return this.#pieces.find((piece) => piece.from === from)?.cameAt;
  }

  /** How much later its timers ring for that. */
  get roundMs(): number {
    return this.#pieces.length === 0 ? 0 : ROUND_MS;
  }
}
