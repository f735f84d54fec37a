/** A coordinator that is started again on a store that is not what it left: empty, or an old copy. */
import { type StoredCluster, epoch, term } from "@phidelity/core";
import { emptyStore } from "./store.ts";
import type { World } from "./world.ts";

/** A restore raises every epoch by this much (SAFETY rule 11). */
const EPOCH_LEAP = 1_000;

/** Replaces the store under a coordinator that is down, and starts it. */
export function restoreStore(world: World, isLost: boolean): void {
  const { coordinator } = world;
  coordinator.crash(false);
  const { durable } = coordinator.disk;
  coordinator.disk.replace(isLost ? { ...emptyStore, term: durable.term } : restored(world.backup, durable));
  world.checkers.storeReplaced(isLost || !knowsAll(world));
  coordinator.start();
}

/** A backup that is older than a group's first epoch has lost that epoch as an empty store has. */
function knowsAll(world: World): boolean {
  return world.shape.cluster.groups.every(
    ({ group, mode }) =>
      mode === "active-active" ||
      world.backup.groups.some((stored) => stored.group === group && stored.epoch > 0),
  );
}

/** What `restore` makes of a backup: epochs far above it, and nothing fails over by itself until somebody says so. */
function restored(backup: StoredCluster, now: StoredCluster): StoredCluster {
  return {
    term: term(Math.max(backup.term, now.term) + 1),
    nodes: backup.nodes,
    groups: backup.groups.map((group) => ({
      ...group,
      epoch: epoch(group.epoch + EPOCH_LEAP),
      // Whoever held it when the backup was made may have lost it since, and what was in sync then may not be now.
      holder: "",
      released: false,
      inSync: [],
      move: null,
      steps: [],
      // Nor is it known whom the last active counts on.
      members: [],
      pause: { by: "restore", reason: "restored from a backup", untilMs: 0 },
    })),
  };
}
