import { blake2b } from "@noble/hashes/blake2.js"
import { concatBytes, hexToBytes } from "@noble/hashes/utils.js"
import { compact } from "scale-ts"

/** How a trie keeps long values: 0 in the node itself, 1 by their hash. */
export type StateVersion = 0 | 1

/** What a node of a trie is made of, below it the merkle values of its children. */
export interface NodeParts {
  /** The key from the parent's slot on, a hexadecimal digit a nibble. */
  readonly nibbles: string
  readonly value: Uint8Array | undefined
  /** By nibble; undefined for a leaf. */
  readonly children: readonly (Uint8Array | undefined)[] | undefined
}

const HASH_BYTES = 32
/** State version 1 keeps values of this length and longer by their hash. */
const HASHED_FROM = 33

/** The first byte of a node: which bits say its kind, and the longest key that the other bits can tell. */
const KINDS = {
  leaf: { bits: 0b0100_0000, longest: 63 },
  branch: { bits: 0b1000_0000, longest: 63 },
  branchWithValue: { bits: 0b1100_0000, longest: 63 },
  leafWithHash: { bits: 0b0010_0000, longest: 31 },
  branchWithHash: { bits: 0b0001_0000, longest: 15 },
} as const

type Kind = keyof typeof KINDS

function kindOf({ value, children }: NodeParts, hashed: boolean): Kind {
  if (children === undefined) return hashed ? "leafWithHash" : "leaf"
  if (value === undefined) return "branch"
  return hashed ? "branchWithHash" : "branchWithValue"
}

function header(kind: Kind, length: number): Uint8Array {
  const { bits, longest } = KINDS[kind]
  if (length < longest) return Uint8Array.of(bits | length)
  const bytes = [bits | longest]
  let rest = length - longest
  for (; rest >= 255; rest -= 255) bytes.push(255)
  return Uint8Array.from([...bytes, rest])
}

function packed(nibbles: string): Uint8Array {
  return hexToBytes(nibbles.length % 2 === 0 ? nibbles : `0${nibbles}`)
}

function valuePart(value: Uint8Array | undefined, hashed: boolean): Uint8Array {
  if (value === undefined) return new Uint8Array(0)
  return hashed ? blake2(value) : withLength(value)
}

function withLength(bytes: Uint8Array): Uint8Array {
  return concatBytes(compact.enc(bytes.length), bytes)
}

function childPart(children: readonly (Uint8Array | undefined)[] | undefined): readonly Uint8Array[] {
  if (children === undefined) return []
  return children.flatMap((child) => (child === undefined ? [] : [withLength(child)]))
}

function bitmap(children: readonly (Uint8Array | undefined)[] | undefined): Uint8Array {
  if (children === undefined) return new Uint8Array(0)
  const bits = children.reduce((sum, child, index) => (child === undefined ? sum : sum | (1 << index)), 0)
  return Uint8Array.of(bits & 0xff, bits >> 8)
}

/** The 32-byte blake2b hash. */
export function blake2(bytes: Uint8Array): Uint8Array {
  return blake2b(bytes, { dkLen: HASH_BYTES })
}

/** The bytes of a node. */
export function encodeNode(node: NodeParts, version: StateVersion): Uint8Array {
  const hashed = version === 1 && node.value !== undefined && node.value.length >= HASHED_FROM
  const { nibbles, value, children } = node
  return concatBytes(
    header(kindOf(node, hashed), nibbles.length),
    packed(nibbles),
    bitmap(children),
    valuePart(value, hashed),
    ...childPart(children),
  )
}

/** How a parent refers to a node: its bytes if they are short, else their hash. */
export function merkleValue(encoded: Uint8Array): Uint8Array {
  return encoded.length < HASH_BYTES ? encoded : blake2(encoded)
}
