import { phaseGuides } from "../../packages/core/src/cluster/failover/deadlines.ts";
import { failoverTable } from "../../packages/core/src/cluster/failover/failover.table.ts";
import { roleLimits, roleTable } from "../../packages/core/src/agent/role.table.ts";
import { type Edge, diagram } from "./state-diagram.ts";

const HEAD = `# States

Generated from \`failover.table.ts\`, \`deadlines.ts\` and \`role.table.ts\` in \`packages/core/src\`; \`pnpm gen\` writes it afresh.

A row is taken when everything in its condition holds; \`a or b\` means either. At most one row fits any situation, so their
order means nothing. Where none fits, nothing changes.
`;

interface Row extends Edge {
  readonly when: Readonly<Record<string, string | readonly string[]>>;
  readonly because: string;
  readonly orders?: readonly string[];
}

/** The page of the states of a group and of a member, and of what leads from one to the next. */
export function statesPage(): string {
  const group = section(
    "A group",
    "The phase is where its active role stands; `phi events` shows each step with the words of the last column.",
    diagram("choosing", failoverTable),
    phases(),
    table(failoverTable),
  );
  const member = section(
    "A member",
    "What a node does next for one of its services.",
    diagram("none", roleTable),
    roles(),
    table(roleTable),
  );
  return [HEAD, group, member].join("\n");
}

function section(title: string, ...parts: readonly string[]): string {
  return `## ${title}\n\n${parts.join("\n\n")}\n`;
}

/** Where each phase leads when its time is over is in the table: the rows with `late yes`. */
function phases(): string {
  const rows = Object.entries(phaseGuides).map(([phase, { limit, type }]) => {
    const late = failoverTable.filter((row) => row.from === phase && row.when.late?.includes("yes") === true);
    const then = [...new Set(late.map((row) => row.to))].join(" or ");
    return [
      phase,
      limit || "as long as all is well",
      then || "-",
      type.map((words) => `\`${words}\``).join(", "),
    ];
  });
  return markdown(["phase", "lasts at most", "then", "an operator can type"], rows);
}

function roles(): string {
  return markdown(
    ["role", "lasts at most"],
    Object.entries(roleLimits).map(([role, words]) => [role, words || "as long as nothing changes"]),
  );
}

function table(rows: readonly Row[]): string {
  return markdown(
    ["from", "when", "to", "orders", "because"],
    rows.map(({ from, when, to, orders, because }) => [
      from,
      conditionOf(when),
      to,
      (orders ?? []).join(", "),
      because,
    ]),
  );
}

function markdown(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(titles), line(titles.map(() => "---")), ...rows.map(line)].join("\n");
}

function conditionOf(when: Row["when"]): string {
  return Object.entries(when)
    .map(([fact, values]) => `${fact} ${typeof values === "string" ? values : values.join(" or ")}`)
    .join(", ");
}
