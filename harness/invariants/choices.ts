/**
 * What is decided while a run goes on, from numbers that were drawn before it: each decision takes the next one. When
 * they are used up, or are 0, the first of what there is to choose from is chosen. So a run whose numbers get smaller
 * gets simpler.
 */
export class Choices {
  readonly #numbers: readonly number[]
  #next = 0

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers
  }

  /** A whole number from 0, below the count. */
  below(count: number): number {
    const number = this.#numbers[this.#next++] ?? 0
    return number % count
  }

  /** One of a list; undefined when it is empty. */
  oneOf<T>(list: readonly T[]): T | undefined {
    return list.length === 0 ? undefined : list[this.below(list.length)]
  }

  /** True once in so many times. */
  onceIn(times: number): boolean {
    return this.below(times) === times - 1
  }

  /** A whole number within both bounds. */
  between(least: bigint, greatest: bigint): bigint {
    const span = greatest - least + 1n
    return least + (BigInt(this.below(2 ** 32)) * span) / 2n ** 32n
  }

  /** Some of a list, in its order, at most so many. */
  some<T>(list: readonly T[], most: number): readonly T[] {
    const count = this.below(Math.min(most, list.length) + 1)
    const start = this.below(Math.max(1, list.length))
    return Array.from({ length: count }, (_, index) => list[(start + index) % list.length]).flatMap((item) =>
      item === undefined ? [] : [item],
    )
  }

  /** A part of an amount: all of it, the half, all but a little dust, some percent, very little or nothing. */
  partOf(amount: bigint): bigint {
    const parts = [
      amount,
      amount / 2n,
      amount - this.between(1n, 499n),
      (amount * this.between(1n, 30n)) / 100n,
      this.between(0n, 999n),
    ]
    const part = parts[this.below(parts.length)] ?? 0n
    return part < 0n ? 0n : part
  }
}
