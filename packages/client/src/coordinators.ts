/** Questions to coordinators, over HTTP. */
import { PhiError } from "@phidelity/core";
import { type Answer, readHttp } from "./http-read.ts";
import type { EventJson, Json, JsonObject, MembersJson } from "./json.ts";
import { type Failure, type Targets, isForbidden, notAllowed, unreachable } from "./targets.ts";

/** Which events are asked for. */
export interface EventsQuery {
  /** How far back, such as `1h`, or a time in ISO 8601. */
  readonly since?: string;
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
    const path = "/v1/members";
    return (await this.#object(path, "members")) as unknown as MembersJson;
  }

  /** Every group, in short. */
  async groups(): Promise<JsonObject> {
    return this.#object("/v1/groups", "groups");
  }

  /** All that is known of one group. */
  async group(group: string): Promise<JsonObject> {
    return this.#object(`/v1/groups/${encodeURIComponent(group)}`);
  }

  /** What each group needs and has, as if the nodes named were not there. */
  async capacity(without: readonly string[]): Promise<JsonObject> {
    const query = without.length === 0 ? "" : `?without=${encodeURIComponent(without.join(","))}`;
    return this.#object(`/v1/capacity${query}`);
  }

  /** What happened, oldest first. */
  async events(query: EventsQuery): Promise<readonly EventJson[]> {
    const fields = Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]);
    const search = new URLSearchParams(fields).toString();
    const answer = await this.#object(`/v1/events${search === "" ? "" : `?${search}`}`, "events");
    return answer["events"] as unknown as readonly EventJson[];
  }

  /** An answer that is an object, with a list under one of its keys where one is named. */
  async #object(path: string, list?: string): Promise<JsonObject> {
    const answer = await this.#ask(path);
    const value = parse(answer.body);
    if (!isObject(value) || (list !== undefined && !Array.isArray(value[list]))) {
      throw refused(path, `the answer is not what a coordinator says: ${firstLineOf(answer.body)}`);
    }
    return value;
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

function parse(body: string): Json | undefined {
  try {
    return JSON.parse(body) as Json;
  } catch {
    return undefined; // Not JSON: the caller says so, with the first line of what came instead.
  }
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function firstLineOf(body: string): string {
  return (body.trim().split("\n")[0] ?? "").slice(0, 200);
}
