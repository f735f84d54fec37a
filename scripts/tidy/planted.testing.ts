/** Small trees with a fault in them, written to a temporary folder, so that each gate is seen to close. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { type File, readTree } from "./tree.ts";

/**
 * Writes the files below a fresh folder, which goes when the test ends, and returns that folder. A `¦` in a text is left
 * out, so that a test can plant words that it must not hold itself.
 */
export function plantFolder(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), "phi-planted-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text.replaceAll("¦", ""));
  }
  return root;
}

/** The same, read back as the gates read the repository. */
export function plant(files: Readonly<Record<string, string>>): readonly File[] {
  return readTree(plantFolder(files));
}
