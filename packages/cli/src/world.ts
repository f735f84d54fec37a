/** What a call of `phi` sees of the machine, so that tests can give it another one. */

/** Where text goes. */
export interface Output {
  write(text: string): unknown;
  /** True for a terminal. */
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
  on(event: "resize", listener: () => void): unknown;
  off(event: "resize", listener: () => void): unknown;
}

/** Where keys come from. */
export interface Input extends NodeJS.ReadableStream {
  readonly isTTY?: boolean;
  setRawMode?(raw: boolean): unknown;
  unref?(): unknown;
}

export interface World {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Where a running demo says where it is. */
  readonly temporaryFolder: string;
  /** The time of day in ms since 1970. */
  nowMs(): number;
  /** Calls the listener at SIGINT and SIGTERM. Returns what takes it off again. */
  onInterrupt(listener: () => void): () => void;
}

/** The machine as it is. */
export function thisMachine(temporaryFolder: string): World {
  return {
    env: process.env,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    temporaryFolder,
    nowMs: () => Date.now(),
    onInterrupt: (listener) => {
      process.on("SIGINT", listener);
      process.on("SIGTERM", listener);
      return () => {
        process.off("SIGINT", listener);
        process.off("SIGTERM", listener);
      };
    },
  };
}
