/** Self-preservation, and anti-flapping. */
import { describe, expect, test } from "vitest";
import { type World, settledWorld } from "./world.ts";

const nodes = ["a", "b", "c", "d", "e"];

/** The coordinator is cut off from everybody: nobody else is from anybody. */
function isolate(world: World): void {
  for (const node of nodes) world.cutBoth(node, "c1");
}

describe("the coordinator hears nobody any more", () => {
  test("it takes itself for the one cut off, and moves nothing", () => {
    const world = settledWorld({ nodes, capMs: 3_000 });
    isolate(world);
    world.run(1_500);
    expect(world.happened("selfPreservationBegan")).toBe(true);
    expect(world.summary().incident).not.toBe("");
    expect(world.happened("candidateChosen")).toBe(true); // That of the start.
    expect(world.history.filter(({ type }) => type === "candidateChosen")).toHaveLength(1);
    expect(world.summary()).toMatchObject({ active: "", epoch: "1" });
  });

  test("cut off for less than a lease, it does nothing at all but say so", () => {
    const world = settledWorld({ nodes });
    isolate(world);
    world.run(400);
    world.mend();
    world.run(10_000);
    expect(world.happened("selfPreservationBegan")).toBe(true);
    expect(world.happened("selfPreservationEnded")).toBe(true);
    expect(world.summary()).toMatchObject({ phase: "serving", active: "a", epoch: "1" });
    expect(world.serves("a")).toBe(true);
  });

  test("once it hears them again and a window has passed, it goes on by itself", () => {
    const world = settledWorld({ nodes });
    isolate(world);
    world.run(10_000);
    expect(world.serving()).toEqual([]);
    world.mend();
    world.until("somebody serves", () => world.serving().length === 1);
    expect(world.summary().epoch).toBe("2");
  });

  test("four nodes that die at once under a witness who denies them are replaced all the same", () => {
    const world = settledWorld({ nodes: ["a", "b", "c", "d", "e"] });
    for (const one of ["a", "b", "c", "d"]) {
      for (const other of ["c1", ...nodes]) if (one !== other) world.cutBoth(one, other);
    }
    // Sooner than by itself, a window after the last of them fell silent.
    expect(world.until("e serves", () => world.serves("e"))).toBeLessThan(1_500);
    expect(world.happened("selfPreservationBegan")).toBe(true);
  });
});

test("three silent nodes are no reason to doubt oneself", () => {
  const world = settledWorld({ nodes: ["a", "b", "c"] });
  for (const node of ["a", "b", "c"]) world.cutBoth(node, "c1");
  world.run(3_000);
  expect(world.happened("selfPreservationBegan")).toBe(false);
});

describe("a member that failed is left alone", () => {
  const group = { cooldownMs: 10_000 };

  /** The present active falls silent until another serves, and is heard again. */
  function failOver(world: World): string {
    const [old] = world.serving();
    if (old === undefined) throw new Error("nobody serves");
    for (const other of ["c1", ...world.daemons.keys()]) if (other !== old) world.cutBoth(old, other);
    world.until("another serves", () => world.serving().some((one) => one !== old));
    world.mend();
    world.until("the old one is back", () => world.member(old).role === "standby");
    return old;
  }

  const restingMs = (world: World, name: string): number => {
    const until = world.cluster.groups.get("db" as never)?.quarantine.get(name as never)?.until;
    return until === undefined ? 0 : Math.max(0, until - world.now);
  };

  test("for the cooldown, twice as long each time, so that the role does not swing", () => {
    const world = settledWorld({ nodes: ["a", "b"], group });
    expect(failOver(world)).toBe("a");
    const first = restingMs(world, "a");
    expect(first).toBeGreaterThan(5_000);
    expect(first).toBeLessThanOrEqual(10_000);
    // b fails too, while a rests: a is taken only when its time is over.
    world.cutBoth("b", "c1");
    world.cutBoth("a", "b");
    world.run(3_000);
    expect(world.serving()).toEqual([]);
    expect(world.summary().incident).toContain("it is left alone for");
    world.until("a serves", () => world.serves("a"));
    world.mend();
    world.until("b is back", () => world.member("b").role === "standby");
    world.run(10_000);
    expect(failOver(world)).toBe("a");
    const second = restingMs(world, "a");
    expect(second).toBeGreaterThan(15_000);
    expect(second).toBeLessThanOrEqual(20_000);
  });

  test("phi ack lifts it at once", () => {
    const world = settledWorld({ nodes: ["a", "b"], group });
    failOver(world);
    world.order({ action: "ack", group: "db" as never });
    expect(restingMs(world, "a")).toBe(0);
    world.cutBoth("b", "c1");
    world.cutBoth("a", "b");
    expect(world.until("a serves", () => world.serves("a"))).toBeLessThan(2_000);
  });

  test("over a restart of the coordinator too", () => {
    const world = settledWorld({ nodes: ["a", "b"], group });
    failOver(world);
    const before = restingMs(world, "a");
    world.stopCoordinator();
    world.run(100);
    world.startCoordinator();
    expect(restingMs(world, "a")).toBeCloseTo(before - 100, -1);
  });

  test("a planned move leaves nobody alone", () => {
    const world = settledWorld({ nodes: ["a", "b"], group });
    world.order({ action: "switchover", group: "db" as never });
    world.until("b serves", () => world.serves("b"));
    world.until("the move is done", () => world.happened("switchoverDone"));
    expect(restingMs(world, "a")).toBe(0);
  });
});
