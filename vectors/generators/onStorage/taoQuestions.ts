import { LastEpochBlock, PendingEpochAt, Tempo } from "../../../reference/state/storage/subtensorModule.js"
import { Account } from "../../../reference/state/storage/system.js"
import type { BoundaryCase } from "../functions/functionCases.js"
import { alice, bob, stranger } from "../scenarios/accounts.js"
import { rao, tao } from "../scenarios/amounts.js"
import { market, NOWHERE, SUBNET } from "../scenarios/market.js"
import type { Network } from "../scenarios/network.js"
import { raoMarket } from "../scenarios/rao/market.js"
import { questions } from "./storageCase.js"

/** The least balance with which an account lives. */
const EXISTENTIAL_DEPOSIT = 500n

function setFree(network: Network, who: typeof alice, amount: bigint): Network {
  return network.store((state) =>
    Account.mutate(state, who, (account) => ({ ...account, data: { ...account.data, free: rao(amount) } })),
  )
}

const transfersOfAll = questions(
  "to an account that is there",
  { network: () => market().endow(bob, tao(3)), parameters: { from: alice, to: bob } },
  [
    { name: "to an account that is new", parameters: { to: stranger } },
    { name: "to itself", parameters: { to: alice } },
    { name: "from an account that has nothing", parameters: { from: stranger } },
    {
      name: "less than the least balance to a new account",
      parameters: { to: stranger },
      store: (state) =>
        Account.mutate(state, alice, (account) => ({
          ...account,
          data: { ...account.data, free: rao(EXISTENTIAL_DEPOSIT - 1n) },
        })),
    },
  ],
)

const transfersFromSubnet = questions(
  "a part",
  {
    network: () => market().endow(bob, tao(3)),
    parameters: { netuid: SUBNET.toString(), coldkey: bob, amount: tao(7).toString() },
  },
  [
    { name: "all", parameters: { amount: tao(1_000).toString() } },
    { name: "one rao more than all", parameters: { amount: (tao(1_000) + 1n).toString() } },
    { name: "all but dust", parameters: { amount: (tao(1_000) - EXISTENTIAL_DEPOSIT + 1n).toString() } },
    { name: "to an account that is new", parameters: { coldkey: stranger } },
    { name: "from a subnet that is not there", parameters: { netuid: NOWHERE.toString() } },
  ],
)

const recyclings = questions(
  "a part",
  { network: () => setFree(market(), alice, 2_000n), parameters: { coldkey: alice, amount: "700" } },
  [
    { name: "all but the least balance", parameters: { amount: "1500" } },
    { name: "one rao more than that", parameters: { amount: "1501" } },
    { name: "nothing", parameters: { amount: "0" } },
    {
      name: "from an account without references that has something reserved",
      store: (state) =>
        Account.mutate(state, alice, (account) => ({
          ...account,
          providers: 0,
          data: { ...account.data, reserved: rao(100) },
        })),
    },
  ],
)

const nextEpochs = questions(
  "by the tempo",
  {
    network: () =>
      market().store((state) => {
        Tempo.set(state, SUBNET, 360)
        LastEpochBlock.set(state, SUBNET, 900n)
      }),
    parameters: { netuid: SUBNET.toString() },
  },
  [
    { name: "never, without a tempo", store: (state) => Tempo.set(state, SUBNET, 0) },
    { name: "by a trigger that comes earlier", store: (state) => PendingEpochAt.set(state, SUBNET, 1_259n) },
    {
      name: "by the tempo, with a trigger at the same time",
      store: (state) => PendingEpochAt.set(state, SUBNET, 1_260n),
    },
    { name: "by the tempo, with a later trigger", store: (state) => PendingEpochAt.set(state, SUBNET, 1_261n) },
    { name: "at the end of time", store: (state) => LastEpochBlock.set(state, SUBNET, (1n << 64n) - 1n) },
  ],
)

const emptyings = questions(
  "all that it holds",
  { network: raoMarket, parameters: { coldkey: alice, amount: tao(1_000).toString() } },
  [
    { name: "a part", parameters: { amount: tao(1).toString() } },
    { name: "nothing", parameters: { amount: "0" } },
    { name: "more than it holds", parameters: { amount: (tao(1_000) + 1n).toString() } },
  ],
)

/** Rules of TAO and of the schedule on small chains. */
export const taoQuestions: { readonly [name: string]: readonly BoundaryCase[] } = {
  "emission.transferAllTaoAndKill": transfersOfAll,
  "emission.transferTaoFromSubnet": transfersFromSubnet,
  "emission.recycleTao": recyclings,
  "coinbase.nextEpochStartBlock": nextEpochs,
  "emission.rao.takeAllFromColdkey": emptyings,
}
