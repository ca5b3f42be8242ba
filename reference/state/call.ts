import type { ScaleType } from "./scaleTypes.js"

/** A kind of call that a pallet offers. */
export interface CallDeclaration<Arguments> {
  readonly pallet: string
  readonly name: string
  readonly palletIndex: number
  readonly index: number
  readonly arguments: ScaleType<Arguments>
}

/** A call with its arguments. */
export interface RuntimeCall {
  readonly declaration: CallDeclaration<unknown>
  readonly arguments: unknown
}
