/**
 * The example's `node.yaml` for hosts that share the processors of one machine with whatever else runs on it: starting the
 * dozen programs of a check or of a status hook takes seconds there at times.
 */
export function unhurried(nodeYaml: string): string {
  return nodeYaml.replaceAll("interval: 1s", "interval: 3s").replaceAll("timeout: 900ms", "timeout: 2900ms");
}
