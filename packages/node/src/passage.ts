/**
 * One client's connection through a gate, and the connection to the service behind it.
 *
 * Each chunk, in either direction, is passed on only after `mayPass` has compared the clock in the same turn,
 * immediately before the write. A chunk that the kernel does not take at once waits here, and its source is paused
 * meanwhile: so at most one chunk in each direction has been compared and not yet written.
 */
import { type Socket, connect } from "node:net";
import { type Endpoint, formatAddress } from "./address.ts";

export interface PassageHandlers {
  /** True while bytes may pass; compares the clock each time it is asked. */
  readonly mayPass: () => boolean;
  /** Bytes came when they might no longer pass; whoever owns the passages closes them all. */
  readonly onLate: () => void;
  readonly onBytes: (direction: Direction, bytes: number) => void;
  readonly onFailed: (failure: PassageFailure, detail: string) => void;
  /** Both connections are gone; nothing is called afterwards. */
  readonly onGone: (passage: Passage) => void;
}

/** `in` is from the client to the service. */
export type Direction = "in" | "out";

/** How the service's side failed: it took no connection, it reset one, or it ended one that the client still used. */
export type PassageFailure = "connectFailed" | "reset" | "ended";

export interface PassageTarget extends Endpoint {
  readonly connectTimeoutMs: number;
}

export class Passage {
  readonly #client: Socket;
  readonly #service: Socket;
  readonly #target: PassageTarget;
  readonly #handlers: PassageHandlers;
  readonly #connecting: NodeJS.Timeout;
  #connected = false;
  #answered = false;
  #over = false;
  #openSockets = 2;

  /** Takes over an accepted, paused connection, and reads from it once the service has taken its own. */
  constructor(client: Socket, target: PassageTarget, handlers: PassageHandlers) {
    this.#client = client;
    this.#target = target;
    this.#handlers = handlers;
    this.#service = connect({
      host: target.host,
      port: target.port,
      allowHalfOpen: true,
      noDelay: true,
      keepAlive: true,
      keepAliveInitialDelay: 10_000,
    });
    this.#connecting = setTimeout(
      () => this.#fail("connectFailed", `no answer within ${target.connectTimeoutMs} ms`),
      target.connectTimeoutMs,
    );
    this.#watchClient();
    this.#watchService();
    this.#pump(this.#client, this.#service, "in");
    this.#pump(this.#service, this.#client, "out");
  }

  /** False until the service has sent something. */
  get answered(): boolean {
    return this.#answered;
  }

  /** Ends both connections at once, with a reset, so that what the kernel still holds for the other side is dropped. */
  close(): void {
    this.#over = true;
    clearTimeout(this.#connecting);
    abort(this.#client);
    abort(this.#service);
  }

  #pump(source: Socket, sink: Socket, direction: Direction): void {
    const onWritten = (): void => {
      if (!this.#over && sink.writableLength === 0) source.resume();
    };
    source.on("data", (chunk: Buffer) => {
      if (this.#over) return;
      if (!this.#handlers.mayPass()) return this.#handlers.onLate();
      sink.write(chunk, onWritten);
      if (sink.writableLength > 0) source.pause();
      this.#handlers.onBytes(direction, chunk.length);
    });
    source.on("end", () => {
      if (this.#over) return;
      if (!this.#handlers.mayPass()) return this.#handlers.onLate();
      sink.end();
    });
  }

  #watchClient(): void {
    // "close" follows each "error"; a client that goes is no trouble of the service.
    this.#client.on("error", () => this.close());
    this.#client.on("close", () => this.#onClosed(this.#client));
  }

  #watchService(): void {
    this.#service.on("connect", () => {
      clearTimeout(this.#connecting);
      this.#connected = true;
      if (this.#over) return;
      if (!this.#handlers.mayPass()) return this.#handlers.onLate();
      this.#client.resume();
    });
    this.#service.once("data", () => (this.#answered = true));
    this.#service.on("end", () => {
      if (!this.#over && !this.#client.readableEnded) this.#report("ended", "the service ended a connection");
    });
    this.#service.on("error", (error) => {
      if (this.#over) return;
      this.#fail(this.#connected ? "reset" : "connectFailed", error.message);
    });
    this.#service.on("close", () => this.#onClosed(this.#service));
  }

  #fail(failure: PassageFailure, detail: string): void {
    // A client that has said all it had to say may see its connection torn down: nothing is wrong with the service.
    if (failure === "connectFailed" || !this.#client.readableEnded) this.#report(failure, detail);
    this.close();
  }

  #report(failure: PassageFailure, detail: string): void {
    this.#handlers.onFailed(failure, `${formatAddress(this.#target)}: ${detail}`);
  }

  #onClosed(socket: Socket): void {
    // After an orderly end in both directions the other side may still have bytes to deliver.
    if (!socket.readableEnded || !socket.writableFinished) this.close();
    this.#openSockets -= 1;
    if (this.#openSockets > 0) return;
    this.#over = true;
    clearTimeout(this.#connecting);
    this.#handlers.onGone(this);
  }
}

/** Ends a connection with a reset; one that is not yet open is dropped. */
export function abort(socket: Socket): void {
  if (socket.destroyed) return;
  if (socket.connecting) socket.destroy();
  else socket.resetAndDestroy();
}
