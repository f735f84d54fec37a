import { connect } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type RoleAnswer, epoch, groupId, instant, nodeId } from "@phidelity/core";
import { createLog } from "@phidelity/runtime";
import { AgentChecks } from "./agent-check.ts";
import type { ServiceConfig } from "./config-schema.ts";
import { StandingClock, TestService, client, freePort, until } from "./loopback-fixture.ts";
import { RoleEndpoints } from "./role-endpoints.ts";

const db = groupId("db");
const nothing: RoleAnswer = {
  active: false,
  until: instant(0),
  epoch: epoch(0),
  standby: false,
  serving: false,
};
const active: RoleAnswer = { ...nothing, active: true, until: instant(1_000), epoch: epoch(7) };

let clock: StandingClock & { wallMs: () => number };
let roles: RoleEndpoints;
let agents: AgentChecks;
let port: number;

function service(listen: { host: string; port: number }): ServiceConfig {
  const rest = { address: "10.0.0.1:5432", capacity: 1, priority: 100, checks: [], hooks: {} };
  return { group: "db", ...rest, agentCheck: { listen } };
}

beforeEach(async () => {
  clock = Object.assign(new StandingClock(), { wallMs: () => 0 });
  roles = new RoleEndpoints({
    node: nodeId("db-1"),
    groups: [db],
    clock,
    health: () => ({}),
    metrics: (response) => response.end(),
  });
  const log = createLog({ name: "test", level: "silent" });
  agents = new AgentChecks((group) => roles.takesTraffic(group), log);
  port = await freePort();
  await agents.open([service({ host: "127.0.0.1", port })]);
});

afterEach(() => agents.close());

/** What HAProxy reads: everything until the other side has ended the connection. */
async function asked(): Promise<string> {
  const asking = client(port);
  await until(() => asking.closed, "the connection was ended");
  return asking.received;
}

test("a member of which nothing is known, or that stands by, is down", async () => {
  expect(await asked()).toBe("down\n");
  roles.set(db, { ...nothing, standby: true });
  expect(await asked()).toBe("down\n");
});

test("the active is up until its lease ends, whatever was answered or said last", async () => {
  roles.set(db, active);
  clock.at = 999.9;
  expect(await asked()).toBe("up\n");
  clock.at = 1_000;
  expect(await asked()).toBe("down\n");
});

test("a member of an active-active group is up while it serves", async () => {
  roles.set(db, { ...nothing, serving: true });
  expect(await asked()).toBe("up\n");
  roles.set(db, nothing);
  expect(await asked()).toBe("down\n");
});

test("a line that HAProxy sends first changes nothing, and a client that resets harms nobody", async () => {
  roles.set(db, active);
  const sending = client(port);
  sending.socket.write("db-1/redis\n");
  await until(() => sending.closed, "the connection was ended");
  expect(sending.received).toBe("up\n");
  const rude = connect({ host: "127.0.0.1", port });
  rude.on("error", () => {});
  rude.resetAndDestroy();
  expect(await asked()).toBe("up\n");
});

test("many that ask and never close keep nobody else from an answer for long", async () => {
  roles.set(db, active);
  const lazy = Array.from({ length: 80 }, () =>
    connect({ host: "127.0.0.1", port, allowHalfOpen: true }).on("error", () => {}),
  );
  let answer = "";
  while (answer === "") answer = await asked();
  expect(answer).toBe("up\n");
  for (const socket of lazy) socket.destroy();
});

test("a port that somebody has is named", async () => {
  const other = await TestService.open();
  const taken = new AgentChecks(() => true, createLog({ name: "test", level: "silent" }));
  const opening = taken.open([service({ host: "127.0.0.1", port: other.port })]);
  await expect(opening).rejects.toMatchObject({ code: "PORT_TAKEN" });
  await taken.close();
  await other.close();
});
