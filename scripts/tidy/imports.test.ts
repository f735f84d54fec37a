import { expect, test } from "vitest";
import { importFaults } from "./imports.ts";
import { plant } from "./planted.testing.ts";

const importing = (specifier: string): string => `import { x } from "${specifier}";\n`;

test.each([
  ["a package above it", "packages/runtime/src/a.ts", "@phidelity/node"],
  ["the wire, from a daemon", "packages/node/src/a.ts", "@phidelity/proto"],
  ["the shell, from the simulator", "packages/sim/src/a.ts", "@phidelity/runtime"],
  ["core, from the CLI", "packages/cli/src/a.ts", "@phidelity/core"],
  ["a package by a path inside it", "packages/sim/src/a.ts", "@phidelity/core/src/time.ts"],
  ["another package by a relative path", "packages/sim/src/a.ts", "../../core/src/time.ts"],
  ["one of our packages, from the end-to-end tests", "e2e/src/a.ts", "@phidelity/client"],
  ["our source by a path, from the end-to-end tests", "e2e/src/a.ts", "../../packages/core/src/time.ts"],
  ["Node, from core", "packages/core/src/a.ts", "node:fs"],
  ["a library, from core", "packages/core/src/a.ts", "zod"],
  ["the test runner, from core's own code", "packages/core/src/a.ts", "vitest"],
  ["the agent, from the cluster", "packages/core/src/cluster/a.ts", "../agent/agent.ts"],
  ["the cluster, from the agent", "packages/core/src/agent/a.ts", "../cluster/state.ts"],
  ["the cluster, from the detector", "packages/core/src/detector/a.ts", "../cluster/state.ts"],
  ["the detector, from the agent", "packages/core/src/agent/a.ts", "../detector/phi.ts"],
  ["a room, from core's root", "packages/core/src/a.ts", "./agent/agent.ts"],
  ["anything, from a package that the table does not know", "packages/stray/src/a.ts", "@phidelity/core"],
])("importing %s is a fault", (_what, path, specifier) => {
  expect(importFaults(plant({ [path]: importing(specifier) }))).toEqual([
    expect.stringContaining(`${path}: imports`),
  ]);
});

test.each([
  ["packages/core/src/cluster/a.ts", "../detector/detector.ts"],
  ["packages/core/src/agent/a.ts", "../time.ts"],
  ["packages/core/src/agent/a.ts", "./lease.ts"],
  ["packages/core/src/index.ts", "./agent/agent.ts"],
  ["packages/core/src/agent/a.test.ts", "vitest"],
  ["packages/core/bench/a.ts", "../src/detector/detector.ts"],
  ["packages/core/bench/a.ts", "node:util"],
  ["packages/coordinator/src/a.ts", "@phidelity/runtime"],
  ["packages/coordinator/src/store/a.ts", "../host.ts"],
  ["packages/cli/src/a.ts", "commander"],
  ["e2e/test/a.e2e.ts", "../src/cluster.ts"],
])("%s may import %s", (path, specifier) => {
  expect(importFaults(plant({ [path]: importing(specifier) }))).toEqual([]);
});

test("every way of writing an import is seen", () => {
  const ways = [
    'export { x } from "@phidelity/runtime";',
    'import type { X } from "@phidelity/runtime";',
    'import {\n  a,\n  b,\n} from "@phidelity/runtime";',
    'import "@phidelity/runtime";',
    'const later = await import("@phidelity/runtime");',
  ];
  for (const way of ways)
    expect(importFaults(plant({ "packages/sim/src/a.ts": `${way}\n` })), way).toHaveLength(1);
});

test("an import in a comment is none", () => {
  expect(importFaults(plant({ "packages/sim/src/a.ts": `// ${importing("@phidelity/runtime")}` }))).toEqual(
    [],
  );
});

test("a dependency that the table refuses is a fault before anybody imports it", () => {
  const manifest = JSON.stringify({ dependencies: { "@phidelity/runtime": "workspace:*", ws: "catalog:" } });
  const tree = plant({ "packages/sim/package.json": manifest, "packages/core/package.json": manifest });
  expect(importFaults(tree)).toEqual([
    expect.stringContaining("packages/core/package.json: depends on @phidelity/runtime"),
    expect.stringContaining("packages/core/package.json: depends on ws"),
    expect.stringContaining("packages/sim/package.json: depends on @phidelity/runtime"),
  ]);
});
