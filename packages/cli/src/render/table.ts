/** Rows as aligned columns. */
import { type Colour, type Paint, oneLine } from "./paint.ts";

/** One cell: its text, and its colour where it has one. */
export interface Cell {
  readonly text: string;
  readonly colour?: Colour;
}

/** One column of rows of any kind. */
export interface Column<Row> {
  readonly title: string;
  /** Figures stand at the right. */
  readonly right?: boolean;
  readonly cell: (row: Row) => Cell | string;
}

const GAP = "  ";

/** Writes titles and rows, each column as wide as its widest cell; the last one at the left is not padded. */
export function table<Row>(columns: readonly Column<Row>[], rows: readonly Row[], paint: Paint): string[] {
  const cells = rows.map((row) => columns.map((column) => cellOf(column.cell(row))));
  const widths = widthsOf(columns, cells);
  const head = columns.map(({ title }): Cell => ({ text: title, colour: "dim" }));
  return [head, ...cells].map((line) => lineOf(line, columns, widths, paint));
}

/** The width of each column, in characters. */
export function widthsOf<Row>(columns: readonly Column<Row>[], rows: readonly (readonly Cell[])[]): number[] {
  return columns.map(({ title }, index) =>
    rows.reduce((most, row) => Math.max(most, lengthOf(row[index]?.text ?? "")), lengthOf(title)),
  );
}

/** One line whose cells stand under columns of these widths. */
export function lineOf<Row>(
  cells: readonly Cell[],
  columns: readonly Column<Row>[],
  widths: readonly number[],
  paint: Paint,
): string {
  const parts = cells.map(({ text, colour }, index) => {
    const padding = " ".repeat(Math.max(0, (widths[index] ?? 0) - lengthOf(text)));
    const painted = colour === undefined ? text : paint(colour, text);
    if (columns[index]?.right === true) return padding + painted;
    return index === cells.length - 1 ? painted : painted + padding;
  });
  return parts.join(GAP);
}

/** A cell, without anything in it that would move the cursor. */
export function cellOf(cell: Cell | string): Cell {
  if (typeof cell === "string") return { text: oneLine(cell) };
  return { ...cell, text: oneLine(cell.text) };
}

/** In code points, not in UTF-16 units. */
function lengthOf(text: string): number {
  return Array.from(text).length;
}
