import { chmodSync } from "node:fs";
import { delimiter, join } from "node:path";
import { expect, test } from "vitest";
import { plantFolder } from "../tidy/planted.testing.ts";
import { allStages, lacking } from "./stages.ts";

test("each missing program is named in one line with what is not tested and the mend", () => {
  const systemd = { "systemd-notify": "", "systemd-analyze": "" };
  const some = plantFolder({
    "redis-server": "",
    openssl: "",
    postgres: "",
    haproxy: "",
    ...systemd,
    docker: "#!/bin/sh\n",
    nsenter: "",
    iptables: "",
    busybox: "",
  });
  chmodSync(join(some, "docker"), 0o755);
  expect(lacking(some)).toEqual([
    "NOT TESTED: failover of real Redis, since redis-server or redis-cli is missing. Mend: apt-get install redis-server",
  ]);
  expect(lacking([some, plantFolder({ "redis-cli": "" })].join(delimiter))).toEqual([]);
  expect(lacking("/nowhere")).toHaveLength(6);
});

test("where the engine's programs are there and no engine answers, that is said in one line", () => {
  const all = [
    "redis-server",
    "redis-cli",
    "openssl",
    "postgres",
    "haproxy",
    "systemd-notify",
    "systemd-analyze",
    "docker",
    "nsenter",
    "iptables",
    "busybox",
  ];
  const folder = plantFolder(Object.fromEntries(all.map((name) => [name, "#!/bin/sh\nexit 1\n"])));
  chmodSync(join(folder, "docker"), 0o755);
  expect(lacking(folder)).toEqual([
    "NOT TESTED: hosts in containers, and faults on them, since no Docker engine answers. Mend: start dockerd, or set DOCKER_HOST",
  ]);
});

test("the simulator's swarm is a stage as soon as there is a simulator", () => {
  const names = (root: string): string[] => allStages(root).map(({ name }) => name);
  const without = plantFolder({});
  const withSim = plantFolder({ "packages/sim/src/main.ts": "" });
  expect(names(without)).toEqual(["types", "lint", "format", "unused", "schema", "unit", "e2e"]);
  expect(names(withSim)).toEqual(["types", "lint", "format", "unused", "schema", "unit", "swarm", "e2e"]);
  expect(names(join(withSim, "packages"))).not.toContain("swarm");
});
