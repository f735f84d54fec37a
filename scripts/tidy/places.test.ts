import { expect, test } from "vitest";
import { placeFaults } from "./places.ts";
import { plant } from "./planted.testing.ts";

test.each([
  ["docs/a.md", `cd /h¦ome/ann/phidelity\n`],
  ["scripts/a.ts", `const root = "/w¦ork/main";\n`],
  ["docs/a.md", `see /U¦sers/ann\n`],
  [".npmrc", `r¦egistry=https://packages.example.com/\n`],
  ["pnpm-workspace.yaml", `r¦egistry: https://packages.example.com/\n`],
  ["docs/a.md", `from https://r¦egistry.example.com/ws\n`],
  [".npmrc", `//packages.example.com/:_authT¦oken=abc\n`],
  ["pnpm-lock.yaml", "    resolution: {tarball: https://packages.example.com/ws.tgz}\n"],
])("%s with %j names a place", (path, text) => {
  expect(placeFaults(plant({ [path]: text }))).toEqual([expect.stringContaining(`${path}:1: `)]);
});

test("paths of an installed system and addresses of papers are no such places", () => {
  const text = "path: /var/lib/phi/coordinator.db and /etc/phi/node.token, see https://raft.github.io/\n";
  expect(
    placeFaults(plant({ "docs/a.md": text, "pnpm-lock.yaml": "resolution: {integrity: sha512-x}\n" })),
  ).toEqual([]);
});
