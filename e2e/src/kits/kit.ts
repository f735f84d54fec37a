/** What a service needs to be put under Phidelity in containers, and to be judged afterwards. */

import type { Language } from "../database.ts";

/** One host of a cluster. */
export interface Place {
  /** The node's name. */
  readonly name: string;
  /** From 1. */
  readonly number: number;
  readonly address: string;
}

export interface HostFile {
  readonly path: string;
  readonly text: string;
  readonly mode?: number;
}

export interface Kit {
  /** As `--kit` names it. */
  readonly name: string;
  readonly title: string;
  readonly group: string;
  /** The service and the version of it that is installed here. */
  readonly version: () => string;
  /** Debian packages whose files go into the image. */
  readonly packages: readonly string[];
  /** Where the service keeps its data, on a disk of its own. */
  readonly dataFolder: string;
  /** Whether every write that was acknowledged must outlive every fault, or only those that had reached a replica. */
  readonly keepsEverything: boolean;
  /**
   * Whether only the standby that is furthest may take over. While clients write, the others are behind it: how far each is,
   * the coordinator heard of at different moments, and asks for it anew when it matters.
   */
  readonly onlyTheFurthest: boolean;
  /** The command lines of the service's processes. */
  readonly processes: RegExp;
  /** How clients speak to it. */
  readonly language: Language;
  readonly gatePort: number;
  /** `coordinator.yaml` as the example has it. */
  readonly coordinatorYaml: () => string;
  /** Everything that a host gets besides the image, as the example has it for its first host. */
  readonly files: (place: Place) => readonly HostFile[];
  /** Makes room for numbered values; called once on the active, and again before each run. */
  readonly clear: (active: Place) => Promise<void>;
  /** True while it streams from the active. */
  readonly follows: (standby: Place, active: Place) => Promise<boolean>;
  /** Every numbered value that the active holds. */
  readonly surviving: (active: Place) => Promise<readonly number[]>;
}
