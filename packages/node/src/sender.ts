/** The connections to coordinators, in the sending thread; `pacer` in core decides what leaves when. Decides nothing. */
import {
  type CoordinatorMessage,
  type Instant,
  type PacerEffect,
  type PacerEvent,
  type PacerState,
  type PhiError,
  type WireMessage,
  between,
  newPacer,
  nextPacerWake,
  stay,
  stepPacer,
  unreachable,
} from "@phidelity/core";
import { type Clock, Driver, Link } from "@phidelity/runtime";
import type { SenderNews, SenderOptions, SenderOrder } from "./sender-port.ts";

/** The machine gives up sooner; this only ends what it has forgotten. */
const CONNECT_TIMEOUT_MS = 10_000;
/** Heartbeats whose ack may still come. */
const UNDER_WAY_MAX = 256;

export class Sender {
  readonly #options: SenderOptions;
  readonly #clock: Clock;
  readonly #tell: (news: SenderNews) => void;
  readonly #links = new Map<number, Link>();
  readonly #driver: Driver<PacerState, PacerEvent, PacerEffect>;
  /** By sequence: when heartbeats under way left; for people only. */
  readonly #leftAt = new Map<number, Instant>();

  constructor(options: SenderOptions, clock: Clock, tell: (news: SenderNews) => void) {
    this.#options = options;
    this.#clock = clock;
    this.#tell = tell;
    this.#driver = new Driver<PacerState, PacerEvent, PacerEffect>({
      machine: { step: stepPacer, nextWake: nextPacerWake, woke: { type: "woke" } },
      first: stay(newPacer(options.intervalMs, clock.now())),
      clock,
      perform: (effect) => this.#send(effect),
      drops: () => false,
    });
    this.#driver.start();
  }

  take(order: SenderOrder): void {
    const { attempt } = order;
    switch (order.type) {
      case "connect":
        return this.#connect(attempt, order.url);
      case "send":
        return this.#driver.dispatch({
          type: "said",
          attempt,
          message: order.message,
          slotAt: order.slotAt,
        });
      case "disconnect":
        this.#driver.dispatch({ type: "ended", attempt });
        this.#links.get(attempt)?.close(order.reason);
        return;
      default:
        return unreachable(order);
    }
  }

  #connect(attempt: number, url: string): void {
    const { token, tls } = this.#options;
    const link = new Link(
      `${url.replace(/\/$/, "")}/v1/node`,
      {
        clock: this.#clock,
        connectTimeoutMs: CONNECT_TIMEOUT_MS,
        ...(token === undefined ? {} : { token }),
        ...(tls === undefined ? {} : { tls }),
      },
      {
        onOpen: () => this.#tell({ type: "opened", attempt }),
        onMessage: (message, at) => this.#read(attempt, message, at),
        onClosed: (reason) => this.#closed(attempt, wordsOf(reason)),
      },
    );
    this.#links.set(attempt, link);
  }

  /** Drops the message where the link has ended: the machines treat both as lost. */
  #send({ attempt, message }: PacerEffect): undefined {
    const link = this.#links.get(attempt);
    if (link === undefined) return;
    if (message.type === "heartbeat") {
      if (this.#leftAt.size >= UNDER_WAY_MAX) this.#leftAt.clear();
      this.#leftAt.set(message.sequence, this.#clock.now());
    }
    link.send(message);
  }

  #read(attempt: number, message: WireMessage, at: Instant): void {
    if (!isForNodes(message)) {
      this.#links.get(attempt)?.close(`the coordinator sent ${message.type}, which is not for nodes`);
      return;
    }
    this.#tell({ type: "received", attempt, message, roundTripMs: this.#roundTrip(message, at) });
  }

  #roundTrip(message: CoordinatorMessage, at: Instant): number | undefined {
    const leftAt = message.type === "ack" ? this.#leftAt.get(message.sequence) : undefined;
    if (message.type !== "ack" || leftAt === undefined) return undefined;
    this.#leftAt.delete(message.sequence);
    return between(leftAt, at);
  }

  #closed(attempt: number, reason: string): void {
    this.#links.delete(attempt);
    this.#leftAt.clear();
    this.#driver.dispatch({ type: "ended", attempt });
    this.#tell({ type: "closed", attempt, reason });
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
