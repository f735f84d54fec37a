/** Bytes pass only under a valid lease, and nothing is given back while it is still in use. */
import { Violation } from "../violation.ts";
import type { NodeHost } from "../node-host.ts";
import type { World } from "../world.ts";

/** Asked of a node after its turn, and of each at every tick. */
export function checkGates(world: World, node: NodeHost): void {
  const { state } = node;
  if (state === undefined) return;
  const now = node.clock.at(world.now);
  for (const [group, service] of state.services) {
    const running = world.dataOf(group).of(node.name);
    const { releasedEpoch } = service;
    if (running.primaryAt > 0 && running.primaryAt <= releasedEpoch && running.isUp) {
      const words = `${node.name} gave ${group} back up to epoch ${releasedEpoch}, and its service is primary at ${running.primaryAt}`;
      throw new Violation("released", words);
    }
    const order = node.gates.get(group);
    if (order?.mode === "open" && world.dataOf(group).settings.mode === "active-passive")
      throw new Violation("gates", `${node.name} passes bytes of ${group} without a lease`);
    if (order?.mode !== "serve" || !world.rules.passes(order, now) || node.isMidTurn) continue;
    const { lease } = service;
    const isCovered =
      lease !== undefined && lease.epoch === order.epoch && now < lease.until && order.until <= lease.until;
    if (isCovered && service.role === "active") continue;
    const held = lease === undefined ? "none" : `${lease.epoch} for ${(lease.until - now).toFixed(3)} ms`;
    const words = `${node.name} passes bytes of ${group} at epoch ${order.epoch}, as ${service.role}; lease held: ${held}`;
    throw new Violation("gates", words);
  }
}
