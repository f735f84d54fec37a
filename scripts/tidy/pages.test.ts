import { expect, test } from "vitest";
import { invariantFaults, pageFaults } from "./pages.ts";
import { plant } from "./planted.testing.ts";

test("a page that links to, or names, a file that is not there is a fault", () => {
  const tree = plant({
    "docs/a.md":
      "See [b](b.md), [the top](../README.md#top), [gone](gone.md), [out](https://example.com/x.md).\n",
    "docs/b.md":
      "Held by `packages/core/src/time.ts` and `packages/core/src/gone.test.ts`; see [folder](../docs).\n",
    "README.md": "`phi members` and `coordinator.yaml` are no paths.\n",
    "packages/core/src/time.ts": "export {};\n",
  });
  expect(pageFaults(tree)).toEqual([
    "docs/a.md: names docs/gone.md, which is not there",
    "docs/b.md: names packages/core/src/gone.test.ts, which is not there",
  ]);
});

test("an invariant without a test is a fault", () => {
  const text =
    "# A\n\n## Invariants\n\nWords.\n\n1. Held.\n   `x/a.test.ts`\n2. Wished for.\n\n## After\n\n1. No invariant.\n";
  expect(invariantFaults(plant({ "ARCHITECTURE.md": text }))).toEqual([
    'ARCHITECTURE.md: no test holds "2. Wished for."',
  ]);
  expect(invariantFaults(plant({ "ARCHITECTURE.md": "# A\n" }))).toHaveLength(1);
});
