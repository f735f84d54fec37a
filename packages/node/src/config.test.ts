import { afterEach, beforeEach, expect, test } from "vitest";
import { PhiError } from "@phidelity/core";
import { describeConfig, differencesOf, readConfig, settingsOf, stopBoundMs } from "./config.ts";
import { isOutOfReach } from "./config-checks.ts";
import type { NodeConfig } from "./config-schema.ts";
import { ScratchFolder } from "./scratch-fixture.ts";

const SMALLEST = "node: db-1\ncoordinators: [ws://127.0.0.1:7400]\ndata: /var/lib/phi/node\n";

const WHOLE = `
node: db-1
coordinators: [ws://127.0.0.1:7400, wss://10.0.0.12:7400/]
listen: { host: 127.0.0.1, port: 7500 }
advertise: 10.0.0.1:7500
data: /var/lib/phi/node
labels: { zone: a }
heartbeat: { interval: 100ms }
auth: { token: sesame }
tls: { cert: /etc/phi/cert.pem, key: /etc/phi/key.pem, ca: /etc/phi/ca.pem }
services:
  - group: db
    address: 10.0.0.1:5432
    capacity: 2.5
    priority: 50
    checks:
      - { name: accepts, tcp: 127.0.0.1:5432, interval: 2s, timeout: 1s, healthyThreshold: 1, unhealthyThreshold: 5, fastInterval: 20ms }
      - { name: web, http: { url: "http://127.0.0.1:8080/health", status: 204, body: ok }, kind: readiness }
      - { name: asks, exec: [/bin/check, --quick] }
    hooks:
      promote: { command: [/etc/phi/promote], timeout: 1m }
      demote: { command: [/etc/phi/demote, now], timeout: 15s }
      follow: { command: [/etc/phi/follow] }
      status: { command: [/etc/phi/status], interval: 500ms, timeout: 400ms }
    gate: { listen: 0.0.0.0:6432, forward: 127.0.0.1:5432, standby: forward }
    agentCheck: { listen: 10.0.0.1:7600 }
`;

let folder: ScratchFolder;

beforeEach(() => {
  folder = new ScratchFolder();
});

afterEach(() => folder.remove());

function read(text: string, env: NodeJS.ProcessEnv = {}): NodeConfig {
  return readConfig(folder.write("node.yaml", text), env);
}

/** The problems that a configuration is refused for, a line each. */
function problems(text: string): string {
  try {
    read(text);
  } catch (error) {
    if (!(error instanceof PhiError) || error.code !== "CONFIG_INVALID") throw error;
    return (error as PhiError<"CONFIG_INVALID">).facts.problems;
  }
  return "";
}

function service(lines: string): string {
  return `${SMALLEST}services:\n  - group: db\n    address: 10.0.0.1:5432\n${lines}`;
}

const check = (keys: string): string => service(`    checks:\n      - { name: up, ${keys} }\n`);

test("what is left out has the documented default", () => {
  const config = read(`${service("")}    checks: [{ name: up, tcp: "127.0.0.1:1" }]
    hooks:
      promote: { command: [a] }
      demote: { command: [a] }
      follow: { command: [a] }
      status: { command: [a] }
    gate: { listen: "0.0.0.0:6432", forward: "127.0.0.1:5432" }
`);
  expect(config).toMatchObject({ listen: { host: "127.0.0.1", port: 7500 }, heartbeat: { interval: 250 } });
  expect(config.services[0]).toMatchObject({
    capacity: 1,
    priority: 100,
    gate: { standby: "refuse" },
    hooks: {
      promote: { timeout: 30_000 },
      demote: { timeout: 10_000 },
      follow: { timeout: 60_000 },
      status: { timeout: 1_000, interval: 1_000 },
    },
  });
  expect(config.services[0]?.checks[0]).toMatchObject({
    kind: "liveness",
    interval: 1_000,
    timeout: 500,
    healthyThreshold: 2,
    unhealthyThreshold: 3,
    fastInterval: 50,
  });
});

test("the machine is told everything that it decides by", () => {
  const settings = settingsOf(read(WHOLE), { host: "127.0.0.1", port: 7500 });
  expect(settings).toMatchObject({
    node: "db-1",
    zone: "a",
    listen: "10.0.0.1:7500",
    intervalMs: 100,
    coordinators: ["ws://127.0.0.1:7400", "wss://10.0.0.12:7400/"],
  });
  expect(settings.services).toHaveLength(1);
  expect(settings.services[0]).toMatchObject({
    group: "db",
    address: "10.0.0.1:5432",
    capacity: 2.5,
    priority: 50,
    gateStandby: "forward",
    hooks: {
      promote: { timeoutMs: 60_000 },
      demote: { timeoutMs: 15_000 },
      follow: { timeoutMs: 60_000 },
      status: { timeoutMs: 400, intervalMs: 500 },
    },
  });
  expect(settings.services[0]?.checks[0]).toEqual({
    name: "accepts",
    kind: "liveness",
    intervalMs: 2_000,
    timeoutMs: 1_000,
    healthyThreshold: 1,
    unhealthyThreshold: 5,
    fastIntervalMs: 20,
  });
});

test("a hook, check or gate that is not set is not there for the machine either", () => {
  const settings = settingsOf(read(service("")), { host: "127.0.0.1", port: 7501 });
  expect(settings.listen).toBe("127.0.0.1:7501");
  expect(settings.services[0]).toEqual({
    group: "db",
    address: "10.0.0.1:5432",
    capacity: 1,
    priority: 100,
    checks: [],
    hooks: {},
  });
});

test("who listens on every address says where it is reached: as configured, or on the same host", () => {
  const every = SMALLEST + "listen: { host: 0.0.0.0 }\n";
  expect(settingsOf(read(every), { host: "0.0.0.0", port: 7501 }).listen).toBe("127.0.0.1:7501");
  const far = every.replace("127.0.0.1:7400", "10.0.0.1:7400") + "advertise: 10.0.0.2:7600\n";
  expect(settingsOf(read(far), { host: "0.0.0.0", port: 7501 }).listen).toBe("10.0.0.2:7600");
});

test("a node on loopback whose coordinator is elsewhere is known to be out of its peers' reach", () => {
  expect(isOutOfReach(read(SMALLEST))).toBe(false);
  const far = SMALLEST.replace("127.0.0.1:7400", "10.0.0.1:7400");
  expect(isOutOfReach(read(far))).toBe(true);
  expect(isOutOfReach(read(far + "listen: { host: 10.0.0.2 }\n"))).toBe(false);
});

test("the effective configuration can be read again, and hides the token", () => {
  const config = read(WHOLE);
  const printed = describeConfig(config);
  expect(printed).not.toContain("sesame");
  expect(read(printed.replace("(hidden)", "sesame"))).toEqual(config);
});

test("variables override keys", () => {
  expect(read(SMALLEST, { PHI_LISTEN_PORT: "7600", PHI_NODE: "007" })).toMatchObject({
    node: "007",
    listen: { port: 7600 },
  });
});

test.each([
  [
    "no coordinator",
    SMALLEST.replace("[ws://127.0.0.1:7400]", "[]"),
    "node.yaml:2: coordinators: found an empty list, allowed at least one",
  ],
  [
    "a malformed URL",
    SMALLEST.replace("ws://127.0.0.1:7400", "127.0.0.1:7400"),
    "coordinators[0]: found 127.0.0.1:7400, allowed a URL with ws:// or wss://",
  ],
  [
    "a URL with a path",
    SMALLEST.replace(":7400", ":7400/v1/node"),
    "coordinators[0]: found ws://127.0.0.1:7400/v1/node",
  ],
  ["a port too high", SMALLEST.replace(":7400", ":74000"), "coordinators[0]"],
  [
    "a coordinator twice",
    SMALLEST.replace("]", ", ws://127.0.0.1:7400]"),
    "coordinators[1]: found ws://127.0.0.1:7400, allowed each coordinator once",
  ],
  ["no name", SMALLEST.replace("node: db-1\n", ""), "node: found nothing, allowed a name"],
  ["a name that cannot be", SMALLEST.replace("db-1", "-db 1"), "node: found -db 1, allowed a name"],
  ["no data folder", SMALLEST.replace(/data: .*/, ""), "data: found nothing, allowed a path"],
  ["an unknown key", `${SMALLEST}labls: {}\n`, "labels (did you mean that?)"],
  ["an unknown key in a check", check("tcp: 127.0.0.1:1, intervall: 1s"), "interval (did you mean that?)"],
  [
    "a heartbeat that is all we do",
    `${SMALLEST}heartbeat: { interval: 1ms }\n`,
    "heartbeat.interval: found 1ms, allowed a duration from 10ms",
  ],
  [
    "half a pair of TLS files",
    `${SMALLEST}tls: { cert: a.pem }\n`,
    "tls.key: found nothing, allowed cert and key together",
  ],
  [
    "a group twice",
    `${service("")}  - { group: db, address: "10.0.0.1:5433" }\n`,
    "services[1].group: found db, allowed each group once",
  ],
  ["a capacity of 0", service("    capacity: 0\n"), "capacity: found 0, allowed a number above 0"],
  ["a negative priority", service("    priority: -1\n"), "priority: found -1, allowed a whole number"],
  [
    "a check with no way",
    check("interval: 1s"),
    "services[0].checks[0]: found a block of keys, allowed exactly one of tcp, http and exec",
  ],
  ["a check with two ways", check("tcp: 127.0.0.1:1, exec: [a]"), "exactly one of tcp, http and exec"],
  [
    "a grpc check",
    check("grpc: 127.0.0.1:1"),
    "services[0].checks[0].grpc: found 127.0.0.1:1, allowed no grpc check yet: use tcp, http, or exec",
  ],
  [
    "a check's name twice",
    service('    checks: [{ name: up, tcp: "127.0.0.1:1" }, { name: up, exec: [a] }]\n'),
    "checks[1].name: found up, allowed each name once",
  ],
  [
    "a timeout as long as the interval",
    check("tcp: 127.0.0.1:1, timeout: 1s"),
    "timeout: found 1s, allowed below the interval of 1s",
  ],
  [
    "a fast interval that is slow",
    check("tcp: 127.0.0.1:1, fastInterval: 2s"),
    "fastInterval: found 2s, allowed at most the interval",
  ],
  [
    "a threshold of 0",
    check("tcp: 127.0.0.1:1, unhealthyThreshold: 0"),
    "unhealthyThreshold: found 0, allowed a whole number from 1",
  ],
  [
    "a URL that is none",
    check("http: { url: localhost }"),
    "http.url: found localhost, allowed a URL with http://",
  ],
  [
    "a command as one text",
    service("    hooks: { promote: { command: /bin/promote now } }\n"),
    "command: found /bin/promote now, allowed a command as a list",
  ],
  ["an empty command", service("    hooks: { promote: { command: [] } }\n"), "command: found an empty list"],
  [
    "a status hook that overlaps itself",
    service("    hooks: { status: { command: [a], timeout: 2s } }\n"),
    "timeout: found 2s, allowed at most the interval of 1s",
  ],
  [
    "two gates on one port",
    `${service('    gate: { listen: "127.0.0.1:6432", forward: "127.0.0.1:5432" }\n')}  - { group: web, address: "10.0.0.1:80", gate: { listen: "0.0.0.0:6432", forward: "127.0.0.1:80" } }\n`,
    "services[1].gate.listen: found 0.0.0.0:6432, allowed a port of its own (127.0.0.1:6432 is that of the gate of db)",
  ],
  [
    "a gate on our own port",
    service('    gate: { listen: "0.0.0.0:7500", forward: "127.0.0.1:5432" }\n'),
    "gate.listen: found 0.0.0.0:7500, allowed a port of its own",
  ],
  [
    "a gate that leads to itself",
    service('    gate: { listen: "0.0.0.0:5432", forward: "127.0.0.1:5432" }\n'),
    "gate.forward: found 127.0.0.1:5432, allowed the service's own address",
  ],
  [
    "an agent check on the gate's port",
    service(
      '    gate: { listen: "0.0.0.0:6432", forward: "127.0.0.1:5432" }\n    agentCheck: { listen: "10.0.0.1:6432" }\n',
    ),
    "services[0].agentCheck.listen: found 10.0.0.1:6432, allowed a port of its own (0.0.0.0:6432 is that of the gate of db)",
  ],
  [
    "an agent check without a port",
    service("    agentCheck: { listen: 10.0.0.1 }\n"),
    "agentCheck.listen: found 10.0.0.1, allowed host:port",
  ],
  [
    "an agent check that asks for more",
    service("    agentCheck: { listen: 10.0.0.1:7600, answer: drain }\n"),
    "agentCheck",
  ],
  [
    "every address as the one that peers are told",
    SMALLEST.replace("127.0.0.1:7400", "10.0.0.1:7400") + "listen: { host: 0.0.0.0 }\n",
    "listen.host: found 0.0.0.0, allowed with coordinators elsewhere, one address of this host; or add advertise: ADDRESS:7500",
  ],
  [
    "every address as the one that is advertised",
    SMALLEST + 'advertise: "0.0.0.0:7500"\n',
    "advertise: found",
  ],
])("%s is refused with what is allowed", (_name, text, words) => {
  expect(problems(text)).toContain(words);
});

test("the gates of two hosts' worth of addresses may share a port number", () => {
  const gate = (address: string): string => `{ listen: "${address}:6432", forward: "127.0.0.1:5432" }`;
  const text = `${service(`    gate: ${gate("10.0.0.1")}\n`)}  - { group: web, address: "10.0.0.2:80", gate: ${gate("10.0.0.2")} }\n`;
  expect(problems(text)).toBe("");
});

test("a stop may take as long as every demote together, and five seconds more", () => {
  expect(stopBoundMs(read(SMALLEST))).toBe(5_000);
  expect(stopBoundMs(read(WHOLE))).toBe(20_000);
});

test("what differs between two configurations is named", () => {
  expect(differencesOf(read(WHOLE), read(WHOLE))).toEqual([]);
  const other = read(WHOLE.replace("priority: 50", "priority: 60").replace("zone: a", "zone: b"));
  expect(differencesOf(read(WHOLE), other)).toEqual(["labels", "services"]);
  expect(differencesOf(read(WHOLE), read(WHOLE.replace(/tls: .*/, "")))).toEqual(["tls"]);
});
