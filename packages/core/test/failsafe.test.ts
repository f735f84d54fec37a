/** Going on without the coordinator, and what keeps it safe. */
import { describe, expect, test } from "vitest";
import type { ServiceState } from "../src/agent/state.ts";
import { epoch, instant, stepAgent } from "../src/index.ts";
import { DRIFT, INTERVAL_MS, LEASE_MS, type World, settledWorld } from "./world.ts";

const group = { onCoordinatorLoss: "failsafe" } as const;
const three = { nodes: ["a", "b", "c"], group };

/** Runs on; never may two serve at once. */
function runSafely(world: World, ms: number): void {
  world.run(ms, () => {
    expect(world.serving().length).toBeLessThanOrEqual(1);
  });
}

function servedThroughout(world: World, ms: number): boolean {
  let always = true;
  world.run(ms, () => {
    always &&= world.serving().join() === "a";
  });
  return always;
}

const db = "db" as never;

function serviceOf(world: World, name: string): ServiceState {
  const service = world.daemon(name).state.services.get(db);
  if (service === undefined) throw new Error("no service");
  return service;
}

/** An ack of the node's last heartbeat that grants it epoch 2. */
function offerEpoch2(world: World, name: string): void {
  const { state } = world.daemon(name);
  const message = {
    type: "ack",
    term: state.term,
    incarnation: state.incarnation,
    sequence: state.sent.at(-1)?.sequence ?? 0,
    reportVersion: 0,
    leases: [{ group: db, epoch: epoch(2), durationMs: 10 * LEASE_MS }],
  } as const;
  world.inject(name, { type: "received", attempt: state.attempt, message });
}

describe("the coordinator is gone", () => {
  test("in a group set to fence, the active stops when its lease ends", () => {
    const world = settledWorld({ nodes: ["a", "b", "c"] });
    world.stopCoordinator();
    expect(world.until("a stops", () => !world.serves("a"))).toBeLessThanOrEqual(LEASE_MS);
  });

  test("in a group set to failsafe, it goes on while all its peers promise", () => {
    const world = settledWorld(three);
    world.stopCoordinator();
    expect(servedThroughout(world, 60_000)).toBe(true);
  });

  test("it stops within a lease of the last promise of the first peer that is lost", () => {
    const world = settledWorld(three);
    world.stopCoordinator();
    world.run(10_000);
    world.cut("c", "a");
    const tookMs = world.until("a stops", () => !world.serves("a"));
    expect(tookMs).toBeLessThanOrEqual(LEASE_MS);
    expect(tookMs).toBeGreaterThan(LEASE_MS - 2 * INTERVAL_MS);
    world.run(10_000);
    expect(world.serving()).toEqual([]);
  });

  test("a coordinator that comes back finds it serving, at its epoch, and moves nothing", () => {
    const world = settledWorld(three);
    world.stopCoordinator();
    world.run(20_000);
    world.startCoordinator();
    expect(servedThroughout(world, 20_000)).toBe(true);
    expect(world.summary()).toMatchObject({ phase: "serving", active: "a", epoch: "1" });
  });

  test("one that was only cut off finds it serving too, once it hears it again", () => {
    const world = settledWorld(three);
    for (const node of three.nodes) world.cutBoth(node, "c1");
    expect(servedThroughout(world, 20_000)).toBe(true);
    world.mend();
    expect(servedThroughout(world, 20_000)).toBe(true);
    expect(world.summary()).toMatchObject({ phase: "serving", active: "a", epoch: "1", incident: "" });
    world.order({ action: "switchover", group: db });
    world.until("b serves", () => world.serves("b"));
  });
});

test("what the active counts on ends before what any of its peers has promised, however slow their answers", () => {
  const world = settledWorld(three);
  world.slow("c", "a", 400);
  world.stopCoordinator();
  world.run(2_000);
  const check = (): void => {
    if (!world.serves("a")) return;
    const until = world.daemon("a").servesUntil;
    for (const peer of ["b", "c"]) expect(until).toBeLessThan(serviceOf(world, peer).promised?.until ?? 0);
  };
  world.run(5_000, check);
  expect(world.serving()).toEqual(["a"]);
  // The answers of c go on arriving for a while.
  world.cut("a", "c");
  world.run(5_000, check);
  expect(world.serving()).toEqual([]);
});

describe("a member that has promised", () => {
  /** The active loses the coordinator and every peer but towards `b`; the coordinator hears b and c. */
  function activeLost(world: World): number {
    for (const other of ["c1", "b", "c"]) world.cutBoth("a", other);
    return world.now;
  }

  test("takes no other epoch before its promise has ended, by which time the active has stopped", () => {
    const world = settledWorld(three);
    const cutAt = activeLost(world);
    let stoppedAt = 0;
    world.run(10_000, () => {
      if (stoppedAt === 0 && !world.serves("a")) stoppedAt = world.now;
      expect(world.serving().length).toBeLessThanOrEqual(1);
    });
    expect(stoppedAt - cutAt).toBeLessThanOrEqual(LEASE_MS);
    expect(world.serving()).toEqual(["b"]);
    expect(world.summary()).toMatchObject({ active: "b", epoch: "2" });
  });

  test("refuses a lease of another epoch, whoever grants it, until its promise has ended", () => {
    const world = settledWorld(three);
    world.cut("c1", "b");
    world.cutBoth("b", "c");
    world.run(250);
    const b = (): ServiceState => serviceOf(world, "b");
    expect(b().promised).toMatchObject({ epoch: 1, to: "a" });
    offerEpoch2(world, "b");
    expect(b().lease).toBeUndefined();
    world.cutBoth("a", "b");
    world.run(LEASE_MS * (1 + DRIFT));
    offerEpoch2(world, "b");
    expect(b().lease?.epoch).toBe(2);
  });

  /** The coordinator was cut off from all, the active goes on; now the coordinator hears `b`, which lost the active. */
  function coordinatorHearsB(world: World): void {
    for (const node of three.nodes) world.cutBoth(node, "c1");
    world.run(10_000);
    for (const peer of ["b", "c"]) world.cutBoth("a", peer);
    world.join("b", "c1");
  }

  test("is waited for: it is not chosen before it is free", () => {
    const world = settledWorld(three);
    coordinatorHearsB(world);
    const freeAt = serviceOf(world, "b").promised?.until ?? 0;
    runSafely(world, 10_000);
    expect(world.serving()).toEqual(["b"]);
    const chosen = world.history.filter(({ type }) => type === "candidateChosen");
    expect(chosen.at(-1)?.at).toBeGreaterThanOrEqual(freeAt);
  });

  test("is waited for in the course of a failover too, where it has promised later than the coordinator acked", () => {
    const world = settledWorld({ nodes: ["a", "b"], group });
    for (const node of ["a", "b"]) world.cutBoth(node, "c1");
    // Shorter than it takes to give up the link, which goes on.
    world.run(400);
    world.cutBoth("a", "b");
    const freeAt = serviceOf(world, "b").promised?.until ?? 0;
    world.join("b", "c1");
    runSafely(world, 5_000);
    expect(world.serving()).toEqual(["b"]);
    const chosen = world.history.filter(({ type }) => type === "candidateChosen");
    expect(chosen.at(-1)?.at).toBeGreaterThanOrEqual(freeAt);
    expect(world.happened("groupHeld")).toBe(false);
  });

  test("is bound for as long after a restart as it can have been before", () => {
    const world = settledWorld(three);
    coordinatorHearsB(world);
    world.restart("b");
    runSafely(world, 10_000);
    expect(world.serving()).toEqual(["b"]);
  });

  test("says so to the coordinator, which looks for another", () => {
    const world = settledWorld(three);
    world.run(500);
    const report = world.cluster.nodes.get("b" as never)?.report.services[0];
    expect(report?.promisedEpoch).toBe(1);
  });

  test("is free as soon as the active has given that epoch back", () => {
    const world = settledWorld(three);
    world.run(500);
    world.order({ action: "switchover", group: db });
    const tookMs = world.until("b serves", () => world.serves("b"));
    expect(tookMs).toBeLessThan(LEASE_MS / 2);
    expect(LEASE_MS * (1 + DRIFT)).toBeGreaterThan(LEASE_MS);
  });

  test("promises nothing more to an active that has given that epoch back, whose beat was long on its way", () => {
    const world = settledWorld({ nodes: ["a", "b", "c"], group: { ...group, automatic: false } });
    const promises = (): readonly unknown[] => {
      const claim = { group: db, epoch: epoch(1), durationMs: LEASE_MS };
      const { incarnation } = world.daemon("a").state;
      const beat = {
        type: "peerBeat",
        node: "a",
        incarnation,
        sequence: 1e6,
        hearsCoordinator: true,
      } as const;
      const message = { ...beat, node: "a" as never, claims: [claim] };
      const event = { type: "peerReceived", peer: "a" as never, message } as const;
      const { effects } = stepAgent(world.daemon("b").state, event, instant(world.now));
      return effects.filter((one) => one.type === "peerSend" && one.message.type === "peerPromise");
    };
    expect(promises()).toHaveLength(1);
    world.restart("a");
    world.until("b knows", () => serviceOf(world, "b").view?.releasedEpoch === 1);
    expect(serviceOf(world, "b").seenEpoch).toBe(1);
    expect(promises()).toEqual([]);
  });
});

describe("a member that the last active did not know", () => {
  test("is not promoted, though nobody else is left", () => {
    const world = settledWorld({ nodes: ["a", "b"], group });
    world.cut("c1", "a");
    world.cut("c1", "b");
    world.cutBoth("a", "b");
    world.add("z");
    world.cutBoth("z", "a");
    world.cutBoth("z", "b");
    world.cutBoth("a", "c1");
    world.cutBoth("b", "c1");
    runSafely(world, 15_000);
    expect(world.serving()).toEqual([]);
    expect(world.summary().incident).toContain("z: the last active did not know of it");
  });

  test("is promoted once the active has been told of it", () => {
    const world = settledWorld({ nodes: ["a", "b"], group });
    world.add("z");
    world.run(3_000);
    for (const other of ["c1", "b", "z"]) world.cutBoth("a", other);
    for (const other of ["c1", "z"]) world.cutBoth("b", other);
    runSafely(world, 15_000);
    expect(world.serving()).toEqual(["z"]);
  });
});
