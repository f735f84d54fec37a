/**
 * Words of the core, and their numbers on the wire.
 *
 * A newer peer may send a number that this version does not know, and absent is 0. Each table names the word that either is
 * taken for: the one by which the least happens.
 */
import type {
  GroupView,
  Health,
  HookName,
  NodeStatus,
  Order,
  Outcome,
  RefusalCode,
  Replication,
  Role,
} from "@phidelity/core";
import { phidelity } from "../gen/phidelity.js";

const wire = phidelity.v1;

/** Turns the words of one enum to numbers and back. */
export interface Words<Word extends string, Value extends number> {
  /** The number of a word. */
  valueOf(word: Word): Value;
  /** The word of a number; for one that is absent or not known, the table's own choice. */
  wordOf(value: number | null | undefined): Word;
}

function words<Word extends string, Value extends number>(
  values: Readonly<Record<Word, Value>>,
  otherwise: Word,
): Words<Word, Value> {
  const byValue = new Map<number, Word>();
  for (const word of Object.keys(values) as Word[]) byValue.set(values[word], word);
  return {
    valueOf: (word) => values[word],
    wordOf: (value) => byValue.get(value ?? 0) ?? otherwise,
  };
}

/** A role that is not known claims nothing. */
export const roles = words<Role, phidelity.v1.Role>(
  {
    active: wire.Role.ROLE_ACTIVE,
    promoting: wire.Role.ROLE_PROMOTING,
    demoting: wire.Role.ROLE_DEMOTING,
    standby: wire.Role.ROLE_STANDBY,
    none: wire.Role.ROLE_NONE,
  },
  "none",
);

export const healths = words<Health, phidelity.v1.Health>(
  {
    unknown: wire.Health.HEALTH_UNKNOWN,
    healthy: wire.Health.HEALTH_HEALTHY,
    failed: wire.Health.HEALTH_FAILED,
  },
  "unknown",
);

export const replicationRoles = words<Replication["role"], phidelity.v1.ReplicationRole>(
  {
    primary: wire.ReplicationRole.REPLICATION_ROLE_PRIMARY,
    replica: wire.ReplicationRole.REPLICATION_ROLE_REPLICA,
    unknown: wire.ReplicationRole.REPLICATION_ROLE_UNKNOWN,
  },
  "unknown",
);

/** Results of hooks are only told to people; a status hook is the least of them. */
export const hookNames = words<HookName, phidelity.v1.HookName>(
  {
    promote: wire.HookName.HOOK_NAME_PROMOTE,
    demote: wire.HookName.HOOK_NAME_DEMOTE,
    follow: wire.HookName.HOOK_NAME_FOLLOW,
    status: wire.HookName.HOOK_NAME_STATUS,
  },
  "status",
);

/** A refusal is one whatever its code; `reason` says in words what this version cannot name. */
export const refusalCodes = words<RefusalCode, phidelity.v1.RefusalCode>(
  {
    version: wire.RefusalCode.REFUSAL_CODE_VERSION,
    auth: wire.RefusalCode.REFUSAL_CODE_AUTH,
    stale: wire.RefusalCode.REFUSAL_CODE_STALE,
    forgotten: wire.RefusalCode.REFUSAL_CODE_FORGOTTEN,
    malformed: wire.RefusalCode.REFUSAL_CODE_MALFORMED,
  },
  "malformed",
);

/** An order that is not known is not carried out. */
export const orders = words<Order, phidelity.v1.Order>(
  {
    none: wire.Order.ORDER_NONE,
    release: wire.Order.ORDER_RELEASE,
    status: wire.Order.ORDER_STATUS,
  },
  "none",
);

/** Of the modes, active-passive is the one in which nobody serves without a lease. */
export const groupModes = words<GroupView["mode"], phidelity.v1.GroupMode>(
  {
    "active-passive": wire.GroupMode.GROUP_MODE_ACTIVE_PASSIVE,
    "active-active": wire.GroupMode.GROUP_MODE_ACTIVE_ACTIVE,
  },
  "active-passive",
);

/** Only shown to people; a status that is not known is at least not called alive. */
export const nodeStatuses = words<NodeStatus, phidelity.v1.NodeStatus>(
  {
    joining: wire.NodeStatus.NODE_STATUS_JOINING,
    alive: wire.NodeStatus.NODE_STATUS_ALIVE,
    suspect: wire.NodeStatus.NODE_STATUS_SUSPECT,
    unreachable: wire.NodeStatus.NODE_STATUS_UNREACHABLE,
    down: wire.NodeStatus.NODE_STATUS_DOWN,
    left: wire.NodeStatus.NODE_STATUS_LEFT,
    draining: wire.NodeStatus.NODE_STATUS_DRAINING,
  },
  "joining",
);

/** An outcome that is not known is an unknown outcome, which is what `timedOut` says. */
export const outcomeStatuses = words<Outcome["status"], phidelity.v1.OutcomeStatus>(
  {
    done: wire.OutcomeStatus.OUTCOME_STATUS_DONE,
    refused: wire.OutcomeStatus.OUTCOME_STATUS_REFUSED,
    timedOut: wire.OutcomeStatus.OUTCOME_STATUS_TIMED_OUT,
  },
  "timedOut",
);
