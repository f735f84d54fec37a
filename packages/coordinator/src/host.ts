/** One coordinator: its store, its port and its machine, put together. */
import {
  type ClusterEffect,
  type ClusterEvent,
  type ClusterState,
  createCluster,
  nextClusterWake,
  stepCluster,
} from "@phidelity/core";
import {
  type Clock,
  DirectProbes,
  Driver,
  Listener,
  type Logger,
  type TlsFiles,
  isLoopback,
  monotonicClock,
} from "@phidelity/runtime";
import { refusalOf } from "./access.ts";
import { type CoordinatorConfig, settingsOf } from "./config.ts";
import { Effects } from "./effects.ts";
import { Fences } from "./fence.ts";
import { Http, type RefusalOf } from "./http.ts";
import { CoordinatorMetrics } from "./metrics.ts";
import { Orders } from "./orders.ts";
import { StateReader } from "./readings.ts";
import { reloaded } from "./reload.ts";
import { routesOf } from "./routes.ts";
import { Sessions } from "./sessions.ts";
import { statusWords } from "./status-words.ts";
import { SqliteStore } from "./store/sqlite.ts";
import { Watchers } from "./watchers.ts";

/** How often events past their retention are looked for. */
const PRUNE_MS = 60_000;

/** A coordinator in this process. It is started once, and stopped once. */
export class Host {
  readonly #log: Logger;
  readonly #clock: Clock = monotonicClock();
  readonly #metrics = new CoordinatorMetrics();
  readonly #reader: StateReader = new StateReader(() => this.#driver?.state, this.#clock);
  readonly #orders: Orders = new Orders((event) => this.#dispatch(event));
  readonly #sessions: Sessions;
  readonly #watchers: Watchers;
  readonly #fences: Fences;
  readonly #probes: DirectProbes;
  readonly #http: Http;
  #config: CoordinatorConfig;
  #store: SqliteStore | undefined;
  #listener: Listener | undefined;
  #driver: Driver<ClusterState, ClusterEvent, ClusterEffect> | undefined;
  #timers: NodeJS.Timeout[] = [];
  /** Why nobody is let in; undefined once the term is durable. */
  #notReady: string | undefined = "it is starting";

  constructor(config: CoordinatorConfig, log: Logger) {
    this.#config = config;
    this.#log = log;
    this.#fences = new Fences((event) => this.#dispatch(event), log);
    this.#probes = new DirectProbes({
      // Listeners of one cluster speak TLS, or none does, as between peers.
      secure: config.tls !== undefined,
      ...(config.tls === undefined ? {} : { tls: tlsFilesOf(config.tls) }),
      reachesLoopback: isLoopback(config.listen.host),
      onEnded: (end) => this.#dispatch(end),
    });
    const refusal: RefusalOf = (request, right) => refusalOf(request, right, this.#config.auth.tokens);
    const unready = (): ReturnType<typeof refusal> =>
      this.#notReady === undefined ? undefined : { status: 503, reason: this.#notReady };
    this.#sessions = new Sessions({
      authorize: (request) => refusal(request, "node") ?? unready(),
      dispatch: (event, at) => this.#driver?.dispatch(event, at),
      onHeartbeat: () => this.#metrics.heartbeat(),
      log,
    });
    this.#watchers = new Watchers({
      authorize: (request) => refusal(request, "read") ?? unready(),
      mayOperate: (request) => refusal(request, "operate") === undefined,
      orders: this.#orders,
      members: () => this.#reader.members(),
      nowMs: () => this.#clock.now(),
      log,
    });
    const routes = routesOf({
      reader: this.#reader,
      orders: this.#orders,
      notReady: () => this.#notReady,
      events: async (query) => (await this.#store?.events(query)) ?? [],
      metrics: () => this.#metrics.page(),
      nowMs: () => this.#clock.wallMs(),
    });
    this.#http = new Http(routes, refusal);
  }

  /**
   * Takes the port, then the store, then the lead; done once the term is durable.
   *
   * @throws PhiError PORT_TAKEN, LISTEN_FAILED or STORE_UNUSABLE; `stop` is still to be called then
   */
  async start(): Promise<void> {
    const { listen, cluster, id } = this.#config;
    this.#listener = await this.#openListener();
    this.#store = this.#openStore();
    await this.#outwaitLongerLeases(this.#store);
    await this.#lead(this.#store);
    this.#timers.push(setInterval(() => void this.#prune(), PRUNE_MS));
    this.#notReady = undefined;
    const term = this.#driver?.state.term;
    this.#log.info({ host: listen.host, port: this.#listener.port, cluster, id, term }, "listening");
  }

  /** How the cluster fares, in one line for people; once it has started. */
  get words(): string {
    return statusWords(this.#reader.members().members, this.#reader.groups());
  }

  /** Takes a configuration that was read again, as far as that is possible; says what needs a restart. */
  reload(config: CoordinatorConfig): void {
    const { next, kept } = reloaded(this.#config, config);
    for (const key of kept) this.#log.warn({ key }, "cannot be reloaded: it changes at the next restart");
    this.#config = next;
    this.#dispatch({ type: "configured", settings: settingsOf(next) });
    this.#log.info({ kept }, "configuration reloaded");
  }

  /** Ends in order: nothing more is decided, everybody is told, what waits for the disk is written. */
  async stop(): Promise<void> {
    this.#notReady = "it is shutting down";
    for (const timer of this.#timers) clearTimeout(timer);
    this.#driver?.stop();
    this.#fences.stop();
    this.#probes.stop();
    this.#watchers.stop();
    await this.#listener?.close();
    await this.#store?.close();
    this.#metrics.stop();
  }

  #openListener(): Promise<Listener> {
    const { listen, tls } = this.#config;
    return Listener.open({
      host: listen.host,
      port: listen.port,
      ...(tls === undefined ? {} : { tls: tlsFilesOf(tls) }),
      clock: this.#clock,
      log: this.#log,
      http: (request, response) => void this.#http.answer(request, response),
      onStranger: () => this.#metrics.stranger(),
      sockets: { "/v1/node": this.#sessions, "/v1/watch": this.#watchers },
    });
  }

  #openStore(): SqliteStore {
    const { path } = this.#config.store.embedded;
    const onEventsFailed = (error: Error): void =>
      this.#log.error({ reason: error.message }, "events not written");
    return SqliteStore.open({ path, onEventsFailed });
  }

  /**
   * The machine waits one lease before it moves a group, with the length that is configured now. Where the run before
   * granted longer ones, the difference is waited for here, before anybody is let in.
   */
  async #outwaitLongerLeases(store: SqliteStore): Promise<void> {
    const { duration, drift } = this.#config.lease;
    const waitMs = Math.ceil(duration * (1 + drift));
    const beforeMs = await store.leaseWaitMs();
    if (beforeMs > waitMs) {
      this.#notReady = "it waits for the longer leases of its run before to end";
      this.#log.warn(
        { waitMs: beforeMs - waitMs },
        "leases were made shorter: the longer ones must end first",
      );
      await new Promise<void>((resolve) => {
        this.#timers.push(setTimeout(resolve, beforeMs - waitMs));
      });
    }
    if (beforeMs !== waitMs) await store.saveLeaseWaitMs(waitMs);
  }

  /** Runs the machine; done once its first save, of the term, has succeeded. */
  async #lead(store: SqliteStore): Promise<void> {
    const stored = await store.load();
    const saved = Promise.withResolvers<void>();
    const effects = new Effects({
      clock: this.#clock,
      log: this.#log,
      store,
      sessions: this.#sessions,
      watchers: this.#watchers,
      orders: this.#orders,
      fences: this.#fences,
      probes: this.#probes,
      metrics: this.#metrics,
      fenceOf: (group) => this.#config.groups[group]?.fence,
      onSaved: saved.resolve,
    });
    this.#driver = new Driver({
      machine: {
        step: stepCluster,
        nextWake: nextClusterWake,
        woke: (readUntil) => ({ type: "woke", readUntil }),
      },
      first: createCluster(settingsOf(this.#config), stored, this.#clock.now(), this.#clock.wallMs()),
      clock: this.#clock,
      perform: (effect) => effects.perform(effect),
      drops: (event) => event.type === "saveFailed",
      dropped: (lost, because) => effects.dropped(lost, because),
    });
    this.#metrics.watch(this.#reader);
    this.#driver.start();
    await saved.promise;
  }

  async #prune(): Promise<void> {
    await this.#store?.prune(this.#clock.wallMs() - this.#config.retention.events);
  }

  #dispatch(event: ClusterEvent): void {
    this.#driver?.dispatch(event);
  }
}

function tlsFilesOf({ cert, key, ca }: NonNullable<CoordinatorConfig["tls"]>): TlsFiles {
  return { cert, key, ...(ca === undefined ? {} : { ca }) };
}
