/** The coordinator's fence command: it powers a node off, or fails to, and says so after a while. */
import type { ClusterEffect, ClusterEvent, ClusterState } from "@phidelity/core";
import type { Process } from "./process.ts";
import type { World } from "./world.ts";

type FenceEffect = Extract<ClusterEffect, { readonly type: "fence" }>;

/** @param process whoever ordered it, and is told of its end if he still runs */
export function runFence(
  world: World,
  { node, group, epoch }: FenceEffect,
  process: Process<ClusterState, ClusterEvent, ClusterEffect> | undefined,
): void {
  const timeoutMs = world.shape.cluster.groups.find((one) => one.group === group)?.fenceTimeoutMs ?? 0;
  const drawn = world.drawHook(timeoutMs);
  world.queue.plan(world.now + drawn.lengthMs, () => {
    if (drawn.takesEffect) world.powerOff(node);
    const detail = drawn.ok ? "off" : "no answer";
    process?.reach(() => process.dispatch({ type: "fenceEnded", group, epoch, ok: drawn.ok, detail }));
  });
}
