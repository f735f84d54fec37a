import { describe, expect, test } from "vitest";
import { type NodeId, nodeId } from "../../ids.ts";
import { type Instant, instant } from "../../time.ts";
import type { ProbeAnswer } from "../../wire.ts";
import type { NodeState, Turn } from "../state.ts";
import type { Inquiry } from "./inquiry.ts";
import { takeAnswer } from "./witnesses.ts";

const [subject, b, c] = [nodeId("a"), nodeId("b"), nodeId("c")];

/** The second inquiry about `a`: in the first, `b` said at 100 that it hears it, and `c` at 200. */
function secondInquiry(): Inquiry {
  return {
    probe: 2,
    askedAt: instant(500),
    since: instant(0),
    pending: new Set([b, c]),
    words: new Map(),
    heard: new Map([
      [b, instant(100)],
      [c, instant(200)],
    ]),
    heardAt: instant(200),
    denials: 0,
    direct: "silent",
    answeredAt: undefined,
    spared: false,
  };
}

function says(inquiry: Inquiry, from: NodeId, at: Instant, word: Pick<ProbeAnswer, "heard" | "gone">): void {
  const node = { node: subject, inquiry } as NodeState;
  const turn = { state: { nodes: new Map([[subject, node]]) }, now: at } as unknown as Turn;
  takeAnswer(turn, from, { type: "probeAnswer", probe: 2, subject, heardAgoMs: 0, ...word });
}

describe("what a peer says of a silent node", () => {
  test("takes back what it said before, and not what another said", () => {
    const inquiry = secondInquiry();
    says(inquiry, c, instant(600), { heard: false, gone: false });
    expect(inquiry.heardAt).toBe(100);
    says(inquiry, b, instant(700), { heard: false, gone: false });
    expect(inquiry.heardAt).toBeUndefined();
  });

  test("counts from when it is said again", () => {
    const inquiry = secondInquiry();
    says(inquiry, b, instant(600), { heard: true, gone: false });
    says(inquiry, c, instant(700), { heard: false, gone: false });
    expect(inquiry.heardAt).toBe(600);
  });

  test("may be taken back within one inquiry, once it has looked itself", () => {
    const inquiry = secondInquiry();
    says(inquiry, b, instant(600), { heard: true, gone: false });
    says(inquiry, c, instant(610), { heard: false, gone: false });
    says(inquiry, b, instant(700), { heard: false, gone: false });
    expect(inquiry).toMatchObject({ heardAt: undefined, denials: 2 });
    says(inquiry, b, instant(710), { heard: true, gone: false });
    expect(inquiry.heardAt, "an older answer that comes later").toBeUndefined();
  });
});
