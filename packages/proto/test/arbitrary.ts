/** Any message that a correct program may send, for property tests. */
import {
  COUNTER_MAX,
  type Action,
  type EventRow,
  type GroupView,
  type Health,
  type HookName,
  type LeaseGrant,
  type MemberRow,
  type Membership,
  type NodeStatus,
  type Order,
  type Outcome,
  type RefusalCode,
  type Replication,
  type Report,
  type Role,
  type ServiceReport,
  type WireMessage,
  epoch,
  groupId,
  incarnation,
  nodeId,
  term,
} from "@phidelity/core";
import * as fc from "fast-check";
import { COUNT_MAX, DURATION_MS_MAX, LENGTH_MAX, TIME_MS_MAX } from "../src/limits.ts";

const name = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/);
const node = name.map(nodeId);
const group = name.map(groupId);
const nodeOrNone = fc.oneof(node, fc.constant("" as const));
const counter = fc.oneof(
  fc.maxSafeNat().map((figure) => figure % (COUNTER_MAX + 1)),
  fc.nat(),
  fc.constant(COUNTER_MAX),
);
const anEpoch = counter.map(epoch);
const aTerm = counter.map(term);
const anIncarnation = counter.map(incarnation);
const count = fc.nat({ max: COUNT_MAX });
/** `-0` and `0` are one on the wire, as they are for everybody else. */
const amount = (max: number): fc.Arbitrary<number> =>
  fc.double({ min: 0, max, noNaN: true }).map((figure) => figure + 0);
const duration = amount(DURATION_MS_MAX);
const interval = fc.double({ min: 0.001, max: DURATION_MS_MAX, noNaN: true });
const time = amount(TIME_MS_MAX);
const words = (maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: "binary", maxLength: maxLength / 2 });
const label = words(LENGTH_MAX.label);
const address = words(LENGTH_MAX.address);
const text = words(LENGTH_MAX.text);
const flag = fc.boolean();
const few = <Item>(item: fc.Arbitrary<Item>): fc.Arbitrary<Item[]> => fc.array(item, { maxLength: 4 });

/** A record of which all fields are there. */
const plain = <Whole extends object>(model: {
  [Key in keyof Whole]: fc.Arbitrary<Whole[Key]>;
}): fc.Arbitrary<Whole> => fc.record<Whole>(model, { noNullPrototype: true });

/** A record of which some fields may be absent, as `exactOptionalPropertyTypes` means it. */
function partly<Whole extends object>(
  always: { [Key in keyof Whole as undefined extends Whole[Key] ? never : Key]: fc.Arbitrary<Whole[Key]> },
  sometimes: {
    [Key in keyof Whole as undefined extends Whole[Key] ? Key : never]-?: fc.Arbitrary<
      NonNullable<Whole[Key]>
    >;
  },
): fc.Arbitrary<Whole> {
  const model = { ...always, ...sometimes } as Record<string, fc.Arbitrary<unknown>>;
  return fc.record(model, {
    requiredKeys: Object.keys(always),
    noNullPrototype: true,
  }) as unknown as fc.Arbitrary<Whole>;
}

const role = fc.constantFrom<Role>("active", "promoting", "demoting", "standby", "none");

const replication = partly<Replication>(
  { role: fc.constantFrom<Replication["role"]>("primary", "replica", "unknown"), run: counter },
  {
    position: fc.stringMatching(/^[0-9]{1,20}$/),
    lagBytes: counter,
    inSync: flag,
    inSyncStandbys: few(node),
    takenAtMs: counter,
  },
);

const service = partly<ServiceReport>(
  {
    group,
    role,
    epoch: anEpoch,
    seenEpoch: anEpoch,
    releasedEpoch: anEpoch,
    failedEpoch: anEpoch,
    followedEpoch: anEpoch,
    promisedEpoch: anEpoch,
    health: fc.constantFrom<Health>("unknown", "healthy", "failed"),
    ready: flag,
    checksPassing: count,
    checksTotal: count,
    why: words(LENGTH_MAX.why),
  },
  { dataEpoch: anEpoch, replication },
);

const report: fc.Arbitrary<Report> = plain({ version: counter, services: few(service) });

const membership: fc.Arbitrary<Membership> = plain({
  group,
  address,
  capacity: amount(Number.MAX_VALUE),
  priority: count,
  promoteTimeoutMs: duration,
  demoteTimeoutMs: duration,
  hasStatus: flag,
});

const lease = partly<LeaseGrant>(
  { group, epoch: anEpoch, durationMs: interval },
  { inSyncRun: counter.filter((run) => run > 0) },
);

const groupView: fc.Arbitrary<GroupView> = plain({
  group,
  mode: fc.constantFrom<GroupView["mode"]>("active-passive", "active-active"),
  epoch: anEpoch,
  active: nodeOrNone,
  activeAddress: address,
  serving: flag,
  oldNode: nodeOrNone,
  order: fc.constantFrom<Order>("release", "status", "none"),
  orderEpoch: anEpoch,
  orderNumber: counter,
  reason: text,
  releasedEpoch: anEpoch,
  failsafe: flag,
  leaseMs: duration,
  drift: amount(1),
  members: few(node),
});

const member = partly<MemberRow>(
  {
    node,
    group,
    role,
    status: fc.constantFrom<NodeStatus>(
      "joining",
      "alive",
      "suspect",
      "unreachable",
      "down",
      "left",
      "draining",
    ),
    phi: amount(Number.MAX_VALUE),
    epoch: anEpoch,
    checks: fc.tuple(fc.nat(), fc.nat()).map(([passing, total]) => `${passing}/${total}`),
    capacity: amount(Number.MAX_VALUE),
    address,
    zone: label,
    sinceMs: time,
    incarnation: anIncarnation,
    slow: flag,
  },
  { lagBytes: counter },
);

const event = partly<EventRow>(
  {
    sequence: counter,
    atMs: time,
    type: name,
    text,
    facts: fc.dictionary(name, words(100), { maxKeys: 4, noNullPrototype: true }),
  },
  { group, node, epoch: anEpoch },
);

type ActionOf<Name extends Action["action"]> = Extract<Action, { readonly action: Name }>;

const action: fc.Arbitrary<Action> = fc.oneof(
  partly<ActionOf<"failover">>(
    { action: fc.constant("failover"), group, acceptDataLoss: flag, nodeIsOff: flag },
    { to: node },
  ),
  partly<ActionOf<"switchover">>({ action: fc.constant("switchover"), group }, { to: node }),
  plain({ action: fc.constant("drain" as const), node, force: flag }),
  plain({ action: fc.constant("undrain" as const), node }),
  partly<ActionOf<"pause">>({ action: fc.constant("pause"), reason: text }, { group, forMs: interval }),
  partly<ActionOf<"resume">>({ action: fc.constant("resume") }, { group }),
  plain({ action: fc.constant("ack" as const), group }),
  plain({ action: fc.constant("forget" as const), node }),
);

type Of<Type extends WireMessage["type"]> = Extract<WireMessage, { readonly type: Type }>;

const heartbeat: fc.Arbitrary<Of<"heartbeat">> = partly<Of<"heartbeat">>(
  {
    type: fc.constant("heartbeat"),
    node,
    incarnation: anIncarnation,
    sequence: counter,
    slot: counter,
    sentAtMs: time,
    // Travels as a 32-bit float.
    loopLagMs: amount(1e9).map(Math.fround),
    viewVersion: counter,
  },
  { report },
);

const ack: fc.Arbitrary<Of<"ack">> = plain({
  type: fc.constant("ack"),
  term: aTerm,
  incarnation: anIncarnation,
  sequence: counter,
  reportVersion: counter,
  leases: few(lease),
});

const view: fc.Arbitrary<Of<"view">> = plain({
  type: fc.constant("view"),
  term: aTerm,
  version: counter,
  groups: few(groupView),
  peers: few(plain({ node, listen: address })),
});

/** One arbitrary for every type of message; a type that is added to the core and not here does not compile. */
export const messages: { readonly [Type in WireMessage["type"]]: fc.Arbitrary<Of<Type>> } = {
  hello: plain({
    type: fc.constant("hello"),
    protocolMin: count,
    protocolMax: count,
    software: label,
    node,
    incarnation: anIncarnation,
    zone: label,
    listen: address,
    intervalMs: interval,
    memberships: few(membership),
  }),
  heartbeat,
  pulse: plain({
    type: fc.constant("pulse"),
    node,
    incarnation: anIncarnation,
    slot: counter,
    loopSilentMs: duration,
  }),
  leave: plain({ type: fc.constant("leave"), node, incarnation: anIncarnation }),
  hookResult: plain({
    type: fc.constant("hookResult"),
    node,
    incarnation: anIncarnation,
    group,
    epoch: anEpoch,
    hook: fc.constantFrom<HookName>("promote", "demote", "follow", "status"),
    ok: flag,
    timedOut: flag,
    exitCode: fc.integer(),
    durationMs: duration,
    output: words(LENGTH_MAX.output),
  }),
  probeAnswer: plain({
    type: fc.constant("probeAnswer"),
    probe: counter,
    subject: node,
    heard: flag,
    heardAgoMs: duration,
    gone: flag,
  }),
  welcome: plain({
    type: fc.constant("welcome"),
    protocol: count,
    software: label,
    cluster: label,
    coordinator: label,
    term: aTerm,
  }),
  refused: plain({
    type: fc.constant("refused"),
    code: fc.constantFrom<RefusalCode>("version", "auth", "stale", "forgotten", "malformed"),
    reason: text,
    protocolMin: count,
    protocolMax: count,
    software: label,
  }),
  ack,
  view,
  probe: plain({ type: fc.constant("probe"), probe: counter, subject: node }),
  peerBeat: plain({
    type: fc.constant("peerBeat"),
    node,
    incarnation: anIncarnation,
    sequence: counter,
    hearsCoordinator: flag,
    claims: few(plain({ group, epoch: anEpoch, durationMs: interval })),
  }),
  peerPromise: plain({
    type: fc.constant("peerPromise"),
    node,
    incarnation: anIncarnation,
    sequence: counter,
    groups: few(plain({ group, epoch: anEpoch })),
  }),
  relay: plain({ type: fc.constant("relay"), node, message: fc.oneof(heartbeat, ack, view) }),
  watch: plain({ type: fc.constant("watch"), membersEveryMs: duration, events: flag }),
  members: plain({
    type: fc.constant("members"),
    cluster: label,
    leader: label,
    term: aTerm,
    members: few(member),
  }),
  event: plain({ type: fc.constant("event"), event }),
  command: plain({ type: fc.constant("command"), request: name, dryRun: flag, action }),
  progress: plain({ type: fc.constant("progress"), request: name, afterMs: duration, text }),
  outcome: plain({
    type: fc.constant("outcome"),
    request: name,
    status: fc.constantFrom<Outcome["status"]>("done", "refused", "timedOut"),
    afterMs: duration,
    text,
  }),
};

/** Any message of any type. */
export const anyMessage: fc.Arbitrary<WireMessage> = fc.oneof(...Object.values(messages));
