import type { JsonObject } from "../../../reference/interface/valueType.js"
import type { BoundaryCase, ChapterCases, OwnCases } from "../functions/functionCases.js"
import { CIPHERTEXTS } from "./ciphertexts.js"

const COMMITTER = `0x${"ab".repeat(32)}`

/** Neurons 1 and 2 with weights 3 and 4, by version 5. */
const WEIGHTS = "0801000200" + "0803000400" + "0500000000000000"

/** A hotkey of 32 bytes in front of them. */
const HOTKEY = `80${"ab".repeat(32)}`

function payload(name: string, digits: string): BoundaryCase {
  const input: JsonObject = { plaintext: `0x${digits}`, committer: COMMITTER }
  return { name, input }
}

const PAYLOADS: readonly BoundaryCase[] = [
  payload("the committer's", HOTKEY + WEIGHTS),
  payload("somebody else's", `80${"cd".repeat(32)}${WEIGHTS}`),
  payload("a hotkey that is longer than an account", `84${"ab".repeat(33)}${WEIGHTS}`),
  payload("followed by more", `${HOTKEY}${WEIGHTS}ff`),
  payload("without a hotkey", WEIGHTS),
  payload("without a hotkey, which can be read as one that is too short", "0401000402000300000000000000000000"),
  payload("a length in more bytes than it takes", `8100${"ab".repeat(32)}${WEIGHTS}`),
  payload("cut off", HOTKEY + WEIGHTS.slice(0, -2)),
  payload("nothing", ""),
  payload("no neurons", `${HOTKEY}00000500000000000000`),
]

const OWN: { readonly [name: string]: OwnCases } = {
  "weights.timelockPayload": { boundaries: PAYLOADS },
  "weights.openTimelock": { boundaries: CIPHERTEXTS },
}

/** The cases of weights. */
export const weightsCases: ChapterCases = ({ name }) => OWN[name] ?? {}
