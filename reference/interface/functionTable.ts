import { childrenFunctions } from "../children/functions.js"
import { coinbaseFunctions } from "../coinbase/functions.js"
import { coinbaseStorageFunctions } from "../coinbase/publicFunctions/onStorage.js"
import { consensusFunctions } from "../consensus/functions.js"
import { emissionFunctions } from "../emission/functions.js"
import { emissionStorageFunctions } from "../emission/publicFunctions/onStorage.js"
import { hyperparametersFunctions } from "../hyperparameters/functions.js"
import { keysStorageFunctions } from "../keys/publicFunctions/onStorage.js"
import { leasesFunctions } from "../leases/functions.js"
import { locksFunctions } from "../locks/functions.js"
import { numbersFunctions } from "../numbers/functions.js"
import { poolFunctions } from "../pool/functions.js"
import { poolStorageFunctions } from "../pool/publicFunctions/onStorage.js"
import { registrationFunctions } from "../registration/functions.js"
import { rootFunctions } from "../root/functions.js"
import { rootStorageFunctions } from "../root/publicFunctions/onStorage.js"
import { stakingFunctions } from "../staking/functions.js"
import { stakingStorageFunctions } from "../staking/publicFunctions/onStorage.js"
import { subnetsFunctions } from "../subnets/functions.js"
import { weightsFunctions } from "../weights/functions.js"
import { weightsStorageFunctions } from "../weights/publicFunctions/onStorage.js"
import type { PublicFunction } from "./publicFunction.js"

/** The public functions of each chapter. A chapter adds its list here. */
const CHAPTERS: readonly (readonly PublicFunction[])[] = [
  numbersFunctions,
  emissionFunctions,
  emissionStorageFunctions,
  consensusFunctions,
  coinbaseFunctions,
  coinbaseStorageFunctions,
  childrenFunctions,
  rootFunctions,
  rootStorageFunctions,
  hyperparametersFunctions,
  registrationFunctions,
  subnetsFunctions,
  leasesFunctions,
  weightsFunctions,
  weightsStorageFunctions,
  keysStorageFunctions,
  locksFunctions,
  poolFunctions,
  poolStorageFunctions,
  stakingFunctions,
  stakingStorageFunctions,
]

function byName(functions: readonly PublicFunction[]): ReadonlyMap<string, PublicFunction> {
  const table = new Map<string, PublicFunction>()
  for (const declared of functions) {
    if (table.has(declared.name)) throw new Error(`two public functions are named ${declared.name}`)
    table.set(declared.name, declared)
  }
  return table
}

/** Every public function of the model by its name. */
export const functionTable: ReadonlyMap<string, PublicFunction> = byName(CHAPTERS.flat())
