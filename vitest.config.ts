import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["packages/*/src/**/*.test.ts", "packages/*/test/**/*.test.ts", "scripts/**/*.test.ts"],
          // Some start processes, on a machine that may do much else: a bound against hanging, not a measurement.
          testTimeout: 30_000,
        },
      },
      {
        // Real processes and databases: one file at a time, so that they do not starve one another.
        test: {
          name: "e2e",
          globalSetup: "e2e/src/compile-cache.ts",
          include: ["e2e/test/**/*.e2e.ts"],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
