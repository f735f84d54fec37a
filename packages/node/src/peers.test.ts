import { afterEach, beforeEach, expect, test } from "vitest";
import {
  type AgentEvent,
  type NodeId,
  type PeerBeat,
  type PhiError,
  type WireMessage,
  groupId,
  incarnation,
  nodeId,
  term,
} from "@phidelity/core";
import { FRAME_BYTES_MAX, Link, Listener, createLog, monotonicClock } from "@phidelity/runtime";
import { freePort, until } from "./loopback-fixture.ts";
import { Peers } from "./peers.ts";

const [one, two] = [nodeId("one"), nodeId("two")];

/** A node's connections without its machine: what would be dispatched is kept, in words. */
interface Side {
  readonly peers: Peers;
  readonly listener: Listener;
  readonly news: string[];
  readonly received: WireMessage[];
  readonly listen: string;
  open: number;
}

const sides: Side[] = [];
const strangers: { end(): void }[] = [];
let a: Side;
let b: Side;

function wordsOf(event: AgentEvent): string {
  if (event.type === "peerReceived") return `${event.message.type} from ${event.peer}`;
  return "peer" in event ? `${event.type} ${event.peer}` : event.type;
}

async function side(self: NodeId, token: string | undefined = "secret"): Promise<Side> {
  const [clock, log] = [monotonicClock(), createLog({ name: "test", level: "silent" })];
  const news: string[] = [];
  const received: WireMessage[] = [];
  const dispatch = (event: AgentEvent): void => {
    news.push(wordsOf(event));
    if (event.type === "peerReceived") received.push(event.message);
  };
  const onCount = (open: number): void => void (made.open = open);
  const peers = new Peers({ self, clock, log, token, secure: false, dispatch, onCount });
  const http = (): void => {};
  const listener = await Listener.open({
    host: "127.0.0.1",
    port: 0,
    clock,
    log,
    http,
    sockets: { "/v1/peer": peers },
  });
  const listen = `127.0.0.1:${listener.port}`;
  const made: Side = { peers, listener, news, received, listen, open: 0 };
  sides.push(made);
  return made;
}

beforeEach(async () => {
  a = await side(one);
  b = await side(two);
});

afterEach(async () => {
  for (const stranger of strangers.splice(0)) stranger.end();
  for (const { peers, listener } of sides.splice(0)) {
    peers.close();
    await listener.close();
  }
});

const beat = (node: NodeId, sequence = 1): PeerBeat => ({
  type: "peerBeat",
  node,
  incarnation: incarnation(1),
  sequence,
  hearsCoordinator: true,
  claims: [],
});

/** A peer that says what it likes, as long as it is a message. */
interface Guest {
  readonly link: Link;
  readonly ended: Promise<PhiError>;
}

async function guest(to: Side, first?: WireMessage, token = "secret"): Promise<Guest> {
  const { promise: ended, resolve } = Promise.withResolvers<PhiError>();
  const opened = Promise.withResolvers<void>();
  const credentials = token === "" ? {} : { token };
  const link = new Link(
    `ws://${to.listen}/v1/peer`,
    { clock: monotonicClock(), connectTimeoutMs: 5_000, ...credentials },
    {
      onOpen: () => opened.resolve(),
      onMessage: () => {},
      onClosed: (reason) => {
        resolve(reason);
        opened.resolve();
      },
    },
  );
  strangers.push({ end: () => link.close("the test is over") });
  await opened.promise;
  if (first !== undefined) link.send(first);
  return { link, ended };
}

/** The first beat of a peer named "other", as the bytes of one frame. */
const OTHERS_BEAT = Uint8Array.from([
  0x5a, 0x0b, 0x0a, 0x05, 0x6f, 0x74, 0x68, 0x65, 0x72, 0x10, 0x01, 0x18, 0x01,
]);

/** A peer that sends any bytes at all, once it has been named. */
async function babbler(to: Side): Promise<{ send(bytes: Uint8Array | string): void; ended: Promise<void> }> {
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  const socket = new WebSocket(`ws://${to.listen}/v1/peer`, { headers: { authorization: "Bearer secret" } });
  strangers.push({ end: () => socket.close() });
  socket.addEventListener("close", () => resolve());
  await new Promise((done) => socket.addEventListener("open", done));
  socket.send(OTHERS_BEAT);
  return { ended, send: (bytes) => socket.send(bytes) };
}

async function pair(): Promise<void> {
  a.peers.connect(two, b.listen);
  await until(() => a.news.includes("peerOpened two"), "the connection");
  a.peers.send(two, beat(one));
  await until(() => b.news.length === 2, "the first beat");
}

test("an accepted connection is named by its first beat, which follows the news that it is open", async () => {
  await pair();
  expect(b.news).toEqual(["peerOpened one", "peerBeat from one"]);
  b.peers.send(one, beat(two));
  await until(() => a.news.length === 2, "the answer");
  expect(a.news).toEqual(["peerOpened two", "peerBeat from two"]);
  expect([a.open, b.open]).toEqual([1, 1]);
});

test("promises and carried messages arrive as they were sent, in both directions", async () => {
  await pair();
  const ack = {
    type: "relay",
    node: one,
    message: {
      type: "ack",
      term: term(3),
      incarnation: incarnation(1),
      sequence: 9,
      reportVersion: 1,
      leases: [],
    },
  } as const;
  const promise = {
    type: "peerPromise",
    node: two,
    incarnation: incarnation(1),
    sequence: 1,
    groups: [{ group: groupId("db"), epoch: 4 as never }],
  } as const;
  b.peers.send(one, promise);
  b.peers.send(one, ack);
  await until(() => a.received.length === 2, "both");
  expect(a.received).toEqual([promise, ack]);
});

test("both sides hear of the end, once", async () => {
  await pair();
  await b.listener.close();
  await until(() => a.news.length === 2 && b.news.length === 3, "the end");
  expect(a.news.at(-1)).toBe("peerClosed two");
  expect(b.news.at(-1)).toBe("peerClosed one");
  expect([a.open, b.open]).toEqual([0, 0]);
});

test("nobody listens there: closed, and nothing else", async () => {
  a.peers.connect(two, `127.0.0.1:${await freePort()}`);
  await until(() => a.news.length > 0, "the failure");
  expect(a.news).toEqual(["peerClosed two"]);
});

test("a newer connection takes the place of the older one, whose end is no news", async () => {
  const older = await guest(b, beat(one));
  await until(() => b.news.length === 2, "the first");
  const newer = await guest(b, beat(one));
  await older.ended;
  newer.link.send(beat(one, 2));
  await until(() => b.news.length === 5, "the second");
  const both = ["peerOpened one", "peerBeat from one"];
  expect(b.news).toEqual([...both, ...both, "peerBeat from one"]);
  expect(b.open).toBe(1);
  newer.link.close("done");
  await until(() => b.news.length === 6, "the end");
  expect(b.news.at(-1)).toBe("peerClosed one");
});

test("an attempt that fails is no news while the peer's own connection is open", async () => {
  const theirs = await guest(b, beat(one));
  await until(() => b.news.length === 2, "theirs");
  b.peers.connect(one, `127.0.0.1:${await freePort()}`);
  theirs.link.send(beat(one, 2));
  await until(() => b.news.length === 3, "the next beat");
  theirs.link.close("done");
  await until(() => b.news.length === 4, "the end");
  expect(b.news).toEqual(["peerOpened one", "peerBeat from one", "peerBeat from one", "peerClosed one"]);
});

test("nothing is told of a connection that the machine ended itself", async () => {
  await pair();
  a.peers.disconnect(two);
  await until(() => b.news.length === 3, "the other side's news");
  expect(b.news.at(-1)).toBe("peerClosed one");
  expect(a.news).toEqual(["peerOpened two"]);
});

test("without the node token nobody is let in, nor with another", async () => {
  for (const token of ["", "guess", "secret2"]) {
    const { ended } = await guest(b, undefined, token);
    expect(await ended).toMatchObject({ code: "LINK_REFUSED", facts: { status: 401 } });
  }
  expect(b.news).toEqual([]);
});

test("the machine hears of a refused token as of any connection that fails", async () => {
  const c = await side(nodeId("three"), "other");
  c.peers.connect(two, b.listen);
  await until(() => c.news.length > 0, "the refusal");
  expect(c.news).toEqual(["peerClosed two"]);
});

const unreadable: readonly (readonly [string, Uint8Array | string])[] = [
  ["random bytes", Uint8Array.from([255, 254, 1, 2, 3, 4, 5, 6, 7])],
  ["a text", "hello"],
  ["a frame over the limit", new Uint8Array(FRAME_BYTES_MAX + 1)],
];

const misplaced: readonly (readonly [string, WireMessage])[] = [
  ["what only a coordinator says", { type: "probe", probe: 1, subject: two }],
  ["a beat in another's name", beat(nodeId("three"))],
];

/** The peer named "other" has misbehaved: what b hears from then on, with a beat of the pair at the end. */
async function newsAfter(ended: Promise<unknown>): Promise<readonly string[]> {
  await ended;
  await until(() => b.news.length === 5, "its end");
  a.peers.send(two, beat(one, 2));
  await until(() => b.news.length === 6, "the next beat");
  return b.news.slice(4);
}

const ALONE = ["peerClosed other", "peerBeat from one"];

for (const [what, bytes] of unreadable) {
  test(`${what}: that connection alone ends`, async () => {
    await pair();
    const other = await babbler(b);
    await until(() => b.news.length === 4, "the other");
    other.send(bytes);
    expect(await newsAfter(other.ended)).toEqual(ALONE);
    expect(a.news).toEqual(["peerOpened two"]);
  });
}

for (const [what, message] of misplaced) {
  test(`${what}: that connection alone ends, too`, async () => {
    await pair();
    const other = await guest(b, beat(nodeId("other")));
    await until(() => b.news.length === 4, "the other");
    other.link.send(message);
    expect(await newsAfter(other.ended)).toEqual(ALONE);
    expect(a.news).toEqual(["peerOpened two"]);
  });
}

test("who does not say first who he is, or says that he is this node, is shown out unnamed", async () => {
  for (const first of [beat(two), { type: "probe", probe: 1, subject: two } as const]) {
    const { ended } = await guest(b, first);
    expect(await ended).toMatchObject({ facts: { wsCode: 1008 } });
  }
  expect(b.news).toEqual([]);
});

test("a peer at the address of another ends the connection", async () => {
  a.peers.connect(nodeId("three"), b.listen);
  await until(() => a.news.length === 1, "the connection");
  a.peers.send(nodeId("three"), beat(one));
  await until(() => b.news.length === 2, "the first beat");
  b.peers.send(one, beat(two));
  await until(() => a.news.length === 2, "the end");
  expect(a.news).toEqual(["peerOpened three", "peerClosed three"]);
});
