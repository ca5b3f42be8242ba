import { emittingFunctions } from "./publicFunctions/emitting.js"
import { givingOutFunctions } from "./publicFunctions/givingOut.js"
import { raoCoinbaseFunctions } from "./rao/functions.js"

/** The rules of the coinbase that vectors call by name. */
export const coinbaseFunctions = [...emittingFunctions, ...givingOutFunctions, ...raoCoinbaseFunctions]
