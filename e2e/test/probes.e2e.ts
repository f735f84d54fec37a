/** Real processes: what is made of connections that are closed, by a daemon's death and by something in between. */
import { afterEach, expect, test } from "vitest";
import { BareCluster } from "../src/bare-cluster.ts";
import type { BareOptions } from "../src/bare-config.ts";
import type { HistoryEvent } from "../src/coordinator-api.ts";
import { Passage } from "../src/passage.ts";
import { clockMs, until } from "../src/until.ts";

/** Two heartbeats of the profile `lan`: before that no silence counts. */
const SILENCE_MS_MIN = 500;
const LEASE_MS = 2_000;
const SHUT_MS = 5_000;

let cluster: BareCluster | undefined;
const passages = new Map<string, Passage>();

async function started(options: BareOptions): Promise<BareCluster> {
  cluster = await BareCluster.start(options);
  return cluster;
}

afterEach(async ({ task }) => {
  if (task.result?.state === "fail" && cluster !== undefined) console.error(await cluster.diagnosis());
  await cluster?.stop();
  for (const passage of passages.values()) passage.close();
  passages.clear();
  cluster = undefined;
});

async function downOf(bare: BareCluster, node: string): Promise<HistoryEvent> {
  return until(`${node} is down`, 10_000, async () =>
    (await bare.api.events()).find((event) => event.type === "nodeDown" && event.node === node),
  );
}

test("daemons are killed: each is down before its silence could say so, and its lease is waited for all the same", async () => {
  const nodes = ["n1", "n2", "n3", "n4", "n5"];
  const bare = await started({ name: "killed", nodes, groups: { db: "fence" }, apart: false });
  const active = await bare.active("db");
  const tookMs: number[] = [];
  let activeKilledAt = 0;
  const others = nodes.filter((node) => node !== active).slice(2);
  for (const node of [...others, active]) {
    activeKilledAt = clockMs();
    await bare.daemons.get(node)?.signal("SIGKILL");
    const { text, facts } = await downOf(bare, node);
    expect(text).toContain(`${node} is down: it closed its connections, and nobody is found at its address`);
    tookMs.push(Number(facts["afterMs"]));
  }
  console.info(`down after their connections were closed: ${tookMs.map((ms) => `${ms} ms`).join(", ")}`);
  expect(Math.max(...tookMs)).toBeLessThan(SILENCE_MS_MIN);
  const seen = await bare.watch("db", (all) => all.some(({ node }) => node !== active), 20_000);
  const first = Math.min(...seen.filter(({ node }) => node !== active).map(({ answeredAt }) => answeredAt));
  // Its last heartbeat was acked less than two intervals before it was killed.
  expect(first - activeKilledAt).toBeGreaterThan(LEASE_MS - SILENCE_MS_MIN);
});

test("something between a node and the coordinator closes its connection: a peer hears it, and it is never down", async () => {
  const nodes = ["n1", "n2", "n3"];
  for (const node of nodes) passages.set(node, await Passage.to("127.0.0.30", 7400));
  const bare = await started({
    name: "closed",
    nodes,
    groups: { db: "fence" },
    apart: false,
    through: Object.fromEntries([...passages].map(([node, { address }]) => [node, address])),
  });
  const active = await bare.active("db");
  passages.get(active)?.shut();
  await until(`${active} is unreachable`, 10_000, async () => {
    const { status } = await bare.member("db", active);
    return status === "unreachable";
  });
  const end = clockMs() + SHUT_MS;
  await bare.watch("db", () => clockMs() >= end, SHUT_MS + 5_000);
  expect(await bare.member("db", active)).toMatchObject({
    role: "active",
    status: "unreachable",
    epoch: "1",
  });
  passages.get(active)?.reopen();
  await bare.settled();
  const happened = await bare.happened();
  for (const type of ["nodeDown", "failoverStarted"]) expect(happened).not.toContain(type);
  expect(await bare.active("db")).toBe(active);
});
