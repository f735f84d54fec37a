/** The connections to coordinators: opened as the machine orders, their news handed back as events. */
import {
  type AgentEvent,
  type CoordinatorMessage,
  type Instant,
  type NodeMessage,
  type Said,
  type WireMessage,
  departuresOf,
} from "@phidelity/core";
import { type Clock, type Logger, ThreadedLinks, type TlsFiles } from "@phidelity/runtime";
import type { NodeMetrics } from "./metrics.ts";

/** The machine gives up sooner; this only ends what it has forgotten. */
const CONNECT_TIMEOUT_MS = 15_000;
/** Heartbeats whose ack may still come. */
const UNDER_WAY_MAX = 256;

export interface LinksOptions {
  readonly clock: Clock;
  readonly log: Logger;
  readonly token?: string | undefined;
  readonly tls?: TlsFiles | undefined;
  readonly intervalMs: number;
  readonly metrics: NodeMetrics;
  readonly dispatch: (event: AgentEvent) => void;
}

export class Links {
  readonly #options: LinksOptions;
  readonly #thread: ThreadedLinks;
  /** By sequence: when heartbeats under way leave; for people only. */
  readonly #leaveAt = new Map<number, Instant>();
  #onAllClosed: (() => void) | undefined;

  constructor(options: LinksOptions) {
    this.#options = options;
    const { clock, token, tls, metrics, dispatch } = options;
    this.#thread = new ThreadedLinks(
      { clock, token, tls, connectTimeoutMs: CONNECT_TIMEOUT_MS },
      {
        onOpen: (attempt) => {
          metrics.linkOpened();
          dispatch({ type: "linkOpened", attempt });
        },
        onMessage: (attempt, message, agoMs) => this.#take(attempt, message, agoMs),
        onClosed: (attempt, reason) => {
          this.#leaveAt.clear();
          metrics.linkClosed();
          dispatch({ type: "linkClosed", attempt, reason });
          if (this.#thread.size === 0) this.#onAllClosed?.();
        },
      },
    );
  }

  connect(attempt: number, url: string): void {
    this.#thread.open(attempt, `${url.replace(/\/$/, "")}/v1/node`);
  }

  /** @param said of a heartbeat: when it may leave, and what is to leave after it */
  send(attempt: number, message: NodeMessage, said: Said | undefined): void {
    if (message.type !== "heartbeat" || said === undefined) return this.#thread.send(attempt, message);
    const departures = departuresOf(message, said, this.#options.intervalMs);
    this.#options.metrics.heartbeatSent();
    if (this.#leaveAt.size >= UNDER_WAY_MAX) this.#leaveAt.clear();
    this.#leaveAt.set(message.sequence, departures[0]?.at ?? said.saidAt);
    const isHeartbeat = (one: WireMessage): boolean => one.type === "heartbeat";
    this.#thread.plan(
      attempt,
      departures.map((one) => ({ ...one, kept: isHeartbeat(one.message) })),
    );
  }

  /** Pulses say on that link that the main loop says nothing on it, which is its right from now on. */
  fallSilent(attempt: number): void {
    this.#thread.plan(attempt, []);
  }

  disconnect(attempt: number, reason: string): void {
    this.#thread.close(attempt, reason);
  }

  /** Takes in what coordinators have said by now. */
  drain(): void {
    this.#thread.drain();
  }

  /** Done when no link is open any more, and at the latest after this long. */
  async closed(withinMs: number): Promise<void> {
    if (this.#thread.size === 0) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, withinMs);
    this.#onAllClosed = resolve;
    await promise;
    clearTimeout(timer);
  }

  async stop(): Promise<void> {
    await this.#thread.stop();
  }

  /**
   * Messages count as come when the main loop takes them in, not when the thread read them: an ack that waited behind a
   * stall must find the lease that it brings as old as it is (SAFETY rule 8).
   */
  #take(attempt: number, message: WireMessage, agoMs: number): void {
    const { metrics, dispatch, log } = this.#options;
    if (!isForNodes(message)) {
      log.warn({ message: message.type }, "a coordinator sent what is not for nodes");
      this.disconnect(attempt, `unexpected ${message.type}`);
      return;
    }
    if (message.type === "welcome") metrics.welcomed();
    if (message.type === "ack") metrics.acked(message.sequence, this.#roundTripMs(message.sequence, agoMs));
    dispatch({ type: "received", attempt, message });
  }

  #roundTripMs(sequence: number, agoMs: number): number | undefined {
    const leaveAt = this.#leaveAt.get(sequence);
    if (leaveAt === undefined) return undefined;
    this.#forgetUpTo(sequence);
    return Math.max(0, this.#options.clock.now() - agoMs - leaveAt);
  }

  /** Not every heartbeat is acked; one that is older than one that was will not be. */
  #forgetUpTo(sequence: number): void {
    for (const earlier of this.#leaveAt.keys()) {
      if (earlier > sequence) return;
      this.#leaveAt.delete(earlier);
    }
  }
}

const FOR_NODES: ReadonlySet<string> = new Set<CoordinatorMessage["type"]>([
  "welcome",
  "refused",
  "ack",
  "view",
  "probe",
  "relay",
]);

function isForNodes(message: WireMessage): message is CoordinatorMessage {
  return FOR_NODES.has(message.type);
}
