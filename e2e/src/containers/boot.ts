/** What a container runs so that it is like a host: a first process that outlives its services, and `systemctl start`. */
import type { Rootfs } from "./rootfs.ts";

/** Said on the container's output once everything that starts with the host was started. */
export const BOOTED = "the host has started its services";

/** Where the host's services are: a program each, which starts its service and returns. */
export const UNITS = "/etc/phi-host/units";

/** The first process: starts the services in the order of their names, and collects whoever was left behind. */
const BOOT = `#!/bin/bash
trap 'exit 0' TERM INT
for unit in ${UNITS}/*; do "$unit" || echo "could not start $unit"; done
echo "${BOOTED}"
while true; do sleep infinity & wait $!; done
`;

/** As much of systemctl as the examples' hooks use. */
const SYSTEMCTL = `#!/bin/bash
[ "$1" = start ] || { echo "systemctl: only start is known here" >&2; exit 1; }
exec ${UNITS}/*-"\${2%.service}"
`;

export function addBoot(root: Rootfs): void {
  root.addText("/usr/local/bin/boot", BOOT, 0o755);
  root.addText("/usr/local/bin/systemctl", SYSTEMCTL, 0o755);
}
