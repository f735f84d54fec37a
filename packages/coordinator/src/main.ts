#!/usr/bin/env node
/** `phi-coordinator`: scores heartbeats, owns membership, groups and leases. */
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
} from "@phidelity/runtime";
import { Command, CommanderError, Option } from "commander";
import { describeConfig, readConfig } from "./config.ts";
import { Host } from "./host.ts";
import { SOFTWARE_VERSION } from "./version.ts";

/** Wrong usage. */
const STATUS_USAGE = 2;

interface Flags {
  readonly config: string;
  readonly check?: true;
  readonly logLevel: string;
}

async function run(flags: Flags): Promise<void> {
  const config = readConfig(flags.config, process.env);
  if (flags.check === true) {
    process.stdout.write(describeConfig(config));
    return;
  }
  const log = createLog({ name: "phi-coordinator", level: flags.logLevel });
  const systemd = new Systemd({ env: process.env, log });
  const host = new Host(config, log);
  onStop(async (signal) => {
    systemd.stopping();
    log.info({ signal }, "stopping");
    await host.stop();
    log.info("stopped");
  });
  onReload(() => reload(host, flags.config, log));
  try {
    await host.start();
    systemd.ready(() => host.words);
    keepCompiled();
  } catch (error) {
    await host.stop();
    throw error;
  }
}

/** A configuration that cannot be read changes nothing. */
function reload(host: Host, file: string, log: Logger): void {
  try {
    host.reload(readConfig(file, process.env));
  } catch (error) {
    if (!(error instanceof PhiError)) throw error;
    log.error(
      { problems: describeFailure(error).split("\n") },
      "configuration not reloaded; the old one stays",
    );
  }
}

function readFlags(): Flags {
  const program = new Command("phi-coordinator")
    .description("Decides for a cluster: who is there, who may be active, who takes over.")
    .version(SOFTWARE_VERSION)
    .requiredOption("--config <file>", "the configuration, such as /etc/phi/coordinator.yaml")
    .option("--check", "check the configuration, print the effective one, and exit")
    .addOption(new Option("--log-level <level>", "how much is logged").choices(LOG_LEVELS).default("info"))
    .addHelpText(
      "after",
      "\nPHI_... variables override keys of the configuration, as PHI_LISTEN_PORT does listen.port.",
    )
    .exitOverride();
  try {
    return program.parse().opts<Flags>();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    process.exit(error.exitCode === 0 ? 0 : STATUS_USAGE);
  }
}

const flags = readFlags();
await runProgram(() => run(flags));
