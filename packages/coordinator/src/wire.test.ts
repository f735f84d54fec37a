/** What comes on the coordinator's sockets, from nodes, watchers and strangers, to a real process. */
import { type Socket as NetSocket, connect } from "node:net";
import { request as httpRequest } from "node:http";
import { type WireMessage, groupId, incarnation, nodeId } from "@phidelity/core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Bench, type Daemon, FakeNode, Peer, hello, until } from "./daemon.testing.ts";

const AUTH = "auth: { tokens: { node: node-token, operator: operator-token, reader: reader-token } }\n";

let bench: Bench;
let daemon: Daemon;
let node: FakeNode;
beforeAll(async () => {
  bench = new Bench();
  bench.configure(`profile: fast\ngroups: { db: {} }\n${AUTH}`);
  daemon = await bench.start();
  node = new FakeNode(daemon, "db-1", "node-token");
  await until("an active", async () => (await get("/v1/groups/db/active", "reader-token")).status === 200);
}, 30_000);
afterAll(async () => {
  node.end();
  await bench.close();
});

const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });
const get = (path: string, token: string): ReturnType<Daemon["get"]> => daemon.get(path, bearer(token));

/** Opens a node's connection and says what is given. */
async function speak(...messages: readonly WireMessage[]): Promise<Peer> {
  const peer = new Peer(daemon.url("/v1/node"), "node-token");
  await peer.opened;
  for (const message of messages) peer.link.send(message);
  return peer;
}

async function watcher(token: string): Promise<Peer> {
  const peer = new Peer(daemon.url("/v1/watch"), token);
  await peer.opened;
  return peer;
}

/** The active's heartbeats are still answered, at its first epoch. */
async function undisturbed(): Promise<void> {
  const before = node.heard.length;
  const ack = await until("an ack", () => node.heard.slice(before).find(({ type }) => type === "ack"));
  expect(ack).toMatchObject({ leases: [{ group: "db", epoch: 1 }] });
}

/** `Envelope { watch { events: true } }` as one frame, masked with zeros. */
const WATCH_EVENTS_FRAME = Buffer.from([0x82, 0x85, 0, 0, 0, 0, 0x82, 0x01, 0x02, 0x10, 0x01]);

const leave: WireMessage = { type: "leave", node: nodeId("db-9"), incarnation: incarnation(1) };

test("a node without the node's token is refused with the reason", async () => {
  for (const [token, status] of [
    [undefined, 401],
    ["wrong", 401],
    ["reader-token", 403],
    ["operator-token", 403],
  ] as const) {
    const failure = await new Peer(daemon.url("/v1/node"), token).closed;
    expect(failure.facts).toMatchObject({ status, reason: expect.stringContaining("token") });
  }
});

test("what is said before hello, twice, by another name or by no node at all closes the connection", async () => {
  for (const [messages, reason] of [
    [[leave], "leave before hello"],
    [[hello("db-9"), hello("db-9")], "a second hello"],
    [[hello("db-8"), leave], "db-8 spoke as db-9"],
    [[hello("db-9"), { type: "watch", membersEveryMs: 0, events: true }], "watch is not for a node to say"],
  ] as const) {
    const failure = await (await speak(...messages)).closed;
    expect(failure.facts).toMatchObject({ wsCode: 1008, reason });
  }
});

test("a node that says nothing is not waited for", async () => {
  const failure = await (await speak()).closed;
  expect(failure.facts).toMatchObject({ wsCode: 1008, reason: "no hello within 5000 ms" });
}, 10_000);

test("a node of another protocol is refused with both ranges", async () => {
  const peer = await speak(hello("db-9", { protocolMin: 5, protocolMax: 7, software: "9.0.0" }));
  expect(await peer.hears("refused")).toMatchObject({
    code: "version",
    protocolMin: 1,
    protocolMax: 1,
    reason:
      "no common protocol version: the coordinator speaks 1 to 1 (coordinator 0.1.0), the node 5 to 7 (node 9.0.0)",
  });
  await peer.closed;
});

test("an older incarnation is refused, and told why before the connection ends", async () => {
  const first = await speak(hello("db-7", { incarnation: incarnation(5) }));
  await first.hears("welcome");
  const second = await speak(hello("db-7", { incarnation: incarnation(4) }));
  expect(await second.hears("refused")).toMatchObject({ code: "stale" });
  await second.closed;
  first.link.close("test over");
});

test("random bytes and a frame of 100 MB close their own connection, and nobody else notices", async () => {
  const upgrade = `GET /v1/node HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: Bearer node-token\r\n\r\n`;
  const header = Buffer.from([0x82, 0xff, 0, 0, 0, 0, 0x05, 0xf5, 0xe1, 0, 1, 2, 3, 4]);
  for (const bytes of [
    Buffer.from("\u0000\u0001\u0002 random \u00ff\r\n\r\n"),
    Buffer.concat([Buffer.from(upgrade), Buffer.from("\u00ff\u00fe random"), Buffer.alloc(1_000, 7)]),
    Buffer.concat([Buffer.from(upgrade), Buffer.from([0x82, 0x84, 0, 0, 0, 0, 255, 255, 255, 255])]),
    Buffer.concat([Buffer.from(upgrade), header, Buffer.alloc(1_000_000)]),
  ]) {
    const socket: NetSocket = connect(daemon.port, "127.0.0.1");
    socket.on("error", () => {});
    socket.write(bytes);
    socket.resume();
    await new Promise((resolve) => socket.once("close", resolve));
  }
  await undisturbed();
  expect(String((await get("/metrics", "reader-token")).value)).toMatch(/phi_refused_total [1-9]/);
});

test("a watcher sees the members, and each event from then on once", async () => {
  const peer = await watcher("reader-token");
  peer.link.send({ type: "watch", membersEveryMs: 100, events: true });
  const members = await peer.hears("members");
  expect(members.members.find((row) => row.node === "db-1")).toMatchObject({
    role: "active",
    epoch: 1,
    status: "alive",
  });
  await until("two snapshots", () => peer.heard.filter(({ type }) => type === "members").length >= 2);
  const joining = await speak(hello("db-5"));
  await until("the event", () =>
    peer.heard.some((one) => one.type === "event" && one.event.text === "db-5 joined"),
  );
  const sequences = peer.heard.flatMap((one) => (one.type === "event" ? [one.event.sequence] : []));
  expect(new Set(sequences).size).toBe(sequences.length);
  joining.link.close("test over");
  peer.link.close("test over");
});

test("a reader may not order, an operator may, and is told how it ended under his own number", async () => {
  const action = { action: "pause", group: groupId("db"), reason: "test" } as const;
  const reader = await watcher("reader-token");
  reader.link.send({ type: "command", request: "1", dryRun: false, action });
  expect(await reader.hears("outcome")).toMatchObject({
    request: "1",
    status: "refused",
    text: "not allowed: pause needs the operator token",
  });
  const operator = await watcher("operator-token");
  operator.link.send({ type: "command", request: "1", dryRun: true, action });
  expect(await operator.hears("outcome")).toMatchObject({ request: "1", status: "done" });
  for (const peer of [reader, operator]) peer.link.close("test over");
});

test("a watcher that does not read is dropped, and holds up nobody", async () => {
  const raw = connect(daemon.port, "127.0.0.1");
  raw.on("error", () => {});
  raw.write(
    `GET /v1/watch HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: Bearer operator-token\r\n\r\n`,
  );
  await new Promise((resolve) => raw.once("data", resolve));
  raw.pause();
  raw.write(WATCH_EVENTS_FRAME);
  const peer = await watcher("operator-token");
  const reason = "y".repeat(2_000);
  const dropped = await until("dropped", async () => {
    for (let round = 0; round < 200; round += 1) {
      peer.link.send({
        type: "command",
        request: "p",
        dryRun: false,
        action: { action: "pause", group: groupId("db"), reason },
      });
    }
    await undisturbed();
    return daemon.lines.find(({ msg }) => msg === "slow watcher dropped");
  });
  expect(dropped["bytes"]).toBeLessThan(8_000_000);
  raw.destroy();
  peer.link.send({ type: "command", request: "r", dryRun: false, action: { action: "resume" } });
  await until("resumed", () => peer.heard.some((one) => one.type === "outcome" && one.request === "r"));
  peer.link.close("test over");
}, 30_000);

test("over HTTP each right needs its token", async () => {
  expect((await daemon.get("/healthz")).status).toBe(200);
  expect((await daemon.get("/readyz")).status).toBe(200);
  expect((await daemon.get("/v1/members")).status).toBe(401);
  expect((await get("/v1/members", "node-token")).status).toBe(403);
  expect((await get("/v1/members", "reader-token")).status).toBe(200);
  expect((await get("/v1/members", "operator-token")).status).toBe(200);
  const order = await daemon.post("/v1/groups/db/resume", {}, bearer("reader-token"));
  expect(order).toEqual({
    status: 403,
    value: { reason: "not allowed with this token; it needs the operator token" },
  });
});

test("an order over HTTP is answered once it has ended, with its steps", async () => {
  const operator = bearer("operator-token");
  expect(await daemon.post("/v1/groups/db/pause", { for: "1h", reason: "disks" }, operator)).toMatchObject({
    status: 200,
    value: { outcome: { status: "done", text: expect.stringContaining("paused") }, steps: [] },
  });
  expect((await get("/v1/groups/db", "reader-token")).value).toMatchObject({ paused: { reason: "disks" } });
  expect(await daemon.post("/v1/resume", "", operator)).toMatchObject({ status: 200 });
  expect(await daemon.post("/v1/groups/db/switchover", { to: "db-77" }, operator)).toMatchObject({
    status: 409,
    value: { outcome: { status: "refused", text: expect.stringContaining("db-77") } },
  });
  expect(await daemon.post("/v1/nodes/none/drain", { force: true }, operator)).toMatchObject({ status: 409 });
});

test("a wrong order is refused with the field", async () => {
  const operator = bearer("operator-token");
  const reasonOf = async (path: string, body: unknown): Promise<unknown> => {
    const { status, value } = await daemon.post(path, body, operator);
    return [status, (value as { reason: string }).reason];
  };
  expect(await reasonOf("/v1/groups/db/failover", { too: "a" })).toEqual([
    400,
    expect.stringContaining("too: found an unknown key, allowed to"),
  ]);
  expect(await reasonOf("/v1/groups/db/failover", { nodeIsOff: "yes" })).toEqual([
    400,
    "nodeIsOff: found yes, allowed true | false",
  ]);
  expect(await reasonOf("/v1/pause", { for: "soon" })).toEqual([
    400,
    expect.stringContaining("for: found soon, allowed a duration"),
  ]);
  expect(await reasonOf("/v1/pause", "{")).toEqual([400, expect.stringContaining("no JSON")]);
  expect(await reasonOf("/v1/pause", "x".repeat(70_000))).toEqual([
    400,
    expect.stringContaining("larger than"),
  ]);
});

test("what is not there is 404, and what cannot be done there 405, both as JSON", async () => {
  expect(await get("/v1/nothing", "reader-token")).toMatchObject({
    status: 404,
    value: { reason: expect.any(String) },
  });
  expect(await get("/v1/groups/none", "reader-token")).toEqual({
    status: 404,
    value: { reason: "there is no group none (groups: db)" },
  });
  expect(await daemon.post("/v1/members", {}, bearer("operator-token"))).toEqual({
    status: 405,
    value: { reason: "POST is not possible here, only GET" },
  });
  expect((await get("/v1/groups/db/failover", "operator-token")).status).toBe(405);
});

test("events are found by what they are about", async () => {
  const { events } = (await get("/v1/events?since=1h&node=db-1&limit=5000", "reader-token")).value as {
    events: { node: string; sequence: string; at: string }[];
  };
  expect(events.length).toBeGreaterThan(0);
  expect(events.every((event) => event.node === "db-1" && /^\d+$/.test(event.sequence))).toBe(true);
  expect((await get("/v1/events?limit=0", "reader-token")).status).toBe(400);
  expect((await get("/v1/events?since=whenever", "reader-token")).status).toBe(400);
});

test("a web page of elsewhere reaches nothing, with or without a token", async () => {
  const foreign = { ...bearer("operator-token"), origin: "http://evil.example" };
  expect((await daemon.get("/v1/members", foreign)).status).toBe(403);
  const open = new Bench();
  open.configure("profile: fast\n");
  const unguarded = await open.start();
  const rebound = await new Promise<number | undefined>((resolve) => {
    const path = "/v1/members";
    const asked = httpRequest({
      host: "127.0.0.1",
      port: unguarded.port,
      path,
      headers: { host: "evil.example" },
    });
    asked.on("response", (response) => resolve(response.statusCode)).end();
  });
  expect(rebound).toBe(403);
  expect((await unguarded.get("/v1/members")).status).toBe(200);
  await open.close();
});
