import { agreementFunctions } from "./publicFunctions/agreement.js"
import { bondFunctions } from "./publicFunctions/bonds.js"
import { epochFunctions } from "./publicFunctions/epoch.js"
import { stakeFunctions } from "./publicFunctions/stake.js"
import { raoConsensusFunctions } from "./rao/functions.js"

/** The rules of consensus that vectors call by name. */
export const consensusFunctions = [
  ...stakeFunctions,
  ...agreementFunctions,
  ...bondFunctions,
  ...epochFunctions,
  ...raoConsensusFunctions,
]
