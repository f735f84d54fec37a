/** The demo's key-value service and its hooks, without Phidelity. */
import { execFile } from "node:child_process";
import { type Socket, connect } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { Folder } from "../src/folder.ts";
import { EXAMPLES } from "../src/paths.ts";
import { freePort } from "../src/ports.ts";
import { Program } from "../src/program.ts";
import { until } from "../src/until.ts";

const run = promisify(execFile);
const HOST = "127.0.0.1";

interface Kv {
  readonly program: Program;
  readonly port: number;
}

let folder: Folder;
let [a, b] = [] as unknown as [Kv, Kv];

beforeAll(() => {
  folder = new Folder("kv");
});
afterAll(() => folder.remove());

async function kv(name: string): Promise<Kv> {
  const port = await freePort([HOST]);
  const data = join(folder.path, name, "data");
  const file = join(EXAMPLES, "kv/kv.ts");
  const program = new Program(name, join(folder.path, name), [file, "--port", String(port), "--data", data]);
  program.start();
  await listening({ program, port });
  return { program, port };
}

const listening = (one: Kv): Promise<string> =>
  until(`${one.program.name} answers`, 5_000, () => ask(one, "GET nothing"));

let numberOfTests = 0;
beforeEach(async () => {
  numberOfTests += 1;
  a = await kv(`a${numberOfTests}`);
  b = await kv(`b${numberOfTests}`);
});
afterEach(() => Promise.all([a, b].map(({ program }) => program.signal("SIGKILL"))));

/** One request on a connection of its own, as anybody with `nc` can send it. */
function ask({ port }: Kv, line: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(port, HOST, () => socket.write(`${line}\n`));
    socket.on("error", reject);
    socket.once("data", (bytes) => {
      socket.destroy();
      resolve(bytes.toString().trimEnd());
    });
  });
}

/** The gate of a member has the port 100 below that of its service. */
async function hook(name: string, one: Kv, active?: Kv): Promise<string> {
  const env = { ...process.env, PHI_ACTIVE_ADDRESS: `${HOST}:${(active?.port ?? 0) - 100}` };
  const { stdout } = await run(join(EXAMPLES, "kv/phi-kv"), [name, HOST, String(one.port)], { env });
  return stdout.trimEnd();
}

const caughtUp = (one: Kv, active: Kv): Promise<boolean> =>
  until("all is copied", 5_000, async () => {
    const [own, its] = await Promise.all([one, active].map((each) => hook("status", each)));
    const { role, position, inSync } = JSON.parse(String(own)) as Record<string, unknown>;
    return (
      role === "replica" && inSync === true && position === (JSON.parse(String(its)) as typeof info).position
    );
  });
const info = { position: "" };

test("writes are refused until it is promoted, and after demote", async () => {
  expect(await ask(a, "SET colour red")).toBe("ERR read only");
  expect(await hook("promote", a)).toBe("OK");
  expect(await ask(a, "SET colour red")).toBe("OK 17");
  expect(await ask(a, "GET colour")).toBe("VALUE red");
  await hook("demote", a);
  expect(await ask(a, "SET colour blue")).toBe("ERR read only");
});

test("a follower takes everything over, then each write, and goes on after a restart", async () => {
  await hook("promote", a);
  await ask(a, "SET before 1");
  await hook("follow", b, a);
  await ask(a, "SET after a few words");
  await caughtUp(b, a);
  expect(await ask(b, "GET after")).toBe("VALUE a few words");
  await b.program.signal("SIGKILL");
  b.program.start();
  await listening(b);
  await ask(a, "SET meanwhile 3");
  await caughtUp(b, a);
  expect(await ask(b, "GET before")).toBe("VALUE 1");
  expect(await ask(b, "GET meanwhile")).toBe("VALUE 3");
});

test("data outlives SIGKILL, and an old primary that diverged takes the new one's data", async () => {
  await hook("promote", a);
  await ask(a, "SET kept 1");
  await hook("follow", b, a);
  await caughtUp(b, a);
  await hook("promote", b);
  await ask(a, "SET stray 1");
  await a.program.signal("SIGKILL");
  await hook("demote", a);
  a.program.start();
  await listening(a);
  expect(await ask(a, "GET stray")).toBe("VALUE 1");
  expect(await ask(a, "SET more 1")).toBe("ERR read only");
  await hook("follow", a, b);
  await caughtUp(a, b);
  expect(await ask(a, "GET stray")).toBe("NONE");
  expect(await ask(a, "GET kept")).toBe("VALUE 1");
});
