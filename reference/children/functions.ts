import { publicFunction } from "../interface/publicFunction.js"
import { accountId, struct, tuple, u64, vector } from "../interface/valueTypes.js"
import { relationsOf } from "./relations.js"

const edges = vector(tuple(u64, accountId))

/** The rules of parents and children that vectors call by name. */
export const childrenFunctions = [
  publicFunction({
    name: "children.relations",
    clauses: ["children-01"],
    forks: ["balancer"],
    parameters: { pivot: accountId, children: edges, parents: edges },
    result: struct({ pivot: accountId, children: edges, parents: edges }),
    run: ({ pivot, children, parents }) => relationsOf(pivot, children, parents),
  }),
]
