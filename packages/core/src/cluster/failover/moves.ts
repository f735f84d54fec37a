/** The story of one move of the active role: how it began, and how it ended, for people and for who asked. */
import { type Instant, between } from "../../time.ts";
import { assessAll } from "./candidates.ts";
import { activeWords } from "./facts.ts";
import type { FailoverRow } from "./failover.table.ts";
import { overAt } from "./leases.ts";
import { leaveAlone } from "./quarantine.ts";
import type { GroupState, Move, Turn } from "../state.ts";
import { answer, record, roundedMs } from "../turn.ts";

/** A move begins: by an operator's order, or by the situation itself. */
export function beginMove(turn: Turn, group: GroupState, row: FailoverRow | undefined): void {
  const { asked } = group;
  const words = activeWords(turn.state, group, turn.now);
  const situation = words === "" ? (row?.because ?? "the group has no active yet") : words;
  const move: Move = {
    kind: group.epoch === 0 ? "activation" : (asked?.kind ?? "failover"),
    because: asked === undefined ? situation : `${asked.by} asked for it`,
    by: asked?.by ?? "",
    planned: asked !== undefined,
    from: group.holder,
    to: asked?.to ?? "",
    prefer: "",
    acceptDataLoss: asked?.acceptDataLoss ?? false,
    request: asked?.request ?? "",
    startedAt: asked?.at ?? turn.now,
    stoppedAt: undefined,
    stoppedBy: "none",
    grantedAt: undefined,
    lagBytes: "",
    lagIsWhole: false,
    lastWordAt: undefined,
  };
  group.asked = undefined;
  group.move = move;
  // Only this says what was asked for.
  if (asked !== undefined) turn.unsavedGroups.add(group);
  group.reason = move.because;
  const facts = { kind: move.kind, from: move.from, to: move.to, by: move.by };
  record(turn, `${move.kind}Started`, { group, node: move.from }, `${move.kind}: ${move.because}`, facts);
}

/** The old active has stopped; what is known of when and how. */
export function noteStopped(turn: Turn, group: GroupState): void {
  const { move } = group;
  if (move === undefined || move.stoppedAt !== undefined || group.epoch === 0) return;
  const over = overAt(turn.state, group);
  move.stoppedAt = over < turn.now ? over : turn.now;
  move.stoppedBy = "expired";
  record(turn, "leaseExpired", { group, node: group.holder }, `the lease of ${group.holder} ran out`);
}

export function finishMove(turn: Turn, group: GroupState, end: "done" | "withdrawn"): void {
  const { move } = group;
  group.move = undefined;
  group.incident = "";
  turn.unsavedGroups.add(group);
  if (move === undefined) return;
  if (end === "withdrawn") {
    record(turn, `${move.kind}Withdrawn`, { group, node: group.holder }, `${group.holder} stays the active`);
    return answer(turn, move.request, move.startedAt, "refused", `${group.holder} stays the active`);
  }
  // A planned move leaves nobody alone; a failure does, or the role would come back to the one that just failed.
  const failed = move.kind === "failover" && !move.planned && move.from !== group.holder ? move.from : "";
  if (failed !== "") leaveAlone(turn, group, failed, group.settings.cooldownMs, "it failed a moment ago");
  group.lastMove = {
    kind: move.kind,
    because: move.because,
    from: move.from,
    to: group.holder,
    epoch: group.epoch,
    endedAt: turn.now,
    tookMs: roundedMs(move.startedAt, turn.now),
  };
  const turnedBack = move.kind === "switchover" && group.holder === move.from;
  const text = `${group.holder} is the active at epoch ${group.epoch}, ${gapText(turn, group, move)}`;
  record(turn, `${move.kind}Done`, { group, node: group.holder }, text, factsOfMove(turn, group, move));
  const note = turnedBack ? "the target did not catch up, so the old active was made active again: " : "";
  answer(turn, move.request, move.startedAt, turnedBack ? "refused" : "done", `${note}${text}`);
}

function gapText(turn: Turn, group: GroupState, move: Move): string {
  if (move.from === "") return "the first";
  const stopped = move.stoppedAt ?? move.startedAt;
  const lost =
    move.lagBytes === "" || move.lagBytes === "0"
      ? ""
      : `; it was ${move.lagBytes} behind the last position known`;
  const ended = `${roundedMs(stopped, turn.now)} ms after ${move.from} stopped (${move.stoppedBy})`;
  return `${ended}${lost}${unheardText(group, move, stopped)}`;
}

/** What no position counts: writes that the old active acknowledged after its last word. */
function unheardText(group: GroupState, move: Move, stopped: Instant): string {
  // After a switchover the new active has all that the old one had.
  const isBound = move.kind !== "failover" || group.settings.replication.mode !== "async";
  if (isBound || move.lagBytes === "" || move.lagIsWhole) return "";
  const before =
    move.lastWordAt === undefined
      ? ""
      : `, ${Math.ceil(between(move.lastWordAt, stopped))} ms before it stopped`;
  return `; what ${move.from} still took after it last said how far it is${before}, is not counted`;
}

/** Times in ms since the move began; the gap is between the old active's end and the new one's readiness. */
function factsOfMove(turn: Turn, group: GroupState, move: Move): Record<string, string | number> {
  const since = (at: Move["stoppedAt"]) => (at === undefined ? "" : Math.round(between(move.startedAt, at)));
  return {
    kind: move.kind,
    from: move.from,
    to: group.holder,
    by: move.by,
    stoppedBy: move.stoppedBy,
    stoppedAfterMs: since(move.stoppedAt),
    grantedAfterMs: since(move.grantedAt),
    readyAfterMs: since(turn.now),
    gapMs: move.stoppedAt === undefined ? "" : roundedMs(move.stoppedAt, turn.now),
    lagBytes: move.lagBytes,
    lagIsWhole: String(move.lagIsWhole),
    lastWordAfterMs:
      move.lastWordAt === undefined ? "" : Math.floor(between(move.startedAt, move.lastWordAt)),
    acceptDataLoss: String(move.acceptDataLoss),
  };
}

/** Nobody can take over: say so, with the reason for each member, and answer who asked. */
export function raiseIncident(turn: Turn, group: GroupState, because: string): void {
  const why = refusalsText(turn, group);
  group.incident = why === "" ? because : `${because}: ${why}`;
  record(turn, "groupHeld", { group, node: group.holder }, group.incident, { next: nextStepOf(group) });
  const { move } = group;
  if (move === undefined) return;
  turn.unsavedGroups.add(group);
  answer(turn, move.request, move.startedAt, "refused", group.incident);
  // Who asked has his answer, and an order that was refused binds nobody: from here on the group helps itself.
  group.move = { ...move, request: "", by: "", to: "", acceptDataLoss: false };
}

/** What an operator can type when a group is held. */
export function nextStepOf(group: GroupState): string {
  const name = group.settings.group;
  if (group.pause !== undefined) return `phi resume ${name}`;
  if (group.fence === "failed")
    return `phi failover ${name} --node-is-off (once ${group.holder} is surely powered off)`;
  return `phi failover ${name} --to NODE --accept-data-loss`;
}

/** An order that cannot be carried out; the group stays as it is. */
export function refuseAsked(turn: Turn, group: GroupState, because: string): void {
  const { asked } = group;
  if (asked === undefined) return;
  group.asked = undefined;
  const why = refusalsText(turn, group);
  answer(turn, asked.request, asked.at, "refused", why === "" ? because : `${because}: ${why}`);
}

function refusalsText(turn: Turn, group: GroupState): string {
  return assessAll(turn.state, group, turn.now)
    .filter((one) => one.refusals.length > 0)
    .map((one) => `${one.node}: ${one.refusals.join(", ")}`)
    .join("; ");
}

/** When maintenance ends by itself, it is over. */
export function endPauses(turn: Turn): void {
  const { state, now } = turn;
  const over = (pause: GroupState["pause"]) => pause?.until !== undefined && now >= pause.until;
  for (const group of state.groups.values()) {
    if (!over(group.pause)) continue;
    group.pause = undefined;
    turn.unsavedGroups.add(group);
    turn.touched.add(group);
    record(turn, "resumed", { group }, "maintenance ended at the set time");
  }
}
