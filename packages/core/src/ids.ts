/** The names and counters that nodes and coordinators exchange. */
declare const nodeBrand: unique symbol;
declare const groupBrand: unique symbol;
declare const epochBrand: unique symbol;
declare const termBrand: unique symbol;
declare const incarnationBrand: unique symbol;

/** The stable name of one host daemon: see {@link NAME_PATTERN}. */
export type NodeId = string & { readonly [nodeBrand]: true };
/** The name of a service that several nodes can run: see {@link NAME_PATTERN}. */
export type GroupId = string & { readonly [groupBrand]: true };
/** Fencing token of a group; larger at every change of active; 0 before the first. At most {@link COUNTER_MAX}. */
export type Epoch = number & { readonly [epochBrand]: true };
/** Larger at every change of the leading coordinator. At most {@link COUNTER_MAX}. */
export type Term = number & { readonly [termBrand]: true };
/** Larger at every start of one node. At most {@link COUNTER_MAX}. */
export type Incarnation = number & { readonly [incarnationBrand]: true };

/** What a node or group may be called: 1 to 63 letters, digits, `.`, `_` and `-`, the first a letter or digit. */
export const NAME_PATTERN: RegExp = /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/;

/**
 * The largest epoch, term or incarnation that a peer may name: 2^52. Counters are uint64 on the wire and exact in a
 * JavaScript number up to 2^53 - 1; the half above is room in which the coordinator can still count upwards.
 */
export const COUNTER_MAX: number = 2 ** 52;

export const nodeId = (name: string): NodeId => name as NodeId;
export const groupId = (name: string): GroupId => name as GroupId;
export const epoch = (counter: number): Epoch => counter as Epoch;
export const term = (counter: number): Term => counter as Term;
export const incarnation = (counter: number): Incarnation => counter as Incarnation;

/** Orders names by code unit, the same on every machine and in every locale. */
export function byName(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
