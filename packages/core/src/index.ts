export { createAgent, nextAgentWake, stepAgent } from "./agent/agent.ts";
export type {
  AgentEffect,
  AgentEvent,
  AgentMemory,
  AgentStart,
  GateOrder,
  HookEnd,
  HookFacts,
  RoleAnswer,
  RunId,
} from "./agent/events.ts";
export { type Departure, type Said, departuresOf } from "./agent/departures.ts";
export type { AgentSettings, CheckSettings, ServiceSettings } from "./agent/settings.ts";
export type { AgentState } from "./agent/state.ts";
export { AssertionError, assert, unreachable } from "./assert.ts";
export { createCluster, nextClusterWake, stepCluster } from "./cluster/coordinator.ts";
export type {
  ClusterEffect,
  ClusterEvent,
  HistoryEntry,
  Pause,
  SessionId,
  StoreChanges,
  StoredCluster,
  StoredGroup,
  StoredMove,
  StoredStep,
  StoredNode,
} from "./cluster/events.ts";
export {
  type CandidateRow,
  type CapacityRow,
  type GroupSummary,
  capacityOf,
  groupOf,
  groupsOf,
  membersOf,
} from "./cluster/reads/reads.ts";
export { type GroupExplanation, explainGroup } from "./cluster/reads/explain-group.ts";
export { type NodeExplanation, type ServiceExplanation, explainNode } from "./cluster/reads/explain-node.ts";
export { type RecordedNode, recordedNode } from "./cluster/reads/recorded.ts";
export type { DetectorTuning } from "./detector/detector.ts";
export { type Replay, calibrate } from "./detector/replay.ts";
export { verdict } from "./detector/verdict.ts";
export type {
  ClusterSettings,
  DetectorSettings,
  GroupSettings,
  ReplicationMode,
} from "./cluster/settings.ts";
export type { ClusterState } from "./cluster/state.ts";
export { type FailureCode, type FailureMeaning, type Failures, PhiError, failureMeanings } from "./errors.ts";
export {
  COUNTER_MAX,
  type Epoch,
  type GroupId,
  type Incarnation,
  NAME_PATTERN,
  type NodeId,
  type Term,
  byName,
  epoch,
  groupId,
  incarnation,
  nodeId,
  term,
} from "./ids.ts";
export { type DirectProbe, type ProbeEnded, type ProbeOutcome } from "./probing.ts";
export { type Random, nextRandom, seeded } from "./rng.ts";
export { type Step, stay } from "./step.ts";
export { type Instant, type Millis, after, between, earliest, instant, millis } from "./time.ts";
export { type LeaseTerms, grantableFrom, holderUntil } from "./timing.ts";
export type {
  Ack,
  Action,
  Command,
  CoordinatorMessage,
  EventRow,
  EventUpdate,
  GroupView,
  Health,
  Heartbeat,
  Hello,
  HookName,
  HookResult,
  LeaseGrant,
  Leave,
  MemberRow,
  MembersUpdate,
  Membership,
  NodeMessage,
  NodeStatus,
  Order,
  Outcome,
  PeerBeat,
  PeerClaim,
  PeerMessage,
  PeerPromise,
  Probe,
  ProbeAnswer,
  Pulse,
  Progress,
  RefusalCode,
  Refused,
  Relay,
  Replication,
  Report,
  Role,
  ServiceReport,
  View,
  WatchMessage,
  WatchRequest,
  WatcherMessage,
  Welcome,
  WireMessage,
} from "./wire.ts";
