// `node --import 'patchModule.mjs?file=…&from=…&to=…'` runs a program with a piece of one of its modules replaced.
import { register } from "node:module"

const { searchParams } = new URL(import.meta.url)
register("./patchHooks.mjs", { parentURL: import.meta.url, data: Object.fromEntries(searchParams) })
