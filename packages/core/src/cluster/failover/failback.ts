/**
 * Failback, where it is set: the active role goes back to a member of a higher priority once that one is well again.
 *
 * It is a switchover like any other, so nobody's writes are lost by it. It waits until the group has been at rest for the
 * cooldown, so that it is no second way to flap: whoever failed is left alone for as long already, longer each time.
 */
import { type Instant, after } from "../../time.ts";
import { type Assessment, assessAll } from "./candidates.ts";
import { activeWords, isPermitted } from "./facts.ts";
import { placeOrder } from "../orders/orders.ts";
import { type ClusterState, type GroupState, type Turn, membershipOf } from "../state.ts";

/** A group without a cooldown rests this long all the same. */
const REST_MS = 10_000;

/** Orders the switchover when its time has come. */
export function tendFailback(turn: Turn, group: GroupState): void {
  const due = failbackOf(turn.state, group, turn.now);
  if (due === undefined || turn.now < due.at) return;
  const { node: to } = due;
  placeOrder(turn, group, {
    kind: "switchover",
    to,
    acceptDataLoss: false,
    by: "failback",
    request: "",
    at: turn.now,
  });
}

/** To whom the role will go back, and when; undefined where it stays. */
export function failbackOf(
  state: ClusterState,
  group: GroupState,
  now: Instant,
): { readonly node: Assessment["node"]; readonly at: Instant } | undefined {
  if (!group.settings.failback || group.phase !== "serving" || group.asked !== undefined) return undefined;
  if (!isPermitted(state, group) || activeWords(state, group, now) !== "") return undefined;
  const holder = group.holder === "" ? undefined : state.nodes.get(group.holder);
  const own = holder === undefined ? undefined : membershipOf(holder, group.settings.group)?.priority;
  if (own === undefined) return undefined;
  const better = assessAll(state, group, now)
    .filter((one) => one.refusals.length === 0 && !one.pending && one.priority > own)
    .sort((one, other) => other.priority - one.priority)[0];
  if (better === undefined) return undefined;
  return { node: better.node, at: restedAt(group) };
}

/** When the group has been at rest for long enough. */
export function restedAt(group: GroupState): Instant {
  return after(group.phaseSince, Math.max(REST_MS, group.settings.cooldownMs));
}
