/** What the coordinator knows of one node. */
import type { Detector } from "../detector/detector.ts";
import type { Recording } from "../detector/recording.ts";
import type { Verdict } from "../detector/verdict.ts";
import type { GroupId, Incarnation, NodeId } from "../ids.ts";
import type { Instant } from "../time.ts";
import type { GroupView, Membership, Report, View } from "../wire.ts";
import type { SessionId } from "./events.ts";
import type { GroupState } from "./group-state.ts";
import type { Inquiry } from "./members/inquiry.ts";
import type { Place } from "./members/lineup.ts";
import type { Pace } from "./members/pace.ts";

export interface NodeState {
  readonly node: NodeId;
  incarnation: Incarnation;
  zone: string;
  listen: string;
  memberships: readonly Membership[];
  /** The groups among these that the configuration names; changed by `members/roster.ts` only. */
  groups: readonly GroupState[];
  session: SessionId | undefined;
  /** Whether it said hello since this coordinator took over. */
  joined: boolean;
  left: boolean;
  draining: boolean;
  detector: Detector;
  /** Its newest heartbeats, for people. */
  readonly recording: Recording;
  /** Heartbeats that counted for nothing because they came late: behind a newer one, or in a backlog. */
  lateBeats: number;
  /** When people were last told of one. */
  lateToldAt: Instant;
  verdict: Verdict;
  /** When its status last changed. */
  since: Instant;
  report: Report;
  lastSequence: number;
  /** The newest slot of which a heartbeat was acked on the present link; see `members/acks.ts`. */
  ackedSlot: number;
  /** When a heartbeat last came by its own link, and when by a peer, and which. */
  directAt: Instant;
  carriedAt: Instant;
  carrier: NodeId | undefined;
  /** It is heard through a peer only. */
  carried: boolean;
  /** What is found out about it while it is silent, or since its connection was closed. */
  inquiry: Inquiry | undefined;
  /** When its connection ended without a goodbye; undefined once it is heard again, on whichever. */
  hungUpAt: Instant | undefined;
  /** When its connection ended last, until a heartbeat of it comes, on whichever: a hello alone does not end the wait. */
  awaySince: Instant | undefined;
  /** Since when its process is known to have ended; undefined once it is heard again. */
  goneAt: Instant | undefined;
  readonly pace: Pace;
  /** The view that was last sent to it; see `VIEWS_MAX`. */
  viewVersion: number;
  view: readonly GroupView[];
  viewSentAt: Instant;
  peers: View["peers"];
  /** By group: the newest question for its position, and the view that put it; undefined where nobody asked yet. */
  asked: Map<GroupId, { readonly orderNumber: number; readonly viewVersion: number }> | undefined;
  /** Where it stands among those that are on time. */
  readonly place: Place;
  /** The earliest alarm that is armed for it. */
  armedAt: Instant | undefined;
}
