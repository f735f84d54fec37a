/** The Docker engine: whether there is one, and the ways in which the harness speaks to it. */
import { execFile, execFileSync } from "node:child_process";
import { promisify } from "node:util";
import { type ContainerRuntimeClient, getContainerRuntimeClient } from "testcontainers";
import { isInstalled } from "../paths.ts";

const run = promisify(execFile);

// Its own cleaner is an image that no machine without a registry has; our reaper does that work.
process.env["TESTCONTAINERS_RYUK_DISABLED"] = "true";

/** The label that everything of one harness carries in the engine; its value is the name of the harness's folder. */
export const OWNER_LABEL = "phidelity.e2e";

/** Programs of this machine that reach into a container's network, its processes and its disk. */
const PROGRAMS = ["docker", "nsenter", "iptables", "dpkg-query", "tar", "busybox"];

/** Whether containers can be made here. Where not, says so aloud; under CI they must, so there it throws. */
export function engineIsHere(): boolean {
  const trouble = troubleWithEngine();
  if (trouble === undefined) return true;
  if (process.env["CI"] !== undefined) throw new Error(`${trouble}; under CI nothing is skipped`);
  console.error(`\n*** SKIPPED: the end-to-end tests in containers, because ${trouble} ***\n`);
  return false;
}

function troubleWithEngine(): string | undefined {
  const missing = PROGRAMS.filter((program) => !isInstalled(program));
  if (missing.length > 0) return `${missing.join(" and ")} not installed (Debian: apt-get install docker.io)`;
  if (process.getuid?.() !== 0) return "only root reaches into a container's network";
  try {
    execFileSync("docker", ["version", "--format", "{{.Server.Version}}"], {
      stdio: "pipe",
      timeout: 10_000,
    });
    return undefined;
  } catch {
    return "no Docker engine answers (start dockerd, or set DOCKER_HOST)";
  }
}

/** The engine, as testcontainers sees it. */
export function engine(): Promise<ContainerRuntimeClient> {
  return getContainerRuntimeClient();
}

/** Runs `docker` with these arguments; gives what it printed. */
export async function docker(...args: readonly string[]): Promise<string> {
  const { stdout } = await run("docker", args, { maxBuffer: 64 * 1024 * 1024 });
  return stdout.trim();
}
