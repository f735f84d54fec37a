/** Which versions of the protocol this program speaks, and how two programs agree on one. */

/** The oldest version that this program still speaks. */
export const PROTOCOL_MIN = 1;

/** The newest version that this program speaks. */
export const PROTOCOL_MAX = 1;

/** The highest version that both sides speak, or undefined where there is none. */
export function agreeOnProtocol(theirs: { readonly min: number; readonly max: number }): number | undefined {
  const highest = Math.min(PROTOCOL_MAX, theirs.max);
  const lowest = Math.max(PROTOCOL_MIN, theirs.min);
  return highest >= lowest ? highest : undefined;
}
