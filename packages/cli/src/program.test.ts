import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { parse } from "yaml";
import { type RunningProgram, startStandIn } from "./programs.testing.ts";
import { TestWorld } from "./world.testing.ts";

let standIn: RunningProgram;
beforeAll(async () => {
  standIn = await startStandIn();
});
afterAll(() => standIn.stop());

/** Nothing here takes long, except on a machine that is busy with something else. */
const soon = { timeout: 10_000 };

/** A world in which the stand-in is the cluster's coordinator. */
function world(terminal: boolean = false): TestWorld {
  const created = new TestWorld(terminal);
  created.env["PHI_COORDINATOR"] = standIn.url;
  created.env["TZ"] = "UTC";
  return created;
}

describe("looking", () => {
  test("members are rows with aligned columns", async () => {
    const here = world();
    expect(await here.phi("members")).toBe(0);
    expect(here.stdout.text.split("\n")).toEqual([
      "NODE   GROUP  ROLE     STATUS    PHI  EPOCH      LAG  CHECKS  CAPACITY  ADDRESS        SINCE",
      "db-1   db     active   alive    0.25      7        -     2/2         1  10.0.0.1:5432  5m00s",
      "db-2   db     standby  alive    0.25      7  1.5 MiB     2/2         1  10.0.0.2:5432  5m00s",
      "web-1  web    none     down    17.50      0        -     0/1         1  10.0.0.1:5432  5m00s",
      "",
    ]);
    expect(here.stderr.text).toBe("");
  });

  test("members may be narrowed down by group and status", async () => {
    const [byGroup, byStatus] = [world(), world()];
    await byGroup.phi("members --group web");
    expect(byGroup.stdout.text.split("\n")).toHaveLength(3);
    await byStatus.phi("members --status alive");
    expect(byStatus.stdout.text).not.toContain("web-1");
  });

  test("wide rows also say the zone and the incarnation", async () => {
    const here = world();
    await here.phi("members -o wide");
    expect(here.stdout.text).toMatch(/ZONE {2}INCARNATION\n/);
  });

  test("members as JSON have exactly the fields that scripts know, 64-bit numbers as strings", async () => {
    const here = world();
    expect(await here.phi("members --json")).toBe(0);
    const answer = JSON.parse(here.stdout.text) as { members: readonly object[] };
    expect(Object.keys(answer)).toEqual(["cluster", "leader", "term", "members"]);
    expect(answer).toMatchObject({ cluster: "test", leader: "c1", term: "4" });
    const fields =
      "node group role status phi epoch lagBytes checks capacity address zone since incarnation slow".split(
        " ",
      );
    for (const member of answer.members) expect(Object.keys(member)).toEqual(fields);
    expect(answer.members[1]).toMatchObject({ epoch: "7", lagBytes: 1_572_864, incarnation: "3" });
  });

  test("YAML says the same as JSON", async () => {
    const [json, yaml] = [world(), world()];
    await json.phi("members -o json");
    await yaml.phi("members -o yaml");
    expect(parse(yaml.stdout.text)).toEqual(JSON.parse(json.stdout.text));
  });

  test("options of the program may stand before the command or behind it", async () => {
    const [before, behind] = [world(), world()];
    await before.phi("--json members");
    await behind.phi("members --json");
    expect(before.stdout.text).toBe(behind.stdout.text);
  });

  test("groups are rows that say whether a failover would succeed now", async () => {
    const here = world();
    expect(await here.phi("groups")).toBe(0);
    const [head, db, web] = here.stdout.text.split("\n").map((line) => line.split(/ {2,}/));
    expect(head).toEqual(
      "GROUP,MODE,PHASE,ACTIVE,EPOCH,STANDBYS,CAPACITY,LAST FAILOVER,FAILOVER NOW".split(","),
    );
    const shown =
      "db,active-passive,serving,db-1,7,db-2,at limit 1/1,failover 5m00s ago,no: db-2: lags by 1.5 MiB";
    expect(db).toEqual(shown.split(","));
    expect(web?.slice(0, 2)).toEqual(["web", "active-active"]);
  });

  test("one group says all that is known of it, and why a candidate is none", async () => {
    const here = world();
    expect(await here.phi("group db")).toBe(0);
    expect(here.stdout.text.split("\n")).toEqual([
      "GROUP          db, active-passive",
      "PHASE          serving",
      "ACTIVE         db-1 at 10.0.0.1:5432, serves, lease ends in 1800 ms unless renewed",
      "EPOCH          7",
      "STANDBYS       db-2",
      "CAPACITY       at limit 1/1: no standby could take over now",
      "FAILOVER       would not succeed now: db-2: lags by 1.5 MiB",
      "PAUSED         by ana, until resumed: disks",
      "LAST FAILOVER  failover from db-2 to db-1, epoch 7, 5m00s ago, took 1290 ms: db-2 was down",
      "LEFT ALONE     db-2 for 25 s more, failures in a row: 2: it failed a moment ago (phi ack db lifts that)",
      "INCIDENT       -",
      "NEXT           -",
      "",
      "CANDIDATE  FIT  POSITION      LAG  IN SYNC  PRIORITY  WHY NOT",
      "db-2       no      41000  1.5 MiB  no            100  lags by 1.5 MiB",
      "",
      "STEP     EPOCH  NODE  OUTCOME  AT",
      expect.stringMatching(/^demote       6  db-2  begun    \S/),
      expect.stringMatching(/^fence        6  db-2  done     \S/),
      expect.stringMatching(/^promote      7  db-1  done     \S/),
      "",
    ]);
  });

  test("a group as JSON is what the coordinator says", async () => {
    const here = world();
    expect(await here.phi("group web --json")).toBe(0);
    expect(JSON.parse(here.stdout.text)).toMatchObject({
      group: "web",
      epoch: "0",
      paused: null,
      candidates: [],
    });
  });

  test("capacity says what is required, available, and left after a loss", async () => {
    const [rows, json] = [world(), world()];
    expect(await rows.phi("capacity")).toBe(0);
    const [head, , web] = rows.stdout.text.split("\n").map((line) => line.split(/ {2,}/));
    expect(head).toEqual("GROUP,REQUIRED,AVAILABLE,HEADROOM,SPARE,AFTER LOSS,LEVEL,WHY".split(","));
    expect(web).toEqual("web,90 req/s,0 req/s,-90 req/s,1,0 req/s,below,0 of 90 req/s".split(","));
    expect(await json.phi("capacity --without db-1,db-2 --json")).toBe(0);
    expect(JSON.parse(json.stdout.text)).toHaveProperty("groups.0.required", 1);
  });

  test("events are rows with time, type, group, node, epoch and text", async () => {
    const here = world();
    expect(await here.phi("events")).toBe(0);
    const [head, first, second] = here.stdout.text.split("\n");
    expect(head).toMatch(/^TIME +TYPE +GROUP +NODE +EPOCH +TEXT$/);
    expect(first).toMatch(/nodeJoined +- +db-1 +- +db-1 joined$/);
    expect(second).toMatch(/failoverCompleted +db +db-1 +7 +db-1 is active$/);
  });

  test("events as JSON are an object with a list", async () => {
    const here = world();
    await here.phi("events --json --node db-1");
    expect(JSON.parse(here.stdout.text)).toMatchObject({
      events: [{ sequence: "1", type: "nodeJoined" }, {}],
    });
  });

  test("followed events are the history and then what happens, none of it twice", async () => {
    const here = world();
    const ended = here.phi("events --follow --json");
    await vi.waitFor(() => expect(here.stdout.text.split("\n")).toHaveLength(4), soon);
    here.interrupt();
    expect(await ended).toBe(0);
    const lines = here.stdout.text.trim().split("\n");
    expect(lines.map((line) => (JSON.parse(line) as { sequence: string }).sequence)).toEqual(["1", "2", "3"]);
  });

  test("after a loss, followed events go on where they ended, at the next coordinator", async () => {
    const own = await startStandIn();
    const here = world();
    const ended = here.phi(`events --follow --json --coordinator ${own.url} --coordinator ${standIn.url}`);
    await vi.waitFor(() => expect(here.stdout.text.split("\n")).toHaveLength(4), soon);
    await own.stop();
    await vi.waitFor(() => expect(here.stderr.text).toContain("watching again"), soon);
    here.interrupt();
    expect(await ended).toBe(0);
    expect(here.stderr.text).toContain("connection lost: LINK_CLOSED");
    expect(here.stdout.text.split("\n")).toHaveLength(4);
  });

  test("followed events are narrowed down as the history is", async () => {
    const here = world();
    const ended = here.phi("events --follow --node db-2");
    await vi.waitFor(() => expect(here.stdout.text).toContain("silent longer"), soon);
    here.interrupt();
    expect(await ended).toBe(0);
    expect(here.stdout.text).not.toContain("db-1");
  });
});

describe("acting", () => {
  test("the steps come with their times on standard error, and the status is 0", async () => {
    const here = world();
    expect(await here.phi("switchover db --to db-2")).toBe(0);
    expect(here.stderr.text).toBe(
      '+0.002s  taken: {"action":"switchover","group":"db","to":"db-2"}\n' +
        "+1.200s  the lease is over\n" +
        "+1.290s  done: done as ordered\n",
    );
    expect(here.stdout.text).toBe("");
  });

  const orders: readonly (readonly [string, object])[] = [
    ["failover db", { action: "failover", group: "db", acceptDataLoss: false, nodeIsOff: false }],
    [
      "failover db --to db-2 --accept-data-loss --node-is-off",
      { action: "failover", group: "db", to: "db-2", acceptDataLoss: true, nodeIsOff: true },
    ],
    ["switchover db", { action: "switchover", group: "db" }],
    ["drain db-1", { action: "drain", node: "db-1", force: false }],
    ["drain db-1 --force", { action: "drain", node: "db-1", force: true }],
    ["undrain db-1", { action: "undrain", node: "db-1" }],
    ["pause", { action: "pause", reason: "" }],
    ["pause db --for 1h --reason disks", { action: "pause", group: "db", forMs: 3_600_000, reason: "disks" }],
    ["resume", { action: "resume" }],
    ["resume db", { action: "resume", group: "db" }],
    ["ack db", { action: "ack", group: "db" }],
    ["forget db-1", { action: "forget", node: "db-1" }],
  ];

  test.each(orders)("phi %s orders just that", async (line, action) => {
    const here = world();
    expect(await here.phi(`${line} --json`)).toBe(0);
    const answer = JSON.parse(here.stdout.text) as {
      action: object;
      status: string;
      steps: { text: string }[];
    };
    expect(answer).toMatchObject({ status: "done", dryRun: false, text: "done as ordered" });
    expect(answer.action).toEqual(action);
    expect(JSON.parse(answer.steps[0]?.text.replace("taken: ", "") ?? "")).toEqual(action);
  });

  test("a trial run changes nothing and is not asked about", async () => {
    const here = world(true);
    expect(await here.phi("forget db-1 --dry-run --json")).toBe(0);
    expect(JSON.parse(here.stdout.text)).toMatchObject({ dryRun: true, text: "would be done" });
    expect(here.stderr.text).not.toContain("Go on?");
    expect(here.stderr.text).toContain("would be done");
    expect(here.stderr.text).not.toContain("done: ");
  });

  test("who does not wait is told where to look", async () => {
    const here = world();
    expect(await here.phi("failover silent --no-wait")).toBe(0);
    expect(here.stderr.text).toContain("sent; phi group silent, phi events --group silent --since 5m shows");
  });

  test("on a terminal a person is asked first, and yes is yes", async () => {
    const here = world(true);
    const ended = here.phi("drain db-1 --no-color");
    await vi.waitFor(() => expect(here.stderr.text).toBe("Take db-1 out of service. Go on? [y/N] "), soon);
    here.stdin.write("y\n");
    expect(await ended).toBe(0);
    expect(here.stderr.text).toContain("done: done as ordered");
  });

  test.each(["n\n", "\n", "yesterday\n"])("anything else is no: %j", async (answer) => {
    const here = world(true);
    const ended = here.phi("drain db-1");
    here.stdin.write(answer);
    expect(await ended).toBe(1);
    expect(here.stderr.text).toContain("Nothing was done.");
    expect(here.stderr.text).not.toContain("taken");
  });

  test("an input that ends is no", async () => {
    const here = world(true);
    const ended = here.phi("drain db-1");
    here.stdin.end();
    expect(await ended).toBe(1);
  });

  test("with --yes nobody is asked", async () => {
    const here = world(true);
    expect(await here.phi("drain db-1 --yes")).toBe(0);
    expect(here.stderr.text).not.toContain("Go on?");
  });

  test("a switchover for later is sent when the time has come", async () => {
    const here = world();
    const at = new Date(here.now + 150).toISOString();
    const ended = here.phi(`switchover db --at ${at}`);
    await vi.waitFor(() => expect(here.stderr.text).toContain("waiting until"), soon);
    here.now += 150;
    expect(await ended).toBe(0);
    expect(here.stderr.text).toContain("done as ordered");
  });

  test("a switchover for later that is interrupted is not sent", async () => {
    const here = world();
    const ended = here.phi("switchover db --at 2027-01-01T00:00:00Z");
    await vi.waitFor(() => expect(here.stderr.text).toContain("waiting until 20"), soon);
    here.interrupt();
    expect(await ended).toBe(1);
    expect(here.stderr.text).not.toContain("taken");
  });
});

describe("the exit status", () => {
  test("is 1 where the coordinator refuses, with its reason", async () => {
    const here = world();
    expect(await here.phi("failover refused")).toBe(1);
    expect(here.stderr.text).toContain("refused: no candidate: db-2 lags by 1.5 MiB, allowed 1 MiB");
  });

  test("is 1 for a group that there is not", async () => {
    const here = world();
    expect(await here.phi("group other")).toBe(1);
    expect(here.stderr.text).toContain("nothing is known of /v1/groups/other");
  });

  const wrong: readonly (readonly [string, string])[] = [
    ["", "Usage: phi"],
    ["drian db-1", "unknown command 'drian'"],
    ["drain", "missing required argument 'node'"],
    ["drain a b", "too many arguments"],
    ["drain db-1 --forse", "unknown option '--forse'"],
    ["group no/name", "A name has 1 to 63 letters"],
    ["members --status dead", "Allowed choices are joining"],
    ["members -o xml", "Allowed choices are table"],
    ["pause --for ever", "A length of time is such as"],
    ["drain db-1 --timeout 60", "A length of time is such as"],
    ["events --since yesterday", "How far back is such as"],
    ["events --since 24.12.2026", "How far back is such as"],
    ["switchover db --at 2001-01-01T00:00:00Z", "A time to come is such as"],
    ["capacity --without a,,b", "A name has 1 to 63 letters"],
    ["members --coordinator ftp://x", 'found "ftp://x", allowed http://host:port'],
    ["members --token file:/no/such/file", "--token: "],
  ];
  test.each(wrong)("is 2 for phi %s", async (line, words) => {
    const here = world();
    expect(await here.phi(line)).toBe(2);
    expect(here.stderr.text).toContain(words);
    expect(here.stdout.text).toBe("");
  });

  test.each(["members", "watch", "events --follow", "drain db-1"])(
    "is 3 where no coordinator answers phi %s, and each URL is named",
    async (line) => {
      const here = world();
      expect(await here.phi(`${line} --coordinator http://127.0.0.1:1 --coordinator ws://127.0.0.1:2`)).toBe(
        3,
      );
      expect(here.stderr.text).toContain(
        "no coordinator answers; tried\n  http://127.0.0.1:1 (connect ECONNREFUSED",
      );
      expect(here.stderr.text).toContain("\n  http://127.0.0.1:2 (connect ECONNREFUSED");
    },
  );

  test.each([
    "members --token wrong",
    "watch --token node",
    "drain db-1 --token reader",
    "drain db-1 --token node",
  ])("is 4 where the token is not enough for phi %s", async (line) => {
    const here = world();
    expect(await here.phi(line)).toBe(4);
    expect(here.stderr.text).toContain("token (--token or PHI_TOKEN)");
  });

  test("is 4 for a token from the environment too", async () => {
    const here = world();
    here.env["PHI_TOKEN"] = "wrong";
    expect(await here.phi("members")).toBe(4);
  });

  test.each(["silent --timeout 50ms", "dropped", "timed-out"])(
    "is 5 where the outcome is not known, with what to look at: %s",
    async (rest) => {
      const here = world();
      expect(await here.phi(`failover ${rest}`)).toBe(5);
      expect(here.stderr.text).toContain("outcome unknown");
      expect(here.stderr.text).toMatch(/Look at: phi group \S+, phi events --group \S+ --since 5m\n$/);
    },
  );

  test("is 0 for help and version, which go to standard output", async () => {
    const [help, version] = [world(), world()];
    expect(await help.phi("--help")).toBe(0);
    expect(help.stdout.text).toContain("Exit status: 0 done");
    expect(await version.phi("--version")).toBe(0);
    expect(version.stdout.text).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe("the coordinator", () => {
  test("is the first named one that answers", async () => {
    const here = new TestWorld();
    expect(await here.phi(`members --coordinator 127.0.0.1:1 --coordinator ${standIn.url}`)).toBe(0);
  });

  test("may be listed in PHI_COORDINATOR", async () => {
    const here = new TestWorld();
    here.env["PHI_COORDINATOR"] = `ws://127.0.0.1:1, ${standIn.url.replace("http", "ws")}`;
    expect(await here.phi("members")).toBe(0);
  });

  test("is a running demo's where none is named", async () => {
    const here = new TestWorld();
    here.temporaryFolder = mkdtempSync(join(tmpdir(), "phi-cli-"));
    onTestFinished(() => rmSync(here.temporaryFolder, { recursive: true }));
    mkdirSync(join(here.temporaryFolder, "phidelity-demo"));
    writeFileSync(join(here.temporaryFolder, "phidelity-demo", "coordinator-url"), `${standIn.url}\n`);
    expect(await here.phi("members")).toBe(0);
  });
});

describe("colours", () => {
  const ESCAPE = "\u001B[";

  test("are for terminals", async () => {
    const [terminal, pipe] = [world(true), world()];
    await terminal.phi("members");
    await pipe.phi("members");
    expect(terminal.stdout.text).toContain(ESCAPE);
    expect(pipe.stdout.text).not.toContain(ESCAPE);
  });

  test("are left out with --no-color, NO_COLOR, and terminals that know none", async () => {
    const [option, variable, dumb] = [world(true), world(true), world(true)];
    variable.env["NO_COLOR"] = "1";
    dumb.env["TERM"] = "dumb";
    await option.phi("members --no-color");
    await variable.phi("members");
    await dumb.phi("members");
    for (const { stdout } of [option, variable, dumb]) expect(stdout.text).not.toContain(ESCAPE);
  });
});
