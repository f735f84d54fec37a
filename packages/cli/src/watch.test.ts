import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type RunningProgram, startStandIn } from "./programs.testing.ts";
import { TestWorld } from "./world.testing.ts";

let standIn: RunningProgram;
beforeAll(async () => {
  standIn = await startStandIn();
});
afterAll(() => standIn.stop());

const soon = { timeout: 10_000 };
const ENTER = "\u001B[?1049h\u001B[?25l";
const LEAVE = "\u001B[?25h\u001B[?1049l";
const HOME = "\u001B[H";

function world(terminal: boolean): TestWorld {
  const created = new TestWorld(terminal);
  created.env["PHI_COORDINATOR"] = standIn.url;
  created.env["NO_COLOR"] = "1";
  return created;
}

/** The lines that were drawn last. */
function lastFrame(here: TestWorld): readonly string[] {
  const frame = here.stdout.text.split(HOME).at(-1) ?? "";
  return (
    frame
      .split("\u001B[J")[0]
      ?.split("\u001B[K")
      .map((line) => line.replace("\r\n", "")) ?? []
  );
}

test("in a terminal the members and the events fill the screen, and q gives it back", async () => {
  const here = world(true);
  const ended = here.phi("watch");
  await vi.waitFor(() => expect(lastFrame(here).join("\n")).toContain("suspect"), soon);
  const [head, , titles, ...rows] = lastFrame(here);
  expect(head).toBe(`test  leader c1  term 4  ${standIn.url}, as of 0s ago; q quits`);
  expect(titles).toMatch(/^NODE +GROUP +ROLE/);
  expect(rows[1]).toMatch(/^db-2 +db +standby +suspect/);
  expect(rows.join("\n")).toContain("nodeSuspected  db-2 is silent longer than usual");
  here.stdin.write("q");
  expect(await ended).toBe(0);
  expect(here.stdout.text.startsWith(ENTER)).toBe(true);
  expect(here.stdout.text.endsWith(LEAVE)).toBe(true);
  expect(here.raw).toEqual([true, false]);
});

test("Ctrl-C gives the terminal back too", async () => {
  const here = world(true);
  const ended = here.phi("watch");
  await vi.waitFor(() => expect(here.stdout.text).toContain("db-1"), soon);
  here.stdin.write("\u0003");
  expect(await ended).toBe(0);
  expect(here.stdout.text.endsWith(LEAVE)).toBe(true);
});

test("so does a failure", async () => {
  const here = world(true);
  expect(await here.phi("watch --token wrong")).toBe(4);
  expect(here.stdout.text.endsWith(LEAVE)).toBe(true);
  expect(here.raw).toEqual([true, false]);
});

test("a smaller terminal is drawn anew, cut to its size", async () => {
  const here = world(true);
  const ended = here.phi("watch");
  await vi.waitFor(() => expect(lastFrame(here).join("\n")).toContain("suspect"), soon);
  here.stdout.resize(20, 7);
  const frame = lastFrame(here);
  expect(frame.length - 1).toBeLessThanOrEqual(7);
  for (const line of frame) expect(line.length).toBeLessThan(20);
  expect(frame.join("\n")).toContain("… and 3 more");
  here.interrupt();
  expect(await ended).toBe(0);
});

test("a lost connection is shown at the top, with how old the rest is", async () => {
  const own = await startStandIn();
  try {
    const here = world(true);
    const ended = here.phi(`watch --coordinator ${own.url}`);
    await vi.waitFor(() => expect(lastFrame(here).join("\n")).toContain("suspect"), soon);
    here.now += 3_000;
    await own.stop();
    await vi.waitFor(
      () => expect(lastFrame(here)[0]).toMatch(/^CONNECTION LOST, as of 3s ago; trying again/),
      soon,
    );
    expect(lastFrame(here).join("\n")).toContain("db-2");
    here.stdin.write("q");
    expect(await ended).toBe(0);
  } finally {
    await own.stop();
  }
});

test("where standard output is no terminal, each change and event is a line", async () => {
  const here = world(false);
  const ended = here.phi("watch");
  await vi.waitFor(() => expect(here.stdout.text).toContain("suspect\n"), soon);
  here.interrupt();
  expect(await ended).toBe(0);
  const lines = here.stdout.text
    .trim()
    .split("\n")
    .map((line) => line.slice(25));
  expect(lines).toEqual([
    "db/db-1 active, alive, epoch 7",
    "db/db-2 standby, alive, epoch 7",
    "web/web-1 none, down, epoch 0",
    "db-2 nodeSuspected: db-2 is silent longer than usual",
    "db/db-2 status alive -> suspect",
  ]);
  expect(here.stderr.text).toBe(`watching ${standIn.url}\n`);
});

test("for machines each snapshot and event is a line of JSON, also on a terminal", async () => {
  const here = world(true);
  const ended = here.phi("watch --json");
  await vi.waitFor(() => expect(here.stdout.text.trim().split("\n")).toHaveLength(3), soon);
  here.interrupt();
  expect(await ended).toBe(0);
  const [first, second] = here.stdout.text.split("\n").map((line) => JSON.parse(line || "null") as object);
  expect(first).toMatchObject({ cluster: "test", members: [{ node: "db-1" }, {}, {}] });
  expect(second).toMatchObject({ type: "nodeSuspected", node: "db-2" });
});

test("a connection that is lost is said, and the watch goes on", async () => {
  const own = await startStandIn();
  const here = world(false);
  const ended = here.phi(`watch --coordinator ${own.url} --coordinator ${standIn.url}`);
  await vi.waitFor(() => expect(here.stdout.text).toContain("suspect\n"), soon);
  await own.stop();
  await vi.waitFor(() => expect(here.stderr.text).toContain(`watching ${standIn.url}`), soon);
  expect(here.stderr.text).toContain("connection lost: LINK_CLOSED");
  here.interrupt();
  expect(await ended).toBe(0);
});
