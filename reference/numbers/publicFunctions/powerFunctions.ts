import { type PublicFunction, publicFunction } from "../../interface/publicFunction.js"
import { i128, integer, optional, u16 } from "../../interface/valueTypes.js"
import { powRatioScaled } from "../powRatioScaled.js"
import { SINCE_BALANCER } from "./forksOfNumbers.js"

/** The power of a ratio to a ratio, which the weighted pool computes with. */
export const powerFunctions: readonly PublicFunction[] = [
  publicFunction({
    name: "numbers.powRatioScaled",
    clauses: ["numbers-30", "numbers-31", "numbers-32"],
    forks: SINCE_BALANCER,
    parameters: {
      baseNumerator: i128,
      baseDenominator: i128,
      exponentNumerator: i128,
      exponentDenominator: i128,
      precision: u16,
      scale: i128,
    },
    result: optional(integer),
    run: (input) =>
      powRatioScaled(
        input.baseNumerator,
        input.baseDenominator,
        input.exponentNumerator,
        input.exponentDenominator,
        input.precision,
        input.scale,
      ),
  }),
]
