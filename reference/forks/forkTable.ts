import { balancer } from "./balancer.js"
import type { Fork } from "./fork.js"
import { rao } from "./rao.js"

/** The forks whose state transitions the model carries out, by name. */
export const forkTable: ReadonlyMap<string, Fork> = new Map([rao, balancer].map((fork) => [fork.name, fork]))
