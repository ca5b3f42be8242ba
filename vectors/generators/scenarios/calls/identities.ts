import { SubtensorModuleCalls } from "../../../../reference/state/calls.js"
import { ROOT } from "../../../../reference/state/primitives.js"
import {
  IsNetworkMember,
  NetworksAdded,
  SubnetOwner,
  TokenSymbol,
} from "../../../../reference/state/storage/subtensorModule.js"
import { SYMBOLS } from "../../../../reference/subnets/symbols.js"
import { alice, bob, owner, validator1 } from "../accounts.js"
import { OTHER, SUBNET } from "../market.js"
import { Network } from "../network.js"
import { argument, blockOn, by, callBy, signed, stored } from "../situation.js"
import { accepted, type BrokenRule, refusals, type Suite, variant } from "../suite.js"
import { ownedSubnet } from "./setters/setterSuite.js"

const NONE = "0x"
const TOO_LONG = `0x${"41".repeat(257)}`
const noSigner: BrokenRule = { name: "by no signer", change: by("root"), error: "BadOrigin" }

const coldkeys = accepted(
  "of a coldkey with a neuron",
  ["keys-65"],
  blockOn(
    new Network().hotkey(validator1, alice).store((state) => {
      NetworksAdded.set(state, SUBNET, true)
      IsNetworkMember.set(state, validator1, SUBNET, true)
    }),
    [
      callBy(signed(alice), SubtensorModuleCalls.set_identity, {
        name: "0x616c696365",
        url: NONE,
        github_repo: NONE,
        image: NONE,
        discord: NONE,
        description: NONE,
        additional: NONE,
      }),
    ],
  ),
)

/** `set_identity`. */
export const setIdentitySuite: Suite = {
  chapter: "keys",
  name: "set_identity",
  title: "set_identity",
  scenarios: [
    coldkeys,
    ...refusals(coldkeys, [
      noSigner,
      {
        name: "of a coldkey without a neuron",
        change: stored((state) => IsNetworkMember.set(state, validator1, SUBNET, false)),
        error: "SubtensorModule.HotKeyNotRegisteredInNetwork",
      },
      {
        name: "with a name that is too long",
        change: argument("name", TOO_LONG),
        error: "SubtensorModule.InvalidIdentity",
      },
    ]),
  ],
}

const subnets = accepted(
  "by the owner",
  ["subnets-60", "subnets-16"],
  blockOn(ownedSubnet(), [
    callBy(signed(owner), SubtensorModuleCalls.set_subnet_identity, {
      netuid: SUBNET,
      subnet_name: "0x6e616d65",
      github_repo: NONE,
      subnet_contact: NONE,
      subnet_url: NONE,
      discord: NONE,
      description: NONE,
      logo_url: NONE,
      additional: NONE,
    }),
  ]),
)

/** `set_subnet_identity`. */
export const setSubnetIdentitySuite: Suite = {
  chapter: "subnets",
  name: "set_subnet_identity",
  title: "set_subnet_identity",
  scenarios: [
    subnets,
    ...refusals(subnets, [
      noSigner,
      {
        name: "of somebody else's subnet",
        change: stored((state) => SubnetOwner.set(state, SUBNET, bob)),
        error: "SubtensorModule.NotSubnetOwner",
      },
      {
        name: "with a name that is too long",
        change: argument("subnet_name", TOO_LONG),
        error: "SubtensorModule.InvalidIdentity",
        clauses: ["subnets-16"],
      },
    ]),
  ],
}

const [rootsSymbol = NONE, , , free = NONE] = SYMBOLS

const symbol = accepted(
  "by the owner",
  ["subnets-61"],
  blockOn(
    ownedSubnet().store((state) => TokenSymbol.set(state, ROOT, rootsSymbol)),
    [callBy(signed(owner), SubtensorModuleCalls.update_symbol, { netuid: SUBNET, symbol: free })],
  ),
)

/** `update_symbol`. */
export const updateSymbolSuite: Suite = {
  chapter: "subnets",
  name: "update_symbol",
  title: "update_symbol",
  scenarios: [
    symbol,
    variant(symbol, "by root", by("root")),
    ...refusals(symbol, [
      { name: "by somebody else", change: by(signed(alice)), error: "BadOrigin" },
      {
        name: "the symbol of root",
        change: argument("symbol", rootsSymbol),
        error: "SubtensorModule.SymbolDoesNotExist",
      },
      {
        name: "a symbol that another subnet has",
        change: stored((state) => TokenSymbol.set(state, OTHER, free)),
        error: "SubtensorModule.SymbolAlreadyInUse",
      },
    ]),
  ],
}
