import { describe, expect, it } from "vitest"
import { I96F32, U96F32 } from "../numbers/formats.js"
import { blankChain } from "../state/blankChain.js"
import type { Chain } from "../state/chain.js"
import { netUid, ROOT } from "../state/primitives.js"
import {
  FirstEmissionBlockNumber,
  MinerBurned,
  NetworkRegistrationAllowed,
  SubnetEmissionEnabled,
  SubnetMechanism,
  SubnetMovingPrice,
  SubtokenEnabled,
} from "../state/storage/subtensorModule.js"
import { subnetsToEmitTo } from "./eligibleSubnets.js"
import { subnetBlockEmissions } from "./subnetShares.js"

const SEVEN = netUid(7)
const EIGHT = netUid(8)

/** A chain on which root and two subnets are started and open. */
function chainOfTwo(): Chain {
  const chain = blankChain()
  for (const netuid of [ROOT, SEVEN, EIGHT]) {
    FirstEmissionBlockNumber.set(chain.state, netuid, 1_000_000n)
    SubtokenEnabled.set(chain.state, netuid, true)
    SubnetMechanism.set(chain.state, netuid, 1)
  }
  return chain
}

describe("the subnets that take part in emission", () => {
  it("are those that are started, with alpha enabled and open, but never root", () => {
    expect(subnetsToEmitTo(chainOfTwo(), [EIGHT, ROOT, SEVEN])).toEqual([EIGHT, SEVEN])
  })

  it.each([
    ["not started", (chain: Chain) => FirstEmissionBlockNumber.remove(chain.state, SEVEN)],
    ["without alpha enabled", (chain: Chain) => SubtokenEnabled.remove(chain.state, SEVEN)],
    ["closed for registration", (chain: Chain) => NetworkRegistrationAllowed.set(chain.state, SEVEN, false)],
  ])("do not include one that is %s", (_, close) => {
    const chain = chainOfTwo()
    close(chain)
    expect(subnetsToEmitTo(chain, [SEVEN, EIGHT])).toEqual([EIGHT])
  })
})

describe("the block's TAO", () => {
  const oneTao = U96F32.fromInteger(1_000_000_000n)

  function tao(chain: Chain): readonly bigint[] {
    return [...subnetBlockEmissions(chain, [SEVEN, EIGHT], oneTao).values()].map((amount) => U96F32.toInteger(amount))
  }

  it("is divided by moving prices", () => {
    const chain = chainOfTwo()
    SubnetMovingPrice.set(chain.state, SEVEN, I96F32.fromInteger(3))
    SubnetMovingPrice.set(chain.state, EIGHT, I96F32.fromInteger(1))
    expect(tao(chain)).toEqual([750_000_000n, 250_000_000n])
  })

  it("counts a stable subnet's price as one and a negative average as nothing", () => {
    const chain = chainOfTwo()
    SubnetMechanism.set(chain.state, SEVEN, 0)
    SubnetMovingPrice.set(chain.state, EIGHT, I96F32.fromInteger(-1))
    expect(tao(chain)).toEqual([1_000_000_000n, 0n])
  })

  it("follows the burn of miners' emission and the switch", () => {
    const chain = chainOfTwo()
    for (const netuid of [SEVEN, EIGHT]) SubnetMovingPrice.set(chain.state, netuid, I96F32.ONE)
    MinerBurned.set(chain.state, SEVEN, U96F32.ONE)
    expect(tao(chain)).toEqual([0n, 1_000_000_000n])
    SubnetEmissionEnabled.set(chain.state, EIGHT, false)
    expect(tao(chain)).toEqual([0n, 0n])
  })
})
