/** The faults whose length is measured, and how each is healed. */
import type { Cluster, Host } from "../src/cluster.ts";
import type { Database } from "../src/database.ts";

export const LEASE_MS = 2_000;

export interface MeasuredFault {
  readonly name: string;
  /** The longest that it may take, in ms, and where the number comes from. */
  readonly targetMs: number;
  readonly target: string;
  /** Whether what is measured is the time without acknowledgements, rather than the time since the fault. */
  readonly planned: boolean;
  strike(active: Host<Database>, cluster: Cluster<Database>): Promise<void>;
  /** Puts back what does not come back by itself. */
  heal(old: Host<Database>): Promise<void>;
}

const untilLeaseEnds = { targetMs: LEASE_MS + 300, target: "lease + 300 ms" } as const;

export const measuredFaults: readonly MeasuredFault[] = [
  {
    name: "database killed",
    targetMs: 500,
    target: "500 ms",
    planned: false,
    strike: async ({ database }) => database.signal("SIGKILL"),
    heal: async () => {},
  },
  {
    name: "daemon killed",
    ...untilLeaseEnds,
    planned: false,
    strike: async ({ daemon }) => daemon.signal("SIGKILL"),
    heal: async ({ daemon }) => daemon.start(),
  },
  {
    name: "both killed",
    ...untilLeaseEnds,
    planned: false,
    strike: async ({ daemon, database }) => {
      database.signal("SIGKILL");
      await daemon.signal("SIGKILL");
    },
    heal: async ({ daemon }) => daemon.start(),
  },
  {
    name: "both frozen",
    ...untilLeaseEnds,
    planned: false,
    strike: async ({ daemon, database }) => {
      database.signal("SIGSTOP");
      await daemon.signal("SIGSTOP");
    },
    heal: async ({ daemon, database }) => {
      database.signal("SIGCONT");
      await daemon.signal("SIGCONT");
    },
  },
  {
    name: "planned switchover",
    targetMs: 300,
    target: "Redis's own part + 300 ms",
    planned: true,
    strike: async (_active, cluster) => {
      const { status, text } = await cluster.api.order("/v1/groups/redis/switchover", {});
      if (status !== 200) throw new Error(`the switchover was refused: ${text}`);
    },
    heal: async () => {},
  },
];
