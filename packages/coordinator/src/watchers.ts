/** Connections of people's programs: snapshots of the members, events as they happen, and orders. */
import type { IncomingMessage } from "node:http";
import type { Command, EventRow, MembersUpdate, WatchRequest, WireMessage } from "@phidelity/core";
import { type Logger, type Socket, type SocketRoute, broadcast } from "@phidelity/runtime";
import type { Refusal } from "./access.ts";
import type { Orders } from "./orders.ts";

/** What may wait for one watcher: a few snapshots of a large cluster. One that reads more slowly is dropped. */
const WAITING_BYTES_MAX = 4 * 1024 * 1024;
/** Snapshots come no faster than this, whatever a watcher asks for. */
const TICK_MS = 100;
const CLOSE_UNEXPECTED = 1008;
/** Ours: the watcher does not read what it asked for. */
const CLOSE_TOO_SLOW = 4003;

export interface WatchersOptions {
  readonly authorize: (request: IncomingMessage) => Refusal | undefined;
  /** Whether whoever opened the socket may also give orders. */
  readonly mayOperate: (request: IncomingMessage) => boolean;
  readonly orders: Orders;
  readonly members: () => MembersUpdate;
  readonly nowMs: () => number;
  readonly log: Logger;
}

interface Watcher {
  readonly socket: Socket;
  readonly operates: boolean;
  events: boolean;
  membersEveryMs: number;
  nextMembersAt: number;
}

export class Watchers implements SocketRoute {
  readonly #options: WatchersOptions;
  readonly #watchers = new Map<number, Watcher>();
  /** `authorize` sees the request and `onOpen` the socket, one straight after the other. */
  #operates = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: WatchersOptions) {
    this.#options = options;
  }

  authorize(request: IncomingMessage): Refusal | undefined {
    this.#operates = this.#options.mayOperate(request);
    return this.#options.authorize(request);
  }

  onOpen(socket: Socket): void {
    const watcher = { socket, operates: this.#operates };
    this.#watchers.set(socket.id, { ...watcher, events: false, membersEveryMs: 0, nextMembersAt: 0 });
  }

  onMessage(socket: Socket, message: WireMessage): void {
    const watcher = this.#watchers.get(socket.id);
    if (watcher === undefined) return;
    if (message.type === "watch") return this.#watch(watcher, message);
    if (message.type === "command") return this.#order(watcher, message);
    this.#options.log.warn({ remote: socket.remote, message: message.type }, "watch connection closed");
    socket.close(CLOSE_UNEXPECTED, `${message.type} is not for a watcher to say`);
  }

  onClosed(socket: Socket): void {
    this.#watchers.delete(socket.id);
    if (this.#watchers.size === 0) this.stop();
  }

  /** Tells those who asked for events of one. */
  tell(event: EventRow): void {
    const readers = [...this.#watchers.values()].filter(
      (watcher) => watcher.events && this.#keepsUp(watcher),
    );
    broadcast(
      readers.map(({ socket }) => socket),
      { type: "event", event },
    );
  }

  /** No snapshots any more. */
  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #watch(watcher: Watcher, request: WatchRequest): void {
    watcher.events = request.events;
    watcher.membersEveryMs = request.membersEveryMs;
    watcher.nextMembersAt = this.#options.nowMs();
    if (request.membersEveryMs === 0) return;
    this.#tick();
    this.#timer ??= setInterval(() => this.#tick(), TICK_MS);
  }

  /** One snapshot for all whose turn it is. */
  #tick(): void {
    const now = this.#options.nowMs();
    const due = [...this.#watchers.values()].filter(
      (watcher) => watcher.membersEveryMs > 0 && watcher.nextMembersAt <= now && this.#keepsUp(watcher),
    );
    if (due.length === 0) return;
    for (const watcher of due) watcher.nextMembersAt = now + watcher.membersEveryMs;
    broadcast(
      due.map(({ socket }) => socket),
      this.#options.members(),
    );
  }

  /** False of a watcher that does not read: it is dropped, so that it holds up neither memory nor heartbeats. */
  #keepsUp({ socket }: Watcher): boolean {
    if (socket.bufferedBytes <= WAITING_BYTES_MAX) return true;
    this.#options.log.warn({ remote: socket.remote, bytes: socket.bufferedBytes }, "slow watcher dropped");
    this.#watchers.delete(socket.id);
    socket.close(CLOSE_TOO_SLOW, "too slow");
    return false;
  }

  #order(watcher: Watcher, { request, action, dryRun }: Command): void {
    const { socket } = watcher;
    if (!watcher.operates) {
      const text = `not allowed: ${action.action} needs the operator token`;
      return socket.send({ type: "outcome", request, status: "refused", afterMs: 0, text });
    }
    // Where the watcher has gone before the end, its socket drops what is sent.
    this.#options.orders.place(action, dryRun, {
      by: `operator at ${socket.remote}`,
      onProgress: (afterMs, text) => socket.send({ type: "progress", request, afterMs, text }),
      onOutcome: (outcome) => socket.send({ ...outcome, request }),
    });
  }
}
