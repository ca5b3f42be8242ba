import { OwnedHotkeys, Owner } from "../../reference/state/storage/subtensorModule.js"
import { first, type StateInvariant } from "./invariant.js"

/** Ownership is stored at both ends. */
export const ownersKnowTheirHotkeys: StateInvariant = {
  name: "a coldkey's list has the hotkeys that it owns, each once",
  clauses: ["keys-01"],
  brokenIn: (state) => {
    const lists = OwnedHotkeys.entries(state)
    const listed = new Map(lists.flatMap(([coldkey, hotkeys]) => hotkeys.map((hotkey) => [hotkey, coldkey])))
    const count = lists.reduce((sum, [, hotkeys]) => sum + hotkeys.length, 0)
    if (count !== listed.size) return `${count - listed.size} hotkeys are in more than one list`
    const unlisted = Owner.entries(state).map(([hotkey, coldkey]) =>
      listed.get(hotkey) === coldkey ? undefined : `${hotkey} is not in the list of ${coldkey}`,
    )
    const disowned = Array.from(listed, ([hotkey, coldkey]) =>
      Owner.get(state, hotkey) === coldkey ? undefined : `${hotkey} is in the list of ${coldkey}, who does not own it`,
    )
    return first([...unlisted, ...disowned])
  },
}
