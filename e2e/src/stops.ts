/** A coordinator that is stopped again and again, as a busy or a stolen machine stops it, while its nodes live on. */
import { setTimeout as sleep } from "node:timers/promises";
import type { BareCluster } from "./bare-cluster.ts";

/** Five nodes, and a group of either kind. */
export const STOPPED_CLUSTER = {
  nodes: ["n1", "n2", "n3", "n4", "n5"],
  groups: { fenced: "fence", safe: "failsafe" },
  apart: false,
} as const;

/** What no stop of the coordinator may lead to. A failover may begin: a lease that nobody could renew has ended. */
const UNWANTED: readonly string[] = ["nodeSuspected", "nodeDown", "selfPreservationBegan"];

const SHORTEST_MS = 50;
const LONGEST_MS = 10_000;
/** Between two stops: from less than one heartbeat to several, so that stops meet every state of the one before. */
const RUNNING_MS = [100, 200, 400, 800];

/** Lengths from 50 ms to 10 s, both among them, more of the short ones, in an order of their own. */
export function stopLengths(count: number, longestMs: number = LONGEST_MS): readonly number[] {
  const lengths = Array.from({ length: count }, (_, index) => {
    const share = count === 1 ? 1 : index / (count - 1);
    return SHORTEST_MS * (longestMs / SHORTEST_MS) ** (share * share);
  });
  // A step that has no factor in common with the count visits each once.
  const step = [89, 97, 101].find((prime) => count % prime !== 0) ?? 1;
  return lengths.map((_, index) => lengths[(index * step) % count] ?? SHORTEST_MS);
}

/** Stops the coordinator for each of these lengths, and lets it run a little in between. */
export async function stopAgainAndAgain(
  cluster: BareCluster,
  lengthsMs: readonly number[],
  tell: (done: number) => void = () => {},
): Promise<void> {
  for (const [index, lengthMs] of lengthsMs.entries()) {
    await cluster.coordinator.signal("SIGSTOP");
    await sleep(lengthMs);
    await cluster.coordinator.signal("SIGCONT");
    await sleep(RUNNING_MS[index % RUNNING_MS.length] ?? 0);
    tell(index + 1);
  }
}

/** The unwanted events so far, each with its words. */
export async function unwantedEvents(cluster: BareCluster): Promise<readonly string[]> {
  const events = await cluster.api.events();
  return events
    .filter(({ type }) => UNWANTED.includes(type))
    .map(({ at, type, text }) => `${at} ${type}: ${text}`);
}
