import type { Shard } from "./result.js"

const FORM = /^([1-9][0-9]{0,5})\/([1-9][0-9]{0,5})$/

/** Reads `2/8`, the second of eight. Undefined for text of another form, and where the first is beyond the second. */
export function parseShard(text: string): Shard | undefined {
  const [, number, of] = FORM.exec(text) ?? []
  const shard = { number: Number(number), of: Number(of) }
  return shard.number <= shard.of ? shard : undefined
}

/** What is in a shard: of a list in its order, every so-manyth member. The shards share the list without overlap. */
export function shardOf<T>(list: readonly T[], { number, of }: Shard): readonly T[] {
  return list.filter((_, index) => index % of === number - 1)
}

/** The list of which these, in their order, are the shards; undefined when they are the shards of no list. */
export function joinShards<T>(shards: readonly (readonly T[])[]): readonly T[] | undefined {
  const length = shards.reduce((sum, shard) => sum + shard.length, 0)
  const list = Array.from({ length }, (_, index) => shards[index % shards.length]?.[Math.floor(index / shards.length)])
  const present = list.filter((member) => member !== undefined)
  return present.length === length ? present : undefined
}
