import { I96F32, U96F32 } from "../../../../reference/numbers/formats.js"
import { Perquintill } from "../../../../reference/numbers/perquintill.js"
import { netUid, ROOT } from "../../../../reference/state/primitives.js"
import type { State } from "../../../../reference/state/state.js"
import { TotalIssuance as CurrencyIssuance } from "../../../../reference/state/storage/balances.js"
import {
  BlockEmission,
  FirstEmissionBlockNumber,
  MinerBurned,
  NetworkRegistrationAllowed,
  NetworksAdded,
  OwnerCutEnabled,
  SubnetAlphaIn,
  SubnetAlphaOut,
  SubnetEmissionEnabled,
  SubnetMechanism,
  SubnetMovingPrice,
  SubnetOwnerCut,
  SubnetRootSellTao,
  SubnetTAO,
  SubtokenEnabled,
  TaoWeight,
  TotalIssuance,
} from "../../../../reference/state/storage/subtensorModule.js"
import { SwapBalancer } from "../../../../reference/state/storage/swap.js"
import { Account } from "../../../../reference/state/storage/system.js"
import { accountOfNetuid } from "../../../../reference/subnets/subnetAccount.js"
import { bob, validator1 } from "../accounts.js"
import { alpha, alphaRao, rao, tao } from "../amounts.js"
import { OTHER, SUBNET } from "../market.js"
import { Network } from "../network.js"
import type { Suite } from "../suite.js"
import { blockStepOn, blockSteps, where } from "./blockStep.js"

const EMPTY = new Network()

/** Where the block's TAO halves, in TAO: half of the supply, then half of what is left. */
const HALVINGS = [10_500_000n, 15_750_000n, 18_375_000n]

function issued(amount: bigint) {
  return (state: State) => {
    TotalIssuance.set(state, rao(amount))
    CurrencyIssuance.set(state, rao(amount))
  }
}

/** Block steps without subnets: the curve alone. */
export const halvingSuite: Suite = {
  chapter: "emission",
  name: "block-step-halving",
  title: "The block's TAO",
  scenarios: blockSteps(
    "nothing issued",
    ["emission-01", "emission-02", "coinbase-01", "state-02", "state-03"],
    blockStepOn(EMPTY),
    [
      ...HALVINGS.flatMap((threshold) => [
        where(`one rao below ${threshold} TAO`, ["emission-01", "emission-02"], issued(tao(threshold) - 1n)),
        where(`at ${threshold} TAO`, ["emission-01", "emission-02"], issued(tao(threshold))),
      ]),
      where("one rao below the supply", ["emission-01", "emission-03"], issued(tao(21_000_000) - 1n)),
      where("at the supply", ["emission-01", "emission-02"], issued(tao(21_000_000))),
      where("above the supply", ["emission-01", "emission-02"], issued(tao(21_000_000) + 5n)),
      where("less room in the currency than the emission", ["emission-03"], (state) =>
        CurrencyIssuance.set(state, rao(tao(21_000_000) - 7n)),
      ),
      where("the emission that is already written down", ["emission-02"], (state) => {
        issued(tao(10_500_000))(state)
        BlockEmission.set(state, 500_000_000n)
      }),
      where("TAO that root sold in the block before", ["coinbase-01"], (state) =>
        SubnetRootSellTao.set(state, SUBNET, rao(5)),
      ),
    ],
  ),
}

/** Two subnets with pools, stake on root, and TAO issued as if root had half of the weight. */
function subnets(): Network {
  return new Network()
    .hotkey(validator1, bob)
    .subnet(SUBNET, { taoReserve: tao(1_000), alphaReserve: alpha(2_000) })
    .subnet(OTHER, { taoReserve: tao(5_000), alphaReserve: alpha(4_000) })
    .stake(ROOT, validator1, bob, alpha(2_000))
    .stake(SUBNET, validator1, bob, alpha(100))
    .store((state) => TaoWeight.set(state, 1n << 63n))
}

const QUARTER = U96F32.fromBits(U96F32.ONE / 4n)

/** The currency has room for 600 rao, a subnet's account must begin with 500, and none is there. */
function scarce(state: State): void {
  TotalIssuance.set(state, rao(0))
  CurrencyIssuance.set(state, rao(tao(21_000_000) - 600n))
  Account.remove(state, accountOfNetuid(SUBNET))
  Account.remove(state, accountOfNetuid(OTHER))
}

/** Block steps with two subnets, neither of which has an epoch. */
export const sharesSuite: Suite = {
  chapter: "coinbase",
  name: "block-step-shares",
  title: "What subnets get of a block",
  scenarios: blockSteps(
    "two subnets by their prices",
    ["coinbase-01", "coinbase-04", "coinbase-06", "coinbase-07", "coinbase-08", "emission-11", "emission-12"],
    blockStepOn(subnets()),
    [
      where("one of which burns a quarter of what its miners earn", ["emission-11"], (state) =>
        MinerBurned.set(state, SUBNET, QUARTER),
      ),
      where("of which both burn all that their miners earn", ["emission-11"], (state) => {
        MinerBurned.set(state, SUBNET, U96F32.ONE)
        MinerBurned.set(state, OTHER, U96F32.fromInteger(2n))
      }),
      where("one of which gets no TAO", ["emission-11"], (state) => SubnetEmissionEnabled.set(state, SUBNET, false)),
      where("of which neither gets TAO", ["emission-11", "emission-03"], (state) => {
        SubnetEmissionEnabled.set(state, SUBNET, false)
        SubnetEmissionEnabled.set(state, OTHER, false)
      }),
      where("without prices", ["emission-11", "emission-03"], (state) => {
        SubnetMovingPrice.remove(state, SUBNET)
        SubnetMovingPrice.remove(state, OTHER)
      }),
      where("one of which never began", ["emission-10"], (state) => FirstEmissionBlockNumber.remove(state, SUBNET)),
      where("one of which is to begin later", ["emission-10"], (state) =>
        FirstEmissionBlockNumber.set(state, SUBNET, 5_000n),
      ),
      where("one of which was not started", ["emission-10"], (state) => SubtokenEnabled.set(state, SUBNET, false)),
      where("one of which is closed", ["emission-10"], (state) => NetworkRegistrationAllowed.set(state, SUBNET, false)),
      where("one of which is marked as gone", ["subnets-01", "emission-10"], (state) =>
        NetworksAdded.set(state, SUBNET, false),
      ),
      where("one of which has no pool", ["pool-22", "coinbase-04"], (state) => SubnetMechanism.set(state, SUBNET, 0)),
      where("without stake on root nothing goes into the pools", ["coinbase-03", "coinbase-04"], (state) =>
        SubnetTAO.set(state, ROOT, rao(0)),
      ),
      where("with much stake on root nothing is bought", ["coinbase-03", "coinbase-04"], (state) => {
        SubnetTAO.set(state, ROOT, tao(1_000_000))
        TaoWeight.set(state, (1n << 64n) - 1n)
      }),
      where("the prices of which exceed one together", ["coinbase-05", "coinbase-08"], (state) =>
        SubnetMovingPrice.set(state, SUBNET, I96F32.ONE),
      ),
      where("the prices of which are one together", ["coinbase-05", "coinbase-08"], (state) => {
        SubnetMovingPrice.set(state, SUBNET, I96F32.fromBits(I96F32.ONE / 4n))
        SubnetMovingPrice.set(state, OTHER, I96F32.fromBits((I96F32.ONE * 3n) / 4n))
      }),
      where("without a cut for the owner", ["coinbase-07", "coinbase-08"], (state) =>
        OwnerCutEnabled.set(state, SUBNET, false),
      ),
      where("with the whole for the owner", ["coinbase-07"], (state) => SubnetOwnerCut.set(state, 65_535)),
      where("one of which has issued half of its alpha", ["emission-01", "coinbase-04"], (state) =>
        SubnetAlphaOut.set(state, SUBNET, alpha(10_498_000)),
      ),
      where("one of which has issued all of its alpha", ["emission-01", "coinbase-04"], (state) =>
        SubnetAlphaOut.set(state, SUBNET, alpha(20_998_000)),
      ),
      where("one of which is too poor to buy from", ["coinbase-06", "pool-13"], (state) =>
        SubnetAlphaIn.set(state, SUBNET, alphaRao(1_000)),
      ),
      where("one of which cannot take more without leaning over", ["coinbase-06", "pool-06", "pool-19"], (state) => {
        SwapBalancer.set(state, SUBNET, { quote: Perquintill.fromParts(10n ** 16n) })
        SubnetTAO.set(state, SUBNET, tao(10))
        SubnetTAO.set(state, ROOT, tao(1_000_000))
        SubnetAlphaIn.set(state, SUBNET, alphaRao(50_000_000))
        TaoWeight.set(state, (1n << 64n) - 1n)
      }),
      where("one of which has an empty pool", ["coinbase-04", "coinbase-06", "pool-06"], (state) => {
        SubnetTAO.set(state, SUBNET, rao(0))
        SubnetAlphaIn.set(state, SUBNET, alphaRao(0))
      }),
      where("with less TAO to be had than is shared out", ["emission-03", "coinbase-06"], (state) => {
        TotalIssuance.set(state, rao(tao(21_000_000) - 10n ** 9n))
        CurrencyIssuance.set(state, rao(tao(21_000_000) - 10n))
      }),
      where(
        "with so little TAO that a subnet without an account cannot receive it",
        ["emission-03", "coinbase-06"],
        scarce,
      ),
      where(
        "with so little TAO that a subnet without an account cannot receive what goes into its pool",
        ["emission-03", "coinbase-06"],
        (state) => {
          scarce(state)
          SubnetTAO.set(state, ROOT, tao(10_000_000))
          TaoWeight.set(state, (1n << 64n) - 1n)
        },
      ),
      where("with an account that can hold no more", ["state-11", "coinbase-06"], (state) =>
        Account.mutate(state, accountOfNetuid(SUBNET), (account) => ({
          ...account,
          data: { ...account.data, free: (1n << 64n) - 1n },
        })),
      ),
      where("with no TAO to be had, though some is due", ["emission-03", "state-12"], (state) => {
        TotalIssuance.set(state, rao(0))
        CurrencyIssuance.set(state, rao(tao(21_000_000)))
      }),
      where(
        "one of which has too little alpha to sell for all that should buy it",
        ["coinbase-06", "pool-13"],
        (state) => {
          SubnetTAO.set(state, ROOT, rao(0))
          SubnetAlphaIn.set(state, SUBNET, alphaRao(999_999))
        },
      ),
      where("a third that is not known to the currency", ["emission-11"], (state) =>
        NetworksAdded.set(state, netUid(3), true),
      ),
    ],
  ),
}
