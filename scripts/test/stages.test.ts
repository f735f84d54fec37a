import { delimiter, join } from "node:path";
import { expect, test } from "vitest";
import { plantFolder } from "../tidy/planted.testing.ts";
import { allStages, lacking } from "./stages.ts";

test("each missing program is named in one line with what is not tested and the mend", () => {
  const systemd = { "systemd-notify": "", "systemd-analyze": "" };
  const some = plantFolder({ "redis-server": "", openssl: "", haproxy: "", ...systemd });
  expect(lacking(some)).toEqual([
    "NOT TESTED: failover of real Redis, since redis-server or redis-cli is missing. Mend: apt-get install redis-server",
  ]);
  expect(lacking([some, plantFolder({ "redis-cli": "" })].join(delimiter))).toEqual([]);
  expect(lacking("/nowhere")).toHaveLength(4);
});

test("the simulator's swarm is a stage as soon as there is a simulator", () => {
  const names = (root: string): string[] => allStages(root).map(({ name }) => name);
  const without = plantFolder({});
  const withSim = plantFolder({ "packages/sim/src/main.ts": "" });
  expect(names(without)).toEqual(["types", "lint", "format", "unused", "schema", "unit", "e2e"]);
  expect(names(withSim)).toEqual(["types", "lint", "format", "unused", "schema", "unit", "swarm", "e2e"]);
  expect(names(join(withSim, "packages"))).not.toContain("swarm");
});
