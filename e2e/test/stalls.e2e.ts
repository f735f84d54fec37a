/** Real processes: a node whose main loop is busy is slow; one that is busy for longer than its lease has failed. */
import { afterEach, expect, test } from "vitest";
import { BareCluster, type Sighting } from "../src/bare-cluster.ts";
import { clockMs, until } from "../src/until.ts";

/** Of the profile `lan`. */
const LEASE_MS = 2_000;
const INTERVAL_MS = 250;

const nodes = ["n1", "n2", "n3"];
let cluster: BareCluster | undefined;

async function started(name: string): Promise<BareCluster> {
  cluster = await BareCluster.start({
    name,
    nodes,
    groups: { db: "fence" },
    apart: false,
    canBeBusy: true,
  });
  return cluster;
}

afterEach(async ({ task }) => {
  if (task.result?.state === "fail" && cluster !== undefined) console.error(await cluster.diagnosis());
  await cluster?.stop();
  cluster = undefined;
});

async function firstFrom(
  bare: BareCluster,
  since: number,
  isIt: (one: Sighting) => boolean,
): Promise<number> {
  const seen = await bare.watch("db", (all) => all.some(isIt), 20_000);
  return Math.min(...seen.filter(isIt).map(({ answeredAt }) => answeredAt)) - since;
}

test("the active is busy for 1.5 s, again and again: it reads slow, is never suspected, and keeps its lease", async () => {
  const bare = await started("busy");
  const active = await bare.active("db");
  for (let round = 0; round < 4; round += 1) {
    const start = clockMs();
    bare.keepBusy(active, 1_500);
    await until(`${active} is slow`, 10_000, async () => (await bare.member("db", active)).slow);
    await firstFrom(bare, start, ({ node, askedAt }) => node === active && askedAt > start + 1_500);
  }
  expect(await bare.member("db", active)).toMatchObject({ role: "active", status: "alive", epoch: "1" });
  const happened = await bare.happened();
  expect(happened).toContain("nodeSlow");
  for (const type of ["nodeSuspected", "nodeDown", "nodeStuck", "failoverStarted"])
    expect(happened).not.toContain(type);
  expect(bare.hooksOf(active)).toEqual(["promote db 1"]);
});

test("the active is busy for 6 s: it has failed by its own word, another takes over after its lease, and it comes back as a standby", async () => {
  const bare = await started("stuck");
  const active = await bare.active("db");
  const start = clockMs();
  bare.keepBusy(active, 6_000);
  const tookMs = await firstFrom(bare, start, ({ node }) => node !== active);
  console.info(`another serves ${Math.round(tookMs)} ms after the main loop got stuck`);
  // Its last heartbeat before that was acked less than an interval ago.
  expect(tookMs).toBeGreaterThan(LEASE_MS - INTERVAL_MS);
  const end = start + 9_000;
  const seen = await bare.watch("db", () => clockMs() >= end, 20_000);
  expect(seen.filter(({ node }) => node === active)).toEqual([]);
  await bare.settled();
  expect(await bare.member("db", active)).toMatchObject({ role: "standby", status: "alive", slow: true });
  const happened = await bare.happened();
  expect(happened).toContain("nodeStuck");
  for (const type of ["nodeSuspected", "nodeDown"]) expect(happened).not.toContain(type);
  expect(bare.hooksOf(active)).toEqual(["promote db 1", "demote db 1", "follow db 2"]);
});
