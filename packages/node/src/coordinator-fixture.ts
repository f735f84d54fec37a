/** The real coordinator's machine behind a real listener, with a memory instead of a disk, for the tests of the node. */
import {
  type Action,
  type ClusterEffect,
  type ClusterEvent,
  type ClusterSettings,
  type ClusterState,
  type MemberRow,
  type StoredGroup,
  createCluster,
  epoch,
  groupId,
  incarnation,
  membersOf,
  nextClusterWake,
  stepCluster,
  term,
} from "@phidelity/core";
import {
  Driver,
  Listener,
  PROTOCOL_MAX,
  PROTOCOL_MIN,
  type Socket,
  createLog,
  monotonicClock,
} from "@phidelity/runtime";

const settings: ClusterSettings = {
  cluster: "test",
  coordinator: "c1",
  software: "test",
  protocol: { min: PROTOCOL_MIN, max: PROTOCOL_MAX },
  intervalMs: 50,
  lease: { durationMs: 2_000, drift: 0.01 },
  detector: { law: "learned", suspect: 3.5, down: 6, alone: 8, missed: 2, capMs: 1_000 },
  groups: [
    {
      group: groupId("db"),
      mode: "active-passive",
      required: 1,
      unit: "",
      spare: 1,
      replication: { mode: "async", maxLagBytes: 1_000, writeQuorum: 0 },
      automatic: true,
      cooldownMs: 1,
      failback: false,
      onCoordinatorLoss: "fence",
    },
  ],
};

/** The group has had an active before, so that nobody waits for members that have yet to appear for the first time. */
const served: StoredGroup = {
  group: groupId("db"),
  epoch: epoch(1),
  holder: "",
  holderIncarnation: incarnation(0),
  released: false,
  members: [],
  quarantine: [],
  inSync: [],
  pause: null,
  move: null,
  steps: [],
};

export class TestCoordinator {
  readonly #clock = monotonicClock();
  readonly #sockets = new Map<number, Socket>();
  readonly #driver: Driver<ClusterState, ClusterEvent, ClusterEffect>;
  /** What happened, in words. */
  readonly history: string[] = [];
  #listener: Listener | undefined;
  #requests = 0;

  constructor() {
    this.#driver = new Driver<ClusterState, ClusterEvent, ClusterEffect>({
      machine: {
        step: stepCluster,
        nextWake: nextClusterWake,
        woke: (readUntil) => ({ type: "woke", readUntil }),
      },
      first: createCluster(
        settings,
        { term: term(0), groups: [served], nodes: [] },
        this.#clock.now(),
        this.#clock.wallMs(),
      ),
      clock: this.#clock,
      perform: (effect) => this.#perform(effect),
      drops: (event) => event.type === "saveFailed",
    });
  }

  static async open(): Promise<TestCoordinator> {
    const coordinator = new TestCoordinator();
    coordinator.#driver.start();
    coordinator.#listener = await Listener.open({
      host: "127.0.0.1",
      port: 0,
      clock: coordinator.#clock,
      log: createLog({ name: "test", level: "silent" }),
      http: (_request, response) => response.writeHead(404).end(),
      sockets: { "/v1/node": coordinator.#route() },
    });
    return coordinator;
  }

  get url(): string {
    return `ws://127.0.0.1:${this.#listener?.port}`;
  }

  members(): readonly MemberRow[] {
    return membersOf(this.#driver.state, this.#clock.now(), this.#clock.wallMs()).members;
  }

  request(action: Action): void {
    this.#requests += 1;
    this.#driver.dispatch({
      type: "requested",
      request: `r${this.#requests}`,
      by: "test",
      dryRun: false,
      action,
    });
  }

  async close(): Promise<void> {
    this.#driver.stop();
    for (const socket of this.#sockets.values()) socket.close(1001, "the test is over");
    await this.#listener?.close();
  }

  #route(): Parameters<typeof Listener.open>[0]["sockets"][string] {
    return {
      authorize: () => undefined,
      onOpen: (socket) => void this.#sockets.set(socket.id, socket),
      onMessage: (socket, message, at) => {
        const forCluster = message as Extract<ClusterEvent, { type: "received" }>["message"];
        this.#driver.dispatch({ type: "received", session: socket.id, message: forCluster }, at);
      },
      onClosed: (socket) => {
        this.#sockets.delete(socket.id);
        this.#driver.dispatch({ type: "disconnected", session: socket.id });
      },
    };
  }

  #perform(effect: ClusterEffect): ClusterEvent | undefined {
    if (effect.type === "send") this.#sockets.get(effect.session)?.send(effect.message);
    if (effect.type === "disconnect") this.#sockets.get(effect.session)?.close(1000, effect.reason);
    if (effect.type === "record") this.history.push(`${effect.entry.type}: ${effect.entry.text}`);
    if (effect.type === "answer") this.history.push(`answer: ${effect.outcome.text}`);
    return effect.type === "save" ? { type: "saved", revision: effect.revision } : undefined;
  }
}
