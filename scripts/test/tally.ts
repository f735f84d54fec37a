/** Counting: what vitest and the other gates found, as one figure. */
import { readFileSync } from "node:fs";

/** How many checks passed, failed and were not run. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const nothing: Tally = { passed: 0, failed: 0, skipped: 0 };

/** Adds two counts. */
export function plus(one: Tally, other: Tally): Tally {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  };
}

/** The part of vitest's JSON report (Jest's format) that is counted. */
interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

/**
 * Counts a vitest run. A file that could not be loaded holds no test and counts as one failure, and so does a run that
 * ended badly although no test failed (an error outside every test), or that left no report at all.
 *
 * @param file the report that `--outputFile` names
 * @param ok whether vitest's exit status was 0
 */
export function tallyOfReport(file: string, ok: boolean): Tally {
  const report = readReport(file);
  if (report === undefined) return { ...nothing, failed: 1 };
  const unloaded = report.testResults.filter(
    (result) => result.status === "failed" && result.assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + unloaded;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && !ok ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function readReport(file: string): VitestReport | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as VitestReport;
  } catch (error) {
    process.stdout.write(`No report to count in ${file}: ${String(error)}\n`);
    return undefined;
  }
}

/** In CI nothing may be left out: there what was skipped counts as failed. */
export function strict(tally: Tally, ci: boolean): Tally {
  return ci ? { passed: tally.passed, failed: tally.failed + tally.skipped, skipped: 0 } : tally;
}

/** The line with which a test run ends. */
export function closingLine(tally: Tally): string {
  const line = `${tally.passed} passed, ${tally.failed} failed`;
  return tally.skipped === 0 ? line : `${line}, ${tally.skipped} skipped`;
}
