import { burnIsBounded } from "./burn.js"
import { familiesAreBounded, familiesAreMirrored } from "./families.js"
import type { Invariant } from "./invariant.js"
import { accountsHoldTheIssuance, issuanceIsCapped, ledgersAgree } from "./issuance.js"
import { ownersKnowTheirHotkeys } from "./keys.js"
import { neuronsAreNumbered } from "./neurons.js"
import { sharesAddUp, stakeIsCounted } from "./pools.js"
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
  sharesAddUp,
  stakeIsCounted,
  ownersKnowTheirHotkeys,
  stakingColdkeysAreNumbered,
  burnIsBounded,
  refusalsChangeNothing,
  blockStepsSucceed,
]
