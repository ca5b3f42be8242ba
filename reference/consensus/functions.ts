import { agreementFunctions } from "./functions/agreement.js"
import { bondFunctions } from "./functions/bonds.js"
import { epochFunctions } from "./functions/epoch.js"
import { stakeFunctions } from "./functions/stake.js"

/** The rules of consensus that vectors call by name. */
export const consensusFunctions = [...stakeFunctions, ...agreementFunctions, ...bondFunctions, ...epochFunctions]
