import { createDecoder, u8 } from "scale-ts"
import { fromHex, type Hex } from "../../../reference/state/scaleTypes.js"
import type { ChainOrigin, ChainStepOutcome } from "../chainAccess.js"
import type { ChainCoding } from "../coding/chainCoding.js"
import {
  disclose,
  type EnclosedCall,
  type EnclosedOutcome,
  enclose,
  type FeePayment,
  NotCarriedOut,
} from "../coding/enclosedCall.js"
import { ExtrinsicCoding } from "../coding/extrinsicCoding.js"
import { validityError } from "../coding/transactionValidity.js"
import { emptyBlock, withoutBookkeeping } from "./bookkeeping.js"
import type { ChainStorage } from "./chainStorage.js"
import { adjust, exists, holdsNothing, isStored, nonceOf, restoreIssuance, withdrawnFrom } from "./feeAccounts.js"
import { type RuntimeExecutor, RuntimePanicked } from "./runtimeExecutor.js"

/** A call that this chain cannot be asked for; the message says why. */
export class CannotDispatch extends Error {}

/** Signs for `Sudo.Key` where the state at hand names nobody: "sudo" and zeros. */
const STAND_IN: Hex = `0x7375646f${"00".repeat(28)}`

/** More than any fee. An account that only signs is lent this much while it does. */
const AMPLE = 10n ** 15n

/** What the signer of an enclosing extrinsic is given for as long as it takes. */
interface Loan {
  readonly signer: Hex
  /** Whether it signs for `Sudo.Key` only because the state names nobody. */
  readonly isStandIn: boolean
  /** A reference that keeps it alive, where it has none of its own. */
  readonly providers: 0 | 1
}

/**
 * Dispatches calls with any origin, each inside an extrinsic whose signature nobody checks. Afterwards everything that
 * only the extrinsic did is undone: fee, nonce and bookkeeping. An account that signs for its own call is lent exactly
 * the fee, so that the call finds its funds as they were.
 */
export class CallDispatch {
  readonly #executor: RuntimeExecutor
  readonly #storage: ChainStorage
  readonly #coding: ChainCoding
  readonly #extrinsics: ExtrinsicCoding

  constructor(executor: RuntimeExecutor, storage: ChainStorage, coding: ChainCoding) {
    this.#executor = executor
    this.#storage = storage
    this.#coding = coding
    this.#extrinsics = new ExtrinsicCoding(coding)
  }

  /** Dispatches a call, SCALE bytes. Throws a CannotDispatch, after undoing everything. */
  dispatch(origin: ChainOrigin, call: Hex): ChainStepOutcome {
    const enclosed = enclose(this.#coding, origin, fromHex(call))
    if (typeof enclosed === "string") throw new CannotDispatch(enclosed)
    const mark = this.#storage.mark()
    try {
      const { result, events } = this.#carryOut(origin, enclosed, mark)
      return { result, events, changes: withoutBookkeeping(this.#coding, this.#storage.changesSince(mark)) }
    } catch (thrown) {
      this.#storage.rollback(mark)
      if (thrown instanceof NotCarriedOut) throw new CannotDispatch(thrown.message)
      if (!(thrown instanceof RuntimePanicked)) throw thrown
      return { result: { error: "panic" }, events: [], changes: new Map(), note: thrown.message }
    }
  }

  #carryOut(origin: ChainOrigin, enclosed: EnclosedCall, mark: number): EnclosedOutcome {
    const loan = this.#loanFor(enclosed)
    const isParty = typeof origin === "object" && origin.signed === loan.signer
    const amount = isParty ? this.#exactFee(enclosed, loan, mark) : AMPLE
    const outcome = this.#attempt(enclosed, loan, amount)
    if (isParty && withdrawnFrom(loan.signer, outcome.fees) !== amount) {
      throw new CannotDispatch("the fee of the extrinsic that carries the call changes whenever it is asked")
    }
    this.#settle(loan, amount, outcome.fees, mark)
    return outcome
  }

  /** What is withdrawn from the signer before the call, found by trying with more than enough. */
  #exactFee(enclosed: EnclosedCall, loan: Loan, mark: number): bigint {
    const { fees } = this.#attempt(enclosed, loan, AMPLE)
    this.#storage.rollback(mark)
    return withdrawnFrom(loan.signer, fees)
  }

  #loanFor(enclosed: EnclosedCall): Loan {
    const named = enclosed.signer === "sudo" ? this.#storage.readItem("Sudo.Key") : enclosed.signer.account
    const signer: Hex = typeof named === "string" ? `0x${named.slice(2)}` : STAND_IN
    return { signer, isStandIn: typeof named !== "string", providers: exists(this.#storage, signer) ? 0 : 1 }
  }

  #attempt(enclosed: EnclosedCall, { signer, isStandIn, providers }: Loan, amount: bigint): EnclosedOutcome {
    const storage = this.#storage
    if (isStandIn) storage.writeItem("Sudo.Key", [], signer)
    adjust(storage, signer, { free: amount, nonce: 0, providers })
    emptyBlock(storage)
    this.#apply(this.#extrinsics.signed(enclosed.bytes, signer, nonceOf(storage, signer)))
    return disclose(this.#coding, this.#events())
  }

  /** Undoes what only the extrinsic did. */
  #settle({ signer, isStandIn, providers }: Loan, amount: bigint, fees: readonly FeePayment[], mark: number): void {
    const paid = new Map<Hex, bigint>([[signer, amount]])
    for (const fee of fees) paid.set(fee.account, (paid.get(fee.account) ?? 0n) + fee.amount)
    for (const [account, free] of paid) {
      const isGone = free === 0n && !isStored(this.#storage, account)
      if (isGone) continue
      const own = account === signer ? { nonce: -1, providers: -providers } : { nonce: 0, providers: 0 }
      adjust(this.#storage, account, { free: -free, ...own })
    }
    restoreIssuance(this.#storage, fees)
    if (isStandIn) this.#storage.writeItem("Sudo.Key", [], undefined)
    this.#removeCreated([...paid.keys()], mark)
  }

  /** Applies an extrinsic. Throws a CannotDispatch when the runtime turns it away. */
  #apply(extrinsic: Uint8Array): void {
    const answer = this.#executor.call("BlockBuilder_apply_extrinsic", extrinsic, "kept")
    const refusal = createDecoder((input) => (u8.dec(input) === 0 ? undefined : validityError(input)))(answer)
    if (refusal !== undefined) {
      throw new CannotDispatch(`the runtime turned the extrinsic that carries the call away: ${refusal}`)
    }
  }

  #events() {
    const bytes = this.#storage.read(this.#coding.storage.required("System.Events").prefix)
    return bytes === undefined ? [] : this.#coding.decodeEvents(fromHex(bytes))
  }

  /** Removes accounts that only the extrinsic brought into being. */
  #removeCreated(accounts: readonly Hex[], mark: number): void {
    for (const account of accounts) {
      const key = this.#storage.keyOf("System.Account", account)
      if (key === undefined || this.#storage.readAt(mark, key) !== undefined) continue
      if (holdsNothing(this.#storage, account)) this.#storage.write(key, undefined)
    }
  }
}
