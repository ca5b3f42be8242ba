import { I96F32, U64F64 } from "../../../reference/numbers/formats.js"
import { SafeFloat } from "../../../reference/numbers/safeFloat.js"
import {
  Alpha,
  AlphaV2,
  NumRootClaim,
  Owner,
  RootClaimable,
  SubtokenEnabled,
} from "../../../reference/state/storage/subtensorModule.js"
import type { BoundaryCase } from "../functions/functionCases.js"
import { alice, bob, carol, miner1, validator1, validator2 } from "../scenarios/accounts.js"
import { alpha, tao } from "../scenarios/amounts.js"
import { market, NOWHERE, OTHER, ROOT, SUBNET } from "../scenarios/market.js"
import type { Network } from "../scenarios/network.js"
import { questions } from "./storageCase.js"

const RAO = 1_000_000_000n
/** The least that may be staked. */
const LEAST_STAKE = 2_000_000n

const staker = { coldkey: alice, hotkey: validator1, netuid: SUBNET.toString() }

const buys = questions(
  "all of it within the limit",
  {
    network: market,
    parameters: { ...staker, tao: tao(10).toString(), limitPrice: RAO.toString(), validate: true },
  },
  [
    { name: "without validation", parameters: { validate: false } },
    { name: "a limit that not all of it fits within", parameters: { limitPrice: (RAO / 2n + 1n).toString() } },
    { name: "on a subnet that is not there", parameters: { netuid: NOWHERE.toString() } },
    { name: "on root, which has no price", parameters: { netuid: ROOT.toString() } },
    { name: "on a subnet whose alpha is not open", store: (state) => SubtokenEnabled.set(state, SUBNET, false) },
    { name: "with a hotkey that is nobody's", parameters: { hotkey: miner1 } },
    { name: "the least stake", parameters: { tao: LEAST_STAKE.toString() } },
    { name: "less than the least stake", parameters: { tao: (LEAST_STAKE - 1n).toString() } },
    { name: "more than the coldkey has", parameters: { tao: (tao(1_000) + 1n).toString() } },
  ],
)

const sells = questions(
  "all of it within the limit",
  {
    network: market,
    parameters: { ...staker, alpha: alpha(20).toString(), limitPrice: (RAO / 4n).toString(), validate: true },
  },
  [
    { name: "without validation", parameters: { validate: false } },
    { name: "a limit that not all of it fits within", parameters: { limitPrice: (RAO / 2n - 1n).toString() } },
    { name: "on a subnet that is not there", parameters: { netuid: NOWHERE.toString() } },
    { name: "on a subnet whose alpha is not open", store: (state) => SubtokenEnabled.set(state, SUBNET, false) },
    { name: "more than is staked", parameters: { alpha: (alpha(50) + 1n).toString() } },
    { name: "nothing", parameters: { alpha: "0" } },
  ],
)

const transfers = questions(
  "both ends checked",
  {
    network: () => market().hotkey(validator2, carol),
    parameters: {
      ...staker,
      alpha: alpha(20).toString(),
      receiver: { coldkey: carol, hotkey: validator2 },
      checked: { sender: true, receiver: true },
    },
  },
  [
    { name: "neither end checked", parameters: { checked: { sender: false, receiver: false } } },
    { name: "all of it", parameters: { alpha: alpha(50).toString() } },
    {
      name: "more than is staked, and neither end checked",
      parameters: { alpha: (alpha(50) + 1n).toString(), checked: { sender: false, receiver: false } },
    },
    {
      name: "to the same coldkey with another hotkey",
      parameters: { receiver: { coldkey: alice, hotkey: validator2 } },
    },
    { name: "on a subnet that is not there", parameters: { netuid: NOWHERE.toString() } },
    { name: "to a hotkey that is nobody's", parameters: { receiver: { coldkey: carol, hotkey: miner1 } } },
    { name: "with a hotkey that is nobody's", store: (state) => Owner.remove(state, validator1) },
    { name: "nothing", parameters: { alpha: "0" } },
    { name: "worth less than the least stake", parameters: { alpha: (LEAST_STAKE * 2n - 1n).toString() } },
    { name: "more than is staked", parameters: { alpha: (alpha(50) + 1n).toString() } },
  ],
)

const lists = questions("one share", { network: market, parameters: { hotkey: validator1, coldkey: alice } }, [
  { name: "no shares", parameters: { coldkey: carol } },
  {
    name: "shares of several subnets, the last stored first",
    store: (state) => AlphaV2.set(state, validator1, alice, OTHER, SafeFloat.fromU64(3n)),
  },
  {
    name: "an old share beside a new one, and an old one of zero",
    store: (state) => {
      Alpha.set(state, validator1, alice, SUBNET, U64F64.fromInteger(5n))
      Alpha.set(state, validator1, alice, OTHER, U64F64.ZERO)
      Alpha.set(state, validator1, alice, NOWHERE, U64F64.fromInteger(7n))
    },
  },
])

/** A validator with half an alpha of either subnet to claim for each TAO on root. */
function claimable(): Network {
  const half = I96F32.fromBits(I96F32.ONE / 2n)
  return market()
    .stake(ROOT, validator1, alice, alpha(10))
    .store((state) => {
      NumRootClaim.set(state, 1n)
      RootClaimable.set(state, validator1, [
        [SUBNET, half],
        [OTHER, half],
      ])
    })
}

const claims = questions("of all subnets", { network: claimable, parameters: { coldkey: alice, subnets: null } }, [
  { name: "of one subnet", parameters: { subnets: [OTHER.toString()] } },
  { name: "of none", parameters: { subnets: [] } },
  { name: "without stake on root", parameters: { coldkey: bob } },
])

/** Rules of staking and of root's claims on small chains. */
export const stakingQuestions: { readonly [name: string]: readonly BoundaryCase[] } = {
  "staking.buyAlpha": buys,
  "staking.sellAlpha": sells,
  "staking.transferStakedAlpha": transfers,
  "staking.alphaEntriesOfPair": lists,
  "root.claimRoot": claims,
}
