import { addConsensus } from "../consensus/functions"
import { addEmission } from "../emission/functions"
import { addBalancerNumbers, addNumbers, runOperation } from "../numbers/functions"
import { addBalancerPool } from "../pool/balancerFunctions"
import { addRaoPool } from "../pool/raoFunctions"
import { Json } from "./json"
import { Parameter } from "./parameters"
import { Rules } from "./rules"

const balancer: Rules = new Map()
addNumbers(balancer)
addBalancerNumbers(balancer)
addEmission(balancer)
addBalancerPool(balancer)
addConsensus(balancer)

const rao: Rules = new Map()
addNumbers(rao)
addRaoPool(rao)

const rulesOfForks = new Map<string, Rules>()
rulesOfForks.set("balancer", balancer)
rulesOfForks.set("rao", rao)

/** The forks of which functions are covered. */
export function coveredForks(): string[] {
  return rulesOfForks.keys()
}

/** The public functions that are covered: chapter numbers as a whole, of the others each by its name. */
export function coveredFunctions(): string[] {
  const names = balancer.keys().concat(rao.keys())
  return ["numbers.*"].concat(names.filter((name) => !name.startsWith("numbers.")))
}

/** Runs a public function of a fork; null if it is not covered. */
export function runFunction(fork: string, name: string, input: Parameter): Json | null {
  if (!rulesOfForks.has(fork)) return null
  const rules = rulesOfForks.get(fork)
  return rules.has(name) ? rules.get(name)(input) : runOperation(name, input)
}
