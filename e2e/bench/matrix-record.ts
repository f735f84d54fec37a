/**
 * What was measured so far, one line of JSON each, in `docs/matrix.jsonl`: a measurement takes hours, and each part of it
 * that is done takes the place of its own earlier one. The page beside it is made of all of them.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, release } from "node:os";
import { join } from "node:path";
import { docker } from "../src/containers/engine.ts";
import { REPOSITORY } from "../src/paths.ts";
import { pageOf } from "./matrix-page.ts";
import type { Run } from "./matrix-run.ts";

/** When, where and with what something was measured. */
export interface Circumstances {
  /** To the minute. */
  readonly at: string;
  readonly machine: string;
  readonly versions: string;
  /** How many processes wanted to run, on average over the minute before the end; other programs' ones too. */
  readonly load: number;
}

/** A fault on a service. */
export interface Cell extends Circumstances {
  readonly kind: "cell";
  /** The service as `--kit` names it, and as a title. */
  readonly kit: string;
  readonly title: string;
  readonly keepsEverything: boolean;
  readonly fault: string;
  readonly runs: readonly Run[];
  /** What each run that did not come to its end said. */
  readonly failures: readonly string[];
}

/** Something that must move nothing, once or several times. */
export interface Pause extends Circumstances {
  readonly kind: "pause";
  readonly name: string;
  readonly outagesMs: readonly number[];
  readonly failovers: number;
  /** How long the longest of them really was, where the machine was slow to end it. */
  readonly longestMs: number;
}

export type Entry = Cell | Pause;

const RECORD = join(REPOSITORY, "docs/matrix.jsonl");
const PAGE = join(REPOSITORY, "docs/matrix.md");

/** @param version of the service, as it says itself */
export async function circumstances(version: string): Promise<Circumstances> {
  return {
    at: new Date().toISOString().slice(0, 16).replace("T", " "),
    machine: `${cpus()[0]?.model ?? "unknown"}, ${availableParallelism()} cores, Linux ${release()}`,
    versions: `${version}, Docker ${await docker("version", "--format", "{{.Server.Version}}")}, Node ${process.version}`,
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  };
}

/** Puts it into the record, and makes the page anew. `order` sorts the entries; what it does not name comes last. */
export function record(entry: Entry, order: readonly string[]): void {
  const earlier = existsSync(RECORD) ? readFileSync(RECORD, "utf8").trim().split("\n") : [];
  const others = earlier
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Entry)
    .filter((one) => nameOf(one) !== nameOf(entry));
  const place = (one: Entry): number => placeIn(order, nameOf(one));
  const entries = [...others, entry].toSorted((one, other) => place(one) - place(other));
  writeFileSync(RECORD, entries.map((one) => `${JSON.stringify(one)}\n`).join(""));
  writeFileSync(PAGE, pageOf(entries));
}

/** What makes an entry the successor of another one. */
function nameOf(entry: Entry): string {
  return entry.kind === "cell" ? cellName(entry.kit, entry.fault) : entry.name;
}

export function cellName(kit: string, fault: string): string {
  return `${kit}: ${fault}`;
}

function placeIn(order: readonly string[], name: string): number {
  const place = order.indexOf(name);
  return place === -1 ? order.length : place;
}
