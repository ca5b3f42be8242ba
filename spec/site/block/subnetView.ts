import { rootProportion } from "../../../reference/coinbase/rootProportion.js"
import { type SubnetTerms, termsOf } from "../../../reference/coinbase/subnetTerms.js"
import type { U64F64, U96F32 } from "../../../reference/numbers/formats.js"
import { movingAlphaPrice } from "../../../reference/pool/alphaPrices.js"
import { alphaIssuance } from "../../../reference/pool/reserves.js"
import { currentAlphaPrice } from "../../../reference/pool/swap.js"
import type { Chain } from "../../../reference/state/chain.js"
import type { NetUid } from "../../../reference/state/primitives.js"
import {
  MinerBurned,
  PendingOwnerCut,
  PendingRootAlphaDivs,
  PendingServerEmission,
  PendingValidatorEmission,
  SubnetAlphaIn,
  SubnetAlphaInEmission,
  SubnetAlphaOutEmission,
  SubnetEmissionEnabled,
  SubnetExcessTao,
  SubnetTAO,
  SubnetTaoInEmission,
} from "../../../reference/state/storage/subtensorModule.js"

/** What a subnet has pending for its next epoch, in alpha rao. */
export interface Pending {
  readonly owner: bigint
  readonly server: bigint
  readonly validator: bigint
  readonly root: bigint
}

/** A subnet at one moment of a block. */
export interface SubnetView {
  readonly netuid: NetUid
  /** rao and alpha rao */
  readonly tao: bigint
  readonly alpha: bigint
  readonly alphaIssuance: bigint
  /** rao per alpha rao */
  readonly price: U64F64
  readonly movingPrice: U64F64
  readonly minerBurned: U96F32
  readonly isEnabled: boolean
  readonly rootProportion: U96F32
  readonly terms: SubnetTerms
  readonly pending: Pending
  /** What the block's emission has brought: TAO injected, TAO that bought alpha, alpha injected, alpha issued. */
  readonly taoIn: bigint
  readonly excessTao: bigint
  readonly taoReceived: bigint
  readonly alphaIn: bigint
  readonly alphaOut: bigint
}

function viewSubnet(chain: Chain, netuid: NetUid, emission: U96F32): SubnetView {
  const { state } = chain
  const taoIn = SubnetTaoInEmission.get(state, netuid)
  const excessTao = SubnetExcessTao.get(state, netuid)
  return {
    netuid,
    tao: SubnetTAO.get(state, netuid),
    alpha: SubnetAlphaIn.get(state, netuid),
    alphaIssuance: alphaIssuance(chain, netuid),
    price: currentAlphaPrice(chain, netuid),
    movingPrice: movingAlphaPrice(chain, netuid),
    minerBurned: MinerBurned.get(state, netuid),
    isEnabled: SubnetEmissionEnabled.get(state, netuid),
    rootProportion: rootProportion(chain, netuid),
    terms: chain.simulate(() => termsOf(chain, netuid, emission)),
    pending: {
      owner: PendingOwnerCut.get(state, netuid),
      server: PendingServerEmission.get(state, netuid),
      validator: PendingValidatorEmission.get(state, netuid),
      root: PendingRootAlphaDivs.get(state, netuid),
    },
    taoIn,
    excessTao,
    taoReceived: taoIn + excessTao,
    alphaIn: SubnetAlphaInEmission.get(state, netuid),
    alphaOut: SubnetAlphaOutEmission.get(state, netuid),
  }
}

/** The subnets that a block emits to, as they are now. Nothing is changed by looking. */
export function viewSubnets(
  chain: Chain,
  subnets: readonly NetUid[],
  emissions: ReadonlyMap<NetUid, U96F32>,
): readonly SubnetView[] {
  return subnets.flatMap((netuid) => {
    const emission = emissions.get(netuid)
    return emission === undefined ? [] : [viewSubnet(chain, netuid, emission)]
  })
}
