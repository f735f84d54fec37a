import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { PhiError } from "@phidelity/core";
import { afterEach, expect, test } from "vitest";
import { Coordinators } from "./coordinators.ts";
import { membersJson } from "./json.ts";
import { members } from "./samples.testing.ts";
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

/** A server that answers everything alike. */
async function server(status: number, body: string): Promise<string> {
  const http = createServer((_request, response) => response.writeHead(status).end(body));
  const { promise, resolve } = Promise.withResolvers<void>();
  http.listen(0, "127.0.0.1", resolve);
  await promise;
  endings.push(() => http.close());
  return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
}

function coordinators(...urls: readonly string[]): Coordinators {
  return new Coordinators(targetsOf({ coordinators: urls }));
}

async function failure(answer: Promise<unknown>): Promise<PhiError> {
  const error: unknown = await answer.then(
    () => new Error("it succeeded"),
    (reason: unknown) => reason,
  );
  if (!(error instanceof PhiError)) throw error;
  return error;
}

test("the members come as the coordinator says them", async () => {
  const { url } = await standIn();
  expect(await coordinators(url).members()).toEqual(membersJson(members));
});

test("64-bit numbers are strings, and a lag that is not known is null", () => {
  const said = membersJson(members);
  expect(said.term).toBe("4");
  expect(said.members[0]).toMatchObject({ epoch: "7", incarnation: "3", lagBytes: null });
  expect(said.members[0]?.since).toBe("2026-11-24T03:00:00.000Z");
  expect(said.members[1]).toMatchObject({ lagBytes: 1_572_864 });
});

test("a coordinator that does not answer is passed over for the next", async () => {
  const { url } = await standIn();
  expect((await coordinators("http://127.0.0.1:1", url).members()).leader).toBe("c1");
});

test("one that answers that it cannot is passed over too", async () => {
  const down = await server(503, "no leader");
  const { url } = await standIn();
  expect((await coordinators(down, url).members()).leader).toBe("c1");
});

test("where none answers, each URL is named with its reason", async () => {
  const down = await server(503, '{"reason":"no leader"}');
  const error = await failure(coordinators("http://127.0.0.1:1", down).members());
  expect(error.code).toBe("COORDINATOR_UNREACHABLE");
  expect(error.message).toContain("http://127.0.0.1:1 (connect ECONNREFUSED 127.0.0.1:1)");
  expect(error.message).toContain(`${down} (answered 503: no leader)`);
});

test("a token that is not enough is said to be, and no other coordinator is tried with it", async () => {
  const { url } = await standIn();
  const asked = new Coordinators(targetsOf({ coordinators: [url, "http://127.0.0.1:1"], token: "wrong" }));
  const error = await failure(asked.members());
  expect(error.code).toBe("NOT_ALLOWED");
  expect(error.message).toContain("a reader token (--token or PHI_TOKEN): this token is not known");
});

test("what a coordinator refuses is told in its words", async () => {
  const { url } = await standIn();
  const error = await failure(coordinators(url).group("no such"));
  expect(error.code).toBe("ACTION_REFUSED");
  expect(error.message).toContain("answered 404: nothing is known of /v1/groups/no%20such");
});

test("an answer from something that is no coordinator is refused, and shown", async () => {
  const error = await failure(coordinators(await server(200, "<html>It works!</html>")).members());
  expect(error.code).toBe("ACTION_REFUSED");
  expect(error.message).toContain("<html>It works!</html>");
});

test("what is asked of the history is asked in the coordinator's terms", async () => {
  const opened = await standIn();
  const asked = await coordinators(opened.url).events({ since: "1h", node: "db-1", limit: 10 });
  expect(asked.map((event) => event.sequence)).toEqual(["1", "2"]);
  await coordinators(opened.url).capacity(["a", "b"]);
  expect(opened.asked).toEqual(["/v1/events?since=1h&node=db-1&limit=10", "/v1/capacity?without=a%2Cb"]);
});

test("at least one coordinator is needed", () => {
  expect(() => targetsOf({ coordinators: [] })).toThrow("at least one is needed");
});
