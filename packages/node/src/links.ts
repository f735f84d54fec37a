/** The connections to coordinators as the main loop sees them: a thread of their own keeps them (`sender.ts`). */
import { MessageChannel, type MessagePort, Worker, receiveMessageOnPort } from "node:worker_threads";
import { type AgentEvent, type Instant, type NodeMessage, after, between } from "@phidelity/core";
import { type Clock, processClock } from "@phidelity/runtime";
import type { NodeMetrics } from "./metrics.ts";
import type { SenderNews, SenderOptions, SenderOrder } from "./sender-port.ts";

export interface LinksOptions {
  readonly clock: Clock;
  readonly sender: SenderOptions;
  readonly metrics: NodeMetrics;
  readonly dispatch: (event: AgentEvent) => void;
}

export class Links {
  readonly #options: LinksOptions;
  readonly #worker: Worker;
  readonly #port: MessagePort;
  /** The clock that the threads share. */
  readonly #shared = processClock();
  readonly #open = new Set<number>();
  #onAllClosed: (() => void) | undefined;

  constructor(options: LinksOptions) {
    this.#options = options;
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    port1.on("message", (news: SenderNews) => this.#take(news));
    // An error in the thread is not caught here: it ends the daemon, as one of the main loop would.
    this.#worker = new Worker(new URL("./sender-thread.ts", import.meta.url), {
      workerData: { port: port2, options: options.sender },
      transferList: [port2],
    });
  }

  connect(attempt: number, url: string): void {
    this.#open.add(attempt);
    this.#order({ type: "connect", attempt, url });
  }

  /** @param slotAt of a heartbeat: when its slot comes */
  send(attempt: number, message: NodeMessage, slotAt?: Instant): void {
    if (message.type === "heartbeat") this.#options.metrics.heartbeatSent();
    const onShared = slotAt === undefined ? undefined : this.#onShared(slotAt);
    this.#order({ type: "send", attempt, message, slotAt: onShared });
  }

  disconnect(attempt: number, reason: string): void {
    this.#order({ type: "disconnect", attempt, reason });
  }

  /**
   * Takes in what the coordinator has said by now. A main loop that was busy would otherwise judge the connection, at the
   * first event that happens to come, by what it heard before.
   */
  drain(): void {
    for (let news = receiveMessageOnPort(this.#port); news !== undefined; ) {
      this.#take(news.message as SenderNews);
      news = receiveMessageOnPort(this.#port);
    }
  }

  /** Calls back once, when no link is open any more. */
  whenClosed(done: () => void): void {
    this.#onAllClosed = done;
    if (this.#open.size === 0) done();
  }

  /** Ends the thread, with whatever it still had to say. */
  async close(): Promise<void> {
    this.#port.close();
    await this.#worker.terminate();
  }

  #order(order: SenderOrder): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- Threads have no origin.
    this.#port.postMessage(order);
  }

  /** The machine's clock counts suspensions as passed; the shared one does not. They agree on how long it is from now. */
  #onShared(at: Instant): Instant {
    return after(this.#shared.now(), between(this.#options.clock.now(), at));
  }

  /**
   * Messages count as come when the main loop takes them in, not when the thread read them: an ack that waited behind a
   * stall must find the lease that it brings as old as it is (SAFETY rule 8).
   */
  #take(news: SenderNews): void {
    const { metrics, dispatch } = this.#options;
    const { attempt } = news;
    if (news.type === "opened") {
      metrics.linkOpened();
      return dispatch({ type: "linkOpened", attempt });
    }
    if (news.type === "closed") {
      this.#open.delete(attempt);
      metrics.linkClosed();
      dispatch({ type: "linkClosed", attempt, reason: news.reason });
      if (this.#open.size === 0) this.#onAllClosed?.();
      return;
    }
    const { message } = news;
    if (message.type === "welcome") metrics.welcomed();
    if (message.type === "ack") metrics.acked(message.sequence, news.roundTripMs);
    dispatch({ type: "received", attempt, message });
  }
}
