/** What people and programs read of a running machine. */
import {
  type CapacityRow,
  type ClusterState,
  type GroupExplanation,
  type GroupSummary,
  type MembersUpdate,
  type NodeExplanation,
  type NodeId,
  type RecordedNode,
  assert,
  capacityOf,
  explainGroup,
  explainNode,
  groupId,
  groupOf,
  groupsOf,
  membersOf,
  recordedNode,
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

  explainNode(name: NodeId): NodeExplanation | undefined {
    return explainNode(this.#now(), name, this.#clock.now());
  }

  explainGroup(name: string): GroupExplanation | undefined {
    return explainGroup(this.#now(), groupId(name), this.#clock.now(), this.#clock.wallMs());
  }

  recorded(name: NodeId): RecordedNode | undefined {
    return recordedNode(this.#now(), name);
  }

  #now(): ClusterState {
    const state = this.#state();
    assert(state !== undefined, "nothing is read before the machine runs");
    return state;
  }
}
