/** One run of the matrix: one fault on the active of a cluster at rest, until the cluster is at rest again. */
import type { ContainerCluster } from "../src/containers/container-cluster.ts";
import { Trial } from "../src/containers/trial.ts";
import { Faults } from "../src/faults/faults.ts";
import { clockMs } from "../src/until.ts";
import type { MatrixFault } from "./matrix-faults.ts";

/** Far above a lease and its hooks, on a machine that is busy with other things too. */
const MOVES_WITHIN_MS = 30_000;
const SETTLES_WITHIN_MS = 60_000;
/** A lease ends twice in it. */
const WATCHED_MS = 4_500;

export interface Run {
  readonly fault: string;
  readonly outageMs: number;
  readonly acknowledged: number;
  readonly moved: boolean;
  /** Each way in which two actives were seen. */
  readonly overlaps: readonly string[];
  readonly lost: readonly number[];
  readonly phantoms: readonly number[];
  /** What the coordinator said that the new active was behind, in bytes; undefined where it did not say. */
  readonly lagBytes: number | undefined;
  /** Whether it said that this is all: of what an active took after its last word, nobody knows how much it was. */
  readonly lagIsWhole: boolean;
  /** From the end of the fault until the old active stood by in its place. */
  readonly rejoinedMs: number;
}

/** @throws with a diagnosis where the cluster did not come through */
export async function runOnce(cluster: ContainerCluster, fault: MatrixFault): Promise<Run> {
  const trial = await Trial.begin(cluster, SETTLES_WITHIN_MS);
  const faults = new Faults();
  try {
    await trial.strike(() => faults.begin(fault.strike(trial.old, cluster)));
    await effectOf(fault, trial);
    await faults.undo();
    const undoneAt = clockMs();
    const { active, verdict, outageMs } = await trial.end(SETTLES_WITHIN_MS);
    const rejoinedMs = clockMs() - undoneAt;
    const { acknowledged, overlaps, lost, phantoms } = verdict;
    const moved = active.name !== trial.old.name;
    if (fault.moves === "must" && !moved) throw new Error(`${active.name} is still the active`);
    if (fault.moves === "mustNot" && (moved || (await cluster.epoch()) !== trial.epoch))
      throw new Error("a failover that the fault is no reason for");
    const said = moved ? await lagOf(cluster) : { lagBytes: undefined, lagIsWhole: true };
    return {
      fault: fault.name,
      outageMs,
      acknowledged,
      moved,
      overlaps,
      lost,
      phantoms,
      ...said,
      rejoinedMs,
    };
  } catch (error) {
    throw new Error(`${fault.name}\n${await cluster.diagnosis()}`, { cause: error });
  } finally {
    await trial.stop();
    await faults.undo();
  }
}

async function effectOf({ moves }: MatrixFault, trial: Trial): Promise<void> {
  if (moves === "must") return trial.moved(MOVES_WITHIN_MS);
  if (moves === "mustNot") return trial.watched(WATCHED_MS);
  await trial.moved(2 * WATCHED_MS).catch(() => {}); // Whether it moved is seen afterwards.
}

/** What the last change of active said of the new one. */
async function lagOf({ api, kit }: ContainerCluster): Promise<Pick<Run, "lagBytes" | "lagIsWhole">> {
  const events = await api.events();
  const last = events.filter(({ type, facts }) => type === "failoverDone" && facts["to"] !== "").at(-1);
  const text = last?.facts["lagBytes"];
  const lagBytes = text === undefined || text === "" || kit.keepsEverything ? undefined : Number(text);
  return { lagBytes, lagIsWhole: last?.facts["lagIsWhole"] === "true" };
}
