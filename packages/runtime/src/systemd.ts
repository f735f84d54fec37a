/**
 * Tells systemd how this daemon fares: READY, STATUS, WATCHDOG and STOPPING, as in sd_notify(3). Without NOTIFY_SOCKET it
 * does nothing.
 *
 * Node has no datagram sockets of the unix kind, so each message is carried by systemd's own `systemd-notify`; the unit
 * needs `NotifyAccess=all` for it. It is run without `--no-block`: it then ends only when systemd has read the message,
 * before which systemd could not tell whose it is.
 */
import { spawn } from "node:child_process";
import type { Logger } from "./log.ts";

/** How often the words are looked at; they are sent where they differ. */
const STATUS_EVERY_MS = 5_000;
/** `systemd-notify` gives up after 5 s by itself. So many at once are only where systemd does not read: more would not help. */
const CARRIERS_MAX = 4;

export interface SystemdOptions {
  /**
   * The process's environment. The variables that are meant for this process alone are taken out of it: a service that a
   * hook starts would otherwise speak to systemd in the daemon's name, as PostgreSQL and Redis do.
   */
  readonly env: NodeJS.ProcessEnv;
  readonly log: Logger;
}

export class Systemd {
  readonly #socket: string | undefined;
  readonly #watchdogMs: number | undefined;
  readonly #path: string | undefined;
  readonly #log: Logger;
  #timers: NodeJS.Timeout[] = [];
  #carriers = 0;
  #said = "";
  #failed = false;

  constructor({ env, log }: SystemdOptions) {
    this.#socket = env["NOTIFY_SOCKET"];
    this.#watchdogMs = watchdogMs(env);
    this.#path = env["PATH"];
    this.#log = log;
    for (const name of ["NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"]) delete env[name];
  }

  /**
   * The daemon serves. From now on systemd is told the words as they change, and that the event loop turns: a loop that
   * stands still sends nothing.
   *
   * @param words how it fares, in one line; asked again and again
   */
  ready(words: () => string): void {
    if (this.#socket === undefined) return;
    this.#said = words();
    this.#tell([`--pid=${process.pid}`, "READY=1", `STATUS=${this.#said}`]);
    this.#every(STATUS_EVERY_MS, () => this.#tellChange(words()));
    // Half, so that one message may be late by as much as systemd waits for two (sd_watchdog_enabled(3)).
    if (this.#watchdogMs !== undefined) this.#every(this.#watchdogMs / 2, () => this.#tell(["WATCHDOG=1"]));
  }

  /** The daemon has begun to end. */
  stopping(): void {
    for (const timer of this.#timers) clearInterval(timer);
    this.#timers = [];
    this.#tell(["STOPPING=1", "STATUS=stopping"]);
  }

  #every(ms: number, act: () => void): void {
    this.#timers.push(setInterval(act, ms).unref());
  }

  #tellChange(words: string): void {
    if (words === this.#said) return;
    this.#said = words;
    this.#tell([`STATUS=${words}`]);
  }

  #tell(message: readonly string[]): void {
    if (this.#socket === undefined || this.#carriers >= CARRIERS_MAX) return;
    this.#carriers += 1;
    const env = { PATH: this.#path, NOTIFY_SOCKET: this.#socket };
    // A status is one line: what follows a line's end would be taken for another message.
    const args = message.map((text) => text.replaceAll(/[\n\r\0]/g, " "));
    let trouble = "";
    const carrier = spawn("systemd-notify", args, { env, stdio: ["ignore", "ignore", "pipe"] });
    carrier.stderr.on("data", (bytes: Buffer) => (trouble += bytes.toString().slice(0, 500)));
    carrier.on("error", (error) => (trouble = error.message));
    // It follows also where the program could not be started.
    carrier.on("close", (code) => this.#onEnd(code === 0, `exit status ${code}: ${trouble.trim()}`));
  }

  #onEnd(ok: boolean, trouble: string): void {
    this.#carriers -= 1;
    if (ok || this.#failed) return;
    this.#failed = true;
    this.#log.warn(
      { trouble },
      "systemd cannot be told how this daemon fares; it goes on without (told once)",
    );
  }
}

/** How long systemd waits for a sign of life, in ms; undefined where it waits for none of this process. */
function watchdogMs(env: NodeJS.ProcessEnv): number | undefined {
  const { WATCHDOG_USEC: usec = "", WATCHDOG_PID: pid = String(process.pid) } = env;
  return /^[1-9]\d*$/.test(usec) && pid === String(process.pid) ? Number(usec) / 1_000 : undefined;
}
