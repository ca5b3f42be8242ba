import { type CoverageMeter, piecesOf, ran, type Trail } from "./coverageMeter.js"

/** The descriptions of the pieces of the model that one of the trails has and none of the others does. */
export function ownPieces(meter: CoverageMeter, one: Trail, all: readonly Trail[]): readonly string[] {
  const others = all.filter((other) => other !== one)
  return piecesOf(all)
    .filter((piece) => ran(one, piece) && !others.some((other) => ran(other, piece)))
    .map(({ script, start }) => meter.places.describe(script, start))
}
