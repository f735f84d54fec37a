/** Peers that know gaps between arrivals only. In periods; where a product counts in seconds, a second is a period. */
import { type Peer, linePeer } from "./peer.ts";
import { SortedWindow, Window } from "./window.ts";

const WINDOW = 1_000;
/** Akka's least deviation: 100 ms of 1 s. */
export const DEVIATION_MIN = 0.1;

/** A constant since the last arrival: keepalived, Redis Sentinel, Kubernetes, ScyllaDB, Hazelcast's deadline detector. */
export const fixedTimeout: Peer = linePeer("fixed timeout", "timeout", () => (_slot, arrival) => ({
  base: arrival,
  scale: 1,
}));

/**
 * Cassandra: phi = 0.4343 t / mean, the first gap is taken for two periods. The guard against long gaps is left off, as
 * it is in the versions that read its nanoseconds for milliseconds. ED-FD, 1 − exp(−t / mean), is the same rule with
 * another scale of thresholds.
 */
export const cassandra: Peer = linePeer("Cassandra, ED-FD", "phi", () => {
  const gaps = new Window(WINDOW, [2]);
  return (_slot, arrival, gap) => {
    if (gap >= 0) gaps.add(gap);
    return { base: arrival, scale: gaps.mean };
  };
});

/** chitchat: phi = t / mean, smoothed by five gaps of five periods; gaps above ten are left out. */
export const chitchat: Peer = linePeer("chitchat", "phi", () => {
  const prior = { mean: 5, weight: 5 };
  const gaps = new Window(WINDOW);
  return (_slot, arrival, gap) => {
    if (gap <= 10) gaps.add(gap);
    const scale = (gaps.sum + prior.mean * prior.weight) / (gaps.size + prior.weight);
    return { base: arrival, scale };
  };
});

/** Hazelcast's port of Akka's phi, which takes outages into its window. */
export const hazelcast: Peer = linePeer("Hazelcast phi", "threshold", () => {
  const gaps = new Window(WINDOW, [0.75, 1.25]);
  return (_slot, arrival, gap) => {
    if (gap >= 0) gaps.add(gap);
    return { base: arrival + gaps.mean, scale: Math.max(gaps.deviation, DEVIATION_MIN) };
  };
});

/** Suspects when a `share` of the recorded gaps is at most alpha · t; 1 / alpha is turned. */
function satzgerAt(name: string, share: number): Peer {
  return linePeer(name, "1 / alpha", () => {
    const gaps = new SortedWindow(WINDOW);
    return (_slot, arrival, gap) => {
      if (gap >= 0) gaps.add(gap);
      return { base: arrival, scale: gaps.quantile(share) };
    };
  });
}

/** Satzger, Pietzowski, Trumler, Ungerer (SAC 2007). */
export const satzger: Peer = satzgerAt("Satzger", 0.99);
/** Bernhardt's port of it to Akka, with its threshold between 0.2 and 0.3. */
export const bernhardt: Peer = satzgerAt("Satzger, Bernhardt's", 0.25);
