/** Rules about single files: length, names, words, indexes, waiting. Each gives one line a fault. */
import { posix } from "node:path";
import { type Fault, type File, codeOf, isTest, sourcesOf } from "./tree.ts";

/** The most lines a file may have; a table, a test and a generated file may have more. */
export const FILE_LINES_MAX = 250;

/** A file that is longer than a person reads at once. */
export function lengthFaults(tree: readonly File[]): readonly Fault[] {
  return sourcesOf(tree)
    .filter(({ path }) => !isTest(path) && !path.endsWith(".table.ts"))
    .map(({ path, text }) => ({ path, lines: text.split("\n").length - 1 }))
    .filter(({ lines }) => lines > FILE_LINES_MAX)
    .map(
      ({ path, lines }) =>
        `${path}: ${lines} lines; at most ${FILE_LINES_MAX}: it is two rooms, find the wall`,
    );
}

const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.table)?(?:\.(?:test|testing|e2e|config))?\.ts$/;
const BANNED_NOUNS = ["util", "utils", "helper", "helpers", "common", "manager", "managers", "impl", "misc"];

/** A file or folder whose name says nothing, or says it in another style; an interface with an I before it. */
export function nameFaults(tree: readonly File[]): readonly Fault[] {
  return sourcesOf(tree).flatMap(({ path, text }) => {
    const faults: Fault[] = [];
    if (!KEBAB.test(posix.basename(path))) faults.push(`${path}: file names are kebab-case, one noun`);
    const noun = path.split(/[/.-]/).find((word) => BANNED_NOUNS.includes(word));
    if (noun !== undefined) faults.push(`${path}: "${noun}" says nothing; name what it holds`);
    const prefixed = /\binterface (I[A-Z][a-z]\w*)/.exec(codeOf(text));
    if (prefixed !== null) faults.push(`${path}: interface ${prefixed[1] ?? ""} needs no I`);
    return faults;
  });
}

/** An index that exports by star, or does something besides exporting. */
export function indexFaults(tree: readonly File[]): readonly Fault[] {
  const indexes = sourcesOf(tree).filter(({ path }) => posix.basename(path) === "index.ts");
  return indexes.flatMap(({ path, text }) => {
    const code = codeOf(text);
    if (/export\s+(?:type\s+)?\*/.test(code))
      return [`${path}: exports by star; name what leaves the package`];
    const rest = code.replace(/export (?:type )?\{[^}]*\} from "[^"]+";/g, "").trim();
    return rest === ""
      ? []
      : [`${path}: an index only exports; move "${firstLineOf(rest)}" to a file of its own`];
  });
}

const SLEEPS = [
  /\bsetTimeout\s*\(\s*(?:resolve|r|done|ok|fulfil)\b/,
  /\bnew Promise(?:<\w+>)?\(\(?\w+\)? => setTimeout\b/,
  /\bAtomics\.wait\s*\(/,
  /\b(?:sleep|delay)\s*\(/,
  /node:timers\/promises/,
];

/**
 * A test that waits for time to pass. Outside `e2e`, time is an argument or a fake clock, and an event is awaited. A
 * wait for a condition, with a deadline, has its one place in a package's `x.testing.ts`.
 */
export function sleepFaults(tree: readonly File[]): readonly Fault[] {
  return sourcesOf(tree)
    .filter(({ path }) => path.endsWith(".test.ts") && !path.startsWith("e2e/"))
    .flatMap(({ path, text }) =>
      linesThat(text, SLEEPS).map((line) => `${path}:${line}: a test does not sleep`),
    );
}

const SHELLS = ["runtime", "node", "coordinator", "client", "cli"].map((name) => `packages/${name}/`);

/** Timers that neither the simulator nor fake clocks can reach, outside the shells. */
export function timerFaults(tree: readonly File[]): readonly Fault[] {
  const unreachable = [/node:timers\/promises/, /\bAbortSignal\.timeout\b/];
  return sourcesOf(tree)
    .filter(({ path }) => path.startsWith("packages/") && !SHELLS.some((shell) => path.startsWith(shell)))
    .flatMap(({ path, text }) =>
      linesThat(text, unreachable).map((line) => `${path}:${line}: invented time does not reach this timer`),
    );
}

/** Written with brackets, so that the pattern does not find itself. */
const UNFINISHED = /\b(?:T[O]DO(?!\(#\d+\))|FIX[M]E|XX[X])\b/;

/** A note to finish something that no issue remembers. */
export function todoFaults(tree: readonly File[]): readonly Fault[] {
  return sourcesOf(tree).flatMap(({ path, text }) =>
    linesOf(text, UNFINISHED).map((line) => `${path}:${line}: finish it, or name its issue`),
  );
}

function linesThat(text: string, patterns: readonly RegExp[]): readonly number[] {
  const code = codeOf(text);
  return linesOf(code, new RegExp(patterns.map(({ source }) => source).join("|")));
}

function linesOf(text: string, pattern: RegExp): readonly number[] {
  return text.split("\n").flatMap((line, index) => (pattern.test(line) ? [index + 1] : []));
}

function firstLineOf(text: string): string {
  return text.split("\n")[0] ?? "";
}
