/** What people and programs read of a running machine. */
import {
  type CapacityRow,
  type ClusterState,
  type GroupSummary,
  type MembersUpdate,
  type NodeId,
  assert,
  capacityOf,
  groupId,
  groupOf,
  groupsOf,
  membersOf,
} from "@phidelity/core";
import type { Clock } from "@phidelity/runtime";

/** Looks at the machine's state with the clock of now. Nothing is decided by what is seen here. */
export class StateReader {
  readonly #state: () => ClusterState | undefined;
  readonly #clock: Clock;

  /** @param state the machine's state; undefined until there is one, and until then nothing may be read */
  constructor(state: () => ClusterState | undefined, clock: Clock) {
    this.#state = state;
    this.#clock = clock;
  }

  members(): MembersUpdate {
    return membersOf(this.#now(), this.#clock.now(), this.#clock.wallMs());
  }

  groups(): readonly GroupSummary[] {
    return groupsOf(this.#now(), this.#clock.now(), this.#clock.wallMs());
  }

  group(name: string): GroupSummary | undefined {
    return groupOf(this.#now(), groupId(name), this.#clock.now(), this.#clock.wallMs());
  }

  capacity(without: readonly NodeId[]): readonly CapacityRow[] {
    return capacityOf(this.#now(), without, this.#clock.now());
  }

  #now(): ClusterState {
    const state = this.#state();
    assert(state !== undefined, "nothing is read before the machine runs");
    return state;
  }
}
