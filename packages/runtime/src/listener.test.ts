import { type Socket as NetSocket, connect } from "node:net";
import { type WireMessage, incarnation, nodeId, term } from "@phidelity/core";
import { decode, encode } from "@phidelity/proto";
import { pino } from "pino";
import { afterEach, expect, test } from "vitest";
import { WebSocket } from "ws";
import { monotonicClock } from "./clock.ts";
import { Listener, type Socket, type SocketRoute } from "./listener.ts";
import { broadcast } from "./server-socket.ts";

const leave: WireMessage = { type: "leave", node: nodeId("a"), incarnation: incarnation(2) };

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).toReversed()) await end();
});

/** An open listener, what its node path saw, and the warnings that it wrote. */
interface Stage {
  readonly listener: Listener;
  readonly url: string;
  readonly heard: WireMessage[];
  readonly sockets: Socket[];
  readonly closed: number[];
  readonly warnings: { msg: string; reason?: string }[];
}

async function stage(route: Partial<SocketRoute> = {}): Promise<Stage> {
  const heard: WireMessage[] = [];
  const sockets: Socket[] = [];
  const closed: number[] = [];
  const warnings: { msg: string; reason?: string }[] = [];
  const log = pino({ level: "warn" }, { write: (line: string) => warnings.push(JSON.parse(line)) });
  const listener = await Listener.open({
    host: "127.0.0.1",
    port: 0,
    clock: monotonicClock(),
    log,
    http: (request, response) => response.end(`answer to ${request.url}`),
    sockets: {
      "/v1/node": {
        authorize: () => undefined,
        onOpen: (socket) => sockets.push(socket),
        onMessage: (_socket, message) => heard.push(message),
        onClosed: (socket) => closed.push(socket.id),
        ...route,
      },
    },
  });
  endings.push(() => listener.close());
  return { listener, url: `ws://127.0.0.1:${listener.port}/v1/node`, heard, sockets, closed, warnings };
}

async function webSocket(url: string): Promise<WebSocket> {
  const socket = new WebSocket(url);
  endings.push(() => socket.terminate());
  await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
  return socket;
}

function closeOf(socket: WebSocket): Promise<{ code: number; reason: string }> {
  return new Promise((resolve) =>
    socket.once("close", (code, reason) => resolve({ code, reason: reason.toString() })),
  );
}

/** Sends raw bytes, and gives what came back when the server has closed. */
function talk(port: number, bytes: string | Buffer): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  let answer = "";
  const socket: NetSocket = connect(port, "127.0.0.1", () => socket.write(bytes));
  endings.push(() => socket.destroy());
  socket.on("data", (chunk) => (answer += chunk.toString("latin1")));
  socket.on("error", () => resolve(answer));
  socket.on("close", () => resolve(answer));
  return promise;
}

/** Waits for something that another process of the same machine brings about. */
async function until(holds: () => boolean): Promise<void> {
  const deadline = performance.now() + 5_000;
  while (!holds()) {
    if (performance.now() > deadline) throw new Error("did not come to hold within 5 s");
    await new Promise((resolve) => setImmediate(resolve));
  }
}

test("HTTP and WebSockets share the port", async () => {
  const { listener, url, heard } = await stage();
  const answer = await fetch(`http://127.0.0.1:${listener.port}/v1/members`);
  expect(await answer.text()).toBe("answer to /v1/members");
  const socket = await webSocket(url);
  socket.send(encode(leave));
  await until(() => heard.length === 1);
  expect(heard).toEqual([leave]);
});

test("a port that is taken is said so", async () => {
  const { listener } = await stage();
  const again = Listener.open({
    host: "127.0.0.1",
    port: listener.port,
    clock: monotonicClock(),
    log: pino({ level: "silent" }),
    http: () => {},
    sockets: {},
  });
  await expect(again).rejects.toMatchObject({
    code: "PORT_TAKEN",
    facts: { host: "127.0.0.1", port: listener.port },
  });
});

test("an address that is not ours is a failed listener", async () => {
  const opening = Listener.open({
    host: "192.0.2.1",
    port: 0,
    clock: monotonicClock(),
    log: pino({ level: "silent" }),
    http: () => {},
    sockets: {},
  });
  await expect(opening).rejects.toMatchObject({ code: "LISTEN_FAILED" });
});

test("who is not let in gets the reason as plain text, and never a socket", async () => {
  const { url, sockets } = await stage({ authorize: () => ({ status: 403, reason: "not on the list" }) });
  const socket = new WebSocket(url);
  const [status, body] = await new Promise<[number | undefined, string]>((resolve) => {
    socket.on("unexpected-response", (_request, response) => {
      response.on("data", (chunk: Buffer) => resolve([response.statusCode, chunk.toString()]));
    });
  });
  expect([status, body]).toEqual([403, "not on the list\n"]);
  expect(sockets).toEqual([]);
});

test("an upgrade of an unknown path is answered 404", async () => {
  const { listener } = await stage();
  for (const path of ["/v1/other", "//", "/constructor", "/%"]) {
    const request = `GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`;
    expect(await talk(listener.port, request)).toMatch(/^HTTP\/1\.1 404 /);
  }
});

test("bytes that are no HTTP harm only their own connection", async () => {
  const { listener, url, warnings } = await stage();
  const good = await webSocket(url);
  expect(await talk(listener.port, Buffer.from([0x16, 0x03, 0x01, 0, 1, 2, 3, 13, 10, 13, 10]))).toMatch(
    / 400 /,
  );
  expect(await talk(listener.port, `GET / HTTP/1.1\r\nX: ${"x".repeat(20_000)}\r\n\r\n`)).toMatch(/ 400 /);
  expect(good.readyState).toBe(WebSocket.OPEN);
  expect(warnings.map(({ msg }) => msg)).toEqual(["request not readable", "request not readable"]);
});

test("a frame that cannot be read closes its socket with 4002 and one warning, and no other", async () => {
  const { url, heard, closed, warnings } = await stage();
  const good = await webSocket(url);
  const bad = await webSocket(url);
  bad.send(Buffer.from([255, 255, 255]));
  bad.send(Buffer.from([255, 255, 255]));
  bad.send(encode(leave));
  expect(await closeOf(bad)).toEqual({ code: 4002, reason: "FRAME_MALFORMED" });
  good.send(encode(leave));
  await until(() => heard.length === 1 && closed.length === 1);
  expect(warnings.map(({ msg }) => msg)).toEqual(["frame not readable"]);
});

test("a frame of 100 MB is refused by its header with 1009, and no memory is spent on it", async () => {
  const { url, heard, warnings } = await stage();
  const good = await webSocket(url);
  const bad = await webSocket(url);
  const before = process.memoryUsage().arrayBuffers;
  const closed = closeOf(bad);
  const header = Buffer.alloc(14);
  header.set([0x82, 0xff]);
  header.writeBigUInt64BE(100_000_000n, 2);
  const raw = (bad as unknown as { _socket: NetSocket })["_socket"];
  raw.write(Buffer.concat([header, Buffer.alloc(1_000_000)]));
  expect((await closed).code).toBe(1009);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
  good.send(encode(leave));
  await until(() => heard.length === 1);
  expect(warnings.map(({ reason }) => reason)).toEqual(["Max payload size exceeded"]);
});

test("a flood of strangers does not flood the log", async () => {
  const { listener, warnings } = await stage();
  for (let round = 0; round < 30; round += 1) await talk(listener.port, "nonsense\r\n\r\n");
  expect(warnings).toHaveLength(20);
});

test("a client that sends its headers too slowly is dropped", async () => {
  const { listener } = await stage();
  expect(await talk(listener.port, "GET / HTTP/1.1\r\nHost:")).toMatch(/^(HTTP\/1\.1 40[08] |$)/);
}, 15_000);

test("socket numbers are not used twice, and each close is told once", async () => {
  const { url, sockets, closed } = await stage();
  for (let round = 0; round < 3; round += 1) {
    const socket = await webSocket(url);
    socket.close();
    await closeOf(socket);
  }
  await until(() => closed.length === 3);
  expect(sockets.map(({ id }) => id)).toEqual([1, 2, 3]);
  expect(closed).toEqual([1, 2, 3]);
});

test("messages sent in one turn arrive in order, and a slow reader is seen by what waits for it", async () => {
  const { url, sockets } = await stage();
  const slow = await webSocket(url);
  await until(() => sockets.length === 1);
  slow.pause();
  const [socket] = sockets;
  const text = "x".repeat(2_000);
  for (let step = 0; step < 8_000; step += 1) {
    socket?.send({ type: "progress", request: String(step), afterMs: 0, text });
    if (step % 500 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  expect(socket?.bufferedBytes).toBeGreaterThan(1_000_000);
});

test("one message goes to many sockets, and a closed one among them does no harm", async () => {
  const { url, sockets } = await stage();
  const readers = [await webSocket(url), await webSocket(url), await webSocket(url)];
  await until(() => sockets.length === 3);
  const frames = readers.map((reader) => new Promise((resolve) => reader.once("message", resolve)));
  sockets[1]?.close(1000, "enough");
  broadcast(sockets, leave);
  expect(decode((await frames[0]) as Buffer)).toEqual(leave);
  expect(decode((await frames[2]) as Buffer)).toEqual(leave);
});

test("a message that fits no frame is left out with a warning, and its socket lives on", async () => {
  const { url, sockets, warnings } = await stage();
  const reader = await webSocket(url);
  await until(() => sockets.length === 1);
  const peers = Array.from({ length: 5_000 }, () => ({
    node: nodeId("n".repeat(60)),
    listen: "l".repeat(60),
  }));
  const frame = new Promise((resolve) => reader.once("message", resolve));
  sockets[0]?.send({ type: "view", term: term(1), version: 1, groups: [], peers });
  sockets[0]?.send(leave);
  expect(decode((await frame) as Buffer)).toEqual(leave);
  expect(warnings.map(({ msg }) => msg)).toEqual(["message not sent"]);
});

test("closing says goodbye to open sockets and ends", async () => {
  const { listener, url } = await stage();
  const socket = await webSocket(url);
  const closed = closeOf(socket);
  await listener.close();
  expect(await closed).toEqual({ code: 1001, reason: "shutting down" });
});

test("closing does not wait for a client that never ends", async () => {
  const { listener, url } = await stage();
  const deaf = await webSocket(url);
  deaf.pause();
  const before = performance.now();
  await listener.close();
  expect(performance.now() - before).toBeLessThan(3_000);
});
