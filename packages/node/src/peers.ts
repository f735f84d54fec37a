/**
 * The connections with other members: some opened as the machine orders, some accepted on `/v1/peer`.
 *
 * The machine knows peers by name and one connection with each. Who opens a connection knows whom it reaches; an
 * accepted one is named by its first message. A newer connection replaces an older one, whose end is then no news.
 */
import type { IncomingMessage } from "node:http";
import type { AgentEvent, Instant, NodeId, PeerMessage, PhiError, WireMessage } from "@phidelity/core";
import {
  type Clock,
  Link,
  type Logger,
  type Socket,
  type SocketRoute,
  type TlsFiles,
} from "@phidelity/runtime";
import { type Refusal, peerRefusal } from "./peer-access.ts";

/** From the order to the open WebSocket: a round trip of a slow WAN for each of TCP, TLS and upgrade. */
const CONNECT_TIMEOUT_MS = 2_000;
/** A peer's first beat follows the upgrade at once. */
const NAME_TIMEOUT_MS = 5_000;
/** What may wait for a peer that does not read: seconds of beats and relayed heartbeats; the rest is lost on the way. */
const BUFFERED_BYTES_MAX = 262_144;
/** "Policy violation" in RFC 6455: readable, but not what may come here. */
const CLOSE_UNEXPECTED = 1008;
const CLOSE_NORMAL = 1000;

export interface PeersOptions {
  readonly self: NodeId;
  readonly clock: Clock;
  readonly log: Logger;
  readonly token?: string | undefined;
  readonly tls?: TlsFiles | undefined;
  /** Whether listeners of this cluster speak TLS: those of peers are taken to be as ours. */
  readonly secure: boolean;
  readonly dispatch: (event: AgentEvent, at?: Instant) => void;
  /** Told how many peers are connected, at each change. */
  readonly onCount: (open: number) => void;
}

/** One open connection, whoever opened it. */
interface Connection {
  send(message: PeerMessage): void;
  close(reason: string): void;
}

/** An accepted socket; `peer` is set once it has said who it is. */
interface Guest extends Connection {
  readonly socket: Socket;
  readonly timer: NodeJS.Timeout;
  peer: NodeId | undefined;
}

export class Peers implements SocketRoute {
  readonly #options: PeersOptions;
  readonly #open = new Map<NodeId, Connection>();
  readonly #opening = new Map<NodeId, Link>();
  readonly #guests = new Map<number, Guest>();
  /** Peers whose last connection failed: said once, not at each try. */
  readonly #failing = new Set<NodeId>();
  #closed = false;

  constructor(options: PeersOptions) {
    this.#options = options;
  }

  /** Opens a connection; `peerOpened` or `peerClosed` follows. One that is still being opened is given up. */
  connect(peer: NodeId, listen: string): void {
    if (this.#closed) return;
    const { clock, token, tls, secure } = this.#options;
    const before = this.#opening.get(peer);
    const link: Link = new Link(
      `${secure ? "wss" : "ws"}://${listen}/v1/peer`,
      {
        clock,
        connectTimeoutMs: CONNECT_TIMEOUT_MS,
        ...(token === undefined ? {} : { token }),
        ...(tls === undefined ? {} : { tls }),
      },
      {
        onOpen: () => this.#linkOpened(peer, link),
        onMessage: (message, at) => this.#take(peer, link, message, at),
        onClosed: (reason) => this.#linkClosed(peer, link, reason),
      },
    );
    this.#opening.set(peer, link);
    before?.close("tried anew");
  }

  /** Ends the connection with a peer, and an attempt at one; nothing is told of it. */
  disconnect(peer: NodeId): void {
    const ended = [this.#open.get(peer), this.#opening.get(peer)];
    this.#open.delete(peer);
    this.#opening.delete(peer);
    this.#failing.delete(peer);
    for (const connection of ended) connection?.close("not wanted any more");
    this.#count();
  }

  /** Drops the message where no connection is open: the machine treats both as lost. */
  send(peer: NodeId, message: PeerMessage): void {
    this.#open.get(peer)?.send(message);
  }

  /** Ends them all; nothing follows. */
  close(): void {
    this.#closed = true;
    for (const peer of new Set([...this.#open.keys(), ...this.#opening.keys()])) this.disconnect(peer);
  }

  authorize(request: IncomingMessage): Refusal | undefined {
    return peerRefusal(request, this.#options.token);
  }

  onOpen(socket: Socket): void {
    const timer = setTimeout(() => {
      this.#refuse(socket, `no beat within ${NAME_TIMEOUT_MS} ms`);
    }, NAME_TIMEOUT_MS);
    this.#guests.set(socket.id, {
      socket,
      timer,
      peer: undefined,
      send: (message) => {
        if (socket.bufferedBytes < BUFFERED_BYTES_MAX) socket.send(message);
      },
      close: (reason) => socket.close(CLOSE_NORMAL, reason),
    });
  }

  onMessage(socket: Socket, message: WireMessage, at: Instant): void {
    const guest = this.#guests.get(socket.id);
    if (guest === undefined) return;
    if (guest.peer !== undefined) return this.#take(guest.peer, guest, message, at);
    if (message.type !== "peerBeat") return this.#refuse(socket, `${message.type} before the first beat`);
    const { node } = message;
    if (node === this.#options.self) return this.#refuse(socket, `${node} is this node's own name`);
    if (socket.certificateNames?.includes(node) === false) {
      return this.#refuse(
        socket,
        `the certificate is for ${socket.certificateNames.join(", ")}, not for ${node}`,
      );
    }
    clearTimeout(guest.timer);
    guest.peer = node;
    this.#adopt(node, guest, at);
    this.#take(node, guest, message, at);
  }

  onClosed(socket: Socket): void {
    const guest = this.#guests.get(socket.id);
    if (guest === undefined) return;
    clearTimeout(guest.timer);
    this.#guests.delete(socket.id);
    if (guest.peer !== undefined) this.#ended(guest.peer, guest);
  }

  #linkOpened(peer: NodeId, link: Link): void {
    if (this.#opening.get(peer) !== link) return link.close("not wanted any more");
    this.#opening.delete(peer);
    this.#adopt(peer, link, this.#options.clock.now());
  }

  #linkClosed(peer: NodeId, link: Link, reason: PhiError): void {
    const { log, dispatch } = this.#options;
    const wasOpening = this.#opening.get(peer) === link;
    if (wasOpening || this.#open.get(peer) === link) {
      if (!this.#failing.has(peer)) log.warn({ peer, reason: reason.message }, `no connection with ${peer}`);
      this.#failing.add(peer);
    }
    if (!wasOpening) return this.#ended(peer, link);
    this.#opening.delete(peer);
    // The peer may have opened one itself meanwhile, which goes on.
    if (!this.#open.has(peer)) dispatch({ type: "peerClosed", peer });
  }

  /** From now on this is the connection with the peer. */
  #adopt(peer: NodeId, connection: Connection, at: Instant): void {
    const before = this.#open.get(peer);
    this.#open.set(peer, connection);
    this.#failing.delete(peer);
    before?.close("replaced by a newer connection");
    this.#count();
    this.#options.dispatch({ type: "peerOpened", peer }, at);
  }

  #ended(peer: NodeId, connection: Connection): void {
    if (this.#open.get(peer) !== connection) return;
    this.#open.delete(peer);
    this.#count();
    this.#options.dispatch({ type: "peerClosed", peer });
  }

  #take(peer: NodeId, connection: Connection, message: WireMessage, at: Instant): void {
    if (this.#open.get(peer) !== connection) return;
    const misfit = misfitOf(peer, message);
    if (misfit === undefined) {
      this.#options.dispatch({ type: "peerReceived", peer, message: message as PeerMessage }, at);
      return;
    }
    this.#options.log.warn({ peer, reason: misfit }, "peer connection closed");
    connection.close(misfit);
    this.#ended(peer, connection);
  }

  #refuse(socket: Socket, reason: string): void {
    this.#options.log.warn({ remote: socket.remote, reason }, "peer connection refused");
    socket.close(CLOSE_UNEXPECTED, reason);
  }

  #count(): void {
    this.#options.onCount(this.#open.size);
  }
}

/** Why a message may not come from this peer; undefined where it may. */
function misfitOf(peer: NodeId, message: WireMessage): string | undefined {
  const { type } = message;
  if (type === "relay") return undefined;
  if (type !== "peerBeat" && type !== "peerPromise") return `${type} is not for a peer to say`;
  return message.node === peer ? undefined : `${peer} spoke as ${message.node}`;
}
