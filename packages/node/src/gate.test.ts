import { type Socket, createServer } from "node:net";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { PhiError, epoch, instant } from "@phidelity/core";
import { Gate } from "./gate.ts";
import { StandingClock, type TestClient, TestService, client, until } from "./loopback-fixture.ts";

// Real processes and sockets on a machine that may be busy: a bound against hanging, not a measurement.
vi.setConfig({ testTimeout: 30_000 });

const DEADLINE = 1_000;
const clock = new StandingClock();
let service: TestService;
let gate: Gate;
let troubles: string[];
const opened: Gate[] = [];

beforeEach(async () => {
  clock.at = 0;
  troubles = [];
  service = await TestService.open();
  gate = await openGate(service.port);
});

afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
  await service.close();
});

async function openGate(forwardPort: number, listenPort = 0): Promise<Gate> {
  const one = await Gate.open({
    listen: { host: "127.0.0.1", port: listenPort },
    forward: { host: "127.0.0.1", port: forwardPort },
    clock,
    connectTimeoutMs: 1_000,
    onTrouble: (detail) => troubles.push(detail),
  });
  opened.push(one);
  return one;
}

function serve(number = 1, untilMs = DEADLINE): void {
  gate.order({ mode: "serve", epoch: epoch(number), until: instant(untilMs) });
}

/** A client whose first bytes have reached the service. */
async function served(greeting = "hello"): Promise<TestClient> {
  const before = service.received.length;
  const one = client(gate.port);
  one.socket.write(greeting);
  await until(() => service.received.length === before + greeting.length, "the greeting at the service");
  return one;
}

const lastOf = (sockets: readonly Socket[]): Socket => sockets.at(-1)!;

test("before its first order a gate refuses", async () => {
  const one = client(gate.port);
  await until(() => one.closed, "the refusal");
  expect(service.sockets).toHaveLength(0);
  expect(gate.counts).toMatchObject({ refused: 1, accepted: 0 });
});

test("under a lease bytes pass in both directions", async () => {
  serve();
  const one = await served();
  lastOf(service.sockets).write("welcome");
  await until(() => one.received === "welcome", "the answer");
  expect(gate.counts).toMatchObject({ accepted: 1, open: 1, bytesIn: 5, bytesOut: 7, refused: 0 });
});

test("at the deadline nothing passes to the service any more, though no order came", async () => {
  serve();
  const one = await served();
  clock.at = DEADLINE;
  one.socket.write("late");
  await until(() => one.closed, "the end of the connection");
  await until(() => lastOf(service.sockets).destroyed, "the end at the service");
  expect(service.received).toBe("hello");
});

test("just before the deadline bytes still pass", async () => {
  serve();
  const one = await served();
  clock.at = DEADLINE - 0.001;
  one.socket.write("+");
  await until(() => service.received === "hello+", "the last byte");
  expect(one.closed).toBe(false);
});

test("at the deadline no acknowledgement reaches a client", async () => {
  serve();
  const one = await served();
  clock.at = DEADLINE;
  lastOf(service.sockets).write("committed");
  await until(() => one.closed, "the end of the connection");
  expect(one.received).toBe("");
  expect(gate.counts.bytesOut).toBe(0);
});

test("one late chunk closes every connection", async () => {
  serve();
  const idle = await served("idle");
  const busy = await served("busy");
  clock.at = DEADLINE;
  busy.socket.write("late");
  await until(() => idle.closed && busy.closed, "the end of both");
  expect(gate.counts).toMatchObject({ open: 0, closed: 2 });
});

test("after the deadline no connection is accepted", async () => {
  serve();
  clock.at = DEADLINE;
  const one = client(gate.port);
  await until(() => one.closed, "the refusal");
  expect(service.sockets).toHaveLength(0);
});

test("a renewal moves the deadline of open connections", async () => {
  serve();
  const one = await served();
  serve(1, DEADLINE * 2);
  clock.at = DEADLINE * 2 - 1;
  one.socket.write("+");
  await until(() => service.received === "hello+", "the byte after the first deadline");
  clock.at = DEADLINE * 2;
  one.socket.write("late");
  await until(() => one.closed, "the end at the second deadline");
  expect(service.received).toBe("hello+");
});

test("another epoch closes the connections of the one before", async () => {
  serve(1);
  const old = await served();
  serve(2);
  await until(() => old.closed, "the end of the old connection");
  const next = await served("new");
  expect(next.closed).toBe(false);
});

test("leaving serve closes every connection at once", async () => {
  serve();
  const one = await served();
  gate.order({ mode: "refuse" });
  await until(() => one.closed && lastOf(service.sockets).destroyed, "the end on both sides");
  expect(troubles).toEqual([]);
});

test("an order whose deadline has passed closes every connection", async () => {
  serve();
  const one = await served();
  clock.at = DEADLINE;
  serve();
  await until(() => one.closed, "the end");
  expect(gate.counts.closed).toBe(1);
});

test("a client that had to wait for the service past the deadline is not let in", async () => {
  serve();
  const one = client(gate.port);
  one.socket.write("early");
  // The service has taken the connection before the gate's loop turns: the gate looks at the clock again.
  service.server.once("connection", () => (clock.at = DEADLINE));
  await until(() => one.closed, "the end");
  expect(service.received).toBe("");
});

test("a half-closed connection still gets its answer", async () => {
  await service.close();
  service = await TestService.open((socket) => {
    let asked = "";
    socket.on("data", (chunk) => (asked += chunk.toString()));
    socket.on("end", () => socket.end(`${asked}!`));
  });
  gate = await openGate(service.port);
  serve();
  const one = client(gate.port);
  one.socket.end("question");
  await until(() => one.closed, "an orderly end");
  expect(one.received).toBe("question!");
  expect(troubles).toEqual([]);
  await until(() => gate.counts.open === 0, "no connection left open");
});

test("what a client sent before it closed still reaches a slow service that had nothing to say", async () => {
  await service.close();
  service = await TestService.open((socket) => socket.pause().end());
  gate = await openGate(service.port);
  serve();
  const one = client(gate.port);
  const bytes = 1024 * 1024;
  one.socket.end(Buffer.alloc(bytes, 120));
  await until(() => one.closed, "the end at the client");
  let got = 0;
  const slow = lastOf(service.sockets);
  slow.on("data", (chunk) => (got += chunk.length));
  slow.resume();
  await until(() => slow.readableEnded || slow.destroyed, "the end at the service");
  expect(got).toBe(bytes);
});

test("mode open passes bytes without a lease", async () => {
  gate.order({ mode: "open" });
  clock.at = DEADLINE * 9;
  const one = await served();
  expect(one.closed).toBe(false);
});

test("mode forward passes to the address of another gate, and its failures are no trouble of this service", async () => {
  const other = await TestService.open();
  gate.order({ mode: "forward", address: `127.0.0.1:${other.port}` });
  const one = client(gate.port);
  one.socket.write("hello");
  await until(() => other.received === "hello", "the greeting at the other gate");
  await other.close();
  await until(() => one.closed, "the end");
  const two = client(gate.port);
  await until(() => two.closed, "the refusal");
  expect(gate.counts.connectFailures).toBe(1);
  expect(troubles).toEqual([]);
  expect(service.sockets).toHaveLength(0);
});

test("two gates that forward to each other do not multiply a connection without end", async () => {
  const other = await openGate(service.port);
  gate.order({ mode: "forward", address: `127.0.0.1:${other.port}` });
  other.order({ mode: "forward", address: `127.0.0.1:${gate.port}` });
  const one = client(gate.port);
  one.socket.write("round");
  await until(() => one.closed, "the end of the loop");
  expect(gate.counts.accepted).toBeLessThanOrEqual(257);
});

test("a service that ends a connection is trouble, once for many at the same time", async () => {
  serve();
  const clients = [await served("a"), await served("b"), await served("c")];
  await service.close();
  await until(() => troubles.length > 0, "the trouble");
  await until(() => gate.counts.ended + gate.counts.resets === 3, "three ends");
  expect(troubles.length).toBeLessThanOrEqual(2);
  for (const one of clients) one.socket.destroy();
});

test("a service that resets a connection is trouble, and the client is cut off", async () => {
  serve();
  const one = await served();
  lastOf(service.sockets).resetAndDestroy();
  await until(() => one.closed, "the end");
  expect(gate.counts.resets).toBe(1);
  expect(troubles[0]).toContain("ECONNRESET");
});

test("a service that takes no connection is trouble", async () => {
  serve();
  await service.close();
  const one = client(gate.port);
  await until(() => one.closed, "the end");
  expect(gate.counts.connectFailures).toBe(1);
  expect(troubles[0]).toContain("ECONNREFUSED");
});

test("a client that leaves, in order or not, is no trouble", async () => {
  serve();
  const rude = await served();
  rude.socket.resetAndDestroy();
  await until(() => lastOf(service.sockets).destroyed, "the end at the service");
  const polite = await served("again");
  polite.socket.end();
  lastOf(service.sockets).end();
  await until(() => polite.closed && gate.counts.open === 0, "the orderly end");
  expect(troubles).toEqual([]);
});

test("a fast service does not fill the memory for a slow client, and every byte arrives", async () => {
  const total = 64 * 1024 * 1024;
  let written = 0;
  await service.close();
  service = await TestService.open((socket) => {
    const block = Buffer.alloc(1024 * 1024, 120);
    const write = (): void => {
      while (written < total) {
        written += block.length;
        if (!socket.write(block)) return;
      }
      socket.end();
    };
    socket.on("drain", write);
    write();
  });
  gate = await openGate(service.port);
  serve();
  const one = client(gate.port);
  let got = 0;
  one.socket.removeAllListeners("data");
  one.socket.once("data", (chunk) => {
    got += chunk.length;
    one.socket.pause();
  });
  // The flow stops by itself: what the kernel's buffers take has passed, the rest waits at the service.
  let before = -1;
  await until(() => {
    const still = gate.counts.bytesOut === before && before > 0;
    before = gate.counts.bytesOut;
    return still && lastOf(service.sockets).writableLength > 0;
  }, "the flow standing still");
  expect(gate.counts.bytesOut).toBeLessThan(total / 2);
  one.socket.on("data", (chunk) => (got += chunk.length));
  one.socket.resume();
  await until(() => got === total, "every byte");
});

test("a port in use is said with its number", async () => {
  const squatter = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => squatter.once("listening", resolve));
  const address = squatter.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  const failure = await openGate(service.port, port).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(PhiError);
  expect((failure as PhiError).code).toBe("PORT_TAKEN");
  squatter.close();
});
