/** Orders over HTTP: bodies named like the flags of `phi`, and answers once the order has ended. */
import { type Action, type Outcome, type GroupId, type NodeId, nodeId, NAME_PATTERN } from "@phidelity/core";
import { checkValue, duration } from "@phidelity/runtime";
import { z } from "zod";
import type { Answer, Call } from "./http.ts";
import type { Orders } from "./orders.ts";

/** Longer than any order may take; past it the machine has lost the order, and says so itself sooner. */
const OUTCOME_TIMEOUT_MS = 300_000;

const STATUS_OF = { done: 200, refused: 409, timedOut: 504 } as const;

const TEXT_WORDS = "a text of at most 2000 characters";
const common = { dryRun: z.boolean().default(false), noWait: z.boolean().default(false) };
const node = z.string().regex(NAME_PATTERN, { error: "the name of a node" }).transform(nodeId);
const reason = z.string({ error: TEXT_WORDS }).max(2_000, { error: TEXT_WORDS }).default("");

const plainBody = z.strictObject(common);
const failoverBody = z.strictObject({
  ...common,
  to: node.optional(),
  acceptDataLoss: z.boolean().default(false),
  nodeIsOff: z.boolean().default(false),
});
const switchoverBody = z.strictObject({ ...common, to: node.optional() });
const pauseBody = z.strictObject({ ...common, for: duration.optional(), reason });
const drainBody = z.strictObject({ ...common, force: z.boolean().default(false) });

/** An order as it was read from a request. */
interface ReadOrder {
  readonly action: Action;
  readonly dryRun: boolean;
  readonly noWait: boolean;
}

type Reader = (body: unknown) => { readonly value: ReadOrder } | { readonly problems: readonly string[] };

/** How the body of each kind of order on a group is read. */
export const GROUP_ORDERS: Readonly<Record<string, (group: GroupId) => Reader>> = {
  failover: (group) =>
    reader(failoverBody, ({ to, acceptDataLoss, nodeIsOff }) => ({
      action: "failover",
      group,
      acceptDataLoss,
      nodeIsOff,
      ...(to === undefined ? {} : { to }),
    })),
  switchover: (group) =>
    reader(switchoverBody, ({ to }) => ({
      action: "switchover",
      group,
      ...(to === undefined ? {} : { to }),
    })),
  pause: (group) => reader(pauseBody, (body) => ({ action: "pause", group, ...pauseOf(body) })),
  resume: (group) => reader(plainBody, () => ({ action: "resume", group })),
  ack: (group) => reader(plainBody, () => ({ action: "ack", group })),
};

/** How the body of each kind of order on a node is read. */
export const NODE_ORDERS: Readonly<Record<string, (node: NodeId) => Reader>> = {
  drain: (name) => reader(drainBody, ({ force }) => ({ action: "drain", node: name, force })),
  undrain: (name) => reader(plainBody, () => ({ action: "undrain", node: name })),
  forget: (name) => reader(plainBody, () => ({ action: "forget", node: name })),
};

/** How the body of each kind of order on the whole cluster is read. */
export const CLUSTER_ORDERS: Readonly<Record<string, Reader>> = {
  pause: reader(pauseBody, (body) => ({ action: "pause", ...pauseOf(body) })),
  resume: reader(plainBody, () => ({ action: "resume" })),
};

/** Places the order that a request asks for, and answers once it has ended: `{ outcome, steps }`. */
export async function orderAnswer(call: Call, read: Reader, orders: Orders): Promise<Answer> {
  const order = read(call.body);
  if ("problems" in order) return { status: 400, value: { reason: order.problems.join("; ") } };
  const { action, dryRun, noWait } = order.value;
  const steps: { readonly afterMs: number; readonly text: string }[] = [];
  const ended = Promise.withResolvers<Answer>();
  const settle = (outcome: Omit<Outcome, "request" | "type">): void =>
    ended.resolve({ status: STATUS_OF[outcome.status], value: { outcome, steps } });
  const forget = orders.place(action, dryRun, {
    by: call.by,
    onProgress: (afterMs, text) => steps.push({ afterMs, text }),
    onOutcome: ({ status, afterMs, text }) => settle({ status, afterMs, text }),
  });
  if (noWait) {
    ended.resolve({
      status: 202,
      value: { outcome: { status: "accepted", afterMs: 0, text: "not waited for" }, steps },
    });
  }
  const timer = setTimeout(() => {
    const text = "no outcome is known; see `phi events` for what became of it";
    settle({ status: "timedOut", afterMs: OUTCOME_TIMEOUT_MS, text });
  }, OUTCOME_TIMEOUT_MS);
  call.onGone(() => ended.resolve({ status: 499, value: {} }));
  const answer = await ended.promise;
  clearTimeout(timer);
  forget();
  return answer;
}

function reader<Body extends { readonly dryRun: boolean; readonly noWait: boolean }>(
  schema: z.ZodType<Body>,
  actionOf: (body: Body) => Action,
): Reader {
  return (body) => {
    const checked = checkValue(schema, body ?? {});
    if ("problems" in checked) return checked;
    const { dryRun, noWait } = checked.value;
    return { value: { action: actionOf(checked.value), dryRun, noWait } };
  };
}

function pauseOf(body: z.infer<typeof pauseBody>): { reason: string; forMs?: number } {
  return { reason: body.reason, ...(body.for === undefined ? {} : { forMs: body.for }) };
}
