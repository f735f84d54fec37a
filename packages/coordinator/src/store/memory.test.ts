import { keepsThePromises } from "./contract.ts";
import { MemoryStore } from "./memory.ts";

keepsThePromises("the store in memory", async () => new MemoryStore());
