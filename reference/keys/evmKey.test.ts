import { secp256k1 } from "@noble/curves/secp256k1.js"
import { keccak_256 } from "@noble/hashes/sha3.js"
import { concatBytes, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js"
import { beforeEach, describe, expect, it } from "vitest"
import { accountOf, eventNames } from "../state/blankChain.js"
import { SubtensorModuleCalls } from "../state/calls.js"
import { Chain } from "../state/chain.js"
import { dispatch } from "../state/dispatch.js"
import { type Origin, ROOT_ORIGIN, signedBy } from "../state/origin.js"
import { accountId } from "../state/primitives.js"
import { fromHex, type Hex, toHex } from "../state/scaleTypes.js"
import { AssociatedEvmAddress, Owner } from "../state/storage/subtensorModule.js"
import { atBlock, hotkeyOf, SUBNET, smallSubnet } from "../subnets/testing/smallSubnet.js"
import { ethereumMessageHash, signingAddress } from "./ethereumSignature.js"
import { associateEvmKey, type EvmKeyProof } from "./evmKey.js"
import { servingCalls, servingGuards } from "./servingCalls.js"

const HOTKEY = hotkeyOf(0)
const NEURON = signedBy(HOTKEY)
const COLDKEY = accountOf(0xc0)
const GROUP_ORDER = secp256k1.Point.Fn.ORDER

// An example that Ethereum's tools print in their documentation: the key, its address, a message and its signature.
const SECRET = hexToBytes("4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318")
const ADDRESS: Hex = "0x2c7536e3605d9c16a7a3d7b1898e529396a65c23"
const R = "b91467e570a6466aa9e9876cbcd013baba02900b8979d43fe208a4a4f339f5fd"
const S = "6007e74cd82e037b800186422fc2da167c747ef045e5d18a5f5d4300f8e1a029"
const someData = ethereumMessageHash(utf8ToBytes("Some data"))

const scalar = (value: bigint) => value.toString(16).padStart(64, "0")
const addressOf = (r: string, s: string, v: number) =>
  signingAddress(someData, hexToBytes(`${r}${s}${v.toString(16).padStart(2, "0")}`))

describe("the address that signed a message", () => {
  it("is the one that Ethereum's tools find", () => {
    expect(toHex(someData)).toBe("0x1da44b586eb0729ff70a73c326926f6ed5a25f5b056e7f47fbc6e58d86871655")
    expect(addressOf(R, S, 28)).toBe(ADDRESS)
  })

  it("is the same whether the recovery number begins at 0 or at 27", () => {
    expect(addressOf(R, S, 1)).toBe(ADDRESS)
    expect(addressOf(R, S, 0)).toBe(addressOf(R, S, 27))
    expect(addressOf(R, S, 0)).not.toBe(ADDRESS)
  })

  it("is none for a recovery number above 3", () => {
    expect([4, 26, 31, 255].map((v) => addressOf(R, S, v))).toEqual([undefined, undefined, undefined, undefined])
  })

  it("is none for an s in the upper half, though it would lead to the same key", () => {
    expect(addressOf(R, scalar(GROUP_ORDER - BigInt(`0x${S}`)), 27)).toBeUndefined()
  })

  it("is none for scalars that are 0 or not below the order of the group", () => {
    const outside = [0n, GROUP_ORDER, 2n ** 256n - 1n].map(scalar)
    expect(outside.flatMap((value) => [addressOf(value, S, 28), addressOf(R, value, 28)])).toEqual(
      Array.from({ length: 6 }, () => undefined),
    )
  })

  it("is none where no point has that x", () => {
    expect(addressOf(scalar(5n), S, 27)).toBeUndefined()
    expect(addressOf(R, S, 29)).toBeUndefined()
  })
})

let chain: Chain
beforeEach(() => {
  const small = smallSubnet(1, servingCalls)
  chain = new Chain({ ...small.fork, guards: servingGuards }, small.state, { ...small.block, number: 7_200n })
  Owner.set(chain.state, HOTKEY, COLDKEY)
})

/** What the key of ADDRESS signs for a hotkey. */
function proofOf(hotkey = HOTKEY, blockNumber = 5n): EvmKeyProof {
  const number = new Uint8Array(8)
  new DataView(number.buffer).setBigUint64(0, blockNumber, true)
  const message = concatBytes(fromHex(hotkey), keccak_256(number))
  const [recovery = 0, ...parts] = secp256k1.sign(ethereumMessageHash(message), SECRET, {
    prehash: false,
    format: "recovered",
  })
  return { evm_key: ADDRESS, block_number: blockNumber, signature: toHex(Uint8Array.from([...parts, 27 + recovery])) }
}

function associate(changes: Partial<EvmKeyProof> = {}, origin: Origin = NEURON): void {
  dispatch(chain, origin, {
    declaration: SubtensorModuleCalls.associate_evm_key,
    arguments: { netuid: SUBNET, ...proofOf(), ...changes },
  })
}

describe("associate_evm_key", () => {
  it("stores the address with the current block", () => {
    associate()
    expect(AssociatedEvmAddress.get(chain.state, SUBNET, 0)).toEqual([ADDRESS, 7_200n])
    expect(eventNames(chain)).toEqual(["SubtensorModule.EvmKeyAssociated"])
    expect(chain.events[0]?.fields).toEqual({
      netuid: SUBNET,
      hotkey: HOTKEY,
      evm_key: ADDRESS,
      block_associated: 7_200n,
    })
  })

  it("takes a signature over any block number, also over one to come", () => {
    associate(proofOf(HOTKEY, 2n ** 64n - 1n))
    expect(AssociatedEvmAddress.has(chain.state, SUBNET, 0)).toBe(true)
  })

  it.each<[string, Partial<EvmKeyProof>, string]>([
    ["of another hotkey", proofOf(hotkeyOf(3)), "InvalidRecoveredPublicKey"],
    ["of another block number", { block_number: 6n }, "InvalidRecoveredPublicKey"],
    ["of another address", { evm_key: `0x${"11".repeat(20)}` }, "InvalidRecoveredPublicKey"],
    ["that is none", { signature: `0x${"00".repeat(65)}` }, "InvalidIdentity"],
  ])("refuses a signature %s", (_, changes, error) => {
    expect(() => associate(changes)).toThrow(`SubtensorModule.${error}`)
    expect(AssociatedEvmAddress.has(chain.state, SUBNET, 0)).toBe(false)
  })

  it("has to wait 7,200 blocks after the last time", () => {
    associate()
    chain = atBlock(chain, 14_399n)
    expect(() => associate()).toThrow("EvmKeyAssociateRateLimitExceeded")
    chain = atBlock(chain, 14_400n)
    associate()
    expect(AssociatedEvmAddress.get(chain.state, SUBNET, 0)).toEqual([ADDRESS, 14_400n])
  })

  it("is refused before block 7,200, even if the signature is wrong", () => {
    chain = atBlock(chain, 7_199n)
    expect(() => associate({ block_number: 6n })).toThrow("EvmKeyAssociateRateLimitExceeded")
  })

  it("is refused to a hotkey without a coldkey", () => {
    Owner.remove(chain.state, HOTKEY)
    expect(() => associate()).toThrow("NonAssociatedColdKey")
    Owner.set(chain.state, HOTKEY, accountId(`0x${"00".repeat(32)}`))
    expect(() => associate()).toThrow("NonAssociatedColdKey")
  })

  it("is refused to a stranger as no neuron, before anybody asks for the coldkey; the rule itself asks first", () => {
    const stranger = signedBy(accountOf(0x99))
    expect(() => associate({}, stranger)).toThrow("HotKeyNotRegisteredInSubNet")
    expect(() => associateEvmKey(chain, stranger, SUBNET, proofOf())).toThrow("NonAssociatedColdKey")
  })

  it("is refused to root", () => {
    expect(() => associate({}, ROOT_ORIGIN)).toThrow("BadOrigin")
  })
})
