/** Events as rows, also one by one as they come. */
import type { EventJson } from "@phidelity/client";
import { wallTime } from "./figures.ts";
import type { Paint } from "./paint.ts";
import { type Column, cellOf, lineOf, table, widthsOf } from "./table.ts";

const COLUMNS: readonly Column<EventJson>[] = [
  { title: "TIME", cell: (event) => ({ text: wallTime(event.at), colour: "dim" }) },
  { title: "TYPE", cell: (event) => event.type },
  { title: "GROUP", cell: (event) => event.group ?? "-" },
  { title: "NODE", cell: (event) => event.node ?? "-" },
  { title: "EPOCH", right: true, cell: (event) => event.epoch ?? "-" },
  { title: "TEXT", cell: (event) => event.text },
];

const FACTS: Column<EventJson> = { title: "FACTS", cell: (event) => factsOf(event) };

/** Room for what is to come, where rows are written before the next ones are known. */
const LEAST_WIDTHS = [23, 18, 8, 8, 5];

/** Titles and one row an event; `wide` adds the facts. */
export function eventLines(
  events: readonly EventJson[],
  options: { readonly wide: boolean; readonly paint: Paint },
): string[] {
  return table(options.wide ? [...COLUMNS, FACTS] : COLUMNS, events, options.paint);
}

/** Writes rows as they come, in columns as wide as the first ones needed. */
export class EventRows {
  readonly #paint: Paint;
  readonly #widths: readonly number[];

  constructor(first: readonly EventJson[], paint: Paint) {
    this.#paint = paint;
    const cells = first.map((event) => COLUMNS.map((column) => cellOf(column.cell(event))));
    this.#widths = widthsOf(COLUMNS, cells).map((width, index) => Math.max(width, LEAST_WIDTHS[index] ?? 0));
  }

  /** The titles. */
  head(): string {
    const titles = COLUMNS.map(({ title }) => ({ text: title, colour: "dim" as const }));
    return lineOf(titles, COLUMNS, this.#widths, this.#paint);
  }

  /** One event. */
  row(event: EventJson): string {
    const cells = COLUMNS.map((column) => cellOf(column.cell(event)));
    return lineOf(cells, COLUMNS, this.#widths, this.#paint);
  }
}

function factsOf(event: EventJson): string {
  return Object.entries(event.facts)
    .map(([name, value]) => `${name}=${value}`)
    .join(" ");
}
