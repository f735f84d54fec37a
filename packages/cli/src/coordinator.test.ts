/** `phi` against the coordinator itself, without nodes; with nodes it is tested end to end. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
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
