/**
 * What a field may hold. Every value that a peer sends passes one of these before the core sees it; what does not fit is
 * refused with the names of the message and the field.
 *
 * A field that is absent is null or undefined here, or a `Long` zero from the generated prototypes: protobuf does not
 * send zeros, and all of these count as the field's zero.
 */
import {
  COUNTER_MAX,
  type Epoch,
  type GroupId,
  type Incarnation,
  NAME_PATTERN,
  type NodeId,
  PhiError,
  type Term,
  epoch,
  groupId,
  incarnation,
  nodeId,
  term,
} from "@phidelity/core";
import { COUNT_MAX, DURATION_MS_MAX, LENGTH_MAX, LIST_LENGTH_MAX, TIME_MS_MAX } from "./limits.ts";

type Text = string | null | undefined;
type Figure = number | null | undefined;

/** Throws FRAME_MALFORMED for one field of one message. */
export function refuse(message: string, field: string, cause?: unknown): never {
  throw new PhiError("FRAME_MALFORMED", { message, field }, cause === undefined ? {} : { cause });
}

/** A name as in `NAME_PATTERN`. */
export function asName(message: string, field: string, value: Text): string {
  if (typeof value !== "string" || !NAME_PATTERN.test(value)) refuse(message, field);
  return value;
}

export function asNode(message: string, field: string, value: Text): NodeId {
  return nodeId(asName(message, field, value));
}

export function asGroup(message: string, field: string, value: Text): GroupId {
  return groupId(asName(message, field, value));
}

/** A node, or the empty string for none. */
export function asNodeOrNone(message: string, field: string, value: Text): NodeId | "" {
  return value === undefined || value === null || value === "" ? "" : asNode(message, field, value);
}

/** Words of at most `lengthMax` UTF-16 code units; may be empty. */
export function asText(message: string, field: string, value: Text, lengthMax: number): string {
  const text = value ?? "";
  if (text.length > lengthMax) refuse(message, field);
  return text;
}

/** A short label: see {@link LENGTH_MAX}. */
export function asLabel(message: string, field: string, value: Text): string {
  return asText(message, field, value, LENGTH_MAX.label);
}

/** A text that fits a pattern. */
export function asPattern(message: string, field: string, value: Text, pattern: RegExp): string {
  if (typeof value !== "string" || !pattern.test(value)) refuse(message, field);
  return value;
}

/** A uint64 from 0 to `COUNTER_MAX`. */
export function asCounter(message: string, field: string, value: Figure): number {
  if (typeof value !== "number") return 0;
  if (!(value <= COUNTER_MAX)) refuse(message, field);
  return value;
}

export function asEpoch(message: string, field: string, value: Figure): Epoch {
  return epoch(asCounter(message, field, value));
}

export function asTerm(message: string, field: string, value: Figure): Term {
  return term(asCounter(message, field, value));
}

export function asIncarnation(message: string, field: string, value: Figure): Incarnation {
  return incarnation(asCounter(message, field, value));
}

/** A uint32. */
export function asCount(message: string, field: string, value: Figure): number {
  return within(message, field, value, COUNT_MAX);
}

/** A length of time in ms, at least 0, whole or not. */
export function asDuration(message: string, field: string, value: Figure): number {
  return within(message, field, value, DURATION_MS_MAX);
}

/** A length of time in ms above 0. */
export function asInterval(message: string, field: string, value: Figure): number {
  const intervalMs = within(message, field, value, DURATION_MS_MAX);
  if (intervalMs === 0) refuse(message, field);
  return intervalMs;
}

/** A point in time in ms since 1970, or since a clock's own start. */
export function asTime(message: string, field: string, value: Figure): number {
  return within(message, field, value, TIME_MS_MAX);
}

/** A finite figure of at least 0, whole or not: a capacity, a phi. */
export function asAmount(message: string, field: string, value: Figure): number {
  return within(message, field, value, Number.MAX_VALUE);
}

/** A list whose length is bounded. */
export function asList<Item>(
  message: string,
  field: string,
  value: readonly Item[] | null | undefined,
): readonly Item[] {
  const list = value ?? [];
  if (list.length > LIST_LENGTH_MAX) refuse(message, field);
  return list;
}

/** A message within a message, which must be there. */
export function asPresent<Inner>(message: string, field: string, value: Inner | null | undefined): Inner {
  return value ?? refuse(message, field);
}

function within(message: string, field: string, value: Figure, most: number): number {
  const figure = value ?? 0;
  // Written so that NaN is refused as well.
  if (!(figure >= 0 && figure <= most)) refuse(message, field);
  return figure;
}
