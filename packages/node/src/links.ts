/** The connections to coordinators: opened as the machine orders, their news handed back as events. */
import {
  type AgentEvent,
  type CoordinatorMessage,
  type Instant,
  type NodeMessage,
  type PhiError,
  type WireMessage,
} from "@phidelity/core";
import { type Clock, Link, type Logger, type TlsFiles } from "@phidelity/runtime";
import type { NodeMetrics } from "./metrics.ts";

/** The machine gives up sooner; this only ends what it has forgotten. */
const CONNECT_TIMEOUT_MS = 10_000;

export interface LinksOptions {
  readonly clock: Clock;
  readonly log: Logger;
  readonly token?: string | undefined;
  readonly tls?: TlsFiles | undefined;
  readonly metrics: NodeMetrics;
  readonly dispatch: (event: AgentEvent, at?: Instant) => void;
}

export class Links {
  readonly #options: LinksOptions;
  readonly #open = new Map<number, Link>();
  #onAllClosed: (() => void) | undefined;

  constructor(options: LinksOptions) {
    this.#options = options;
  }

  connect(attempt: number, url: string): void {
    const { clock, token, tls, metrics, dispatch } = this.#options;
    const link = new Link(
      `${url.replace(/\/$/, "")}/v1/node`,
      {
        clock,
        connectTimeoutMs: CONNECT_TIMEOUT_MS,
        ...(token === undefined ? {} : { token }),
        ...(tls === undefined ? {} : { tls }),
      },
      {
        onOpen: () => {
          metrics.linkOpened();
          dispatch({ type: "linkOpened", attempt });
        },
        onMessage: (message, at) => this.#take(attempt, message, at),
        onClosed: (reason) => {
          this.#open.delete(attempt);
          metrics.linkClosed();
          dispatch({ type: "linkClosed", attempt, reason: wordsOf(reason) });
          if (this.#open.size === 0) this.#onAllClosed?.();
        },
      },
    );
    this.#open.set(attempt, link);
  }

  /** Drops the message where the link has ended: the machine treats both as lost. */
  send(attempt: number, message: NodeMessage): void {
    const link = this.#open.get(attempt);
    if (link === undefined) return;
    if (message.type === "heartbeat") {
      this.#options.metrics.heartbeatSent(message.sequence, this.#options.clock.now());
    }
    link.send(message);
  }

  disconnect(attempt: number, reason: string): void {
    this.#open.get(attempt)?.close(reason);
  }

  /** Done when no link is open any more, and at the latest after this long. */
  async closed(withinMs: number): Promise<void> {
    if (this.#open.size === 0) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, withinMs);
    this.#onAllClosed = resolve;
    await promise;
    clearTimeout(timer);
  }

  #take(attempt: number, message: WireMessage, at: Instant): void {
    if (!isForNodes(message)) {
      this.#options.log.warn({ message: message.type }, "a coordinator sent what is not for nodes");
      this.disconnect(attempt, `unexpected ${message.type}`);
      return;
    }
    if (message.type === "welcome") this.#options.metrics.welcomed();
    if (message.type === "ack") this.#options.metrics.heartbeatAcked(message.sequence, at);
    this.#options.dispatch({ type: "received", attempt, message }, at);
  }
}

/** Why a link ended, without the code and the peer: the machine's log line names the coordinator itself. */
function wordsOf(failure: PhiError): string {
  const { facts } = failure;
  if ("status" in facts) return `refused with status ${facts.status}: ${facts.reason}`;
  if ("wsCode" in facts) return `closed with code ${facts.wsCode}: ${facts.reason}`;
  return "reason" in facts ? facts.reason : failure.message;
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
