/** A stream of members and events that survives the loss of its coordinator. */
import type { EventRow, MembersUpdate, WireMessage } from "@phidelity/core";
import { PhiError } from "@phidelity/core";
import { Link } from "@phidelity/runtime";
import { retryDelayMs } from "./backoff.ts";
import { type Targets, isForbidden, linkOptionsOf, notAllowed } from "./targets.ts";

export interface WatchHandlers {
  /** A coordinator took the connection; snapshots and events follow. */
  onConnected(url: string): void;
  onMembers(update: MembersUpdate): void;
  onEvent(event: EventRow): void;
  /** There is no connection; the next try is `retryMs` away. What happens meanwhile is not heard of. */
  onLost(reason: PhiError, retryMs: number): void;
  /** NOT_ALLOWED: the watch is over. */
  onRefused(reason: PhiError): void;
}

export interface WatchOptions {
  /** Shortest time between two snapshots of the members, in ms; 0 for none. */
  readonly membersEveryMs: number;
  readonly events: boolean;
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
        this.#handlers.onConnected(address.shown);
        this.#link?.send({ type: "watch", membersEveryMs, events });
      },
      onMessage: (message) => this.#take(message),
      onClosed: (reason) => this.#lost(reason),
    });
  }

  #take(message: WireMessage): void {
    if (this.#over) return;
    // Only now: a coordinator that takes connections and says nothing has not shown that it works.
    this.#failures = 0;
    if (message.type === "members") this.#handlers.onMembers(message);
    if (message.type === "event") this.#handlers.onEvent(message.event);
  }

  #lost(reason: PhiError): void {
    if (this.#over) return;
    const { facts } = reason;
    if ("status" in facts && isForbidden(facts.status)) {
      this.#over = true;
      this.#handlers.onRefused(notAllowed("watch", "a reader", facts.reason));
      return;
    }
    const random = this.#options.random ?? Math.random;
    const retryMs = retryDelayMs(Math.floor(this.#failures / this.#targets.addresses.length), random());
    this.#failures += 1;
    this.#timer = setTimeout(() => this.#open(), retryMs);
    this.#handlers.onLost(reason, retryMs);
  }
}
