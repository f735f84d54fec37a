import { type Server, createServer } from "node:http";
import { type AddressInfo, type Server as NetServer, createServer as createNetServer } from "node:net";
import { PhiError, type WireMessage, epoch, groupId, incarnation, nodeId, term } from "@phidelity/core";
import { afterEach, expect, test } from "vitest";
import { WebSocketServer } from "ws";
import { monotonicClock } from "./clock.ts";
import { Link } from "./link.ts";
import { Listener, type Socket, type SocketRoute } from "./listener.ts";
import { createLog } from "./log.ts";

const ack: WireMessage = {
  type: "ack",
  term: term(3),
  incarnation: incarnation(2),
  sequence: 9,
  reportVersion: 1,
  leases: [{ group: groupId("db"), epoch: epoch(7), durationMs: 2_000 }],
};
const leave: WireMessage = { type: "leave", node: nodeId("a"), incarnation: incarnation(2) };

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).toReversed()) await end();
});

/** What a link told its handlers, as promises of the first of each. */
interface Watched {
  readonly link: Link;
  readonly opened: Promise<void>;
  readonly received: Promise<{ message: WireMessage; at: number }>;
  readonly closed: Promise<PhiError>;
  readonly closings: PhiError[];
}

function open(url: string, options: { token?: string; connectTimeoutMs?: number } = {}): Watched {
  const opened = Promise.withResolvers<void>();
  const received = Promise.withResolvers<{ message: WireMessage; at: number }>();
  const closed = Promise.withResolvers<PhiError>();
  const closings: PhiError[] = [];
  const link = new Link(
    url,
    { clock: monotonicClock(), connectTimeoutMs: 2_000, ...options },
    {
      onOpen: opened.resolve,
      onMessage: (message, at) => received.resolve({ message, at }),
      onClosed: (reason) => {
        closings.push(reason);
        closed.resolve(reason);
      },
    },
  );
  endings.push(() => link.close("test over"));
  return { link, opened: opened.promise, received: received.promise, closed: closed.promise, closings };
}

async function listen(route: Partial<SocketRoute>): Promise<string> {
  const full: SocketRoute = {
    authorize: () => undefined,
    onOpen: () => {},
    onMessage: () => {},
    onClosed: () => {},
    ...route,
  };
  const listener = await Listener.open({
    host: "127.0.0.1",
    port: 0,
    clock: monotonicClock(),
    log: createLog({ name: "test", level: "silent" }),
    http: (_request, response) => response.end(),
    sockets: { "/v1/node": full },
  });
  endings.push(() => listener.close());
  return `ws://127.0.0.1:${listener.port}/v1/node`;
}

/** A bare server on a free port, for peers that do what ours never do. */
async function serve(server: Server | NetServer): Promise<string> {
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  endings.push(() => server.close());
  return `ws://127.0.0.1:${(server.address() as AddressInfo).port}/v1/node`;
}

/** The same, with a WebSocket that sends what it is told to. */
async function serveFrames(frame: Buffer | string): Promise<string> {
  const server = createServer();
  const sockets = new WebSocketServer({ server });
  sockets.on("connection", (socket) => socket.send(frame));
  endings.push(() => sockets.clients.forEach((socket) => socket.terminate()));
  return serve(server);
}

test("messages cross both ways, and each is stamped at its arrival", async () => {
  const heard = Promise.withResolvers<WireMessage>();
  const url = await listen({
    onOpen: (socket) => socket.send(ack),
    onMessage: (_socket, message) => heard.resolve(message),
  });
  const before = performance.now();
  const { link, opened, received } = open(url);
  await opened;
  link.send(leave);
  expect(await heard.promise).toEqual(leave);
  const { message, at } = await received;
  expect(message).toEqual(ack);
  expect(at).toBeGreaterThan(before);
  expect(at).toBeLessThanOrEqual(performance.now());
});

test("the token travels with the upgrade", async () => {
  const seen = Promise.withResolvers<string | undefined>();
  const url = await listen({
    authorize: (request) => {
      seen.resolve(request.headers.authorization);
      return undefined;
    },
  });
  open(url, { token: "hush" });
  expect(await seen.promise).toBe("Bearer hush");
});

test("a refusal comes with its status and the reason of its body", async () => {
  const url = await listen({ authorize: () => ({ status: 401, reason: "this token is not known" }) });
  const failure = await open(url).closed;
  expect(failure.code).toBe("LINK_REFUSED");
  expect(failure.facts).toEqual({ peer: url, status: 401, reason: "this token is not known" });
});

test("a port where nobody listens is a failed link", async () => {
  const server = createNetServer();
  const url = await serve(server);
  await new Promise((resolve) => void server.close(resolve));
  const failure = await open(url).closed;
  expect(failure.code).toBe("LINK_FAILED");
  expect(failure.message).toContain("ECONNREFUSED");
});

test("a peer that accepts and says nothing is given up after the connect timeout", async () => {
  const server = createNetServer((socket) => endings.push(() => socket.destroy()));
  const url = await serve(server);
  const failure = await open(url, { connectTimeoutMs: 50 }).closed;
  expect(failure.message).toContain("no connection within 50 ms");
});

test("a URL that makes no sense is a failed link, not an exception", async () => {
  const failure = await open("nonsense").closed;
  expect(failure.code).toBe("LINK_FAILED");
});

test("the peer's close comes with its code and reason, once", async () => {
  const url = await listen({ onOpen: (socket: Socket) => socket.close(4001, "come back later") });
  const { closed, closings, link } = open(url);
  const failure = await closed;
  expect(failure.facts).toEqual({ peer: url, wsCode: 4001, reason: "come back later" });
  link.close("again");
  link.send(leave);
  await new Promise((resolve) => setImmediate(resolve));
  expect(closings).toHaveLength(1);
});

test("our own close reaches the peer and ends the link once", async () => {
  const gone = Promise.withResolvers<void>();
  const url = await listen({ onClosed: () => gone.resolve() });
  const { link, opened, closed, closings } = open(url);
  await opened;
  link.close("stopping ".repeat(40));
  await gone.promise;
  expect((await closed).code).toBe("LINK_CLOSED");
  expect(closings).toHaveLength(1);
});

test.each([
  ["random bytes", Buffer.from("\u0007\u00ff not protobuf"), "FRAME_MALFORMED"],
  ["a text frame", "hello", "FRAME_MALFORMED"],
  ["a frame over the limit", Buffer.alloc(300_000), "LINK_FAILED"],
])("%s from the peer ends the link with the reason", async (_what, frame, code) => {
  const url = await serveFrames(frame);
  const failure = await open(url).closed;
  expect(failure).toBeInstanceOf(PhiError);
  expect(failure.code).toBe(code);
});

test("a message that fits no frame ends the link instead of the program", async () => {
  const url = await listen({});
  const { link, opened, closed } = open(url);
  await opened;
  const peers = Array.from({ length: 5_000 }, () => ({
    node: nodeId("n".repeat(60)),
    listen: "l".repeat(60),
  }));
  link.send({ type: "view", term: term(1), version: 1, groups: [], peers });
  expect((await closed).code).toBe("FRAME_TOO_LARGE");
});
