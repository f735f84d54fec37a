import { setTimeout as sleep } from "node:timers/promises";

interface Member {
  readonly node: string;
  readonly role: string;
  readonly status: string;
}

const ASK_EVERY_MS = 100;

/**
 * Waits until one member is active, all others stand by, and clients are served.
 *
 * @returns the node that is active
 * @throws Error past the deadline, with what the coordinator said last
 */
export async function untilServing(url: string, members: number, deadlineMs: number): Promise<string> {
  const end = performance.now() + deadlineMs;
  let last = "the coordinator has not answered yet";
  while (performance.now() < end) {
    try {
      const found = await membersOf(url);
      const alive = found.filter(({ status }) => status === "alive");
      const active = alive.filter(({ role }) => role === "active");
      const standbys = alive.filter(({ role }) => role === "standby");
      last = found.map(({ node, role, status }) => `${node} is ${role} and ${status}`).join(", ");
      const [only] = active;
      if (active.length === 1 && only !== undefined && standbys.length === members - 1) return only.node;
    } catch (error) {
      last = error instanceof Error ? error.message : String(error);
    }
    await sleep(ASK_EVERY_MS);
  }
  throw new Error(`not every member serves or stands by after ${deadlineMs / 1_000} s: ${last}`);
}

async function membersOf(url: string): Promise<readonly Member[]> {
  const response = await fetch(`${url}/v1/members`);
  if (!response.ok) throw new Error(`the coordinator answers ${response.status}`);
  const { members } = (await response.json()) as { readonly members: readonly Member[] };
  return members;
}
