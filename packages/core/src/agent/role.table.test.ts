import { expect, test } from "vitest";
import { type MemberRole, type RoleFacts, roleLimits, roleRowsFor, roleTable } from "./role.table.ts";

const roles: readonly MemberRole[] = ["none", "following", "standby", "promoting", "active", "demoting"];
const everything = roles.flatMap((role) =>
  (["held", "none"] as const).flatMap((lease) =>
    (["clean", "served"] as const).flatMap((past) =>
      (["none", "succeeded", "failed"] as const).flatMap((hook) =>
        (["toFollow", "followed", "unknown"] as const).map((active) => ({
          role,
          facts: { lease, past, hook, active } satisfies RoleFacts,
        })),
      ),
    ),
  ),
);

test("at most one row fits any situation", () => {
  const clashes = everything.filter(({ role, facts }) => roleRowsFor(role, facts).length > 1);
  expect(clashes).toEqual([]);
});

test("nobody is promoted or becomes active without a lease", () => {
  const unsafe = everything.filter(
    ({ role, facts }) =>
      facts.lease === "none" &&
      roleRowsFor(role, facts).some((row) => row.to === "promoting" || row.to === "active"),
  );
  expect(unsafe).toEqual([]);
});

test("whoever serves without a lease is demoted in the same turn", () => {
  const lax = everything.filter(
    ({ role, facts }) =>
      (role === "active" || role === "promoting") &&
      facts.lease === "none" &&
      roleRowsFor(role, facts)[0]?.to !== "demoting",
  );
  expect(lax).toEqual([]);
});

test("what an earlier lease may have left running is demoted before anything else", () => {
  const lax = everything.filter(
    ({ role, facts }) =>
      role === "none" && facts.past === "served" && roleRowsFor(role, facts)[0]?.to !== "demoting",
  );
  expect(lax).toEqual([]);
});

test("every role is reached from none, and every role leads to active", () => {
  const reached = new Set<MemberRole>(["none"]);
  const leads = new Set<MemberRole>(["active"]);
  for (const _ of roles) {
    for (const row of roleTable) if (reached.has(row.from)) reached.add(row.to);
    for (const row of roleTable) if (leads.has(row.to)) leads.add(row.from);
  }
  expect([...reached].sort()).toEqual([...roles].sort());
  expect([...leads].sort()).toEqual([...roles].sort());
});

test("a role whose hook has ended is left or tried again, and one that waits for a hook says how long that may take", () => {
  const withHook = ["following", "promoting", "demoting"];
  const stuck = everything.filter(
    ({ role, facts }) =>
      withHook.includes(role) && facts.hook !== "none" && roleRowsFor(role, facts).length === 0,
  );
  expect(stuck).toEqual([]);
  expect(roles.filter((role) => withHook.includes(role) && !roleLimits[role].includes("timeout"))).toEqual(
    [],
  );
});

test("every row has a label that a diagram has room for", () => {
  expect(roleTable.filter(({ label }) => label.length < 4 || label.length > 24)).toEqual([]);
});
