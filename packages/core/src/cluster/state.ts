/** Everything that the coordinator's machine knows. Plain data: it can be printed, compared and stored. */
import type { NodeId } from "../ids.ts";

/** Where a group stands; what leads from one to the next is in `failover.table.ts`. */
export type GroupPhase =
  | "choosing"
  | "committing"
  | "promoting"
  | "serving"
  | "releasing"
  | "demoting"
  | "catchingUp"
  | "held";

/** Why and how a group's active role is on the move. */
export interface Move {
  readonly kind: "start" | "failover" | "switchover";
  readonly because: string;
  readonly by: string;
  readonly from: NodeId | "";
  readonly to: NodeId | "";
  readonly acceptDataLoss: boolean;
  readonly tried: readonly NodeId[];
}
