/** Every service that the matrix knows. */
import type { Kit } from "./kit.ts";
import { postgresqlKit } from "./postgresql-kit.ts";
import { redisKit } from "./redis-kit.ts";

export const kits: readonly Kit[] = [
  redisKit,
  postgresqlKit("async"),
  postgresqlKit("sync"),
  postgresqlKit("quorum"),
];
