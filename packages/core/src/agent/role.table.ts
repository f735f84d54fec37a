/**
 * What a member does next, as rows. At most one row fits any role and facts, so their order means nothing; where none
 * fits, the member stays as it is. `test`: role.table.test.ts walks every situation.
 */
export type MemberRole = "none" | "following" | "standby" | "promoting" | "active" | "demoting";

export interface RoleFacts {
  /** Whether a lease is held now, at an epoch that was not given back. */
  readonly lease: "held" | "none";
  /** Whether something that an earlier lease allowed may still be running here. */
  readonly past: "clean" | "served";
  /** How the hook that the role asks for ended; `none` while it runs or where the role has none. */
  readonly hook: "none" | "succeeded" | "failed";
  /** Whether another member serves at an epoch that this one does not follow yet, or follows badly; none serves: `unknown`. */
  readonly active: "toFollow" | "followed" | "unknown";
}

export interface RoleRow {
  readonly from: MemberRole;
  readonly when: Partial<RoleFacts>;
  readonly to: MemberRole;
  /** The reason in two or three words, for the diagram. */
  readonly label: string;
  readonly because: string;
}

// A table reads as rows.
// oxfmt-ignore
export const roleTable: readonly RoleRow[] = [
  { from: "none", when: { past: "served" }, to: "demoting", label: "served before", because: "an earlier lease may have left the service active" },
  { from: "none", when: { past: "clean", lease: "held" }, to: "promoting", label: "lease granted", because: "the lease was granted" },
  { from: "none", when: { past: "clean", lease: "none", active: "toFollow" }, to: "following", label: "other active", because: "another member is the active" },
  { from: "none", when: { past: "clean", lease: "none", active: "followed" }, to: "standby", label: "followed before", because: "it followed the active before the daemon was started" },

  { from: "following", when: { lease: "held" }, to: "promoting", label: "lease granted", because: "the lease was granted" },
  { from: "following", when: { lease: "none", hook: "succeeded" }, to: "standby", label: "followed", because: "it follows the active" },
  { from: "following", when: { lease: "none", hook: "failed" }, to: "none", label: "follow failed", because: "following the active failed" },
  { from: "following", when: { lease: "none", hook: "none", active: "toFollow" }, to: "following", label: "active changed", because: "the active changed again" },

  { from: "standby", when: { lease: "held" }, to: "promoting", label: "lease granted", because: "the lease was granted" },
  { from: "standby", when: { lease: "none", active: "toFollow" }, to: "following", label: "changed, or broken", because: "the active changed, or following it broke" },

  { from: "promoting", when: { lease: "none" }, to: "demoting", label: "lease ended", because: "the lease ended or was asked back" },
  { from: "promoting", when: { lease: "held", hook: "succeeded" }, to: "active", label: "promoted", because: "it was promoted" },
  { from: "promoting", when: { lease: "held", hook: "failed" }, to: "demoting", label: "promote failed", because: "the promotion failed" },

  { from: "active", when: { lease: "none" }, to: "demoting", label: "lease ended", because: "the lease ended or was asked back" },

  { from: "demoting", when: { hook: "succeeded" }, to: "none", label: "demoted", because: "it stopped serving" },
  { from: "demoting", when: { hook: "failed" }, to: "demoting", label: "demote failed", because: "stopping failed and is tried again" },
];

/** Until when a role lasts at the latest, in words, and what happens then; empty where it may last. */
export const roleLimits: Readonly<Record<MemberRole, string>> = {
  none: "",
  following: "follow timeout; after a failure again in 500 ms, doubled up to 30 s",
  standby: "",
  promoting: "promote timeout, or the end of the lease; then it is demoted",
  active: "the end of the lease, if nothing renews it",
  demoting: "demote timeout; after a failure again in 500 ms, doubled up to 30 s",
};

/** The rows that fit; a right table gives one at most. */
export function roleRowsFor(from: MemberRole, facts: RoleFacts): readonly RoleRow[] {
  return roleTable.filter(
    (row) =>
      row.from === from &&
      (row.when.lease === undefined || row.when.lease === facts.lease) &&
      (row.when.past === undefined || row.when.past === facts.past) &&
      (row.when.hook === undefined || row.when.hook === facts.hook) &&
      (row.when.active === undefined || row.when.active === facts.active),
  );
}
