import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import type { Generator } from "./generator.ts";

const PROTO = "packages/proto";
const OUTPUT = "gen/phidelity.js";
const root = join(import.meta.dirname, "../..");

/** The codec of the wire, by the command in proto's own manifest, with its output put elsewhere where asked. */
export const codec: Generator = {
  files: [`${PROTO}/gen/phidelity.js`, `${PROTO}/gen/phidelity.d.ts`],
  write: (into) => {
    const manifest = JSON.parse(readFileSync(join(root, PROTO, "package.json"), "utf8")) as {
      scripts: { gen: string };
    };
    const output = join(into, PROTO, OUTPUT);
    mkdirSync(dirname(output), { recursive: true });
    const command = manifest.scripts.gen.replace(OUTPUT, '"$OUTPUT"');
    const path = [join(root, PROTO, "node_modules/.bin"), process.env["PATH"] ?? ""].join(delimiter);
    const env = { ...process.env, PATH: path, OUTPUT: output };
    execFileSync("sh", ["-c", command], { cwd: join(root, PROTO), env, stdio: "pipe" });
  },
};
