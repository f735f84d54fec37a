/** What the keys of `node.yaml` may not say together: settings that read well and could not work. */
import { durationWords } from "@phidelity/runtime";
import { type Endpoint, formatAddress } from "./address.ts";
import type { CheckConfig, NodeConfig, ServiceConfig } from "./config-schema.ts";

/** A value that cannot work with the others, and what is allowed instead. */
export interface Misfit {
  readonly path: readonly (string | number)[];
  readonly allowed: string;
}

/** Every misfit of a configuration whose keys are each valid by themselves. */
export function misfitsOf(config: NodeConfig): readonly Misfit[] {
  return [
    ...repeated(config.coordinators, (index) => ["coordinators", index], "each coordinator once"),
    ...repeated(
      config.services.map((service) => service.group),
      (index) => ["services", index, "group"],
      "each group once: a node is one member of it",
    ),
    ...config.services.flatMap((service, index) => serviceMisfits(service, ["services", index])),
    ...portMisfits(config),
    ...tlsMisfits(config),
    ...advertiseMisfits(config),
  ];
}

/** Whether peers on other hosts, which there may be where a coordinator is elsewhere, are given an address of no use to them. */
export function isOutOfReach(config: NodeConfig): boolean {
  return config.advertise === undefined && LOOPBACK.has(config.listen.host) && hasFarCoordinators(config);
}

function hasFarCoordinators({ coordinators }: NodeConfig): boolean {
  const hosts = coordinators
    .filter((url) => URL.canParse(url))
    .map((url) => new URL(url).hostname.replaceAll(/[[\]]/g, ""));
  return hosts.some((host) => !LOOPBACK.has(host) && !host.startsWith("127."));
}

/** Peers are told where to reach this node; "every address" is none that they could use. */
function advertiseMisfits(config: NodeConfig): Misfit[] {
  const { listen, advertise } = config;
  if (advertise !== undefined) {
    if (!WILDCARDS.has(advertise.host)) return [];
    return [{ path: ["advertise"], allowed: "an address at which peers reach this node, not every address" }];
  }
  if (!WILDCARDS.has(listen.host) || !hasFarCoordinators(config)) return [];
  const allowed = `with coordinators elsewhere, one address of this host; or add advertise: ADDRESS:${listen.port}, where peers reach it`;
  return [{ path: ["listen", "host"], allowed }];
}

type Path = readonly (string | number)[];

function repeated(values: readonly string[], pathOf: (index: number) => Path, allowed: string): Misfit[] {
  return values.flatMap((value, index) =>
    values.indexOf(value) < index ? [{ path: pathOf(index), allowed }] : [],
  );
}

function serviceMisfits(service: ServiceConfig, path: Path): Misfit[] {
  const { checks, hooks } = service;
  const status = hooks.status;
  return [
    ...repeated(
      checks.map((check) => check.name),
      (index) => [...path, "checks", index, "name"],
      "each name once in a service",
    ),
    ...checks.flatMap((check, index) => checkMisfits(check, [...path, "checks", index])),
    ...(status !== undefined && status.timeout > status.interval
      ? [
          {
            path: [...path, "hooks", "status", "timeout"],
            allowed: `at most the interval of ${durationWords(status.interval)}, or runs would overlap`,
          },
        ]
      : []),
  ];
}

function checkMisfits(check: CheckConfig, path: Path): Misfit[] {
  const ways = (["tcp", "http", "exec"] as const).filter((way) => check[way] !== undefined);
  const interval = durationWords(check.interval);
  const misfits: Misfit[] = [];
  if (ways.length !== 1) misfits.push({ path, allowed: "exactly one of tcp, http and exec" });
  if (check.timeout >= check.interval) {
    misfits.push({
      path: [...path, "timeout"],
      allowed: `below the interval of ${interval}, or runs would overlap`,
    });
  }
  if (check.fastInterval > check.interval) {
    misfits.push({ path: [...path, "fastInterval"], allowed: `at most the interval of ${interval}` });
  }
  return misfits;
}

/** Everything that this node listens on, and that a gate forwards to, has to be a place of its own. */
function portMisfits(config: NodeConfig): Misfit[] {
  const own: Listening = { at: config.listen, what: "listen", path: [] };
  const services = config.services.flatMap((service, index) => listeningOf(service, index));
  const taken = services.flatMap(({ at, path }, index) => {
    const other = [own, ...services.slice(0, index)].find((before) => overlap(before.at, at));
    if (other === undefined) return [];
    return [{ path, allowed: `a port of its own (${formatAddress(other.at)} is that of ${other.what})` }];
  });
  const loops = config.services.flatMap(({ gate }, index) => {
    const loop = gate === undefined ? undefined : services.find(({ at }) => leadsTo(gate.forward, at));
    if (loop === undefined) return [];
    const path = ["services", index, "gate", "forward"];
    return [{ path, allowed: `the service's own address, not that of ${loop.what}` }];
  });
  return [...taken, ...loops];
}

interface Listening {
  readonly at: Endpoint;
  readonly what: string;
  readonly path: Path;
}

function listeningOf({ group, gate, agentCheck }: ServiceConfig, index: number): Listening[] {
  const listening = (key: string, words: string, at?: Endpoint): Listening[] =>
    at === undefined
      ? []
      : [{ at, what: `the ${words} of ${group}`, path: ["services", index, key, "listen"] }];
  return [
    ...listening("gate", "gate", gate?.listen),
    ...listening("agentCheck", "agent check", agentCheck?.listen),
  ];
}

const WILDCARDS: ReadonlySet<string> = new Set(["0.0.0.0", "::"]);
const LOOPBACK: ReadonlySet<string> = new Set(["127.0.0.1", "::1", "localhost"]);

function overlap(one: Endpoint, other: Endpoint): boolean {
  if (one.port !== other.port || one.port === 0) return false;
  return one.host === other.host || WILDCARDS.has(one.host) || WILDCARDS.has(other.host);
}

/** Whether a connection to the address would surely arrive at this listener. */
function leadsTo(address: Endpoint, listener: Endpoint): boolean {
  if (address.port !== listener.port) return false;
  return address.host === listener.host || (WILDCARDS.has(listener.host) && LOOPBACK.has(address.host));
}

function tlsMisfits({ tls }: NodeConfig): Misfit[] {
  if (tls === undefined || (tls.cert === undefined) === (tls.key === undefined)) return [];
  const missing = tls.cert === undefined ? "cert" : "key";
  return [{ path: ["tls", missing], allowed: "cert and key together, or neither" }];
}
