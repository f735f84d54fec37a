/**
 * Wall clocks that are set. The kernel has one for all containers, and a time namespace shifts only the clocks that
 * nobody sets; so a library between the program and the kernel (libfaketime) adds an offset that a file holds.
 */
import { readdirSync } from "node:fs";
import type { ContainerHost } from "../containers/container-host.ts";
import type { Undo } from "./faults.ts";

const OFFSET_FILE = "/run/wall-clock";

/** What a program must have in its environment so that {@link clockStepped} reaches it. */
export function steppable(): Readonly<Record<string, string>> {
  const folder = readdirSync("/usr/lib").find((name) => name.endsWith("-linux-gnu")) ?? "";
  return {
    LD_PRELOAD: `/usr/lib/${folder}/faketime/libfaketime.so.1`,
    FAKETIME_TIMESTAMP_FILE: OFFSET_FILE,
    // The offset is read again at each look at the clock, and only the wall clock has it.
    FAKETIME_NO_CACHE: "1",
    FAKETIME_DONT_FAKE_MONOTONIC: "1",
  };
}

/** Puts the wall clock of what runs with {@link steppable} forward, or back where the number is negative. */
export async function clockStepped(host: ContainerHost, seconds: number): Promise<Undo> {
  const write = (offset: number): Promise<string> =>
    host.run("bash", "-c", `echo ${offset < 0 ? "" : "+"}${offset} > ${OFFSET_FILE}`);
  await write(seconds);
  return async () => void (await write(0));
}
