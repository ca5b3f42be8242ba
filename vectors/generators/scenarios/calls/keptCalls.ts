import { blake2b } from "@noble/hashes/blake2.js"
import { fundsAccount } from "../../../../reference/leases/crowdloans.js"
import { CrowdloanCalls, SubtensorModuleCalls, UtilityCalls } from "../../../../reference/state/calls.js"
import type { BoundedCall } from "../../../../reference/state/preimages.js"
import { hash } from "../../../../reference/state/primitives.js"
import { runtimeCall } from "../../../../reference/state/runtimeCall.js"
import { toHex } from "../../../../reference/state/scaleTypes.js"
import { Contributions, Crowdloans } from "../../../../reference/state/storage/crowdloan.js"
import { PreimageFor, RequestStatusFor } from "../../../../reference/state/storage/preimage.js"
import { bob, miner1, miner2, owner, validator1, validator2 } from "../accounts.js"
import { tao } from "../amounts.js"
import { Network } from "../network.js"
import { blockOn, type Change, callBy, type Situation, signed, stored } from "../situation.js"
import { accepted, refusals, type Suite, variant } from "../suite.js"
import { inner } from "./innerCalls.js"

const ID = 0
const PAID = [bob, 7n] as const

/** A call that is too long to be kept in place: it makes four hotkeys the creator's. */
const calls = [validator1, validator2, miner1, miner2].map((hotkey) =>
  inner(SubtensorModuleCalls.try_associate_hotkey, { hotkey }),
)
const call = inner(UtilityCalls.batch_all, { calls })
const bytes = runtimeCall.encode(call)
const len = bytes.length
const callHash = hash(toHex(blake2b(bytes, { dkLen: 32 })))
const underItsHash: BoundedCall = { type: "Lookup", value: { hash: callHash, len } }
const asOfOld: BoundedCall = { type: "Legacy", value: { hash: callHash } }

type Status = NonNullable<ReturnType<typeof RequestStatusFor.get>>

const is = (status: Status): Change => stored((state) => RequestStatusFor.set(state, callHash, status))
const requested = (count: number, ticket?: typeof PAID, length: number | undefined = len): Change =>
  is({ type: "Requested", value: { maybe_ticket: ticket, count, maybe_len: length } })
const paidFor = is({ type: "Unrequested", value: { ticket: PAID, len } })
const forgotten = stored((state) => RequestStatusFor.remove(state, callHash))
const withoutLength = is({ type: "Requested", value: { maybe_ticket: undefined, count: 1, maybe_len: undefined } })

const created = accepted(
  "kept by the first who asks",
  ["state-22", "leases-02"],
  blockOn(new Network().endow(owner, tao(100)), [
    callBy(signed(owner), CrowdloanCalls.create, {
      deposit: tao(10),
      min_contribution: tao(1),
      cap: tao(50),
      end: 60_000,
      call,
      target_address: undefined,
    }),
  ]),
)

/** A crowdloan that its creator alone has paid for, whose call is kept. */
function withKept(kept: BoundedCall): Network {
  const funds_account = fundsAccount(ID)
  return new Network().endow(funds_account, tao(10)).store((state) => {
    Crowdloans.set(state, ID, {
      creator: owner,
      deposit: tao(10),
      min_contribution: tao(1),
      end: 60_000,
      cap: tao(10),
      funds_account,
      raised: tao(10),
      target_address: undefined,
      call: kept,
      finalized: false,
      contributors_count: 1,
    })
    Contributions.set(state, ID, owner, tao(10))
    PreimageFor.set(state, [callHash, len], toHex(bytes))
  })
}

const finalizing = (kept: BoundedCall): Situation =>
  requested(1)(blockOn(withKept(kept), [callBy(signed(owner), CrowdloanCalls.finalize, { crowdloan_id: ID })]))

const made = accepted("made", ["state-22", "leases-05"], finalizing(underItsHash))
const madeAsOfOld = accepted("made, where only its hash is known", ["state-22", "leases-05"], finalizing(asOfOld))

const dropped = accepted(
  "dropped by the only one who asked",
  ["state-22", "leases-07"],
  requested(1)(blockOn(withKept(underItsHash), [callBy(signed(owner), CrowdloanCalls.dissolve, { crowdloan_id: ID })])),
)

/** Calls that are kept under their hash, because they are long: by whom else, and what becomes of them. */
export const keptCallsSuite: Suite = {
  chapter: "state",
  name: "kept-calls",
  title: "A long call of a crowdloan",
  scenarios: [
    created,
    variant(created, "kept by one more", requested(1)),
    variant(created, "kept by one who asks for what somebody paid for", paidFor),
    made,
    madeAsOfOld,
    variant(madeAsOfOld, "made, where only its hash is known, of what somebody paid for", paidFor),
    ...refusals(madeAsOfOld, [
      {
        name: "whose length nobody knows",
        change: forgotten,
        error: "Crowdloan.CallUnavailable",
        clauses: ["state-22", "leases-05"],
      },
    ]),
    dropped,
    variant(dropped, "dropped by one of two", requested(2)),
    variant(dropped, "dropped, and paid for by somebody", requested(1, PAID)),
    variant(dropped, "dropped, which somebody paid for and nobody asks for", paidFor),
    variant(dropped, "dropped, without a length", withoutLength),
  ],
}
