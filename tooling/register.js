// Lets Node run the TypeScript sources directly: `node --import ./tooling/register.js file.ts`.
import { register } from "node:module"
import { pathToFileURL } from "node:url"

process.env.TS_NODE_TRANSPILE_ONLY = "true"
register("ts-node/esm", pathToFileURL("./"))
