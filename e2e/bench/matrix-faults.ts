/** The faults of the matrix: what is done to the active, and whether another member must become active for it. */
import { DAEMON, type ContainerCluster } from "../src/containers/container-cluster.ts";
import type { ContainerHost } from "../src/containers/container-host.ts";
import { diskFull } from "../src/faults/disk.ts";
import type { Undo } from "../src/faults/faults.ts";
import { hostCut, linkCut } from "../src/faults/network.ts";
import { frozen, hostFrozen, hostOff, killed } from "../src/faults/processes.ts";

export interface MatrixFault {
  readonly name: string;
  /** Whether another member has to take over, may not, or may where the service ends of it. */
  readonly moves: "must" | "mustNot" | "may";
  strike(active: ContainerHost, cluster: ContainerCluster): Promise<Undo>;
}

export const matrixFaults: readonly MatrixFault[] = [
  {
    name: "database killed",
    moves: "must",
    strike: async (active, { kit }) => killed(active, kit.processes),
  },
  { name: "daemon killed", moves: "must", strike: async (active) => killed(active, DAEMON) },
  {
    name: "both killed",
    moves: "must",
    strike: async (active, { kit }) => killed(active, kit.processes, DAEMON),
  },
  { name: "container killed", moves: "must", strike: (active) => hostOff(active) },
  {
    name: "both frozen",
    moves: "must",
    strike: async (active, { kit }) => frozen(active, kit.processes, DAEMON),
  },
  { name: "container frozen", moves: "must", strike: (active) => hostFrozen(active) },
  { name: "host cut off", moves: "must", strike: (active) => hostCut(active) },
  { name: "host cut, nothing gets out", moves: "must", strike: (active) => hostCut(active, "out") },
  {
    name: "link to coordinator cut",
    moves: "mustNot",
    strike: (active, { coordinator }) => linkCut(active, coordinator),
  },
  { name: "disk full", moves: "may", strike: (active) => diskFull(active) },
  {
    name: "switchover",
    moves: "must",
    strike: async (_active, { api, kit }) => {
      const { status, text } = await api.order(`/v1/groups/${kit.group}/switchover`, {});
      if (status !== 200) throw new Error(`the switchover was refused: ${text}`);
      return async () => {};
    },
  },
];
