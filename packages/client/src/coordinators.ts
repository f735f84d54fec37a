/** Questions to coordinators, over HTTP. */
import {
  type GroupExplanation,
  type GroupSummary,
  type NodeExplanation,
  PhiError,
  type RecordedNode,
} from "@phidelity/core";
import { type Answer, readHttp } from "./http-read.ts";
import type { CapacityJson, EventJson, GroupsJson, MembersJson } from "./json.ts";
import { type Failure, type Targets, isForbidden, notAllowed, unreachable } from "./targets.ts";

/** Which events are asked for. */
export interface EventsQuery {
  /** How far back, such as `1h`, or a time in ISO 8601. */
  readonly since?: string;
  /** Only those behind the event with this number. */
  readonly after?: string;
  readonly group?: string;
  readonly node?: string;
  /** How many at most; the newest. */
  readonly limit?: number;
}

/**
 * The coordinators of one cluster, asked in the order given; the first that answers counts.
 *
 * Every question throws PhiError COORDINATOR_UNREACHABLE where nobody answers, with each URL and why; NOT_ALLOWED where the
 * token is not enough; ACTION_REFUSED where the coordinator refuses, with its words.
 */
export class Coordinators {
  readonly #targets: Targets;

  constructor(targets: Targets) {
    this.#targets = targets;
  }

  /** Every node in every group. */
  async members(): Promise<MembersJson> {
    return this.#read<MembersJson>("/v1/members", "members");
  }

  /** Every group. */
  async groups(): Promise<GroupsJson> {
    return this.#read<GroupsJson>("/v1/groups", "groups");
  }

  /** One group. */
  async group(group: string): Promise<GroupSummary> {
    return this.#read<GroupSummary>(`/v1/groups/${encodeURIComponent(group)}`, "candidates");
  }

  /** Why a node is in its state. */
  async explainNode(node: string): Promise<NodeExplanation> {
    return this.#read<NodeExplanation>(`/v1/nodes/${encodeURIComponent(node)}/explain`, "why");
  }

  /** Why a group is in its state, and what happens next. */
  async explainGroup(group: string): Promise<GroupExplanation> {
    return this.#read<GroupExplanation>(`/v1/groups/${encodeURIComponent(group)}/explain`, "why");
  }

  /** A node's newest heartbeats, for a replay. */
  async recorded(node: string): Promise<RecordedNode> {
    return this.#read<RecordedNode>(`/v1/nodes/${encodeURIComponent(node)}/arrivals`, "arrivals");
  }

  /** What each group needs and has, as if the nodes named were not there. */
  async capacity(without: readonly string[]): Promise<CapacityJson> {
    const query = without.length === 0 ? "" : `?without=${encodeURIComponent(without.join(","))}`;
    return this.#read<CapacityJson>(`/v1/capacity${query}`, "groups");
  }

  /** What happened, oldest first. */
  async events(query: EventsQuery): Promise<readonly EventJson[]> {
    const fields = Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]);
    const search = new URLSearchParams(fields).toString();
    const path = `/v1/events${search === "" ? "" : `?${search}`}`;
    return (await this.#read<{ readonly events: readonly EventJson[] }>(path, "events")).events;
  }

  /** An answer that is an object with a list under this key. Beyond that a coordinator is taken at its word. */
  async #read<Shape>(path: string, list: string): Promise<Shape> {
    const answer = await this.#ask(path);
    const value = parse(answer.body);
    if (isObject(value) && Array.isArray(value[list])) return value as Shape;
    throw refused(path, `the answer is not what a coordinator says: ${firstLineOf(answer.body)}`);
  }

  async #ask(path: string): Promise<Answer> {
    const failures: Failure[] = [];
    for (const address of this.#targets.addresses) {
      try {
        const answer = await readHttp(address.http(path), this.#targets);
        if (answer.status < 500) return judge(path, answer);
        failures.push({ address, reason: `answered ${answer.status}: ${wordsOf(answer.body)}` });
      } catch (error) {
        if (error instanceof PhiError || !(error instanceof Error)) throw error;
        failures.push({ address, reason: error.message });
      }
    }
    throw unreachable(failures);
  }
}

function judge(path: string, answer: Answer): Answer {
  if (isForbidden(answer.status)) throw notAllowed(`read ${path}`, "a reader", wordsOf(answer.body));
  if (answer.status !== 200) throw refused(path, `answered ${answer.status}: ${wordsOf(answer.body)}`);
  return answer;
}

function refused(path: string, reason: string): PhiError {
  return new PhiError("ACTION_REFUSED", { action: `read ${path}`, reason });
}

/** What an error's body says: the words in its JSON, or its first line. */
function wordsOf(body: string): string {
  const value = parse(body);
  if (isObject(value)) {
    const words = value["reason"] ?? value["error"] ?? value["message"];
    if (typeof words === "string") return words;
  }
  return firstLineOf(body);
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined; // Not JSON: the caller says so, with the first line of what came instead.
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function firstLineOf(body: string): string {
  return (body.trim().split("\n")[0] ?? "").slice(0, 200);
}
