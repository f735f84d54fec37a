import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PhiError } from "@phidelity/core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CoordinatorConfig, describeConfig, readConfig, settingsOf } from "./config.ts";
import { reloaded } from "./reload.ts";
import { SOFTWARE_VERSION } from "./version.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "phi-coordinator-config-"));
  for (const role of ["node", "operator", "reader"])
    writeFileSync(join(folder, `${role}.token`), `${role}-secret\n`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HEAD = "cluster: prod\nid: c1\n";

function read(text: string, env: NodeJS.ProcessEnv = {}): CoordinatorConfig {
  const file = join(folder, "coordinator.yaml");
  writeFileSync(file, text);
  return readConfig(file, env);
}

/** The problems of `cluster`, `id` and more, without the file's name. */
function problemsOf(rest: string): string[] {
  try {
    read(`${HEAD}${rest}\n`);
  } catch (error) {
    if (!(error instanceof PhiError)) throw error;
    const failure: PhiError = error;
    if ("problems" in failure.facts) {
      return failure.facts.problems.split("\n").map((line) => line.replace("coordinator.yaml:", ""));
    }
    throw error;
  }
  throw new Error("was not refused");
}

test("the smallest file gets every default", () => {
  const config = read(HEAD);
  expect(config).toMatchObject({
    cluster: "prod",
    id: "c1",
    listen: { host: "127.0.0.1", port: 7400 },
    advertise: "ws://127.0.0.1:7400",
    store: { embedded: { path: "/var/lib/phi/coordinator.db" } },
    profile: "lan",
    heartbeat: { interval: 250 },
    detector: { law: "learned", suspect: 3.5, down: 6, alone: 8, missed: 2, cap: 5_000 },
    lease: { duration: 2_000, drift: 0.01 },
    retention: { events: 90 * 86_400_000 },
    groups: {},
  });
});

test("the whole file of the manual is read", () => {
  const token = (role: string): string => `file:${join(folder, `${role}.token`)}`;
  const config = read(`cluster: prod
id: c1
listen: { host: 0.0.0.0, port: 7400 }
advertise: ws://10.0.0.11:7400
store:
  embedded: { path: /var/lib/phi/coordinator.db }
profile: lan
heartbeat: { interval: 250ms }
detector: { law: learned, suspect: 3.5, down: 6, alone: 8, missed: 2, cap: 5s }
lease: { duration: 2s, drift: 0.01 }
auth: { tokens: { node: "${token("node")}", operator: "${token("operator")}", reader: "${token("reader")}" } }
tls: { cert: /etc/phi/cert.pem, key: /etc/phi/key.pem, ca: /etc/phi/ca.pem }
retention: { events: 90d }
groups:
  db:
    mode: active-passive
    capacity: { required: 1 }
    replication: { mode: quorum, maxLag: 16MiB, writeQuorum: 2 }
    failover: { automatic: true, cooldown: 30s, failback: false }
    onCoordinatorLoss: fence
    fence: { command: [/etc/phi/fence.sh], timeout: 10s }
  web:
    mode: active-active
    capacity: { required: 90, unit: req/s, spare: 1 }
`);
  expect(config.auth.tokens?.node).toBe("node-secret");
  expect(settingsOf(config).groups).toEqual([
    {
      group: "db",
      mode: "active-passive",
      required: 1,
      unit: "",
      spare: 1,
      replication: { mode: "quorum", maxLagBytes: 16 * 2 ** 20, writeQuorum: 2 },
      automatic: true,
      cooldownMs: 30_000,
      failback: false,
      onCoordinatorLoss: "fence",
      fenceTimeoutMs: 10_000,
    },
    expect.objectContaining({ group: "web", mode: "active-active", required: 90, unit: "req/s", spare: 1 }),
  ]);
});

test.each([
  ["fast", 100, 1_000],
  ["lan", 250, 2_000],
  ["wan", 1_000, 10_000],
])(
  "profile %s beats every %i ms and leases for %i ms, and works as it is",
  (profile, intervalMs, leaseMs) => {
    const settings = settingsOf(read(`${HEAD}profile: ${profile}\n`));
    expect([settings.intervalMs, settings.lease.durationMs]).toEqual([intervalMs, leaseMs]);
  },
);

test("what the file says goes before its profile", () => {
  const config = read(`${HEAD}profile: fast\nheartbeat: { interval: 200ms }\ndetector: { down: 7 }\n`);
  expect(config.heartbeat.interval).toBe(200);
  expect(config.lease.duration).toBe(1_000);
  expect(config.detector).toMatchObject({ suspect: 3.5, down: 7 });
});

test.each([
  [
    "detector: { suspect: 6, down: 6 }",
    "3: detector.down: found 6, allowed a number above detector.suspect (6)",
  ],
  ["detector: { down: 0 }", "3: detector.down: found 0, allowed a number above 0"],
  ["detector: { alone: 5 }", "3: detector.alone: found 5, allowed a number of at least detector.down (6)"],
  ["detector: { missed: 0 }", "3: detector.missed: found 0, allowed a whole number of at least 1"],
  [
    "detector: { cap: 700ms }",
    "3: detector.cap: found 700ms, allowed at least 750ms (2 missed heartbeats of 250ms",
  ],
  [
    "lease: { duration: 700ms }",
    "3: lease.duration: found 700ms, allowed at least 750ms (3 heartbeats of 250ms",
  ],
  [
    "heartbeat: { interval: 1s }",
    "1: lease.duration: found nothing, allowed at least 3s (3 heartbeats of 1s: else one that is lost ends a healthy lease); the profile says 2s",
  ],
  ["lease: { drift: 0 }", "3: lease.drift: found 0, allowed a share from 0.0001 to 0.2"],
  [
    "listen: { host: 0.0.0.0 }",
    "3: listen.host: found 0.0.0.0, allowed a loopback address such as 127.0.0.1 while auth.tokens is not set; set auth.tokens.node",
  ],
  ["listen: { port: 70000 }", "3: listen.port: found 70000, allowed a whole number from 0 to 65535"],
  [
    "auth: { tokens: { node: a, operator: a } }",
    "3: auth.tokens.operator: found (hidden), allowed a token of its own",
  ],
  ["auth: { tokens: { node: a } }", "3: auth.tokens.operator: found nothing, allowed a text, or file:/path"],
  [
    "store: { etcd: { endpoints: [http://a] } }",
    "3: store.etcd: found a block of keys, allowed nothing: the etcd store is not built yet",
  ],
  [
    "groups: { db: { onCoordinatorLoss: hope } }",
    "3: groups.db.onCoordinatorLoss: found hope, allowed fence | failsafe",
  ],
  [
    "groups: { db: { capacity: { required: 0 } } }",
    "3: groups.db.capacity.required: found 0, allowed a number above 0",
  ],
  [
    "groups: { db: { replication: { mode: quorum } } }",
    "3: groups.db.replication.writeQuorum: found nothing, allowed a whole number",
  ],
  [
    "groups: { db: { replication: { writeQuorum: 2 } } }",
    "3: groups.db.replication.writeQuorum: found 2, allowed nothing with replication.mode async",
  ],
  [
    "groups: { db: { fence: { command: /bin/true } } }",
    "3: groups.db.fence.command: found /bin/true, allowed a command as a list of texts",
  ],
  [
    "groups: { db: { mode: active-active, fence: { command: [a] } } }",
    "3: groups.db.fence: found a block of keys, allowed nothing with mode active-active",
  ],
  ["groups: { 'a b': {} }", "3: groups.a b: found a block of keys, allowed a name of 1 to 63"],
  [
    "groups: { db: { failover: { cooldwn: 1s } } }",
    "3: groups.db.failover.cooldwn: found an unknown key, allowed cooldown (did you mean that?)",
  ],
  ["advertise: http://a:1", "3: advertise: found http://a:1, allowed a URL with ws:// or wss://"],
])("%s is refused with the reason", (text, problem) => {
  expect(problemsOf(text)).toEqual([expect.stringContaining(problem)]);
});

test("a name is needed for the cluster and for the coordinator", () => {
  expect(() => read("cluster: prod\n")).toThrow("id: found nothing, allowed a name");
  expect(() => read("cluster: -a\nid: c1\n")).toThrow("cluster: found -a, allowed a name");
});

test("the effective configuration can be read again, and shows no secret", () => {
  const text = `${HEAD}auth: { tokens: { node: hush, operator: husher } }\ngroups: { db: { fence: { command: [a, b] } } }\n`;
  const before = read(text);
  const printed = describeConfig(before);
  expect(printed).not.toContain("hush");
  const { auth: _hidden, ...rest } = read(
    printed.replace("node: (hidden)", "node: x").replace("operator: (hidden)", "operator: y"),
  );
  const { auth: _secret, ...wanted } = before;
  expect(rest).toEqual(wanted);
});

test("variables override keys", () => {
  expect(read(HEAD, { PHI_LISTEN_PORT: "7401", PHI_LEASE_DURATION: "5s" })).toMatchObject({
    listen: { port: 7401 },
    lease: { duration: 5_000 },
  });
});

test("a reload takes groups, thresholds and tokens, and leaves port, store and times of leases", () => {
  const now = read(HEAD);
  const file = read(
    `cluster: prod\nid: c1\nlisten: { port: 7401 }\nlease: { duration: 3s }\ndetector: { down: 7 }\ngroups: { db: {} }\n`,
  );
  const { next, kept } = reloaded(now, file);
  expect(kept).toEqual(["listen", "advertise", "lease"]);
  expect(next).toMatchObject({ listen: { port: 7400 }, lease: { duration: 2_000 }, detector: { down: 7 } });
  expect(Object.keys(next.groups)).toEqual(["db"]);
});

test("the version is that of the package", () => {
  const manifest: unknown = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  expect(manifest).toMatchObject({ version: SOFTWARE_VERSION });
});
