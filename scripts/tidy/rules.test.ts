import { expect, test } from "vitest";
import { plant } from "./planted.testing.ts";
import {
  FILE_LINES_MAX,
  indexFaults,
  lengthFaults,
  nameFaults,
  sleepFaults,
  timerFaults,
  todoFaults,
} from "./rules.ts";

const lines = (count: number): string => "export {};\n".repeat(count);

test("a file of one line too many is a fault; a table, a test and a generated file may be longer", () => {
  const tree = plant({
    "packages/node/src/long.ts": lines(FILE_LINES_MAX + 1),
    "packages/node/src/full.ts": lines(FILE_LINES_MAX),
    "packages/core/src/cluster/failover.table.ts": lines(900),
    "packages/node/src/host.test.ts": lines(900),
    "packages/proto/gen/codec.ts": lines(900),
  });
  expect(lengthFaults(tree)).toEqual([expect.stringContaining("packages/node/src/long.ts: 251 lines")]);
});

test.each([
  ["packages/node/src/roleEndpoints.ts", "kebab-case"],
  ["packages/node/src/Host.ts", "kebab-case"],
  ["packages/node/src/host_lab.ts", "kebab-case"],
  ["packages/node/src/hook-utils.ts", '"utils" says nothing'],
  ["packages/node/src/helpers/hook.ts", '"helpers" says nothing'],
  ["e2e/src/cluster-manager.ts", '"manager" says nothing'],
])("%s is a bad name", (path, because) => {
  expect(nameFaults(plant({ [path]: lines(1) }))).toEqual([expect.stringContaining(because)]);
});

test("good names pass, and an interface with an I before it does not", () => {
  const tree = plant({
    "packages/node/src/role-endpoints.ts": "export interface Incoming {}\n",
    "packages/node/src/failover.table.ts": lines(1),
    "packages/node/src/link.ts": `export interface I¦Link {}\n`,
    "e2e/test/kill-the-active.e2e.ts": lines(1),
    "packages/node/src/failover.table.test.ts": lines(1),
    "vitest.config.ts": lines(1),
  });
  expect(nameFaults(tree)).toEqual([expect.stringMatching(/link\.ts: interface \w+ needs no I/)]);
});

test.each([
  ['export * from "./a.ts";\n', "exports by star"],
  ['export type * from "./a.ts";\n', "exports by star"],
  ['export { a } from "./a.ts";\nconst b = 1;\n', "an index only exports"],
])("an index with %j is a fault", (text, because) => {
  expect(indexFaults(plant({ "packages/node/src/index.ts": text }))).toEqual([
    expect.stringContaining(because),
  ]);
});

test("an index that names what it exports passes", () => {
  const text =
    '/** What others may use. */\nexport {\n  a,\n  type B,\n} from "./a.ts";\nexport type { C } from "./c.ts";\n';
  expect(indexFaults(plant({ "packages/node/src/index.ts": text }))).toEqual([]);
});

const sleeps = [
  `await new Promise((resolve) => s¦etTimeout(resolve, 50));\n`,
  `await new Promise<void>((resolve) => {\n  s¦etTimeout(resolve, 50);\n});\n`,
  `import { setTimeout } from "n¦ode:timers/promises";\n`,
  `await s¦leep(50);\n`,
  `A¦tomics.wait(cell, 0, 0, 50);\n`,
];

test.each(sleeps)("a test with %j sleeps", (text) => {
  const tree = plant({ "packages/node/src/a.test.ts": text, "e2e/test/a.e2e.ts": text });
  expect(sleepFaults(tree)).toEqual([
    expect.stringMatching(/^packages\/node\/src\/a\.test\.ts:\d+: a test does not sleep/),
  ]);
});

test("a test that awaits an event with a deadline does not sleep", () => {
  const text =
    "await once(socket, 'open', { signal });\nawait vi.waitFor(() => expect(seen).toEqual([1]));\n";
  expect(sleepFaults(plant({ "packages/node/src/a.test.ts": text }))).toEqual([]);
});

test.each(["core", "proto", "sim"])(
  "timers that invented time cannot reach are a fault in %s, and not in a shell",
  (name) => {
    const text = `const end = AbortSignal.t¦imeout(50);\nimport { setTimeout } from "n¦ode:timers/promises";\n`;
    const tree = plant({ [`packages/${name}/src/a.ts`]: text, "packages/runtime/src/a.ts": text });
    expect(timerFaults(tree)).toEqual([
      expect.stringContaining(`packages/${name}/src/a.ts:1`),
      expect.stringContaining(`packages/${name}/src/a.ts:2`),
    ]);
  },
);

test("a note to finish something later needs an issue", () => {
  const tree = plant({ "packages/node/src/a.ts": `// TO¦DO: later\n// TO¦DO(#12): later\n` });
  expect(todoFaults(tree)).toEqual([expect.stringContaining("packages/node/src/a.ts:1")]);
});
