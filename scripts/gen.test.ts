import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { generators } from "./gen/registry.ts";
import { plantFolder } from "./tidy/planted.testing.ts";

const root = join(import.meta.dirname, "..");

test.each(generators.map((generator) => ({ ...generator, name: generator.files[0] })))(
  "$name is fresh: `pnpm gen` would not change it",
  ({ files, write }) => {
    const folder = plantFolder({});
    write(folder);
    for (const file of files) {
      expect(existsSync(join(root, file)), file).toBe(true);
      const fresh = readFileSync(join(folder, file), "utf8");
      expect(readFileSync(join(root, file), "utf8") === fresh, `${file} is stale: run pnpm gen`).toBe(true);
    }
  },
);

test("no page under docs/generated is written by hand", () => {
  const written = generators.flatMap(({ files }) => files);
  for (const name of readdirSync(join(root, "docs/generated")))
    expect(written).toContain(`docs/generated/${name}`);
});
