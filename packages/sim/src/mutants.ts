/**
 * Rules planted wrong, each of which a checker must catch. None is in core: a mutant stands between a machine and its
 * world, alters what the machine remembers between two turns, or tells it another setting than the true one.
 */
import {
  type AgentEvent,
  type ClusterEvent,
  type ClusterState,
  after,
  createCluster,
  epoch,
  instant,
  stepAgent,
  stepCluster,
} from "@phidelity/core";
import {
  onePromiseMissing,
  promiseBroken,
  promiseFromArrival,
  relayFromArrival,
} from "./failsafe-mutants.ts";
import { type Rules, faithful } from "./rules.ts";

export interface Mutant {
  readonly name: string;
  /** The rule of SAFETY.md that it breaks, and how. */
  readonly breaks: string;
  readonly rules: Rules;
  /** The checker that is to be shown by it, where another may be quicker. */
  readonly by?: string;
}

type State = ReturnType<typeof createCluster>["state"];
type GroupState = State["groups"] extends ReadonlyMap<unknown, infer Group> ? Group : never;

function mutant(name: string, breaks: string, wrong: Partial<Rules>, by?: string): Mutant {
  return { name, breaks, rules: { ...faithful, ...wrong }, ...(by === undefined ? {} : { by }) };
}

/** Lets the coordinator do its turn, and then spoils what it remembers of each group. */
function spoiled(
  spoil: (group: GroupState, state: ClusterState, event: ClusterEvent) => void,
): Partial<Rules> {
  return {
    stepCluster: (state, event, now) => {
      const step = stepCluster(state, event, now);
      for (const group of state.groups.values()) spoil(group, state, event);
      return step;
    },
  };
}

/** The node believes that the heartbeat which was acked left just now. */
const fromAck: Rules["stepAgent"] = (state, event, now) => {
  const acked =
    event.type === "received" && event.message.type === "ack" ? event.message.sequence : undefined;
  state.sent = state.sent.map((one) => (one.sequence === acked ? { ...one, sentAt: now } : one));
  return stepAgent(state, event, now);
};

const noWait: Rules["createCluster"] = (settings, stored, now, wallMs) => {
  const step = createCluster(settings, stored, now, wallMs);
  Object.assign(step.state, { startedAt: instant(now - 1e6) });
  return step;
};

/** The ack names a longer lease than the coordinator counts with. */
const longer: Rules["stepAgent"] = (state, event, now) => stepAgent(state, lengthened(event), now);

function lengthened(event: AgentEvent): AgentEvent {
  if (event.type !== "received" || event.message.type !== "ack") return event;
  const leases = event.message.leases.map((lease) => ({ ...lease, durationMs: lease.durationMs * 1.2 }));
  return { ...event, message: { ...event.message, leases } };
}

/** Whatever a standby says of its data, the coordinator takes for the best that it could say. */
function flattered(event: ClusterEvent): ClusterEvent {
  if (event.type !== "received" || event.message.type !== "heartbeat") return event;
  const { report } = event.message;
  if (report === undefined) return event;
  const services = report.services.map(({ replication, dataEpoch: _none, ...service }) => ({
    ...service,
    dataEpoch: service.seenEpoch,
    ...(replication === undefined ? {} : { replication: { ...replication, position: "0", inSync: true } }),
  }));
  return { ...event, message: { ...event.message, report: { ...report, services } } };
}

/** The node forgets what an earlier start of it served at. */
const forgetful: Rules["createAgent"] = (settings, start, now) =>
  faithful.createAgent(settings, { ...start, memory: { groups: [] } }, now);

/** Whoever hears a silent node is not believed. */
function unwitnessed(event: ClusterEvent): ClusterEvent {
  if (event.type === "probeEnded") return { ...event, outcome: "silent" };
  if (event.type !== "received" || event.message.type !== "probeAnswer") return event;
  return { ...event, message: { ...event.message, heard: false } };
}

const firstAcks = new WeakMap<
  object,
  { readonly epoch: number; readonly state: object; readonly at: GroupState["lastAckAt"] }
>();

export const mutants: readonly Mutant[] = [
  mutant(
    "lease-from-ack",
    "rule 1: the lease is counted from the ack's arrival, not from the heartbeat's sending",
    {
      stepAgent: fromAck,
    },
  ),
  mutant("longer-lease", "rule 2: nodes hold a lease for longer than the coordinator waits", {
    stepAgent: longer,
  }),
  mutant(
    "no-drift-margin",
    "rule 2: the coordinator waits for the duration alone, without the margin for drift",
    {
      settings: (settings) => ({ ...settings, lease: { ...settings.lease, drift: 0 } }),
    },
  ),
  mutant(
    "first-ack-counts",
    "rule 2: the coordinator counts from the first ack of an epoch, not from the last",
    spoiled((group, state) => {
      const kept = firstAcks.get(group);
      if (kept?.epoch !== group.epoch || kept.state !== state) {
        firstAcks.set(group, { epoch: group.epoch, state, at: group.lastAckAt });
      } else if (kept.at > instant(Number.NEGATIVE_INFINITY)) group.lastAckAt = kept.at;
      else firstAcks.set(group, { ...kept, at: group.lastAckAt });
    }),
  ),
  mutant(
    "closed-socket-releases",
    "rule 3: a closed connection gives the lease back",
    spoiled((group, state, event) => {
      if (event.type !== "disconnected" || group.holder === "") return;
      if (state.nodes.get(group.holder)?.session === undefined) group.released = true;
    }),
  ),
  mutant("no-demote", "rule 3: a lease is given back without running the demote hook", { runsDemote: false }),
  mutant("grant-before-save", "rule 4: an epoch is granted before it is durable", { waitsForDisk: false }),
  mutant("no-wait-at-start", "rule 6: a coordinator that takes over does not wait for the old lease", {
    createCluster: noWait,
  }),
  mutant(
    "stale-incarnation",
    "rule 7: a new start of a node goes on with the lease of the start before",
    spoiled((group, state) => {
      const holder = group.holder === "" ? undefined : state.nodes.get(group.holder);
      if (holder !== undefined) group.holderIncarnation = holder.incarnation;
    }),
    "epochs",
  ),
  mutant("cached-gate", "rule 8: the gate trusts its last order and does not look at the clock", {
    passes: (order) => order.mode === "serve" || order.mode === "open",
  }),
  mutant(
    "low-epoch",
    "rule 11: the coordinator does not count on from the epochs that nodes report",
    spoiled((_group, state) => {
      for (const node of state.nodes.values()) {
        const services = node.report.services.map((one) => ({
          ...one,
          seenEpoch: 0 as typeof one.seenEpoch,
        }));
        node.report = { ...node.report, services };
      }
    }),
  ),
  mutant("forgetful-node", "rule 11: a node forgets at its start which epochs it has seen and served at", {
    createAgent: forgetful,
  }),
  mutant(
    "taken-up-again",
    "rule 3, `>=` for `>`: a lease is taken up again at the epoch that was given back",
    {
      stepAgent: (state, event, now) => {
        const isAck = event.type === "received" && event.message.type === "ack";
        for (const service of state.services.values())
          if (isAck && service.closedEpoch > 0) service.closedEpoch = epoch(service.closedEpoch - 1);
        return stepAgent(state, event, now);
      },
    },
  ),
  mutant("relay-from-arrival", "rule 1: an ack that a peer carried counts from its arrival", {
    stepAgent: relayFromArrival,
  }),
  mutant("promise-from-arrival", "failsafe: a promise counts from its arrival, not from the asking", {
    stepAgent: promiseFromArrival,
  }),
  mutant("one-promise-missing", "failsafe: the active goes on although one member has not promised", {
    stepAgent: onePromiseMissing,
  }),
  mutant("promise-broken", "failsafe: a member that has promised takes another epoch all the same", {
    stepAgent: promiseBroken,
  }),
  mutant(
    "anybody-known",
    "failsafe: members may be promoted that the last active did not know",
    spoiled((group, state) => {
      group.members = [...state.nodes.keys()];
    }),
  ),
  mutant("silence-alone", "never on silence alone: who hears a silent node is not believed", {
    stepCluster: (state, event, now) => stepCluster(state, unwitnessed(event), now),
  }),
  mutant("unread-is-silence", "never on silence alone: what lies unread counts as not sent", {
    stepCluster: (state, event, now) =>
      stepCluster(state, event.type === "woke" ? { type: "woke" } : event, now),
  }),
  mutant("no-cooldown", "anti-flapping: a member that failed is not left alone", {
    settings: (settings) => ({
      ...settings,
      groups: settings.groups.map((group) => ({ ...group, cooldownMs: 0 })),
    }),
  }),
  mutant("anybody-in-sync", "step 3: every standby counts as in sync, and as far as the active", {
    stepCluster: (state, event, now) => stepCluster(state, flattered(event), now),
  }),
  mutant(
    "let-go-unasked",
    "step 3: a primary goes on without a standby that the coordinator still takes for in sync",
    { asksBeforeLettingGo: false },
  ),
  mutant(
    "no-deadlines",
    "no silent stuck state: no phase of a failover has a deadline",
    spoiled((group) => (group.deadline = undefined)),
  ),
  mutant(
    "no-answer",
    "whoever orders something is answered: the coordinator forgets who asked",
    spoiled((group) => {
      if (group.move !== undefined) group.move = { ...group.move, request: "" };
    }),
  ),
  mutant("deaf-alarms", "no silent stuck state: a node is not woken for a retry that it waits for", {
    nextAgentWake: (state) => {
      const wake = faithful.nextAgentWake(state);
      return wake === undefined || state.connection.phase === "up" ? wake : after(wake, 1e9);
    },
  }),
];

/** The mutant of that name; undefined where there is none. */
export function mutantOf(name: string): Mutant | undefined {
  return mutants.find((one) => one.name === name);
}
