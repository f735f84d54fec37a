/** The outgoing side of a connection. */
import { type Instant, PhiError, type WireMessage } from "@phidelity/core";
import { FRAME_BYTES_MAX, encode } from "@phidelity/proto";
import { ByteLink, type LinkEnd } from "./byte-link.ts";
import type { Clock } from "./clock.ts";
import { CLOSE_BAD_FRAME, decodeFrame } from "./frame.ts";
import type { TlsFiles } from "./tls.ts";

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

/** One WebSocket to one peer, opened at once. Carries messages and decides nothing: no retries, no state. */
export class Link {
  readonly #clock: Clock;
  readonly #handlers: LinkHandlers;
  readonly #bytes: ByteLink;
  /** A frame that could not be written or read: why the link is ending. */
  #failure: PhiError | undefined;

  constructor(url: string, options: LinkOptions, handlers: LinkHandlers) {
    const { clock, token, tls, connectTimeoutMs } = options;
    this.#clock = clock;
    this.#handlers = handlers;
    this.#bytes = new ByteLink(
      url,
      { token, tls, connectTimeoutMs, frameBytesMax: FRAME_BYTES_MAX },
      {
        onOpen: () => handlers.onOpen(),
        onFrame: (data, isBinary) => this.#read(data, isBinary),
        onClosed: (end) => handlers.onClosed(this.#failure ?? failureOf(url, end)),
      },
    );
  }

  /** Sends if the socket is open; otherwise drops. The machines treat both as a lost message. */
  send(message: WireMessage): void {
    try {
      this.#bytes.send(encode(message));
    } catch (error) {
      if (!(error instanceof PhiError)) throw error;
      this.#failure ??= error;
      this.#bytes.tearDown({ type: "failed", reason: error.message });
    }
  }

  /** Ends the link; `onClosed` follows. `reason` is for the peer's log, at most 123 bytes of it. */
  close(reason: string): void {
    this.#bytes.close(1000, reason);
  }

  #read(data: Buffer, isBinary: boolean): void {
    const at = this.#clock.now(); // Before decoding: the detector measures the network, not our parser.
    if (this.#failure !== undefined || this.#bytes.isEnding) return;
    const message = this.#decode(data, isBinary);
    if (message !== undefined) this.#handlers.onMessage(message, at);
  }

  #decode(data: Buffer, isBinary: boolean): WireMessage | undefined {
    try {
      return decodeFrame(data, isBinary);
    } catch (error) {
      if (!(error instanceof PhiError)) throw error;
      this.#failure = error;
      this.#bytes.close(CLOSE_BAD_FRAME, error.code);
      return undefined;
    }
  }
}

function failureOf(peer: string, end: LinkEnd): PhiError {
  switch (end.type) {
    case "failed":
      return new PhiError("LINK_FAILED", { peer, reason: end.reason }, { cause: end.cause });
    case "refused":
      return new PhiError("LINK_REFUSED", { peer, status: end.status, reason: end.reason });
    case "closed":
      return new PhiError("LINK_CLOSED", { peer, wsCode: end.wsCode, reason: end.reason });
  }
}
