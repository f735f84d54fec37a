/** Where the programs under test are. The harness knows them from outside only: as files to run. */
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

export const REPOSITORY: string = join(import.meta.dirname, "../..");

/** Node as the lock file pins it, whatever the machine has. */
export const NODE: string = join(REPOSITORY, "node_modules/.bin/node");

export const COORDINATOR_MAIN: string = join(REPOSITORY, "packages/coordinator/src/main.ts");
export const NODE_MAIN: string = join(REPOSITORY, "packages/node/src/main.ts");
export const CLI_MAIN: string = join(REPOSITORY, "packages/cli/src/main.ts");
export const DEMO_MAIN: string = join(REPOSITORY, "scripts/demo.ts");
export const EXAMPLES: string = join(REPOSITORY, "examples");

/** What keeps a program busy that was told to: see there. */

/** Whether a program of this name is on the PATH. */
export function isInstalled(program: string): boolean {
  return (process.env["PATH"] ?? "").split(delimiter).some((folder) => isExecutable(join(folder, program)));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
