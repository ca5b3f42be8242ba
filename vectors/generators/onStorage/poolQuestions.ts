import { netUid } from "../../../reference/state/primitives.js"
import {
  NetworksAdded,
  SubnetAlphaIn,
  SubnetMechanism,
  SubnetTAO,
} from "../../../reference/state/storage/subtensorModule.js"
import { FeeRate, PalSwapInitialized } from "../../../reference/state/storage/swap.js"
import type { BoundaryCase } from "../functions/functionCases.js"
import { alpha, alphaRao, rao, tao } from "../scenarios/amounts.js"
import { market, NOWHERE, OTHER, ROOT, SUBNET } from "../scenarios/market.js"
import type { Network } from "../scenarios/network.js"
import { questions } from "./storageCase.js"

const ONE = 1n << 64n
const THIRD = netUid(3)

const medianPrices = questions("two subnets", { network: market, parameters: {} }, [
  {
    name: "three subnets, the dearest first",
    store: (state) => {
      SubnetTAO.set(state, SUBNET, tao(9_000))
      NetworksAdded.set(state, THIRD, true)
      SubnetMechanism.set(state, THIRD, 1)
      SubnetTAO.set(state, THIRD, tao(1))
      SubnetAlphaIn.set(state, THIRD, alpha(3))
    },
  },
  { name: "a subnet without a price", store: (state) => SubnetTAO.set(state, OTHER, rao(0)) },
  { name: "a subnet that was removed", store: (state) => NetworksAdded.set(state, OTHER, false) },
  {
    name: "no subnet has a price",
    store: (state) => {
      SubnetTAO.set(state, SUBNET, rao(0))
      SubnetTAO.set(state, OTHER, rao(0))
    },
  },
  { name: "two prices whose mean is cut", store: (state) => SubnetAlphaIn.set(state, SUBNET, alpha(2_001)) },
  { name: "two subnets of one price", store: (state) => SubnetTAO.set(state, OTHER, tao(2_000)) },
])

const alphaForTao = questions(
  "ten TAO at half a TAO each",
  { network: market, parameters: { netuid: SUBNET.toString(), tao: tao(10).toString() } },
  [
    { name: "no TAO", parameters: { tao: "0" } },
    { name: "the most TAO", parameters: { tao: ((1n << 64n) - 1n).toString() } },
    { name: "on root, where one is one", parameters: { netuid: ROOT.toString() } },
    { name: "a price of zero", store: (state) => SubnetTAO.set(state, SUBNET, rao(0)) },
    { name: "a subnet without a pool", store: (state) => SubnetMechanism.set(state, SUBNET, 0) },
    { name: "a price that does not divide", store: (state) => SubnetAlphaIn.set(state, SUBNET, alpha(2_001)) },
  ],
)

function uninitialized(): Network {
  return market().store((state) => PalSwapInitialized.remove(state, SUBNET))
}

const initializations = questions(
  "even weights",
  { network: uninitialized, parameters: { netuid: SUBNET.toString(), price: null } },
  [
    { name: "weights that give a price", parameters: { price: ((ONE * 2n) / 3n).toString() } },
    { name: "a price that needs nearly the largest weight", parameters: { price: (ONE / 197n).toString() } },
    { name: "a price just beyond the weights that are allowed", parameters: { price: (ONE / 198n).toString() } },
    { name: "a price far beyond them", parameters: { price: (1_000n * ONE).toString() } },
    { name: "a pool that has its weights", store: (state) => PalSwapInitialized.set(state, SUBNET, true) },
  ],
)

const clearings = questions("a pool", { network: market, parameters: { netuid: SUBNET.toString() } }, [
  { name: "a pool with a fee of its own", store: (state) => FeeRate.set(state, SUBNET, 196) },
  { name: "a pool without TAO", store: (state) => SubnetTAO.set(state, SUBNET, rao(0)) },
  { name: "a pool without alpha", store: (state) => SubnetAlphaIn.set(state, SUBNET, alphaRao(0)) },
  { name: "no pool", parameters: { netuid: NOWHERE.toString() } },
])

const LARGEST = ((1n << 64n) - 1n).toString()

const taoIncreases = questions(
  "some TAO",
  { network: market, parameters: { netuid: SUBNET.toString(), tao: tao(10).toString() } },
  [
    { name: "no TAO", parameters: { tao: "0" } },
    { name: "more TAO than a reserve holds", parameters: { tao: LARGEST } },
  ],
)

const alphaIncreases = questions(
  "some alpha",
  { network: market, parameters: { netuid: SUBNET.toString(), alpha: alpha(10).toString() } },
  [
    { name: "no alpha", parameters: { alpha: "0" } },
    { name: "more alpha than a reserve holds", parameters: { alpha: LARGEST } },
  ],
)

const fees = questions(
  "the usual fee",
  { network: market, parameters: { netuid: SUBNET.toString(), tao: tao(10).toString() } },
  [
    { name: "a fee of its own", store: (state) => FeeRate.set(state, SUBNET, 196) },
    { name: "no fee where there is no pool", parameters: { netuid: ROOT.toString() } },
  ],
)

const purchases = questions(
  "on a subnet with a pool",
  { network: market, parameters: { netuid: SUBNET.toString(), tao: tao(10).toString() } },
  [
    { name: "on root, where one is one", parameters: { netuid: ROOT.toString() } },
    { name: "on a subnet that is not there", parameters: { netuid: NOWHERE.toString() } },
    { name: "so much that it is refused", parameters: { tao: LARGEST } },
  ],
)

/** Rules of pools on small chains. */
export const poolQuestions: { readonly [name: string]: readonly BoundaryCase[] } = {
  "pool.medianAlphaPrice": medianPrices,
  "pool.alphaAmountForTao": alphaForTao,
  "pool.initializeSwap": initializations,
  "pool.clearProtocolLiquidity": clearings,
  "pool.increaseTaoReserve": taoIncreases,
  "pool.increaseAlphaReserve": alphaIncreases,
  "pool.swapFeeAmount": fees,
  "pool.simulateBuy": purchases,
}
