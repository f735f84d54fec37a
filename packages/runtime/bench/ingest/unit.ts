/** How a host runs a coordinator: as the unit for systemd says, with what was compiled before kept in a folder. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const UNIT = join(import.meta.dirname, "../../../../examples/systemd/phi-coordinator.service");
const text = readFileSync(UNIT, "utf8");
const cache = mkdtempSync(join(tmpdir(), "phi-ingest-cache-"));
process.on("exit", () => rmSync(cache, { recursive: true, force: true }));

const plainSettings = [...text.matchAll(/^Environment=(\w+)=(\w+)$/gm)];
const program = /^ExecStart=(.*?) \S+\.ts /m.exec(text)?.[1] ?? "";

export const unit: {
  /** Variables that Node, or the C library, reads. */
  readonly environment: Readonly<Record<string, string>>;
  /** Flags of Node. */
  readonly flags: readonly string[];
} = {
  environment: {
    ...Object.fromEntries(plainSettings.map(([, name = "", value = ""]) => [name, value])),
    NODE_COMPILE_CACHE: cache,
  },
  flags: program.split(" ").filter((word) => word.startsWith("--")),
};
