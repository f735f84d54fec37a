export { type Ending, type Order, act } from "./act.ts";
export { Coordinators, type EventsQuery } from "./coordinators.ts";

export {
  type CapacityJson,
  type EventJson,
  type GroupsJson,
  type MemberJson,
  type MembersJson,
  eventJson,
  membersJson,
} from "./json.ts";
export { type TargetOptions, type Targets, targetsOf } from "./targets.ts";
export { durationMs, tokenOf } from "./typed.ts";
export { readRecording, recordingLines } from "./recording.ts";
export { Watch, type WatchHandlers, type WatchOptions } from "./watch.ts";
export {
  type Action,
  type CandidateRow,
  type CapacityRow,
  type EventRow,
  type GroupExplanation,
  type GroupSummary,
  type MembersUpdate,
  NAME_PATTERN,
  type NodeExplanation,
  PhiError,
  type Progress,
  type RecordedNode,
  type Replay,
  calibrate,
  groupId,
  nodeId,
} from "@phidelity/core";
