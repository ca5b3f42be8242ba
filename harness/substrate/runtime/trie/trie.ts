import { blake2, encodeNode, merkleValue, type StateVersion } from "./nodeEncoding.js"

interface Node {
  /** The key from the parent's slot on, a hexadecimal digit a nibble. */
  nibbles: string
  value: Uint8Array | undefined
  /** Sixteen slots, by nibble. */
  children: (Node | undefined)[] | undefined
  /** How the parent refers to it, until something below changes. */
  merkle: Uint8Array | undefined
}

const SLOTS = 16

/** The root of a trie that holds nothing: the hash of the node that says so. */
const EMPTY = Uint8Array.of(0)

function leaf(nibbles: string, value: Uint8Array): Node {
  return { nibbles, value, children: undefined, merkle: undefined }
}

function branch(nibbles: string, value: Uint8Array | undefined): Node & { children: (Node | undefined)[] } {
  return { nibbles, value, children: Array.from({ length: SLOTS }), merkle: undefined }
}

function sharedLength(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return length
}

function slotOf(nibbles: string, place: number): number {
  return Number.parseInt(nibbles[place] ?? "0", 16)
}

/** A patricia-merkle trie, base 16, that remembers the hashes of what did not change since its root was last asked. */
export class Trie {
  readonly #version: StateVersion
  #root: Node | undefined

  constructor(version: StateVersion) {
    this.#version = version
  }

  /** Puts a value under a key, given as hexadecimal digits without `0x`; takes the key out for undefined. */
  put(key: string, value: Uint8Array | undefined): void {
    this.#root = value === undefined ? this.#remove(this.#root, key) : this.#insert(this.#root, key, value)
  }

  #insert(node: Node | undefined, key: string, value: Uint8Array): Node {
    if (node === undefined) return leaf(key, value)
    const shared = sharedLength(key, node.nibbles)
    if (shared < node.nibbles.length) return this.#insert(split(node, shared), key, value)
    node.merkle = undefined
    if (shared === key.length) {
      node.value = value
      return node
    }
    node.children ??= branch("", undefined).children
    const slot = slotOf(key, shared)
    node.children[slot] = this.#insert(node.children[slot], key.slice(shared + 1), value)
    return node
  }

  #remove(node: Node | undefined, key: string): Node | undefined {
    if (node === undefined || !key.startsWith(node.nibbles)) return node
    node.merkle = undefined
    if (key.length === node.nibbles.length) {
      node.value = undefined
      return tidied(node)
    }
    const slot = slotOf(key, node.nibbles.length)
    if (node.children === undefined) return node
    node.children[slot] = this.#remove(node.children[slot], key.slice(node.nibbles.length + 1))
    return tidied(node)
  }

  /** The 32 bytes that stand for everything in the trie. */
  root(): Uint8Array {
    return blake2(this.#root === undefined ? EMPTY : this.#encoded(this.#root))
  }

  #encoded(node: Node): Uint8Array {
    const children = node.children?.map((child) => (child === undefined ? undefined : this.#merkle(child)))
    return encodeNode({ nibbles: node.nibbles, value: node.value, children }, this.#version)
  }

  #merkle(node: Node): Uint8Array {
    node.merkle ??= merkleValue(this.#encoded(node))
    return node.merkle
  }
}

/** A branch that ends after `shared` nibbles, with the node below it. */
function split(node: Node, shared: number): Node {
  const above = branch(node.nibbles.slice(0, shared), undefined)
  const slot = slotOf(node.nibbles, shared)
  node.nibbles = node.nibbles.slice(shared + 1)
  node.merkle = undefined
  above.children[slot] = node
  return above
}

/** A node without value and children is nothing; one with a single child and no value joins it. */
function tidied(node: Node): Node | undefined {
  const children = node.children ?? []
  const slots = children.flatMap((child, slot) => (child === undefined ? [] : [{ child, slot }]))
  const [only, ...more] = slots
  if (only === undefined) {
    node.children = undefined
    return node.value === undefined ? undefined : node
  }
  if (node.value !== undefined || more.length > 0) return node
  only.child.nibbles = `${node.nibbles}${only.slot.toString(16)}${only.child.nibbles}`
  only.child.merkle = undefined
  return only.child
}

/** The root of a trie of these entries: keys as hexadecimal digits. */
export function rootOf(entries: Iterable<readonly [string, Uint8Array]>, version: StateVersion): Uint8Array {
  const trie = new Trie(version)
  for (const [key, value] of entries) trie.put(key, value)
  return trie.root()
}
