/** What every store promises, as tests: see the docstring of {@link Store}. */
import {
  AssertionError,
  type HistoryEntry,
  type StoredGroup,
  type StoredMove,
  type StoredNode,
  type StoredStep,
  epoch,
  groupId,
  incarnation,
  nodeId,
  term,
} from "@phidelity/core";
import { describe, expect, test } from "vitest";
import type { Store } from "./store.ts";

const db = groupId("db");
const one = nodeId("db-1");

function group(name: string, at: number, rest: Partial<StoredGroup> = {}): StoredGroup {
  return {
    group: groupId(name),
    epoch: epoch(at),
    holder: one,
    holderIncarnation: incarnation(2),
    released: false,
    members: [one, nodeId("db-2")],
    quarantine: [],
    inSync: [nodeId("db-2")],
    pause: null,
    move: null,
    steps: [],
    ...rest,
  };
}

const move: StoredMove = {
  kind: "switchover",
  because: "ann asked for it",
  by: "ann",
  planned: true,
  from: one,
  to: nodeId("db-2"),
  prefer: "",
  acceptDataLoss: false,
  startedAtMs: 1_800_000_000_000,
  stoppedAtMs: 0,
  stoppedBy: "none",
  stage: "demoting",
  limitMs: 13_020,
};
const promoted: StoredStep = {
  step: "promote",
  epoch: epoch(7),
  node: one,
  outcome: "done",
  atMs: 1_800_000_000_000,
};

function node(name: string, rest: Partial<StoredNode> = {}): StoredNode {
  return {
    node: nodeId(name),
    incarnation: incarnation(1),
    zone: "a",
    groups: [db],
    left: false,
    draining: false,
    ...rest,
  };
}

function happening(text: string, rest: Partial<HistoryEntry> = {}): HistoryEntry {
  return { type: "happened", text, facts: {}, ...rest };
}

/**
 * Runs the promises against one kind of store.
 *
 * @param open gives an empty store
 * @param reopen closes a store, and opens what it kept; left out where nothing outlives the process
 */
export function keepsThePromises(
  name: string,
  open: () => Promise<Store>,
  reopen?: (store: Store) => Promise<Store>,
): void {
  const again = reopen ?? (async (store: Store): Promise<Store> => store);

  describe(`${name} keeps its promises`, () => {
    test("a new store is empty, with term 0", async () => {
      const store = await open();
      expect(await store.load()).toEqual({ term: 0, groups: [], nodes: [] });
      expect(await store.leaseWaitMs()).toBe(0);
      expect(await store.events({ limit: 10 })).toEqual([]);
    });

    test("what was saved is loaded again, in the order of the names", async () => {
      const pause = { by: "ann", reason: "disks", untilMs: 1_800_000_000_000 };
      const resting = { node: one, failures: 3, untilMs: 1_800_000_040_000, why: "it failed" };
      const groups = [
        group("web", 3, { holder: "", inSync: [], members: [], released: true }),
        group("db", 2 ** 52, { pause, quarantine: [resting], move, steps: [promoted] }),
      ];
      const nodes = [node("db-2", { left: true }), node("db-1", { draining: true, zone: "" })];
      const store = await open();
      await store.save({ term: term(7), groups, nodes });
      await store.saveLeaseWaitMs(2_020);
      const kept = await again(store);
      expect(await kept.load()).toEqual({ term: 7, groups: groups.toReversed(), nodes: nodes.toReversed() });
      expect(await kept.leaseWaitMs()).toBe(2_020);
    });

    test("records replace those of the same name, and what is not named stays", async () => {
      const store = await open();
      await store.save({ term: term(1), groups: [group("db", 1), group("web", 1)], nodes: [node("db-1")] });
      await store.save({ groups: [group("db", 2, { holder: nodeId("db-2") })], nodes: [node("db-2")] });
      await store.save({ nodes: [node("db-2", { zone: "b" })], forgotten: [one] });
      expect(await (await again(store)).load()).toEqual({
        term: 1,
        groups: [group("db", 2, { holder: nodeId("db-2") }), group("web", 1)],
        nodes: [node("db-2", { zone: "b" })],
      });
    });

    test("what was given back is not when the next epoch is saved, and a quarantine ends with its record", async () => {
      const store = await open();
      const resting = { node: one, failures: 1, untilMs: 1_800_000_000_000, why: "it failed" };
      await store.save({ groups: [group("db", 1, { released: true, quarantine: [resting] })] });
      await store.save({ groups: [group("db", 2)] });
      expect((await (await again(store)).load()).groups).toEqual([group("db", 2)]);
    });

    test("a move ends with its record, and steps are kept as they were saved last", async () => {
      const store = await open();
      await store.save({ groups: [group("db", 7, { move, steps: [{ ...promoted, outcome: "begun" }] })] });
      await store.save({ groups: [group("db", 7, { steps: [promoted] })] });
      expect((await (await again(store)).load()).groups).toEqual([group("db", 7, { steps: [promoted] })]);
    });

    test("neither the term nor an epoch falls, and then nothing of the save is kept", async () => {
      const store = await open();
      const before = { term: term(5), groups: [group("db", 9)], nodes: [] };
      await store.save(before);
      await expect(store.save({ groups: [group("web", 1), group("db", 8)] })).rejects.toThrow(AssertionError);
      await expect(store.save({ groups: [group("web", 1)], term: term(4) })).rejects.toThrow(AssertionError);
      expect(await (await again(store)).load()).toEqual(before);
    });

    test("what is saved or loaded does not change with the objects of the machine", async () => {
      const store = await open();
      const mine = group("db", 1) as { epoch: number } & StoredGroup;
      await store.save({ groups: [mine] });
      Object.assign(mine, { epoch: 4 });
      const loaded = (await store.load()).groups[0];
      Object.assign(loaded ?? {}, { epoch: 5 });
      expect((await store.load()).groups[0]?.epoch).toBe(1);
    });

    test("events are numbered upwards and keep their order and all that they say", async () => {
      const store = await open();
      const rows = [
        store.append(happening("first", { group: db, node: one, epoch: epoch(7), facts: { a: "1" } }), 100),
        store.append(happening("second"), 200),
      ];
      expect((rows[1]?.sequence ?? 0) - (rows[0]?.sequence ?? 0)).toBe(1);
      const kept = await again(store);
      expect(await kept.events({ limit: 10 })).toEqual(rows);
      const next = kept.append(happening("third"), 300);
      expect(next.sequence).toBeGreaterThan(rows[1]?.sequence ?? 0);
    });

    test("events can be asked for by time, number, group and node, the newest of them", async () => {
      const store = await open();
      const texts = ["a", "b", "c", "d", "e", "f"];
      const rows = texts.map((text, index) =>
        store.append(
          happening(text, { ...(index % 2 === 0 ? { group: db } : {}), ...(index < 3 ? { node: one } : {}) }),
          index * 100,
        ),
      );
      const ask = async (
        query: Omit<Parameters<Store["events"]>[0], "limit">,
        limit: number = 10,
      ): Promise<string> => (await store.events({ ...query, limit })).map(({ text }) => text).join("");
      expect(await ask({}, 2)).toBe("ef");
      expect(await ask({ sinceMs: 300 })).toBe("def");
      expect(await ask({ after: rows[3]?.sequence ?? 0 })).toBe("ef");
      expect(await ask({ group: db })).toBe("ace");
      expect(await ask({ group: db, node: one }, 1)).toBe("c");
      await store.prune(200);
      expect(await ask({})).toBe("cdef");
    });

    test("a thousand events at once are all kept", async () => {
      const store = await open();
      for (let count = 0; count < 1_000; count += 1) store.append(happening(String(count)), count);
      const kept = await (await again(store)).events({ limit: 2_000 });
      expect(kept.map(({ text }) => text)).toEqual(
        Array.from({ length: 1_000 }, (_, count) => String(count)),
      );
    });
  });
}
