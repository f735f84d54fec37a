/** Real processes, and what they make of a frozen coordinator and of links that are cut. */
import { afterEach, describe, expect, test } from "vitest";
import { BareCluster, type Sighting } from "../src/bare-cluster.ts";
import type { BareOptions } from "../src/bare-config.ts";
import { namespacesAreHere } from "../src/namespaces.ts";
import { clockMs, until } from "../src/until.ts";

/** Eight rules of the packet filter are set one after the other. */
const CUTTING_MS = 300;
const LEASE_MS = 2_000;
const FROZEN_MS = 10_000;
/** Long enough for a lease to end five times over. */
const CUT_MS = 10_000;

let cluster: BareCluster | undefined;

async function started(options: BareOptions): Promise<BareCluster> {
  cluster = await BareCluster.start(options);
  return cluster;
}

afterEach(async ({ task }) => {
  if (task.result?.state === "fail" && cluster !== undefined) console.error(await cluster.diagnosis());
  await cluster?.stop();
  cluster = undefined;
});

/** The longest time between two answers of `node` that it is the active, in ms. */
function longestGapMs(sightings: readonly Sighting[], node: string): number {
  const ends = sightings.filter((one) => one.node === node).map(({ answeredAt }) => answeredAt);
  return ends.slice(1).reduce((longest, end, index) => Math.max(longest, end - (ends[index] ?? end)), 0);
}

function passed(ms: number): () => boolean {
  const end = clockMs() + ms;
  return () => clockMs() >= end;
}

test("the coordinator is frozen for ten seconds with five nodes: none is called down", async () => {
  const nodes = ["n1", "n2", "n3", "n4", "n5"];
  const groups = { fenced: "fence", safe: "failsafe" } as const;
  const bare = await started({ name: "frozen", nodes, groups, apart: false });
  const [fenced, safe] = [await bare.active("fenced"), await bare.active("safe")];
  await bare.coordinator.signal("SIGSTOP");
  const during = await bare.watch("safe", passed(FROZEN_MS), FROZEN_MS + 5_000);
  // The one in the fenced group has stopped meanwhile; the other went on with the promises of its peers.
  expect(bare.hooksOf(fenced)).toContain("demote fenced 1");
  expect(new Set(during.map(({ node }) => node))).toEqual(new Set([safe]));
  expect(longestGapMs(during, safe)).toBeLessThan(LEASE_MS);
  await bare.coordinator.signal("SIGCONT");
  await bare.settled();
  await bare.watch("safe", passed(3_000), 10_000);
  const happened = await bare.happened();
  expect(happened).toContain("coordinatorPaused");
  expect(happened).not.toContain("nodeDown");
  expect(await bare.active("safe")).toBe(safe);
  expect((await bare.member("safe", safe)).epoch).toBe("1");
  expect((await bare.api.members()).members.map(({ status }) => status)).toEqual(Array(10).fill("alive"));
});

describe.skipIf(!namespacesAreHere())("hosts with a network each", () => {
  const apart = { nodes: ["n1", "n2", "n3"], groups: { db: "fence" }, apart: true } as const;

  for (const [how, directions] of [
    ["towards the coordinator", [["n1", "c1"]]],
    ["towards the active", [["c1", "n1"]]],
    [
      "in both directions",
      [
        ["n1", "c1"],
        ["c1", "n1"],
      ],
    ],
  ] as const) {
    test(`the link between active and coordinator is cut ${how}: a peer relays, and nothing fails over`, async () => {
      const bare = await started({ name: "relay", ...apart });
      expect(await bare.active("db")).toBe("n1");
      for (const [from, to] of directions) bare.links.cut(from, to);
      const seen = await bare.watch("db", passed(CUT_MS), CUT_MS + 5_000);
      expect(new Set(seen.map(({ node }) => node))).toEqual(new Set(["n1"]));
      expect(longestGapMs(seen, "n1")).toBeLessThan(LEASE_MS / 2);
      expect(await bare.member("db", "n1")).toMatchObject({
        role: "active",
        status: "unreachable",
        epoch: "1",
      });
      expect(await bare.api.why("n1")).toMatch(
        /its own link to the coordinator is lost; n\d carries its heartbeats/,
      );
      expect((await bare.api.arrivals("n1")).length).toBeGreaterThan(20);
      const happened = await bare.happened();
      expect(happened).toContain("nodeUnreachable");
      expect(happened).not.toContain("failoverStarted");
      expect(happened).not.toContain("nodeDown");
      bare.links.mend();
      await bare.settled();
      expect(await bare.active("db")).toBe("n1");
      expect(bare.hooksOf("n1")).toEqual(["promote db 1"]);
    });
  }

  test("the active is cut off with a peer: the other side takes over after the lease, and it has stopped before", async () => {
    const bare = await started({ name: "apart", ...apart });
    const { links } = bare;
    const cutAt = clockMs();
    for (const lost of ["n1", "n2"]) for (const left of ["c1", "n3"]) links.cutBoth(lost, left);
    const seen = await bare.watch("db", (all) => all.filter(({ node }) => node === "n3").length > 20, 20_000);
    const last = Math.max(...seen.filter(({ node }) => node === "n1").map(({ askedAt }) => askedAt));
    const first = Math.min(...seen.filter(({ node }) => node === "n3").map(({ answeredAt }) => answeredAt));
    console.info(
      `stopped ${Math.round(last - cutAt)} ms after the cut, taken over after ${Math.round(first - cutAt)} ms`,
    );
    expect(seen.every(({ node }) => node !== "n2")).toBe(true);
    expect(last).toBeLessThan(first);
    // No later than a lease after its last heartbeat that was acked; the four cuts take their time to be made.
    expect(last - cutAt).toBeLessThan(LEASE_MS + CUTTING_MS);
    expect(first - cutAt).toBeGreaterThan(LEASE_MS - 2 * 250);
    await until("the one that was cut off has run its demote hook", 5_000, () =>
      bare.hooksOf("n1").includes("demote db 1"),
    );
    expect(bare.hooksOf("n3")).toContain("promote db 2");
    links.mend();
    await bare.settled();
    expect(await bare.active("db")).toBe("n3");
  });
});
