import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PhiError } from "@phidelity/core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { checkValue, loadConfig } from "./config.ts";
import { bytesWords, durationWords, printConfig } from "./config-print.ts";
import { bytes, duration, endpoint, secret } from "./config-units.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "phi-config-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const check = z.strictObject({ name: z.string(), interval: duration });
const schema = z.strictObject({
  cluster: z.string().optional(),
  listen: z.strictObject({ host: z.string(), port: z.number().int() }).optional(),
  detector: z.strictObject({ down: z.number().positive({ error: "a number above 0" }) }).optional(),
  onLoss: z.enum(["fence", "failsafe"]).optional(),
  target: endpoint.optional(),
  size: bytes.optional(),
  auth: z.strictObject({ token: secret }).optional(),
  checks: z.array(check).optional(),
  groups: z
    .record(z.string(), z.strictObject({ required: z.number(), mode: z.string().default("a") }))
    .optional(),
});

function load(text: string, env: NodeJS.ProcessEnv = {}): z.infer<typeof schema> {
  const file = join(folder, "phi.yaml");
  writeFileSync(file, text);
  return loadConfig({ file, schema, env });
}

/** The problems that a file is refused for. */
function problemsOf(text: string, env: NodeJS.ProcessEnv = {}): string[] {
  const failure = failureOf(() => load(text, env));
  expect(failure.code).toBe("CONFIG_INVALID");
  return (failure as PhiError<"CONFIG_INVALID">).facts.problems.split("\n");
}

function failureOf(run: () => unknown): PhiError {
  try {
    run();
  } catch (error) {
    if (!(error instanceof PhiError)) throw error;
    const failure: PhiError = error;
    return failure;
  }
  throw new Error("was not refused");
}

test("a good file is read, and what it leaves out is filled in", () => {
  const text = "cluster: prod\nsize: 16MiB\ntarget: '[::1]:80'\ngroups:\n  db: { required: 1 }\n";
  expect(load(text)).toEqual({
    cluster: "prod",
    size: 16 * 1024 * 1024,
    target: { host: "::1", port: 80 },
    groups: { db: { required: 1, mode: "a" } },
  });
});

test("a value that cannot work is refused with its line, its path, what was found and what is allowed", () => {
  expect(problemsOf("cluster: prod\ndetector:\n  down: 0\n")).toEqual([
    "phi.yaml:3: detector.down: found 0, allowed a number above 0",
  ]);
});

test("each problem has its own line", () => {
  expect(problemsOf("listen: { host: 1, port: 2.5 }\nonLoss: stop\nsize: 4MB\n")).toEqual([
    "phi.yaml:1: listen.host: found 1, allowed a text",
    "phi.yaml:1: listen.port: found 2.5, allowed a whole number",
    "phi.yaml:2: onLoss: found stop, allowed fence | failsafe",
    "phi.yaml:3: size: found 4MB, allowed a size above 0, such as 512KiB, 16MiB or 1GiB",
  ]);
});

test("a missing key is looked for in the block that lacks it", () => {
  expect(problemsOf("cluster: prod\nlisten:\n  host: 127.0.0.1\n")).toEqual([
    "phi.yaml:2: listen.port: found nothing, allowed a number",
  ]);
});

test("an unknown key is refused and the nearest known one named", () => {
  expect(problemsOf("cluster: prod\nlisten: { host: a, prot: 1, port: 1 }\n")).toEqual([
    "phi.yaml:2: listen.prot: found an unknown key, allowed port (did you mean that?), or another one of host, port",
  ]);
  expect(problemsOf("groups:\n  db:\n    required: 1\n    zzzzz: 1\n")).toEqual([
    "phi.yaml:4: groups.db.zzzzz: found an unknown key, allowed one of mode, required",
  ]);
});

test("a wrong value in a list is found by its number", () => {
  expect(problemsOf("checks:\n  - { name: a, interval: 1s }\n  - { name: b, interval: soon }\n")).toEqual([
    "phi.yaml:3: checks[1].interval: found soon, allowed a duration above 0, such as 250ms, 2s, 1m, 1h or 30d",
  ]);
});

test("a secret is never shown", () => {
  const [problem] = problemsOf("auth: { token: [hush] }\n");
  expect(problem).toContain("auth.token: found (hidden)");
  expect(problem).not.toContain("hush");
});

test("broken YAML is refused with its line", () => {
  const [problem] = problemsOf("cluster: prod\nlisten: { host: a\n");
  expect(problem).toMatch(/^phi\.yaml:3: not YAML at column \d+: /);
  expect(problemsOf("cluster: a\ncluster: b\n")[0]).toMatch(/^phi\.yaml:2: not YAML .*unique/);
  expect(problemsOf("- a\n- b\n")).toEqual([
    "phi.yaml:1: the file: found no block of keys, allowed a block of keys",
  ]);
});

test("a file that cannot be read is refused by its name", () => {
  const missing = failureOf(() => loadConfig({ file: join(folder, "none.yaml"), schema, env: {} }));
  expect(missing.code).toBe("CONFIG_UNREADABLE");
  expect(missing.message).toContain("none.yaml reason=there is no such file");
  expect(failureOf(() => loadConfig({ file: folder, schema, env: {} })).message).toContain("a folder");
});

test("variables override keys, also keys that the file lacks and those of the user's own names", () => {
  const env = {
    PHI_LISTEN_PORT: "7400",
    PHI_LISTEN_HOST: "127.0.0.1",
    PHI_CLUSTER: "007",
    PHI_GROUPS_DB_1_REQUIRED: "3",
    PHI_ON_LOSS: "failsafe",
    PHI_SERVICE_HOST: "from the platform",
  };
  expect(load("groups: { db-1: { required: 1 } }\n", env)).toEqual({
    cluster: "007",
    listen: { host: "127.0.0.1", port: 7400 },
    onLoss: "failsafe",
    groups: { "db-1": { required: 3, mode: "a" } },
  });
});

test("a wrong variable is named in place of the line", () => {
  expect(problemsOf("listen: { host: a, port: 1 }\n", { PHI_LISTEN_PORT: "many" })).toEqual([
    "PHI_LISTEN_PORT: listen.port: found many, allowed a number",
  ]);
});

test("durations, sizes and endpoints take what people write and nothing else", () => {
  const read = (piece: z.ZodType, text: unknown): unknown => {
    const result = piece.safeParse(text);
    return result.success ? result.data : "refused";
  };
  expect(["250ms", "2s", "1m", "1h", "30d", "1.5s"].map((text) => read(duration, text))).toEqual([
    250, 2_000, 60_000, 3_600_000, 2_592_000_000, 1_500,
  ]);
  for (const wrong of ["0s", "-1s", "5", 5, "s", "1 s", "1e3ms", "99999d", "", null]) {
    expect([wrong, read(duration, wrong)]).toEqual([wrong, "refused"]);
  }
  expect(["1B", "1KiB", "1.5GiB"].map((text) => read(bytes, text))).toEqual([1, 1_024, 1_610_612_736]);
  for (const wrong of ["0B", "16MB", "1.5B", 16, "999999999TiB"]) expect(read(bytes, wrong)).toBe("refused");
  expect(read(endpoint, "db.example:5432")).toEqual({ host: "db.example", port: 5432 });
  for (const wrong of ["db", "db:0", "db:65536", ":1", "::1:5", "a b:1", "http://a:1"]) {
    expect([wrong, read(endpoint, wrong)]).toEqual([wrong, "refused"]);
  }
});

test("a secret is a text or the content of a file", () => {
  const file = join(folder, "token");
  writeFileSync(file, "  hush \n");
  expect(secret.parse(`file:${file}`)).toBe("hush");
  expect(secret.parse("plain")).toBe("plain");
  writeFileSync(file, "\n");
  expect(secret.safeParse(`file:${file}`).error?.issues[0]?.message).toContain("it is empty");
  expect(secret.safeParse("file:/none/at/all").error?.issues[0]?.message).toContain("ENOENT");
});

test("what is printed can be read again", () => {
  const words = { interval: durationWords(90_000), size: bytesWords(1_536), day: durationWords(86_400_000) };
  expect(printConfig(words)).toBe("interval: 90s\nsize: 1536B\nday: 1d\n");
  for (const ms of [1, 250, 1_000, 90_000, 3_600_000, 7_776_000_000]) {
    expect(duration.parse(durationWords(ms))).toBe(ms);
    expect(bytes.parse(bytesWords(ms))).toBe(ms);
  }
});

test("a value from elsewhere is checked in the same words", () => {
  const body = z.strictObject({ to: z.string().optional(), force: z.boolean().default(false) });
  expect(checkValue(body, { to: "db-2" })).toEqual({ value: { to: "db-2", force: false } });
  expect(checkValue(body, { to: 5, forse: true })).toEqual({
    problems: [
      "to: found 5, allowed a text",
      "forse: found an unknown key, allowed force (did you mean that?), or another one of force, to",
    ],
  });
  expect(checkValue(body, 7)).toEqual({ problems: ["the whole: found 7, allowed a block of keys"] });
  expect(checkValue(z.strictObject({}), { a: 1 })).toEqual({
    problems: ["a: found an unknown key, allowed no keys at all"],
  });
});
