/** The routes that answer why: explanations of nodes and groups, and recorded heartbeats. */
import { nodeId } from "@phidelity/core";
import type { Answer, Call } from "./http.ts";
import type { StateReader } from "./readings.ts";

/** By path: what is answered; 404 names what there is. */
export function explanationsOf(reader: StateReader): readonly (readonly [string, (call: Call) => Answer])[] {
  const nodes = (): string[] => [...new Set(reader.members().members.map((each) => each.node as string))];
  const groups = (): string[] => reader.groups().map((each) => each.group as string);
  return [
    [
      "/v1/nodes/:node/explain",
      ({ names }) => found("node", names["node"], nodes, (name) => reader.explainNode(nodeId(name))),
    ],
    [
      "/v1/nodes/:node/arrivals",
      ({ names }) => found("node", names["node"], nodes, (name) => reader.recorded(nodeId(name))),
    ],
    [
      "/v1/groups/:group/explain",
      ({ names }) => found("group", names["group"], groups, (name) => reader.explainGroup(name)),
    ],
  ];
}

function found(
  kind: string,
  name: string = "",
  known: () => readonly string[],
  look: (name: string) => unknown,
): Answer {
  const value = known().includes(name) ? look(name) : undefined;
  if (value !== undefined) return { status: 200, value };
  const list = known().join(", ") || "none";
  return { status: 404, value: { reason: `there is no ${kind} ${name} (${kind}s: ${list})` } };
}
