import { describe, expect, test } from "vitest";
import { type NodeId, nodeId } from "../../ids.ts";
import { type Instant, instant } from "../../time.ts";
import type { ProbeAnswer } from "../../wire.ts";
import type { NodeState, Turn } from "../state.ts";
import type { Inquiry } from "./inquiry.ts";
import { takeAnswer } from "./witnesses.ts";

const [subject, b, c] = [nodeId("a"), nodeId("b"), nodeId("c")];

/** The second question of a silence of `a`: to the first, `b` said at 100 that it hears it, and `c` at 200. */
function secondInquiry(): Inquiry {
  return {
    probe: 2,
    first: 1,
    askedAt: instant(500),
    since: instant(0),
    pending: new Set([b, c]),
    words: new Map([
      [b, { word: "heard", probe: 1, at: instant(100) }],
      [c, { word: "heard", probe: 1, at: instant(200) }],
    ]),
    heardAt: instant(200),
    denials: 0,
    direct: "silent",
    answeredAt: undefined,
    spared: false,
  };
}

/** A peer that is asked in each of four intervals, and whose first answer is on its way still. */
function fourthInquiry(): Inquiry {
  return { ...secondInquiry(), probe: 4, pending: new Set([b]), words: new Map(), heardAt: undefined };
}

type Answer = Pick<ProbeAnswer, "heard" | "gone">;

function says(inquiry: Inquiry, from: NodeId, at: Instant, word: Answer, probe = 2): void {
  const node = { node: subject, inquiry } as NodeState;
  const turn = { state: { nodes: new Map([[subject, node]]) }, now: at } as unknown as Turn;
  takeAnswer(turn, from, { type: "probeAnswer", probe, subject, heardAgoMs: 0, ...word });
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

  test("counts though it was asked again meanwhile: its answers take longer than an interval", () => {
    const inquiry = fourthInquiry();
    says(inquiry, b, instant(900), { heard: true, gone: false }, 1);
    expect(inquiry.heardAt).toBe(900);
    expect(inquiry.pending, "it has not answered the newest question").toEqual(new Set([b]));
    says(inquiry, b, instant(1_000), { heard: true, gone: false }, 2);
    expect(inquiry.heardAt).toBe(1_000);
  });

  test("counts where it is not asked any more, since it fell silent itself", () => {
    const inquiry = { ...fourthInquiry(), pending: new Set<NodeId>() };
    says(inquiry, b, instant(900), { heard: true, gone: false }, 3);
    expect(inquiry.heardAt).toBe(900);
  });

  test("takes back late what it said before, and is no answer to what was asked since", () => {
    const inquiry = fourthInquiry();
    says(inquiry, b, instant(900), { heard: true, gone: false }, 1);
    says(inquiry, b, instant(1_000), { heard: false, gone: false }, 3);
    expect(inquiry).toMatchObject({ heardAt: undefined, denials: 0 });
    says(inquiry, b, instant(1_010), { heard: true, gone: false }, 2);
    expect(inquiry.heardAt, "an older answer that comes later").toBeUndefined();
  });

  test("counts for nothing where it was asked in a silence that is over", () => {
    const inquiry = fourthInquiry();
    says(inquiry, b, instant(900), { heard: true, gone: false }, 0);
    expect(inquiry.heardAt).toBeUndefined();
  });
});
