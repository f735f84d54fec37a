/** N and what is left of it, as rows. */
import type { CapacityRow } from "@phidelity/client";
import type { Paint } from "./paint.ts";
import { type Column, table } from "./table.ts";

const COLUMNS: readonly Column<CapacityRow>[] = [
  { title: "GROUP", cell: (row) => row.group },
  { title: "REQUIRED", right: true, cell: (row) => withUnit(row.required, row) },
  { title: "AVAILABLE", right: true, cell: (row) => withUnit(row.available, row) },
  { title: "HEADROOM", right: true, cell: (row) => withUnit(row.available - row.required, row) },
  { title: "SPARE", right: true, cell: (row) => String(row.spare) },
  { title: "AFTER LOSS", right: true, cell: (row) => withUnit(row.afterLoss, row) },
  {
    title: "LEVEL",
    cell: ({ level }) => {
      if (level === "redundant") return { text: "redundant", colour: "green" };
      return level === "atLimit" ? { text: "at limit", colour: "yellow" } : { text: level, colour: "red" };
    },
  },
  { title: "WHY", cell: (row) => row.why },
];

/** Titles and one row a group. */
export function capacityLines(rows: readonly CapacityRow[], paint: Paint): string[] {
  return table(COLUMNS, rows, paint);
}

function withUnit(figure: number, { unit }: CapacityRow): string {
  return unit === "" ? String(figure) : `${figure} ${unit}`;
}
