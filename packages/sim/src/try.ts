import { runSeed } from "./run.ts";
import { faithful } from "./rules.ts";
const [a, b, steps, tr] = process.argv.slice(2);
const t0 = process.hrtime.bigint();
let st = 0,
  fo = 0,
  bad = 0;
const kinds: Record<string, number[]> = {};
for (let s = Number(a); s <= Number(b); s++) {
  const r = runSeed({
    seed: s,
    steps: Number(steps),
    rules: faithful,
    ...(tr ? { write: (l: string) => console.log(l) } : {}),
  });
  st += r.steps;
  fo += r.failovers;
  if (r.violation) {
    bad++;
    const k = r.violation
      .split("\n")[0]!
      .replace(/[\d.]+/g, "N")
      .slice(0, 110);
    (kinds[k] ??= []).push(s);
    if (bad < 4 || tr) console.log(s, r.violation.split("\n").slice(0, 4).join("\n"));
  }
}
const dt = Number(process.hrtime.bigint() - t0) / 1e9;
console.log({ seeds: Number(b) - Number(a) + 1, st, fo, bad, dt, usPerStep: (dt / st) * 1e6 });
for (const [k, v] of Object.entries(kinds)
  .sort((x, y) => y[1].length - x[1].length)
  .slice(0, 25))
  console.log(v.length, k, v.slice(0, 6).join(","));
