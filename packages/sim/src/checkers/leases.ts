/** At most one valid lease a group, at any instant of true time. */
import { Violation } from "../violation.ts";
import type { NodeHost } from "../node-host.ts";
import type { World } from "../world.ts";

/**
 * Asked after a node's turn: leases begin only there, and in between they can only end. A lease counts while the local
 * clock is before its end, whether or not the host is frozen: it could be thawed now.
 */
export function checkLeases(world: World, node: NodeHost): void {
  for (const [group, service] of node.state?.services ?? []) {
    if (!isValid(world, node, service.lease)) continue;
    for (const other of world.nodes.values()) {
      if (other === node) continue;
      const lease = other.state?.services.get(group)?.lease;
      if (!isValid(world, other, lease)) continue;
      const words = `${node.name} holds ${group} at epoch ${service.lease?.epoch ?? 0}, ${other.name} at epoch ${lease?.epoch ?? 0}`;
      throw new Violation("leases", words);
    }
  }
}

function isValid(world: World, node: NodeHost, lease: { readonly until: number } | undefined): boolean {
  return lease !== undefined && node.clock.at(world.now) < lease.until;
}
