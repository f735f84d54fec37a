import { COUNTER_MAX, PhiError, type WireMessage } from "@phidelity/core";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { phidelity } from "../gen/phidelity.js";
import { anyMessage } from "../test/arbitrary.ts";
import { samples } from "../test/samples.ts";
import { decode } from "./decode.ts";
import { encode } from "./encode.ts";
import { DURATION_MS_MAX, FRAME_BYTES_MAX, LENGTH_MAX, LIST_LENGTH_MAX } from "./limits.ts";

type Frame = phidelity.v1.Envelope.$Properties;

/** Writes a frame as a peer that checks nothing would. */
function written(frame: Frame): Uint8Array {
  return phidelity.v1.Envelope.encode(frame).finish();
}

function sample<Type extends WireMessage["type"]>(name: string): Extract<WireMessage, { type: Type }> {
  return samples[name] as Extract<WireMessage, { type: Type }>;
}

/** Calls `decode` and hands over what it refuses, as its text; anything but a PhiError fails the test. */
function refusal(bytes: Uint8Array): string {
  try {
    decode(bytes);
  } catch (error) {
    if (!(error instanceof PhiError)) throw error;
    return error.message;
  }
  return "taken";
}

/** What becomes of any bytes. */
const outcome = /^(taken|FRAME_MALFORMED message=[A-Za-z]+ field=[a-z_]+)$/;

const longText = "x".repeat(LENGTH_MAX.output + 1);
const leaf = { node: "n", incarnation: 1 };
const heart = { ...leaf, sequence: 1, slot: 1 };
const ackOf = { term: 1, incarnation: 1, sequence: 1 };

const refused: readonly (readonly [string, Frame])[] = [
  ["Heartbeat field=node", { heartbeat: { ...heart, node: "" } }],
  ["Heartbeat field=node", { heartbeat: { ...heart, node: "-n" } }],
  ["Heartbeat field=node", { heartbeat: { ...heart, node: "n".repeat(64) } }],
  ["Heartbeat field=node", { heartbeat: { ...heart, node: "a b" } }],
  ["Heartbeat field=incarnation", { heartbeat: { ...heart, incarnation: COUNTER_MAX + 1 } }],
  ["Heartbeat field=sequence", { heartbeat: { ...heart, sequence: COUNTER_MAX + 1 } }],
  ["Heartbeat field=slot", { heartbeat: { ...heart, slot: COUNTER_MAX + 1 } }],
  ["Heartbeat field=sent_at_ms", { heartbeat: { ...heart, sentAtMs: NaN } }],
  ["Heartbeat field=sent_at_ms", { heartbeat: { ...heart, sentAtMs: -1 } }],
  ["Heartbeat field=loop_lag_ms", { heartbeat: { ...heart, loopLagMs: Infinity } }],
  ["Heartbeat field=view_version", { heartbeat: { ...heart, viewVersion: COUNTER_MAX + 1 } }],
  ["Report field=version", { heartbeat: { ...heart, report: { version: COUNTER_MAX + 1 } } }],
  ["ServiceReport field=group", { heartbeat: { ...heart, report: { services: [{ group: "" }] } } }],
  [
    "ServiceReport field=epoch",
    { heartbeat: { ...heart, report: { services: [{ group: "g", epoch: COUNTER_MAX + 1 }] } } },
  ],
  [
    "ServiceReport field=seen_epoch",
    { heartbeat: { ...heart, report: { services: [{ group: "g", seenEpoch: COUNTER_MAX + 1 }] } } },
  ],
  [
    "ServiceReport field=released_epoch",
    { heartbeat: { ...heart, report: { services: [{ group: "g", releasedEpoch: COUNTER_MAX + 1 }] } } },
  ],
  [
    "ServiceReport field=why",
    { heartbeat: { ...heart, report: { services: [{ group: "g", why: "x".repeat(LENGTH_MAX.why + 1) }] } } },
  ],
  [
    "Replication field=position",
    { heartbeat: { ...heart, report: { services: [{ group: "g", replication: { position: "-1" } }] } } },
  ],
  [
    "Replication field=position",
    {
      heartbeat: {
        ...heart,
        report: { services: [{ group: "g", replication: { position: "1".repeat(21) } }] },
      },
    },
  ],
  [
    "Replication field=lag_bytes",
    {
      heartbeat: {
        ...heart,
        report: { services: [{ group: "g", replication: { lagBytes: COUNTER_MAX + 1 } }] },
      },
    },
  ],
  ["Hello field=interval_ms", { hello: { node: "n", intervalMs: 0 } }],
  ["Hello field=interval_ms", { hello: { node: "n", intervalMs: DURATION_MS_MAX * 2 } }],
  [
    "Hello field=software",
    { hello: { node: "n", intervalMs: 1, software: "x".repeat(LENGTH_MAX.label + 1) } },
  ],
  ["Hello field=listen", { hello: { node: "n", intervalMs: 1, listen: "x".repeat(LENGTH_MAX.address + 1) } }],
  [
    "Membership field=capacity",
    { hello: { node: "n", intervalMs: 1, memberships: [{ group: "g", capacity: -1 }] } },
  ],
  [
    "Membership field=promote_timeout_ms",
    { hello: { node: "n", intervalMs: 1, memberships: [{ group: "g", promoteTimeoutMs: NaN }] } },
  ],
  ["HookResult field=output", { hookResult: { ...leaf, group: "g", output: longText } }],
  ["Ack field=term", { ack: { ...ackOf, term: COUNTER_MAX + 1 } }],
  ["Ack field=sequence", { ack: { ...ackOf, sequence: COUNTER_MAX + 1 } }],
  [
    "Ack field=leases",
    { ack: { ...ackOf, leases: Array.from({ length: LIST_LENGTH_MAX + 1 }, () => ({})) } },
  ],
  ["LeaseGrant field=group", { ack: { ...ackOf, leases: [{ epoch: 1, durationMs: 1 }] } }],
  [
    "LeaseGrant field=epoch",
    { ack: { ...ackOf, leases: [{ group: "g", epoch: COUNTER_MAX + 1, durationMs: 1 }] } },
  ],
  ["LeaseGrant field=duration_ms", { ack: { ...ackOf, leases: [{ group: "g", epoch: 1, durationMs: 0 }] } }],
  [
    "LeaseGrant field=duration_ms",
    { ack: { ...ackOf, leases: [{ group: "g", epoch: 1, durationMs: Infinity }] } },
  ],
  ["GroupView field=active", { view: { groups: [{ group: "g", active: "not a name" }] } }],
  ["GroupView field=released_epoch", { view: { groups: [{ group: "g", releasedEpoch: COUNTER_MAX + 1 }] } }],
  ["GroupView field=lease_ms", { view: { groups: [{ group: "g", leaseMs: NaN }] } }],
  ["GroupView field=drift", { view: { groups: [{ group: "g", drift: -0.01 }] } }],
  ["GroupView field=members", { view: { groups: [{ group: "g", members: ["n", ""] }] } }],
  ["PeerBeat field=node", { peerBeat: { sequence: 1 } }],
  ["PeerBeat field=sequence", { peerBeat: { ...leaf, sequence: COUNTER_MAX + 1 } }],
  ["PeerClaim field=group", { peerBeat: { ...leaf, claims: [{ epoch: 1, durationMs: 1 }] } }],
  ["PeerClaim field=duration_ms", { peerBeat: { ...leaf, claims: [{ group: "g", epoch: 1 }] } }],
  ["PeerClaim field=duration_ms", { peerBeat: { ...leaf, claims: [{ group: "g", durationMs: Infinity }] } }],
  ["PeerPromise field=incarnation", { peerPromise: { node: "n", incarnation: COUNTER_MAX + 1 } }],
  [
    "PromisedGroup field=epoch",
    { peerPromise: { ...leaf, groups: [{ group: "g", epoch: COUNTER_MAX + 1 }] } },
  ],
  ["Relay field=node", { relay: { heartbeat: heart } }],
  ["Relay field=message", { relay: { node: "n" } }],
  ["Heartbeat field=slot", { relay: { node: "n", heartbeat: { ...heart, slot: COUNTER_MAX + 1 } } }],
  ["LeaseGrant field=duration_ms", { relay: { node: "n", ack: { ...ackOf, leases: [{ group: "g" }] } } }],
  ["GroupView field=active", { relay: { node: "n", view: { groups: [{ group: "g", active: "a b" }] } } }],
  [
    "ServiceReport field=promised_epoch",
    { heartbeat: { ...heart, report: { services: [{ group: "g", promisedEpoch: COUNTER_MAX + 1 }] } } },
  ],
  ["Peer field=node", { view: { peers: [{ node: "", listen: "x" }] } }],
  ["MemberRow field=phi", { members: { members: [{ node: "n", group: "g", phi: NaN }] } }],
  ["MemberRow field=checks", { members: { members: [{ node: "n", group: "g", checks: "all" }] } }],
  ["EventUpdate field=event", { event: {} }],
  ["EventRow field=type", { event: { event: {} } }],
  ["EventRow field=group", { event: { event: { type: "t", group: "" } } }],
  ["EventRow field=facts", { event: { event: { type: "t", facts: { "": "1" } } } }],
  ["EventRow field=facts", { event: { event: { type: "t", facts: JSON.parse('{"__proto__":"1"}') } } }],
  ["Command field=request", { command: { undrain: { node: "n" } } }],
  ["Command field=action", { command: { request: "r" } }],
  ["FailoverAction field=to", { command: { request: "r", failover: { group: "g", to: "" } } }],
  ["PauseAction field=for_ms", { command: { request: "r", pause: { forMs: 0 } } }],
  ["Outcome field=after_ms", { outcome: { request: "r", afterMs: -1 } }],
  ["Envelope field=body", {}],
];

describe("what does not fit is refused with its message and field", () => {
  for (const [index, [where, frame]] of refused.entries()) {
    test(`${index + 1}: ${where}`, () => {
      expect(refusal(written(frame))).toBe(`FRAME_MALFORMED message=${where}`);
    });
  }
});

describe("a frame of the largest size", () => {
  test("is not even parsed where it is one byte larger", () => {
    expect(refusal(new Uint8Array(FRAME_BYTES_MAX + 1))).toBe(
      `FRAME_TOO_LARGE bytes=${FRAME_BYTES_MAX + 1} bytesMax=${FRAME_BYTES_MAX}`,
    );
  });

  test("is read where it fits exactly", () => {
    const leave = encode(sample("leave"));
    // Field 2000, of two-byte tag and three-byte length, is one that no version knows.
    const length = FRAME_BYTES_MAX - leave.length - 5;
    const padding = [0x82, 0x7d, (length & 0x7f) | 0x80, ((length >> 7) & 0x7f) | 0x80, length >> 14];
    const frame = Buffer.concat([leave, Buffer.from(padding), Buffer.alloc(length)]);
    expect(frame.length).toBe(FRAME_BYTES_MAX);
    expect(decode(frame)).toEqual(sample("leave"));
  });
});

describe("from an older peer", () => {
  test("what it does not know of promises is read as none", () => {
    const [group] = sample<"view">("view").groups;
    expect(group).toMatchObject({ releasedEpoch: 0, failsafe: false, leaseMs: 0, drift: 0, members: [] });
    expect(decode(written({ view: { groups: [{ group: "g" }] } }))).toMatchObject({
      groups: [{ releasedEpoch: 0, failsafe: false, leaseMs: 0, drift: 0, members: [] }],
    });
    expect(
      decode(written({ heartbeat: { ...heart, report: { services: [{ group: "g" }] } } })),
    ).toMatchObject({
      report: { services: [{ promisedEpoch: 0 }] },
    });
  });
});

describe("from a newer peer", () => {
  test("fields that are not known are passed over, at the top and within", () => {
    const unknown = Buffer.from([0xf8, 0x3f, 0x05, 0xfa, 0x3f, 0x02, 0x68, 0x69]); // Fields 1023: 5 and "hi".
    const probe = phidelity.v1.Probe.encode({ probe: 5, subject: "db-2" }).finish();
    const inner = Buffer.concat([probe, unknown]);
    const frame = Buffer.concat([unknown, Buffer.from([0x4a, inner.length]), inner, unknown]);
    expect(decode(frame)).toEqual(sample("probe"));
  });

  test("values of enums that are not known become the word by which the least happens", () => {
    // The generated types refuse it, and the wire does not.
    const later = 99 as never;
    const service = { group: "g", role: later, health: later, replication: { role: later } };
    expect(decode(written({ heartbeat: { ...heart, report: { services: [service] } } }))).toMatchObject({
      report: { services: [{ role: "none", health: "unknown", replication: { role: "unknown" } }] },
    });
    const group = { group: "g", mode: later, order: later };
    expect(decode(written({ view: { groups: [group] } }))).toMatchObject({
      groups: [{ mode: "active-passive", order: "none" }],
    });
    expect(decode(written({ refused: { code: later } }))).toMatchObject({ code: "malformed" });
    expect(decode(written({ outcome: { request: "r", status: later } }))).toMatchObject({
      status: "timedOut",
    });
    expect(decode(written({ hookResult: { ...leaf, group: "g", hook: later } }))).toMatchObject({
      hook: "status",
    });
    const member = { node: "n", group: "g", checks: "0/0", status: later, role: later };
    expect(decode(written({ members: { members: [member] } }))).toMatchObject({
      members: [{ status: "joining", role: "none" }],
    });
  });

  test("a peer that carries what is not known is refused", () => {
    const relay = Buffer.from([0x0a, 0x01, 0x6e, 0x7a, 0x00]); // Node "n", and field 15.
    expect(refusal(Buffer.concat([Buffer.from([0x6a, relay.length]), relay]))).toBe(
      "FRAME_MALFORMED message=Relay field=message",
    );
  });

  test("a kind of message that is not known is refused, and so is an action", () => {
    expect(refusal(Buffer.from([0xf2, 0x07, 0x02, 0x08, 0x01]))).toBe(
      "FRAME_MALFORMED message=Envelope field=body",
    );
    const command = Buffer.from([0x0a, 0x01, 0x72, 0xf2, 0x07, 0x00]);
    expect(refusal(Buffer.concat([Buffer.from([0x9a, 0x01, command.length]), command]))).toBe(
      "FRAME_MALFORMED message=Command field=action",
    );
  });
});

describe("a 64-bit number", () => {
  const leaveWith = (varint: readonly number[]): Uint8Array => {
    const leave = [0x0a, 0x01, 0x6e, 0x10, ...varint];
    return Uint8Array.from([0x3a, leave.length, ...leave]);
  };

  test("is read exactly up to the largest counter, 2^52", () => {
    const bytes = leaveWith([0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x08]);
    expect(decode(bytes)).toMatchObject({ incarnation: 4_503_599_627_370_496 });
  });

  test("is never rounded: above it is refused, by name", () => {
    const over = "FRAME_MALFORMED message=Leave field=incarnation";
    expect(refusal(leaveWith([0x81, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x08]))).toBe(over); // 2^52 + 1
    expect(refusal(leaveWith([0x81, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x10]))).toBe(over); // 2^53 + 1
    expect(refusal(leaveWith([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01]))).toBe(over); // 2^64 - 1
  });

  test("that ends too early, or never, is no protobuf", () => {
    const broken = "FRAME_MALFORMED message=Envelope field=encoding";
    expect(refusal(leaveWith([0x80]))).toBe(broken);
    expect(refusal(leaveWith([0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01]))).toBe(
      broken,
    );
  });
});

test("a message stays what it is when its bytes are overwritten", () => {
  for (const message of Object.values(samples)) {
    const bytes = encode(message);
    const decoded = decode(bytes);
    const before = structuredClone(decoded);
    bytes.fill(0xee);
    expect(decoded).toEqual(before);
  }
});

test("a string that is not UTF-8 is refused", () => {
  expect(refusal(Uint8Array.from([0x3a, 0x03, 0x0a, 0x01, 0xff]))).toBe(
    "FRAME_MALFORMED message=Envelope field=encoding",
  );
});

test("whatever the bytes are, either a message comes out or a PhiError", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(refusal(bytes)).toMatch(outcome);
    }),
    { numRuns: 2_000 },
  );
});

test("whatever happens to the bytes of a real frame, either a message comes out or a PhiError", () => {
  const damage = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(anyMessage, damage, fc.nat(), (message, spots, cut) => {
      const bytes = Uint8Array.from(encode(message));
      for (const [at, value] of spots) bytes[at % bytes.length] = value;
      expect(refusal(bytes)).toMatch(outcome);
      expect(refusal(bytes.subarray(0, cut % (bytes.length + 1)))).toMatch(outcome);
    }),
    { numRuns: 1_000 },
  );
});

test("what comes out of damaged bytes is itself a message that can be sent", () => {
  fc.assert(
    fc.property(anyMessage, fc.nat(), fc.integer({ min: 0, max: 255 }), (message, at, value) => {
      const bytes = Uint8Array.from(encode(message));
      bytes[at % bytes.length] = value;
      let read: WireMessage;
      try {
        read = decode(bytes);
      } catch {
        return;
      }
      expect(decode(encode(read))).toStrictEqual(read);
    }),
    { numRuns: 1_000 },
  );
});
