/** This program's version, from its package. */
import { readFileSync } from "node:fs";

export const softwareVersion: string = versionOf();

function versionOf(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  return (manifest as { version: string }).version;
}
