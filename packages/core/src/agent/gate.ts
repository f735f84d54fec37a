/** What the gate and the role endpoints of a service are to do; said again whenever it changes. */
import { epoch } from "../ids.ts";
import { isSame } from "../same.ts";
import { type Instant, instant } from "../time.ts";
import type { AgentEffect, GateOrder, RoleAnswer } from "./events.ts";
import { holds } from "./lease.ts";
import { servesShared } from "./role.ts";
import { type AgentState, type ServiceState, isSelf } from "./state.ts";

/** The orders that differ from what was said last. */
export function gateOrders(state: AgentState, service: ServiceState, now: Instant): AgentEffect[] {
  const orders: AgentEffect[] = [];
  const { group } = service.settings;
  const gate = gateOrder(state, service, now);
  if (service.settings.gateStandby !== undefined && !isSame(gate, service.saidGate)) {
    service.saidGate = gate;
    orders.push({ type: "gate", group, order: gate });
  }
  const role = roleAnswer(service, now);
  if (!isSame(role, service.saidAnswer)) {
    service.saidAnswer = role;
    orders.push({ type: "role", group, role });
  }
  return orders;
}

function gateOrder(state: AgentState, service: ServiceState, now: Instant): GateOrder {
  const { view, lease } = service;
  if (view?.mode === "active-active") return { mode: servesShared(service) ? "open" : "refuse" };
  if (service.role === "active" && holds(lease, now)) {
    return { mode: "serve", epoch: lease.epoch, until: lease.until };
  }
  const elsewhere = view !== undefined && view.serving && view.active !== "" && !isSelf(state, view.active);
  if (service.settings.gateStandby === "forward" && elsewhere) {
    return { mode: "forward", address: view.activeAddress };
  }
  return { mode: "refuse" };
}

function roleAnswer(service: ServiceState, now: Instant): RoleAnswer {
  const shared = service.view?.mode === "active-active";
  const { lease } = service;
  const active = !shared && service.role === "active" && holds(lease, now);
  return {
    active,
    until: active ? lease.until : instant(0),
    epoch: active ? lease.epoch : epoch(0),
    standby: !shared && service.role === "standby",
    serving: shared && servesShared(service),
  };
}
