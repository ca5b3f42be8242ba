import type { PublicFunction } from "../interface/publicFunction.js"
import type { FixedFormat } from "./fixedPoint.js"
import { I32F32, I64F64, I96F32, U64F64, U96F32, U110F18 } from "./formats.js"
import { elementaryFunctions, signedElementaryFunctions } from "./publicFunctions/elementaryFunctions.js"
import { fixedArithmeticFunctions } from "./publicFunctions/fixedArithmeticFunctions.js"
import { fixedConversionFunctions } from "./publicFunctions/fixedConversionFunctions.js"
import { integerFunctions } from "./publicFunctions/integerFunctions.js"
import { perquintillFunctions } from "./publicFunctions/perquintillFunctions.js"
import { powerFunctions } from "./publicFunctions/powerFunctions.js"
import { safeFloatFunctions } from "./publicFunctions/safeFloatFunctions.js"

function formatFunctions<T extends bigint>(format: FixedFormat<T>): readonly PublicFunction[] {
  return [
    ...fixedArithmeticFunctions(format),
    ...fixedConversionFunctions(format),
    ...elementaryFunctions(format),
    ...(format.signed ? signedElementaryFunctions(format) : []),
  ]
}

/** The arithmetic of the chain, as functions that vectors call. */
export const numbersFunctions: readonly PublicFunction[] = [
  ...integerFunctions,
  ...formatFunctions(I32F32),
  ...formatFunctions(I64F64),
  ...formatFunctions(I96F32),
  ...formatFunctions(U64F64),
  ...formatFunctions(U96F32),
  ...formatFunctions(U110F18),
  ...perquintillFunctions,
  ...safeFloatFunctions,
  ...powerFunctions,
]
