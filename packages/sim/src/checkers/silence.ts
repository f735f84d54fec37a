/**
 * Never on silence alone: nobody is called down while a peer that was asked about this silence says that it hears him, nor
 * while what he said himself lies unread.
 */
import {
  type ClusterEffect,
  type ClusterEvent,
  type ClusterState,
  type Instant,
  type NodeId,
  type ProbeAnswer,
  after,
  verdict,
} from "@phidelity/core";
import { Violation } from "../violation.ts";

/** A peer that hears a node says so again within so many intervals; what was said before is old. */
const WORD_INTERVALS = 3;

interface Word {
  readonly heard: boolean;
  /** The question that it answers, and when that was put. */
  readonly probe: number;
  readonly askedAt: Instant;
  /** When the answer came. */
  readonly saidAt: Instant;
}

interface Asked {
  /** When each question was put: the next one is no reason to forget who answers the one before. */
  readonly askedAt: Map<number, Instant>;
  /** By the peer: its answer to the newest question that it has answered. */
  readonly words: Map<string, Word>;
}

type Received = Extract<ClusterEvent, { readonly type: "received" }>;

export class Silence {
  readonly #intervalMs: number;
  readonly #unreadSince: (node: string) => Instant | undefined;
  /** By the node that was asked about. */
  readonly #asked = new Map<string, Asked>();
  /** The coordinator's own pauses, which it takes out of all silences; the oldest first. */
  #pauses: { readonly at: Instant; readonly lateMs: number }[] = [];

  /** @param unreadSince since when something from a node lies unread at the coordinator */
  constructor(intervalMs: number, unreadSince: (node: string) => Instant | undefined) {
    this.#intervalMs = intervalMs;
    this.#unreadSince = unreadSince;
  }

  /** A coordinator begins, and has heard nothing yet. */
  forget(): void {
    this.#asked.clear();
    this.#pauses = [];
  }

  /** Asked after each step of the coordinator. */
  stepped(state: ClusterState, event: ClusterEvent, effects: readonly ClusterEffect[], at: Instant): void {
    if (event.type === "disconnected") this.#forgetUnconnected(state);
    const { lastPause } = state;
    if (lastPause !== undefined && lastPause.at !== this.#pauses.at(-1)?.at) this.#pauses.push(lastPause);
    if (event.type === "received") this.#received(state, event, at);
    for (const effect of effects) {
      if (effect.type === "record" && effect.entry.type === "nodeDown")
        this.#calledDown(state, effect.entry.node, at);
      if (effect.type !== "send" || effect.message.type !== "probe") continue;
      const { probe, subject } = effect.message;
      const asked = this.#asked.get(subject) ?? { askedAt: new Map(), words: new Map() };
      this.#asked.set(subject, asked);
      asked.askedAt.set(probe, at);
    }
  }

  #received(state: ClusterState, { session, message }: Received, at: Instant): void {
    const from = state.sessions.get(session);
    if (message.type === "probeAnswer" && from !== undefined) this.#said(from, message, at);
    // A hello that is taken in is a word of its own: what was asked before it was about another silence.
    if (message.type === "hello" && from === message.node) this.#asked.delete(message.node);
  }

  /** What was said of a node before its connection ended says nothing of what is now. */
  #forgetUnconnected(state: ClusterState): void {
    for (const { node, session } of state.nodes.values()) if (session === undefined) this.#asked.delete(node);
  }

  /** Of two answers to one question the second counts only where it takes back the first. */
  #said(from: string, { probe, subject, heard }: ProbeAnswer, at: Instant): void {
    const asked = this.#asked.get(subject);
    const askedAt = asked?.askedAt.get(probe);
    if (asked === undefined || askedAt === undefined) return;
    const before = asked.words.get(from);
    if (before !== undefined && (probe < before.probe || (probe === before.probe && heard))) return;
    asked.words.set(from, { heard, probe, askedAt, saidAt: at });
  }

  #calledDown(state: ClusterState, node: NodeId | "" | undefined, at: Instant): void {
    if (node === undefined || node === "") return;
    this.#checkUnread(state, node);
    const heardAt = state.nodes.get(node)?.detector.heardAt ?? -Infinity;
    for (const [from, { heard, askedAt, saidAt }] of this.#asked.get(node)?.words ?? []) {
      const agoMs = at - saidAt;
      // What was asked before the coordinator heard the node itself says nothing of what has happened since.
      if (!heard || askedAt <= heardAt) continue;
      if (agoMs >= WORD_INTERVALS * this.#intervalMs) continue;
      const words = `${node} is called down, and ${from} said ${agoMs.toFixed(0)} ms ago that it hears it`;
      throw new Violation("silence", words);
    }
  }

  /** By the time that it came the silence was not too long yet: it was judged as of an instant up to which not all was read. */
  #checkUnread({ settings, nodes }: ClusterState, name: NodeId): void {
    const [node, since] = [nodes.get(name), this.#unreadSince(name)];
    if (node === undefined || node.goneAt !== undefined || since === undefined) return;
    if (verdict(node.detector, settings.detector, this.#withPauses(since)) === "down") return;
    throw new Violation("silence", `${name} is called down, and what it said itself lies unread`);
  }

  /** An instant as late as it seems to a silence out of which the pauses since were taken. */
  #withPauses(since: Instant): Instant {
    return this.#pauses.reduce(
      (moved, { at, lateMs }) => (at > moved ? after(moved, Math.min(lateMs, at - moved)) : moved),
      since,
    );
  }
}
