import type { Recording } from "../../../harness/replay/recording.js"
import {
  SubnetAlphaIn,
  SubnetAlphaOut,
  SubnetAlphaOutEmission,
} from "../../../reference/state/storage/subtensorModule.js"
import { apply, recordingsOf, startOf } from "../captured.js"

/** A point of the alpha curve as the chain computed it: what a block emitted at an issuance. */
export interface RecordedEmission {
  readonly issuance: bigint
  readonly emission: bigint
}

/** The emission of every subnet whose emission a block changed, beside the subnet's issuance before the block. */
function* emissionsOf(recording: Recording): Generator<RecordedEmission> {
  const state = startOf(recording)
  for (const { initialize, steps } of recording.blocks) {
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
  const points = recordingsOf("balancer", "emission").flatMap((recording) => [...emissionsOf(recording)])
  const byIssuance = new Map(points.map((point) => [point.issuance, point]))
  return [...byIssuance.values()].sort((a, b) => (a.issuance < b.issuance ? -1 : 1))
}
