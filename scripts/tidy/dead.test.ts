import { expect, test } from "vitest";
import { deadFaults } from "./dead.ts";
import { plant } from "./planted.testing.ts";

const manifest = JSON.stringify({ bin: { phi: "./src/main.ts" }, exports: { ".": "./src/index.ts" } });

test("a file that nothing leads to is dead, even when files that lead nowhere import one another", () => {
  const tree = plant({
    "packages/cli/package.json": manifest,
    "packages/cli/src/main.ts": 'import "./alive.ts";\n',
    "packages/cli/src/alive.ts": "export const x = 1;\n",
    "packages/cli/src/island.ts": 'import "./shore.ts";\n',
    "packages/cli/src/shore.ts": 'import "./island.ts";\n',
  });
  expect(deadFaults(tree)).toEqual([
    expect.stringContaining("packages/cli/src/island.ts"),
    expect.stringContaining("packages/cli/src/shore.ts"),
  ]);
});

test("a file that only its own test imports is dead", () => {
  const tree = plant({
    "packages/cli/src/lonely.ts": "export const x = 1;\n",
    "packages/cli/src/lonely.test.ts": 'import "./lonely.ts";\n',
  });
  expect(deadFaults(tree)).toEqual([expect.stringContaining("packages/cli/src/lonely.ts")]);
});

test("an index, a worker, a script, a program that is started by its path and what several tests share are alive", () => {
  const tree = plant({
    "package.json": JSON.stringify({ scripts: { demo: "node scripts/demo.ts" } }),
    "scripts/demo.ts": 'start("packages/node/src/lab.ts");\n',
    "packages/cli/package.json": manifest,
    "packages/cli/src/index.ts": 'export { x } from "./x.ts";\n',
    "packages/cli/src/x.ts": 'new Worker(new URL("./worker.ts", import.meta.url));\n',
    "packages/cli/src/worker.ts": "export {};\n",
    "packages/node/src/lab.ts": "export {};\n",
    "packages/node/src/contract.ts": "export {};\n",
    "packages/node/src/memory.test.ts": 'import "./contract.ts";\n',
  });
  expect(deadFaults(tree)).toEqual([]);
});
