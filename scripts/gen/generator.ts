/** Something that writes files which people do not edit. */
export interface Generator {
  /** What it writes, from the root of the repository. */
  readonly files: readonly string[];
  /** Writes each of them, at the same place below `into`. */
  readonly write: (into: string) => void;
}
