import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    include: ["{spec,reference,vectors,harness,reports}/**/*.test.ts"],
    testTimeout: 120_000,
    // Colours are on where CI is set: tests read plain text everywhere.
    env: { NO_COLOR: "1" },
    reporters: ["default", "./tooling/closingLine.js"],
  },
})
