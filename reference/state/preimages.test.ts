import { beforeEach, describe, expect, it } from "vitest"
import { accountOf, blankChain, eventNames } from "./blankChain.js"
import { SystemCalls } from "./calls.js"
import type { Chain } from "./chain.js"
import { type BoundedCall, boundCall, dropCall, peekCall } from "./preimages.js"
import { hash } from "./primitives.js"
import { PreimageFor, RequestStatusFor } from "./storage/preimage.js"

/** A call of so many bytes: two for its name, one or two for the remark's length. */
const remark = (bytes: number) => ({
  declaration: SystemCalls.remark,
  arguments: { remark: `0x${"ab".repeat(bytes)}` },
})
const LONGEST_INLINE = 124

let chain: Chain
beforeEach(() => {
  chain = blankChain()
})

function keptElsewhere(call: BoundedCall): { readonly hash: ReturnType<typeof hash>; readonly len: number } {
  if (call.type !== "Lookup") throw new Error(`expected a call under its hash, got ${call.type}`)
  return call.value
}

describe("a call that is kept for later", () => {
  it("is kept in place up to 128 bytes", () => {
    const kept = boundCall(chain, remark(LONGEST_INLINE))
    expect(kept.type).toBe("Inline")
    expect(peekCall(chain, kept)).toEqual(remark(LONGEST_INLINE))
    dropCall(chain, kept)
    expect(eventNames(chain)).toEqual([])
  })

  it("is kept under its hash beyond that, asked for once", () => {
    const kept = boundCall(chain, remark(LONGEST_INLINE + 1))
    const { hash: place, len } = keptElsewhere(kept)
    expect(len).toBe(129)
    expect(RequestStatusFor.get(chain.state, place)).toEqual({
      type: "Requested",
      value: { maybe_ticket: undefined, count: 1, maybe_len: 129 },
    })
    expect(peekCall(chain, kept)).toEqual(remark(LONGEST_INLINE + 1))
    expect(eventNames(chain)).toEqual(["Preimage.Noted"])
  })

  it("goes when nobody asks for it any more", () => {
    const kept = boundCall(chain, remark(200))
    dropCall(chain, kept)
    expect(PreimageFor.entries(chain.state)).toEqual([])
    expect(RequestStatusFor.entries(chain.state)).toEqual([])
    expect(peekCall(chain, kept)).toBeUndefined()
    expect(eventNames(chain)).toEqual(["Preimage.Noted", "Preimage.Cleared"])
  })

  it("counts as asked for once although it is kept twice", () => {
    const kept = boundCall(chain, remark(200))
    boundCall(chain, remark(200))
    dropCall(chain, kept)
    expect(peekCall(chain, kept)).toBeUndefined()
  })

  it("stays while others ask for it, and with who paid for it", () => {
    const kept = boundCall(chain, remark(200))
    const { hash: place, len } = keptElsewhere(kept)
    const ticket = [accountOf(1), 5n] as const
    const value = { maybe_ticket: ticket, count: 2, maybe_len: len }
    RequestStatusFor.set(chain.state, place, { type: "Requested", value })
    dropCall(chain, kept)
    expect(RequestStatusFor.get(chain.state, place)).toMatchObject({ type: "Requested", value: { count: 1 } })
    dropCall(chain, kept)
    expect(RequestStatusFor.get(chain.state, place)).toEqual({ type: "Unrequested", value: { ticket, len } })
    expect(peekCall(chain, kept)).toBeDefined()
    dropCall(chain, kept)
    expect(peekCall(chain, kept)).toBeDefined()
    boundCall(chain, remark(200))
    expect(RequestStatusFor.get(chain.state, place)).toEqual({ type: "Requested", value: { ...value, count: 1 } })
  })

  it("that was asked for and never came leaves nothing", () => {
    const place = hash(`0x${"77".repeat(32)}`)
    RequestStatusFor.set(chain.state, place, {
      type: "Requested",
      value: { maybe_ticket: undefined, count: 1, maybe_len: undefined },
    })
    const legacy: BoundedCall = { type: "Legacy", value: { hash: place } }
    expect(peekCall(chain, legacy)).toBeUndefined()
    dropCall(chain, legacy)
    expect(RequestStatusFor.entries(chain.state)).toEqual([])
    expect(eventNames(chain)).toEqual([])
  })

  it("of the old kind is read by its hash alone", () => {
    const { hash: place } = keptElsewhere(boundCall(chain, remark(200)))
    expect(peekCall(chain, { type: "Legacy", value: { hash: place } })).toEqual(remark(200))
  })

  it("cannot be read where its bytes are no call", () => {
    expect(peekCall(chain, { type: "Inline", value: "0xffff" })).toBeUndefined()
  })
})
