import { expect, test } from "vitest";
import { incarnation, nodeId } from "../ids.ts";
import { instant } from "../time.ts";
import type { Heartbeat } from "../wire.ts";
import { type Said, departuresOf } from "./departures.ts";

const INTERVAL_MS = 100;

const heartbeat: Heartbeat = {
  type: "heartbeat",
  node: nodeId("a"),
  incarnation: incarnation(1),
  sequence: 9,
  slot: 5,
  sentAtMs: 503,
  loopLagMs: 3,
  viewVersion: 0,
};

/** Slot 5 comes at 500; the main loop speaks at `saidAtMs`. */
function leaving(saidAtMs: number, waits: boolean): ReturnType<typeof departuresOf> {
  const said: Said = { saidAt: instant(saidAtMs), slotAt: instant(500), waits };
  return departuresOf(heartbeat, said, INTERVAL_MS);
}

test("a heartbeat leaves a tenth of an interval after its slot, however punctual the main loop is", () => {
  expect([500, 503, 509].map((saidAtMs) => leaving(saidAtMs, true)[0])).toEqual(
    [500, 503, 509].map(() => ({ at: 510, message: heartbeat })),
  );
});

test("news leaves at once, with the next slot where it would have been", () => {
  const [first, second] = leaving(530, false);
  expect(first).toEqual({ at: 530, message: heartbeat });
  expect(second).toMatchObject({ at: 610, message: { type: "pulse", slot: 6 } });
});

test("if the main loop says nothing more, each slot has a pulse that says for how long it has said nothing", () => {
  const pulses = leaving(503, true).slice(1);
  expect(pulses.slice(0, 3)).toEqual(
    [1, 2, 3].map((ahead) => ({
      at: 510 + ahead * INTERVAL_MS,
      message: {
        type: "pulse",
        node: nodeId("a"),
        incarnation: incarnation(1),
        slot: 5 + ahead,
        loopSilentMs: 7 + ahead * INTERVAL_MS,
      },
    })),
  );
});

test("pulses end: a main loop that is stuck for good is silent at last, after four leases of any profile", () => {
  const pulses = leaving(500, true).slice(1);
  expect(pulses.length).toBe(40);
});
