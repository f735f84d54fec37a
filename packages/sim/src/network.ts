/** The network that joins all hosts: every two of them, by one wire in each direction. */
import type { DirectProbe, ProbeOutcome } from "@phidelity/core";
import { Connection, type End, type Host } from "./connection.ts";
import type { Dice } from "./dice.ts";
import { type Cut, type Ground, Wires } from "./wires.ts";
import type { Weather } from "./weather.ts";

/** Seen from a host: what it sends, and what is sent to it. */
export type Direction = "up" | "down";

/** A host whose daemon may be asked for at its own address. */
export interface Probed extends Host {
  /** What its daemon, or the kernel, answers now to who asks for the daemon at that incarnation. */
  answerTo(incarnation: number): ProbeOutcome;
}

export class Network {
  readonly #ground: Ground;
  readonly #wires: Wires;
  readonly #hostOf: (name: string) => Host;

  constructor(ground: Ground, dice: Dice, hostOf: (name: string) => Host) {
    this.#ground = ground;
    this.#wires = new Wires(ground, dice);
    this.#hostOf = hostOf;
  }

  set weather(weather: Weather) {
    this.#wires.weather = weather;
  }

  /** Asks for a connection; `opened` or `closed` follows at this end where somebody answers. */
  connect(from: string, to: string, end: End): Connection {
    const opener = { name: from, host: this.#hostOf(from), end };
    return new Connection(this.#wires, opener, { name: to, host: this.#hostOf(to) });
  }

  /** Asks a daemon at its own address; the outcome is told once, after the limit at the latest. */
  probe(from: string, question: DirectProbe, at: Probed, tell: (outcome: ProbeOutcome) => void): void {
    const { queue } = this.#ground;
    const { node: to, incarnation, limitMs } = question;
    let isOver = false;
    const end = (outcome: ProbeOutcome): void => {
      if (isOver) return;
      isOver = true;
      tell(outcome);
    };
    queue.plan(this.#ground.now + limitMs, () => end("silent"));
    const there = this.#wires.delayOf(this.#wires.laneOf(from, to));
    const back = this.#wires.delayOf(this.#wires.laneOf(to, from));
    if (there + back >= limitMs) return;
    queue.plan(this.#ground.now + there, () => {
      if (this.#wires.isCut(from, to)) return;
      const outcome = at.answerTo(incarnation);
      if (outcome === "silent") return;
      queue.plan(this.#ground.now + back, () => {
        if (!this.#wires.isCut(from, to)) end(outcome);
      });
    });
  }

  /** Cuts, or mends, what a host sends to another (`up`) or is sent by it (`down`). */
  cut(host: string, other: string, direction: Direction, cut: Cut): void {
    if (direction === "up") this.#wires.cut(host, other, cut);
    else this.#wires.cut(other, host, cut);
  }

  mendAll(): void {
    this.#wires.mendAll();
  }

  isCut(one: string, other: string): boolean {
    return this.#wires.isCut(one, other);
  }
}
