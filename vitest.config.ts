import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const room = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Tests see the sources, so that a stale build cannot lie; end-to-end tests run what was built. */
const alias = [
  { find: /^@stele\/translate\/(engines|testing)$/, replacement: room("packages/translate/src/$1/index.ts") },
  { find: /^@stele\/core\/node$/, replacement: room("packages/core/src/node/index.ts") },
  { find: /^@stele\/core\/environment$/, replacement: room("packages/core/src/node/environment.ts") },
  { find: /^@stele\/([a-z]+)\/([a-z-]+)$/, replacement: room("packages/$1/src/$2.ts") },
  { find: /^@stele\/([a-z]+)$/, replacement: room("packages/$1/src/index.ts") },
];

export default defineConfig({
  resolve: { alias },
  test: {
    // Both cores of the smallest machine: the tests of the house wait for processes more than they compute.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{packages,apps}/*/test/**/*.test.{ts,tsx}"],
          testTimeout: 60_000,
          // Modules are read once a worker, not once a file: no test changes what another sees.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: "house",
          include: ["tests/**/*.test.ts"],
          exclude: ["**/node_modules/**", "tests/long/**", "tests/browser/**"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // One browser a worker, and the server's modules read once: a file has a room of its own, a test a profile.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: "long",
          include: ["tests/long/**/*.test.ts"],
          testTimeout: 3_600_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
