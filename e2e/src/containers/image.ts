/**
 * Images out of this machine's own files, where no registry need be reached: one with the system and the services,
 * and on top of it one with the product. Each is named after what it holds, and is made when there is none of that name.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GenericContainer } from "testcontainers";
import { docker } from "./engine.ts";
import { addBoot } from "./boot.ts";
import { productFiles } from "./product-files.ts";
import type { Rootfs } from "./rootfs.ts";
import { systemFiles } from "./system-files.ts";

const REPOSITORY = "phidelity-e2e";

/**
 * The image for hosts with these Debian packages; makes it where it is missing.
 *
 * @returns its name
 */
export async function imageWith(packages: readonly string[]): Promise<string> {
  const system = systemFiles(packages);
  const base = `${REPOSITORY}:system-${system.hash}`;
  if (!(await exists(base))) await importFolder(system, base);
  const product = productFiles();
  addBoot(product);
  const image = `${REPOSITORY}:${product.hash}-${system.hash}`;
  if (!(await exists(image))) await putOnTop(product, base, image);
  return image;
}

async function exists(image: string): Promise<boolean> {
  return docker("image", "inspect", "--format", "{{.Id}}", image).then(
    () => true,
    () => false,
  );
}

async function importFolder(root: Rootfs, image: string): Promise<void> {
  await inFolder(async (folder) => {
    root.write(join(folder, "rootfs"));
    const pipe = `tar --owner=0 --group=0 --numeric-owner -C "$1" -c . | docker import - "$2"`;
    const child = spawn("bash", ["-o", "pipefail", "-c", pipe, "import", join(folder, "rootfs"), image], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    let trouble = "";
    child.stderr.on("data", (bytes: Buffer) => (trouble += bytes.toString()));
    const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
    if (code !== 0) throw new Error(`the image could not be made: ${trouble}`);
  });
}

async function putOnTop(root: Rootfs, base: string, image: string): Promise<void> {
  await inFolder(async (folder) => {
    root.write(join(folder, "rootfs"));
    writeFileSync(join(folder, "Dockerfile"), `FROM ${base}\nCOPY rootfs/ /\n`);
    await GenericContainer.fromDockerfile(folder).build(image, { deleteOnExit: false });
  });
}

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "phi-e2e-image-"));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
