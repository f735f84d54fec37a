/** Who is in sync with an active that keeps the list itself, and how the list shrinks without losing a write. */
import { beforeEach, describe, expect, test } from "vitest";
import { type HookEnd, type HookFacts, epoch } from "../src/index.ts";
import { INTERVAL_MS, LEASE_MS, World } from "./world.ts";

type Status = HookEnd["replication"];

/** What the active's status hook prints, and what it was told each time; the others print a position alone. */
let names: readonly string[] | undefined;
let told: (readonly string[] | undefined)[] = [];
let world: World;
let primary = "a";

function status(node: string, facts: HookFacts): Status {
  if (node !== primary) return { role: "replica", position: "10" };
  told.push(facts.inSync);
  return { role: "primary", position: "10", ...(names === undefined ? {} : { inSyncStandbys: names }) };
}

const group = { replication: { mode: "sync", maxLagBytes: 0, writeQuorum: 0 } } as const;

/** The standbys that could take over without a loss. */
function inSync(): string[] {
  return world.summary().candidates.flatMap((one) => (one.inSync ? [one.node] : []));
}

beforeEach(() => {
  names = [];
  told = [];
  primary = "a";
  world = new World({ nodes: ["a", "b", "c"], group, status });
  world.until("a serves and is followed", () => {
    const followed = ["b", "c"].every((name) => world.daemon(name).hooks.includes("follow 1"));
    return world.serves("a") && followed;
  });
  world.run(2_000);
});

describe("the active's word", () => {
  test("is taken, and the status hook is told of it", () => {
    names = ["b", "c"];
    world.run(2_000);
    expect(inSync()).toEqual(["b", "c"]);
    expect(told.at(-1)).toEqual(["b", "c"]);
  });

  test("names no one that is not a member, nor the active itself", () => {
    names = ["a", "b", "stranger"];
    world.run(2_000);
    expect(inSync()).toEqual(["b"]);
  });

  test("stands while its status hook prints nothing that can be read", () => {
    names = ["b"];
    world.run(2_000);
    world.daemon("a").state.services.forEach((service) => (service.status.replication = undefined));
    world.run(400);
    expect(inSync()).toEqual(["b"]);
  });

  test("decides who takes over: one that was let go does not, though it is well", () => {
    names = ["c"];
    world.run(2_000);
    world.powerOff("a");
    world.until("c serves", () => world.serves("c"));
    expect(world.serves("b")).toBe(false);
  });
});

describe("a member that is no longer named", () => {
  beforeEach(() => {
    names = ["b", "c"];
    world.run(2_000);
    told = [];
  });

  test("is let go within one more run of the hook, which comes at once", () => {
    names = ["c"];
    const tookMs = world.until("b is let go", () => told.at(-1)?.join() === "c");
    expect(inSync()).toEqual(["c"]);
    expect(tookMs).toBeLessThan(900);
  });

  test("is not let go while the coordinator does not know", () => {
    // Neither on its own link nor through a peer.
    for (const other of ["c1", "b", "c"]) world.cut("a", other);
    names = ["c"];
    world.run(400);
    expect(told.length).toBeGreaterThan(0);
    expect(told.every((one) => one?.join() === "b,c")).toBe(true);
  });

  test("is not let go while the coordinator cannot store it", () => {
    world.storeFails = true;
    names = ["c"];
    world.run(3_000);
    expect(told.at(-1)).toEqual(["b", "c"]);
    world.storeFails = false;
    world.until("b is let go", () => told.at(-1)?.join() === "c");
  });

  test("counts at once again when it is named again, whatever the last ack says", () => {
    names = ["c"];
    world.until("b is let go", () => told.at(-1)?.join() === "c");
    names = ["b", "c"];
    told = [];
    world.slow("c1", "a", 700);
    world.until("the hook ran twice more", () => told.length === 2);
    expect(told).toEqual([["c"], ["b", "c"]]);
  });

  test("is not let go by a coordinator that has just started and was told nothing yet", () => {
    world.stopCoordinator();
    names = ["c"];
    world.run(300);
    world.startCoordinator();
    expect(inSync()).toEqual(["b", "c"]);
    expect(told.every((one) => one?.join() === "b,c")).toBe(true);
  });
});

test("a new active knows of nobody whom it could do without, until its own word is stored", () => {
  const first = told.findIndex((one) => one !== undefined);
  expect(first).toBeGreaterThan(0);
  expect(told.slice(first).every((one) => one?.length === 0)).toBe(true);
});

describe("a new active", () => {
  const SOON_MS = 20;
  const runsOf = (name: string): number =>
    world.daemon(name).steps.filter((step) => step.startsWith("begun") && step.endsWith("-status")).length;

  /** How often b and c run their status hooks within a moment from now. */
  function runsSoon(): number[] {
    const before = ["b", "c"].map(runsOf);
    world.run(SOON_MS);
    return ["b", "c"].map((name, at) => runsOf(name) - (before[at] ?? 0));
  }

  beforeEach(() => {
    names = ["b", "c"];
    world.run(2_000);
  });

  test("lets nobody go for what was stored of the one before, while the coordinator takes c for in sync", () => {
    told = [];
    world.powerOff("a");
    primary = "b";
    // Acks that left while it was being promoted come when it serves, and nothing that it says then is heard.
    world.slow("c1", "b", 1.5 * INTERVAL_MS);
    world.until("b serves", () => world.serves("b"));
    for (const other of ["c1", "c"]) world.cut("b", other);
    world.run(LEASE_MS / 2);
    expect(world.serves("b")).toBe(true);
    expect(told.length).toBeGreaterThan(0);
    expect(told.every((one) => one === undefined)).toBe(true);
  });

  test("is told at once when a standby follows it, and runs its status hook; nobody else is", () => {
    world.powerOff("a");
    primary = "b";
    world.until("c follows", () => world.daemon("c").steps.includes("done 2-follow"));
    expect(runsSoon()).toEqual([1, 0]);
    expect(runsSoon()).toEqual([0, 0]);
  });

  test("is told again when the standby broke and follows anew", () => {
    world.powerOff("a");
    primary = "b";
    world.until("c follows", () => world.daemon("c").steps.includes("done 2-follow"));
    world.run(2_100);
    for (const service of world.daemon("c").state.services.values()) service.followedEpoch = epoch(0);
    const follows = (): number => world.daemon("c").steps.filter((step) => step === "done 2-follow").length;
    world.until("c follows anew", () => follows() === 2);
    expect(runsSoon()[0]).toBe(1);
  });
});
