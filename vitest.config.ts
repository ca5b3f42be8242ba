import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    include: ["{spec,reference,vectors,harness,reports}/**/*.test.ts"],
    testTimeout: 60_000,
  },
})
