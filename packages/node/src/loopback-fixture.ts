/** Real sockets on loopback for the tests of this package. */
import { once } from "node:events";
import { type AddressInfo, type Server, type Socket, connect, createServer } from "node:net";
import { type Instant, instant } from "@phidelity/core";

/** A clock that stands until it is set. */
export class StandingClock {
  at = 0;

  now(): Instant {
    return instant(this.at);
  }
}

/** A TCP service that keeps what it was sent. */
export class TestService {
  readonly server: Server;
  readonly sockets: Socket[] = [];
  received = "";

  private constructor(onConnection: (socket: Socket) => void) {
    this.server = createServer({ allowHalfOpen: true }, (socket) => {
      this.sockets.push(socket);
      socket.on("error", () => {});
      onConnection(socket);
    });
  }

  /** Listens on a free port; without a handler of its own it keeps what comes in `received`. */
  static async open(onConnection?: (socket: Socket) => void): Promise<TestService> {
    const service: TestService = new TestService(
      onConnection ??
        ((socket) => {
          socket.on("data", (chunk) => (service.received += chunk.toString()));
        }),
    );
    service.server.listen(0, "127.0.0.1");
    await once(service.server, "listening");
    return service;
  }

  get port(): number {
    const address = this.server.address();
    return address !== null && typeof address === "object" ? address.port : 0;
  }

  /** What a killed process looks like: nothing listens any more, and what was open ends. */
  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    if (!this.server.listening) return;
    this.server.close();
    await once(this.server, "close");
  }
}

/** A client's connection: what it got, and whether it is gone. */
export interface TestClient {
  readonly socket: Socket;
  received: string;
  closed: boolean;
}

/** Connects and collects; a connection that fails is `closed`. */
export function client(port: number): TestClient {
  const socket = connect({ host: "127.0.0.1", port });
  const state: TestClient = { socket, received: "", closed: false };
  socket.on("data", (chunk) => (state.received += chunk.toString()));
  socket.on("error", () => {});
  socket.on("close", () => (state.closed = true));
  return state;
}

/** Waits until the condition holds, looking again every ms; fails after twenty seconds. */
export async function until(condition: () => boolean, what: string): Promise<void> {
  const end = performance.now() + 20_000;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`never came: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

/** A port that nobody listened on a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
