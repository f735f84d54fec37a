/**
 * Never on silence alone: nobody is called down while a peer that was asked about this silence says that it hears him.
 */
import type {
  ClusterEffect,
  ClusterEvent,
  ClusterState,
  Instant,
  NodeId,
  ProbeAnswer,
} from "@phidelity/core";
import { Violation } from "../violation.ts";

/** A peer that hears a node says so again within so many intervals; what was said before is old. */
const WORD_INTERVALS = 3;

interface Asked {
  readonly probe: number;
  readonly askedAt: Instant;
  /** Who has answered this very question. */
  readonly answered: Set<string>;
  /** Who said that he hears it: when he was asked, and when that came. */
  readonly heard: Map<string, { readonly askedAt: Instant; readonly saidAt: Instant }>;
}

export class Silence {
  readonly #intervalMs: number;
  /** By the node that was asked about: the newest question. */
  readonly #asked = new Map<string, Asked>();

  constructor(intervalMs: number) {
    this.#intervalMs = intervalMs;
  }

  /** A coordinator begins, and has heard nothing yet. */
  forget(): void {
    this.#asked.clear();
  }

  /** Asked after each step of the coordinator. */
  stepped(state: ClusterState, event: ClusterEvent, effects: readonly ClusterEffect[], at: Instant): void {
    if (event.type === "disconnected") this.#forgetUnconnected(state);
    if (event.type === "received" && event.message.type === "probeAnswer") {
      const from = state.sessions.get(event.session);
      if (from !== undefined) this.#said(from, event.message, at);
    }
    for (const effect of effects) {
      if (effect.type === "record" && effect.entry.type === "nodeDown")
        this.#calledDown(state, effect.entry.node, at);
      if (effect.type !== "send" || effect.message.type !== "probe") continue;
      const { probe, subject } = effect.message;
      const before = this.#asked.get(subject);
      if (before?.probe !== probe)
        this.#asked.set(subject, {
          probe,
          askedAt: at,
          answered: new Set(),
          heard: before?.heard ?? new Map(),
        });
    }
  }

  /** What was said of a node before its connection ended says nothing of what is now. */
  #forgetUnconnected(state: ClusterState): void {
    for (const { node, session } of state.nodes.values()) if (session === undefined) this.#asked.delete(node);
  }

  /** Of two answers to one question the second counts only where it takes back the first. */
  #said(from: string, { probe, subject, heard }: ProbeAnswer, at: Instant): void {
    const asked = this.#asked.get(subject);
    if (asked?.probe !== probe) return;
    if (asked.answered.has(from) && heard) return;
    asked.answered.add(from);
    if (heard) asked.heard.set(from, { askedAt: asked.askedAt, saidAt: at });
    else asked.heard.delete(from);
  }

  #calledDown(state: ClusterState, node: NodeId | "" | undefined, at: Instant): void {
    if (node === undefined || node === "") return;
    const heardAt = state.nodes.get(node)?.detector.heardAt ?? -Infinity;
    for (const [from, { askedAt, saidAt }] of this.#asked.get(node)?.heard ?? []) {
      const agoMs = at - saidAt;
      // What was asked before the coordinator heard the node itself says nothing of what has happened since.
      if (askedAt <= heardAt) continue;
      if (agoMs >= WORD_INTERVALS * this.#intervalMs) continue;
      const words = `${node} is called down, and ${from} said ${agoMs.toFixed(0)} ms ago that it hears it`;
      throw new Violation("silence", words);
    }
  }
}
