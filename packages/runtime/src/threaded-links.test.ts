import { type WireMessage, after, incarnation, nodeId } from "@phidelity/core";
import { afterEach, expect, test } from "vitest";
import { WebSocketServer } from "ws";
import { monotonicClock } from "./clock.ts";
import { Listener, type Socket } from "./listener.ts";
import { createLog } from "./log.ts";
import { ThreadedLinks } from "./threaded-links.ts";

const clock = monotonicClock();
const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).toReversed()) await end();
});

const pulse = (slot: number): WireMessage => {
  return { type: "pulse", node: nodeId("a"), incarnation: incarnation(1), slot, loopSilentMs: 0 };
};
const leave: WireMessage = { type: "leave", node: nodeId("a"), incarnation: incarnation(2) };

/** Long enough for a thread to have its turn on a machine that is busy. */
const BUSY_MS = 500;

/** Keeps this thread's loop busy: the fault that is tested, as garbage collection would be. */
function beBusy(): void {
  const end = after(clock.now(), BUSY_MS);
  while (clock.now() < end);
}

/** The other end: what it heard, and what it says. */
interface Server {
  readonly url: string;
  readonly heard: string[];
  readonly say: (message: WireMessage) => void;
}

async function serve(): Promise<Server> {
  const heard: string[] = [];
  let socket: Socket | undefined;
  const listener = await Listener.open({
    host: "127.0.0.1",
    port: 0,
    clock,
    log: createLog({ name: "test", level: "silent" }),
    http: (_request, response) => response.writeHead(404).end(),
    sockets: {
      "/v1/node": {
        authorize: () => undefined,
        onOpen: (opened) => (socket = opened),
        onMessage: (_socket, message) =>
          heard.push(message.type === "pulse" ? `pulse ${message.slot}` : message.type),
        onClosed: () => {},
      },
    },
  });
  endings.push(async () => listener.close());
  const url = `ws://127.0.0.1:${listener.port}/v1/node`;
  return { url, heard, say: (message) => socket?.send(message) };
}

/** A thread with one link, and what it told. */
interface Watched {
  readonly links: ThreadedLinks;
  readonly told: string[];
  readonly until: (what: string) => Promise<void>;
}

function linksTo(url: string): Watched {
  const told: string[] = [];
  const waiting = new Map<string, () => void>();
  const tell = (text: string): void => {
    told.push(text);
    waiting.get(text.split(":")[0] ?? "")?.();
  };
  const links = new ThreadedLinks(
    { clock, connectTimeoutMs: 5_000 },
    {
      onOpen: () => tell("opened"),
      onMessage: (_link, message) => tell(message.type),
      onClosed: (_link, reason) => tell(`closed: ${reason}`),
    },
  );
  endings.push(async () => links.stop());
  links.open(1, url);
  const until = async (what: string): Promise<void> =>
    new Promise((resolve) => {
      if (told.some((text) => text.startsWith(what))) resolve();
      else waiting.set(what, resolve);
    });
  return { links, told, until };
}

test("what is planned leaves on time while the main loop does nothing, and what comes meanwhile is there at once", async () => {
  const { heard, url, say } = await serve();
  const { links, told, until } = linksTo(url);
  await until("opened");
  // The server runs in this thread too: it speaks first, and what it hears while it is blocked waits in its socket.
  say(leave);
  await new Promise((resolve) => setImmediate(resolve));
  const start = clock.now();
  const kept = false;
  links.plan(1, [
    { at: after(start, 20), message: leave, kept: true },
    { at: after(start, 40), message: pulse(1), kept },
    { at: after(start, 60), message: pulse(2), kept },
    { at: after(start, 60_000), message: pulse(3), kept },
  ]);
  beBusy();
  links.drain();
  expect(told).toEqual(["opened", "leave"]);
  links.close(1, "test over");
  await until("closed");
  // A thread that had no processor for 20 ms says the newest pulse alone.
  expect(heard.filter((what) => what !== "pulse 1")).toEqual(["leave", "pulse 2"]);
});

test("a newer plan takes the place of an older one, and nothing overtakes what is kept", async () => {
  const { heard, url } = await serve();
  const { links, until } = linksTo(url);
  await until("opened");
  const later = after(clock.now(), 60_000);
  links.plan(1, [
    { at: later, message: leave, kept: true },
    { at: later, message: pulse(1), kept: false },
  ]);
  links.send(1, pulse(2));
  links.plan(1, [{ at: later, message: pulse(3), kept: false }]);
  links.plan(1, [{ at: clock.now(), message: pulse(4), kept: false }]);
  links.close(1, "test over");
  await until("closed");
  expect(heard).toEqual(["leave", "pulse 2", "pulse 4"]);
});

test("a link that cannot be opened, or whose peer speaks nonsense, ends with the reason in words", async () => {
  const refused = linksTo("ws://127.0.0.1:1");
  await refused.until("closed");
  expect(refused.told[0]).toContain("closed: connect ECONNREFUSED");
  const server = new WebSocketServer({ host: "127.0.0.1", port: 0 });
  endings.push(() => server.close());
  server.on("connection", (socket) => socket.send("no frame of ours"));
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  const nonsense = linksTo(`ws://127.0.0.1:${typeof address === "object" ? address?.port : ""}`);
  await nonsense.until("closed");
  expect(nonsense.told.at(-1)).toContain("closed: FRAME_MALFORMED");
});
