import fc from "fast-check"
import type { Place, Simplifier } from "./simpler.js"

/** Simplifying begins anew at most so often: what is simpler in one place may let another be simpler. */
const MOST_PASSES = 4

/** How far simplifying has come when it took a value. */
class Progress {
  readonly pass: number
  readonly place: Place

  constructor(pass: number, place: Place) {
    this.pass = pass
    this.place = place
  }
}

/**
 * Values drawn from an arbitrary, but shrunk by a rule of their own: what is simpler follows from the value alone, however
 * it was drawn.
 */
export class Shrinkable<T> extends fc.Arbitrary<T> {
  readonly #drawn: fc.Arbitrary<T>
  readonly #simpler: (value: T) => Simplifier<T>

  constructor(drawn: fc.Arbitrary<T>, simpler: (value: T) => Simplifier<T>) {
    super()
    this.#drawn = drawn
    this.#simpler = simpler
  }

  override generate(random: fc.Random, bias: number | undefined): fc.Value<T> {
    return new fc.Value(this.#drawn.generate(random, bias).value, undefined)
  }

  override canShrinkWithoutContext(_value: unknown): _value is T {
    return false
  }

  override shrink(value: T, context: unknown): fc.Stream<fc.Value<T>> {
    return fc.stream(context instanceof Progress ? this.#goOn(value, context) : this.#pass(value, 1, []))
  }

  /** The rest of the pass and, as something was simplified in it, another. */
  *#goOn(value: T, { pass, place }: Progress): Generator<fc.Value<T>> {
    yield* this.#pass(value, pass, place)
    if (pass < MOST_PASSES) yield* this.#pass(value, pass + 1, [])
  }

  *#pass(value: T, pass: number, from: Place): Generator<fc.Value<T>> {
    for (const simpler of this.#simpler(value)(from))
      yield new fc.Value(simpler.value, new Progress(pass, simpler.next))
  }
}
