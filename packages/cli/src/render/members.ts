/** Members as rows. */
import type { MemberJson } from "@phidelity/client";
import { age, size } from "./figures.ts";
import type { Colour, Paint } from "./paint.ts";
import { type Cell, type Column, table } from "./table.ts";

const STATUS_COLOUR: Readonly<Record<string, Colour>> = {
  joining: "cyan",
  alive: "green",
  suspect: "yellow",
  unreachable: "yellow",
  down: "red",
  left: "dim",
  draining: "cyan",
};

const ROLE_COLOUR: Readonly<Record<string, Colour>> = {
  active: "bold",
  promoting: "yellow",
  demoting: "yellow",
};

function coloured(text: string, colour: Colour | undefined): Cell {
  return colour === undefined ? { text } : { text, colour };
}

function checksCell({ checks }: MemberJson): Cell {
  const [passing, total] = checks.split("/");
  return coloured(checks, passing === total ? undefined : "red");
}

function statusCell({ status, slow }: MemberJson): Cell {
  return slow ? coloured(`${status}, slow`, "yellow") : coloured(status, STATUS_COLOUR[status]);
}

function columns(nowMs: number): readonly Column<MemberJson>[] {
  return [
    { title: "NODE", cell: (row) => row.node },
    { title: "GROUP", cell: (row) => row.group },
    { title: "ROLE", cell: (row) => coloured(row.role, ROLE_COLOUR[row.role]) },
    { title: "STATUS", cell: statusCell },
    { title: "PHI", right: true, cell: (row) => row.phi.toFixed(2) },
    { title: "EPOCH", right: true, cell: (row) => row.epoch },
    { title: "LAG", right: true, cell: (row) => (row.lagBytes === null ? "-" : size(row.lagBytes)) },
    { title: "CHECKS", right: true, cell: checksCell },
    { title: "CAPACITY", right: true, cell: (row) => String(row.capacity) },
    { title: "ADDRESS", cell: (row) => row.address },
    { title: "SINCE", right: true, cell: (row) => age(Date.parse(row.since), nowMs) },
  ];
}

const MORE: readonly Column<MemberJson>[] = [
  { title: "ZONE", cell: (row) => row.zone },
  { title: "INCARNATION", right: true, cell: (row) => row.incarnation },
];

/** Titles and one row a member; `wide` adds zone and incarnation. */
export function memberLines(
  rows: readonly MemberJson[],
  options: { readonly wide: boolean; readonly nowMs: number; readonly paint: Paint },
): string[] {
  const shown = options.wide ? [...columns(options.nowMs), ...MORE] : columns(options.nowMs);
  return table(shown, rows, options.paint);
}
