import { I96F32 } from "../../../reference/numbers/formats.js"
import {
  type AccountId,
  type AlphaBalance,
  alphaBalance,
  netUid,
  netUidStorageIndex,
  ROOT,
  type TaoBalance,
  taoBalance,
} from "../../../reference/state/primitives.js"
import { State } from "../../../reference/state/state.js"
import {
  BlockAtRegistration,
  CommitRevealWeightsEnabled,
  FirstEmissionBlockNumber,
  IsNetworkMember,
  Keys,
  LastUpdate,
  NetworkRegistrationAllowed,
  NetworksAdded,
  OwnedHotkeys,
  Owner,
  StakingHotkeys,
  SubnetAlphaIn,
  SubnetAlphaOut,
  SubnetMechanism,
  SubnetMovingPrice,
  SubnetOwner,
  SubnetOwnerHotkey,
  SubnetTAO,
  SubnetworkN,
  Tempo,
  TotalHotkeyAlpha,
  TotalStake,
  Uids,
  ValidatorPermit,
} from "../../../reference/state/storage/subtensorModule.js"
import { owner, ownerHotkey } from "./accounts.js"
import { type Bookkeeping, balancerBooks, issueTo } from "./bookkeeping.js"

/** The reserves of a subnet's pool, and its tempo where that is not the chain's own. */
export interface SubnetTerms {
  readonly taoReserve: TaoBalance
  readonly alphaReserve: AlphaBalance
  readonly tempo?: number
}

function plus(a: AlphaBalance, b: AlphaBalance): AlphaBalance {
  return alphaBalance(a + b)
}

/** A small chain being put together: only what it is told is in storage, everything else reads as its default. */
export class Network {
  readonly state: State
  readonly #books: Bookkeeping

  constructor(books = balancerBooks) {
    this.#books = books
    this.state = State.empty(books.storage)
    NetworksAdded.set(this.state, ROOT, true)
    books.openAlpha(this.state, ROOT)
  }

  /** Gives an account so much TAO, newly issued. */
  endow(who: AccountId, amount: TaoBalance): this {
    issueTo(this.state, who, amount)
    return this
  }

  /** A subnet with a pool, open for everything, owned by `owner` and run with `ownerHotkey`. */
  subnet(number: number, { taoReserve, alphaReserve, tempo }: SubnetTerms): this {
    const netuid = netUid(number)
    return this.store((state) => {
      this.#books.openPool(state, netuid, taoReserve)
      NetworksAdded.set(state, netuid, true)
      SubnetMechanism.set(state, netuid, 1)
      this.#books.openAlpha(state, netuid)
      NetworkRegistrationAllowed.set(state, netuid, true)
      CommitRevealWeightsEnabled.set(state, netuid, false)
      FirstEmissionBlockNumber.set(state, netuid, 1n)
      SubnetTAO.set(state, netuid, taoReserve)
      SubnetAlphaIn.set(state, netuid, alphaReserve)
      SubnetMovingPrice.set(
        state,
        netuid,
        I96F32.safeDiv(I96F32.fromInteger(taoReserve), I96F32.fromInteger(alphaReserve)),
      )
      TotalStake.mutate(state, (total) => taoBalance(total + taoReserve))
      SubnetOwner.set(state, netuid, owner)
      SubnetOwnerHotkey.set(state, netuid, ownerHotkey)
      if (tempo !== undefined) Tempo.set(state, netuid, tempo)
    })
  }

  /** Makes a hotkey known, owned by a coldkey. */
  hotkey(hotkey: AccountId, coldkey: AccountId): this {
    return this.store((state) => {
      Owner.set(state, hotkey, coldkey)
      OwnedHotkeys.mutate(state, coldkey, (owned) => [...owned, hotkey])
      StakingHotkeys.mutate(state, coldkey, (known) => [...new Set([...known, hotkey])])
    })
  }

  /** Registers a hotkey as the next neuron of a subnet. */
  neuron(number: number, hotkey: AccountId, permit: boolean, registeredAt = 1n): this {
    const netuid = netUid(number)
    return this.store((state) => {
      const uid = SubnetworkN.get(state, netuid)
      SubnetworkN.set(state, netuid, uid + 1)
      Keys.set(state, netuid, uid, hotkey)
      Uids.set(state, netuid, hotkey, uid)
      IsNetworkMember.set(state, hotkey, netuid, true)
      BlockAtRegistration.set(state, netuid, uid, registeredAt)
      ValidatorPermit.mutate(state, netuid, (permits) => [...permits, permit])
      LastUpdate.mutate(state, netUidStorageIndex(netuid), (updates) => [...updates, registeredAt])
    })
  }

  /** Puts a coldkey's stake on a hotkey: alpha of a subnet, or TAO on root, which then has it in its account. */
  stake(number: number, hotkey: AccountId, coldkey: AccountId, amount: AlphaBalance): this {
    const netuid = netUid(number)
    return this.store((state) => {
      if (netuid === ROOT) this.#books.holdOfRoot(state, taoBalance(amount))
      this.#books.addShares(state, hotkey, coldkey, netuid, amount)
      TotalHotkeyAlpha.mutate(state, hotkey, netuid, (total) => plus(total, amount))
      SubnetAlphaOut.mutate(state, netuid, (total) => plus(total, amount))
      StakingHotkeys.mutate(state, coldkey, (known) => [...new Set([...known, hotkey])])
      if (netuid !== ROOT) return
      SubnetTAO.mutate(state, ROOT, (total) => taoBalance(total + amount))
      TotalStake.mutate(state, (total) => taoBalance(total + amount))
    })
  }

  /** Anything else that is in storage. */
  store(write: (state: State) => void): this {
    write(this.state)
    return this
  }
}
