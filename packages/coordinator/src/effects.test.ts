import {
  type ClusterEffect,
  type ClusterEvent,
  type Outcome,
  PhiError,
  type StoreChanges,
  epoch,
  groupId,
  incarnation,
  term,
} from "@phidelity/core";
import { DirectProbes, createLog, monotonicClock } from "@phidelity/runtime";
import { expect, test } from "vitest";
import { Effects } from "./effects.ts";
import { Fences } from "./fence.ts";
import { CoordinatorMetrics } from "./metrics.ts";
import { Orders } from "./orders.ts";
import { Sessions } from "./sessions.ts";
import { MemoryStore } from "./store/memory.ts";
import { Watchers } from "./watchers.ts";

const log = createLog({ name: "test", level: "silent" });
const clock = monotonicClock();
const db = groupId("db");

/** A store on a disk that can be full. */
class FillingStore extends MemoryStore {
  full = false;

  override async save(changes: StoreChanges): Promise<void> {
    if (this.full) throw new PhiError("STORE_UNUSABLE", { path: "/full", reason: "disk full" });
    await super.save(changes);
  }
}

function stage(): {
  effects: Effects;
  store: FillingStore;
  orders: Orders;
  requested: string[];
  saved: number[];
} {
  const store = new FillingStore();
  const requested: string[] = [];
  const saved: number[] = [];
  const orders = new Orders((event) => {
    if (event.type === "requested") requested.push(event.request);
  });
  const nobody = { authorize: () => undefined, log };
  const effects = new Effects({
    clock,
    log,
    store,
    orders,
    sessions: new Sessions({ ...nobody, dispatch: () => {}, onHeartbeat: () => {} }),
    watchers: new Watchers({
      ...nobody,
      orders,
      mayOperate: () => true,
      nowMs: () => clock.now(),
      members: () => ({ type: "members", cluster: "c", leader: "c1", term: term(1), members: [] }),
    }),
    fences: new Fences(() => {}, log),
    probes: new DirectProbes({ secure: false, reachesLoopback: true, onEnded: () => {} }),
    metrics: new CoordinatorMetrics(),
    fenceOf: () => undefined,
    onSaved: () => saved.push(1),
  });
  return { effects, store, orders, requested, saved };
}

const save: ClusterEffect = {
  type: "save",
  revision: 3,
  changes: {
    term: term(2),
    groups: [
      {
        group: db,
        epoch: epoch(7),
        holder: "",
        holderIncarnation: incarnation(0),
        released: false,
        members: [],
        quarantine: [],
        inSync: [],
        pause: null,
        move: null,
        steps: [],
      },
    ],
  },
};
const record: ClusterEffect = {
  type: "record",
  entry: { type: "failoverStarted", group: db, epoch: epoch(7), text: "db fails over", facts: {} },
};

test("a save is reported once the store has it", async () => {
  const { effects, store, saved } = stage();
  expect(await effects.perform(save)).toEqual({ type: "saved", revision: 3 });
  expect(await store.load()).toMatchObject({ term: 2, groups: [{ epoch: 7 }] });
  expect(saved).toEqual([1]);
});

test("a save that the store refuses is reported with the reason, and is no readiness", async () => {
  const { effects, store, saved } = stage();
  store.full = true;
  expect(await effects.perform(save)).toEqual({
    type: "saveFailed",
    revision: 3,
    detail: "STORE_UNUSABLE path=/full reason=disk full",
  });
  expect(saved).toEqual([]);
});

test("what happened is numbered and kept with the time of day", async () => {
  const { effects, store } = stage();
  void effects.perform(record);
  const [row] = await store.events({ limit: 1 });
  expect(row).toMatchObject({ sequence: 1, type: "failoverStarted", group: "db", epoch: 7 });
  expect(Math.abs((row?.atMs ?? 0) - Date.now())).toBeLessThan(5_000);
});

test("after a failed save people hear what was decided, and that it is not durable", async () => {
  const { effects, store, orders, requested } = stage();
  const outcomes: Omit<Outcome, "request">[] = [];
  orders.place({ action: "pause", reason: "" }, false, {
    by: "ann",
    onProgress: () => {},
    onOutcome: (outcome) => outcomes.push(outcome),
  });
  const answer: ClusterEffect = {
    type: "answer",
    outcome: { type: "outcome", request: requested[0] ?? "", status: "done", afterMs: 2, text: "paused" },
  };
  const because: ClusterEvent = { type: "saveFailed", revision: 3, detail: "disk full" };
  effects.dropped([record, answer], because);
  expect(outcomes).toEqual([
    {
      type: "outcome",
      status: "timedOut",
      afterMs: 2,
      text: "not durable yet, and tried again: paused (disk full)",
    },
  ]);
  expect(await store.events({ limit: 9 })).toHaveLength(1);
});
