/** What the harness asks of a kind of database, so that one cluster, one ordeal and one checker serve all of them. */

/** One real server, on an address of its own, with the example's configuration. */
export interface Database {
  readonly address: string;
  readonly port: number;
  /** Starts it as its machine would at boot, and waits until it answers. */
  start(): Promise<void>;
  /** Kills, freezes or thaws every process of it. */
  signal(name: "SIGKILL" | "SIGSTOP" | "SIGCONT"): void;
  /** True while it is a replica of that one, with the link up. */
  follows(active: Database): Promise<boolean>;
  /** The values that it holds of those that writers wrote. */
  values(): Promise<number[]>;
  /** Forgets the values of earlier writers; asked of the active. */
  forgetValues(): Promise<void>;
  /** Ends what the harness itself has open. */
  close(): void;
}

/** Which client the writers use. */
export type Language = "redis" | "postgresql";

/** One of the examples, in the words that it uses. */
export interface Example {
  /** The name of the group, and of the folder in `examples`. */
  readonly group: string;
  readonly language: Language;
  /** The ports that the example names: the database's own, and that of the gate. */
  readonly ports: { readonly database: number; readonly gate: number };
}

/** How a cluster is made of an example. */
export interface Recipe<D extends Database> extends Example {
  /** Where the temporary folder goes; left out for the usual place. */
  readonly root?: string;
  /** Makes the servers of all hosts, and starts none. */
  make(sites: readonly Site[]): Promise<readonly D[]>;
  /** The example's node.yaml, changed to run its hooks against this server. */
  adaptNode(yaml: string, database: D): string;
  adaptCoordinator(yaml: string): string;
}

/** Where a server is to be. */
export interface Site {
  readonly address: string;
  readonly port: number;
  /** A folder of the host's own, which exists. */
  readonly home: string;
}
