export { AssertionError, assert, unreachable } from "./assert.ts";
export type * from "./agent/events.ts";
export type * from "./agent/settings.ts";
export { type FailureCode, type Failures, PhiError } from "./errors.ts";
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
export { type Random, nextRandom, seeded } from "./rng.ts";
export { type Step, stay } from "./step.ts";
export { type Instant, type Millis, after, between, earliest, instant, millis } from "./time.ts";
export { type LeaseTerms, grantableFrom, holderUntil } from "./timing.ts";
export type * from "./wire.ts";
