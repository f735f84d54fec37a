/** Writes every generated file of the repository afresh. */
import { join } from "node:path";
import { generators } from "./gen/registry.ts";

const root = join(import.meta.dirname, "..");
for (const { files, write } of generators) {
  write(root);
  for (const file of files) process.stdout.write(`wrote ${file}\n`);
}
