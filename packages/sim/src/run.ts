/** One run of one seed: so many steps under faults, then calm until all is well. */
import { carryOut } from "./commands.ts";
import { Dice } from "./dice.ts";
import { drawFault } from "./faults.ts";
import type { Rules } from "./rules.ts";
import { drawShape } from "./shape.ts";
import { Trace } from "./trace.ts";
import { Violation } from "./violation.ts";
import { World } from "./world.ts";

export interface RunOptions {
  readonly seed: number;
  /** Steps of the machines under faults. */
  readonly steps: number;
  readonly rules: Rules;
  readonly write?: (line: string) => void;
  /** Told of each fault, with the true time at which it strikes. */
  readonly fault?: (line: string) => void;
  /** The faults to be left out, counted from 0. */
  readonly without?: ReadonlySet<number>;
}

export interface RunResult {
  readonly seed: number;
  readonly steps: number;
  readonly failovers: number;
  /** True time that passed, in ms. */
  readonly lengthMs: number;
  /** The broken promise, where one was. */
  readonly violation: string | undefined;
}

/** A seed that gives no sign of life for this many steps after the calm is stuck in a storm of messages. */
const CALM_STEPS_MAX = 200_000;

/** Runs a seed; the same options give the same result. */
export function runSeed(options: RunOptions): RunResult {
  const dice = new Dice(options.seed);
  const shape = drawShape(dice);
  const world = new World(shape, dice.whole(0, 2 ** 31), options.rules, new Trace(options.write));
  const faults = new Dice(dice.whole(0, 2 ** 31));
  let count = 0;
  const planFault = (): void => {
    world.queue.plan(world.now + faults.spell(shape.faultEveryMs), () => {
      if (world.isCalm) return;
      const line = drawFault(faults, world);
      options.fault?.(`at ${world.now.toFixed(3)} ${line}`);
      if (options.without?.has(count) !== true) carryOut(world, line);
      count += 1;
      planFault();
    });
  };
  const violation = violationOf(() => {
    world.start();
    planFault();
    while (world.steps < options.steps) world.advance();
    world.calm();
    while (!world.checkers.isSettled) {
      world.advance();
      if (world.steps > options.steps + CALM_STEPS_MAX) throw new Violation("storm", "the calm never ends");
    }
    world.checkers.orders.checkAnswered();
  });
  if (violation !== undefined) world.trace.say(world.now, "", `VIOLATION ${violation}`);
  const { steps, now } = world;
  return { seed: options.seed, steps, failovers: world.checkers.failovers, lengthMs: now, violation };
}

/** What a run broke: one of our promises, or one of core's own assertions. */
function violationOf(run: () => void): string | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    if (error instanceof Violation) return error.message;
    if (error instanceof Error) return `${error.name}: ${error.message}\n${error.stack ?? ""}`;
    throw error;
  }
}
