import { SafeFloat } from "../../../reference/numbers/safeFloat.js"
import { type AlphaBalance, alphaBalance, type TaoBalance, taoBalance } from "../../../reference/state/primitives.js"

const RAO = 1_000_000_000n

/** So many rao. */
export const rao = (amount: bigint | number): TaoBalance => taoBalance(BigInt(amount))

/** So many whole TAO, in rao. */
export const tao = (amount: bigint | number): TaoBalance => rao(BigInt(amount) * RAO)

/** So many alpha rao. */
export const alphaRao = (amount: bigint | number): AlphaBalance => alphaBalance(BigInt(amount))

/** So many whole alpha, in alpha rao. */
export const alpha = (amount: bigint | number): AlphaBalance => alphaRao(BigInt(amount) * RAO)

/** A share that counts one for each alpha rao, as a pool begins with. */
export const sharesOf = (amount: AlphaBalance): SafeFloat => SafeFloat.fromU64(amount)
