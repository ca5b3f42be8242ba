import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    include: ["{spec,reference,vectors,harness,reports}/**/*.test.ts"],
    testTimeout: 120_000,
    reporters: ["default", "./tooling/closingLine.js"],
  },
})
