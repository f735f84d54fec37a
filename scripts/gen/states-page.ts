import { failoverTable } from "../../packages/core/src/cluster/failover/failover.table.ts";
import { roleTable } from "../../packages/core/src/agent/role.table.ts";

const HEAD = `# States

Generated from \`failover.table.ts\` and \`role.table.ts\` in \`packages/core/src\`; \`pnpm gen\` writes it afresh.

A row is taken when everything in its condition holds; \`a or b\` means either. At most one row fits any situation, so their
order means nothing. Where none fits, nothing changes.
`;

interface Row {
  readonly from: string;
  readonly when: Readonly<Record<string, string | readonly string[]>>;
  readonly to: string;
  readonly because: string;
  readonly orders?: readonly string[];
}

/** The page of the states of a group and of a member, and of what leads from one to the next. */
export function statesPage(): string {
  const failover = table(
    "A group",
    "The phase is where its active role stands; `phi events` shows each step with the words of the last column.",
    failoverTable,
  );
  const role = table("A member", "What a node does next for one of its services.", roleTable);
  return [HEAD, failover, role].join("\n");
}

function table(title: string, words: string, rows: readonly Row[]): string {
  const body = rows.map(
    ({ from, when, to, orders, because }) =>
      `| ${from} | ${conditionOf(when)} | ${to} | ${(orders ?? []).join(", ")} | ${because} |\n`,
  );
  return `## ${title}\n\n${words}\n\n| from | when | to | orders | because |\n| --- | --- | --- | --- | --- |\n${body.join("")}`;
}

function conditionOf(when: Row["when"]): string {
  return Object.entries(when)
    .map(([fact, values]) => `${fact} ${typeof values === "string" ? values : values.join(" or ")}`)
    .join(", ");
}
