/** Which release this is. */
import { readFileSync } from "node:fs";

/** The version in the package's manifest, which stands beside the folder of the code. */
export function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  return (manifest as { readonly version: string }).version;
}
