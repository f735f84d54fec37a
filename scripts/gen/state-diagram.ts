/** What a diagram needs of a table's row. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

/** A state diagram in Mermaid: one arrow between two states, with all reasons for it. */
export function diagram(first: string, rows: readonly Edge[]): string {
  const labels = new Map<string, Set<string>>();
  for (const { from, to, label } of rows) {
    const way = `${from} --> ${to}`;
    labels.set(way, (labels.get(way) ?? new Set()).add(label));
  }
  const arrows = [...labels].map(([way, reasons]) => `    ${way} : ${[...reasons].join("<br>")}`);
  return ["```mermaid", "stateDiagram-v2", `    [*] --> ${first}`, ...arrows, "```"].join("\n");
}
