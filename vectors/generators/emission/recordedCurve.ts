import { readdirSync } from "node:fs"
import { join } from "node:path"
import { packageFolder } from "../../../harness/packageFolder.js"
import { readRecording } from "../../../harness/replay/readRecording.js"
import type { Diff, Recording } from "../../../harness/replay/recording.js"
import { balancer } from "../../../reference/forks/balancer.js"
import type { Hex } from "../../../reference/state/scaleTypes.js"
import { State } from "../../../reference/state/state.js"
import {
  SubnetAlphaIn,
  SubnetAlphaOut,
  SubnetAlphaOutEmission,
} from "../../../reference/state/storage/subtensorModule.js"

const FOLDER = join(packageFolder, "vectors", "captured", "balancer-425")
const FAMILY = /^emission-.*\.jsonl\.gz$/

/** A point of the alpha curve as the chain computed it: what a block emitted at an issuance. */
export interface RecordedEmission {
  readonly issuance: bigint
  readonly emission: bigint
}

function apply(state: State, diff: Diff | undefined): void {
  for (const [key, value] of Object.entries<Hex | null>(diff ?? {})) state.writeRaw(key, value ?? undefined)
}

/** The emission of every subnet whose emission a block changed, beside the subnet's issuance before the block. */
function* emissionsOf({ state: start, blocks }: Recording): Generator<RecordedEmission> {
  const state = State.fromRaw(balancer.storage, Object.entries(start))
  for (const { initialize, steps } of blocks) {
    const before = new Map(SubnetAlphaOutEmission.entries(state))
    const issued = new Map(
      SubnetAlphaIn.entries(state).map(([netuid, reserve]) => [netuid, reserve + SubnetAlphaOut.get(state, netuid)]),
    )
    apply(state, initialize?.diff)
    for (const [netuid, emission] of SubnetAlphaOutEmission.entries(state)) {
      const issuance = issued.get(netuid)
      if (issuance !== undefined && emission !== before.get(netuid)) yield { issuance, emission }
    }
    for (const { diff } of steps) apply(state, diff)
  }
}

/** The points of the alpha curve that the recordings show, by issuance. */
export function recordedCurve(): readonly RecordedEmission[] {
  const files = readdirSync(FOLDER).filter((name) => FAMILY.test(name))
  const points = files.flatMap((name) => [...emissionsOf(readRecording(join(FOLDER, name)))])
  const byIssuance = new Map(points.map((point) => [point.issuance, point]))
  return [...byIssuance.values()].sort((a, b) => (a.issuance < b.issuance ? -1 : 1))
}
