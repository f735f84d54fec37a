/** Relay and witnesses, as people would see them: one broken link moves nothing, a silent node is asked about first. */
import { describe, expect, test } from "vitest";
import { INTERVAL_MS, LEASE_MS, type World, settledWorld } from "./world.ts";

const three = { nodes: ["a", "b", "c"] };

/** Runs on, and tells whether `a` served all the time. */
function servedThroughout(world: World, ms: number): boolean {
  let always = true;
  world.run(ms, () => {
    always &&= world.serving().join() === "a";
  });
  return always;
}

describe("the active's link to the coordinator is cut, and its peers carry its heartbeats", () => {
  const cuts: readonly (readonly [string, (world: World) => void])[] = [
    ["towards the coordinator", (world) => world.cut("a", "c1")],
    ["towards the node", (world) => world.cut("c1", "a")],
    ["in both directions", (world) => world.cutBoth("a", "c1")],
  ];
  for (const [how, cut] of cuts) {
    test(`${how}: it serves on without a gap, at its epoch`, () => {
      const world = settledWorld(three);
      cut(world);
      expect(servedThroughout(world, 30_000)).toBe(true);
      expect(world.summary()).toMatchObject({ phase: "serving", active: "a", epoch: "1" });
      expect(world.happened("failoverStarted")).toBe(false);
      expect(world.happened("nodeDown")).toBe(false);
    });
  }

  test("towards the node: acks come by the peer as soon as beats go there, long before its own link is given up", () => {
    const world = settledWorld(three);
    world.cut("c1", "a");
    let leastLeftMs = LEASE_MS;
    world.run(5_000, () => {
      leastLeftMs = Math.min(leastLeftMs, world.daemon("a").servesUntil - world.now);
    });
    // Three intervals until the coordinator counts as silent, and one until the next beat.
    expect(leastLeftMs).toBeGreaterThan(LEASE_MS - 4.5 * INTERVAL_MS);
  });

  test("it is shown as unreachable, and as alive again when its own link is back", () => {
    const world = settledWorld(three);
    world.cutBoth("a", "c1");
    world.run(2_000);
    expect(world.member("a")).toMatchObject({ status: "unreachable", role: "active" });
    world.mend();
    world.run(7_000);
    expect(world.member("a")).toMatchObject({ status: "alive", role: "active" });
    expect(world.happened("nodeUnreachable")).toBe(true);
    expect(world.happened("nodeReachable")).toBe(true);
  });

  test("an order reaches it by the same way: a switchover demotes it", () => {
    const world = settledWorld(three);
    world.cutBoth("a", "c1");
    world.run(3_000);
    world.order({ action: "switchover", group: "db" as never });
    world.until("b is the active", () => world.serves("b"));
    expect(world.daemon("a").hooks).toContain("demote 1");
  });

  test("it outlasts a restart of the coordinator, whose views it takes though they count anew", () => {
    const world = settledWorld(three);
    for (const to of ["b", "a"]) {
      world.order({ action: "switchover", group: "db" as never, to: to as never });
      world.until(`${to} serves`, () => world.serves(to));
      world.run(1_000);
    }
    world.cutBoth("a", "c1");
    world.run(3_000);
    world.stopCoordinator();
    world.run(200);
    world.startCoordinator();
    expect(servedThroughout(world, 10_000)).toBe(true);
    world.order({ action: "switchover", group: "db" as never });
    expect(world.until("b is the active", () => world.serves("b"))).toBeLessThan(LEASE_MS / 2);
  });

  test("a carrier that loses its link too is replaced by the next", () => {
    const world = settledWorld({ nodes: ["a", "b", "c", "d"] });
    world.cutBoth("a", "c1");
    world.run(3_000);
    world.cutBoth("b", "c1");
    world.run(3_000);
    world.cutBoth("c", "c1");
    expect(servedThroughout(world, 10_000)).toBe(true);
    expect(world.summary().epoch).toBe("1");
  });

  test("no peer left that hears the coordinator: the lease ends, then another takes over", () => {
    const world = settledWorld(three);
    world.cutBoth("a", "c1");
    world.cutBoth("a", "b");
    world.cutBoth("a", "c");
    const cutAt = world.now;
    world.until("a stops", () => !world.serves("a"));
    const stoppedAt = world.now;
    expect(stoppedAt - cutAt).toBeLessThanOrEqual(LEASE_MS);
    world.until("b serves", () => world.serves("b"));
    expect(world.now).toBeGreaterThan(stoppedAt);
    expect(world.now - cutAt).toBeLessThan(LEASE_MS + 5 * INTERVAL_MS);
  });
});

describe("a silent node is asked about", () => {
  /** The witness hears the node, but carries nothing: a build of before relays, say. */
  function silentButHeard(world: World, ms: number): void {
    world.run(ms, () => {
      const b = world.daemon("b").state.peers.get("a" as never);
      const a = world.daemon("a").state.peers.get("b" as never);
      if (b !== undefined) b.hearsCoordinator = false;
      if (a !== undefined) a.hearsCoordinator = false;
    });
  }

  test("a witness that hears it makes it unreachable, not down, however long it is silent", () => {
    const world = settledWorld({ nodes: ["b", "a"] });
    world.cutBoth("a", "c1");
    silentButHeard(world, 20_000);
    expect(world.member("a").status).toBe("unreachable");
    expect(world.happened("nodeDown")).toBe(false);
  });

  test("so does one whose answers take longer than the time until it is asked again", () => {
    const world = settledWorld({ nodes: ["b", "a"] });
    world.cutBoth("a", "c1");
    silentButHeard(world, 1_000);
    world.slow("b", "c1", 1.5 * INTERVAL_MS);
    silentButHeard(world, 20_000);
    expect(world.member("a").status).toBe("unreachable");
    expect(world.happened("nodeDown")).toBe(false);
  });

  test("the witness stops hearing it: then it is down, no later than its word is old", () => {
    const world = settledWorld({ nodes: ["b", "a"] });
    world.cutBoth("a", "c1");
    silentButHeard(world, 5_000);
    world.cutBoth("a", "b");
    const tookMs = world.until("a is down", () => world.member("a").status === "down");
    // Three intervals until the peer counts as silent, and as many until what it said before is old.
    expect(tookMs).toBeLessThanOrEqual(7 * INTERVAL_MS);
  });

  test("the witness goes away itself: then the node's silence counts", () => {
    const world = settledWorld({ nodes: ["b", "a"] });
    world.cutBoth("a", "c1");
    silentButHeard(world, 5_000);
    world.cutBoth("b", "c1");
    expect(world.until("a is down", () => world.member("a").status === "down")).toBeLessThan(2_000);
  });

  test("nobody is called down before it was asked about, on the steadiest of networks", () => {
    const world = settledWorld(three);
    world.cutBoth("a", "c1");
    for (const peer of ["b", "c"]) world.cutBoth("a", peer);
    world.until("a is down", () => world.member("a").status === "down");
    const downAt = world.now;
    const probes = world.sent.filter(({ what }) => what.endsWith(" probe"));
    const answers = world.sent.filter(({ what }) => what.endsWith(" probeAnswer"));
    expect(probes[0]?.at).toBeLessThan(downAt);
    expect(answers.length).toBeGreaterThanOrEqual(2);
  });

  test("nor where the cap is reached before the silence is suspect", () => {
    const world = settledWorld({ ...three, capMs: 250 });
    world.cutBoth("a", "c1");
    world.run(10_000);
    expect(world.happened("nodeDown")).toBe(false);
    expect(world.member("a").status).toBe("unreachable");
  });

  test("all who are asked deny it: it is down sooner than where nobody can be asked", () => {
    const down = (nodes: readonly string[]): number => {
      const world = settledWorld({ nodes, capMs: 60_000 });
      for (const end of ["c1", ...nodes.slice(1)]) world.cutBoth("a", end);
      return world.until("a is down", () => world.member("a").status === "down");
    };
    expect(down(["a", "b", "c"])).toBeLessThan(down(["a"]));
  });
});

test("a peer connection that is cut without a word is given up, and is there again soon after the mend", () => {
  const world = settledWorld({ nodes: ["a", "b"] });
  world.cutBoth("a", "b");
  world.run(60_000);
  expect(world.daemon("a").state.peers.get("b" as never)?.phase).not.toBe("open");
  expect(world.daemon("b").state.peers.get("a" as never)?.phase).toBe("closed");
  world.mend();
  world.run(6_000);
  const beats = world.sent.filter(({ at, what }) => at > world.now - 1_000 && what === "b>a peerBeat");
  expect(beats.length).toBeGreaterThanOrEqual(9);
  world.cutBoth("a", "c1");
  expect(servedThroughout(world, 5_000)).toBe(true);
});
