/** Where a rounding to a whole number turns from one to the next, and where it leaves the format. */
const ROUNDED: readonly string[] = [
  "zero",
  "a step",
  "a step below half",
  "half",
  "a step above half",
  "a step below one",
  "one",
  "one and a half",
  "two and a half",
  "the largest whole",
  "the largest",
  "minus a step",
  "minus a step below half",
  "minus half",
  "minus a step above half",
  "minus one",
  "minus one and a half",
  "a step above the least",
  "the least",
]

/** Where a sign turns, and where the magnitude leaves the format. */
const NEGATED: readonly string[] = [
  "zero",
  "a step",
  "the largest",
  "minus a step",
  "minus one and a half",
  "a step above the least",
  "the least",
]

/** Where roots, logarithms and exponentials take another way, end early or leave the format. */
const ELEMENTARY: readonly string[] = [
  "zero",
  "a step",
  "a third",
  "half",
  "a step below one",
  "one",
  "a step above one",
  "one and a half",
  "two",
  "ten",
  "the root of the range",
  "the largest",
  "minus a step",
  "minus one",
  "minus two and a half",
  "minus the root of the range",
  "the least",
]

/** The values at which an operation on one number changes what it does. */
export function singleOperands(operation: string): readonly string[] {
  if (/neg|abs/i.test(operation)) return NEGATED
  if (/floor|ceil|round|frac/i.test(operation)) return ROUNDED
  return ELEMENTARY
}
