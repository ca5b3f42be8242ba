import { concatBytes } from "@noble/hashes/utils.js"
import { type Hex, type ScaleType, toHex } from "./scaleTypes.js"

/** A kind of event that a pallet deposits. */
export interface EventDeclaration<Fields> {
  readonly pallet: string
  readonly name: string
  readonly palletIndex: number
  readonly index: number
  readonly fields: ScaleType<Fields>
}

/** An event that was deposited. */
export interface DepositedEvent {
  readonly declaration: EventDeclaration<unknown>
  readonly fields: unknown
}

/** Declares a kind of event. */
export function declareEvent<Fields>(
  pallet: string,
  name: string,
  palletIndex: number,
  index: number,
  fields: ScaleType<Fields>,
): EventDeclaration<Fields> {
  return { pallet, name, palletIndex, index, fields }
}

/** The SCALE bytes of an event: pallet, kind, fields. */
export function eventBytes({ declaration, fields }: DepositedEvent): Hex {
  const { palletIndex, index, fields: type } = declaration
  return toHex(concatBytes(Uint8Array.of(palletIndex, index), type.encode(fields)))
}
