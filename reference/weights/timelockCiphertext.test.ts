import { bls12_381 } from "@noble/curves/bls12-381.js"
import { sha256 } from "@noble/hashes/sha2.js"
import { describe, expect, it } from "vitest"
import { accountId } from "../state/primitives.js"
import { fromHex, type Hex, toHex } from "../state/scaleTypes.js"
import recorded from "./recordedTimelock.json" with { type: "json" }
import { lockText, SIGNATURE } from "./testing/lockText.js"
import { openTimelock } from "./timelockCiphertext.js"
import { decodeTimelockPayload } from "./timelockPayload.js"

const TEXT = Uint8Array.of(1, 2, 3)

const hex = (text: string): Hex => toHex(fromHex(text))

/** The ciphertext with its bytes changed. */
function changed(ciphertext: Hex, change: (bytes: Uint8Array) => void): Hex {
  const bytes = fromHex(ciphertext)
  change(bytes)
  return toHex(bytes)
}

describe("a ciphertext that a public client library made", () => {
  const opened = openTimelock(hex(recorded.ciphertext), hex(recorded.signature))

  it("opens with the signature of its round to the weights of its hotkey", () => {
    const { uids, values, versionKey } = recorded
    expect(opened && decodeTimelockPayload(opened, accountId(hex(recorded.hotkey)))).toEqual({
      uids,
      values,
      versionKey: BigInt(versionKey),
    })
  })

  it("was locked until a round that drand's chain quicknet signed", () => {
    const { shortSignatures } = bls12_381
    const round = new Uint8Array(8)
    new DataView(round.buffer).setBigUint64(0, BigInt(recorded.round))
    const message = shortSignatures.hash(sha256(round), "BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_")
    expect(shortSignatures.verify(fromHex(recorded.signature), message, fromHex(recorded.publicKey))).toBe(true)
  })

  it("opens with no other signature", () => {
    expect(openTimelock(hex(recorded.ciphertext), SIGNATURE)).toBeUndefined()
  })
})

describe("a ciphertext", () => {
  const proper = lockText(TEXT)

  it("opens to the text; bytes after it do not matter, nor the name of the cipher", () => {
    expect(openTimelock(proper, SIGNATURE)).toEqual(TEXT)
    expect(openTimelock(hex(`${proper}00ff`), SIGNATURE)).toEqual(TEXT)
    const renamed = changed(proper, (bytes) => bytes.fill(0, -3))
    expect(openTimelock(renamed, SIGNATURE)).toEqual(TEXT)
  })

  it("opens with a signature that stands after the characters 0x, or before other bytes", () => {
    const digits = SIGNATURE.slice(2)
    expect(openTimelock(proper, hex(`0x3078${digits}`))).toEqual(TEXT)
    expect(openTimelock(proper, hex(`0x${digits}00`))).toEqual(TEXT)
  })

  it.each([
    ["the point", 0],
    ["the masked seed", 96 + 8],
    ["the masked key", 96 + 8 + 32 + 8],
    ["the encrypted text", 96 + 2 * 40 + 8 + 8],
  ])("does not open when %s was changed", (_part, place) => {
    const other = changed(proper, (bytes) => bytes.set([(bytes[place] ?? 0) ^ 1], place))
    expect(openTimelock(other, SIGNATURE)).toBeUndefined()
  })

  it.each([
    ["a text without bytes", "0x"],
    ["one cut short", proper.slice(0, -2)],
    ["a point that is not compressed", changed(proper, (bytes) => bytes.set([(bytes[0] ?? 0) & 0x7f], 0))],
    ["a count beyond its end", changed(proper, (bytes) => bytes.fill(0xff, 96, 104))],
  ])("does not open that is %s", (_name, ciphertext) => {
    expect(openTimelock(hex(ciphertext), SIGNATURE)).toBeUndefined()
  })

  it("does not open with bytes that are no signature", () => {
    expect(openTimelock(proper, "0x")).toBeUndefined()
    expect(openTimelock(proper, toHex(new Uint8Array(48).fill(0xff, 0, 1)))).toBeUndefined()
  })

  it("opens by a key of 32 bytes and a nonce of 12 only", () => {
    expect(openTimelock(lockText(TEXT, { key: new Uint8Array(31).fill(9) }), SIGNATURE)).toBeUndefined()
    expect(openTimelock(lockText(TEXT, { nonce: new Uint8Array(13).fill(1) }), SIGNATURE)).toBeUndefined()
  })

  it("is decrypted with the point at infinity as with any other, and then does not open", () => {
    const atInfinity = changed(proper, (bytes) => bytes.set([0xc0], 0))
    expect(openTimelock(atInfinity, SIGNATURE)).toBeUndefined()
  })

  it("stops the runtime when its parts are not as long as their masks", () => {
    const none = new Uint8Array(0)
    expect(() => openTimelock(lockText(TEXT, { v: new Uint8Array(33) }), SIGNATURE)).toThrow("longer than its hash")
    expect(() => openTimelock(lockText(TEXT, { v: none }), SIGNATURE)).toThrow("longer than the mask")
    expect(openTimelock(lockText(TEXT, { v: none, w: none }), SIGNATURE)).toBeUndefined()
    expect(openTimelock(lockText(TEXT, { w: new Uint8Array(40) }), SIGNATURE)).toBeUndefined()
  })
})
