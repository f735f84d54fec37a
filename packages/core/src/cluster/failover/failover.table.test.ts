import { describe, expect, test } from "vitest";
import { groupId, term } from "../../ids.ts";
import { instant } from "../../time.ts";
import { createCluster } from "../coordinator.ts";
import type { ClusterSettings } from "../settings.ts";
import { limitMs, phaseGuides } from "./deadlines.ts";
import {
  type FailoverFacts,
  type FailoverRow,
  type GroupPhase,
  factValues,
  failoverRowsFor,
  failoverTable,
} from "./failover.table.ts";

const phases: readonly GroupPhase[] = [
  "choosing",
  "committing",
  "promoting",
  "serving",
  "releasing",
  "demoting",
  "catchingUp",
  "held",
];

const settings: ClusterSettings = {
  cluster: "test",
  coordinator: "c1",
  software: "1",
  protocol: { min: 1, max: 1 },
  intervalMs: 250,
  lease: { durationMs: 2_000, drift: 0.01 },
  detector: { law: "normal", suspect: 3, down: 6, alone: 8, missed: 2, capMs: 5_000 },
  groups: [
    {
      group: groupId("db"),
      mode: "active-passive",
      required: 1,
      unit: "",
      spare: 1,
      replication: { mode: "async", maxLagBytes: 0, writeQuorum: 0 },
      automatic: true,
      cooldownMs: 0,
      failback: false,
      onCoordinatorLoss: "fence",
    },
  ],
};

/** Every combination of facts, as an iterator: there are more than a list should hold. */
function* everySituation(): Generator<FailoverFacts> {
  const names = Object.keys(factValues) as (keyof FailoverFacts)[];
  const counts = names.map((name) => factValues[name].length);
  const total = counts.reduce((product, count) => product * count, 1);
  for (let index = 0; index < total; index += 1) {
    let rest = index;
    const facts: Record<string, string> = {};
    names.forEach((name, at) => {
      const count = counts[at] ?? 1;
      facts[name] = factValues[name][rest % count] ?? "";
      rest = Math.floor(rest / count);
    });
    yield facts as unknown as FailoverFacts;
  }
}

/** Rows that fit somewhere in a phase, with each situation in which they do. */
function walk(visit: (phase: GroupPhase, facts: FailoverFacts, rows: readonly FailoverRow[]) => void): void {
  for (const facts of everySituation()) {
    for (const phase of phases) visit(phase, facts, failoverRowsFor(phase, facts));
  }
}

describe("the failover table, in every situation", () => {
  test("has at most one row that fits", () => {
    const clashes: string[] = [];
    walk((phase, _facts, rows) => {
      if (rows.length > 1) clashes.push(`${phase}: ${rows.map((row) => row.because).join(" | ")}`);
    });
    expect([...new Set(clashes)]).toEqual([]);
  });

  test("commits a new epoch only when nobody can hold the old lease, and the old active is fenced where it must be", () => {
    const unsafe: string[] = [];
    walk((phase, facts, rows) => {
      const commits = rows.some((row) => row.orders.includes("commit"));
      // A switchover has seen the old lease end before it waits for its target.
      const leaseMayRun = facts.lease === "running" && phase !== "catchingUp";
      const unfenced = (facts.fence === "running" || facts.fence === "failed") && phase !== "catchingUp";
      if (commits && (leaseMayRun || unfenced)) unsafe.push(phase);
    });
    expect(unsafe).toEqual([]);
  });

  test("grants only an epoch that is durable", () => {
    const unsafe: GroupPhase[] = [];
    walk((phase, facts, rows) => {
      if (facts.stored === "no" && rows.some((row) => row.orders.includes("grant"))) unsafe.push(phase);
    });
    expect(unsafe).toEqual([]);
  });

  test("commits only when a candidate is ready", () => {
    const unsafe: GroupPhase[] = [];
    walk((phase, facts, rows) => {
      if (facts.candidate !== "ready" && rows.some((row) => row.orders.includes("commit")))
        unsafe.push(phase);
    });
    expect(unsafe).toEqual([]);
  });

  test("moves nothing by itself that may not move", () => {
    const unasked: GroupPhase[] = [];
    walk((phase, facts, rows) => {
      const barred = facts.permitted === "no" && facts.asked === "nothing";
      const starts = rows.some((row) => row.from === "serving" && row.to !== "held");
      if (barred && starts) unasked.push(phase);
    });
    expect(unasked).toEqual([]);
  });
});

describe("the failover table, as a graph", () => {
  test("reaches every phase from where a group starts", () => {
    const reached = new Set<GroupPhase>(["choosing"]);
    for (let grown = true; grown;) {
      const before = reached.size;
      for (const row of failoverTable) if (reached.has(row.from)) reached.add(row.to);
      grown = reached.size > before;
    }
    expect([...reached].sort()).toEqual([...phases].sort());
  });

  test("leads from every phase back to serving", () => {
    const leads = new Set<GroupPhase>(["serving"]);
    for (let grown = true; grown;) {
      const before = leads.size;
      for (const row of failoverTable) if (leads.has(row.to)) leads.add(row.from);
      grown = leads.size > before;
    }
    expect([...leads].sort()).toEqual([...phases].sort());
  });

  test("leaves each phase that is on its way when its deadline has passed, unless a clock or the fence is waited for", () => {
    const stuck = new Set<string>();
    walk((phase, facts, rows) => {
      if (phase === "serving" || phase === "held" || facts.late === "no" || rows.length > 0) return;
      // The lease runs out by the clock and the fence command ends by its own timeout; both change the facts.
      if (facts.lease === "running" || facts.fence === "running") return;
      stuck.add(`${phase} ${JSON.stringify(facts)}`);
    });
    expect([...stuck].slice(0, 3)).toEqual([]);
  });

  test("gives every phase that is on its way a deadline, and says of each what to type", () => {
    const { state } = createCluster(settings, { term: term(0), groups: [], nodes: [] }, instant(0), 0);
    const group = state.groups.get(groupId("db"));
    expect(group).toBeDefined();
    if (group === undefined) return;
    for (const phase of phases) {
      group.phase = phase;
      const limit = limitMs(state, group);
      expect({ phase, ends: limit !== undefined && limit > 0 }).toEqual({ phase, ends: phase !== "serving" });
      expect(phaseGuides[phase].limit === "").toBe(phase === "serving");
      expect(phaseGuides[phase].type.filter((words) => !words.startsWith("phi "))).toEqual([]);
      expect(phaseGuides[phase].type.length).toBeGreaterThan(0);
    }
  });

  test("waits in a group that serves or is held only for what comes by itself, or for what an operator can type", () => {
    const stuck = new Set<string>();
    walk((phase, facts, rows) => {
      if ((phase !== "serving" && phase !== "held") || facts.late === "no" || rows.length > 0) return;
      const clock = facts.lease === "running" || facts.fence === "running";
      const well = phase === "serving" && facts.active === "well" && facts.asked === "nothing";
      // `phi resume`; and a member that becomes fit, or `phi failover --accept-data-loss`.
      const operator = phase === "held" && (facts.permitted === "no" || facts.candidate !== "ready");
      if (!clock && !well && !operator) stuck.add(`${phase} ${JSON.stringify(facts)}`);
    });
    expect([...stuck].slice(0, 3)).toEqual([]);
  });

  test("gives every row a label that a diagram has room for", () => {
    expect(failoverTable.filter(({ label }) => label.length < 4 || label.length > 24)).toEqual([]);
  });

  test("gives every row a reason in words", () => {
    expect(failoverTable.filter((row) => row.because.length < 10)).toEqual([]);
  });

  test("has no row that can never fit", () => {
    const used = new Set<FailoverRow>();
    walk((_phase, _facts, rows) => rows.forEach((row) => used.add(row)));
    expect(failoverTable.filter((row) => !used.has(row)).map((row) => row.because)).toEqual([]);
  });
});
