import type { EventRow, MembersUpdate, PhiError } from "@phidelity/core";
import { afterEach, expect, test, vi } from "vitest";
import { laterMembers, members, newEvent } from "./samples.testing.ts";
import { StandIn } from "./stand-in.testing.ts";
import { targetsOf } from "./targets.ts";
import { Watch } from "./watch.ts";

const endings: (() => unknown)[] = [];
/** Nothing here takes long, except on a machine that is busy with something else. */
const soon = { timeout: 10_000 };
afterEach(async () => {
  for (const end of endings.splice(0).toReversed()) await end();
});

async function standIn(port?: number): Promise<StandIn> {
  const opened = await StandIn.open(port);
  endings.push(() => opened.close());
  return opened;
}

/** A watch, and what it was told. */
interface Seen {
  readonly connected: string[];
  readonly updates: MembersUpdate[];
  readonly events: EventRow[];
  readonly lost: { readonly reason: PhiError; readonly retryMs: number }[];
  readonly over: PhiError[];
}

function watch(
  urls: readonly string[],
  options: { token?: string; random?: () => number; needsFirst?: boolean } = {},
): Seen & { close(): void } {
  const seen: Seen = { connected: [], updates: [], events: [], lost: [], over: [] };
  const { token, random = () => 0, needsFirst = false } = options;
  const targets = targetsOf({ coordinators: urls, ...(token === undefined ? {} : { token }) });
  const opened = new Watch(
    targets,
    { membersEveryMs: 100, events: true, random, needsFirst },
    {
      onConnected: (url) => seen.connected.push(url),
      onMembers: (update) => seen.updates.push(update),
      onEvent: (event) => seen.events.push(event),
      onLost: (reason, retryMs) => seen.lost.push({ reason, retryMs }),
      onOver: (reason) => seen.over.push(reason),
    },
  );
  endings.push(() => opened.close());
  return { ...seen, close: () => opened.close() };
}

test("members and events come as they change", async () => {
  const { url } = await standIn();
  const seen = watch([url]);
  await vi.waitFor(() => expect(seen.updates).toEqual([members, laterMembers]), soon);
  expect(seen.events).toEqual([newEvent]);
  expect(seen.connected).toEqual([url]);
  expect(seen.lost).toEqual([]);
});

test("after a loss the next coordinator is watched, and the loss is told", async () => {
  const [one, other] = [await standIn(), await standIn()];
  const seen = watch([one.url, other.url]);
  await vi.waitFor(() => expect(seen.updates).toHaveLength(2), soon);
  one.drop();
  await vi.waitFor(() => expect(seen.updates).toHaveLength(4), soon);
  expect(seen.connected).toEqual([one.url, other.url]);
  expect(seen.lost).toHaveLength(1);
  expect(seen.lost[0]?.reason.code).toBe("LINK_CLOSED");
});

test("it goes on trying until the coordinator is back", async () => {
  const first = await standIn();
  const { port } = first;
  const seen = watch([first.url]);
  await vi.waitFor(() => expect(seen.updates).toHaveLength(2), soon);
  await first.close();
  await vi.waitFor(() => expect(seen.lost.length).toBeGreaterThan(3), soon);
  await standIn(port);
  await vi.waitFor(() => expect(seen.updates).toHaveLength(4), soon);
});

test("each failure doubles the bound of the wait, and a coordinator that speaks ends that", async () => {
  const opened = await standIn();
  // Only what is asked for is looked at; nothing is waited for that long.
  const chances = [0, 0, 0, 0.5];
  const seen = watch(["http://127.0.0.1:1", opened.url], { random: () => chances.shift() ?? 0 });
  await vi.waitFor(() => expect(seen.updates).toHaveLength(2), soon);
  opened.drop(); // To the first, which is not there, and back.
  await vi.waitFor(() => expect(seen.updates).toHaveLength(4), soon);
  opened.drop();
  await vi.waitFor(() => expect(seen.lost).toHaveLength(4), soon);
  expect(seen.lost.map(({ retryMs }) => retryMs)).toEqual([0, 0, 0, 125]);
});

test("a token that is not enough ends the watch", async () => {
  const { url } = await standIn();
  const seen = watch([url], { token: "wrong" });
  await vi.waitFor(() => expect(seen.over).toHaveLength(1), soon);
  expect(seen.over[0]?.message).toContain("NOT_ALLOWED action=watch needs=a reader token");
  expect(seen.lost).toEqual([]);
});

test("where the first round reaches nobody, the watch is over if it was asked to be", async () => {
  const seen = watch(["http://127.0.0.1:1", "http://127.0.0.1:2"], { needsFirst: true });
  await vi.waitFor(() => expect(seen.over).toHaveLength(1), soon);
  expect(seen.over[0]?.message).toContain(
    "COORDINATOR_UNREACHABLE tried=http://127.0.0.1:1 (connect ECONNREFUSED",
  );
});

test("once a coordinator was reached, its loss does not end the watch", async () => {
  const opened = await standIn();
  const seen = watch([opened.url], { needsFirst: true });
  await vi.waitFor(() => expect(seen.updates).toHaveLength(2), soon);
  await opened.close();
  await vi.waitFor(() => expect(seen.lost.length).toBeGreaterThan(3), soon);
  expect(seen.over).toEqual([]);
});

test("a watch that was closed says nothing more", async () => {
  const opened = await standIn();
  const seen = watch([opened.url]);
  await vi.waitFor(() => expect(seen.updates).toHaveLength(2), soon);
  seen.close();
  opened.drop();
  await opened.close();
  expect(seen.lost).toEqual([]);
});
