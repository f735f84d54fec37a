/**
 * Time as the machines see it: a monotonic clock that somebody else reads.
 *
 * Instants of two machines, or of two starts of one machine, do not compare; only the shell that owns the clock
 * creates them, and nothing here asks what time it is.
 */
declare const instantBrand: unique symbol;
declare const millisBrand: unique symbol;

/** A point on one monotonic clock, in ms; fractions are allowed. */
export type Instant = number & { readonly [instantBrand]: true };

/** A length of time in ms; fractions are allowed. */
export type Millis = number & { readonly [millisBrand]: true };

/** Names a number of ms on the monotonic clock an instant. */
export function instant(ms: number): Instant {
  return ms as Instant;
}

/** Names a number of ms a length of time. */
export function millis(ms: number): Millis {
  return ms as Millis;
}

/** The instant that lies `length` after `start`. */
export function after(start: Instant, length: number): Instant {
  return (start + length) as Instant;
}

/** The time from `start` to `end`, in ms; negative where `end` is the earlier. */
export function between(start: Instant, end: Instant): Millis {
  return (end - start) as Millis;
}

/** The earliest of the instants that are set, or undefined where none is. */
export function earliest(...instants: readonly (Instant | undefined)[]): Instant | undefined {
  let first: Instant | undefined;
  for (const at of instants) if (at !== undefined && (first === undefined || at < first)) first = at;
  return first;
}
