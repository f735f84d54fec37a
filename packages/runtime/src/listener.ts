/**
 * The incoming side: one HTTP server on one port, with WebSockets on some of its paths.
 *
 * Whoever can reach the port can send anything. Each stranger harms only his own socket: headers, frames and handshakes
 * are bounded in size and time, and what cannot be read closes the socket that it came on, with one warning.
 */
import { type IncomingMessage, type Server, type ServerResponse, createServer } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo, Socket as NetSocket } from "node:net";
import type { Duplex } from "node:stream";
import { TLSSocket } from "node:tls";
import { type Instant, PhiError, type WireMessage } from "@phidelity/core";
import { FRAME_BYTES_MAX } from "@phidelity/proto";
import { WebSocketServer } from "ws";
import type { Clock } from "./clock.ts";
import type { Logger } from "./log.ts";
import { ServerSocket } from "./server-socket.ts";
import { type TlsFiles, readTls } from "./tls.ts";
import { Warnings } from "./warnings.ts";

/** One WebSocket that somebody opened to us. */
export interface Socket {
  /** Never used twice by one listener. */
  readonly id: number;
  /** Address and port of the other side. */
  readonly remote: string;
  /** Sends if the socket is open; otherwise drops. What is sent in one turn leaves together. */
  send(message: WireMessage): void;
  /** `onClosed` follows. Codes: 1000, 1001, 1008, 1011 and 4000 to 4999. */
  close(code: number, reason: string): void;
  /** Who is at the other end, for whom the route takes it once it knows; kept for the route. */
  name: string | undefined;
  /** What was sent and has not left yet; it grows while the other side does not read. */
  readonly bufferedBytes: number;
  /** Names in the other side's certificate; undefined where clients need none. */
  readonly certificateNames: readonly string[] | undefined;
}

/** What happens on one WebSocket path. */
export interface SocketRoute {
  /** Before the upgrade: undefined lets it in, else the answer's status, and the reason as plain text. */
  authorize(request: IncomingMessage): { status: number; reason: string } | undefined;
  onOpen(socket: Socket): void;
  /** @param at the frame's arrival, stamped before it was decoded */
  onMessage(socket: Socket, message: WireMessage, at: Instant): void;
  /** Once for each socket that was opened. */
  onClosed(socket: Socket): void;
}

export interface ListenerOptions {
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  /** With `ca`, clients must show a certificate that it has signed. */
  readonly tls?: TlsFiles;
  readonly clock: Clock;
  readonly log: Logger;
  readonly http: (request: IncomingMessage, response: ServerResponse) => void;
  /** Told of each frame or request that could not be read or was not let in, also of those not logged. */
  readonly onStranger?: () => void;
  /** By path, such as `/v1/node`. */
  readonly sockets: Readonly<Record<string, SocketRoute>>;
}

/** Header lines of one request together. */
const HEADER_BYTES_MAX = 16_384;
/** A client that has not sent its headers by then is slow on purpose. */
const HEADERS_TIMEOUT_MS = 5_000;
/** A whole request, with its body; bodies are small. */
const REQUEST_TIMEOUT_MS = 10_000;
/** How long sockets and requests may take to end in good order at `close`. */
const DRAIN_TIMEOUT_MS = 1_000;
/**
 * Connections that wait to be taken up, where many come at once; the kernel's own bound (`net.core.somaxconn`) is 4096
 * since Linux 5.4. One that finds no room is tried again by its kernel after a second, which a holder's lease has not.
 */
const BACKLOG = 4_096;
/** After this much silence TCP asks whether the other side still is there. */
const KEEP_ALIVE_MS = 10_000;

/** Listens on one port until it is closed. */
export class Listener {
  readonly #server: Server;
  readonly #options: ListenerOptions;
  readonly #upgrades: WebSocketServer;
  readonly #warnings: Warnings;
  readonly #open = new Set<ServerSocket>();
  #lastId = 0;
  #closing = false;

  private constructor(server: Server, options: ListenerOptions) {
    this.#server = server;
    this.#options = options;
    this.#warnings = new Warnings(options.log, options.clock, options.onStranger);
    this.#upgrades = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      maxPayload: FRAME_BYTES_MAX,
      perMessageDeflate: false,
    });
    server.on("upgrade", (request, socket, head) => this.#upgrade(request, socket, head));
    server.on("clientError", (error, socket) => this.#refuseBytes(error, socket));
    server.on("tlsClientError", (error, socket) => {
      this.#warnings.warn({ remote: remoteOf(socket), reason: error.message }, "TLS handshake failed");
    });
  }

  /** Starts to listen. @throws PhiError PORT_TAKEN, or LISTEN_FAILED with the reason */
  static async open(options: ListenerOptions): Promise<Listener> {
    const server = serverFor(options);
    const listener = new Listener(server, options);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    server.once("error", (error) => reject(listenFailure(options, error)));
    server.listen({ host: options.host, port: options.port, backlog: BACKLOG }, resolve);
    await promise;
    server.removeAllListeners("error");
    server.on("error", (error) => options.log.error({ err: error }, "listener failed"));
    return listener;
  }

  /** The port it listens on, also where any was asked for. */
  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Stops to listen, says goodbye on each socket, and ends what has not ended after a second. */
  async close(): Promise<void> {
    if (this.#closing) return;
    this.#closing = true;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#server.close(() => resolve());
    this.#server.closeIdleConnections();
    for (const socket of this.#open) socket.close(1001, "shutting down");
    const timer = setTimeout(() => {
      this.#server.closeAllConnections();
      for (const socket of this.#open) socket.terminate();
    }, DRAIN_TIMEOUT_MS);
    await promise;
    clearTimeout(timer);
  }

  #upgrade(request: IncomingMessage, raw: Duplex, head: Buffer): void {
    raw.on("error", () => raw.destroy()); // "close" follows on whatever the socket has become.
    const path = request.url?.split("?")[0] ?? "/";
    const route = Object.hasOwn(this.#options.sockets, path) ? this.#options.sockets[path] : undefined;
    if (route === undefined) return refuseUpgrade(raw, 404, `no WebSocket at ${path}`);
    if (this.#closing) return refuseUpgrade(raw, 503, "shutting down");
    const refusal = route.authorize(request);
    if (refusal !== undefined) {
      this.#warnings.warn({ remote: remoteOf(raw), path, ...refusal }, "connection refused");
      return refuseUpgrade(raw, refusal.status, refusal.reason);
    }
    this.#upgrades.handleUpgrade(request, raw, head, (webSocket) => {
      this.#lastId += 1;
      const socket = new ServerSocket(webSocket, raw, route, {
        id: this.#lastId,
        remote: remoteOf(raw),
        path,
        certificateNames: namesOf(raw),
        clock: this.#options.clock,
        warnings: this.#warnings,
      });
      this.#open.add(socket);
      webSocket.on("close", () => this.#open.delete(socket));
      route.onOpen(socket);
    });
  }

  #refuseBytes(error: Error, socket: Duplex): void {
    this.#warnings.warn({ remote: remoteOf(socket), reason: error.message }, "request not readable");
    if (!socket.writable) return void socket.destroy();
    socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
  }
}

function serverFor(options: ListenerOptions): Server {
  const bounds = {
    maxHeaderSize: HEADER_BYTES_MAX,
    headersTimeout: HEADERS_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    connectionsCheckingInterval: 1_000,
    keepAlive: true,
    keepAliveInitialDelay: KEEP_ALIVE_MS,
    noDelay: true,
  };
  if (options.tls === undefined) return createServer(bounds, options.http);
  const material = readTls(options.tls);
  const askClients = options.tls.ca !== undefined;
  const asks = {
    requestCert: askClients,
    rejectUnauthorized: askClients,
    handshakeTimeout: HEADERS_TIMEOUT_MS,
  };
  return createTlsServer({ ...bounds, ...material, ...asks }, options.http);
}

function listenFailure(options: ListenerOptions, error: NodeJS.ErrnoException): PhiError {
  const { host, port } = options;
  if (error.code === "EADDRINUSE") return new PhiError("PORT_TAKEN", { host, port }, { cause: error });
  return new PhiError("LISTEN_FAILED", { host, port, reason: error.message }, { cause: error });
}

function refuseUpgrade(socket: Duplex, status: number, reason: string): void {
  const body = `${reason}\n`;
  const lines = [
    `HTTP/1.1 ${status} Refused`,
    "Connection: close",
    "Content-Type: text/plain; charset=utf-8",
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  socket.end(`${lines.join("\r\n")}\r\n\r\n${body}`, () => socket.destroy());
}

/** The common name and the DNS names of a client's certificate, once TLS has verified it. */
function namesOf(socket: Duplex): readonly string[] | undefined {
  if (!(socket instanceof TLSSocket) || !socket.authorized) return undefined;
  const { subject, subjectaltname } = socket.getPeerCertificate();
  const others = (subjectaltname ?? "").split(", ").filter((name) => name.startsWith("DNS:"));
  const names = [subject.CN ?? [], others.map((name) => name.slice("DNS:".length))].flat();
  return [...new Set(names)];
}

function remoteOf(socket: Duplex): string {
  const { remoteAddress, remotePort } = socket as NetSocket;
  return `${remoteAddress ?? "unknown"}:${remotePort ?? 0}`;
}
