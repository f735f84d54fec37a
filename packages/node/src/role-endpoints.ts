/**
 * What load balancers ask: may this member be used? `GET /role/G/active`, `/role/G/standby`, `/role/G/serving` answer
 * 200 or 503. `active` compares the clock with the lease's end at each request (SAFETY.md, rule 8): a daemon that was
 * frozen across it answers 503 at once, whatever it was last told.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Clock } from "@phidelity/runtime";
import { type GroupId, type NodeId, type RoleAnswer, epoch, instant } from "@phidelity/core";

export interface RoleEndpointsOptions {
  readonly node: NodeId;
  readonly groups: readonly GroupId[];
  readonly clock: Clock;
  /** Facts for `/healthz`; asked at each request. */
  readonly health: () => Readonly<Record<string, string | number | boolean>>;
  /** Answers `/metrics`. */
  readonly metrics: (response: ServerResponse) => void;
}

type Question = "active" | "standby" | "serving";

const NOTHING_YET: RoleAnswer = {
  active: false,
  until: instant(0),
  epoch: epoch(0),
  standby: false,
  serving: false,
};

/** Probes of load balancers use any of these; none changes anything. */
const METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

export class RoleEndpoints {
  readonly #options: RoleEndpointsOptions;
  readonly #answers: Map<string, RoleAnswer>;

  constructor(options: RoleEndpointsOptions) {
    this.#options = options;
    this.#answers = new Map(options.groups.map((group) => [group, NOTHING_YET]));
  }

  /** What is answered for the group from now on. */
  set(group: GroupId, answer: RoleAnswer): void {
    this.#answers.set(group, answer);
  }

  /** How long the group's lease still runs, in ms; 0 where there is none. */
  leaseLeftMs(group: GroupId): number {
    const answer = this.#answers.get(group) ?? NOTHING_YET;
    return answer.active ? Math.max(0, answer.until - this.#options.clock.now()) : 0;
  }

  /** The epoch of the lease that the group is served under; 0 where there is none. */
  servedEpoch(group: GroupId): number {
    return this.leaseLeftMs(group) > 0 ? (this.#answers.get(group)?.epoch ?? 0) : 0;
  }

  /** Whether clients may be sent to this member at this instant, in a group of either mode. */
  takesTraffic(group: GroupId): boolean {
    return this.leaseLeftMs(group) > 0 || (this.#answers.get(group) ?? NOTHING_YET).serving;
  }

  handle(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url?.split("?")[0] ?? "/";
    if (!METHODS.has(request.method ?? ""))
      return reply(response, 405, { error: "only GET is answered here" });
    if (path === "/healthz") return reply(response, 200, { status: "ok", ...this.#options.health() });
    if (path === "/metrics") return this.#options.metrics(response);
    const match = /^\/role\/([^/]+)\/(active|standby|serving)$/.exec(path);
    if (match === null) return reply(response, 404, { error: `nothing at ${path}` });
    this.#answerRole(response, match[1] ?? "", match[2] as Question);
  }

  #answerRole(response: ServerResponse, group: string, question: Question): void {
    const answer = this.#answers.get(group);
    if (answer === undefined) {
      return reply(response, 404, { error: `this node is no member of ${group}` });
    }
    const yes = question === "active" ? this.#options.clock.now() < activeUntil(answer) : answer[question];
    const said = { node: this.#options.node, group, [question]: yes };
    // uint64 values are texts in JSON.
    reply(
      response,
      yes ? 200 : 503,
      yes && question === "active" ? { ...said, epoch: String(answer.epoch) } : said,
    );
  }
}

function activeUntil(answer: RoleAnswer): number {
  return answer.active ? answer.until : Number.NEGATIVE_INFINITY;
}

function reply(response: ServerResponse, status: number, body: object): void {
  const text = `${JSON.stringify(body)}\n`;
  response.writeHead(status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
    "cache-control": "no-store",
  });
  response.end(text);
}
