/** The part of an image that comes from this machine's Debian: packages' files, the libraries that they load, users. */
import { execFileSync } from "node:child_process";
import { existsSync, lstatSync, readlinkSync } from "node:fs";
import { Rootfs } from "./rootfs.ts";
import { NODE } from "../paths.ts";

/** What every host has: a shell, the usual commands, names, time zones, and the locale C.UTF-8. */
const BASE_PACKAGES = [
  "bash",
  "busybox|busybox-static",
  "coreutils",
  "grep",
  "sed",
  "util-linux",
  "procps",
  "tzdata",
  "libc-bin",
  "ca-certificates",
  "libpam-modules",
  "libfaketime",
  // What Node itself loads.
  "libc6",
  "libstdc++6",
  "libatomic1",
];

/** Packages of libraries; not the compiler that PostgreSQL can do without, nor another language. */
const LIBRARY = /^(?:lib(?!llvm|perl|python)|zlib1g)/;

/** Files that a container has no use for; among them a compiler for queries that weighs as much as all the rest. */
const LEFT_OUT =
  /^\/usr\/share\/(?:doc|man|locale|info|lintian|bug|bash-completion|perl5|menu|common-licenses|doc-base)\/|^\/(?:usr\/)?lib\/systemd\/|^\/(?:boot|var)\/|^\/etc\/(?:init\.d|cron|logrotate)|\/(?:bitcode|pgxs|llvmjit)[/.]|\/llvmjit\w*\.|\.a$/;

const FILES = ["/etc/nsswitch.conf", "/etc/ssl/certs/ca-certificates.crt", "/etc/protocols", "/etc/services"];

/** Some programs ask for the name of the user that runs them. */
const USERS = { root: 0, postgres: 101, redis: 102, nobody: 65534 } as const;

/** @param packages of Debian, installed here, whose files the image is to hold as well. */
export function systemFiles(packages: readonly string[]): Rootfs {
  const root = new Rootfs();
  for (const path of filesOf(withLibraries([...BASE_PACKAGES, ...packages]))) {
    if (!LEFT_OUT.test(path) && isFileOrLink(path)) root.addSystemFile(path);
  }
  for (const path of FILES.filter((one) => existsSync(one))) root.addSystemFile(path);
  root.addCopy("/usr/bin/node", realNode());
  addAliases(root);
  addUsers(root);
  addBusybox(root);
  return root;
}

/**
 * The packages and every package of libraries that they depend on, as Debian knows it: asking the loader about each
 * file would start a thousand processes.
 *
 * @param choices packages, or several with `|` between them, of which one is here
 */
function withLibraries(choices: readonly string[]): readonly string[] {
  const needs = installed();
  const found = new Set<string>();
  const waiting = choices.map((choice) => {
    const name = choice.split("|").find((one) => needs.has(one));
    if (name !== undefined) return name;
    throw new Error(
      `the Debian package ${choice.replace("|", " or ")} is not installed (apt-get install it)`,
    );
  });
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    waiting.push(...(needs.get(name) ?? []).filter((one) => LIBRARY.test(one) && needs.has(one)));
  }
  return [...found];
}

/** What each package here depends on, by name. */
function installed(): ReadonlyMap<string, readonly string[]> {
  const lines = query("-W", "-f", "${db:Status-Abbrev}\t${Package}\t${Pre-Depends}, ${Depends}\n").split(
    "\n",
  );
  return new Map(
    lines
      .map((line) => line.split("\t"))
      .filter(([status]) => status?.startsWith("ii") === true)
      .map(([, name = "", needs = ""]) => [
        name,
        needs.split(/[,|]/).map((one) => one.trim().split(/[ :]/)[0] ?? ""),
      ]),
  );
}

function filesOf(packages: readonly string[]): readonly string[] {
  return query("-L", ...packages)
    .split("\n")
    .filter((line) => line.startsWith("/"));
}

function query(...args: readonly string[]): string {
  return execFileSync("dpkg-query", args, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
}

function isFileOrLink(path: string): boolean {
  if (!existsSync(path)) return false;
  const stat = lstatSync(path);
  return stat.isFile() || (stat.isSymbolicLink() && !isFolderLink(path));
}

function isFolderLink(path: string): boolean {
  return existsSync(`${path}/.`);
}

function realNode(): string {
  return execFileSync("readlink", ["-f", NODE], { encoding: "utf8" }).trim();
}

/** Where this machine's `/bin` is another name of `/usr/bin`, so it is in the image. */
function addAliases(root: Rootfs): void {
  for (const path of ["/bin", "/sbin", "/lib", "/lib64"]) {
    if (existsSync(path) && lstatSync(path).isSymbolicLink()) root.addLink(path, readlinkSync(path));
  }
}

function addUsers(root: Rootfs): void {
  const users = Object.entries(USERS);
  root.addText(
    "/etc/passwd",
    users.map(([name, id]) => `${name}:x:${id}:${id}:${name}:/var/lib/${name}:/bin/bash\n`).join(""),
  );
  root.addText("/etc/group", users.map(([name, id]) => `${name}:x:${id}:\n`).join(""));
  root.addText("/etc/pam.d/runuser", "auth sufficient pam_rootok.so\nsession required pam_permit.so\n");
  root.addText("/tmp/.keep", "");
  root.addText("/run/.keep", "");
  root.addText("/var/log/.keep", "");
}

/** Every small command that nothing else in the image brings. */
function addBusybox(root: Rootfs): void {
  const binary = ["/usr/bin/busybox", "/bin/busybox"].find((path) => root.has(path)) ?? "/bin/busybox";
  const applets = execFileSync("busybox", ["--list"], { encoding: "utf8" }).trim().split("\n");
  for (const applet of applets) {
    const taken = ["/usr/bin", "/usr/sbin", "/bin", "/sbin"].some((folder) =>
      root.has(`${folder}/${applet}`),
    );
    if (!taken) root.addLink(`/usr/bin/${applet}`, binary);
  }
}
