/** What the coordinator says over HTTP, as anybody can ask it. */
export interface Member {
  readonly node: string;
  readonly group: string;
  readonly role: "active" | "promoting" | "demoting" | "standby" | "none";
  readonly status: string;
  readonly slow: boolean;
  readonly epoch: string;
  readonly checks: string;
  readonly phi: number;
}

export interface Members {
  readonly cluster: string;
  readonly leader: string;
  readonly term: string;
  readonly members: readonly Member[];
}

export interface HistoryEvent {
  /** Time of day, in ISO 8601. */
  readonly at: string;
  readonly type: string;
  readonly node?: string;
  readonly epoch?: string;
  readonly text: string;
  readonly facts: Readonly<Record<string, string>>;
}

export interface Group {
  readonly phase: string;
  readonly epoch: string;
  /** What is wrong, in words; empty where nothing is. */
  readonly incident: string;
  /** What an operator can type about it. */
  readonly next: string;
  /** What was done for its moves, oldest first. */
  readonly steps: readonly {
    readonly step: string;
    readonly epoch: string;
    readonly node: string;
    readonly outcome: string;
    /** Time of day, in ms since 1970. */
    readonly atMs: number;
  }[];
  readonly candidates: readonly {
    readonly node: string;
    /** Whether it could take over now, and why not. */
    readonly fit: boolean;
    readonly refusals: readonly string[];
    readonly lagBytes: string | null;
    readonly inSync: boolean;
  }[];
}

const ANSWERS_WITHIN_MS = 2_000;

export class CoordinatorApi {
  readonly url: string;
  readonly #token: string;

  constructor(url: string, token: string) {
    this.url = url;
    this.#token = token;
  }

  async members(): Promise<Members> {
    return (await this.#get("/v1/members")) as Members;
  }

  async events(): Promise<readonly HistoryEvent[]> {
    const answer = (await this.#get("/v1/events?limit=10000")) as {
      readonly events: readonly HistoryEvent[];
    };
    return answer.events;
  }

  /** Why a node is in its state, in sentences. */
  async why(node: string): Promise<string> {
    const answer = (await this.#get(`/v1/nodes/${node}/explain`)) as { readonly why: readonly string[] };
    return answer.why.join("\n");
  }

  /** A node's newest heartbeats: slot, and when it came. */
  async arrivals(node: string): Promise<readonly (readonly [number, number])[]> {
    const answer = (await this.#get(`/v1/nodes/${node}/arrivals`)) as {
      readonly arrivals: readonly (readonly [number, number])[];
    };
    return answer.arrivals;
  }

  async group(name: string): Promise<Group> {
    return (await this.#get(`/v1/groups/${name}`)) as Group;
  }

  /** Orders an action such as `failover`; gives the status and whatever the coordinator answered. */
  async order(path: string, body: object): Promise<{ readonly status: number; readonly text: string }> {
    const response = await fetch(`${this.url}${path}`, {
      method: "POST",
      headers: { authorization: `Bearer ${this.#token}`, "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(60_000),
    });
    return { status: response.status, text: await response.text() };
  }

  async #get(path: string): Promise<unknown> {
    const response = await fetch(`${this.url}${path}`, {
      headers: { authorization: `Bearer ${this.#token}` },
      signal: AbortSignal.timeout(ANSWERS_WITHIN_MS),
    });
    if (!response.ok) throw new Error(`GET ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  }
}
