/** `phi` against the coordinator itself, without nodes; with nodes it is tested end to end. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type RunningProgram, startCoordinator } from "./programs.testing.ts";
import { TestWorld } from "./world.testing.ts";

const tokens = { operator: "a-token-for-operators", reader: "a-token-for-readers" };
const soon = { timeout: 10_000 };

let coordinator: RunningProgram;
beforeAll(async () => {
  coordinator = await startCoordinator(tokens);
}, 30_000);
afterAll(() => coordinator.stop());

function world(token: string = tokens.operator): TestWorld {
  const created = new TestWorld();
  created.env["PHI_COORDINATOR"] = coordinator.url;
  created.env["PHI_TOKEN"] = token;
  return created;
}

test("a cluster without nodes has no members, and a leader", async () => {
  const here = world();
  expect(await here.phi("members --json")).toBe(0);
  expect(JSON.parse(here.stdout.text)).toEqual({ cluster: "try", leader: "c1", term: "1", members: [] });
});

test("its groups say why a failover would not succeed", async () => {
  const [groups, group] = [world(), world()];
  expect(await groups.phi("groups")).toBe(0);
  expect(groups.stdout.text).toMatch(/^db +active-passive .* no: /m);
  expect(groups.stdout.text).toMatch(/^web +active-active +sharing /m);
  expect(await group.phi("group db")).toBe(0);
  expect(group.stdout.text).toMatch(/^ACTIVE +nobody$/m);
  expect(group.stdout.text).toMatch(/^FAILOVER +would not succeed now: /m);
});

test("its capacity is told, also without some nodes", async () => {
  const here = world();
  expect(await here.phi("capacity --without a,b")).toBe(0);
  expect(here.stdout.text).toMatch(/^web +90 req\/s +0 req\/s /m);
});

test("a group is explained, and what nobody has is named with what there is", async () => {
  const [group, unknown, reader] = [world(), world(), world(tokens.reader)];
  expect(await group.phi("explain db")).toBe(0);
  expect(group.stdout.text).toMatch(
    /^db is choosing, active-passive, epoch 0$|^db is held, active-passive, epoch 0$/m,
  );
  expect(group.stdout.text).toContain("nobody has held it yet");
  expect(await unknown.phi("explain nobody")).toBe(1);
  expect(unknown.stderr.text).toContain(
    "neither a node nor a group is called nobody (nodes: none; groups: db, web)",
  );
  expect(await reader.phi("explain group/web --json")).toBe(0);
  expect(JSON.parse(reader.stdout.text)).toMatchObject({ kind: "group", summary: { group: "web" } });
});

describe("recorded heartbeats", () => {
  const folder = mkdtempSync(join(tmpdir(), "phi-recording-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  function file(name: string, ...lines: readonly string[]): string {
    const path = join(folder, name);
    writeFileSync(path, `${lines.join("\n")}\n`);
    return path;
  }

  test("are replayed from a file under every law, with the setting that is theirs marked", async () => {
    const beats = Array.from({ length: 100 }, (_, slot) => `[${slot},${slot * 250}]`);
    const path = file("a.jsonl", '{"format":"phi-arrivals-1","node":"db-1","intervalMs":250}', ...beats);
    const [table, json] = [world(), world()];
    expect(await table.phi(`explain db-1 --calibrate --from ${path}`)).toBe(0);
    expect(table.stdout.text).toContain("db-1: 100 heartbeats, 84 of them judged");
    expect(table.stdout.text).toMatch(/^set +learned +3\.5 +0 /m);
    expect(await json.phi(`explain db-1 --calibrate --from ${path} --json`)).toBe(0);
    expect(JSON.parse(json.stdout.text)).toMatchObject({ set: { law: "learned", threshold: 3.5 } });
  });

  test("in a file that is none, or is not there, are refused with the place and what is allowed", async () => {
    const path = file(
      "b.jsonl",
      '{"format":"phi-arrivals-1","node":"db-1","intervalMs":250}',
      "[0,0]",
      "what",
    );
    const [wrong, absent] = [world(), world()];
    expect(await wrong.phi(`explain db-1 --calibrate --from ${path}`)).toBe(2);
    expect(wrong.stderr.text).toContain(`${path}:3: found what, allowed [slot, arrivalMs]`);
    expect(await absent.phi(`explain db-1 --calibrate --from ${path}.none`)).toBe(2);
    expect(absent.stderr.text).toContain("b.jsonl.none");
  });
});

test("a pause is carried out, shown, recorded and ended", async () => {
  const [pause, group, events, resume] = [world(), world(), world(), world()];
  expect(await pause.phi("pause db --for 1h --reason disks")).toBe(0);
  expect(pause.stderr.text).toContain("done: ");
  await group.phi("group db --json");
  expect(JSON.parse(group.stdout.text)).toMatchObject({ paused: { reason: "disks" } });
  await events.phi("events --group db --since 1h");
  expect(events.stdout.text).toMatch(/paused +db .*disks/);
  expect(await resume.phi("resume db")).toBe(0);
});

test("what cannot be done is refused with the reason, and status 1", async () => {
  const [switchover, unknown] = [world(), world()];
  expect(await switchover.phi("switchover db")).toBe(1);
  expect(switchover.stderr.text).toContain("refused: ");
  expect(await unknown.phi("group other")).toBe(1);
  expect(unknown.stderr.text).toContain("there is no group other");
});

test("tokens that are not enough end with status 4", async () => {
  const [reads, acts, stranger] = [world(tokens.reader), world(tokens.reader), world("nobody")];
  expect(await reads.phi("members")).toBe(0);
  expect(await acts.phi("pause")).toBe(4);
  expect(await stranger.phi("watch")).toBe(4);
});

test("events are followed as they happen", async () => {
  const [follows, acts] = [world(tokens.reader), world()];
  const ended = follows.phi("events --follow --json --since 1h");
  await vi.waitFor(() => expect(follows.stdout.text).toContain("coordinatorStarted"), soon);
  await acts.phi("pause web --reason followed");
  await vi.waitFor(() => expect(follows.stdout.text).toContain("followed"), soon);
  follows.interrupt();
  expect(await ended).toBe(0);
  const numbers = follows.stdout.text
    .trim()
    .split("\n")
    .map((line) => Number((JSON.parse(line) as { sequence: string }).sequence));
  expect(numbers).toEqual([...new Set(numbers)].sort((one, other) => one - other));
});

test("the members are watched", async () => {
  const here = world(tokens.reader);
  const ended = here.phi("watch --json");
  await vi.waitFor(() => expect(here.stdout.text).toContain('"leader":"c1"'), soon);
  here.interrupt();
  expect(await ended).toBe(0);
});
