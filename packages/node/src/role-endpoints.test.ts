import { afterEach, beforeEach, expect, test } from "vitest";
import { type RoleAnswer, epoch, groupId, instant, nodeId } from "@phidelity/core";
import { Listener, createLog } from "@phidelity/runtime";
import { StandingClock } from "./loopback-fixture.ts";
import { RoleEndpoints } from "./role-endpoints.ts";

const db = groupId("db");
const nothing: RoleAnswer = {
  active: false,
  until: instant(0),
  epoch: epoch(0),
  standby: false,
  serving: false,
};
const serving: RoleAnswer = { ...nothing, active: true, until: instant(1_000), epoch: epoch(7) };

const clock = Object.assign(new StandingClock(), { wallMs: () => 0 });
let roles: RoleEndpoints;
let listener: Listener;

beforeEach(async () => {
  clock.at = 0;
  roles = new RoleEndpoints({
    node: nodeId("db-1"),
    groups: [db],
    clock,
    health: () => ({ incarnation: "3" }),
    metrics: (response) => response.end("figures"),
  });
  const log = createLog({ name: "test", level: "silent" });
  const http = roles.handle.bind(roles);
  listener = await Listener.open({ host: "127.0.0.1", port: 0, clock, log, http, sockets: {} });
});

afterEach(async () => listener.close());

async function ask(path: string, method = "GET"): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`http://127.0.0.1:${listener.port}${path}`, { method });
  const text = await response.text();
  return { status: response.status, body: text.startsWith("{") ? (JSON.parse(text) as unknown) : text };
}

test("before anything is known, no member is anything", async () => {
  for (const question of ["active", "standby", "serving"]) {
    expect(await ask(`/role/db/${question}`)).toEqual({
      status: 503,
      body: { node: "db-1", group: "db", [question]: false },
    });
  }
});

test("active is true until the lease ends, whatever was said last", async () => {
  roles.set(db, serving);
  expect(await ask("/role/db/active")).toEqual({
    status: 200,
    body: { node: "db-1", group: "db", active: true, epoch: "7" },
  });
  clock.at = 999.9;
  expect((await ask("/role/db/active")).status).toBe(200);
  expect(roles.leaseLeftMs(db)).toBeCloseTo(0.1);
  clock.at = 1_000;
  expect((await ask("/role/db/active")).status).toBe(503);
  expect([roles.leaseLeftMs(db), roles.servedEpoch(db)]).toEqual([0, 0]);
});

test("a member that is not active is so for no instant at all", async () => {
  roles.set(db, { ...nothing, until: instant(9_999), standby: true });
  expect((await ask("/role/db/active")).status).toBe(503);
  expect((await ask("/role/db/standby")).status).toBe(200);
});

test("serving is asked of members of active-active groups", async () => {
  roles.set(db, { ...nothing, serving: true });
  expect((await ask("/role/db/serving")).status).toBe(200);
  expect((await ask("/role/db/standby")).status).toBe(503);
});

test("the probes of load balancers may use HEAD and OPTIONS, and nothing that changes things", async () => {
  roles.set(db, serving);
  expect((await ask("/role/db/active", "HEAD")).status).toBe(200);
  expect((await ask("/role/db/active", "OPTIONS")).status).toBe(200);
  expect((await ask("/role/db/active", "POST")).status).toBe(405);
});

test("what there is not is said", async () => {
  expect(await ask("/role/web/active")).toEqual({
    status: 404,
    body: { error: "this node is no member of web" },
  });
  expect((await ask("/role/db/leader")).status).toBe(404);
  expect((await ask("/")).status).toBe(404);
});

test("health and figures are answered", async () => {
  expect(await ask("/healthz")).toEqual({ status: 200, body: { status: "ok", incarnation: "3" } });
  expect(await ask("/metrics")).toEqual({ status: 200, body: "figures" });
});
