/** Every service that the matrix knows. */
import type { Kit } from "./kit.ts";
import { redisKit } from "./redis-kit.ts";

export const kits: readonly Kit[] = [redisKit];
