/** An operator's order: how it is answered, and how it is put to a group. */
import { after } from "../../time.ts";
import type { Asked, GroupState, Move, Turn } from "../state.ts";
import { answer } from "../turn.ts";

/** An order as it arrived. */
export interface Order {
  readonly request: string;
  readonly by: string;
  readonly dryRun: boolean;
}

/** How long a serving group looks for a candidate before the order is refused. */
const CANDIDATE_MS = 2_000;

/** Serving groups begin a new move by the table; one that is on the move goes on under the operator's terms. */
export function placeOrder(turn: Turn, group: GroupState, asked: Asked): void {
  turn.touched.add(group);
  if (group.phase === "serving") {
    group.asked = asked;
    group.deadline = after(turn.now, CANDIDATE_MS);
    return;
  }
  supersede(turn, group, asked);
  group.move = moveUnder(group, asked);
  turn.unsavedGroups.add(group);
}

/** Who ordered the move that is under way learns that somebody else decides now. */
function supersede(turn: Turn, group: GroupState, asked: Asked): void {
  if (group.move === undefined) return;
  const text = `a later order of ${asked.by} took this one's place`;
  answer(turn, group.move.request, group.move.startedAt, "refused", text);
}

function moveUnder(group: GroupState, asked: Asked): Move {
  const { kind, to, acceptDataLoss, by, request, at } = asked;
  const because = `${by} asked for it`;
  if (group.move !== undefined) {
    return { ...group.move, to, acceptDataLoss, by, request, because, startedAt: at };
  }
  const from = group.holder;
  const none = {
    planned: true,
    prefer: "",
    stoppedAt: undefined,
    stoppedBy: "none",
    grantedAt: undefined,
    lagBytes: "",
    lagIsWhole: false,
    lastWordAt: undefined,
  } as const;
  return { kind, because, by, from, to, acceptDataLoss, request, startedAt: at, ...none };
}

export function refuse(turn: Turn, order: Order, text: string): void {
  answer(turn, order.request, turn.now, "refused", text);
}

export function finish(turn: Turn, order: Order, text: string): void {
  answer(turn, order.request, turn.now, "done", text);
}
