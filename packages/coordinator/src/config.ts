/** The coordinator's configuration: read, completed from its profile, checked, and told to the machine. */
import { type ClusterSettings, type GroupSettings, assert, byName, groupId } from "@phidelity/core";
import {
  PROTOCOL_MAX,
  PROTOCOL_MIN,
  bytesWords,
  durationWords,
  loadConfig,
  printConfig,
} from "@phidelity/runtime";
import type { z } from "zod";
import { misfitsOf } from "./config-checks.ts";
import { type CoordinatorFile, coordinatorSchema } from "./config-schema.ts";
import { PROFILES, type Profile } from "./profiles.ts";
import { SOFTWARE_VERSION } from "./version.ts";

/** The effective configuration: nothing is left open. Times in ms, sizes in bytes. */
export type CoordinatorConfig = Omit<CoordinatorFile, "heartbeat" | "detector" | "lease" | "advertise"> & {
  readonly advertise: string;
  readonly heartbeat: Profile["heartbeat"];
  readonly detector: Profile["detector"] & { readonly law: CoordinatorFile["detector"]["law"] };
  readonly lease: Profile["lease"] & { readonly drift: number };
};

const effectiveSchema: z.ZodType<CoordinatorConfig> = coordinatorSchema
  .transform(complete)
  .superRefine((config, context) => {
    for (const { path, allowed } of misfitsOf(config)) {
      context.addIssue({ code: "custom", path: [...path], message: allowed });
    }
  });

/**
 * Reads `coordinator.yaml`, with overrides from the environment.
 *
 * @throws PhiError CONFIG_UNREADABLE or CONFIG_INVALID
 */
export function readConfig(file: string, env: NodeJS.ProcessEnv): CoordinatorConfig {
  return loadConfig({ file, schema: effectiveSchema, env });
}

function complete(file: CoordinatorFile): CoordinatorConfig {
  const profile = PROFILES[file.profile];
  const scheme = file.tls === undefined ? "ws" : "wss";
  return {
    ...file,
    advertise: file.advertise ?? `${scheme}://${hostOf(file.listen.host)}:${file.listen.port}`,
    heartbeat: { interval: file.heartbeat.interval ?? profile.heartbeat.interval },
    detector: {
      law: file.detector.law,
      suspect: file.detector.suspect ?? profile.detector.suspect,
      down: file.detector.down ?? profile.detector.down,
      alone: file.detector.alone ?? profile.detector.alone,
      missed: file.detector.missed ?? profile.detector.missed,
      cap: file.detector.cap ?? profile.detector.cap,
    },
    lease: { duration: file.lease.duration ?? profile.lease.duration, drift: file.lease.drift },
  };
}

function hostOf(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}

/** The configuration as the machine takes it; groups in the order of their names. */
export function settingsOf(config: CoordinatorConfig): ClusterSettings {
  return {
    cluster: config.cluster,
    coordinator: config.id,
    software: SOFTWARE_VERSION,
    protocol: { min: PROTOCOL_MIN, max: PROTOCOL_MAX },
    intervalMs: config.heartbeat.interval,
    lease: { durationMs: config.lease.duration, drift: config.lease.drift },
    detector: {
      law: config.detector.law,
      suspect: config.detector.suspect,
      down: config.detector.down,
      alone: config.detector.alone,
      missed: config.detector.missed,
      capMs: config.detector.cap,
    },
    groups: Object.keys(config.groups)
      .sort(byName)
      .map((name) => groupSettings(name, config)),
  };
}

function groupSettings(name: string, config: CoordinatorConfig): GroupSettings {
  const group = config.groups[name];
  assert(group !== undefined, "the name is one of the groups'");
  return {
    group: groupId(name),
    mode: group.mode,
    required: group.capacity.required,
    unit: group.capacity.unit,
    spare: group.capacity.spare,
    replication: {
      mode: group.replication.mode,
      maxLagBytes: group.replication.maxLag,
      writeQuorum: group.replication.writeQuorum ?? 0,
    },
    automatic: group.failover.automatic,
    cooldownMs: group.failover.cooldown,
    failback: group.failover.failback,
    onCoordinatorLoss: group.onCoordinatorLoss,
    ...(group.fence === undefined ? {} : { fenceTimeoutMs: group.fence.timeout }),
  };
}

/** The effective configuration as YAML that could be read again, but for the secrets. */
export function describeConfig(config: CoordinatorConfig): string {
  const { auth, detector, lease, retention, groups, store, ...rest } = config;
  const hidden = auth.tokens === undefined ? {} : { tokens: hiddenTokens(auth.tokens) };
  return printConfig({
    ...rest,
    store: { embedded: store.embedded },
    heartbeat: { interval: durationWords(config.heartbeat.interval) },
    detector: { ...detector, cap: durationWords(detector.cap) },
    lease: { ...lease, duration: durationWords(lease.duration) },
    auth: hidden,
    retention: { events: durationWords(retention.events) },
    groups: Object.fromEntries(Object.entries(groups).map(([name, group]) => [name, describeGroup(group)])),
  });
}

function hiddenTokens(tokens: object): Record<string, string> {
  return Object.fromEntries(Object.keys(tokens).map((role) => [role, "(hidden)"]));
}

function describeGroup(group: CoordinatorConfig["groups"][string]): object {
  return {
    ...group,
    replication: { ...group.replication, maxLag: bytesWords(group.replication.maxLag) },
    failover: { ...group.failover, cooldown: durationWords(group.failover.cooldown) },
    ...(group.fence === undefined
      ? {}
      : { fence: { ...group.fence, timeout: durationWords(group.fence.timeout) } }),
  };
}
