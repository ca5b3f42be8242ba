import { I96F32, U64F64 } from "../../../../reference/numbers/formats.js"
import type { AccountId } from "../../../../reference/state/primitives.js"
import { hash } from "../../../../reference/state/primitives.js"
import type { State } from "../../../../reference/state/state.js"
import {
  Alpha,
  AlphaV2MapLastKey,
  NumRootClaim,
  NumStakingColdkeys,
  RootClaimable,
  RootClaimableThreshold,
  RootClaimed,
  RootClaimType,
  StakingColdkeys,
  StakingColdkeysByIndex,
  SubnetTAO,
} from "../../../../reference/state/storage/subtensorModule.js"
import { Account } from "../../../../reference/state/storage/system.js"
import { accountOfNetuid } from "../../../../reference/subnets/subnetAccount.js"
import { alice, bob, carol, miner1, named, validator1, validator2 } from "../accounts.js"
import { alpha, rao, tao } from "../amounts.js"
import { OTHER, ROOT, SUBNET } from "../market.js"
import { Network } from "../network.js"
import type { Situation } from "../situation.js"
import type { Suite } from "../suite.js"
import { type BlockCase, blockStepOn, blockSteps, where } from "./blockStep.js"

const HALF = I96F32.fromBits(I96F32.ONE / 2n)

function numbered(...coldkeys: readonly AccountId[]) {
  return (state: State) => {
    coldkeys.forEach((coldkey, index) => {
      StakingColdkeys.set(state, coldkey, BigInt(index))
      StakingColdkeysByIndex.set(state, BigInt(index), coldkey)
    })
    NumStakingColdkeys.set(state, BigInt(coldkeys.length))
  }
}

/** Alice and bob stake on root with a validator that has half an alpha of either subnet to claim for each TAO. */
function claimable(): Network {
  return new Network()
    .hotkey(validator1, bob)
    .subnet(SUBNET, { taoReserve: tao(1_000), alphaReserve: alpha(2_000), tempo: 0 })
    .subnet(OTHER, { taoReserve: tao(5_000), alphaReserve: alpha(4_000), tempo: 0 })
    .stake(ROOT, validator1, alice, alpha(10))
    .stake(ROOT, validator1, bob, alpha(20))
    .store(numbered(alice, bob))
    .store((state) => {
      NumRootClaim.set(state, 1n)
      RootClaimable.set(state, validator1, [
        [SUBNET, HALF],
        [OTHER, HALF],
      ])
      RootClaimed.set(state, SUBNET, validator1, alice, 1_000_000_000n)
    })
}

const usual: Situation = { ...blockStepOn(claimable()), parentHash: hash(`0x${"00".repeat(32)}`) }

const claimCases: readonly BlockCase[] = [
  where("kept as alpha", ["root-04"], (state) => RootClaimType.set(state, alice, { type: "Keep", value: undefined })),
  where("kept of one subnet, sold of the other", ["root-04", "root-05"], (state) =>
    RootClaimType.set(state, alice, { type: "KeepSubnets", value: { subnets: [OTHER] } }),
  ),
  where("below the threshold of one subnet", ["root-04"], (state) =>
    RootClaimableThreshold.set(state, SUBNET, I96F32.fromInteger(alpha(4) + 1n)),
  ),
  where("at the threshold of one subnet", ["root-04"], (state) =>
    RootClaimableThreshold.set(state, SUBNET, I96F32.fromInteger(alpha(4))),
  ),
  where("already claimed, and no threshold", ["root-03", "root-04"], (state) => {
    RootClaimableThreshold.set(state, SUBNET, I96F32.ZERO)
    RootClaimed.set(state, SUBNET, validator1, alice, 5_000_000_000n)
  }),
  where("of a subnet whose pool is too poor, so that nothing is claimed", ["root-06", "root-07"], (state) =>
    SubnetTAO.set(state, OTHER, rao(5)),
  ),
  where("of a subnet whose account is too poor, so that nothing is claimed", ["root-06"], (state) =>
    Account.mutate(state, accountOfNetuid(OTHER), (account) => ({
      ...account,
      data: { ...account.data, free: 1_000_000n },
    })),
  ),
  where("by a coldkey whose number nobody has", ["root-07"], (state) => StakingColdkeysByIndex.remove(state, 0n)),
  where("when nobody is numbered", ["root-07"], (state) => NumStakingColdkeys.set(state, 0n)),
  where("when none is drawn", ["root-07"], (state) => NumRootClaim.set(state, 0n)),
  [
    "drawn by the parent's hash, the same coldkey more than once",
    ["root-07"],
    (situation) => ({
      ...situation,
      parentHash: hash(`0x${"0000000000000003fffffffffffffffe0000000000000001000000000000000b"}`),
      state: blockStepOn(claimable().store((state) => NumRootClaim.set(state, 5n))).state,
    }),
  ],
]

/** Block steps with an automatic root claim. */
export const rootClaimSuite: Suite = {
  chapter: "root",
  name: "block-step-root-claims",
  title: "Automatic root claims",
  scenarios: blockSteps(
    "sold for TAO on root",
    ["root-03", "root-04", "root-05", "root-06", "root-07"],
    usual,
    claimCases,
  ),
}

function manyStakes(): Network {
  const network = new Network().hotkey(validator1, bob)
  for (let each = 0; each < 31; each++) network.stake(ROOT, validator1, named(`staker-${each}`), alpha(1))
  return network.stake(ROOT, validator2, alice, alpha(1)).store((state) => {
    NumRootClaim.set(state, 0n)
    for (let each = 0; each < 31; each++) StakingColdkeys.set(state, named(`staker-${each}`), BigInt(each))
    NumStakingColdkeys.set(state, 31n)
  })
}

/** Block steps that look for coldkeys which stake on root. */
export const rootColdkeysSuite: Suite = {
  chapter: "root",
  name: "block-step-root-coldkeys",
  title: "Looking for coldkeys that stake on root",
  scenarios: [
    ...blockSteps(
      "two positions, of which one is on root",
      ["root-08", "root-10"],
      blockStepOn(new Network().stake(ROOT, validator1, alice, alpha(1)).stake(SUBNET, validator1, carol, alpha(1))),
      [
        where("after the last one looked at", ["root-10"], (state) => AlphaV2MapLastKey.set(state, "0xff")),
        where("positions of the old kind", ["root-10"], (state) => Alpha.set(state, miner1, bob, ROOT, U64F64.ONE)),
      ],
    ),
    ...blockSteps("thirty of thirty-two positions", ["root-10"], blockStepOn(manyStakes()), []),
  ],
}
