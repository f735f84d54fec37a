/**
 * What can be done to a world, in words: the one language of seeds and of scenario files.
 *
 * ```
 * crash n1 power 2000            the machine is off for 2 s; `process`: only the daemon
 * stop n1 2000                   the daemon is told to stop, and started again after 2 s
 * freeze n1 now 3000             nothing moves for 3 s; beforeStep, afterStep: from there in its next turn; c1 may be `suspended`
 * behind 800 3000                the coordinator has more to read than it can: for 3 s, what comes is read 0.8 s late
 * cut n1 both loses 4000         to the coordinator up, from it down, or both; `holds` what is sent, or `loses` it
 * cut n1 n2 up holds 4000        the same between two nodes: to n2 up, from it down; `cut n1 all ...`: n1 and everybody else
 * part n1,n2 4000                these hosts on one side, all others on the other
 * isolate n1 4000                it and its peers lose all that they send each other; the coordinator hears all
 * rate n1 1.004                  its clock runs at this rate
 * jump n1 5000                   its wall clock is set forward by 5 s
 * kill n1 db 1000                the service is down for 1 s
 * sicken n1 db 1000              its checks fail for 1 s
 * hinder n1 db 1000              its promote hook fails for 1 s
 * lag n1 db 40 3000              its copy stays 40 writes behind for 3 s
 * store lost | store restored    the coordinator is started again on nothing, or on an old copy
 * failover db [n2] [loss] [off]  and switchover db [n2], drain n1 [force], undrain n1, pause db [ms], resume db, ack db, forget n1
 * ```
 *
 * `active` in the place of a node is the one that the coordinator last chose for the first group.
 */
import { groupId } from "@phidelity/core";
import { orders } from "./orders.ts";
import { restoreStore } from "./restore.ts";
import type { Direction } from "./network.ts";
import type { FreezePoint } from "./process.ts";
import type { Cut } from "./wires.ts";
import { Words, nodeIn } from "./words.ts";
import type { World } from "./world.ts";

/** Carries one line out. */
export function carryOut(world: World, line: string): void {
  const words = line.trim().split(/\s+/);
  const [verb = "", ...rest] = words;
  const command = verbs[verb];
  if (command === undefined)
    throw new Error(`nobody knows how to "${verb}"; known: ${Object.keys(verbs).join(", ")}`);
  world.trace.say(world.now, "", `> ${line}`);
  command(world, new Words(line, rest));
}

type Command = (world: World, words: Words) => void;

function later(world: World, ms: number, run: () => void): void {
  world.queue.plan(world.now + ms, () => {
    if (!world.isCalm) run();
  });
}

const crash: Command = (world, words) => {
  const name = nodeIn(world, words);
  const isPower = words.next() === "power";
  const host = world.hostOf(name);
  host.crash(isPower);
  later(world, words.number(), () => host.start());
};

const stop: Command = (world, words) => {
  const node = world.nodeOf(nodeIn(world, words));
  node.tell({ type: "stopRequested" });
  later(world, words.number(), () => node.start());
};

const freeze: Command = (world, words) => {
  const name = nodeIn(world, words);
  const point = words.next() as FreezePoint;
  const ms = words.number();
  const isSuspended = words.has("suspended");
  if (name === "c1") {
    world.coordinator.freeze(point);
    later(world, ms, () => world.coordinator.thaw(isSuspended));
  } else {
    const node = world.nodeOf(name);
    node.freeze(point);
    later(world, ms, () => node.thaw());
  }
};

const behind: Command = (world, words) => {
  world.coordinator.fallBehind(words.number());
  later(world, words.number(), () => world.coordinator.fallBehind(0));
};

const cut: Command = (world, words) => {
  const name = nodeIn(world, words);
  const word = words.next();
  const isToCoordinator = word in directionsOf;
  const others = isToCoordinator ? [world.coordinator.name] : othersThan(world, name, word);
  const directions = directionsOf[isToCoordinator ? word : words.next()];
  if (directions === undefined) throw new Error(`"${words.line}" has none of up, down, both`);
  cutFor(world, { name, others, directions, how: words.next() as Cut }, words.number());
};

const directionsOf: Readonly<Record<string, readonly Direction[]>> = {
  up: ["up"],
  down: ["down"],
  both: ["up", "down"],
};

/** The other ends: the host of that name, or `all`. */
function othersThan(world: World, name: string, word: string): readonly string[] {
  if (word !== "all") return [world.hostOf(word).name].filter((other) => other !== name);
  return [world.coordinator.name, ...world.nodes.keys()].filter((other) => other !== name);
}

interface Severed {
  readonly name: string;
  readonly others: readonly string[];
  readonly directions: readonly Direction[];
  readonly how: Cut;
}

function cutFor(world: World, { name, others, directions, how }: Severed, ms: number): void {
  const set = (state: Cut): void => {
    for (const other of others)
      for (const direction of directions) world.network.cut(name, other, direction, state);
  };
  set(how);
  later(world, ms, () => set("none"));
}

const isolate: Command = (world, words) => {
  const { name } = world.nodeOf(nodeIn(world, words));
  const others = [...world.nodes.keys()].filter((other) => other !== name);
  cutFor(world, { name, others, directions: ["up", "down"], how: "loses" }, words.number());
};

const part: Command = (world, words) => {
  const side = words.next().split(",");
  const hosts = [world.coordinator.name, ...world.nodes.keys()];
  const others = hosts.filter((host) => !side.includes(host));
  const ms = words.number();
  for (const name of side)
    cutFor(world, { name: world.hostOf(name).name, others, directions: ["up", "down"], how: "loses" }, ms);
};

const rate: Command = (world, words) => {
  const host = world.hostOf(nodeIn(world, words));
  host.clock.setRate(world.now, words.number());
  host.retime();
};

/** A node takes a wall clock that was set forward for time that it has slept through; the coordinator does not look. */
const jump: Command = (world, words) => {
  const name = nodeIn(world, words);
  const ms = words.number();
  if (name === "c1") {
    world.coordinator.wallMs += ms;
    return;
  }
  const node = world.nodeOf(name);
  if (ms > 0) node.clock.shift(world.now, ms);
  node.retime();
};

const kill: Command = (world, words) => {
  const node = nodeIn(world, words);
  const group = groupId(words.next());
  const service = world.dataOf(group).of(node);
  service.isUp = false;
  world.nodeOf(node).tell({ type: "gateTroubled", group, detail: "reset" });
  later(world, words.number(), () => (service.isUp = true));
};

const sicken: Command = (world, words) => {
  const node = nodeIn(world, words);
  const service = world.dataOf(words.next()).of(node);
  service.isSick = true;
  later(world, words.number(), () => (service.isSick = false));
};

const hinder: Command = (world, words) => {
  const node = nodeIn(world, words);
  const service = world.dataOf(words.next()).of(node);
  service.isStubborn = true;
  later(world, words.number(), () => (service.isStubborn = false));
};

const lag: Command = (world, words) => {
  const node = nodeIn(world, words);
  const service = world.dataOf(words.next()).of(node);
  service.lag = words.number();
  later(world, words.number(), () => (service.lag = 0));
};

const store: Command = (world, words) => {
  restoreStore(world, words.next() === "lost");
};

const verbs: Readonly<Record<string, Command>> = {
  crash,
  stop,
  freeze,
  behind,
  cut,
  part,
  isolate,
  rate,
  jump,
  kill,
  sicken,
  hinder,
  lag,
  store,
  ...orders,
};
