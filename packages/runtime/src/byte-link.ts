/** The outgoing side of a connection, in bytes; `link.ts` and the thread of `link-thread.ts` make messages of them. */
import type { IncomingMessage } from "node:http";
import { WebSocket } from "ws";
import { CLOSE_TIMEOUT_MS, shortReason } from "./closing.ts";
import { type TlsFiles, type TlsMaterial, readTls } from "./tls.ts";

/** How much of a refusal's body is read. */
const REFUSAL_LENGTH_MAX = 500;

/** How a link ended: never opened or broken, refused by the server's HTTP answer, or closed by either side. */
export type LinkEnd =
  | { readonly type: "failed"; readonly reason: string; readonly cause?: unknown }
  | { readonly type: "refused"; readonly status: number; readonly reason: string }
  | { readonly type: "closed"; readonly wsCode: number; readonly reason: string };

export interface ByteLinkHandlers {
  onOpen(): void;
  onFrame(data: Buffer, isBinary: boolean): void;
  /** Called once, last, however the link ended. */
  onClosed(end: LinkEnd): void;
}

export interface ByteLinkOptions {
  /** Sent as a bearer token. */
  readonly token?: string | undefined;
  /** Whom to trust and, with `cert` and `key`, who we are; only for `wss:`. */
  readonly tls?: TlsFiles | undefined;
  /** From the call to the open WebSocket: name look-up, TCP, TLS and upgrade together. */
  readonly connectTimeoutMs: number;
  readonly frameBytesMax: number;
}

/**
 * One WebSocket to one peer, opened at once. Carries frames and decides nothing: no retries, no state. `ws` switches
 * Nagle's algorithm off by itself, so small frames leave at once.
 */
export class ByteLink {
  readonly #url: string;
  readonly #handlers: ByteLinkHandlers;
  #socket: WebSocket | undefined;
  #timer: NodeJS.Timeout | undefined;
  /** Why the link is ending, as soon as that is known better than from the close code. */
  #end: LinkEnd | undefined;
  #closed = false;

  constructor(url: string, options: ByteLinkOptions, handlers: ByteLinkHandlers) {
    this.#url = url;
    this.#handlers = handlers;
    try {
      this.#open(options.tls === undefined ? {} : readTls(options.tls), options);
    } catch (error) {
      // A wrong URL or an unreadable certificate; the handlers hear of it as of any other failure, not inside this call.
      this.#end = failed(error);
      setImmediate(() => this.#finish({ type: "failed", reason: "not opened" }));
    }
  }

  /** It is known why the link ends: what still comes counts for nothing. */
  get isEnding(): boolean {
    return this.#end !== undefined;
  }

  /** Sends if the socket is open; otherwise drops. */
  send(bytes: Uint8Array): void {
    const socket = this.#socket;
    if (socket !== undefined && socket.readyState === WebSocket.OPEN) socket.send(bytes);
  }

  /** Ends the link; `onClosed` follows. `reason` is for the peer's log, at most 123 bytes of it. */
  close(wsCode: number, reason: string): void {
    this.#end ??= { type: "closed", wsCode, reason };
    if (this.#closed) return;
    clearTimeout(this.#timer);
    this.#socket?.close(wsCode, shortReason(reason));
    this.#timer = setTimeout(() => this.#socket?.terminate(), CLOSE_TIMEOUT_MS);
  }

  /** Ends the link without a word to the peer; `onClosed` follows. */
  tearDown(end: LinkEnd): void {
    this.#end ??= end;
    this.#socket?.terminate();
  }

  #open(tls: TlsMaterial, options: ByteLinkOptions): void {
    const socket = new WebSocket(this.#url, {
      maxPayload: options.frameBytesMax,
      perMessageDeflate: false,
      headers: options.token === undefined ? {} : { authorization: `Bearer ${options.token}` },
      ...tls,
    });
    this.#socket = socket;
    this.#timer = setTimeout(() => {
      this.tearDown({ type: "failed", reason: `no connection within ${options.connectTimeoutMs} ms` });
    }, options.connectTimeoutMs);
    socket.on("open", () => {
      clearTimeout(this.#timer);
      this.#handlers.onOpen();
    });
    socket.on("message", (data: Buffer, isBinary: boolean) => this.#handlers.onFrame(data, isBinary));
    socket.on("unexpected-response", (_request, response) => this.#refused(response));
    socket.on("error", (error) => {
      this.#end ??= failed(error); // "close" follows.
    });
    socket.on("close", (wsCode, reason) =>
      this.#finish({ type: "closed", wsCode, reason: reason.toString() }),
    );
  }

  #refused(response: IncomingMessage): void {
    let body = "";
    const status = response.statusCode ?? 0;
    const settle = (): void => {
      this.tearDown({ type: "refused", status, reason: body.trim().slice(0, REFUSAL_LENGTH_MAX) });
    };
    response.on("data", (chunk: Buffer) => {
      body += chunk.toString("utf8");
      if (body.length > REFUSAL_LENGTH_MAX) settle();
    });
    response.on("close", settle);
  }

  #finish(end: LinkEnd): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#handlers.onClosed(this.#end ?? end);
  }
}

function failed(error: unknown): LinkEnd {
  return { type: "failed", reason: wordsOf(error), cause: error };
}

/** Several addresses of one name fail together without a message of their own; then the code says it. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.message !== "") return error.message;
  return "code" in error ? String(error.code) : error.name;
}
