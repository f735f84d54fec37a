/** One accepted WebSocket. */
import type { Duplex } from "node:stream";
import { PhiError, type WireMessage, assert } from "@phidelity/core";
import { encode } from "@phidelity/proto";
import { WebSocket } from "ws";
import type { Clock } from "./clock.ts";
import { CLOSE_BAD_FRAME, CLOSE_TIMEOUT_MS, binaryFrame, decodeFrame, shortReason } from "./frame.ts";
import type { Socket, SocketRoute } from "./listener.ts";
import { PlainFrames } from "./plain-frames.ts";
import { readIntoSharedBuffer } from "./read-buffer.ts";
import type { Warnings } from "./warnings.ts";

/** What a socket is told about itself and its surroundings. */
export interface SocketSurroundings {
  readonly id: number;
  readonly remote: string;
  readonly path: string;
  readonly certificateNames: readonly string[] | undefined;
  readonly clock: Clock;
  readonly warnings: Warnings;
}

/** Sends one message to many sockets, encoded once. */
export function broadcast(sockets: Iterable<Socket>, message: WireMessage): void {
  let bytes: Uint8Array | undefined;
  for (const socket of sockets) {
    assert(socket instanceof ServerSocket, "only a listener makes sockets");
    bytes ??= socket.encode(message);
    if (bytes === undefined) return;
    socket.sendBytes(bytes);
  }
}

/** Carries messages between one WebSocket and its route; closes the socket on the first frame that cannot be read. */
export class ServerSocket implements Socket {
  readonly id: number;
  readonly remote: string;
  readonly certificateNames: readonly string[] | undefined;
  name: string | undefined;
  readonly #webSocket: WebSocket;
  readonly #raw: Duplex;
  readonly #route: SocketRoute;
  readonly #surroundings: SocketSurroundings;
  #corked = false;
  #closing = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(webSocket: WebSocket, raw: Duplex, route: SocketRoute, surroundings: SocketSurroundings) {
    this.id = surroundings.id;
    this.remote = surroundings.remote;
    this.certificateNames = surroundings.certificateNames;
    this.#webSocket = webSocket;
    this.#raw = raw;
    this.#surroundings = surroundings;
    this.#route = route;
    webSocket.on("message", (data: Buffer, isBinary: boolean) => this.#read(data, isBinary));
    this.#readPlainFrames();
    webSocket.on("error", (error) => this.#broke(error)); // "close" follows.
    webSocket.on("close", () => {
      this.#closing = true;
      clearTimeout(this.#timer);
      route.onClosed(this);
    });
  }

  /** Stands between the connection and `ws`, whose own listener gets what is left. */
  #readPlainFrames(): void {
    const raw = this.#raw;
    const [toWebSocket, ...others] = raw.listeners("data");
    assert(toWebSocket !== undefined && others.length === 0, "the WebSocket alone reads its connection");
    raw.removeAllListeners("data");
    const frames = new PlainFrames(
      (content) => this.#read(content, true),
      (bytes) => void toWebSocket.call(raw, bytes),
    );
    let reads = true;
    const take = (piece: Buffer): void => {
      if (reads) frames.read(piece);
    };
    raw.on("data", take);
    readIntoSharedBuffer(raw, take);
    // From its first error on `ws` takes nothing more; what still comes is dropped until the connection has ended.
    this.#webSocket.on("error", () => (reads = false));
  }

  #read(data: Buffer, isBinary: boolean): void {
    const at = this.#surroundings.clock.now(); // Before decoding: the detector measures the network, not our parser.
    if (this.#closing) return;
    const message = this.#decode(data, isBinary);
    if (message !== undefined) this.#route.onMessage(this, message, at);
  }

  get bufferedBytes(): number {
    return this.#webSocket.bufferedAmount;
  }

  send(message: WireMessage): void {
    if (!this.#isOpen()) return;
    const bytes = this.encode(message);
    if (bytes !== undefined) this.sendBytes(bytes);
  }

  /** Sends one encoded message, if the socket is open. */
  sendBytes(bytes: Uint8Array): void {
    if (!this.#isOpen()) return;
    this.#cork();
    // Past the sender of `ws`, which writes a frame in two pieces, and for a small one that costs half as much again.
    this.#raw.write(binaryFrame(bytes));
  }

  close(code: number, reason: string): void {
    if (this.#closing) return;
    this.#closing = true;
    this.#webSocket.close(code, shortReason(reason));
    this.#timer = setTimeout(() => this.terminate(), CLOSE_TIMEOUT_MS);
  }

  /** Ends the socket without a goodbye. */
  terminate(): void {
    this.#webSocket.terminate();
  }

  /** Frames of one turn leave in one write: a system call costs more than a frame. */
  #cork(): void {
    if (this.#corked) return;
    this.#corked = true;
    this.#raw.cork();
    process.nextTick(uncork, this);
  }

  /** The turn is over: what was sent in it leaves. */
  uncork(): void {
    this.#corked = false;
    this.#raw.uncork();
  }

  #isOpen(): boolean {
    return !this.#closing && this.#webSocket.readyState === WebSocket.OPEN;
  }

  /** The bytes of a message; undefined, with a warning, where it does not fit into a frame. */
  encode(message: WireMessage): Uint8Array | undefined {
    try {
      return encode(message);
    } catch (error) {
      if (!(error instanceof PhiError)) throw error;
      const { warnings } = this.#surroundings;
      warnings.warn({ ...this.#facts(), message: message.type, reason: error.message }, "message not sent");
      return undefined;
    }
  }

  #decode(data: Buffer, isBinary: boolean): WireMessage | undefined {
    try {
      return decodeFrame(data, isBinary);
    } catch (error) {
      if (!(error instanceof PhiError)) throw error;
      this.#surroundings.warnings.warn({ ...this.#facts(), reason: error.message }, "frame not readable");
      this.close(CLOSE_BAD_FRAME, error.code);
      return undefined;
    }
  }

  /** `ws` has already sent the close frame that belongs to the error: 1009 for a frame over the limit, 1002 for no frame at all. */
  #broke(error: Error): void {
    this.#surroundings.warnings.warn({ ...this.#facts(), reason: error.message }, "frame not readable");
    this.#closing = true;
    this.#timer ??= setTimeout(() => this.terminate(), CLOSE_TIMEOUT_MS);
  }

  #facts(): { remote: string; path: string } {
    return { remote: this.remote, path: this.#surroundings.path };
  }
}

/** Bound to no socket, so that a send makes no function. */
function uncork(socket: ServerSocket): void {
  socket.uncork();
}
