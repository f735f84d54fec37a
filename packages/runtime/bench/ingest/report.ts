/** What a node of the load says of its one service: that it is well, and active or standby as it was told. */
import { type Epoch, type GroupId, type Report, epoch } from "@phidelity/core";

/** @param active the epoch at which it is active, where it is */
export function reportOf(
  version: number,
  group: GroupId,
  active: Epoch | undefined,
  followed: Epoch,
): Report {
  const service = {
    group,
    role: active === undefined ? ("standby" as const) : ("active" as const),
    epoch: active ?? epoch(0),
    seenEpoch: followed,
    releasedEpoch: epoch(0),
    failedEpoch: epoch(0),
    followedEpoch: active === undefined ? followed : epoch(0),
    dataEpoch: followed,
    promisedEpoch: epoch(0),
    health: "healthy" as const,
    ready: true,
    checksPassing: 1,
    checksTotal: 1,
    why: "",
  };
  return { version, services: [service] };
}
