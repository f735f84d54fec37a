/** A stream of members and events that survives the loss of its coordinator. */
import type { EventRow, MembersUpdate, PhiError, WireMessage } from "@phidelity/core";
import { Link } from "@phidelity/runtime";
import type { Address } from "./address.ts";
import { retryDelayMs } from "./backoff.ts";
import {
  type Failure,
  type Targets,
  isForbidden,
  linkOptionsOf,
  notAllowed,
  reasonOf,
  unreachable,
} from "./targets.ts";

export interface WatchHandlers {
  /** A coordinator took the connection; snapshots and events follow. */
  onConnected(url: string): void;
  onMembers(update: MembersUpdate): void;
  onEvent(event: EventRow): void;
  /** There is no connection; the next try is `retryMs` away. What happens meanwhile is not heard of. */
  onLost(reason: PhiError, retryMs: number): void;
  /** The watch is over: NOT_ALLOWED, or COORDINATOR_UNREACHABLE where `needsFirst` says so. */
  onOver(reason: PhiError): void;
}

export interface WatchOptions {
  /** Shortest time between two snapshots of the members, in ms; 0 for none. */
  readonly membersEveryMs: number;
  readonly events: boolean;
  /** True: where no coordinator takes the first connection, the watch is over. A wrong URL is likelier than a dead cluster. */
  readonly needsFirst?: boolean;
  /** From 0 to below 1; for the jitter. */
  readonly random?: () => number;
}

/** Opens at once, and again whenever the connection ends, each time to the next coordinator, until it is closed. */
export class Watch {
  readonly #targets: Targets;
  readonly #options: WatchOptions;
  readonly #handlers: WatchHandlers;
  #link: Link | undefined;
  #timer: NodeJS.Timeout | undefined;
  #tries = 0;
  #failures = 0;
  /** What came of the first round; undefined once a coordinator took a connection. */
  #firstRound: Failure[] | undefined = [];
  #over = false;

  constructor(targets: Targets, options: WatchOptions, handlers: WatchHandlers) {
    this.#targets = targets;
    this.#options = options;
    this.#handlers = handlers;
    this.#open();
  }

  /** Ends the watch; no handler is called any more. */
  close(): void {
    this.#over = true;
    clearTimeout(this.#timer);
    this.#link?.close("the watch is over");
  }

  #open(): void {
    const { addresses } = this.#targets;
    const address = addresses[this.#tries % addresses.length];
    if (address === undefined) return;
    this.#tries += 1;
    const { membersEveryMs, events } = this.#options;
    this.#link = new Link(address.ws("/v1/watch"), linkOptionsOf(this.#targets), {
      onOpen: () => {
        if (this.#over) return;
        this.#firstRound = undefined;
        this.#handlers.onConnected(address.shown);
        this.#link?.send({ type: "watch", membersEveryMs, events });
      },
      onMessage: (message) => this.#take(message),
      onClosed: (reason) => this.#lost(address, reason),
    });
  }

  #take(message: WireMessage): void {
    if (this.#over) return;
    // Only now: a coordinator that takes connections and says nothing has not shown that it works.
    this.#failures = 0;
    if (message.type === "members") this.#handlers.onMembers(message);
    if (message.type === "event") this.#handlers.onEvent(message.event);
  }

  #lost(address: Address, reason: PhiError): void {
    if (this.#over) return;
    const end = this.#endAfter(address, reason);
    if (end !== undefined) {
      this.#over = true;
      this.#handlers.onOver(end);
      return;
    }
    const random = this.#options.random ?? Math.random;
    const retryMs = retryDelayMs(Math.floor(this.#failures / this.#targets.addresses.length), random());
    this.#failures += 1;
    this.#timer = setTimeout(() => this.#open(), retryMs);
    this.#handlers.onLost(reason, retryMs);
  }

  /** Why the watch is over, or undefined where it goes on. */
  #endAfter(address: Address, reason: PhiError): PhiError | undefined {
    const { facts } = reason;
    if ("status" in facts && isForbidden(facts.status)) return notAllowed("watch", "a reader", facts.reason);
    if (this.#firstRound === undefined || this.#options.needsFirst !== true) return undefined;
    this.#firstRound.push({ address, reason: reasonOf(reason) });
    return this.#firstRound.length < this.#targets.addresses.length
      ? undefined
      : unreachable(this.#firstRound);
  }
}
