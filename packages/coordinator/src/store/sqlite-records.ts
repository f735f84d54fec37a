/** The records of the machine, as rows. */
import type { DatabaseSync } from "node:sqlite";
import {
  type NodeId,
  type Pause,
  type StoreChanges,
  type StoredCluster,
  type StoredGroup,
  type StoredMove,
  type StoredNode,
  type StoredStep,
  assert,
  epoch,
  groupId,
  incarnation,
  nodeId,
  term,
} from "@phidelity/core";

type Row = Readonly<Record<string, unknown>>;

// A condition on each write keeps counters from falling: an epoch or a term that was handed out once must not be again.
const SAVE_TERM = `INSERT INTO meta(key, value) VALUES ('term', ?)
  ON CONFLICT(key) DO UPDATE SET value = excluded.value WHERE excluded.value >= value`;
const SAVE_GROUP = `INSERT INTO groups(
    name, epoch, holder, holder_incarnation, in_sync, pause, released, members, quarantine, move, steps
  ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT(name) DO UPDATE SET epoch = excluded.epoch, holder = excluded.holder,
    holder_incarnation = excluded.holder_incarnation, in_sync = excluded.in_sync, pause = excluded.pause,
    released = excluded.released, members = excluded.members, quarantine = excluded.quarantine,
    move = excluded.move, steps = excluded.steps
  WHERE excluded.epoch >= epoch`;
const SAVE_NODE = `INSERT INTO nodes(name, incarnation, zone, groups, gone, draining) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT(name) DO UPDATE SET incarnation = excluded.incarnation, zone = excluded.zone, groups = excluded.groups,
    gone = excluded.gone, draining = excluded.draining`;

/** Everything that is kept, by name. */
export function readCluster(database: DatabaseSync): StoredCluster {
  const kept = database.prepare("SELECT value FROM meta WHERE key = 'term'").get();
  return {
    term: term(Number(kept?.["value"] ?? 0)),
    groups: database.prepare("SELECT * FROM groups ORDER BY name").all().map(readGroup),
    nodes: database.prepare("SELECT * FROM nodes ORDER BY name").all().map(readNode),
  };
}

/** Writes changes; to be called inside a transaction. */
export function writeChanges(database: DatabaseSync, changes: StoreChanges): void {
  if (changes.term !== undefined) {
    const { changes: written } = database.prepare(SAVE_TERM).run(changes.term);
    assert(written === 1, "the term never falls");
  }
  for (const group of changes.groups ?? []) writeGroup(database, group);
  for (const node of changes.nodes ?? []) writeNode(database, node);
  for (const name of changes.forgotten ?? []) database.prepare("DELETE FROM nodes WHERE name = ?").run(name);
}

function writeGroup(database: DatabaseSync, group: StoredGroup): void {
  const { changes: written } = database
    .prepare(SAVE_GROUP)
    .run(
      group.group,
      group.epoch,
      group.holder,
      group.holderIncarnation,
      JSON.stringify(group.inSync),
      group.pause === null ? null : JSON.stringify(group.pause),
      Number(group.released),
      JSON.stringify(group.members),
      JSON.stringify(group.quarantine),
      group.move === null ? null : JSON.stringify(group.move),
      JSON.stringify(group.steps),
    );
  assert(written === 1, `the epoch of ${group.group} never falls`);
}

function writeNode(database: DatabaseSync, node: StoredNode): void {
  database
    .prepare(SAVE_NODE)
    .run(
      node.node,
      node.incarnation,
      node.zone,
      JSON.stringify(node.groups),
      Number(node.left),
      Number(node.draining),
    );
}

function readGroup(row: Row): StoredGroup {
  const holder = String(row["holder"]);
  const pause = row["pause"] as string | null;
  const move = row["move"] as string | null;
  return {
    group: groupId(String(row["name"])),
    epoch: epoch(Number(row["epoch"])),
    holder: holder === "" ? "" : nodeId(holder),
    holderIncarnation: incarnation(Number(row["holder_incarnation"])),
    released: row["released"] === 1,
    members: JSON.parse(String(row["members"])) as NodeId[],
    quarantine: JSON.parse(String(row["quarantine"])) as StoredGroup["quarantine"],
    inSync: JSON.parse(String(row["in_sync"])) as NodeId[],
    pause: pause === null ? null : (JSON.parse(pause) as Pause),
    move: move === null ? null : (JSON.parse(move) as StoredMove),
    steps: JSON.parse(String(row["steps"])) as StoredStep[],
  };
}

function readNode(row: Row): StoredNode {
  return {
    node: nodeId(String(row["name"])),
    incarnation: incarnation(Number(row["incarnation"])),
    zone: String(row["zone"]),
    groups: (JSON.parse(String(row["groups"])) as string[]).map(groupId),
    left: row["gone"] === 1,
    draining: row["draining"] === 1,
  };
}
