import { beforeEach, expect, test } from "vitest";
import { groupId } from "../ids.ts";
import { instant } from "../time.ts";
import {
  type CheckState,
  concluded,
  hasten,
  healthOf,
  newCheck,
  nextCheckAt,
  readyOf,
  runDue,
} from "./checks.ts";
import type { CheckSettings } from "./settings.ts";

const settings: CheckSettings = {
  name: "accepts",
  kind: "liveness",
  intervalMs: 1_000,
  timeoutMs: 500,
  healthyThreshold: 2,
  unhealthyThreshold: 3,
  fastIntervalMs: 50,
};

let check: CheckState;
let now: number;
beforeEach(() => {
  check = newCheck(settings, instant(0));
  now = 0;
});

/** Runs the check when it is due; gives the time at which that was. */
function result(ok: boolean): number {
  now = nextCheckAt([check]) ?? now;
  const effect = runDue(check, groupId("db"), instant(now), () => now + 1);
  expect(effect).toMatchObject({ type: "runCheck", check: "accepts" });
  concluded(check, { run: now + 1, ok, detail: ok ? "ok" : "refused" }, instant(now));
  return now;
}

test("a new check makes up its mind at the fast interval", () => {
  expect(result(true)).toBe(0);
  expect(healthOf([check])).toBe("unknown");
  expect(result(true)).toBe(50);
  expect(healthOf([check])).toBe("healthy");
  expect(result(true)).toBe(1_050);
});

test("trouble at the gate has a dead service found in two fast intervals", () => {
  result(true);
  result(true);
  hasten(check, instant(400));
  expect([result(false), result(false)]).toEqual([400, 450]);
  expect(healthOf([check])).toBe("healthy");
  expect(result(false)).toBe(500);
  expect(healthOf([check])).toBe("failed");
});

test("one bad result among good ones changes nothing", () => {
  for (const ok of [true, true, false, false, true, false, false, true, true]) result(ok);
  expect(healthOf([check])).toBe("healthy");
});

test("trouble while the check runs has it run once more, at once", () => {
  result(true);
  result(true);
  runDue(check, groupId("db"), instant(1_050), () => 7);
  hasten(check, instant(1_051));
  concluded(check, { run: 7, ok: true, detail: "ok" }, instant(1_052));
  expect(nextCheckAt([check])).toBe(1_052);
});

test("a check that has seen the trouble goes on at its own pace, however often the gate rings", () => {
  result(true);
  result(true);
  runDue(check, groupId("db"), instant(1_050), () => 7);
  hasten(check, instant(1_051));
  concluded(check, { run: 7, ok: false, detail: "refused" }, instant(1_052));
  expect(nextCheckAt([check])).toBe(1_102);
});

test("a result of a run that is over is ignored", () => {
  concluded(check, { run: 99, ok: false, detail: "late" }, instant(5));
  expect(check.streak).toBe(0);
});

test("a readiness check says nothing of health, and a service without checks is well", () => {
  const readiness = newCheck({ ...settings, kind: "readiness" }, instant(0));
  expect(healthOf([readiness])).toBe("healthy");
  expect(readyOf([readiness])).toBe(false);
  expect(readyOf([])).toBe(true);
});
