/**
 * What lies between two hosts, one wire for each direction: it carries things late, in bursts, or never.
 *
 * A cut wire either holds what is sent until it is mended (TCP sends again) or loses it.
 */
import type { Dice } from "./dice.ts";
import type { Queue } from "./queue.ts";
import { type Weather, calmWeather } from "./weather.ts";

/** What is wrong with a wire: nothing, what is sent waits, or what is sent is lost. */
export type Cut = "none" | "holds" | "loses";

interface Wire {
  /** What this way takes beyond the weather, in ms. */
  readonly extraMs: number;
  cut: Cut;
  held: (() => void)[];
}

/** One connection's share of a wire: it keeps its order, as TCP does, unless the weather says otherwise. */
export interface Lane {
  readonly wire: Wire;
  /** When the last message arrives: the next one does not overtake it. */
  arrivesAt: number;
}

/** Between the network and the true time of its world. */
export interface Ground {
  readonly now: number;
  readonly queue: Queue;
}

export class Wires {
  readonly #ground: Ground;
  readonly #dice: Dice;
  readonly #wires = new Map<string, Map<string, Wire>>();
  weather: Weather = calmWeather;

  constructor(ground: Ground, dice: Dice) {
    this.#ground = ground;
    this.#dice = dice;
  }

  laneOf(from: string, to: string): Lane {
    return { wire: this.#wireOf(from, to), arrivesAt: 0 };
  }

  cut(from: string, to: string, cut: Cut): void {
    const wire = this.#wireOf(from, to);
    wire.cut = cut;
    if (cut === "holds") return;
    const { held } = wire;
    wire.held = [];
    if (cut === "loses") return;
    let at = this.#ground.now;
    for (const run of held) {
      at += this.#dice.between(0.01, 0.1);
      this.#ground.queue.plan(at, run);
    }
  }

  mendAll(): void {
    for (const [from, wires] of this.#wires) for (const to of wires.keys()) this.cut(from, to, "none");
  }

  /** Whether either direction between two hosts is cut. */
  isCut(one: string, other: string): boolean {
    return this.#wireOf(one, other).cut !== "none" || this.#wireOf(other, one).cut !== "none";
  }

  /** Carries a message of a connection: it may be lost, and it may come twice. */
  carryMessage(lane: Lane, deliver: () => void): void {
    const { loss, duplicate } = this.weather;
    if (this.#dice.chance(loss)) return;
    this.carry(lane, deliver);
    if (this.#dice.chance(duplicate)) this.carry(lane, deliver);
  }

  /** Carries what the transport itself has to say: it comes once, unless the wire is cut. */
  carry(lane: Lane, deliver: () => void): void {
    const { wire } = lane;
    const at = this.#arrivalOf(lane);
    if (wire.cut === "loses") return;
    this.#ground.queue.plan(at, () => {
      if (wire.cut === "none") deliver();
      else if (wire.cut === "holds") wire.held.push(deliver);
    });
  }

  /** How long something small that is sent again and again takes now, in ms. */
  delayOf({ wire }: Lane): number {
    const { delayMs, jitterMs } = this.weather;
    const extra = this.weather === calmWeather ? 0 : wire.extraMs;
    return extra + delayMs * this.#dice.between(0.5, 1) + this.#dice.spell(jitterMs);
  }

  #wireOf(from: string, to: string): Wire {
    let wires = this.#wires.get(from);
    if (wires === undefined) {
      wires = new Map();
      this.#wires.set(from, wires);
    }
    let wire = wires.get(to);
    if (wire === undefined) {
      wire = { extraMs: this.#dice.oneOf([0, 0, 0, 0, 0, 0, 50, 300]), cut: "none", held: [] };
      wires.set(to, wire);
    }
    return wire;
  }

  /** Each packet is sent until it arrives: after 200 ms, then after twice as long each time (RFC 6298, as Linux has it). */
  #resendingMs(lossOfPackets: number): number {
    if (lossOfPackets === 0) return 0;
    let sum = 0;
    for (let timeoutMs = 200; this.#dice.chance(lossOfPackets); timeoutMs *= 2) sum += timeoutMs;
    return sum;
  }

  #arrivalOf(lane: Lane): number {
    const { spike, spikeMs, stall, resent, reorder } = this.weather;
    const spell = this.#dice.chance(spike) ? this.#dice.spell(spikeMs) : 0;
    // A lost segment of TCP is sent again after its timeout, and all that follows waits for it.
    const again = this.#dice.chance(stall) ? this.#dice.between(200, 800) : 0;
    const at = this.#ground.now + this.delayOf(lane) + spell + again + this.#resendingMs(resent);
    if (this.#dice.chance(reorder)) return at + this.#dice.between(0, 50);
    if (at > lane.arrivesAt) lane.arrivesAt = at;
    return lane.arrivesAt;
  }
}
