/** One run of the matrix: one fault on the active of a cluster at rest, until the cluster is at rest again. */
import type { ContainerCluster } from "../src/containers/container-cluster.ts";
import { Trial } from "../src/containers/trial.ts";
import { Faults } from "../src/faults/faults.ts";
import { type SaidLoss, lossSaid, unsaidLosses } from "../src/said-loss.ts";
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
  /** What the coordinator said of the loss; undefined where nothing moved, or nothing may be lost. */
  readonly said: SaidLoss | undefined;
  /** Lost, and not covered by that. */
  readonly unsaid: readonly number[];
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
    const { active, writes, verdict, outageMs } = await trial.end(SETTLES_WITHIN_MS);
    const rejoinedMs = clockMs() - undoneAt;
    const { acknowledged, overlaps, lost, phantoms } = verdict;
    const moved = active.name !== trial.old.name;
    if (fault.moves === "must" && !moved) throw new Error(`${active.name} is still the active`);
    if (fault.moves === "mustNot" && (moved || (await cluster.epoch()) !== trial.epoch))
      throw new Error("a failover that the fault is no reason for");
    const said = moved ? await saidBy(cluster) : undefined;
    return {
      fault: fault.name,
      outageMs,
      acknowledged,
      moved,
      overlaps,
      lost,
      phantoms,
      said,
      unsaid: said === undefined ? [] : unsaidLosses(writes, lost, said),
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

/** What the last failover said of what was lost by it. */
async function saidBy({ api, kit }: ContainerCluster): Promise<SaidLoss | undefined> {
  if (kit.keepsEverything) return undefined;
  const done = (await api.events()).findLast(({ type }) => type === "failoverDone");
  return done === undefined ? undefined : lossSaid(done);
}
