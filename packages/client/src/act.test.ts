import { PhiError, groupId } from "@phidelity/core";
import { afterEach, expect, test } from "vitest";
import { type Ending, type Order, act } from "./act.ts";
import { StandIn } from "./stand-in.testing.ts";
import { targetsOf } from "./targets.ts";

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).toReversed()) await end();
});

async function standIn(): Promise<StandIn> {
  const opened = await StandIn.open();
  endings.push(() => opened.close());
  return opened;
}

interface Ordered {
  readonly ending: Ending;
  readonly steps: readonly string[];
}

async function order(
  urls: readonly string[],
  group: string,
  rest: Partial<Order & { token: string }> = {},
): Promise<Ordered> {
  const steps: string[] = [];
  const targets = targetsOf({
    coordinators: urls,
    ...(rest.token === undefined ? {} : { token: rest.token }),
  });
  const ending = await act(targets, {
    action: { action: "switchover", group: groupId(group) },
    dryRun: false,
    timeoutMs: 5_000,
    waits: true,
    onProgress: ({ afterMs, text }) => steps.push(`${afterMs} ${text}`),
    ...rest,
  });
  return { ending, steps };
}

test("an order that is carried out tells its steps and its end", async () => {
  const opened = await standIn();
  const { ending, steps } = await order([opened.url], "db");
  expect(ending).toEqual({ status: "done", afterMs: 1_290.25, text: "done as ordered" });
  expect(steps).toEqual(['1.5 taken: {"action":"switchover","group":"db"}', "1200 the lease is over"]);
  expect(opened.commands).toMatchObject([{ dryRun: false, action: { action: "switchover", group: "db" } }]);
});

test("a trial run is ordered as one", async () => {
  const opened = await standIn();
  expect((await order([opened.url], "db", { dryRun: true })).ending.text).toBe("would be done");
  expect(opened.commands).toMatchObject([{ dryRun: true }]);
});

test("a refusal comes with the coordinator's reason", async () => {
  const { ending } = await order([(await standIn()).url], "refused");
  expect(ending).toMatchObject({
    status: "refused",
    text: "no candidate: db-2 lags by 1.5 MiB, allowed 1 MiB",
  });
});

test("a deadline that passed at the coordinator is one", async () => {
  const { ending } = await order([(await standIn()).url], "timed-out");
  expect(ending).toMatchObject({ status: "timedOut", text: "the promotion has not ended yet" });
});

test("where no outcome comes in time, it is not known", async () => {
  const { ending } = await order([(await standIn()).url], "silent", { timeoutMs: 50 });
  expect(ending).toMatchObject({ status: "unknown", text: "no outcome within 50 ms" });
});

test("where the connection ends first, it is not known, and the order is not sent again", async () => {
  const [one, other] = [await standIn(), await standIn()];
  const { ending } = await order([one.url, other.url], "dropped");
  expect(ending.status).toBe("unknown");
  expect(ending.text).toBe(`the connection to ${one.url} ended before the outcome was known (fell over)`);
  expect(other.commands).toEqual([]);
});

test("who does not wait hears the first word", async () => {
  const { ending, steps } = await order([(await standIn()).url], "silent", { waits: false });
  expect(ending.status).toBe("sent");
  expect(steps).toHaveLength(1);
});

test("who does not wait still hears of a refusal that comes at once", async () => {
  const opened = await standIn();
  const { ending } = await order([opened.url], "db", { waits: false, timeoutMs: 1 });
  expect(ending.status).toBe("sent");
});

test("a coordinator that cannot be reached is passed over for the next", async () => {
  const { url } = await standIn();
  expect((await order(["http://127.0.0.1:1", url], "db")).ending.status).toBe("done");
});

test("where none can be reached, each URL is named with its reason", async () => {
  const ordered = order(["http://127.0.0.1:1", "ws://127.0.0.1:2"], "db");
  await expect(ordered).rejects.toThrow(
    "COORDINATOR_UNREACHABLE tried=http://127.0.0.1:1 (connect ECONNREFUSED 127.0.0.1:1), " +
      "http://127.0.0.1:2 (connect ECONNREFUSED 127.0.0.1:2)",
  );
});

test.each([
  ["node", "not allowed with this token"],
  ["wrong", "this token is not known"],
  ["reader", "switchover needs the operator token"],
])("a token that is not enough is said to be: %s", async (token, reason) => {
  const opened = await standIn();
  const refused = order([opened.url], "db", { token });
  await expect(refused).rejects.toThrow(PhiError);
  await expect(refused).rejects.toThrow("NOT_ALLOWED action=switchover needs=an operator token");
  await expect(refused).rejects.toThrow(reason);
  expect(opened.commands).toEqual([]);
});
