/** The outgoing side of a connection. */
import type { IncomingMessage } from "node:http";
import { type Instant, PhiError, type WireMessage } from "@phidelity/core";
import { FRAME_BYTES_MAX, encode } from "@phidelity/proto";
import { WebSocket } from "ws";
import type { Clock } from "./clock.ts";
import { CLOSE_BAD_FRAME, CLOSE_TIMEOUT_MS, decodeFrame, shortReason } from "./frame.ts";
import { type TlsFiles, type TlsMaterial, readTls } from "./tls.ts";

/** How much of a refusal's body is read. */
const REFUSAL_LENGTH_MAX = 500;

export interface LinkHandlers {
  onOpen(): void;
  /** @param at the frame's arrival, stamped before it was decoded */
  onMessage(message: WireMessage, at: Instant): void;
  /** Called once, last, however the link ended: LINK_FAILED, LINK_REFUSED, LINK_CLOSED or a FRAME_* error. */
  onClosed(reason: PhiError): void;
}

export interface LinkOptions {
  readonly clock: Clock;
  /** Sent as a bearer token. */
  readonly token?: string;
  /** Whom to trust and, with `cert` and `key`, who we are; only for `wss:`. */
  readonly tls?: TlsFiles;
  /** From the call to the open WebSocket: name look-up, TCP, TLS and upgrade together. */
  readonly connectTimeoutMs: number;
}

/**
 * One WebSocket to one peer, opened at once. Carries messages and decides nothing: no retries, no state. `ws` switches
 * Nagle's algorithm off by itself, so small frames leave at once.
 */
export class Link {
  readonly #url: string;
  readonly #clock: Clock;
  readonly #handlers: LinkHandlers;
  #socket: WebSocket | undefined;
  #timer: NodeJS.Timeout | undefined;
  /** Why the link is ending, as soon as that is known better than from the close code. */
  #failure: PhiError | undefined;
  #closed = false;

  constructor(url: string, options: LinkOptions, handlers: LinkHandlers) {
    this.#url = url;
    this.#clock = options.clock;
    this.#handlers = handlers;
    try {
      this.#open(options.tls === undefined ? {} : readTls(options.tls), options);
    } catch (error) {
      // A wrong URL or an unreadable certificate; the handlers hear of it as of any other failure, not inside this call.
      this.#failure = this.#failed(error);
      setImmediate(() => this.#end(new PhiError("LINK_FAILED", { peer: url, reason: "not opened" })));
    }
  }

  /** Sends if the socket is open; otherwise drops. The machines treat both as a lost message. */
  send(message: WireMessage): void {
    const socket = this.#socket;
    if (socket === undefined || socket.readyState !== WebSocket.OPEN) return;
    try {
      socket.send(encode(message));
    } catch (error) {
      if (!(error instanceof PhiError)) throw error;
      this.#tearDown(error);
    }
  }

  /** Ends the link; `onClosed` follows. `reason` is for the peer's log, at most 123 bytes of it. */
  close(reason: string): void {
    this.#failure ??= this.#closedWith(1000, reason);
    this.#closeSocket(1000, reason);
  }

  #open(tls: TlsMaterial, options: LinkOptions): void {
    const socket = new WebSocket(this.#url, {
      maxPayload: FRAME_BYTES_MAX,
      perMessageDeflate: false,
      headers: options.token === undefined ? {} : { authorization: `Bearer ${options.token}` },
      ...tls,
    });
    this.#socket = socket;
    this.#timer = setTimeout(() => {
      const reason = `no connection within ${options.connectTimeoutMs} ms`;
      this.#tearDown(new PhiError("LINK_FAILED", { peer: this.#url, reason }));
    }, options.connectTimeoutMs);
    socket.on("open", () => {
      clearTimeout(this.#timer);
      this.#handlers.onOpen();
    });
    socket.on("message", (data: Buffer, isBinary: boolean) => this.#read(data, isBinary));
    socket.on("unexpected-response", (_request, response) => this.#refused(response));
    socket.on("error", (error) => {
      this.#failure ??= this.#failed(error); // "close" follows.
    });
    socket.on("close", (wsCode, reason) => this.#end(this.#closedWith(wsCode, reason.toString())));
  }

  #read(data: Buffer, isBinary: boolean): void {
    const at = this.#clock.now(); // Before decoding: the detector measures the network, not our parser.
    if (this.#failure !== undefined) return;
    const message = this.#decode(data, isBinary);
    if (message !== undefined) this.#handlers.onMessage(message, at);
  }

  #decode(data: Buffer, isBinary: boolean): WireMessage | undefined {
    try {
      return decodeFrame(data, isBinary);
    } catch (error) {
      if (!(error instanceof PhiError)) throw error;
      this.#failure = error;
      this.#closeSocket(CLOSE_BAD_FRAME, error.code);
      return undefined;
    }
  }

  #refused(response: IncomingMessage): void {
    let body = "";
    const status = response.statusCode ?? 0;
    const settle = (): void => {
      const reason = body.trim().slice(0, REFUSAL_LENGTH_MAX);
      this.#tearDown(new PhiError("LINK_REFUSED", { peer: this.#url, status, reason }));
    };
    response.on("data", (chunk: Buffer) => {
      body += chunk.toString("utf8");
      if (body.length > REFUSAL_LENGTH_MAX) settle();
    });
    response.on("close", settle);
  }

  #failed(error: unknown): PhiError {
    return new PhiError("LINK_FAILED", { peer: this.#url, reason: wordsOf(error) }, { cause: error });
  }

  #closedWith(wsCode: number, reason: string): PhiError {
    return new PhiError("LINK_CLOSED", { peer: this.#url, wsCode, reason });
  }

  #tearDown(failure: PhiError): void {
    this.#failure ??= failure;
    this.#socket?.terminate();
  }

  #closeSocket(wsCode: number, reason: string): void {
    if (this.#closed) return;
    clearTimeout(this.#timer);
    this.#socket?.close(wsCode, shortReason(reason));
    this.#timer = setTimeout(() => this.#socket?.terminate(), CLOSE_TIMEOUT_MS);
  }

  #end(reason: PhiError): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#handlers.onClosed(this.#failure ?? reason);
  }
}

/** Several addresses of one name fail together without a message of their own; then the code says it. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.message !== "") return error.message;
  return "code" in error ? String(error.code) : error.name;
}
