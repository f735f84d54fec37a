/**
 * Nobody holds a lease for longer than he was given it: by an ack, or by the promises of all members that he was told
 * of, each counted from when the beat left that it answers.
 *
 * This checker keeps its own books, from what a node says and is told.
 */
import type { AgentEffect, AgentEvent, CoordinatorMessage, Instant, PeerMessage } from "@phidelity/core";
import type { NodeHost } from "../node-host.ts";
import { viewIn } from "./members.ts";
import { Violation } from "../violation.ts";

/** What one start of a node may count on. */
interface Books {
  readonly incarnation: number;
  /** When each heartbeat, and each beat to peers, left; the newest {@link KEPT}. */
  readonly heartbeats: Map<number, Instant>;
  readonly beats: Map<number, Instant>;
  /** By group: until when the acks and promises of an epoch reach. */
  readonly given: Map<string, { readonly epoch: number; readonly until: number }>;
  /** By group: when the newest beat left that each peer answered with a promise. */
  readonly promised: Map<string, { readonly epoch: number; readonly by: Map<string, number> }>;
  /** By group: the members that it was told of. */
  readonly members: Map<string, readonly string[]>;
}

const KEPT = 512;
/** What is lost in turning one clock's time to another's, in ms. */
const SLACK_MS = 0.001;

export class Rights {
  readonly #durationMs: number;
  readonly #books = new Map<string, Books>();

  constructor(durationMs: number) {
    this.#durationMs = durationMs;
  }

  /** Asked after each step of a node. */
  stepped(node: NodeHost, event: AgentEvent, effects: readonly AgentEffect[], at: Instant): void {
    const { state } = node;
    if (state === undefined) return;
    const books = this.#booksOf(node.name, state.incarnation);
    for (const effect of effects) noteSent(books, effect, at);
    this.#takeView(node, books, event);
    if (event.type === "received") this.#takeAck(books, event.message);
    if (event.type === "peerReceived") this.#takePeer(node, books, event.peer, event.message);
    for (const [group, { lease }] of state.services) {
      if (lease === undefined) continue;
      const given = books.given.get(group);
      const until = given?.epoch === lease.epoch ? given.until : Number.NEGATIVE_INFINITY;
      if (lease.until <= until + SLACK_MS) continue;
      const words = `${node.name} holds ${group} at epoch ${lease.epoch} for ${(lease.until - until).toFixed(3)} ms longer than it was given it`;
      throw new Violation("rights", words);
    }
  }

  #booksOf(name: string, incarnation: number): Books {
    const known = this.#books.get(name);
    if (known?.incarnation === incarnation) return known;
    const books: Books = {
      incarnation,
      heartbeats: new Map(),
      beats: new Map(),
      given: new Map(),
      promised: new Map(),
      members: new Map(),
    };
    this.#books.set(name, books);
    return books;
  }

  #takeView(node: NodeHost, books: Books, event: AgentEvent): void {
    const view = viewIn(node.name, event);
    if (view === undefined || node.state?.viewVersion !== view.version) return;
    for (const { group, epoch, members } of view.groups) {
      const service = node.state.services.get(group);
      if (service !== undefined && epoch >= service.seenEpoch) books.members.set(group, members);
    }
  }

  #takeAck(books: Books, message: CoordinatorMessage | PeerMessage): void {
    if (message.type !== "ack" || message.incarnation !== books.incarnation) return;
    const sentAt = books.heartbeats.get(message.sequence);
    if (sentAt === undefined) return;
    for (const { group, epoch } of message.leases) give(books, group, epoch, sentAt + this.#durationMs);
  }

  #takePeer(node: NodeHost, books: Books, peer: string, message: PeerMessage): void {
    if (message.type === "relay" && message.node === node.name && message.message.type === "ack")
      return this.#takeAck(books, message.message);
    if (message.type !== "peerPromise") return;
    const sentAt = books.beats.get(message.sequence);
    if (sentAt === undefined) return;
    for (const { group, epoch } of message.groups) {
      const before = books.promised.get(group);
      if (before !== undefined && before.epoch > epoch) continue;
      const promised = before?.epoch === epoch ? before : { epoch, by: new Map<string, number>() };
      promised.by.set(peer, Math.max(sentAt, promised.by.get(peer) ?? sentAt));
      books.promised.set(group, promised);
      const others = (books.members.get(group) ?? []).filter((member) => member !== node.name);
      const oldest = others.map((member) => promised.by.get(member) ?? Number.NEGATIVE_INFINITY);
      if (others.length > 0) give(books, group, epoch, Math.min(...oldest) + this.#durationMs);
    }
  }
}

/** The latest end counts: who was given his time keeps it, also when he learns of one more member. */
function give(books: Books, group: string, epoch: number, until: number): void {
  const before = books.given.get(group);
  if (before !== undefined && (before.epoch > epoch || (before.epoch === epoch && before.until >= until)))
    return;
  books.given.set(group, { epoch, until });
}

function noteSent(books: Books, effect: AgentEffect, at: Instant): void {
  if (effect.type === "send" && effect.message.type === "heartbeat")
    note(books.heartbeats, effect.message.sequence, at);
  if (effect.type !== "peerSend") return;
  const { message } = effect;
  if (message.type === "peerBeat" && message.claims.length > 0) note(books.beats, message.sequence, at);
  if (message.type === "relay" && message.message.type === "heartbeat")
    note(books.heartbeats, message.message.sequence, at);
}

function note(sent: Map<number, Instant>, sequence: number, at: Instant): void {
  if (sent.has(sequence)) return;
  sent.set(sequence, at);
  sent.delete(sequence - KEPT);
}
