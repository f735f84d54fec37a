/** Processes and whole hosts that are killed or hang. */
import { DAEMON, PHI_NODE } from "../containers/container-cluster.ts";
import type { ContainerHost } from "../containers/container-host.ts";
import type { Undo } from "./faults.ts";

/** Kills all processes of these kinds with `kill -9`. A daemon is started again by the undo, a service by its hook. */
export function killed(host: ContainerHost, ...kinds: readonly RegExp[]): Undo {
  for (const kind of kinds) host.signal(kind, "SIGKILL");
  return async () => {
    if (kinds.includes(DAEMON) && host.pidsOf(DAEMON).length === 0)
      await host.run("systemctl", "start", PHI_NODE);
  };
}

/** Has all processes of these kinds hang (SIGSTOP), until they go on. */
export function frozen(host: ContainerHost, ...kinds: readonly RegExp[]): Undo {
  for (const kind of kinds) host.signal(kind, "SIGSTOP");
  return async () => {
    for (const kind of kinds) if (host.pidsOf(kind).length > 0) host.signal(kind, "SIGCONT");
  };
}

/** Has everything on the host hang at once, as a virtual machine that is stopped does. */
export async function hostFrozen(host: ContainerHost): Promise<Undo> {
  await host.freeze();
  return async () => {
    if (await host.isFrozen()) await host.thaw();
  };
}

/** Ends everything on the host at once; the undo boots it. */
export async function hostOff(host: ContainerHost): Promise<Undo> {
  await host.powerOff();
  return async () => {
    if (!(await host.isOn())) await host.powerOn();
  };
}
