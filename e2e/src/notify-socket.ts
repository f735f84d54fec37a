import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import type { Folder } from "./folder.ts";
import { until } from "./until.ts";

/** Node has no datagram sockets of the unix kind; perl is part of every Debian. Prints each message on a line. */
const RECEIVER = `
use IO::Socket::UNIX; use Socket; $| = 1;
my $socket = IO::Socket::UNIX->new(Type => SOCK_DGRAM, Local => $ARGV[0]) or die "cannot bind: $!";
print "bound\\n";
while (defined $socket->recv(my $message, 65536)) { $message =~ s/\\n/ | /g; print "$message\\n"; }
`;

/** A socket as systemd gives one to each of its services, in NOTIFY_SOCKET. */
export class NotifySocket {
  readonly path: string;
  readonly #receiver: ChildProcess;
  #lines: readonly string[] = [];
  #rest = "";

  private constructor(path: string, folder: string) {
    this.path = path;
    this.#receiver = spawn("perl", ["-e", RECEIVER, path], {
      cwd: folder,
      stdio: ["ignore", "pipe", "inherit"],
    });
    this.#receiver.stdout?.on("data", (bytes: Buffer) => {
      const lines = (this.#rest + bytes.toString()).split("\n");
      this.#rest = lines.pop() ?? "";
      this.#lines = [...this.#lines, ...lines];
    });
  }

  /** Done once it is bound; it ends with the folder. */
  static async open(folder: Folder, name: string): Promise<NotifySocket> {
    const socket = new NotifySocket(join(folder.path, name), folder.path);
    await until("the socket is bound", 30_000, () => socket.#lines.includes("bound"));
    return socket;
  }

  /** What was sent, oldest first, without the barriers by which a sender waits until it was read. */
  get messages(): readonly string[] {
    return this.#lines.slice(1).filter((line) => line !== "BARRIER=1");
  }

  /** How many messages were signs of life. */
  get signsOfLife(): number {
    return this.messages.filter((message) => message === "WATCHDOG=1").length;
  }
}
