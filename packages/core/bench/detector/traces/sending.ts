/** From a path and the sender's pauses to the heartbeats that arrive. */

/** A heartbeat that arrived: its slot, and when, in ms. Slots ascend; repeats and late-comers are left out. */
export interface Beat {
  readonly slot: number;
  readonly at: number;
}

/** How long the heartbeat of `slot` is on its way, in ms; undefined where it is lost. */
export type Path = (slot: number) => number | undefined;
export type Pause = readonly [from: number, to: number];

/** Sends one heartbeat a period. What falls into a pause of the sender goes out at its end, and only the last of it. */
export function send(beats: number, period: number, path: Path, pauses: readonly Pause[] = []): Beat[] {
  const sent: Beat[] = [];
  let next = 0;
  for (let slot = 1; slot <= beats; slot++) {
    let at = slot * period;
    while ((pauses[next]?.[1] ?? Infinity) <= at) next += 1;
    const [from, to] = pauses[next] ?? [Infinity, Infinity];
    if (from <= at && to >= at + period) continue;
    if (from <= at) at = to;
    const delay = path(slot);
    if (delay !== undefined) sent.push({ slot, at: at + delay });
  }
  let newest = 0;
  return sent
    .sort((one, other) => one.at - other.at)
    .filter(({ slot }) => slot > newest && (newest = slot) > 0);
}

/** A line on which nothing overtakes: what is held up holds up all that follows, as in TCP. */
export function inOrder(period: number, path: (slot: number) => number): Path {
  let freeAt = 0;
  return (slot) => {
    freeAt = Math.max(freeAt + 0.05, slot * period + path(slot));
    return freeAt - slot * period;
  };
}
