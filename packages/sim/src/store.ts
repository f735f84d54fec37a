/** What a coordinator's store does with the changes that it is given. */
import type { StoreChanges, StoredCluster } from "@phidelity/core";

export const emptyStore: StoredCluster = { term: 0 as StoredCluster["term"], groups: [], nodes: [] };

/** The store after a save: records replace those of the same key. */
export function applied(stored: StoredCluster, changes: StoreChanges): StoredCluster {
  const groups = replaced(stored.groups, changes.groups ?? [], (one) => one.group);
  const forgotten = new Set(changes.forgotten ?? []);
  const nodes = replaced(stored.nodes, changes.nodes ?? [], (one) => one.node);
  return {
    term: changes.term ?? stored.term,
    groups,
    nodes: nodes.filter((one) => !forgotten.has(one.node)),
  };
}

function replaced<T>(before: readonly T[], changed: readonly T[], keyOf: (one: T) => string): readonly T[] {
  if (changed.length === 0) return before;
  const byKey = new Map(before.map((one) => [keyOf(one), one]));
  for (const one of changed) byKey.set(keyOf(one), one);
  return [...byKey.values()];
}
