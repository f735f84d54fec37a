/** The node's configuration: read, checked, told to the machine, and kept for the shell. */
import {
  type AgentSettings,
  type CheckSettings,
  type NodeId,
  type ServiceSettings,
  groupId,
  nodeId,
} from "@phidelity/core";
import { PROTOCOL_MAX, PROTOCOL_MIN, durationWords, loadConfig, printConfig } from "@phidelity/runtime";
import type { z } from "zod";
import { type Endpoint, formatAddress } from "./address.ts";
import { misfitsOf } from "./config-checks.ts";
import { type CheckConfig, type NodeConfig, type ServiceConfig, nodeSchema } from "./config-schema.ts";
import { softwareVersion } from "./version.ts";

const effectiveSchema: z.ZodType<NodeConfig> = nodeSchema.superRefine((config, context) => {
  for (const { path, allowed } of misfitsOf(config)) {
    context.addIssue({ code: "custom", path: [...path], message: allowed });
  }
});

/**
 * Reads `node.yaml`, with overrides from the environment.
 *
 * @throws PhiError CONFIG_UNREADABLE or CONFIG_INVALID
 */
export function readConfig(file: string, env: NodeJS.ProcessEnv): NodeConfig {
  return loadConfig({ file, schema: effectiveSchema, env });
}

/** The node's name, as the machine and the wire know it. */
export function nameOf(config: NodeConfig): NodeId {
  return nodeId(config.node);
}

/**
 * The configuration as the machine takes it.
 *
 * @param listening where the daemon listens by now; told to peers unless the configuration says another address
 */
export function settingsOf(config: NodeConfig, listening: Endpoint): AgentSettings {
  return {
    node: nameOf(config),
    software: softwareVersion,
    protocol: { min: PROTOCOL_MIN, max: PROTOCOL_MAX },
    zone: config.labels["zone"] ?? "",
    listen: formatAddress(config.advertise ?? reachable(listening)),
    intervalMs: config.heartbeat.interval,
    coordinators: config.coordinators,
    services: config.services.map((service) => serviceSettings(service)),
  };
}

/** Who listens on every address is reached on loopback by those on the same host; for others there is `advertise`. */
export function reachable(listening: Endpoint): Endpoint {
  if (listening.host === "0.0.0.0") return { ...listening, host: "127.0.0.1" };
  return listening.host === "::" ? { ...listening, host: "::1" } : listening;
}

function serviceSettings(service: ServiceConfig): ServiceSettings {
  const { promote, demote, follow, status } = service.hooks;
  return {
    group: groupId(service.group),
    address: service.address,
    capacity: service.capacity,
    priority: service.priority,
    checks: service.checks.map((check) => checkSettings(check)),
    hooks: {
      ...(promote === undefined ? {} : { promote: { timeoutMs: promote.timeout } }),
      ...(demote === undefined ? {} : { demote: { timeoutMs: demote.timeout } }),
      ...(follow === undefined ? {} : { follow: { timeoutMs: follow.timeout } }),
      ...(status === undefined ? {} : { status: { timeoutMs: status.timeout, intervalMs: status.interval } }),
    },
    ...(service.gate === undefined ? {} : { gateStandby: service.gate.standby }),
  };
}

function checkSettings(check: CheckConfig): CheckSettings {
  return {
    name: check.name,
    kind: check.kind,
    intervalMs: check.interval,
    timeoutMs: check.timeout,
    healthyThreshold: check.healthyThreshold,
    unhealthyThreshold: check.unhealthyThreshold,
    fastIntervalMs: check.fastInterval,
  };
}

/** How long a regular stop may take: every demote hook in turn, with its grace, and the goodbye. In ms. */
export function stopBoundMs(config: NodeConfig): number {
  const demotes = config.services.map(({ hooks }) => hooks.demote?.timeout ?? 0);
  return demotes.reduce((sum, timeoutMs) => sum + timeoutMs, 5_000);
}

/** The top keys, or services, that differ between two configurations. */
export function differencesOf(one: NodeConfig, other: NodeConfig): readonly string[] {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof NodeConfig>;
  return [...keys].filter((key) => JSON.stringify(one[key]) !== JSON.stringify(other[key]));
}

/** The effective configuration as YAML that could be read again, but for the token. */
export function describeConfig(config: NodeConfig): string {
  const { advertise, auth, heartbeat, services, ...rest } = config;
  return printConfig({
    ...rest,
    ...(advertise === undefined ? {} : { advertise: formatAddress(advertise) }),
    heartbeat: { interval: durationWords(heartbeat.interval) },
    auth: auth.token === undefined ? {} : { token: "(hidden)" },
    services: services.map((service) => describeService(service)),
  });
}

function describeService(service: ServiceConfig): object {
  const { gate, agentCheck, checks, hooks, ...rest } = service;
  return {
    ...rest,
    checks: checks.map((check) => ({
      ...withDurations(check),
      ...(check.tcp && { tcp: formatAddress(check.tcp) }),
    })),
    hooks: Object.fromEntries(Object.entries(hooks).map(([name, hook]) => [name, withDurations(hook ?? {})])),
    ...(gate && {
      gate: { ...gate, listen: formatAddress(gate.listen), forward: formatAddress(gate.forward) },
    }),
    ...(agentCheck && { agentCheck: { listen: formatAddress(agentCheck.listen) } }),
  };
}

const DURATIONS: ReadonlySet<string> = new Set(["interval", "timeout", "fastInterval"]);

function withDurations(block: object): object {
  return Object.fromEntries(
    Object.entries(block).map(([key, value]: [string, unknown]) => [
      key,
      DURATIONS.has(key) && typeof value === "number" ? durationWords(value) : value,
    ]),
  );
}
