import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { plantFolder } from "../tidy/planted.testing.ts";
import { runStage } from "./stage.ts";

const quick = { quick: true, timeoutMs: 20_000 };
const node = (code: string): readonly string[] => [process.execPath, "-e", code];

/** What the runner itself says; the programs that it starts print for themselves. */
let said: string;

beforeEach(() => {
  said = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    said += String(text);
    return true;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
});

test("a stage counts as one check, and says how it ended", async () => {
  const good = { ...quick, name: "good", command: node("") };
  const bad = { ...quick, name: "bad", command: node("process.exit(3)") };
  expect(await runStage(good, ".")).toEqual({ passed: 1, failed: 0, skipped: 0 });
  expect(await runStage(bad, ".")).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(said).toContain("good: ok");
  expect(said).toContain("bad: FAILED, exit status 3");
});

test("a program that is not there fails its stage and no more", async () => {
  const stage = { ...quick, name: "absent", command: ["phi-no-such-program"] };
  expect(await runStage(stage, ".")).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test("a stage that does not end is ended, and fails", async () => {
  const stage = { ...quick, name: "stuck", command: node("setInterval(() => {}, 1000)"), timeoutMs: 300 };
  expect(await runStage(stage, ".")).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(said).toContain("it was ended after 0.3 s");
});

test("a stage of vitest counts its tests, and never those of an older run", async () => {
  const old = { numPassedTests: 9, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
  const report = join(plantFolder({ "report.json": JSON.stringify(old) }), "report.json");
  const fresh = JSON.stringify({ ...old, numPassedTests: 4 });
  const writes = node(`require("fs").writeFileSync(${JSON.stringify(report)}, ${JSON.stringify(fresh)})`);
  expect(await runStage({ ...quick, name: "unit", command: writes, report }, ".")).toEqual({
    passed: 4,
    failed: 0,
    skipped: 0,
  });
  expect(await runStage({ ...quick, name: "unit", command: node(""), report }, ".")).toEqual({
    passed: 0,
    failed: 1,
    skipped: 0,
  });
});
