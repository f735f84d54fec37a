import { COUNTER_MAX, PhiError, type WireMessage, incarnation, nodeId } from "@phidelity/core";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { messages } from "../test/arbitrary.ts";
import { samples } from "../test/samples.ts";
import { decode } from "./decode.ts";
import { encode } from "./encode.ts";
import { DURATION_MS_MAX, FRAME_BYTES_MAX, LENGTH_MAX } from "./limits.ts";

function sample<Type extends WireMessage["type"]>(name: Type): Extract<WireMessage, { type: Type }> {
  return samples[name] as Extract<WireMessage, { type: Type }>;
}

describe("what is written is read as it was", () => {
  for (const [type, message] of Object.entries(messages)) {
    test(`for every ${type}`, () => {
      fc.assert(
        fc.property<[WireMessage]>(message, (sent) => {
          expect(decode(encode(sent))).toStrictEqual(sent);
        }),
      );
    });
  }
});

test("a heartbeat without a report takes less than 64 bytes", () => {
  const heartbeat: WireMessage = {
    type: "heartbeat",
    node: nodeId("database-17.zone-b"),
    incarnation: incarnation(1_764_000_000_000),
    sequence: 2 ** 28 - 1,
    slot: 2 ** 28 - 1,
    sentAtMs: 123_456_789.123,
    loopLagMs: 12.345,
    viewVersion: 2 ** 21 - 1,
  };
  expect(encode(heartbeat).length).toBeLessThan(64);
});

test("what peers say every interval is small, and a relayed heartbeat costs little more than its own", () => {
  expect(encode({ ...sample("peerBeat"), claims: [] }).length).toBeLessThan(24);
  const relay = samples["relayHeartbeat"] as Extract<WireMessage, { type: "relay" }>;
  expect(encode(relay).length - encode(relay.message).length).toBeLessThan(12);
});

test("words that the other side would not take are cut, and characters stay whole", () => {
  const output = "x".repeat(LENGTH_MAX.output - 1) + "😀";
  const result = { ...samples["hookResult"], output } as WireMessage;
  expect(decode(encode(result))).toEqual({ ...result, output: "x".repeat(LENGTH_MAX.output - 1) + "\uFFFD" });
});

test("a subject that was never heard is one that was heard very long ago", () => {
  const answer = { ...samples["probeAnswer"], heard: false, heardAgoMs: Infinity } as WireMessage;
  expect(decode(encode(answer))).toEqual({ ...answer, heardAgoMs: DURATION_MS_MAX });
});

test("the largest counter travels exactly", () => {
  const leave: WireMessage = { type: "leave", node: nodeId("n"), incarnation: incarnation(COUNTER_MAX) };
  expect(decode(encode(leave))).toEqual(leave);
});

test("a lag that no counter holds is said as the most, and what is no lag as none", () => {
  const update = sample("members");
  const row = update.members[0];
  for (const [lagBytes, said] of [
    [1e20, COUNTER_MAX],
    [1.5, 1],
    [-5, 0],
    [Number.NaN, 0],
  ] as const) {
    const sent = { ...update, members: [{ ...row, lagBytes }] } as WireMessage;
    expect(decode(encode(sent))).toMatchObject({ members: [{ lagBytes: said }] });
  }
});

test("a message that does not fit into one frame is not sent", () => {
  const update = sample("members");
  const many = { ...update, members: Array.from({ length: 9_000 }, () => update.members[0]) } as WireMessage;
  expect(() => encode(many)).toThrow(PhiError);
  expect(() => encode(many)).toThrow(`FRAME_TOO_LARGE bytes=`);
  expect(() => encode(many)).toThrow(`bytesMax=${FRAME_BYTES_MAX}`);
});
