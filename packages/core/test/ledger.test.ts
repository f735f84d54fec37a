/**
 * A coordinator or a daemon that dies in the middle of a move: it goes on where it stopped, and no step that had come to
 * the end is done a second time. What was begun only may be, and is then the same step.
 */
import { describe, expect, test } from "vitest";
import { DB, World, type WorldOptions } from "./world.ts";

/** Long enough for a moment in the middle of each, and shorter than a lease. */
const HOOK_MS = 60;

function readyWorld(more: Partial<WorldOptions> = {}): World {
  const world = new World({ nodes: ["a", "b", "c"], hookMs: HOOK_MS, ...more });
  world.until("everybody in place", () => isSettled(world));
  world.run(1_000);
  return world;
}

function isSettled(world: World): boolean {
  if (world.serving().length !== 1 || !world.summary().serving) return false;
  const roles = [...world.daemons.keys()].map((name) => world.member(name).role);
  return roles.filter((role) => role === "standby").length === roles.length - 1;
}

/** Steps that began after they had come to the end. */
function repeated(steps: readonly string[]): string[] {
  return steps.filter(
    (one, at) => one.startsWith("begun") && steps.slice(0, at).includes(one.replace("begun", "done")),
  );
}

function expectNothingTwice(world: World): void {
  for (const { node, steps } of world.daemons.values())
    expect({ node, twice: repeated(steps) }).toEqual({ node, twice: [] });
  expect(repeated(world.fences)).toEqual([]);
}

const moves = {
  switchover: (world: World) => world.order({ action: "switchover", group: DB }),
  failover: (world: World) => world.kill("a"),
  "fenced failover": (world: World) => world.kill("a"),
};
type Kind = keyof typeof moves;

/** The step of the move, and who does it. */
const steps: readonly { readonly kind: Kind; readonly step: string; readonly by: string }[] = [
  { kind: "switchover", step: "1-demote", by: "a" },
  { kind: "switchover", step: "2-promote", by: "b" },
  { kind: "switchover", step: "2-follow", by: "c" },
  { kind: "failover", step: "2-promote", by: "b" },
  { kind: "failover", step: "2-follow", by: "c" },
  { kind: "fenced failover", step: "1-fence", by: "c1" },
];

function logOf(world: World, by: string): readonly string[] {
  return by === "c1" ? world.fences : world.daemon(by).steps;
}

function restart(world: World, victim: string): void {
  if (victim !== "c1") return world.restart(victim);
  world.stopCoordinator();
  world.run(20);
  world.startCoordinator();
}

describe.each(steps)("a $kind, at $step on $by", ({ kind, step, by }) => {
  const group = kind === "fenced failover" ? { fenceTimeoutMs: 1_000 } : {};

  test.each(
    ["begun", "done"].flatMap((moment) => [...new Set(["c1", by])].map((victim) => ({ moment, victim }))),
  )("$victim starts again when it is $moment", ({ moment, victim }) => {
    const world = readyWorld({ group });
    let most = 0;
    const watch = (): void => {
      most = Math.max(most, world.serving().length);
    };
    moves[kind](world);
    world.until(`${moment} ${step}`, () => {
      watch();
      return logOf(world, by).includes(`${moment} ${step}`);
    });
    world.run(moment === "begun" ? HOOK_MS / 2 : 2, watch);
    restart(world, victim);
    if (kind !== "switchover") world.run(500, watch);
    if (kind !== "switchover") world.restart("a");
    world.until("settled again", () => {
      watch();
      return isSettled(world);
    });
    world.run(2_000, watch);
    expectNothingTwice(world);
    expect(most).toBe(1);
  });
});

describe("a coordinator that takes over", () => {
  test("goes on with a switchover that an operator asked for, to whom he asked for", () => {
    const world = readyWorld();
    world.order({ action: "switchover", group: DB, to: world.daemon("c").node });
    world.until("it is being stopped", () => world.daemon("a").steps.includes("begun 1-demote"));
    restart(world, "c1");
    world.until("c serves", () => world.serves("c"));
    world.until("settled", () => isSettled(world));
    expect(world.summary().lastMove).toMatchObject({ kind: "switchover", from: "a", to: "c" });
    expect(world.summary().blocks).toEqual([]);
  });

  test("leaves alone whom a failover left behind that it did not begin", () => {
    const world = readyWorld({ group: { cooldownMs: 30_000 } });
    world.kill("a");
    world.until("b is being promoted", () => world.daemon("b").steps.includes("begun 2-promote"));
    restart(world, "c1");
    world.until("b serves", () => world.summary().serving);
    expect(world.summary().blocks).toMatchObject([{ node: "a", failures: 1 }]);
  });

  test("leaves alone whose promotion failed that another had ordered", () => {
    const world = readyWorld();
    world.failing.add("b");
    world.kill("a");
    world.until("b is being promoted", () => world.daemon("b").steps.includes("begun 2-promote"));
    restart(world, "c1");
    world.until("its promotion failed", () => world.happened("promotionFailed"));
    expect(world.summary().blocks).toMatchObject([{ node: "b", why: "its promotion failed" }]);
    world.until("c serves", () => world.serves("c"));
  });

  test("does not fence again whom another had fenced, though nobody could take over yet", () => {
    const world = readyWorld({ nodes: ["a", "b"], group: { fenceTimeoutMs: 1_000 } });
    world.order({ action: "drain", node: world.daemon("b").node, force: true });
    world.kill("a");
    world.until("it is held", () => world.summary().phase === "held" && world.fences.length === 2);
    restart(world, "c1");
    world.run(15_000);
    expect(world.fences).toEqual(["begun 1-fence", "done 1-fence"]);
    world.order({ action: "undrain", node: world.daemon("b").node });
    world.until("b serves", () => world.serves("b"));
  });

  test("shows the steps of the moves before it", () => {
    const world = readyWorld({ group: { fenceTimeoutMs: 1_000 } });
    world.kill("a");
    world.until("b serves", () => world.summary().serving && world.serves("b"));
    world.run(1_000);
    const before = world.summary().steps;
    expect(before.map(({ step, epoch, node, outcome }) => `${step} ${epoch} ${node} ${outcome}`)).toEqual(
      expect.arrayContaining(["fence 1 a done", "promote 2 b done", "follow 2 c done"]),
    );
    restart(world, "c1");
    expect(world.summary().steps).toEqual(before);
  });

  test("marks the demotion of a member that comes back as done, once it is", () => {
    const world = readyWorld();
    world.kill("a");
    world.until("b serves", () => world.summary().serving && world.serves("b"));
    const demote = (): unknown =>
      world.summary().steps.find(({ step, node }) => step === "demote" && node === "a");
    expect(demote()).toMatchObject({ epoch: "1", outcome: "begun" });
    world.restart("a");
    world.until("settled", () => isSettled(world));
    expect(demote()).toMatchObject({ outcome: "done" });
    expect(world.daemon("a").steps).toContain("done 1-demote");
  });
});
