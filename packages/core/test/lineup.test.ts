/** Those who are on time stand in a line, and ring no alarms; who falls silent leaves it in time. */
import { expect, test } from "vitest";
import { INTERVAL_MS, type World, settledWorld } from "./world.ts";

const three = { nodes: ["a", "b", "c"] };

function line(world: World): readonly string[] {
  const names: string[] = [];
  for (let node = world.cluster.lineup.first; node !== undefined; node = node.place.behind)
    names.push(node.node);
  return names;
}

test("whoever is on time stands in the line, in the order in which they were heard, and no alarm is left", () => {
  const world = settledWorld(three);
  world.run(5_000);
  expect(line(world).toSorted()).toEqual(["a", "b", "c"]);
  const untils = line(world).map((name) => world.cluster.nodes.get(name as never)?.place.until ?? 0);
  expect(untils).toEqual(untils.toSorted((one, other) => one - other));
  expect(world.cluster.alarms.filter(({ key }) => key.startsWith("n:"))).toEqual([]);
});

test("who falls silent leaves it after an interval and a half, and is suspected when its own time is over", () => {
  const world = settledWorld(three);
  world.run(5_000);
  world.powerOff("b");
  world.run(2 * INTERVAL_MS);
  expect(line(world)).not.toContain("b");
  world.until("b is suspect", () => world.cluster.nodes.get("b" as never)?.verdict === "suspect");
  expect(world.cluster.nodes.get("b" as never)?.place.taken).toBe(false);
  world.restart("b");
  world.mend();
  world.until("b is heard again", () => world.cluster.nodes.get("b" as never)?.verdict === "alive");
  world.run(10 * INTERVAL_MS);
  expect(line(world)).toContain("b");
});
