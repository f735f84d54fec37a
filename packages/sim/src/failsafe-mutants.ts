/** Wrong ways to go on without the coordinator, and to speak through a peer. */
import { type AgentEvent, type AgentState, type PeerMessage, type View, stepAgent } from "@phidelity/core";
import type { Rules } from "./rules.ts";

type StepAgent = Rules["stepAgent"];

/** What a peer says counts from when it comes. */
function fromArrival(
  type: PeerMessage["type"],
  redate: (state: AgentState, event: PeerEvent, now: Now) => void,
): StepAgent {
  return (state, event, now) => {
    if (event.type === "peerReceived" && event.message.type === type) redate(state, event, now);
    return stepAgent(state, event, now);
  };
}

type PeerEvent = Extract<AgentEvent, { readonly type: "peerReceived" }>;
type Now = Parameters<StepAgent>[2];

export const relayFromArrival: StepAgent = fromArrival("relay", (state, { message }, now) => {
  if (message.type !== "relay" || message.message.type !== "ack") return;
  const { sequence } = message.message;
  state.sent = state.sent.map((one) => (one.sequence === sequence ? { ...one, sentAt: now } : one));
});

export const promiseFromArrival: StepAgent = fromArrival("peerPromise", (state, { message }, now) => {
  if (message.type !== "peerPromise") return;
  const { sequence } = message;
  for (const { claiming } of state.services.values())
    claiming.asked = claiming.asked.map((one) => (one.sequence === sequence ? { ...one, sentAt: now } : one));
});

/** It does without the promise of the last of the others. */
export const onePromiseMissing: StepAgent = (state, event, now) => {
  if (event.type !== "received" || event.message.type !== "view") return stepAgent(state, event, now);
  const { message } = event;
  const without = (members: View["groups"][number]["members"]): typeof members => {
    const spared = members.findLast((member) => member !== state.settings.node);
    return members.filter((member) => member !== spared);
  };
  const groups = message.groups.map((group) => ({ ...group, members: without(group.members) }));
  return stepAgent(state, { ...event, message: { ...message, groups } }, now);
};

/** It forgets, at an ack, what it has promised. */
export const promiseBroken: StepAgent = (state, event, now) => {
  const isAck = event.type === "received" && event.message.type === "ack";
  if (isAck) for (const service of state.services.values()) service.promised = undefined;
  return stepAgent(state, event, now);
};
