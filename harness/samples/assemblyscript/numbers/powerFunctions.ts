import { Parameter } from "../protocol/parameters"
import { decimalOrNothing } from "../protocol/results"
import { Rules } from "../protocol/rules"
import { powRatioScaled } from "./powRatioScaled"
import { U32 } from "./range"
import { ScaledPower } from "./scaledPower"

function powerIn(input: Parameter): ScaledPower {
  return new ScaledPower(
    input.field("baseNumerator").integer(),
    input.field("baseDenominator").integer(),
    input.field("exponentNumerator").integer(),
    input.field("exponentDenominator").integer(),
    input.field("scale").integer(),
  )
}

/** Adds the power of numbers-30. */
export function addPower(rules: Rules): void {
  rules.set("numbers.powRatioScaled", (input) =>
    decimalOrNothing(powRatioScaled(powerIn(input), <u32>input.field("precision").of(U32).toU64())),
  )
}
