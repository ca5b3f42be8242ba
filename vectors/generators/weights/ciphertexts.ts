import type { JsonObject } from "../../../reference/interface/valueType.js"
import { fromHex, type Hex, toHex } from "../../../reference/state/scaleTypes.js"
import recorded from "../../../reference/weights/recordedTimelock.json" with { type: "json" }
import { lockText, SIGNATURE } from "../../../reference/weights/testing/lockText.js"
import type { BoundaryCase } from "../functions/functionCases.js"

const TEXT = Uint8Array.of(1, 2, 3)
const NOTHING = new Uint8Array(0)
const DIGITS = SIGNATURE.slice(2)

/** The bytes of a count before a part. */
const COUNT = 8
const POINT = 96
const MASKED = 32

const proper = lockText(TEXT)

/** The proper ciphertext with bytes changed from some place on. */
function changed(place: number, change: (byte: number) => number, count = 1): Hex {
  return toHex(fromHex(proper).map((byte, at) => (at >= place && at < place + count ? change(byte) : byte)))
}

const flipped = (place: number) => changed(place, (byte) => byte ^ 1)

function opening(name: string, ciphertext: string, signature: string = SIGNATURE): BoundaryCase {
  const input: JsonObject = { ciphertext, signature }
  return { name, input }
}

/** Ciphertexts that open, and some that each lack one thing. */
export const CIPHERTEXTS: readonly BoundaryCase[] = [
  opening("made by a client library", recorded.ciphertext, recorded.signature),
  opening("the signature of another round", recorded.ciphertext),
  opening("proper", proper),
  opening("followed by more", `${proper}00ff`),
  opening("a signature after the characters 0x", proper, `0x3078${DIGITS}`),
  opening("a signature before other bytes", proper, `0x${DIGITS}00`),
  opening("another point", flipped(0)),
  opening("another masked seed", flipped(POINT + COUNT)),
  opening("another masked key", flipped(POINT + COUNT + MASKED + COUNT)),
  opening("another text", flipped(POINT + 2 * (COUNT + MASKED) + 2 * COUNT)),
  opening("nothing", "0x"),
  opening("cut off", proper.slice(0, -2)),
  opening(
    "a point that is not compressed",
    changed(0, (byte) => byte & 0x7f),
  ),
  opening(
    "the point at infinity",
    changed(0, () => 0xc0),
  ),
  opening(
    "a count beyond the end",
    changed(POINT, () => 0xff, COUNT),
  ),
  opening("no signature", proper, "0x"),
  opening("a signature that is no point", proper, toHex(new Uint8Array(48).fill(0xff, 0, 1))),
  opening("a key of 31 bytes", lockText(TEXT, { key: new Uint8Array(31).fill(9) })),
  opening("a nonce of 13 bytes", lockText(TEXT, { nonce: new Uint8Array(13).fill(1) })),
  opening("a seed longer than its hash", lockText(TEXT, { v: new Uint8Array(33) })),
  opening("a seed shorter than the key's mask", lockText(TEXT, { v: NOTHING })),
  opening("neither seed nor key", lockText(TEXT, { v: NOTHING, w: NOTHING })),
  opening("a masked key longer than its mask", lockText(TEXT, { w: new Uint8Array(40) })),
]
