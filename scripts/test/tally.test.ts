import { join } from "node:path";
import { expect, test } from "vitest";
import { plantFolder } from "../tidy/planted.testing.ts";
import { closingLine, nothing, plus, strict, tallyOfReport } from "./tally.ts";

function report(more: object): string {
  const empty = {
    numPassedTests: 0,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [],
  };
  return join(plantFolder({ "report.json": JSON.stringify({ ...empty, ...more }) }), "report.json");
}

test("a report's tests are counted, those to be written as skipped", () => {
  const file = report({ numPassedTests: 7, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 });
  expect(tallyOfReport(file, false)).toEqual({ passed: 7, failed: 2, skipped: 2 });
});

test("a test file that cannot be loaded is a failure, although it holds no test", () => {
  const broken = { status: "failed", assertionResults: [] };
  expect(tallyOfReport(report({ numPassedTests: 3, testResults: [broken, broken] }), false).failed).toBe(2);
});

test("a run that ends badly with no failed test is a failure, and so is one without a report", () => {
  expect(tallyOfReport(report({ numPassedTests: 3 }), false)).toEqual({ passed: 3, failed: 1, skipped: 0 });
  expect(tallyOfReport("/nowhere/report.json", true)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test("in CI what was skipped counts as failed", () => {
  const tally = { passed: 5, failed: 1, skipped: 2 };
  expect(strict(tally, true)).toEqual({ passed: 5, failed: 3, skipped: 0 });
  expect(strict(tally, false)).toEqual(tally);
});

test("the closing line names what was skipped only where something was", () => {
  const tally = plus({ passed: 5, failed: 1, skipped: 0 }, { ...nothing, passed: 2 });
  expect(closingLine(tally)).toBe("7 passed, 1 failed");
  expect(closingLine({ ...tally, skipped: 4 })).toBe("7 passed, 1 failed, 4 skipped");
});
