/** The peers, each written from its formula, each with one knob that is set in hindsight. */
import { akkaByPause, akkaByThreshold } from "./akka.ts";
import { bernhardt, cassandra, chitchat, fixedTimeout, hazelcast, satzger } from "./gap-peers.ts";
import { bertier, chen, twoWindows } from "./grid-peers.ts";
import type { Peer } from "./peer.ts";

export const peers: readonly Peer[] = [
  chen,
  twoWindows,
  bertier,
  akkaByThreshold,
  akkaByPause,
  hazelcast,
  cassandra,
  chitchat,
  satzger,
  bernhardt,
  fixedTimeout,
];
