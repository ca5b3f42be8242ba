import { ed25519 } from "@noble/curves/ed25519.js"
import { secp256k1 } from "@noble/curves/secp256k1.js"
import { blake2b } from "@noble/hashes/blake2.js"
import * as sr25519 from "@scure/sr25519"
import { compact, Option, u32 } from "scale-ts"
import { describe, expect, it } from "vitest"
import { type Hex, toHex } from "../../../reference/state/scaleTypes.js"
import {
  DRIVE,
  type DriverAnswer,
  type DriverArgument,
  type DriverCall,
  driverRuntime,
} from "./fixtures/driverRuntime.js"
import { callElsewhere } from "./fixtures/otherExecutor.js"
import { RuntimeExecutor } from "./runtimeExecutor.js"

const bytes = (text: string) => new TextEncoder().encode(text)
const packed = (text: string): DriverArgument => ({ packed: bytes(text) })
const raw = (packed: Uint8Array): DriverArgument => ({ packed })
const limit = (count: number | undefined): DriverArgument => raw(Option(u32).enc(count))
const call = (name: string, args: readonly DriverArgument[], answer: DriverAnswer = "none"): DriverCall => ({
  name,
  args,
  answer,
})

const set = (key: string, value: string) => call("ext_storage_set_version_1", [packed(key), packed(value)])
const get = (key: string) => call("ext_storage_get_version_1", [packed(key)], "packed")
const clear = (key: string) => call("ext_storage_clear_version_1", [packed(key)])
const next = (key: string) => call("ext_storage_next_key_version_1", [packed(key)], "packed")
const append = (key: string, item: Uint8Array) => call("ext_storage_append_version_1", [packed(key), raw(item)])
const start = call("ext_storage_start_transaction_version_1", [])
const commit = call("ext_storage_commit_transaction_version_1", [])
const rollback = call("ext_storage_rollback_transaction_version_1", [])
const clearPrefix = (prefix: string, count: number | undefined) =>
  call("ext_storage_clear_prefix_version_2", [packed(prefix), limit(count)], "packed")
const root = (version: number) => call("ext_storage_root_version_2", [{ i32: version }], "packed")

const inChild = (name: string, args: readonly DriverArgument[], answer: DriverAnswer = "none") =>
  call(`ext_default_child_storage_${name}_version_1`, [packed("child"), ...args], answer)

const STORAGE = new Map<Hex, Hex>(
  [
    ["a", "in the database"],
    ["pre-1", "one"],
    ["pre-2", "two"],
    ["pre-3", "three"],
    ["prf", "no prefix"],
    ["long", "a value that is longer than thirty-two bytes, for tries that keep such values apart"],
    ["z", ""],
  ].map(([key = "", value = ""]) => [toHex(bytes(key)), toHex(bytes(value))]),
)

/** The other executor tells of child storage under keys of its own. */
const CHILDREN = toHex(bytes(":child_storage:"))

/** What our host made of it: the storage that changed. */
function changesHere(
  blob: Uint8Array,
  storage: ReadonlyMap<Hex, Hex>,
  signatures: "accepted" | "checked" = "accepted",
): ReadonlyMap<string, Hex | null> {
  const executor = new RuntimeExecutor(blob, signatures)
  const text = (hex: Hex) => Buffer.from(hex.slice(2), "hex").toString("latin1")
  for (const [key, value] of storage) executor.storage.set(text(key), Buffer.from(value.slice(2), "hex"))
  executor.storage.forgetHistory()
  const mark = executor.storage.mark()
  executor.call(DRIVE, new Uint8Array(0), "kept")
  return new Map(
    [...executor.storage.changesSince(mark)].map(([key, value]) => [
      `0x${Buffer.from(key, "latin1").toString("hex")}`,
      value === undefined ? null : toHex(value),
    ]),
  )
}

async function expectSame(
  calls: readonly DriverCall[],
  signatures: "accepted" | "checked" = "accepted",
  storage: ReadonlyMap<Hex, Hex> = STORAGE,
): Promise<void> {
  const blob = await driverRuntime(calls)
  const elsewhere = await callElsewhere(blob, storage, DRIVE, new Uint8Array(0), signatures)
  const changed = [...elsewhere.changes].filter(
    ([key, value]) => !key.startsWith(CHILDREN) && storage.get(`0x${key.slice(2)}`) !== (value ?? undefined),
  )
  const here = changesHere(blob, storage, signatures)
  expect(Object.fromEntries([...here].sort())).toEqual(Object.fromEntries(changed.sort()))
}

const SCENARIOS: Readonly<Record<string, readonly DriverCall[]>> = {
  "reading, writing and removing": [get("a"), set("b", "new"), get("b"), clear("a"), get("a"), get("none"), get("z")],
  "whether keys exist": [
    call("ext_storage_exists_version_1", [packed("a")], "i32"),
    call("ext_storage_exists_version_1", [packed("none")], "i32"),
  ],
  "the order of keys": [
    set("pre-22", "x"),
    clear("pre-3"),
    next("a"),
    next("pre-1"),
    next("pre-2"),
    next("pre-22"),
    next("z"),
  ],
  "transactions within transactions": [
    start,
    set("a", "outer"),
    start,
    set("a", "inner"),
    clear("pre-1"),
    get("a"),
    rollback,
    get("a"),
    get("pre-1"),
    start,
    set("pre-1", "kept"),
    commit,
    commit,
    get("a"),
    get("pre-1"),
  ],
  "iteration inside a transaction": [
    start,
    set("pre-0", "x"),
    clear("pre-2"),
    next("pre-"),
    next("pre-1"),
    rollback,
    next("pre-1"),
  ],
  "appending to lists": [
    append("list", bytes("a")),
    append("list", bytes("b")),
    get("list"),
    start,
    append("list", bytes("c")),
    rollback,
    append("list", bytes("d")),
    get("list"),
    ...Array.from({ length: 70 }, () => append("many", compact.enc(7))),
    get("many"),
  ],
  "clearing all of a prefix": [clearPrefix("pre-", undefined), next("a")],
  "clearing a prefix that is in the database alone, with a limit": [clearPrefix("pre-", 2), next("a")],
  "child storage": [
    inChild("set", [packed("k1"), packed("v1")]),
    inChild("set", [packed("k2"), packed("v2")]),
    inChild("get", [packed("k1")], "packed"),
    inChild("exists", [packed("k3")], "i32"),
    inChild("next_key", [packed("k1")], "packed"),
    inChild("next_key", [packed("k2")], "packed"),
    inChild("clear", [packed("k1")]),
    call("ext_default_child_storage_root_version_2", [packed("child"), { i32: 1 }], "packed"),
    inChild("get", [packed("k1")], "packed"),
  ],
  hashes: [
    "blake2_128",
    "blake2_256",
    "twox_64",
    "twox_128",
    "twox_256",
    "keccak_256",
    "keccak_512",
    "sha2_256",
  ].flatMap((name) =>
    ["", "subtensor", "x".repeat(300)].map((text) => {
      const size = Number(/\d+$/.exec(name)?.[0]) / 8
      return call(`ext_hashing_${name}_version_1`, [packed(text)], { pointer: size })
    }),
  ),
  "roots of lists": [0, 1].flatMap((version) =>
    [0, 1, 3, 70].map((count) => {
      const items = Array.from({ length: count }, (_, index) => bytes(`item ${index}`.repeat(index + 1)))
      const encoded = Buffer.concat([compact.enc(count), ...items.flatMap((item) => [compact.enc(item.length), item])])
      return call("ext_trie_blake2_256_ordered_root_version_2", [raw(encoded), { i32: version }], { pointer: 32 })
    }),
  ),
}

/** The other executor may never answer. */
const TIMEOUT = 30_000

const MESSAGE = bytes("a call, a nonce and a genesis hash")
const SEED = new Uint8Array(32).fill(7)

/** A signature with one bit turned. */
function spoiled(signature: Uint8Array): Uint8Array {
  return signature.map((byte, index) => (index === 10 ? byte ^ 1 : byte))
}

function verifications(): readonly DriverCall[] {
  const sr = sr25519.secretFromSeed(SEED)
  const srSignature = sr25519.sign(sr, MESSAGE)
  const edSignature = ed25519.sign(MESSAGE, SEED)
  const verify = (name: string, signature: Uint8Array, key: Uint8Array) =>
    call(name, [{ pointer: signature }, raw(MESSAGE), { pointer: key }], "i32")
  return [srSignature, spoiled(srSignature)]
    .map((signature) => verify("ext_crypto_sr25519_verify_version_2", signature, sr25519.getPublicKey(sr)))
    .concat(
      [edSignature, spoiled(edSignature)].map((signature) =>
        verify("ext_crypto_ed25519_verify_version_1", signature, ed25519.getPublicKey(SEED)),
      ),
    )
}

function recoveries(): readonly DriverCall[] {
  const hash = blake2b(MESSAGE, { dkLen: 32 })
  const signed = secp256k1.sign(hash, SEED, { prehash: false, format: "recovered" })
  const signature = Uint8Array.from([...signed.subarray(1), signed[0] ?? 0])
  const names = [
    "ext_crypto_secp256k1_ecdsa_recover_version_1",
    "ext_crypto_secp256k1_ecdsa_recover_compressed_version_1",
  ]
  return names.flatMap((name) =>
    [signature, new Uint8Array(65).fill(255)].map((given) =>
      call(name, [{ pointer: given }, { pointer: hash }], "packed"),
    ),
  )
}

describe("host functions and those of another executor", () => {
  it.each(Object.entries(SCENARIOS))("agree on %s", (_name, calls) => expectSame(calls), TIMEOUT)

  it(
    "agree on the root of a trie that grows and shrinks",
    () => {
      const values = ["", "short", "x".repeat(40)].flatMap((value) => [
        set(`a${value}`, value),
        set(`ab${value}`, value),
      ])
      return expectSame([root(1), ...values, root(1), clear("ab"), clear("a"), root(1)], "accepted", new Map())
    },
    TIMEOUT,
  )

  it("agree on signatures, good and bad", () => expectSame(verifications(), "checked"), TIMEOUT)

  it("agree on keys recovered from signatures", () => expectSame(recoveries(), "checked"), TIMEOUT)

  it("take every signature for good where they are told to", async () => {
    const changes = changesHere(await driverRuntime(verifications()), STORAGE, "accepted")
    expect([...changes.values()]).toEqual(Array.from({ length: 4 }, () => "0x01000000"))
  })
})
