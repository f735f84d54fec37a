/** What the coordinator answers over HTTP. */
import { type EventRow, type GroupSummary, NAME_PATTERN, groupId, nodeId } from "@phidelity/core";
import { duration } from "@phidelity/runtime";
import { explanationsOf } from "./explanations.ts";
import type { Answer, Call, Route } from "./http.ts";
import { CLUSTER_ORDERS, GROUP_ORDERS, NODE_ORDERS, orderAnswer } from "./http-orders.ts";
import { eventJson, membersJson } from "./json.ts";
import type { Orders } from "./orders.ts";
import type { StateReader } from "./readings.ts";
import type { EventQuery } from "./store/store.ts";

/** What the routes read. */
export interface Readings {
  readonly reader: StateReader;
  readonly orders: Orders;
  /** Why the coordinator is not ready; undefined once it is. */
  notReady(): string | undefined;
  events(query: EventQuery): Promise<readonly EventRow[]>;
  metrics(): Promise<{ readonly text: string; readonly type: string }>;
  /** Time of day, in ms since 1970. */
  nowMs(): number;
}

const EVENTS_DEFAULT = 1_000;
const EVENTS_MAX = 10_000;
const EVENT_KEYS = ["since", "after", "group", "node", "limit"];

/** The table of routes. */
export function routesOf(readings: Readings): Route[] {
  const ok = (value: unknown): Answer => ({ status: 200, value });
  const whenReady = (answer: Route["answer"]): Route["answer"] => {
    return (call) => {
      const reason = readings.notReady();
      return reason === undefined ? answer(call) : { status: 503, value: { reason } };
    };
  };
  const read = (path: string, answer: Route["answer"]): Route => {
    return { method: "GET", path, right: "read", answer: whenReady(answer) };
  };
  return [
    { method: "GET", path: "/healthz", answer: () => ok({ status: "ok" }) },
    { method: "GET", path: "/readyz", answer: whenReady(() => ok({ status: "ready" })) },
    read("/metrics", async () => {
      const { text, type } = await readings.metrics();
      return { status: 200, value: text, type };
    }),
    read("/v1/members", () => ok(membersJson(readings.reader.members()))),
    read("/v1/groups", () => ok({ groups: readings.reader.groups() })),
    read("/v1/groups/:group", (call) => groupAnswer(call, readings, ok)),
    read("/v1/groups/:group/active", (call) => groupAnswer(call, readings, activeAnswer)),
    read("/v1/capacity", (call) => capacityAnswer(call, readings)),
    read("/v1/events", (call) => eventsAnswer(call, readings)),
    ...explanationsOf(readings.reader).map(([path, answer]) => read(path, answer)),
    ...orderRoutes(readings.orders, whenReady),
  ];
}

function orderRoutes(orders: Orders, whenReady: (answer: Route["answer"]) => Route["answer"]): Route[] {
  const order = (path: string, answer: Route["answer"]): Route => {
    return { method: "POST", path, right: "operate", answer: whenReady(answer) };
  };
  return [
    ...Object.entries(GROUP_ORDERS).map(([name, readerOf]) =>
      order(`/v1/groups/:group/${name}`, (call) =>
        orderAnswer(call, readerOf(groupId(call.names["group"] ?? "")), orders),
      ),
    ),
    ...Object.entries(NODE_ORDERS).map(([name, readerOf]) =>
      order(`/v1/nodes/:node/${name}`, (call) =>
        orderAnswer(call, readerOf(nodeId(call.names["node"] ?? "")), orders),
      ),
    ),
    ...Object.entries(CLUSTER_ORDERS).map(([name, reader]) =>
      order(`/v1/${name}`, (call) => orderAnswer(call, reader, orders)),
    ),
  ];
}

function groupAnswer(call: Call, readings: Readings, answer: (group: GroupSummary) => Answer): Answer {
  const name = call.names["group"] ?? "";
  const group = readings.reader.group(name);
  if (group !== undefined) return answer(group);
  const known = readings.reader.groups().map((each) => each.group);
  return {
    status: 404,
    value: { reason: `there is no group ${name} (groups: ${known.join(", ") || "none"})` },
  };
}

/** For programs that look for the active: where it is, or why there is none. */
function activeAnswer(group: GroupSummary): Answer {
  const { active: node, activeAddress: address, epoch } = group;
  if (group.serving) return { status: 200, value: { group: group.group, node, address, epoch } };
  const shared = `${group.group} is active-active: its members serve side by side (${group.serve.join(", ") || "none now"})`;
  const reason =
    group.mode === "active-active"
      ? shared
      : `no member of ${group.group} serves (${group.phase})${why(group)}`;
  return { status: 503, value: { reason } };
}

function why({ incident, next }: GroupSummary): string {
  const words = [incident, next].filter((text) => text !== "").join("; ");
  return words === "" ? "" : `: ${words}`;
}

function capacityAnswer({ query }: Call, readings: Readings): Answer {
  const names = (query.get("without") ?? "").split(",").filter((name) => name !== "");
  const wrong = names.find((name) => !NAME_PATTERN.test(name));
  if (wrong !== undefined) return bad("without", wrong, "names of nodes, with commas between");
  return { status: 200, value: { groups: readings.reader.capacity(names.map(nodeId)) } };
}

async function eventsAnswer({ query }: Call, readings: Readings): Promise<Answer> {
  const unknown = [...query.keys()].find((key) => !EVENT_KEYS.includes(key));
  if (unknown !== undefined) return bad(unknown, "an unknown parameter", EVENT_KEYS.join(", "));
  const { since, after, limit, group, node } = Object.fromEntries(query);
  const sinceMs = since === undefined ? undefined : pointInTime(since, readings.nowMs());
  if (Number.isNaN(sinceMs)) return bad("since", since, "a duration such as 1h, or a time in ISO 8601");
  const afterNumber = after === undefined ? undefined : wholeNumber(after);
  if (Number.isNaN(afterNumber)) return bad("after", after, "the number of an event");
  const limitNumber = limit === undefined ? EVENTS_DEFAULT : wholeNumber(limit);
  if (!(limitNumber >= 1 && limitNumber <= EVENTS_MAX))
    return bad("limit", limit, `a whole number from 1 to ${EVENTS_MAX}`);
  const asked: EventQuery = {
    limit: limitNumber,
    ...(sinceMs === undefined ? {} : { sinceMs }),
    ...(afterNumber === undefined ? {} : { after: afterNumber }),
    ...(group === undefined ? {} : { group: groupId(group) }),
    ...(node === undefined ? {} : { node: nodeId(node) }),
  };
  const events = await readings.events(asked);
  return { status: 200, value: { events: events.map(eventJson) } };
}

/** ms since 1970 of `1h` (ago) or of a time in ISO 8601; NaN where it is neither. */
function pointInTime(text: string, nowMs: number): number {
  const ago = duration.safeParse(text);
  if (ago.success) return nowMs - ago.data;
  return /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
}

function wholeNumber(text: string): number {
  return /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
}

function bad(key: string, found: string | undefined, allowed: string): Answer {
  return { status: 400, value: { reason: `${key}: found ${found ?? "nothing"}, allowed ${allowed}` } };
}
