import { burnIsBounded } from "./burn.js"
import { familiesAreBounded, familiesAreMirrored } from "./families.js"
import type { Invariant } from "./invariant.js"
import { accountsHoldTheIssuance, issuanceIsCapped, ledgersAgree } from "./issuance.js"
import { neuronsAreNumbered } from "./neurons.js"
import { blockStepsSucceed, refusalsChangeNothing } from "./refusals.js"
import { sharesAreCovered, stakingColdkeysAreNumbered } from "./stake.js"

/** Everything that is checked after every step. */
export const invariantTable: readonly Invariant[] = [
  issuanceIsCapped,
  ledgersAgree,
  accountsHoldTheIssuance,
  neuronsAreNumbered,
  familiesAreMirrored,
  familiesAreBounded,
  sharesAreCovered,
  stakingColdkeysAreNumbered,
  burnIsBounded,
  refusalsChangeNothing,
  blockStepsSucceed,
]
