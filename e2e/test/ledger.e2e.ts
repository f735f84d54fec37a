/** Daemons and the coordinator are killed in the middle of moves: no step that had come to its end is done again. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { BareCluster } from "../src/bare-cluster.ts";
import type { Program } from "../src/program.ts";
import { until } from "../src/until.ts";

const COORDINATOR = "c1";
/** Long enough to be killed in the middle, also on a busy machine. */
const HOOK_SECONDS = 1;

let cluster: BareCluster;

beforeEach(async () => {
  const groups = { db: "fence" } as const;
  const nodes = ["n1", "n2", "n3"];
  const options = { name: "ledger", nodes, groups, apart: false, hookSeconds: HOOK_SECONDS, fenced: true };
  completed = new Map();
  cluster = await BareCluster.start(options);
}, 90_000);
afterEach(async ({ task }) => {
  if (task.result?.state === "fail") console.error(await cluster.diagnosis());
  await cluster.stop();
});

const hosts = (): readonly string[] => [COORDINATOR, ...cluster.daemons.keys()];

function program(host: string): Program {
  const found = host === COORDINATOR ? cluster.coordinator : cluster.daemons.get(host);
  if (found === undefined) throw new Error(`no host ${host}`);
  return found;
}

/** When a step was known to have come to its end, in ms since 1970, by `HOST ID`. */
let completed: Map<string, number>;

/** The coordinator's account of what has come to its end; it keeps the newest steps only. */
async function noteCompleted(): Promise<void> {
  const { steps } = await cluster.api.group("db");
  for (const { step, epoch, node, outcome, atMs } of steps) {
    const host = step === "fence" ? COORDINATOR : node;
    if (outcome === "done") completed.set(`${host} db-${epoch}-${step}`, atMs);
  }
}

/** Steps that began after they were known to have come to their end. */
function repeated(): string[] {
  return hosts().flatMap((host) =>
    cluster.stepsOf(host).filter((line) => {
      const [outcome = "", id = "", atMs = ""] = line.split(" ");
      return outcome === "begun" && Number(atMs) > (completed.get(`${host} ${id}`) ?? Infinity);
    }),
  );
}

/** Waits for the next step of that name, begun or known to have come to its end; gives who does it. */
async function nextStep(
  step: string,
  moment: "begun" | "done",
  before: ReadonlySet<string>,
): Promise<string> {
  return until(`${step} is ${moment}`, 30_000, async () => {
    // The coordinator hears of a hook at its end; its beginning shows in what the hook wrote.
    if (moment === "begun")
      return hosts().find((host) => cluster.stepsOf(host).some((line) => isNew(line, step, before)));
    const { steps } = await cluster.api.group("db");
    return steps.find((one) => one.step === step && one.outcome === "done" && !before.has(nameOf(one)))?.node;
  });
}

const nameOf = ({ epoch, step, node }: { epoch: string; step: string; node: string }): string =>
  `${epoch}-${step} on ${node}`;

function isNew(line: string, step: string, before: ReadonlySet<string>): boolean {
  return line.startsWith("begun") && line.includes(`-${step} `) && !before.has(line);
}

/** Everything that has happened so far. */
async function everything(): Promise<ReadonlySet<string>> {
  const { steps } = await cluster.api.group("db");
  return new Set([...steps.map(nameOf), ...hosts().flatMap((host) => cluster.stepsOf(host))]);
}

async function switchOver(): Promise<void> {
  void cluster.api.order("/v1/groups/db/switchover", {}).catch(() => undefined);
}

interface Moment {
  readonly step: string;
  readonly moment: "begun" | "done";
  readonly victim: "coordinator" | "doer";
}

async function strike({ step, moment, victim }: Moment, move: () => Promise<void>): Promise<void> {
  const before = await everything();
  await move();
  const doer = await nextStep(step, moment, before);
  const killed = program(victim === "doer" ? doer : COORDINATOR);
  await killed.signal("SIGKILL");
  killed.start();
}

test("of a switchover", async () => {
  const moments: readonly Moment[] = [
    { step: "demote", moment: "begun", victim: "doer" },
    { step: "demote", moment: "begun", victim: "coordinator" },
    { step: "promote", moment: "begun", victim: "doer" },
    { step: "promote", moment: "done", victim: "doer" },
    { step: "follow", moment: "begun", victim: "doer" },
    { step: "follow", moment: "done", victim: "doer" },
  ];
  for (const moment of moments) {
    await strike(moment, switchOver);
    await cluster.settled();
    await noteCompleted();
  }
  expect(completed.size).toBeGreaterThan(3);
  expect(repeated()).toEqual([]);
}, 480_000);

test("of a failover with a fence command", async () => {
  for (const moment of ["begun", "done"] as const) {
    const lost = program(await cluster.active("db"));
    await strike({ step: "fence", moment, victim: "coordinator" }, async () => lost.signal("SIGKILL"));
    await until("somebody else serves", 30_000, async () => (await cluster.active("db")) !== lost.name);
    lost.start();
    await cluster.settled();
    await noteCompleted();
  }
  const fences = cluster.stepsOf(COORDINATOR).filter((line) => line.startsWith("done"));
  expect(fences.length).toBeGreaterThanOrEqual(2);
  expect(completed.size).toBeGreaterThan(3);
  expect(repeated()).toEqual([]);
}, 240_000);
