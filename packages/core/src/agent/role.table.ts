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
  /** Whether another member serves at an epoch that this one does not follow yet, or follows badly. */
  readonly active: "toFollow" | "followed";
}

export interface RoleRow {
  readonly from: MemberRole;
  readonly when: Partial<RoleFacts>;
  readonly to: MemberRole;
  readonly because: string;
}

// A table reads as rows.
// oxfmt-ignore
export const roleTable: readonly RoleRow[] = [
  { from: "none", when: { past: "served" }, to: "demoting", because: "an earlier lease may have left the service active" },
  { from: "none", when: { past: "clean", lease: "held" }, to: "promoting", because: "the lease was granted" },
  { from: "none", when: { past: "clean", lease: "none", active: "toFollow" }, to: "following", because: "another member is the active" },

  { from: "following", when: { lease: "held" }, to: "promoting", because: "the lease was granted" },
  { from: "following", when: { lease: "none", hook: "succeeded" }, to: "standby", because: "it follows the active" },
  { from: "following", when: { lease: "none", hook: "failed" }, to: "none", because: "following the active failed" },
  { from: "following", when: { lease: "none", hook: "none", active: "toFollow" }, to: "following", because: "the active changed again" },

  { from: "standby", when: { lease: "held" }, to: "promoting", because: "the lease was granted" },
  { from: "standby", when: { lease: "none", active: "toFollow" }, to: "following", because: "the active changed, or following it broke" },

  { from: "promoting", when: { lease: "none" }, to: "demoting", because: "the lease ended or was asked back" },
  { from: "promoting", when: { lease: "held", hook: "succeeded" }, to: "active", because: "it was promoted" },
  { from: "promoting", when: { lease: "held", hook: "failed" }, to: "demoting", because: "the promotion failed" },

  { from: "active", when: { lease: "none" }, to: "demoting", because: "the lease ended or was asked back" },

  { from: "demoting", when: { hook: "succeeded" }, to: "none", because: "it stopped serving" },
  { from: "demoting", when: { hook: "failed" }, to: "demoting", because: "stopping failed and is tried again" },
];

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
