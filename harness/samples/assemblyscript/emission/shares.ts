import { Integer, lesser, ZERO } from "../integers/integer"
import { U64F64, U96F32 } from "../numbers/fixedFormat"

/** What the division of the block's TAO reads of a subnet. */
export class SubnetTerms {
  /** U64F64, rao per alpha rao. */
  movingPrice: Integer
  /** U96F32. */
  minerBurned: Integer
  emissionEnabled: bool

  constructor(movingPrice: Integer, minerBurned: Integer, emissionEnabled: bool) {
    this.movingPrice = movingPrice
    this.minerBurned = minerBurned
    this.emissionEnabled = emissionEnabled
  }
}

/**
 * The subnets' shares of the block's TAO, U64F64.
 *
 * @clause emission-11
 */
export function shares(subnets: SubnetTerms[]): Integer[] {
  const ofPrices = normalised(subnets.map<Integer>((subnet) => subnet.movingPrice))
  const weighted: Integer[] = []
  for (let i = 0; i < subnets.length; i++) {
    weighted.push(U64F64.saturatingMul(ofPrices[i], keptPart(subnets[i].minerBurned)))
  }
  return total(weighted).isZero() ? ofPrices : normalised(weighted)
}

/** What is left of one after the part that was burnt. */
function keptPart(burned: Integer): Integer {
  return U64F64.one - lesser(U64F64.rescaled(burned, U96F32), U64F64.one)
}

function total(values: Integer[]): Integer {
  let sum = ZERO
  for (let i = 0; i < values.length; i++) sum = U64F64.saturatingAdd(sum, values[i])
  return sum
}

function normalised(values: Integer[]): Integer[] {
  const whole = total(values)
  const parts: Integer[] = []
  for (let i = 0; i < values.length; i++) parts.push(U64F64.safeDiv(values[i], whole))
  return parts
}

/**
 * The subnets' TAO of a block, U96F32.
 *
 * @clause emission-12
 */
export function subnetBlockEmissions(blockEmission: Integer, subnets: SubnetTerms[]): Integer[] {
  const emission = U64F64.saturate(U64F64.rescaled(blockEmission, U96F32))
  const parts = sharesOfEnabled(subnets, shares(subnets))
  const amounts: Integer[] = []
  for (let i = 0; i < parts.length; i++) {
    amounts.push(U96F32.rescaled(U64F64.saturatingMul(emission, parts[i]), U64F64))
  }
  return amounts
}

/** @clause emission-12 */
function sharesOfEnabled(subnets: SubnetTerms[], all: Integer[]): Integer[] {
  const ofEnabled: Integer[] = []
  for (let i = 0; i < subnets.length; i++) ofEnabled.push(subnets[i].emissionEnabled ? all[i] : ZERO)
  return subnets.every((subnet) => subnet.emissionEnabled) ? all : normalised(ofEnabled)
}
