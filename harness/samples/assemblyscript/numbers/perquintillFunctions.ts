import { Integer } from "../integers/integer"
import { Json } from "../protocol/json"
import { Parameter } from "../protocol/parameters"
import { decimal, decimalOrNothing } from "../protocol/results"
import { Rules } from "../protocol/rules"
import {
  fromParts,
  fromRational,
  fromRationalWithRounding,
  leftFromOne,
  PERQUINTILL,
  ROUNDINGS,
  saturatingSubParts,
  shareOf,
} from "./perquintill"
import { U64, U128 } from "./range"

function first(input: Parameter): Integer {
  return input.field("a").of(PERQUINTILL)
}

function second(input: Parameter): Integer {
  return input.field("b").of(PERQUINTILL)
}

function ratioRounded(input: Parameter): Integer | null {
  const rounding = input.field("rounding").oneOf(ROUNDINGS)
  return fromRationalWithRounding(input.field("p").of(U128), input.field("q").of(U128), rounding)
}

function share(input: Parameter, rounding: string): Json {
  return decimal(shareOf(input.field("fraction").of(PERQUINTILL), input.field("x").of(U128), rounding))
}

/** Adds the operations of numbers-07 to numbers-09. */
export function addPerquintill(rules: Rules): void {
  const prefix = "numbers.perquintill."
  rules.set(`${prefix}fromParts`, (input) => decimal(fromParts(input.field("parts").of(U64))))
  rules.set(`${prefix}saturatingAdd`, (input) => decimal(fromParts(first(input) + second(input))))
  rules.set(`${prefix}saturatingSub`, (input) => decimal(saturatingSubParts(first(input), second(input))))
  rules.set(`${prefix}checkedSub`, (input) => decimalOrNothing(PERQUINTILL.check(first(input) - second(input))))
  rules.set(`${prefix}leftFromOne`, (input) => decimal(leftFromOne(first(input))))
  rules.set(`${prefix}mul`, (input) => decimal(shareOf(first(input), second(input), "down")))
  rules.set(`${prefix}div`, (input) => decimal(fromRational(first(input), second(input))))
  rules.set(`${prefix}fromRational`, (input) =>
    decimal(fromRational(input.field("p").of(U128), input.field("q").of(U128))),
  )
  rules.set(`${prefix}fromRationalWithRounding`, (input) => decimalOrNothing(ratioRounded(input)))
  rules.set(`${prefix}mulFloor`, (input) => share(input, "down"))
  rules.set(`${prefix}mulCeil`, (input) => share(input, "up"))
  rules.set(`${prefix}mulNearest`, (input) => share(input, "nearestTiesDown"))
}
