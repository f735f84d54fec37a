/** What `node.yaml` may say, key by key. What keys may say together is in `config-checks.ts`. */
import { NAME_PATTERN } from "@phidelity/core";
import { duration, endpoint, secret } from "@phidelity/runtime";
import { z } from "zod";
import type { Endpoint } from "./address.ts";
import type { HttpExpectation } from "./probes/http.ts";

const NAME_WORDS = "a name of 1 to 63 letters, digits, `.`, `_` and `-`, the first a letter or digit";
const PORT_WORDS = "a whole number from 0 to 65535 (0 for any free port)";
const URL_WORDS = "a URL with ws:// or wss:// and no path, such as ws://10.0.0.11:7400";
const HTTP_WORDS = "a URL with http:// or https://, such as http://127.0.0.1:8080/health";
const STATUS_WORDS = "an HTTP status from 100 to 599";
const COMMAND_WORDS = "a command as a list of texts, such as [/etc/phi/promote, --fast]";
const COUNT_WORDS = "a whole number from 1 to 100";
const CAPACITY_WORDS = "a number above 0";
const PRIORITY_WORDS = "a whole number from 0 to 1000000 (higher first; 0 is never promoted)";
const PACE_WORDS = "a duration from 10ms to 1h";
const GRPC_WORDS = "no grpc check yet: use tcp, http, or exec with a gRPC client of yours";

/** A check as configured. Times in ms. */
export interface CheckConfig {
  readonly name: string;
  readonly kind: "liveness" | "readiness";
  readonly tcp?: Endpoint | undefined;
  readonly http?: HttpExpectation | undefined;
  readonly exec?: readonly string[] | undefined;
  readonly interval: number;
  readonly timeout: number;
  readonly healthyThreshold: number;
  readonly unhealthyThreshold: number;
  readonly fastInterval: number;
}

/** A hook as configured. Times in ms. */
export interface HookConfig {
  readonly command: readonly string[];
  readonly timeout: number;
}

/** A service as configured. */
export interface ServiceConfig {
  readonly group: string;
  readonly address: string;
  readonly capacity: number;
  readonly priority: number;
  readonly checks: readonly CheckConfig[];
  readonly hooks: {
    readonly promote?: HookConfig | undefined;
    readonly demote?: HookConfig | undefined;
    readonly follow?: HookConfig | undefined;
    readonly status?: (HookConfig & { readonly interval: number }) | undefined;
  };
  readonly gate?:
    | { readonly listen: Endpoint; readonly forward: Endpoint; readonly standby: "refuse" | "forward" }
    | undefined;
  /** Where HAProxy's agent-check is answered. */
  readonly agentCheck?: { readonly listen: Endpoint } | undefined;
}

/** The file as read, with every default filled in. Times in ms. */
export interface NodeConfig {
  readonly node: string;
  readonly coordinators: readonly string[];
  readonly listen: Endpoint;
  /** Where peers and load balancers reach this daemon, where that is not where it listens. */
  readonly advertise?: Endpoint | undefined;
  readonly data: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly heartbeat: { readonly interval: number };
  readonly auth: { readonly token?: string | undefined };
  readonly tls?: TlsConfig | undefined;
  readonly services: readonly ServiceConfig[];
}

export interface TlsConfig {
  readonly cert?: string | undefined;
  readonly key?: string | undefined;
  readonly ca?: string | undefined;
}

/** How often something may happen: not so often that it is all that this process does. */
const PACE_MS_MIN = 10;
const PACE_MS_MAX = 3_600_000;

const name = z.string({ error: NAME_WORDS }).regex(NAME_PATTERN, { error: NAME_WORDS });
const path = z.string({ error: "a path" }).min(1, { error: "a path" });
const address = z
  .string({ error: "host:port" })
  .min(1, { error: "host:port" })
  .max(255, { error: "host:port" });
const pace = duration.refine((ms) => ms >= PACE_MS_MIN && ms <= PACE_MS_MAX, { error: PACE_WORDS });
const count = z
  .number({ error: COUNT_WORDS })
  .refine((value) => Number.isInteger(value) && value >= 1 && value <= 100, { error: COUNT_WORDS });

const command = z
  .array(z.string({ error: COMMAND_WORDS }).min(1, { error: COMMAND_WORDS }), { error: COMMAND_WORDS })
  .min(1, { error: COMMAND_WORDS });

const http = z.strictObject({
  url: z
    .string({ error: HTTP_WORDS })
    .refine((text) => /^https?:\/\//.test(text) && URL.canParse(text), { error: HTTP_WORDS }),
  status: z
    .number({ error: STATUS_WORDS })
    .refine((value) => Number.isInteger(value) && value >= 100 && value <= 599, { error: STATUS_WORDS })
    .optional(),
  body: z.string({ error: "a text to look for" }).min(1, { error: "a text to look for" }).optional(),
});

const check = z.strictObject({
  name,
  kind: z.enum(["liveness", "readiness"]).default("liveness"),
  tcp: endpoint.optional(),
  http: http.optional(),
  exec: command.optional(),
  grpc: z.undefined({ error: GRPC_WORDS }).optional(),
  interval: pace.default(1_000),
  timeout: duration.default(500),
  healthyThreshold: count.default(2),
  unhealthyThreshold: count.default(3),
  fastInterval: pace.default(50),
});

const hooks = z.strictObject({
  promote: z.strictObject({ command, timeout: duration.default(30_000) }).optional(),
  demote: z.strictObject({ command, timeout: duration.default(10_000) }).optional(),
  follow: z.strictObject({ command, timeout: duration.default(60_000) }).optional(),
  status: z
    .strictObject({ command, interval: pace.default(1_000), timeout: duration.default(1_000) })
    .optional(),
});

const service = z.strictObject({
  group: name,
  address,
  capacity: z
    .number({ error: CAPACITY_WORDS })
    .refine((value) => Number.isFinite(value) && value > 0, { error: CAPACITY_WORDS })
    .default(1),
  priority: z
    .number({ error: PRIORITY_WORDS })
    .refine((value) => Number.isInteger(value) && value >= 0 && value <= 1_000_000, { error: PRIORITY_WORDS })
    .default(100),
  checks: z.array(check).default([]),
  hooks: hooks.prefault({}),
  gate: z
    .strictObject({
      listen: endpoint,
      forward: endpoint,
      standby: z.enum(["refuse", "forward"]).default("refuse"),
    })
    .optional(),
  agentCheck: z.strictObject({ listen: endpoint }).optional(),
});

/** The whole file, as it is written. */
export const nodeSchema: z.ZodType<NodeConfig> = z.strictObject({
  node: name,
  coordinators: z
    .array(z.string({ error: URL_WORDS }).refine(isCoordinatorUrl, { error: URL_WORDS }), {
      error: `a list of coordinators, each ${URL_WORDS}`,
    })
    .min(1, { error: `at least one coordinator, ${URL_WORDS}` }),
  listen: z
    .strictObject({
      host: z.string({ error: "an address to listen on" }).min(1).default("127.0.0.1"),
      port: z
        .number({ error: PORT_WORDS })
        .refine((value) => Number.isInteger(value) && value >= 0 && value <= 65_535, { error: PORT_WORDS })
        .default(7500),
    })
    .prefault({}),
  advertise: endpoint.optional(),
  data: path,
  labels: z.record(z.string().regex(NAME_PATTERN), z.string().max(63)).default({}),
  heartbeat: z.strictObject({ interval: pace.default(250) }).prefault({}),
  auth: z.strictObject({ token: secret.optional() }).prefault({}),
  tls: z.strictObject({ cert: path.optional(), key: path.optional(), ca: path.optional() }).optional(),
  services: z.array(service).default([]),
});

function isCoordinatorUrl(text: string): boolean {
  if (!/^wss?:\/\/[^/?#]+\/?$/.test(text) || !URL.canParse(text)) return false;
  const { hostname, username, password } = new URL(text);
  return hostname !== "" && username === "" && password === "";
}
