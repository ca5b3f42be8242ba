import { Integer, ZERO } from "../integers/integer"

/** All that there is to be, in rao or alpha rao. */
export const SUPPLY = Integer.of(21_000_000_000_000_000)
/** What a block emits before the first halving. */
const FULL_EMISSION = Integer.of(1_000_000_000)
const MOST_HALVINGS = 32

/**
 * What a block emits at an issuance; in integers alone, as the clause allows.
 *
 * @clause emission-01
 */
export function blockEmissionForIssuance(issuance: Integer): Integer {
  return issuance >= SUPPLY ? ZERO : FULL_EMISSION >> halvingsAt(issuance)
}

/** @clause emission-01 */
function halvingsAt(issuance: Integer): i32 {
  let halvings = 0
  while (halvings < MOST_HALVINGS && issuance >= SUPPLY - (SUPPLY >> (halvings + 1))) halvings++
  return halvings
}

/**
 * What can be minted of an amount.
 *
 * @clause emission-03
 */
export function mintable(amount: Integer, issuance: Integer): Integer {
  const room = issuance < SUPPLY ? SUPPLY - issuance : ZERO
  return room < amount ? room : amount
}
