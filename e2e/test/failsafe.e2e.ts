/** Real processes in a group that is set to go on without the coordinator, for as long as every member promises it. */
import { afterEach, describe, expect, test } from "vitest";
import { BareCluster, type Sighting } from "../src/bare-cluster.ts";
import type { BareOptions } from "../src/bare-config.ts";
import { namespacesAreHere } from "../src/namespaces.ts";
import { clockMs } from "../src/until.ts";

const LEASE_MS = 2_000;
/** A promise asked for just before the peer was lost ends a lease later; then a heartbeat's period, and the watching. */
const STOP_MS = LEASE_MS + 250 + 500;
const WITHOUT_COORDINATOR_MS = 4 * LEASE_MS;

let cluster: BareCluster | undefined;

async function started(options: Omit<BareOptions, "nodes" | "groups">): Promise<BareCluster> {
  cluster = await BareCluster.start({ ...options, nodes: ["n1", "n2", "n3"], groups: { db: "failsafe" } });
  return cluster;
}

afterEach(async ({ task }) => {
  if (task.result?.state === "fail" && cluster !== undefined) console.error(await cluster.diagnosis());
  await cluster?.stop();
  cluster = undefined;
});

/** When `node` was last asked and said that it is the active. */
function lastAskedAt(sightings: readonly Sighting[], node: string): number {
  return Math.max(...sightings.filter((one) => one.node === node).map(({ askedAt }) => askedAt));
}

/** True once `node` has not called itself the active for a while. */
function quiet(node: string): (sightings: readonly Sighting[]) => boolean {
  const since = clockMs();
  return (sightings) => clockMs() - Math.max(since, lastAskedAt(sightings, node)) > 1_000;
}

test("the coordinator is killed: the active goes on, until a member that promised is killed too", async () => {
  const bare = await started({ name: "failsafe", apart: false });
  const active = await bare.active("db");
  const peer = active === "n3" ? "n2" : "n3";
  await bare.coordinator.signal("SIGKILL");
  const killedAt = clockMs();
  const seen = await bare.watch("db", () => clockMs() - killedAt > WITHOUT_COORDINATOR_MS, 20_000);
  expect(new Set(seen.map(({ node }) => node))).toEqual(new Set([active]));
  expect(lastAskedAt(seen, active) - killedAt).toBeGreaterThan(WITHOUT_COORDINATOR_MS - LEASE_MS / 2);
  expect(bare.hooksOf(active)).toEqual(["promote db 1"]);

  await bare.daemons.get(peer)?.signal("SIGKILL");
  const lostAt = clockMs();
  const ending = await bare.watch("db", quiet(active), 20_000);
  const wentOnMs = lastAskedAt(ending, active) - lostAt;
  console.info(`the active went on for ${Math.round(wentOnMs)} ms after a promise was lost`);
  expect(wentOnMs).toBeLessThan(STOP_MS);

  bare.coordinator.start();
  bare.daemons.get(peer)?.start();
  await bare.settled();
  expect(Number((await bare.member("db", await bare.active("db"))).epoch)).toBeGreaterThanOrEqual(1);
});

describe.skipIf(!namespacesAreHere())("hosts with a network each", () => {
  test("the active is cut off with one member: it stops, then the other side takes over", async () => {
    const bare = await started({ name: "failsafe-apart", apart: true });
    expect(await bare.active("db")).toBe("n1");
    const cutAt = clockMs();
    for (const lost of ["n1", "n2"]) for (const left of ["c1", "n3"]) bare.links.cutBoth(lost, left);
    const seen = await bare.watch("db", (all) => all.filter(({ node }) => node === "n3").length > 20, 20_000);
    const last = lastAskedAt(seen, "n1");
    const first = Math.min(...seen.filter(({ node }) => node === "n3").map(({ answeredAt }) => answeredAt));
    console.info(
      `stopped ${Math.round(last - cutAt)} ms after the cut, taken over after ${Math.round(first - cutAt)} ms`,
    );
    expect(seen.every(({ node }) => node !== "n2")).toBe(true);
    expect(last).toBeLessThan(first);
    bare.links.mend();
    await bare.settled();
    expect(await bare.active("db")).toBe("n3");
  });
});
