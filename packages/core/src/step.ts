/**
 * What one event led to: the machine's state and the orders for its shell, in the order in which they are to be done.
 *
 * A machine owns its state and may change it in place: ten thousand nodes at four heartbeats a second leave no time to
 * copy it. Whoever keeps an older state keeps a copy of his own.
 */
export interface Step<State, Effect> {
  readonly state: State;
  readonly effects: readonly Effect[];
}

/** Nothing to order. */
export function stay<State, Effect>(state: State): Step<State, Effect> {
  return { state, effects: [] };
}
