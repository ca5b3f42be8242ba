import { SubtensorModuleCalls } from "../../../../reference/state/calls.js"
import {
  Burn,
  NetworkRegistrationAllowed,
  NetworksAdded,
  Uids,
} from "../../../../reference/state/storage/subtensorModule.js"
import { Account } from "../../../../reference/state/storage/system.js"
import { alice, bob, carol, named } from "../accounts.js"
import { rao, tao } from "../amounts.js"
import { SUBNET, workingSubnet } from "../market.js"
import { argument, blockOn, by, callBy, signed, stored } from "../situation.js"
import { accepted, type BrokenRule, refusals, type Suite, variant } from "../suite.js"
import { ownerRefusals, withOwners } from "./burnedRegister.js"

const newcomer = named("newcomer")
const market = () => workingSubnet().endow(alice, tao(10)).store(withOwners)

const withWork = accepted(
  "with work that nobody looks at, for the coldkey that signs",
  ["registration-11"],
  blockOn(market(), [
    callBy(signed(alice), SubtensorModuleCalls.register, {
      netuid: SUBNET,
      block_number: 7n,
      nonce: 8n,
      work: "0x99",
      hotkey: newcomer,
      coldkey: carol,
    }),
  ]),
)

const noSigner: BrokenRule = { name: "by no signer", change: by("root"), error: "BadOrigin" }
const onRoot: BrokenRule = {
  name: "on root",
  change: argument("netuid", "0"),
  error: "SubtensorModule.RegistrationNotPermittedOnRootSubnet",
  excludesNext: true,
}
const notThere: BrokenRule = {
  name: "on a subnet that is not there",
  change: stored((state) => NetworksAdded.remove(state, SUBNET)),
  error: "SubtensorModule.SubnetNotExists",
}
const closed: BrokenRule = {
  name: "on a subnet that is closed",
  change: stored((state) => NetworkRegistrationAllowed.set(state, SUBNET, false)),
  error: "SubtensorModule.SubNetRegistrationDisabled",
}

const registered: BrokenRule = {
  name: "a hotkey that is registered",
  change: stored((state) => Uids.set(state, SUBNET, newcomer, 3)),
  error: "SubtensorModule.HotKeyAlreadyRegisteredInSubNet",
}
const poor: BrokenRule = {
  name: "by a coldkey that has next to nothing",
  change: stored((state) =>
    Account.mutate(state, alice, (account) => ({ ...account, data: { ...account.data, free: 1n } })),
  ),
  error: "SubtensorModule.NotEnoughBalanceToStake",
}

/** `register`. */
export const registerSuite: Suite = {
  chapter: "registration",
  name: "register",
  title: "register",
  scenarios: [
    withWork,
    ...ownerRefusals(withWork, [noSigner, onRoot, notThere, closed, registered, poor]),
    ...refusals(withWork, [
      {
        name: "by a coldkey that has nothing",
        change: by(signed(bob)),
        error: "SubtensorModule.NotEnoughBalanceToStake",
      },
    ]),
  ],
}

const atThePrice = accepted(
  "at a limit that is just the price",
  ["registration-12"],
  blockOn(
    market().store((state) => Burn.set(state, SUBNET, tao(1))),
    [
      callBy(signed(alice), SubtensorModuleCalls.register_limit, {
        netuid: SUBNET,
        hotkey: newcomer,
        limit_price: tao(1),
      }),
    ],
  ),
)

/** `register_limit`. */
export const registerLimitSuite: Suite = {
  chapter: "registration",
  name: "register_limit",
  title: "register_limit",
  scenarios: [
    atThePrice,
    variant(atThePrice, "at a limit above the price", argument("limit_price", (tao(1) + 1n).toString())),
    variant(
      atThePrice,
      "for nothing, at a limit of nothing",
      stored((state) => Burn.set(state, SUBNET, rao(0))),
    ),
    ...ownerRefusals(atThePrice, [
      noSigner,
      onRoot,
      notThere,
      {
        name: "at a limit below the price",
        change: argument("limit_price", (tao(1) - 1n).toString()),
        error: "SubtensorModule.RegistrationPriceLimitExceeded",
      },
      closed,
      registered,
      poor,
    ]),
  ],
}
