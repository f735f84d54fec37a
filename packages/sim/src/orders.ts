/** What operators order, in words. */
import { type Action, groupId, nodeId } from "@phidelity/core";
import { type Words, nodeIn } from "./words.ts";
import type { World } from "./world.ts";

type Command = (world: World, words: Words) => void;

export const orders: Readonly<Record<string, Command>> = {
  failover: ordered((_world, words) => ({
    action: "failover",
    acceptDataLoss: words.has("loss"),
    nodeIsOff: words.has("off"),
    group: groupId(words.next()),
    ...toNode(words),
  })),
  switchover: ordered((_world, words) => ({
    action: "switchover",
    group: groupId(words.next()),
    ...toNode(words),
  })),
  drain: ordered((world, words) => ({
    action: "drain",
    force: words.has("force"),
    node: nodeId(nodeIn(world, words)),
  })),
  undrain: ordered((world, words) => ({ action: "undrain", node: nodeId(nodeIn(world, words)) })),
  pause: ordered((_world, words) => ({
    action: "pause",
    group: groupId(words.next()),
    reason: "maintenance",
    ...forMs(words),
  })),
  resume: ordered((_world, words) => ({ action: "resume", group: groupId(words.next()) })),
  ack: ordered((_world, words) => ({ action: "ack", group: groupId(words.next()) })),
  forget: ordered((world, words) => ({ action: "forget", node: nodeId(nodeIn(world, words)) })),
};

function ordered(actionOf: (world: World, words: Words) => Action): Command {
  return (world, words) => world.order(actionOf(world, words));
}

function toNode(words: Words): { readonly to?: ReturnType<typeof nodeId> } {
  const to = words.optional();
  return to === undefined ? {} : { to: nodeId(to) };
}

function forMs(words: Words): { readonly forMs?: number } {
  const ms = words.optional();
  return ms === undefined ? {} : { forMs: Number(ms) };
}
