#!/usr/bin/env node
/** `phi`: what an operator types. */
import { tmpdir } from "node:os";
import { run } from "./program.ts";
import { thisMachine } from "./world.ts";

// Whoever reads our output may stop reading, as `head` does; that is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

const status = await run(process.argv.slice(2), thisMachine(tmpdir()));
// Connections that are still saying goodbye are not waited for; what was written is.
process.stdout.write("", () => process.exit(status));
