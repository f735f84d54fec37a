#!/usr/bin/env node
/** `phi-node`: runs on each host of a cluster. */
import { Command, InvalidArgumentError } from "commander";
import { PhiError } from "@phidelity/core";
import {
  LOG_LEVELS,
  type Logger,
  Systemd,
  createLog,
  describeFailure,
  keepCompiled,
  onReload,
  onStop,
  runProgram,
  suspendAwareClock,
} from "@phidelity/runtime";
import { describeConfig, differencesOf, readConfig, stopBoundMs } from "./config.ts";
import type { NodeConfig } from "./config-schema.ts";
import { Host } from "./host.ts";
import { softwareVersion } from "./version.ts";

interface Options {
  readonly config: string;
  readonly check?: true;
  readonly logLevel: string;
}

/** Wrong usage. */
const STATUS_USAGE = 2;

function parseOptions(): Options {
  const program = new Command("phi-node")
    .description("Runs on each host: heartbeats, checks, hooks and the gate of its services.")
    .version(softwareVersion)
    .requiredOption("--config <file>", "the configuration, node.yaml")
    .option("--check", "validate the configuration, print the effective one, and exit")
    .option("--log-level <level>", LOG_LEVELS.join(" | "), readLevel, "info")
    .exitOverride((end) => process.exit(end.exitCode === 0 ? 0 : STATUS_USAGE));
  return program.parse().opts<Options>();
}

function readLevel(text: string): string {
  if (LOG_LEVELS.includes(text)) return text;
  throw new InvalidArgumentError(`It has to be one of ${LOG_LEVELS.join(", ")}.`);
}

async function main(): Promise<void> {
  const options = parseOptions();
  const config = readConfig(options.config, process.env);
  if (options.check) {
    process.stdout.write(describeConfig(config));
    return;
  }
  const log = createLog({ name: "phi-node", level: options.logLevel });
  const systemd = new Systemd({ env: process.env, log });
  // Before the start is told: whoever reads that may hang up at once.
  onReload(() => reload(options.config, config, log));
  const host = await Host.start({ config, clock: suspendAwareClock(), log, env: process.env });
  systemd.ready(() => host.words);
  keepCompiled();
  onStop(async (signal) => {
    systemd.stopping();
    await stop(host, config, log, signal);
  });
  const end = await host.ended;
  log.info({ reason: end.reason }, "ended");
  process.exit(end.status);
}

/** Ends in order. A hook that cannot be ended must not keep the process for ever: then its lease runs out instead. */
async function stop(host: Host, config: NodeConfig, log: Logger, signal: string): Promise<void> {
  log.info({ signal }, "stopping");
  const boundMs = stopBoundMs(config);
  setTimeout(() => {
    log.error({ afterMs: boundMs }, "not stopped in time: ending without the rest");
    process.exit(1);
  }, boundMs);
  host.stop();
  await host.ended;
  // `main` waits for the same and ends with the right status.
  await new Promise(() => {});
}

/** Nothing can be taken up while it runs: what differs is named, and the daemon goes on as it is. */
function reload(file: string, running: NodeConfig, log: Logger): void {
  try {
    const differences = differencesOf(running, readConfig(file, process.env));
    if (differences.length === 0) log.info({ file }, "configuration read again: nothing differs");
    else log.warn({ file, differences }, `restart to take up what differs: ${differences.join(", ")}`);
  } catch (error) {
    if (!(error instanceof PhiError)) throw error;
    log.error(
      { file, problems: describeFailure(error) },
      "the configuration cannot be used; going on with the old one",
    );
  }
}

await runProgram(main);
