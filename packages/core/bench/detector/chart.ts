/** The comparison as a picture: one panel a kind of trace, mistakes over detection time, lower and further left is better. */
import { type Comparison, LEARNED, type Row } from "./comparison.ts";

const PANEL = { width: 270, height: 190, left: 46, top: 34, right: 14, bottom: 30 } as const;
const COLUMNS = 3;
const HEAD = 74;
const FOOT = 30;
const MARGIN_MAX = 4.6;
const INK = "#333333";
const FAINT = "#e4e4e4";
const OTHERS = "#c2c6cc";

/** Those with a colour, drawn last; all others are one grey. */
const NAMED: readonly (readonly [rule: string, colour: string, width: number])[] = [
  ["Chen NFD-E", "#e08214", 1.6],
  ["Akka, threshold", "#3f9b5b", 1.6],
  [LEARNED, "#2458c5", 2.6],
];

/** An SVG, complete in itself, on a white ground. */
export function chart(kinds: readonly Comparison[]): string {
  const rows = Math.ceil(kinds.length / COLUMNS);
  const width = COLUMNS * PANEL.width;
  const height = HEAD + rows * PANEL.height + FOOT;
  const panels = kinds.map((kind, index) => {
    const x = (index % COLUMNS) * PANEL.width;
    const y = HEAD + Math.floor(index / COLUMNS) * PANEL.height;
    return `<g transform="translate(${x} ${y})">${panel(kind)}</g>`;
  });
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Helvetica, Arial, sans-serif" font-size="11" fill="${INK}">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    text(
      14,
      24,
      "Mistakes per day of one node, at equal mean detection time",
      'font-size="16" font-weight="bold"',
    ),
    legend(),
    ...panels,
    text(
      width / 2,
      height - 10,
      "mean detection time, in heartbeat periods beyond that of a detector that waits for nothing",
      'text-anchor="middle"',
    ),
    "</svg>",
  ].join("\n")}\n`;
}

function legend(): string {
  const entries = [...NAMED.toReversed(), ["the other peers", OTHERS, 1.2] as const];
  return entries
    .map(([name, colour, width], index) => {
      const x = 14 + index * 150;
      return `<path d="M${x} 48h26" stroke="${colour}" stroke-width="${width}"/>${text(x + 32, 52, name)}`;
    })
    .join("");
}

function panel(kind: Comparison): string {
  const days = kind.hours / 24;
  const all = kind.rows.flatMap(({ points }) => points.map(({ mistakes }) => mistakes));
  const least = Math.floor(Math.log10(Math.max(0.5, Math.min(...all)) / days));
  const most = Math.ceil(Math.log10(Math.max(1, ...all) / days));
  const inner = {
    width: PANEL.width - PANEL.left - PANEL.right,
    height: PANEL.height - PANEL.top - PANEL.bottom,
  };
  const x = (margin: number): number => PANEL.left + (margin / MARGIN_MAX) * inner.width;
  const y = (log: number): number => PANEL.top + ((most - log) / (most - least)) * inner.height;
  const line = ({ points }: Row, colour: string, width: number): string => {
    // No mistake at all is drawn as half of one.
    const path = points
      .filter(({ margin }) => margin <= MARGIN_MAX)
      .map(({ margin, mistakes }) => {
        const at = Math.log10(Math.max(mistakes, 0.5) / days);
        return `${x(margin).toFixed(1)} ${y(at).toFixed(1)}`;
      });
    return `<path d="M${path.join("L")}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linejoin="round"/>`;
  };
  const named = new Set(NAMED.map(([rule]) => rule));
  return [
    text(PANEL.left, PANEL.top - 10, kind.trace, 'font-weight="bold" font-size="12"'),
    ...grid(least, most, x, y),
    ...kind.rows.filter(({ rule }) => !named.has(rule)).map((row) => line(row, OTHERS, 1.2)),
    ...NAMED.flatMap(([rule, colour, width]) =>
      kind.rows.filter((row) => row.rule === rule).map((row) => line(row, colour, width)),
    ),
  ].join("\n");
}

function grid(
  least: number,
  most: number,
  x: (margin: number) => number,
  y: (log: number) => number,
): readonly string[] {
  const decades = Array.from({ length: most - least + 1 }, (_, step) => least + step);
  const margins = [0, 1, 2, 3, 4];
  return [
    ...decades.map((log) => `<path d="M${x(0)} ${y(log)}H${x(MARGIN_MAX)}" stroke="${FAINT}"/>`),
    ...decades.map((log) => text(x(0) - 6, y(log) + 4, perDay(log), 'text-anchor="end"')),
    ...margins.map((margin) => `<path d="M${x(margin)} ${y(most)}V${y(least)}" stroke="${FAINT}"/>`),
    ...margins.map((margin) => text(x(margin), y(least) + 15, String(margin), 'text-anchor="middle"')),
  ];
}

function perDay(log: number): string {
  if (log < 0) return (10 ** log).toFixed(-log);
  return log >= 6 ? `${10 ** (log - 6)}M` : log >= 3 ? `${10 ** (log - 3)}k` : String(10 ** log);
}

function text(x: number, y: number, words: string, more: string = ""): string {
  return `<text x="${x}" y="${y}" ${more}>${words}</text>`;
}
