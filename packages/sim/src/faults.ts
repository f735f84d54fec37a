/** Draws what goes wrong next, as a line for `commands.ts`. */
import type { Dice } from "./dice.ts";
import type { World } from "./world.ts";

type Draw = (dice: Dice, world: World) => string;

/** Each kind of fault, and how often it is drawn beside the others. */
const kinds: readonly (readonly [weight: number, draw: Draw])[] = [
  [
    4,
    (dice, world) => `crash ${target(dice, world)} ${dice.oneOf(["power", "process"])} ${spell(dice, 2_000)}`,
  ],
  [
    2,
    (dice) => `crash c1 ${dice.oneOf(["power", "process"])} ${spell(dice, dice.oneOf([300, 1_000, 5_000]))}`,
  ],
  [1, (dice, world) => `stop ${target(dice, world)} ${spell(dice, 2_000)}`],
  [4, (dice, world) => `freeze ${target(dice, world)} ${freezePoint(dice)} ${spell(dice, 2_000)}`],
  [
    2,
    (dice) => `freeze c1 ${freezePoint(dice)} ${spell(dice, 2_000)}${dice.chance(0.3) ? " suspended" : ""}`,
  ],
  [2, (dice) => `behind ${dice.whole(50, 1_500)} ${spell(dice, 3_000)}`],
  [3, (dice, world) => `cut ${target(dice, world)} ${severed(dice, 3_000)}`],
  [3, (dice, world) => `cut ${target(dice, world)} all ${severed(dice, 3_000)}`],
  [2, (dice, world) => `cut ${target(dice, world)} ${anyNode(dice, world)} ${severed(dice, 3_000)}`],
  [1, (dice) => `cut c1 all ${severed(dice, dice.oneOf([1_000, 5_000]))}`],
  [2, (dice, world) => `part ${side(dice, world)} ${spell(dice, 4_000)}`],
  [1, (dice, world) => `isolate ${target(dice, world)} ${spell(dice, 3_000)}`],
  [
    1,
    (dice, world) =>
      `rate ${anyHost(dice, world)} ${world.drawRate(world.shape.cluster.lease.drift).toFixed(6)}`,
  ],
  [1, (dice, world) => `jump ${anyHost(dice, world)} ${dice.whole(-5_000, 5_000)}`],
  [3, (dice, world) => `kill ${target(dice, world)} ${group(dice, world)} ${spell(dice, 2_000)}`],
  [1, (dice, world) => `sicken ${target(dice, world)} ${group(dice, world)} ${spell(dice, 2_000)}`],
  [0.5, (dice, world) => `hinder ${anyNode(dice, world)} ${group(dice, world)} ${spell(dice, 3_000)}`],
  [
    2,
    (dice, world) =>
      `lag ${anyNode(dice, world)} ${group(dice, world)} ${dice.whole(1, 200)} ${spell(dice, 3_000)}`,
  ],
  [0.3, (dice) => `store ${dice.oneOf(["lost", "restored"])}`],
  [
    2,
    (dice, world) =>
      `failover ${group(dice, world)}${maybeNode(dice, world)}${dice.chance(0.2) ? " loss" : ""}`,
  ],
  [3, (dice, world) => `switchover ${group(dice, world)}${maybeNode(dice, world)}`],
  [1, (dice, world) => `drain ${target(dice, world)}${dice.chance(0.7) ? " force" : ""}`],
  [2, (dice, world) => `undrain ${anyNode(dice, world)}`],
  [0.5, (dice, world) => `pause ${group(dice, world)} ${spell(dice, 5_000)}`],
  [1, (dice, world) => `resume ${group(dice, world)}`],
  [1, (dice, world) => `ack ${group(dice, world)}`],
  [0.5, (dice, world) => `forget ${anyNode(dice, world)}`],
];

const weights = kinds.reduce((sum, [weight]) => sum + weight, 0);

/** The next fault. */
export function drawFault(dice: Dice, world: World): string {
  let rest = dice.between(0, weights);
  for (const [weight, draw] of kinds) {
    rest -= weight;
    if (rest < 0) return draw(dice, world);
  }
  return "ack db";
}

/** Half of what is aimed at a node meets the active. */
function target(dice: Dice, world: World): string {
  return dice.chance(0.5) ? "active" : anyNode(dice, world);
}

function anyNode(dice: Dice, world: World): string {
  return dice.oneOf([...world.nodes.keys()]);
}

function anyHost(dice: Dice, world: World): string {
  return dice.chance(0.3) ? "c1" : anyNode(dice, world);
}

function maybeNode(dice: Dice, world: World): string {
  return dice.chance(0.5) ? "" : ` ${anyNode(dice, world)}`;
}

function group(dice: Dice, world: World): string {
  return dice.oneOf([...world.groups.keys()]);
}

function spell(dice: Dice, meanMs: number): number {
  return Math.round(10 + dice.spell(meanMs));
}

/** Some of the nodes: the active among them or not. */
function side(dice: Dice, world: World): string {
  const nodes = [...world.nodes.keys()];
  const some = nodes.filter(() => dice.chance(0.4));
  return (some.length === 0 ? [dice.oneOf(nodes)] : some).join(",");
}

function severed(dice: Dice, meanMs: number): string {
  return `${dice.oneOf(["up", "down", "both", "both"])} ${dice.oneOf(["holds", "loses"])} ${spell(dice, meanMs)}`;
}

function freezePoint(dice: Dice): string {
  return dice.oneOf(["now", "beforeStep", "afterStep"]);
}
