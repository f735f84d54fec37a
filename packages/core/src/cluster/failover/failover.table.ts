/**
 * The failover of a group, as one declared table (SAFETY.md, "Failover, step by step").
 *
 * A row fits when the group is in its phase and every fact that it names has one of the values it names. At most one
 * row fits any situation, so their order means nothing; where none fits, the group stays as it is. `failover.table.test.ts`
 * walks every situation.
 */
export type GroupPhase =
  | "choosing"
  | "committing"
  | "promoting"
  | "serving"
  | "releasing"
  | "demoting"
  | "catchingUp"
  | "held";

/** What is known of a group, reduced to what decides. */
export interface FailoverFacts {
  /** The holder: serving as it should, failed by its own word, or silent towards the coordinator. */
  readonly active: "well" | "failed" | "silent";
  /** What an operator asked for and has not got yet. */
  readonly asked: "nothing" | "failover" | "switchover";
  /** Whether the active role may move now: by itself, or because an operator asked. */
  readonly permitted: "yes" | "no";
  /** Whether anybody may still hold the last lease that was granted. */
  readonly lease: "running" | "over";
  readonly fence: "unneeded" | "running" | "done" | "failed";
  /** Whether a member may take over now; unknown while fresh positions are on their way. */
  readonly candidate: "unknown" | "ready" | "none";
  /** Whether the new epoch is durable. */
  readonly stored: "yes" | "no";
  /** What the member that was granted the new epoch says. */
  readonly target: "pending" | "serving" | "failed" | "lost";
  /** Whether the target of a switchover has all that the old active had when it stopped. */
  readonly caughtUp: "yes" | "no";
  /** Whether the deadline of the phase has passed. */
  readonly late: "yes" | "no";
}

/** What else a row orders when it is taken. */
export type FailoverOrder =
  /** Find out how far the members are. */
  | "askPositions"
  /** The same once nothing can be acknowledged any more, where a quorum of positions decides. */
  | "confirmPositions"
  /** Find out where the old active stopped, and how far the member is that is to take over from it. */
  | "askTarget"
  /** Tell the holder to give its lease back. */
  | "orderRelease"
  /** The holder stays after all. */
  | "withdraw"
  /** Save the next epoch for the best candidate. */
  | "commit"
  /** Let the chosen member know, so that its next heartbeat fetches the lease. */
  | "grant"
  /** The move has ended well. */
  | "finish"
  /** This member failed; leave it alone for a while and go on with the next. */
  | "quarantine"
  /** Make the old active the first choice again. */
  | "turnBack"
  /** Answer the operator that it cannot be done. */
  | "refuse"
  /** Say aloud that nobody can take over, and why. */
  | "raiseIncident";

type Condition = { readonly [Fact in keyof FailoverFacts]?: readonly FailoverFacts[Fact][] };

export interface FailoverRow {
  readonly from: GroupPhase;
  readonly when: Condition;
  readonly to: GroupPhase;
  readonly orders: readonly FailoverOrder[];
  /** The reason in two or three words, for the diagram. */
  readonly label: string;
  readonly because: string;
}

const fenced = ["unneeded", "done"] as const;

// A table reads as rows.
// oxfmt-ignore
export const failoverTable: readonly FailoverRow[] = [
  { from: "choosing", when: { permitted: ["yes"], lease: ["over"], fence: fenced, candidate: ["ready"] }, to: "committing", orders: ["commit"], label: "candidate ready", because: "a member may take over, and nobody can hold the old lease" },
  { from: "choosing", when: { permitted: ["yes"], lease: ["over"], fence: fenced, candidate: ["none"] }, to: "held", orders: ["raiseIncident"], label: "no candidate", because: "no member may take over" },
  { from: "choosing", when: { permitted: ["yes"], lease: ["over"], fence: fenced, candidate: ["unknown"], late: ["yes"] }, to: "held", orders: ["raiseIncident"], label: "positions unknown", because: "the members did not say in time how far they are" },
  { from: "choosing", when: { permitted: ["yes"], lease: ["over"], fence: ["failed"] }, to: "held", orders: ["raiseIncident"], label: "fence failed", because: "the fence command could not confirm that the old active is off" },
  { from: "choosing", when: { permitted: ["no"] }, to: "held", orders: ["raiseIncident"], label: "not permitted", because: "the active role may not move by itself now" },

  { from: "committing", when: { stored: ["yes"] }, to: "promoting", orders: ["grant"], label: "epoch durable", because: "the new epoch is durable" },
  { from: "committing", when: { stored: ["no"], late: ["yes"] }, to: "held", orders: ["raiseIncident"], label: "store failed", because: "the store did not take the new epoch" },

  { from: "promoting", when: { target: ["serving"] }, to: "serving", orders: ["finish"], label: "promoted", because: "the new active serves" },
  { from: "promoting", when: { target: ["failed"] }, to: "releasing", orders: ["quarantine", "orderRelease", "askPositions"], label: "promote failed", because: "the promotion failed" },
  { from: "promoting", when: { target: ["lost"] }, to: "releasing", orders: ["quarantine", "orderRelease", "askPositions"], label: "target silent", because: "the member that was being promoted fell silent" },
  { from: "promoting", when: { target: ["pending"], late: ["yes"] }, to: "releasing", orders: ["quarantine", "orderRelease", "askPositions"], label: "promote late", because: "the promotion took too long" },

  { from: "serving", when: { asked: ["failover"] }, to: "releasing", orders: ["orderRelease", "askPositions"], label: "failover asked", because: "an operator asked for a failover" },
  { from: "serving", when: { asked: ["switchover"], active: ["well"], candidate: ["ready"] }, to: "demoting", orders: ["orderRelease"], label: "switchover asked", because: "an operator asked for a switchover" },
  { from: "serving", when: { asked: ["switchover"], active: ["well"], candidate: ["unknown", "none"], late: ["yes"] }, to: "serving", orders: ["refuse"], label: "no candidate", because: "nobody can take over from the active" },
  { from: "serving", when: { asked: ["switchover"], active: ["failed", "silent"] }, to: "releasing", orders: ["orderRelease", "askPositions"], label: "active gone", because: "the active is gone before the switchover began" },
  { from: "serving", when: { asked: ["nothing"], active: ["silent"], permitted: ["yes"] }, to: "releasing", orders: ["orderRelease", "askPositions"], label: "active silent", because: "the active is silent" },
  { from: "serving", when: { asked: ["nothing"], active: ["failed"], permitted: ["yes"], candidate: ["ready", "unknown"] }, to: "releasing", orders: ["orderRelease", "askPositions"], label: "service failed", because: "the active says that its service failed" },
  { from: "serving", when: { asked: ["nothing"], active: ["failed"], permitted: ["yes"], candidate: ["none"], lease: ["over"] }, to: "held", orders: ["confirmPositions", "raiseIncident"], label: "no candidate", because: "the active stopped, and no member may take over" },
  { from: "serving", when: { asked: ["nothing"], active: ["failed", "silent"], permitted: ["no"], lease: ["over"] }, to: "held", orders: ["confirmPositions", "raiseIncident"], label: "not permitted", because: "the active is gone, and its role may not move by itself now" },

  { from: "releasing", when: { lease: ["running"], asked: ["nothing"], active: ["well"], fence: ["unneeded"] }, to: "serving", orders: ["withdraw"], label: "active heard", because: "the active was heard again before its lease ended" },
  { from: "releasing", when: { lease: ["over"], fence: fenced }, to: "choosing", orders: ["confirmPositions"], label: "lease over", because: "nobody can hold the old lease any more" },
  { from: "releasing", when: { fence: ["failed"] }, to: "held", orders: ["raiseIncident"], label: "fence failed", because: "the fence command could not confirm that the old active is off" },
  { from: "releasing", when: { lease: ["over"], fence: ["running"], late: ["yes"] }, to: "held", orders: ["raiseIncident"], label: "fence late", because: "the fence command did not end" },

  { from: "demoting", when: { lease: ["over"] }, to: "catchingUp", orders: ["askTarget"], label: "lease over", because: "the old active has stopped" },
  { from: "demoting", when: { lease: ["running"], active: ["silent"] }, to: "releasing", orders: ["orderRelease", "askPositions"], label: "active silent", because: "the active fell silent while it was being stopped" },
  { from: "demoting", when: { lease: ["running"], active: ["well", "failed"], late: ["yes"] }, to: "releasing", orders: ["orderRelease", "askPositions"], label: "demote late", because: "the active did not stop in time" },

  { from: "catchingUp", when: { caughtUp: ["yes"], candidate: ["ready"] }, to: "committing", orders: ["commit"], label: "caught up", because: "the chosen member has all that the old active had" },
  { from: "catchingUp", when: { caughtUp: ["no"], late: ["yes"] }, to: "choosing", orders: ["turnBack", "askPositions"], label: "not caught up", because: "the chosen member did not catch up in time" },
  { from: "catchingUp", when: { caughtUp: ["yes"], candidate: ["unknown", "none"], late: ["yes"] }, to: "choosing", orders: ["turnBack", "askPositions"], label: "target unfit", because: "the chosen member can no longer take over" },

  { from: "held", when: { lease: ["over"], permitted: ["yes"], fence: fenced, candidate: ["ready"] }, to: "committing", orders: ["commit"], label: "candidate ready", because: "a member may take over again" },
  { from: "held", when: { lease: ["running"], active: ["well"] }, to: "serving", orders: ["withdraw"], label: "active well", because: "the active serves after all" },
  { from: "held", when: { lease: ["running"], active: ["failed", "silent"], late: ["yes"] }, to: "releasing", orders: ["orderRelease", "askPositions"], label: "lease running", because: "the old lease is still running out" },
  { from: "held", when: { lease: ["over"], fence: fenced, asked: ["failover"], candidate: ["none"], late: ["yes"] }, to: "held", orders: ["raiseIncident"], label: "order refused", because: "nobody can take over as it was asked" },
  { from: "held", when: { lease: ["over"], fence: ["failed"], late: ["yes"] }, to: "releasing", orders: ["askPositions"], label: "fence again", because: "the fence command is tried again" },
];

/** The rows that fit; a right table gives one at most. */
export function failoverRowsFor(from: GroupPhase, facts: FailoverFacts): readonly FailoverRow[] {
  return failoverTable.filter((row) => row.from === from && fits(row.when, facts));
}

function fits(when: Condition, facts: FailoverFacts): boolean {
  return factNames.every((name) => {
    const allowed: readonly string[] | undefined = when[name];
    return allowed === undefined || allowed.includes(facts[name]);
  });
}

/** Every value of every fact: what a walk through all situations enumerates. */
export const factValues: { readonly [Fact in keyof FailoverFacts]: readonly FailoverFacts[Fact][] } = {
  active: ["well", "failed", "silent"],
  asked: ["nothing", "failover", "switchover"],
  permitted: ["yes", "no"],
  lease: ["running", "over"],
  fence: ["unneeded", "running", "done", "failed"],
  candidate: ["unknown", "ready", "none"],
  stored: ["yes", "no"],
  target: ["pending", "serving", "failed", "lost"],
  caughtUp: ["yes", "no"],
  late: ["yes", "no"],
};

const factNames: readonly (keyof FailoverFacts)[] = [
  "active",
  "asked",
  "permitted",
  "lease",
  "fence",
  "candidate",
  "stored",
  "target",
  "caughtUp",
  "late",
];
