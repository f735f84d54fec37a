/**
 * The TCP gate: how a service that knows nothing of leases is made safe (SAFETY.md, rules 1 and 8).
 *
 * Clients reach the service only through it. Whether bytes may pass is asked of the clock before each write, never
 * remembered: a process that was frozen across the end of its lease finds that out at its next chunk and passes
 * nothing. The gate is part of the daemon's process and dies with it. What stays outside: bytes that the kernel, or
 * the one chunk that it would not take at once, had accepted before the deadline; resetting the connection drops what
 * of this has not left the machine. And the one chunk that had been compared, and not yet written, when its process was
 * stopped.
 */
import { type Server, type Socket, createServer } from "node:net";
import { type GateOrder, type Instant, unreachable } from "@phidelity/core";
import { type Endpoint, parseAddress } from "./address.ts";
import { listen } from "./listen.ts";
import { Passage, type PassageFailure, type PassageHandlers, abort } from "./passage.ts";
import { TroubleBell } from "./trouble-bell.ts";

/**
 * Connections passed on to another gate that have had no byte back. Two standbys that take each other for the active
 * would otherwise multiply one connection without end.
 */
const FORWARDED_UNANSWERED_MAX = 256;

export interface GateOptions {
  readonly listen: Endpoint;
  /** The service behind the gate. */
  readonly forward: Endpoint;
  readonly clock: { now(): Instant };
  /** How long the service may take to accept a connection. */
  readonly connectTimeoutMs: number;
  /** Connections to the service fail or break. At most one call every 20 ms. */
  readonly onTrouble: (detail: string) => void;
}

/** What went through a gate since it opened; grows only, but for `open`. */
export interface GateCounts {
  open: number;
  accepted: number;
  refused: number;
  /** From clients to the service. */
  bytesIn: number;
  /** From the service to clients. */
  bytesOut: number;
  connectFailures: number;
  /** Connections that the service reset. */
  resets: number;
  /** Connections that the service ended while the client still used them. */
  ended: number;
  /** Connections closed because the lease was over or the order changed. */
  closed: number;
}

export class Gate {
  readonly #options: GateOptions;
  readonly #server: Server;
  readonly #bell: TroubleBell;
  readonly #passages = new Set<Passage>();
  readonly #handlers: PassageHandlers;
  #order: GateOrder = { mode: "refuse" };
  readonly counts: GateCounts = {
    open: 0,
    accepted: 0,
    refused: 0,
    bytesIn: 0,
    bytesOut: 0,
    connectFailures: 0,
    resets: 0,
    ended: 0,
    closed: 0,
  };

  private constructor(options: GateOptions) {
    this.#options = options;
    this.#bell = new TroubleBell(options.onTrouble);
    this.#handlers = this.#passageHandlers();
    this.#server = createServer(
      {
        allowHalfOpen: true,
        pauseOnConnect: true,
        noDelay: true,
        keepAlive: true,
        keepAliveInitialDelay: 10_000,
      },
      (client) => this.#onConnection(client),
    );
  }

  /** Listens, and refuses every connection until the first order. Throws PORT_TAKEN or LISTEN_FAILED. */
  static async open(options: GateOptions): Promise<Gate> {
    const gate = new Gate(options);
    await listen(gate.#server, options.listen);
    // Accepting can fail later where the process is out of descriptors; the gate goes on with the next connection.
    gate.#server.on("error", (error) => gate.#bell.trouble(`cannot accept: ${error.message}`));
    return gate;
  }

  /** The port that it listens on: the one asked for, or the system's choice where that was 0. */
  get port(): number {
    const address = this.#server.address();
    return address !== null && typeof address === "object" ? address.port : 0;
  }

  /** What it does from now on. Connections made under another order, or another epoch, are closed at once. */
  order(order: GateOrder): void {
    const goesOn = continues(this.#order, order);
    this.#order = order;
    if (!goesOn || !this.#mayPass()) this.#closePassages();
  }

  /** Stops listening and closes every connection. */
  async close(): Promise<void> {
    this.#order = { mode: "refuse" };
    this.#bell.silence();
    this.#closePassages();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #mayPass(): boolean {
    const order = this.#order;
    switch (order.mode) {
      case "serve":
        return this.#options.clock.now() < order.until;
      case "open":
      case "forward":
        return true;
      case "refuse":
        return false;
      default:
        return unreachable(order);
    }
  }

  #onConnection(client: Socket): void {
    const target = this.#mayPass() ? this.#target() : undefined;
    if (target === undefined) {
      this.counts.refused += 1;
      client.on("error", () => client.destroy());
      abort(client);
      return;
    }
    this.counts.accepted += 1;
    this.counts.open += 1;
    const connectTimeoutMs = this.#options.connectTimeoutMs;
    this.#passages.add(new Passage(client, { ...target, connectTimeoutMs }, this.#handlers));
  }

  /** Where a new connection leads; undefined where it is to be refused. */
  #target(): Endpoint | undefined {
    if (this.#order.mode !== "forward") return this.#options.forward;
    let unanswered = 0;
    for (const passage of this.#passages) if (!passage.answered) unanswered += 1;
    return unanswered < FORWARDED_UNANSWERED_MAX ? parseAddress(this.#order.address) : undefined;
  }

  #passageHandlers(): PassageHandlers {
    const counts = this.counts;
    return {
      mayPass: () => this.#mayPass(),
      onLate: () => this.#closePassages(),
      onBytes: (direction, bytes) => {
        if (direction === "in") counts.bytesIn += bytes;
        else counts.bytesOut += bytes;
      },
      onFailed: (failure, detail) => this.#onFailed(failure, detail),
      onGone: (passage) => {
        if (this.#passages.delete(passage)) counts.open -= 1;
      },
    };
  }

  #onFailed(failure: PassageFailure, detail: string): void {
    if (failure === "connectFailed") this.counts.connectFailures += 1;
    else if (failure === "reset") this.counts.resets += 1;
    else this.counts.ended += 1;
    // Another node's gate that fails says nothing about the service of this one.
    if (this.#order.mode !== "forward") this.#bell.trouble(detail);
  }

  #closePassages(): void {
    this.counts.closed += this.#passages.size;
    this.counts.open -= this.#passages.size;
    const passages = [...this.#passages];
    this.#passages.clear();
    for (const passage of passages) passage.close();
  }
}

/** True where connections made under the one order may go on under the other. */
function continues(before: GateOrder, order: GateOrder): boolean {
  if (before.mode === "serve" && order.mode === "serve") return before.epoch === order.epoch;
  if (before.mode === "forward" && order.mode === "forward") return before.address === order.address;
  return before.mode === order.mode;
}
