/** Two stages: what is asked when a node is silent or its connection was closed, and what the answers make of it. */
import { describe, expect, test } from "vitest";
import { capAt, crossingAt } from "../src/detector/detector.ts";
import { INTERVAL_MS, LEASE_MS, type World, settledWorld } from "./world.ts";

const three = { nodes: ["a", "b", "c"] };

const downText = (world: World): string => world.history.find(({ type }) => type === "nodeDown")?.text ?? "";

const probesFrom = (world: World, from: string): readonly { readonly at: number; readonly what: string }[] =>
  world.sent.filter(({ what }) => what.startsWith(`${from}>`) && what.endsWith(" probeDirect"));

function isDown(world: World, name: string): () => boolean {
  return () => world.member(name).status === "down";
}

describe("a daemon's process is killed", () => {
  test("it is down a few round trips after its socket closed, long before its silence would say so", () => {
    const world = settledWorld(three);
    world.kill("a");
    expect(world.until("a is down", isDown(world, "a"))).toBeLessThan(20);
    expect(downText(world)).toBe(
      "a is down: it closed its connections, and nobody is found at its address a:7500",
    );
  });

  test("the lease is untouched by that: nobody takes over before it has ended", () => {
    const world = settledWorld(three);
    const lastAckAt = world.cluster.groups.get("db" as never)?.lastAckAt ?? 0;
    world.kill("a");
    world.until("b serves", () => world.serves("b"));
    expect(world.now).toBeGreaterThan(lastAckAt + LEASE_MS);
  });

  test("a single member of which nobody can say anything is judged by its silence", () => {
    const world = settledWorld({ nodes: ["a"] });
    world.kill("a");
    world.run(20);
    expect(world.member("a").status).toBe("alive");
    world.until("a is down", isDown(world, "a"));
    expect(downText(world)).toContain("silent beyond the threshold, nobody is found at its address");
  });

  test("a witness whose own connection with it is slow to close takes back that it hears it", () => {
    const world = settledWorld(three);
    for (const witness of ["b", "c"]) world.slow("a", witness, 10);
    world.kill("a");
    const tookMs = world.until("a is down", isDown(world, "a"));
    expect(tookMs).toBeGreaterThan(10);
    expect(tookMs).toBeLessThan(30);
  });

  test("a witness that is cut off from it knows nothing of a closed connection: its silence decides", () => {
    const world = settledWorld(three);
    for (const witness of ["b", "c"]) world.cutBoth("a", witness);
    world.run(2_000);
    world.kill("a");
    world.run(50);
    expect(world.member("a").status).toBe("alive");
    expect(world.until("a is down", isDown(world, "a"))).toBeLessThan(1_500);
  });

  test("it is started again, and is alive as soon as it says hello", () => {
    const world = settledWorld(three);
    world.kill("a");
    world.until("a is down", isDown(world, "a"));
    world.restart("a");
    expect(world.until("a is alive", () => world.member("a").status === "alive")).toBeLessThan(100);
    world.until("somebody serves", () => world.serving().length === 1);
    world.run(5_000);
    expect(world.serving().length).toBe(1);
  });

  test("one that says hello again before anybody looked is never called down", () => {
    const world = settledWorld(three);
    world.restart("c");
    world.run(3_000);
    expect(world.happened("nodeDown")).toBe(false);
    expect(world.happened("nodeRestarted")).toBe(true);
  });

  test("all but one are killed at once: that one knows of each", () => {
    const world = settledWorld({ nodes: ["a", "b", "c", "d", "e"] });
    for (const name of ["a", "b", "c", "d"]) world.kill(name);
    world.until("e serves", () => world.serves("e"));
    for (const name of ["a", "b", "c", "d"]) expect(world.member(name).status).toBe("down");
  });
});

describe("a connection is closed, and its daemon lives", () => {
  test("something between them resets it: it is asked, answers, and is never suspected", () => {
    const world = settledWorld(three);
    world.breakLink("a", "c1");
    world.run(5_000);
    expect(probesFrom(world, "c1")).toHaveLength(1);
    for (const type of ["nodeSuspected", "nodeDown", "failoverStarted"])
      expect(world.happened(type)).toBe(false);
    expect(world.serving()).toEqual(["a"]);
  });

  test("a firewall resets all its connections and refuses new ones to the coordinator: its peers find it", () => {
    const world = settledWorld(three);
    for (const other of ["c1", "b", "c"]) world.breakLink("a", other);
    world.cutBoth("a", "c1");
    world.run(10_000);
    expect(world.happened("nodeDown")).toBe(false);
    expect(world.member("a")).toMatchObject({ status: "unreachable", role: "active" });
    expect(world.serves("a")).toBe(true);
  });

  test("a regular stop starts no questions", () => {
    const world = settledWorld(three);
    world.inject("b", { type: "stopRequested" });
    world.run(3_000);
    expect(world.member("b").status).toBe("left");
    expect(probesFrom(world, "c1")).toHaveLength(0);
  });
});

describe("a silent node is asked itself", () => {
  /** No message of it arrives anywhere, but its own address is reached. */
  function mute(world: World, name: string): void {
    for (const other of ["c1", ...world.daemons.keys()]) if (other !== name) world.cutBoth(name, other);
    world.reached.add(name);
  }

  test("at once with its peers, and none is waited for before the other", () => {
    const world = settledWorld(three);
    world.powerOff("a");
    world.until("a is down", isDown(world, "a"));
    const asked = world.sent.filter(({ what }) => what.startsWith("c1>") && what.endsWith(" probe"));
    expect(probesFrom(world, "c1")[0]?.at).toBe(asked[0]?.at);
  });

  test("a dead host is down no later than its own answer is waited for", () => {
    const world = settledWorld(three);
    world.powerOff("a");
    const { detector } = world.cluster.nodes.get("a" as never) ?? {};
    if (detector === undefined) throw new Error("no detector");
    const dueMs = Math.min(crossingAt(detector, 6), capAt(detector)) - world.now;
    const downMs = world.until("a is down", isDown(world, "a"));
    expect(downMs - dueMs).toBeLessThanOrEqual(61);
    expect(downText(world)).toBe(
      "a is down: silent beyond the threshold, 2 peers do not hear it, and it does not answer when asked itself",
    );
  });

  test("its answer makes it unreachable, not down; but the group has another active once its lease has run out", () => {
    const world = settledWorld(three);
    mute(world, "a");
    world.until("a is unreachable", () => world.member("a").status === "unreachable");
    const tookMs = world.until("b serves", () => world.serves("b"));
    expect(tookMs).toBeLessThan(LEASE_MS + 3 * INTERVAL_MS);
    expect(world.happened("nodeDown")).toBe(false);
  });

  test("in a group set to failsafe too: without its peers' promises it has stopped", () => {
    const world = settledWorld({ ...three, group: { onCoordinatorLoss: "failsafe" } });
    mute(world, "a");
    world.until("b serves", () => world.serves("b"));
    expect(world.now).toBeLessThan(20_000);
    expect(world.serving()).toEqual(["b"]);
  });

  test("a node that gave no address is asked about among its peers only", () => {
    const world = settledWorld(three);
    const node = world.cluster.nodes.get("a" as never);
    if (node !== undefined) node.listen = "";
    world.powerOff("a");
    world.until("a is down", isDown(world, "a"));
    expect(probesFrom(world, "c1")).toHaveLength(0);
  });
});

test("a peer whose waits were long and are short again is suspected when its own time is over", () => {
  const world = settledWorld(three);
  for (let at = 0; at < 60; at += 1) {
    world.slow("a", "c1", at % 3 === 0 ? 420 : 1);
    world.run(INTERVAL_MS);
  }
  world.slow("a", "c1", 1);
  world.run(20 * INTERVAL_MS);
  world.powerOff("a");
  const node = world.cluster.nodes.get("a" as never);
  const lookedAt = node?.place.taken === true ? node.place.until : (node?.armedAt ?? Infinity);
  expect(lookedAt - world.now).toBeLessThanOrEqual(2 * INTERVAL_MS);
});
