/** The active role does not swing between members that cannot keep it, and comes back by itself to those that can. */
import { describe, expect, test } from "vitest";
import { explainNode, instant } from "../src/index.ts";
import { DB, type World, settledWorld } from "./world.ts";

const COOLDOWN_MS = 3_000;
const nodes = ["a", "b", "c"];

function world(more: Parameters<typeof settledWorld>[0]["group"] = {}): World {
  return settledWorld({ nodes, group: { cooldownMs: COOLDOWN_MS, ...more } });
}

/** The active's daemon is killed and comes back as a standby, while another one serves. */
function failOver(here: World, from: string): void {
  const before = count(here, "failoverDone");
  here.kill(from);
  here.until("somebody else serves", () => count(here, "failoverDone") > before);
  here.restart(from);
  here.until(`${from} stands by`, () => here.member(from).role === "standby");
}

function switchTo(here: World, name: string): void {
  here.order({ action: "switchover", group: DB, to: here.daemon(name).node });
  here.until(`${name} serves`, () => here.serves(name) && here.summary().serving);
}

const refusalsOf = (here: World, name: string): string =>
  here
    .summary()
    .candidates.find(({ node }) => node === name)
    ?.refusals.join() ?? "";

const count = (here: World, type: string): number => here.history.filter((one) => one.type === type).length;

describe("a failover that nobody asked for", () => {
  test("leaves the member that failed alone for the cooldown, says so, and says when that is over", () => {
    const here = world();
    failOver(here, "a");
    expect(here.summary().blocks).toMatchObject([{ node: "a", failures: 1 }]);
    expect(refusalsOf(here, "a")).toMatch(/left alone for \d s more \(phi ack\)/);
    const node = explainNode(here.cluster, here.daemon("a").node, instant(here.now));
    expect(node?.services[0]?.leftAloneForMs).toBeGreaterThan(0);
    expect(here.story()).toMatch(/memberBlocked: a is left alone for 3 s: .*phi ack db lifts that/);
    here.run(COOLDOWN_MS);
    expect(here.summary().blocks).toEqual([]);
    expect(refusalsOf(here, "a")).toBe("");
    expect(here.story()).toContain("memberUnblocked: a may become active again");
    expect(count(here, "memberUnblocked")).toBe(1);
  });

  test("leaves it alone for twice as long when it fails again soon after", () => {
    const here = world();
    failOver(here, "a");
    here.run(COOLDOWN_MS);
    switchTo(here, "a");
    failOver(here, "a");
    expect(here.summary().blocks).toMatchObject([{ node: "a", failures: 2 }]);
    expect(here.story()).toMatch(/a is left alone for 6 s: .*2 times in a row/);
  });

  test("is forgotten by phi ack, for good: also by the coordinator that takes over", () => {
    const here = world();
    failOver(here, "a");
    here.order({ action: "ack", group: DB });
    expect(here.summary().blocks).toEqual([]);
    expect(refusalsOf(here, "a")).toBe("");
    expect(here.story()).toContain("acknowledged: ann lifted 1 blocks");
    here.stopCoordinator();
    here.startCoordinator();
    expect(here.summary().blocks).toEqual([]);
  });

  test("is remembered by the coordinator that takes over", () => {
    const here = world();
    failOver(here, "a");
    here.stopCoordinator();
    here.startCoordinator();
    expect(here.summary().blocks).toMatchObject([{ node: "a", failures: 1 }]);
  });
});

describe("nobody is left alone after", () => {
  test("a switchover", () => {
    const here = world();
    switchTo(here, "b");
    expect(here.summary().blocks).toEqual([]);
  });

  test("a failover that an operator asked for", () => {
    const here = world();
    here.order({ action: "failover", group: DB, acceptDataLoss: false, nodeIsOff: false });
    here.until("b serves", () => here.serves("b") && here.summary().serving);
    expect(here.summary().blocks).toEqual([]);
  });

  test("a drain", () => {
    const here = world();
    here.order({ action: "drain", node: here.daemon("a").node, force: true });
    here.until("b serves", () => here.serves("b") && here.summary().serving);
    expect(here.summary().blocks).toEqual([]);
  });

  test("a daemon that was stopped in order", () => {
    const here = world();
    here.inject("a", { type: "stopRequested" });
    here.until("b serves", () => here.serves("b") && here.summary().serving);
    expect(here.member("a").status).toBe("left");
    expect(here.summary().lastMove?.kind).toBe("failover");
    expect(here.summary().blocks).toEqual([]);
  });
});

test("a member that cannot be promoted is left alone, longer each time, and tried again by itself", () => {
  const here = settledWorld({ nodes: ["a", "b"] });
  here.failing.add("b");
  here.kill("a");
  here.until("its promotion failed", () => count(here, "promotionFailed") === 1);
  expect(here.summary().blocks).toMatchObject([{ node: "b", failures: 1, why: "its promotion failed" }]);
  here.until("it is held", () => here.summary().phase === "held");
  // Its demote hook fails as well, and until that has succeeded it cannot be tried again.
  here.failing.delete("b");
  here.run(1_000);
  const demoted = (): boolean => here.daemon("b").steps.includes("done 2-demote");
  here.until("it was demoted", demoted);
  here.failing.add("b");
  here.until("it was tried again", () => count(here, "promotionFailed") === 2);
  expect(here.summary().blocks[0]).toMatchObject({ failures: 2 });
  expect(here.summary().blocks[0]?.forMs).toBeGreaterThan(15_000);
  here.failing.delete("b");
  here.until("it serves at last", () => here.serves("b"));
  expect(here.summary().serving || here.summary().phase === "promoting").toBe(true);
});

describe("failback", () => {
  test("gives the role back to a member of a higher priority, once it is well and left alone no more", () => {
    const here = world({ failback: true });
    failOver(here, "a");
    const servedFor = here.until("a serves again", () => here.serves("a"));
    expect(servedFor).toBeGreaterThan(5_000);
    here.until("the move has ended", () => here.summary().serving);
    expect(here.summary().lastMove).toMatchObject({ kind: "switchover", from: "b", to: "a" });
    expect(here.summary().lastMove?.because).toContain("failback");
    expect(here.summary().blocks).toEqual([]);
    here.run(15_000);
    expect(here.serving()).toEqual(["a"]);
  });

  test("does nothing where it is not set, or while the group is paused", () => {
    const off = world();
    failOver(off, "a");
    off.run(20_000);
    expect(off.serving()).toEqual(["b"]);
    const paused = world({ failback: true });
    failOver(paused, "a");
    paused.order({ action: "pause", group: DB, reason: "disks" });
    paused.run(20_000);
    expect(paused.serving()).toEqual(["b"]);
  });
});
