/** How the cluster fares, in one line for people: what `systemctl status` shows of a coordinator. */
import type { GroupSummary, MembersUpdate } from "@phidelity/core";

/** So many groups are named; of more there are only the numbers. */
const NAMED_MAX = 4;

type Member = Pick<MembersUpdate["members"][number], "node" | "status">;
type Group = Pick<GroupSummary, "group" | "active" | "serving" | "serve" | "epoch" | "incident">;

/** `nodes: 2 alive, 1 down; groups: db active on n1 at epoch 4; 1 incident: db: ...` */
export function statusWords(members: readonly Member[], groups: readonly Group[]): string {
  const incidents = groups.filter(({ incident }) => incident !== "");
  const told = incidents.map(({ group, incident }) => `${group}: ${incident}`)[0] ?? "";
  const counted = incidents.length === 1 ? "1 incident" : `${incidents.length} incidents`;
  return [
    `nodes: ${nodeWords(members)}`,
    `groups: ${groupWords(groups)}`,
    ...(incidents.length === 0 ? [] : [`${counted}: ${told}`]),
  ].join("; ");
}

function nodeWords(members: readonly Member[]): string {
  const statusOf = new Map(members.map(({ node, status }) => [node, status]));
  const counts = new Map<string, number>();
  for (const status of statusOf.values()) counts.set(status, (counts.get(status) ?? 0) + 1);
  const words = [...counts].sort(([one], [other]) => (one < other ? -1 : 1));
  return words.map(([status, count]) => `${count} ${status}`).join(", ") || "none";
}

function groupWords(groups: readonly Group[]): string {
  const served = groups.filter(({ serving, serve }) => serving || serve.length > 0).length;
  if (groups.length > NAMED_MAX) return `${served} of ${groups.length} served`;
  return groups.map((group) => oneGroup(group)).join(", ") || "none";
}

function oneGroup({ group, active, serving, serve, epoch }: Group): string {
  if (serving) return `${group} active on ${active} at epoch ${epoch}`;
  return serve.length > 0 ? `${group} served by ${serve.length}` : `${group} not served`;
}
