/** How a node fares, in one line for people: what `systemctl status` shows of it. */
import type { AgentState } from "@phidelity/core";

const CONNECTION: Readonly<Record<AgentState["connection"]["phase"], string>> = {
  waiting: "no coordinator",
  connecting: "looking for a coordinator",
  greeting: "greeting a coordinator",
  up: "connected",
};

type Service = AgentState["services"] extends Map<unknown, infer T> ? T : never;

/** `connected; db active at epoch 4, web standby` */
export function statusWords(state: AgentState): string {
  const services = [...state.services.values()].map((service) => serviceWords(service));
  return [CONNECTION[state.connection.phase], services.join(", ")].filter((words) => words !== "").join("; ");
}

function serviceWords({ settings, role, lease, saidAnswer }: Service): string {
  if (saidAnswer?.serving) return `${settings.group} serving`;
  const epoch = role === "active" && lease !== undefined ? ` at epoch ${lease.epoch}` : "";
  return `${settings.group} ${role === "none" ? "idle" : role}${epoch}`;
}
