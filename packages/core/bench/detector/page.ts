/** The figures as a page: targets first, then a table for each kind of trace. */
import { CLOSE_UP, type Comparison, MARGINS, type Row } from "./comparison.ts";
import type { Target } from "./targets.ts";

/** Where and when the figures were made. */
export interface Origin {
  readonly machine: string;
  readonly date: string;
  readonly command: string;
  readonly traces: string;
}

export function page(origin: Origin, targets: readonly Target[], kinds: readonly Comparison[]): string {
  return `${[
    "# The failure detector in figures",
    `Made by \`${origin.command}\` on ${origin.date}: ${origin.machine}. ${origin.traces} What the words mean, and how the law works, is in [detector.md](detector.md).`,
    "![Mistakes over detection time, one panel for each kind of trace](detector-quality.svg)",
    "## Targets",
    targetTable(targets),
    "## Each kind of trace",
    `Mistakes at equal mean detection time: for each threshold of the learned law every peer's knob is set, in hindsight, so that it detects as fast in the mean. A _margin_ is the mean T_D, in periods, beyond that of a detector that waits for nothing. The last four columns belong to a margin of ${MARGINS[CLOSE_UP]}: 99 % of the T_D are below _p99_, none is above _longest_ (the product cuts it at its cap, 20 periods at the defaults), _P_A_ is the share of time in which the living peer was trusted, and _margin for as few_ is what the rule needs to make no more mistakes than the learned law makes there.`,
    ...kinds.map((kind) => kindTable(kind)),
  ].join("\n\n")}\n`;
}

export function targetTable(targets: readonly Target[]): string {
  return markdown([
    ["target", "asked", "reached", ""],
    ...targets.map(({ name, asked, reached, met }) => [name, asked, reached, met ? "met" : "**missed**"]),
  ]);
}

export function kindTable({ trace, period, hours, thresholds, rows }: Comparison): string {
  const heading = rows[0]?.points.map(({ margin }) => margin.toFixed(2)) ?? [];
  const phis = thresholds.map((threshold) => threshold.toFixed(1)).join(", ");
  return [
    `### ${trace}`,
    `One heartbeat in ${period} ms, ${hours.toPrecision(3)} h; thresholds of the learned law: ${phis}.`,
    markdown([
      ["mistakes at margin", ...heading, "p99", "longest", "P_A", "margin for as few"],
      ...rows.map(cellsOf),
    ]),
  ].join("\n\n");
}

function cellsOf({ rule, points, closeUp }: Row): readonly string[] {
  return [
    rule,
    ...points.map(({ mistakes }) => mistakes.toFixed(0)),
    closeUp.p99.toFixed(2),
    closeUp.max.toFixed(1),
    closeUp.trusted.toFixed(6),
    closeUp.marginAtEqualMistakes.toFixed(2),
  ];
}

/** Columns as wide as their widest cell, so that the text can be read as it is. */
function markdown(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const [heading = [], ...rest] = rows;
  return [line(heading), line(widths.map((width) => "-".repeat(width))), ...rest.map(line)].join("\n");
}
