import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Generator } from "./generator.ts";

/** A page of the documentation whose whole text is computed. */
export function page(file: string, text: () => string): Generator {
  return {
    files: [file],
    write: (into) => {
      mkdirSync(dirname(join(into, file)), { recursive: true });
      writeFileSync(join(into, file), text());
    },
  };
}
