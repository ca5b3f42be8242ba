import { functionVectors } from "./functions/functionVectors.js"
import type { VectorGenerator } from "./generator.js"
import { cutVectors } from "./scenarios/cuts/cutVectors.js"
import { scenarioVectors } from "./scenarios/scenarioVectors.js"

/** Everything that makes vectors. */
export const generatorTable: readonly VectorGenerator[] = [functionVectors, scenarioVectors, cutVectors]
