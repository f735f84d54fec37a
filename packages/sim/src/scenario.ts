/**
 * Named stories: what happens when, told in a file, on a quiet network with the same dice every time.
 *
 * ```
 * # Words for people.
 * nodes 3
 * mode async
 * at 3s crash active power 2s
 * until 20s
 * expect active n2
 * expect failovers 1
 * ```
 *
 * Besides: `failsafe`, `late n2 10s` (turned on later), `maxLag N`, `fence MS`, `manual` (no automatic failover),
 * `loss 0.1` (of all messages), `expect phase P`, `expect never TEXT` and
 * `expect TEXT` of the trace. What is done is written as in `commands.ts`, durations also with their unit.
 */
import type { ClusterSettings, ReplicationMode } from "@phidelity/core";
import { carryOut } from "./commands.ts";
import { faithful } from "./rules.ts";
import { type Shape, noTroubles, plainShape } from "./shape.ts";
import { Trace } from "./trace.ts";
import { calmWeather } from "./weather.ts";
import { World } from "./world.ts";

interface Story {
  nodes: number;
  mode: ReplicationMode;
  maxLag: number;
  fenceMs: number | undefined;
  automatic: boolean;
  isFailsafe: boolean;
  /** The share of all messages that is lost. */
  loss: number;
  /** By node: when it is turned on. */
  readonly late: Map<string, number>;
  untilMs: number;
  readonly deeds: { readonly atMs: number; readonly line: string }[];
  readonly expected: string[];
}

export interface ScenarioResult {
  readonly trace: string;
  /** What was expected and is not so; empty where the story ends as told. */
  readonly unmet: readonly string[];
}

/** Plays a story; a promise that breaks on the way is thrown as it is. */
export function playScenario(text: string): ScenarioResult {
  const story = read(text);
  const lines: string[] = [];
  const world = new World(shapeOf(story), 1, faithful, new Trace((line) => lines.push(line), false));
  for (const { atMs, line } of story.deeds) world.queue.plan(atMs, () => carryOut(world, line));
  world.start();
  while (world.now < story.untilMs) world.advance();
  const trace = `${lines.join("\n")}\n`;
  return { trace, unmet: story.expected.filter((expected) => !isMet(world, trace, expected)) };
}

function read(text: string): Story {
  const story: Story = {
    nodes: 3,
    mode: "async",
    maxLag: 1_000,
    fenceMs: undefined,
    automatic: true,
    isFailsafe: false,
    loss: 0,
    late: new Map(),
    untilMs: 20_000,
    deeds: [],
    expected: [],
  };
  for (const line of text.split("\n").map((one) => one.trim()))
    if (line !== "" && !line.startsWith("#")) readLine(story, line);
  return story;
}

function readLine(story: Story, line: string): void {
  const [word = "", ...rest] = line.replaceAll(/\b(\d+(?:\.\d+)?)(ms|s)\b/g, inMs).split(/\s+/);
  const words = rest.join(" ");
  switch (word) {
    case "nodes":
      story.nodes = Number(words);
      return;
    case "mode":
      story.mode = words as ReplicationMode;
      return;
    case "maxLag":
      story.maxLag = Number(words);
      return;
    case "fence":
      story.fenceMs = Number(words);
      return;
    case "failsafe":
      story.isFailsafe = true;
      return;
    case "loss":
      story.loss = Number(words);
      return;
    case "late":
      story.late.set(rest[0] ?? "", Number(rest[1]));
      return;
    case "manual":
      story.automatic = false;
      return;
    case "until":
      story.untilMs = Number(words);
      return;
    case "at":
      story.deeds.push({ atMs: Number(rest[0]), line: rest.slice(1).join(" ") });
      return;
    case "expect":
      story.expected.push(words);
      return;
    default:
      throw new Error(`"${line}" is no line of a scenario`);
  }
}

function inMs(_whole: string, figure: string, unit: string): string {
  return String(Number(figure) * (unit === "s" ? 1_000 : 1));
}

function shapeOf(story: Story): Shape {
  const shape = plainShape(story.nodes);
  const groups: ClusterSettings["groups"] = shape.cluster.groups.map((group) => ({
    ...group,
    automatic: story.automatic,
    onCoordinatorLoss: story.isFailsafe ? "failsafe" : "fence",
    replication: {
      mode: story.mode,
      maxLagBytes: story.maxLag,
      writeQuorum: story.mode === "quorum" ? Math.floor(story.nodes / 2) + 1 : 0,
    },
    ...(story.fenceMs === undefined ? {} : { fenceTimeoutMs: story.fenceMs }),
  }));
  const startsAfterMs = shape.nodes.map(({ node }) => story.late.get(node) ?? 0);
  return {
    ...shape,
    startsAfterMs,
    cluster: { ...shape.cluster, groups },
    weather: story.loss === 0 ? calmWeather : { ...calmWeather, loss: story.loss },
    troubles: noTroubles,
  };
}

function isMet(world: World, trace: string, expected: string): boolean {
  const group = [...(world.coordinator.state?.groups.values() ?? [])][0];
  const [word = "", ...rest] = expected.split(" ");
  const words = rest.join(" ");
  switch (word) {
    case "active": {
      const name = group?.holder ?? "";
      return name === words && group?.phase === "serving" && world.servesAt(name, group.settings.group) > 0;
    }
    case "phase":
      return group?.phase === words;
    case "epoch":
      return group?.epoch === Number(words);
    case "failovers":
      return world.checkers.failovers === Number(words);
    case "never":
      return !trace.includes(words);
    default:
      return trace.includes(expected);
  }
}
