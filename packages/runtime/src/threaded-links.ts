/** Links that a thread keeps (`link-thread.ts`), as the main loop sees them. */
import { MessageChannel, type MessagePort, Worker, receiveMessageOnPort } from "node:worker_threads";
import { type Instant, PhiError, type WireMessage } from "@phidelity/core";
import { FRAME_BYTES_MAX, encode } from "@phidelity/proto";
import type { LinkEnd } from "./byte-link.ts";
import type { Clock } from "./clock.ts";
import { CLOSE_BAD_FRAME, decodeFrame } from "./frame.ts";
import { type LinkNews, type LinkOrder, packed } from "./link-port.ts";
import { sharedMs } from "./shared-clock.ts";
import type { TlsFiles } from "./tls.ts";

export interface ThreadedLinksOptions {
  readonly clock: Clock;
  readonly token?: string | undefined;
  readonly tls?: TlsFiles | undefined;
  readonly connectTimeoutMs: number;
}

export interface ThreadedLinksHandlers {
  onOpen(link: number): void;
  /** @param agoMs how long ago the thread read it */
  onMessage(link: number, message: WireMessage, agoMs: number): void;
  /** Called once for each link, last; `reason` in words. */
  onClosed(link: number, reason: string): void;
}

/** A message that leaves at its instant on the clock of the options. */
export interface PlannedMessage {
  readonly at: Instant;
  readonly message: WireMessage;
  /** It leaves even where something else is to leave before its time, and before that. */
  readonly kept: boolean;
}

export class ThreadedLinks {
  readonly #options: ThreadedLinksOptions;
  readonly #handlers: ThreadedLinksHandlers;
  readonly #worker: Worker;
  readonly #port: MessagePort;
  /** Links that have not ended, to the main loop's knowledge; with what was wrong with their last frame. */
  readonly #links = new Map<number, { failure: string | undefined }>();

  constructor(options: ThreadedLinksOptions, handlers: ThreadedLinksHandlers) {
    this.#options = options;
    this.#handlers = handlers;
    const { token, tls, connectTimeoutMs } = options;
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    port1.on("message", (news: LinkNews) => this.#take(news));
    // An error in the thread is not caught here: it ends the daemon, as one of the main loop would.
    this.#worker = new Worker(new URL("./link-thread.ts", import.meta.url), {
      workerData: { port: port2, options: { token, tls, connectTimeoutMs, frameBytesMax: FRAME_BYTES_MAX } },
      transferList: [port2],
    });
  }

  /** How many links have not ended. */
  get size(): number {
    return this.#links.size;
  }

  open(link: number, url: string): void {
    this.#links.set(link, { failure: undefined });
    this.#order({ type: "open", link, url });
  }

  /** Sends at once. Where the link has ended it is dropped: the machines treat both as lost. */
  send(link: number, message: WireMessage): void {
    this.#write(link, () => this.#order({ type: "send", link, bytes: frameOf(message) }));
  }

  /** What leaves from now on, soonest first, until the next plan of this link, whatever becomes of the main loop. */
  plan(link: number, planned: readonly PlannedMessage[]): void {
    // Both clocks agree on how long it is from now, but for suspensions.
    const toShared = sharedMs() - this.#options.clock.now();
    this.#write(link, () => {
      const departures = planned.map(({ at, message, kept }) => {
        return { atMs: at + toShared, bytes: encode(message), kept };
      });
      const plan = packed(departures);
      this.#order({ type: "plan", link, plan }, [plan.bytes.buffer]);
    });
  }

  /** Ends the link, and what is planned on it; `onClosed` follows. */
  close(link: number, reason: string): void {
    this.#order({ type: "close", link, wsCode: 1000, reason });
  }

  /**
   * Takes in what the thread has read by now. A main loop that was busy would otherwise judge its links, at the first event
   * that happens to come, by what it heard before.
   */
  drain(): void {
    for (let news = receiveMessageOnPort(this.#port); news !== undefined;) {
      this.#take(news.message as LinkNews);
      news = receiveMessageOnPort(this.#port);
    }
  }

  /** Ends the thread, with whatever it still had to say. */
  async stop(): Promise<void> {
    this.#port.close();
    await this.#worker.terminate();
  }

  #order(order: LinkOrder, given: readonly ArrayBuffer[] = []): void {
    this.#port.postMessage(order, given);
  }

  #write(link: number, write: () => void): void {
    try {
      write();
    } catch (error) {
      this.#fail(link, error);
    }
  }

  /** A frame that cannot be written or read ends its link. */
  #fail(link: number, error: unknown): void {
    if (!(error instanceof PhiError)) throw error;
    const known = this.#links.get(link);
    if (known !== undefined) known.failure ??= error.message;
    this.#order({ type: "close", link, wsCode: CLOSE_BAD_FRAME, reason: error.code });
  }

  #take(news: LinkNews): void {
    const { link } = news;
    const known = this.#links.get(link);
    if (known === undefined) return;
    switch (news.type) {
      case "opened":
        return this.#handlers.onOpen(link);
      case "closed":
        this.#links.delete(link);
        return this.#handlers.onClosed(link, known.failure ?? wordsOf(news.end));
      case "received": {
        if (known.failure !== undefined) return;
        const message = this.#decode(link, news.bytes, news.isBinary);
        if (message !== undefined) this.#handlers.onMessage(link, message, sharedMs() - news.atMs);
      }
    }
  }

  #decode(link: number, bytes: Uint8Array, isBinary: boolean): WireMessage | undefined {
    try {
      return decodeFrame(bytes, isBinary);
    } catch (error) {
      this.#fail(link, error);
      return undefined;
    }
  }
}

/** In a buffer of its own: a part of a larger one would take the whole across. */
function frameOf(message: WireMessage): Uint8Array {
  return new Uint8Array(encode(message));
}

function wordsOf(end: LinkEnd): string {
  switch (end.type) {
    case "failed":
      return end.reason;
    case "refused":
      return `refused with status ${end.status}: ${end.reason}`;
    case "closed":
      return `closed with code ${end.wsCode}: ${end.reason}`;
  }
}
