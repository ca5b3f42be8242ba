import { setPendingChildrenAfterEpochs } from "../../../reference/children/pendingChildren.js"
import { distributeEmissions } from "../../../reference/coinbase/distribution.js"
import { emitToSubnets } from "../../../reference/coinbase/emitToSubnets.js"
import { cleanUpHotkeySwapRecords } from "../../../reference/coinbase/hotkeySwapRecords.js"
import { updateMovingPrices } from "../../../reference/coinbase/movingPrice.js"
import { drainPending, type PendingEmission } from "../../../reference/coinbase/pendingEmission.js"
import { updateRootProportions } from "../../../reference/coinbase/rootProportion.js"
import { rootSellFlag } from "../../../reference/coinbase/rootSell.js"
import { mintBlockEmission } from "../../../reference/emission/blockEmission.js"
import { subnetsToEmitTo } from "../../../reference/emission/eligibleSubnets.js"
import { subnetBlockEmissions } from "../../../reference/emission/subnetShares.js"
import { balancer } from "../../../reference/forks/balancer.js"
import { U96F32 } from "../../../reference/numbers/formats.js"
import { updateRegistrationPrices } from "../../../reference/registration/burnPrice.js"
import { runAutoClaim } from "../../../reference/root/autoClaim.js"
import { populateRootColdkeys } from "../../../reference/root/populateRootColdkeys.js"
import { setClock, startBlock } from "../../../reference/state/blockStart.js"
import { Chain } from "../../../reference/state/chain.js"
import { type NetUid, ROOT } from "../../../reference/state/primitives.js"
import { exitSafeModeInTime } from "../../../reference/state/safeMode.js"
import { SubnetRootSellTao } from "../../../reference/state/storage/subtensorModule.js"
import { subnetNetuids } from "../../../reference/subnets/existence.js"
import { revealTimelockedCommits } from "../../../reference/weights/timelockReveal.js"
import { type EpochView, type NeuronStake, stakeOfNeurons, viewEpoch } from "./epochView.js"
import type { RecordedBlock } from "./recordedBlock.js"
import { type SubnetView, viewSubnets } from "./subnetView.js"

/** What one block did, stage by stage. */
export interface Walk {
  readonly minted: { readonly issuance: bigint; readonly emission: bigint }
  readonly sellsRoot: boolean
  /** By subnet, before and after the emission. */
  readonly before: readonly SubnetView[]
  readonly after: readonly SubnetView[]
  readonly emissions: ReadonlyMap<NetUid, U96F32>
  readonly recycled: bigint
  readonly drained: readonly PendingEmission[]
  readonly epoch: EpochView
  readonly stakesBefore: readonly NeuronStake[]
  readonly stakesAfter: readonly NeuronStake[]
  readonly storageChanges: number
}

function assertSameChanges(chain: Chain, mark: number, recorded: RecordedBlock["changes"]): number {
  const changes = chain.state.changesSince(mark)
  const keys = Object.keys(recorded)
  const differs = [...changes].find(([key, value]) => recorded[key] !== value)
  if (differs !== undefined || keys.length !== changes.size)
    throw new Error("the stages of the block, one after the other, do not give what the block gives")
  return keys.length
}

function mint(chain: Chain, issuance: bigint) {
  const credit = mintBlockEmission(chain)
  return { credit, minted: { issuance, emission: credit.amount } }
}

/** Carries out the initialisation of a block in its stages and looks at what stands between them. */
export function walk(recorded: RecordedBlock, issuanceOf: (chain: Chain) => bigint, followed: NetUid): Walk {
  const chain = new Chain(balancer, recorded.state.fork(), recorded.context)
  const mark = chain.state.mark()
  startBlock(chain)
  cleanUpHotkeySwapRecords(chain)
  updateRegistrationPrices(chain)
  const { credit, minted } = mint(chain, issuanceOf(chain))
  revealTimelockedCommits(chain)

  SubnetRootSellTao.clear(chain.state)
  const subnets = subnetNetuids(chain).filter((netuid) => netuid !== ROOT)
  const emitting = subnetsToEmitTo(chain, subnets)
  const emissions = subnetBlockEmissions(chain, emitting, U96F32.saturatingFromInteger(credit.amount))
  const sellsRoot = rootSellFlag(chain, emitting)
  const before = viewSubnets(chain, emitting, emissions)
  emitToSubnets(chain, emitting, emissions, credit, sellsRoot)
  const after = viewSubnets(chain, emitting, emissions)
  const drained = drainPending(chain, subnets)
  const pending = drained.find(({ netuid }) => netuid === followed)
  if (pending === undefined) throw new Error(`subnet ${followed} has no epoch in block ${recorded.context.number}`)
  const epoch = viewEpoch(chain, pending)
  const stakesBefore = stakeOfNeurons(chain, followed)
  distributeEmissions(chain, drained)
  const stakesAfter = stakeOfNeurons(chain, followed)

  updateMovingPrices(chain)
  updateRootProportions(chain)
  setPendingChildrenAfterEpochs(chain)
  runAutoClaim(chain)
  populateRootColdkeys(chain)
  exitSafeModeInTime(chain)
  setClock(chain)
  const storageChanges = assertSameChanges(chain, mark, recorded.changes)
  const received = after.reduce((total, { taoReceived }) => total + taoReceived, 0n)
  const recycled = minted.emission - received
  return {
    minted,
    sellsRoot,
    before,
    after,
    emissions,
    recycled,
    drained,
    epoch,
    stakesBefore,
    stakesAfter,
    storageChanges,
  }
}
