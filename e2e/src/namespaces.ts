/**
 * Hosts with a network each, on one machine: a network namespace for every host, all joined by a switch, so that the
 * link between any two can be cut in either direction. It needs root, `ip` and `iptables`.
 *
 * Each namespace is named after the harness's folder; the reaper removes them by that name when the harness dies.
 */
import { execFileSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { basename } from "node:path";
import { isInstalled } from "./paths.ts";

/** Whether this machine lets us; said aloud where it does not, and under CI a failure. */
export function namespacesAreHere(): boolean {
  const trouble = troubleWithNamespaces();
  if (trouble === undefined) return true;
  if (process.env["CI"] !== undefined) throw new Error(`${trouble}; under CI nothing is skipped`);
  console.error(`\n*** SKIPPED: the end-to-end tests of cut links, because ${trouble} ***\n`);
  return false;
}

function troubleWithNamespaces(): string | undefined {
  if (process.getuid?.() !== 0) return "only root may make network namespaces";
  const missing = ["ip", "iptables"].filter((program) => !isInstalled(program));
  if (missing.length > 0)
    return `${missing.join(" and ")} not installed (Debian: apt-get install iproute2 iptables)`;
  const name = `phi-e2e-trial-${process.pid}`;
  try {
    ip("netns", "add", name);
    ip("netns", "del", name);
    return undefined;
  } catch (error) {
    return `network namespaces cannot be made here: ${String(error)}`;
  }
}

function ip(...args: readonly string[]): void {
  execFileSync("ip", args, { stdio: ["ignore", "ignore", "pipe"] });
}

/** Hosts that see each other through one switch, and the harness, which sees them all. */
export class Namespaces {
  readonly #prefix: string;
  readonly #subnet: string;
  readonly #hosts: readonly string[];

  private constructor(prefix: string, hosts: readonly string[]) {
    this.#prefix = prefix;
    this.#hosts = hosts;
    this.#subnet = `10.213.${randomInt(1, 255)}`;
  }

  /** Makes them all, or none. */
  static make(folder: string, hosts: readonly string[]): Namespaces {
    const made = new Namespaces(basename(folder), hosts);
    try {
      made.#build();
      return made;
    } catch (error) {
      made.remove();
      throw error;
    }
  }

  addressOf(host: string): string {
    return `${this.#subnet}.${this.#hosts.indexOf(host) + 1}`;
  }

  /** The command that runs another one on this host. */
  insideOf(host: string): readonly string[] {
    return ["ip", "netns", "exec", this.#name(host)];
  }

  /** Drops what goes from one host to another from now on. Open connections are not told. */
  cut(from: string, to: string): void {
    this.#filter(to, "-A", "INPUT", "-s", this.addressOf(from), "-j", "DROP");
  }

  cutBoth(one: string, other: string): void {
    this.cut(one, other);
    this.cut(other, one);
  }

  /** All links work again. */
  mend(): void {
    for (const host of this.#hosts) this.#filter(host, "-F", "INPUT");
  }

  /** Removes them, and with them their links. Safe to call twice. */
  remove(): void {
    for (const host of [...this.#hosts, "switch"]) {
      try {
        ip("netns", "del", this.#name(host));
      } catch {
        // It was never made, or is gone already.
      }
    }
  }

  #build(): void {
    const hub = this.#name("switch");
    ip("netns", "add", hub);
    ip("-n", hub, "link", "add", "hub", "type", "bridge");
    ip("-n", hub, "link", "set", "hub", "up");
    this.#hosts.forEach((host, index) => {
      const name = this.#name(host);
      ip("netns", "add", name);
      ip("-n", name, "link", "set", "lo", "up");
      ip("-n", name, "link", "add", "eth0", "type", "veth", "peer", "name", `port${index}`, "netns", hub);
      ip("-n", name, "address", "add", `${this.addressOf(host)}/24`, "dev", "eth0");
      ip("-n", name, "link", "set", "eth0", "up");
      this.#plugIn(`port${index}`);
    });
    const own = `phi${randomInt(2 ** 31).toString(36)}`;
    ip("link", "add", own, "type", "veth", "peer", "name", "harness", "netns", hub);
    ip("address", "add", `${this.#subnet}.254/24`, "dev", own);
    ip("link", "set", own, "up");
    this.#plugIn("harness");
  }

  #plugIn(port: string): void {
    ip("-n", this.#name("switch"), "link", "set", port, "master", "hub", "up");
  }

  #filter(host: string, ...rule: readonly string[]): void {
    ip("netns", "exec", this.#name(host), "iptables", "-w", ...rule);
  }

  #name(host: string): string {
    return `${this.#prefix}-${host}`;
  }
}
