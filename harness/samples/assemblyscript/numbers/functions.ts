import { Json } from "../protocol/json"
import { Parameter } from "../protocol/parameters"
import { Rules } from "../protocol/rules"
import { addAnalysis } from "./analysisFunctions"
import { addConversions } from "./conversionFunctions"
import { fixedFormats, fixedOperations, signedOperations } from "./fixedFunctions"
import { integerOperations, integerTypes } from "./integerFunctions"
import { addPerquintill } from "./perquintillFunctions"
import { addPower } from "./powerFunctions"
import { addSafeFloat } from "./safeFloatFunctions"

addConversions()
addAnalysis()

/** Adds the functions of chapter numbers that every fork has, but for those of a type or format. */
export function addNumbers(rules: Rules): void {
  addPerquintill(rules)
}

/** Adds the functions of chapter numbers that only fork `balancer` has. */
export function addBalancerNumbers(rules: Rules): void {
  addSafeFloat(rules)
  addPower(rules)
}

/** Runs an operation of a type or format, named as `numbers.<type>.<operation>`; null if there is none of that name. */
export function runOperation(name: string, input: Parameter): Json | null {
  const parts = name.split(".")
  if (parts.length != 3 || parts[0] != "numbers") return null
  const operation = parts[2]
  if (integerTypes.has(parts[1]) && integerOperations.has(operation)) {
    return integerOperations.get(operation)(integerTypes.get(parts[1]), input)
  }
  if (!fixedFormats.has(parts[1])) return null
  const format = fixedFormats.get(parts[1])
  if (fixedOperations.has(operation)) return fixedOperations.get(operation)(format, input)
  return format.signed && signedOperations.has(operation) ? signedOperations.get(operation)(format, input) : null
}
