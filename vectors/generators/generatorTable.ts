import { functionVectors } from "./functions/functionVectors.js"
import type { VectorGenerator } from "./generator.js"

/** Everything that makes vectors. */
export const generatorTable: readonly VectorGenerator[] = [functionVectors]
