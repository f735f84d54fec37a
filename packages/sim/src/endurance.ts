/**
 * A long quiet time in which no host dies, on a network that may lose messages: whoever is called down or loses its role
 * there was wronged (DETECTOR.md, target 5).
 */
import { faithful } from "./rules.ts";
import { noTroubles, plainShape } from "./shape.ts";
import { Trace } from "./trace.ts";
import { calmWeather } from "./weather.ts";
import { World } from "./world.ts";

export interface EnduranceOptions {
  readonly nodes: number;
  readonly hours: number;
  /** The share of all messages that is lost for good, on every way: 0 to 1. No connection over TCP does that. */
  readonly loss: number;
  /** The share of all packets that is lost and that TCP sends again: their message comes later, and all that are behind it. */
  readonly resent: number;
  readonly seed: number;
}

/** What became of the living. */
export interface Endured {
  readonly failovers: number;
  readonly down: number;
  /** Suspected, and only asked. */
  readonly suspected: number;
  /** Heard through a peer for a while. */
  readonly unreachable: number;
}

const HOUR_MS = 3_600_000;

/** Lets a cluster of one group live for so long; a promise that breaks on the way is thrown as it is. */
export function endure({ nodes, hours, loss, resent, seed }: EnduranceOptions): Endured {
  const counts = new Map<string, number>();
  const count = (line: string): void => {
    const event = /(\w+):/.exec(line)?.[1] ?? "";
    counts.set(event, (counts.get(event) ?? 0) + 1);
  };
  const shape = {
    ...plainShape(nodes),
    weather: { ...calmWeather, loss, resent },
    troubles: noTroubles,
  };
  const world = new World(shape, seed, faithful, new Trace(count, false));
  world.start();
  while (world.now < hours * HOUR_MS) world.advance();
  const of = (event: string): number => counts.get(event) ?? 0;
  return {
    failovers: world.checkers.failovers,
    down: of("nodeDown"),
    suspected: of("nodeSuspected"),
    unreachable: of("nodeUnreachable"),
  };
}
