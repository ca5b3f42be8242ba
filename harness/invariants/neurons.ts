import type { NetUid } from "../../reference/state/primitives.js"
import type { State } from "../../reference/state/state.js"
import {
  IsNetworkMember,
  Keys,
  NetworksAdded,
  SubnetworkN,
  Uids,
} from "../../reference/state/storage/subtensorModule.js"
import { first, type StateInvariant } from "./invariant.js"

function problemOfSubnet(state: State, netuid: NetUid): string | undefined {
  const size = SubnetworkN.get(state, netuid)
  const uids = Keys.entriesUnder(state, netuid).map(([uid, hotkey]) => ({ uid, hotkey }))
  const known = Uids.entriesUnder(state, netuid).length
  if (uids.length !== size || known !== size) {
    return `subnet ${netuid} has ${size} neurons, ${uids.length} uids and ${known} hotkeys`
  }
  return first(
    uids.map(({ uid, hotkey }) => {
      if (uid >= size) return `uid ${uid} of subnet ${netuid} is not below ${size}`
      if (Uids.get(state, netuid, hotkey) !== uid) return `uid ${uid} of subnet ${netuid} is not that of its hotkey`
      return IsNetworkMember.get(state, hotkey, netuid) ? undefined : `${hotkey} is no member of subnet ${netuid}`
    }),
  )
}

/** Neurons are numbered without gaps. */
export const neuronsAreNumbered: StateInvariant = {
  name: "a subnet's uids are 0 to n − 1, and each belongs to one hotkey",
  clauses: ["subnets-05", "registration-10"],
  brokenIn: (state) => first(NetworksAdded.keys(state).map((netuid) => problemOfSubnet(state, netuid))),
}
