/** Which coordinators a call means. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { World } from "./world.ts";

/** Where a coordinator listens that was told nothing else. */
const USUAL_URL = "http://127.0.0.1:7400";

/** What is found is said with where it was found, for the case that nobody answers there. */
export interface Located {
  readonly urls: readonly string[];
  /** Empty where the operator named them himself. */
  readonly because: string;
}

/** The ones named on the command line, else in PHI_COORDINATOR, else a running demo's, else the usual one. */
export function locate(named: readonly string[], world: World): Located {
  if (named.length > 0) return { urls: named, because: "" };
  const listed = (world.env["PHI_COORDINATOR"] ?? "")
    .split(",")
    .map((url) => url.trim())
    .filter((url) => url !== "");
  if (listed.length > 0) return { urls: listed, because: "from PHI_COORDINATOR" };
  const file = join(world.temporaryFolder, "phidelity-demo", "coordinator-url");
  const demo = contentOf(file);
  if (demo !== undefined) return { urls: [demo], because: `of the demo, from ${file}` };
  return {
    urls: [USUAL_URL],
    because: "the usual one, as neither --coordinator nor PHI_COORDINATOR names one",
  };
}

function contentOf(file: string): string | undefined {
  try {
    const text = readFileSync(file, "utf8").trim();
    return text === "" ? undefined : text;
  } catch {
    return undefined; // No demo runs here.
  }
}
