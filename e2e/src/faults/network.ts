/**
 * Cut networks. Packets are dropped by the packet filter in the host's own network, so that open connections are not
 * told; the host's loopback address works on. All rules of one cut are set at once.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import type { ContainerHost } from "../containers/container-host.ts";
import type { Undo } from "./faults.ts";

export type Direction = "in" | "out";

/** Cuts a host off from everybody, the harness included; in one direction only, if only one is given. */
export function hostCut(host: ContainerHost, ...directions: readonly Direction[]): Promise<Undo> {
  const chosen = directions.length === 0 ? (["in", "out"] as const) : directions;
  const rules = { in: "INPUT ! -i lo -j DROP", out: "OUTPUT ! -o lo -j DROP" } as const;
  return filtered(
    host,
    chosen.map((direction) => rules[direction]),
  );
}

/** Cuts the link between two hosts, in both directions. */
export function linkCut(one: ContainerHost, other: ContainerHost): Promise<Undo> {
  return filtered(one, [`INPUT -s ${other.address} -j DROP`, `OUTPUT -d ${other.address} -j DROP`]);
}

/** Drops what goes from one host to another, and nothing that comes back. */
export function linkCutOneWay(from: ContainerHost, to: ContainerHost): Promise<Undo> {
  return filtered(to, [`INPUT -s ${from.address} -j DROP`]);
}

/** Sets these rules of the packet filter before all others. */
export async function filtered(host: ContainerHost, rules: readonly string[]): Promise<Undo> {
  await change(
    host,
    rules.map((rule) => `-I ${rule}`),
  );
  return async () => {
    // A host that was off has lost its rules with its network.
    await change(
      host,
      rules.map((rule) => `-D ${rule}`),
    ).catch(() => {});
  };
}

/** All of them or none. */
async function change(host: ContainerHost, lines: readonly string[]): Promise<void> {
  const [program, ...args] = [...host.inNetwork, "iptables-restore", "--noflush", "--wait"] as const;
  const child = spawn(program, args, { stdio: ["pipe", "ignore", "pipe"] });
  let trouble = "";
  child.stderr.on("data", (bytes: Buffer) => (trouble += bytes.toString()));
  child.stdin.end(`*filter\n${lines.join("\n")}\nCOMMIT\n`);
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) throw new Error(`the packet filter of ${host.name}: ${trouble}`);
}
