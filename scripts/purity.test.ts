/**
 * Core knows no clock and no dice: a planted one must be refused by the compiler or by lint, with the settings that the
 * repository uses, not with a copy of them.
 */
import { spawnSync } from "node:child_process";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { plantFolder } from "./tidy/planted.testing.ts";

const root = join(import.meta.dirname, "..");
const bin = (name: string): string => join(root, "node_modules/.bin", name);

function run(program: string, args: readonly string[], cwd: string): { ok: boolean; output: string } {
  const { status, stdout, stderr } = spawnSync(bin(program), args, {
    cwd,
    encoding: "utf8",
    timeout: 60_000,
  });
  return { ok: status === 0, output: stdout + stderr };
}

/** Compiles one file as if it lay in `packages/PACKAGE/src`. */
function compile(name: string, text: string): { ok: boolean; output: string } {
  const config = {
    extends: join(root, "packages", name, "tsconfig.json"),
    include: ["planted.ts"],
    exclude: [],
  };
  const options = { composite: false, noEmit: true, rootDir: ".", tsBuildInfoFile: null, incremental: false };
  const settings = JSON.stringify({ ...config, compilerOptions: options, references: [] });
  const folder = plantFolder({
    "planted.ts": text,
    "tsconfig.json": settings,
    "package.json": '{ "type": "module" }',
  });
  return run("tsc", ["-p", "."], folder);
}

/** Lints one file as if it lay there. */
function lint(path: string, text: string): { ok: boolean; output: string } {
  const compilerOptions = {
    strict: true,
    noEmit: true,
    module: "nodenext",
    target: "es2024",
    lib: ["es2024"],
    types: [],
  };
  const folder = plantFolder({ [path]: text, "tsconfig.json": JSON.stringify({ compilerOptions }) });
  copyFileSync(join(root, ".oxlintrc.json"), join(folder, ".oxlintrc.json"));
  return run("oxlint", ["--type-aware", "--deny-warnings"], folder);
}

test.each([
  ["a timer", "setTimeout(() => {}, 1);"],
  ["an interval", "setInterval(() => {}, 1);"],
  ["a microtask from outside", "queueMicrotask(() => {});"],
  ["the process", "process.exit(1);"],
  ["bytes of Node", "export const x: unknown = Buffer.alloc(1);"],
  ["the console", 'console.log("here");'],
  ["the network", 'void fetch("http://127.0.0.1/");'],
  ["the precise clock", "export const x: number = performance.now();"],
  ["a module of Node", 'import { readFileSync } from "node:fs";\nexport const x: unknown = readFileSync;'],
])("%s does not compile in core", (_what, text) => {
  const { ok, output } = compile("core", `${text}\nexport {};\n`);
  expect(ok, output).toBe(false);
  expect(output).toMatch(/planted\.ts.*error TS(?:2304|2307|2580|2584|2591)/);
});

test("a pure file compiles in core", () => {
  expect(compile("core", "export const twice = (x: number): number => 2 * x;\n")).toEqual({
    ok: true,
    output: "",
  });
});

test.each(["core", "sim"])("lint refuses the clock and the dice in %s", (name) => {
  for (const text of ["Date.now()", "new Date(0)", "Math.random()", "globalThis.Date"]) {
    const { ok, output } = lint(`packages/${name}/src/planted.ts`, `export const x: unknown = ${text};\n`);
    expect(ok, text).toBe(false);
    expect(output, text).toMatch(/no-restricted-(?:globals|properties)/);
  }
});

test("lint takes a pure file, and a clock in a shell", () => {
  expect(lint("packages/core/src/planted.ts", "export const x: number = Math.max(1, 2);\n").ok).toBe(true);
  expect(lint("packages/runtime/src/planted.ts", "export const x: number = Date.now();\n").ok).toBe(true);
});

test.each([
  ["no-floating-promises", "async function f(): Promise<void> {}\nexport function g(): void {\n  f();\n}\n"],
  [
    "no-misused-promises",
    "async function f(): Promise<boolean> {\n  return true;\n}\nexport const x = f() ? 1 : 2;\n",
  ],
  [
    "switch-exhaustiveness-check",
    'export function f(x: "a" | "b"): number {\n  switch (x) {\n    case "a":\n      return 1;\n  }\n  return 0;\n}\n',
  ],
  ["no-explicit-any", "export const x: any = 1;\n"],
])("lint finds a planted fault by %s", (rule, text) => {
  const { ok, output } = lint("packages/runtime/src/planted.ts", text);
  expect(ok).toBe(false);
  expect(output).toContain(rule);
});
