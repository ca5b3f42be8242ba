import { blake2b } from "@noble/hashes/blake2.js"
import type { RuntimeCall } from "../../../../reference/state/call.js"
import {
  AdminUtilsCalls,
  BalancesCalls,
  ProxyCalls,
  SubtensorModuleCalls,
  SudoCalls,
  SystemCalls,
  UtilityCalls,
} from "../../../../reference/state/calls.js"
import { hash } from "../../../../reference/state/primitives.js"
import type { ProxyDefinition } from "../../../../reference/state/proxies.js"
import { pureAccount } from "../../../../reference/state/pureProxies.js"
import { runtimeCall } from "../../../../reference/state/runtimeCall.js"
import { toHex } from "../../../../reference/state/scaleTypes.js"
import { Announcements, Proxies, RealPaysFee } from "../../../../reference/state/storage/proxy.js"
import { FirstEmissionBlockNumber, SubnetOwner, Tempo } from "../../../../reference/state/storage/subtensorModule.js"
import { Account } from "../../../../reference/state/storage/system.js"
import { alice, bob, carol, validator1 } from "../accounts.js"
import { alphaRao, rao, tao } from "../amounts.js"
import { market, SUBNET } from "../market.js"
import {
  all,
  argument,
  blockOn,
  by,
  type Change,
  callBy,
  type Situation,
  signed,
  stored,
  USUAL_BLOCK,
} from "../situation.js"
import { accepted, type BrokenRule, both, refusals, type Scenario, type Suite, variant } from "../suite.js"
import { affordable, callIs, idOf, inner, swapAnnounced, tooSmall, unaffordable } from "./innerCalls.js"

const ONE = (tao(1) / 1_000n) * 93n
const MORE = (tao(1) / 1_000n) * 33n

type Type = ProxyDefinition["proxy_type"]
type CallStep = Situation["steps"][number]

const proxy = (proxy_type: Type, delay = 0, delegate = bob): ProxyDefinition => ({ delegate, proxy_type, delay })

/** Alice's proxies, with their deposit reserved in her account. */
const proxiesAre = (...proxies: readonly ProxyDefinition[]): Change =>
  stored((state) => {
    const deposit = proxies.length === 0 ? 0n : ONE - MORE + MORE * BigInt(proxies.length)
    Proxies.set(state, alice, [proxies, deposit])
    Account.mutate(state, alice, (account) => ({
      ...account,
      data: { ...account.data, free: rao(account.data.free - deposit), reserved: rao(deposit) },
    }))
  })

/** Alice's proxies, though nothing is reserved for them. */
const onlyListed = (...proxies: readonly ProxyDefinition[]): Change =>
  stored((state) => Proxies.set(state, alice, [proxies, 0n]))

const poor: Change = stored((state) =>
  Account.mutate(state, alice, (account) => ({ ...account, data: { ...account.data, free: rao(1_000n) } })),
)

const on = (step: CallStep, ...changes: readonly Change[]): Situation => all(...changes)(blockOn(market(), [step]))

const byNobody: BrokenRule = { name: "by no signer", change: by("root"), error: "BadOrigin" }

const unnamed = (parameter: string): BrokenRule => ({
  name: `the ${parameter} named by an index`,
  change: argument(parameter, { Index: null }),
  error: "CannotLookup",
  clauses: ["state-23"],
})

const suite = (name: string, ...scenarios: readonly Scenario[]): Suite => ({
  chapter: "state",
  name: `Proxy.${name}`,
  title: `Proxy.${name}`,
  scenarios,
})

const acting = (call: RuntimeCall, ...proxies: readonly ProxyDefinition[]): Situation =>
  on(
    callBy(signed(bob), ProxyCalls.proxy, { real: idOf(alice), force_proxy_type: undefined, call }),
    proxiesAre(...proxies),
  )

const acted = accepted("for the account, in anything", ["state-51", "state-52"], acting(affordable, proxy("Any")))

const ofType = (name: string, type: Type, call: RuntimeCall): Scenario =>
  variant(acted, name, all(proxiesAreReplaced(type), callIs(call)), ["state-51", "state-52", "state-14"])

/** The same deposit, for a proxy of another type. */
function proxiesAreReplaced(type: Type): Change {
  return stored((state) => Proxies.mutate(state, alice, ([, deposit]) => [[proxy(type)], deposit]))
}

const addsProxy = (proxy_type: Type) => inner(ProxyCalls.add_proxy, { delegate: idOf(carol), proxy_type, delay: 0 })
const setsCode = inner(SudoCalls.sudo_unchecked_weight, {
  call: inner(SystemCalls.set_code, { code: "0x" }),
  weight: { ref_time: 0n, proof_size: 0n },
})
const starts = inner(SubtensorModuleCalls.start_call, { netuid: SUBNET })
const setsRho = inner(AdminUtilsCalls.sudo_set_rho, { netuid: SUBNET, rho: 20 })
const setsTempo = inner(SubtensorModuleCalls.set_tempo, { netuid: SUBNET, tempo: 720 })
const setsOwnerHotkey = inner(AdminUtilsCalls.sudo_set_sn_owner_hotkey, { netuid: SUBNET, hotkey: validator1 })
const stakeTransfer = inner(SubtensorModuleCalls.transfer_stake, {
  destination_coldkey: carol,
  hotkey: validator1,
  origin_netuid: SUBNET,
  destination_netuid: SUBNET,
  alpha_amount: alphaRao(499_999_999n),
})
const aliceOwns: Change = stored((state) => {
  SubnetOwner.set(state, SUBNET, alice)
  FirstEmissionBlockNumber.remove(state, SUBNET)
  Tempo.set(state, SUBNET, 0)
})
/** The deposit of twenty proxies, for one. */
const keepOne: Change = stored((state) =>
  Proxies.mutate(state, alice, ([list, deposit]) => [list.slice(0, 1), deposit]),
)
const allowsDeath = (value: bigint) => inner(BalancesCalls.transfer_allow_death, { dest: idOf(carol), value })
const keepsAlive = (value: bigint) => inner(BalancesCalls.transfer_keep_alive, { dest: idOf(carol), value })

const asBeneficiary = (name: string, call: RuntimeCall): Scenario =>
  variant(
    acted,
    `by a lease's beneficiary: ${name}`,
    all(proxiesAreReplaced("SubnetLeaseBeneficiary"), aliceOwns, callIs(call)),
    ["state-51", "state-52", "leases-11"],
  )

const laterProxy: Change = stored((state) =>
  Proxies.mutate(state, alice, ([, deposit]) => [[proxy("Any", 1)], deposit]),
)

const proxySuite = suite(
  "proxy",
  acted,
  variant(acted, "a call that is refused: the outer one is not", callIs(unaffordable), ["state-51", "state-14"]),
  variant(acted, "a stake that is refused", callIs(tooSmall), ["state-51", "state-14"]),
  variant(acted, "after the account announced a coldkey swap", swapAnnounced, ["state-51", "keys-20"]),
  variant(
    acted,
    "of the type that is asked for, not the first",
    all(
      stored((state) => Proxies.mutate(state, alice, ([, deposit]) => [[proxy("Any", 5), proxy("Transfer")], deposit])),
      argument("force_proxy_type", "Transfer"),
    ),
  ),
  ofType(
    "a batch of what the type does not let pass",
    "NonTransfer",
    inner(UtilityCalls.batch, { calls: [affordable] }),
  ),
  ofType("what the type does not let pass", "Staking", affordable),
  ofType("a small transfer", "SmallTransfer", keepsAlive(499_999_999n)),
  ofType("a transfer that is no longer small", "SmallTransfer", keepsAlive(500_000_000n)),
  ofType("a small transfer that may reap the account", "SmallTransfer", allowsDeath(499_999_999n)),
  ofType("a small transfer of stake", "SmallTransfer", stakeTransfer),
  ofType("a hyperparameter by who acts for the owner, which alice is not", "Owner", setsRho),
  ofType("another hotkey of the owner, which is never let pass", "Owner", setsOwnerHotkey),
  ofType("no new code", "SudoUncheckedSetCode", affordable),
  ofType("a new code with a weight, by who has not the key", "SudoUncheckedSetCode", setsCode),
  ofType("a proxy of another type by one for anything", "Any", addsProxy("Staking")),
  ofType("a proxy of a type that its own includes", "NonTransfer", addsProxy("Staking")),
  ofType("a proxy of a type that its own does not include", "NonTransfer", addsProxy("Transfer")),
  ofType("a small proxy by one for transfers, which calls of Proxy are not", "Transfer", addsProxy("SmallTransfer")),
  ofType("the removal of all proxies by one for anything", "Any", inner(ProxyCalls.remove_proxies, {})),
  ofType("the removal of all proxies by another", "NonTransfer", inner(ProxyCalls.remove_proxies, {})),
  asBeneficiary("the start of a subnet that the account owns", starts),
  asBeneficiary("a hyperparameter of a subnet that the account owns", setsRho),
  asBeneficiary("the tempo of a subnet that the account owns, which is not let pass", setsTempo),
  ...refusals(acted, [
    byNobody,
    unnamed("real"),
    { name: "by somebody else", change: by(signed(carol)), error: "Proxy.NotProxy" },
    { name: "of a type that there is not", change: argument("force_proxy_type", "Owner"), error: "Proxy.NotProxy" },
    { name: "with a delay", change: laterProxy, error: "Proxy.Unannounced" },
  ]),
)

const added = accepted(
  "the first proxy",
  ["state-50"],
  on(callBy(signed(alice), ProxyCalls.add_proxy, { delegate: idOf(bob), proxy_type: "Staking", delay: 0 })),
)

const twenty = Array.from({ length: 20 }, (_, delay) => proxy("Any", delay, carol))

const ofItself: BrokenRule = {
  name: "for itself",
  change: argument("delegate", { Id: alice }),
  error: "Proxy.NoSelfProxy",
  excludesNext: true,
}

const present: BrokenRule = {
  name: "one that there is",
  change: onlyListed(proxy("Staking")),
  error: "Proxy.Duplicate",
  excludesNext: true,
}

const oneTooMany: BrokenRule = { name: "beyond twenty", change: onlyListed(...twenty), error: "Proxy.TooMany" }

const addSuite = suite(
  "add_proxy",
  added,
  variant(added, "one between others", proxiesAre(proxy("Any"), proxy("RootClaim"), proxy("Any", 0, carol))),
  variant(added, "one with a delay", argument("delay", "10")),
  variant(
    added,
    "one where more is reserved than the proxies cost now",
    all(proxiesAre(...twenty.slice(0, 5)), keepOne),
  ),
  both(added, ofItself, present, all(ofItself.change, onlyListed(proxy("Staking", 0, alice)))),
  both(added, present, oneTooMany, onlyListed(proxy("Staking"), ...twenty.slice(1))),
  ...refusals(added, [
    byNobody,
    { ...unnamed("delegate"), excludesNext: true },
    ofItself,
    present,
    oneTooMany,
    { name: "without the deposit", change: poor, error: "Balances.InsufficientBalance" },
  ]),
)

const removed = accepted(
  "one of two",
  ["state-50"],
  on(
    callBy(signed(alice), ProxyCalls.remove_proxy, { delegate: idOf(bob), proxy_type: "Any", delay: 0 }),
    proxiesAre(proxy("Any"), proxy("Staking")),
    stored((state) => RealPaysFee.set(state, alice, bob, undefined)),
  ),
)

const removeSuite = suite(
  "remove_proxy",
  removed,
  variant(removed, "the last", all(stored((state) => Proxies.set(state, alice, [[proxy("Any")], ONE])))),
  ...refusals(removed, [
    byNobody,
    unnamed("delegate"),
    { name: "one that is not there", change: argument("delay", "1"), error: "Proxy.NotFound" },
  ]),
)

const removedAll = accepted(
  "of an account with two",
  ["state-50"],
  on(
    callBy(signed(alice), ProxyCalls.remove_proxies, {}),
    proxiesAre(proxy("Any"), proxy("Staking")),
    stored((state) => RealPaysFee.set(state, alice, bob, undefined)),
  ),
)

const removeAllSuite = suite(
  "remove_proxies",
  removedAll,
  variant(removedAll, "of an account without any", by(signed(bob))),
  ...refusals(removedAll, [byNobody]),
)

const HEIGHT = Number(USUAL_BLOCK)
const pure = pureAccount({ spawner: alice, type: "Any", index: 7, height: HEIGHT, extrinsic: 0 })

const created = accepted(
  "for anything",
  ["state-55"],
  on(callBy(signed(alice), ProxyCalls.create_pure, { proxy_type: "Any", delay: 0, index: 7 })),
)

const createSuite = suite(
  "create_pure",
  created,
  ...refusals(created, [
    byNobody,
    {
      name: "once more in the same block",
      change: stored((state) => Proxies.set(state, pure, [[proxy("Any", 0, alice)], ONE])),
      error: "Proxy.Duplicate",
    },
    { name: "without the deposit", change: poor, error: "Balances.InsufficientBalance" },
  ]),
)

const killed = accepted(
  "by the pure proxy",
  ["state-55"],
  on(
    callBy(signed(pure), ProxyCalls.kill_pure, {
      spawner: idOf(alice),
      proxy_type: "Any",
      index: 7,
      height: HEIGHT,
      ext_index: 0,
    }),
    proxiesAre(),
    stored((state) => {
      Proxies.set(state, pure, [[proxy("Any", 0, alice)], ONE])
      Account.mutate(state, alice, (account) => ({ ...account, data: { ...account.data, reserved: rao(ONE) } }))
    }),
  ),
)

const killSuite = suite(
  "kill_pure",
  killed,
  ...refusals(killed, [
    byNobody,
    unnamed("spawner"),
    { name: "of another block", change: argument("height", "999"), error: "Proxy.NoPermission" },
  ]),
)

const callHash = hash(toHex(blake2b(runtimeCall.encode(affordable), { dkLen: 32 })))
const announcement = (height: number) => ({ real: alice, call_hash: callHash, height })
const [ONE_PENDING, MORE_PENDING] = [104_000_000n, 68_000_000n]

/** What bob has announced, with the deposit reserved in his account. */
const pendingAre = (...heights: readonly number[]): Change =>
  stored((state) => {
    const deposit = ONE_PENDING - MORE_PENDING + MORE_PENDING * BigInt(heights.length)
    Announcements.set(state, bob, [heights.map(announcement), deposit])
    Account.mutate(state, bob, (account) => ({ ...account, data: { ...account.data, reserved: rao(deposit) } }))
  })

const bobHas = (amount: bigint): Change =>
  stored((state) =>
    Account.mutate(state, bob, (account) => ({
      ...account,
      providers: 1,
      data: { ...account.data, free: rao(amount) },
    })),
  )

const announced = accepted(
  "a call for the account",
  ["state-53"],
  on(
    callBy(signed(bob), ProxyCalls.announce, { real: idOf(alice), call_hash: callHash }),
    proxiesAre(proxy("Any", 10)),
    bobHas(tao(100)),
  ),
)

const announceSuite = suite(
  "announce",
  announced,
  variant(announced, "another one", pendingAre(990)),
  ...refusals(announced, [
    byNobody,
    unnamed("real"),
    { name: "without a proxy", change: stored((state) => Proxies.remove(state, alice)), error: "Proxy.NotProxy" },
    {
      name: "beyond seventy-five",
      change: stored((state) =>
        Announcements.set(state, bob, [Array.from({ length: 75 }, (_, index) => announcement(900 + index)), 0n]),
      ),
      error: "Proxy.TooMany",
    },
    { name: "without the deposit", change: bobHas(1_000n), error: "Balances.InsufficientBalance" },
  ]),
)

const noneAnnounced = (error: string): BrokenRule => ({
  name: "of another call",
  change: argument("call_hash", `0x${"5a".repeat(32)}`),
  error,
})

const withdrawn = accepted(
  "all of a call",
  ["state-53"],
  on(
    callBy(signed(bob), ProxyCalls.remove_announcement, { real: idOf(alice), call_hash: callHash }),
    proxiesAre(proxy("Any", 10)),
    bobHas(tao(100)),
    pendingAre(980, 990),
  ),
)

const withdrawSuite = suite(
  "remove_announcement",
  withdrawn,
  ...refusals(withdrawn, [byNobody, unnamed("real"), noneAnnounced("Proxy.NotFound")]),
)

const rejected = accepted(
  "by the account",
  ["state-53"],
  on(
    callBy(signed(alice), ProxyCalls.reject_announcement, { delegate: idOf(bob), call_hash: callHash }),
    bobHas(tao(100)),
    pendingAre(980),
  ),
)

const rejectSuite = suite(
  "reject_announcement",
  rejected,
  ...refusals(rejected, [byNobody, unnamed("delegate"), noneAnnounced("Proxy.NotFound")]),
)

const made = accepted(
  "by anybody, when it is old enough",
  ["state-53", "state-51"],
  on(
    callBy(signed(carol), ProxyCalls.proxy_announced, {
      delegate: idOf(bob),
      real: idOf(alice),
      force_proxy_type: undefined,
      call: affordable,
    }),
    proxiesAre(proxy("Any", 10)),
    bobHas(tao(100)),
    pendingAre(990),
  ),
)

const madeSuite = suite(
  "proxy_announced",
  made,
  variant(made, "while a younger one stays", pendingAre(990, 991)),
  ...refusals(made, [
    byNobody,
    unnamed("delegate"),
    unnamed("real"),
    {
      name: "by one who is no proxy",
      change: argument("force_proxy_type", "Owner"),
      error: "Proxy.NotProxy",
    },
    { name: "too early", change: pendingAre(991), error: "Proxy.Unannounced" },
  ]),
)

const poked = accepted(
  "of proxies and announcements that cost more now",
  ["state-54"],
  on(
    callBy(signed(bob), ProxyCalls.poke_deposit, {}),
    bobHas(tao(100)),
    pendingAre(990),
    stored((state) => {
      Proxies.set(state, bob, [[proxy("Any", 0, carol)], ONE - MORE])
      Announcements.mutate(state, bob, ([pending, deposit]) => [pending, deposit - MORE_PENDING])
    }),
  ),
)

const pokeSuite = suite(
  "poke_deposit",
  poked,
  variant(poked, "of an account with neither", by(signed(alice))),
  variant(
    poked,
    "for what is gone",
    stored((state) => Proxies.set(state, bob, [[], ONE])),
  ),
  ...refusals(poked, [
    byNobody,
    { name: "without what is missing", change: bobHas(1_000n), error: "Balances.InsufficientBalance" },
  ]),
)

const paying = accepted(
  "for a proxy",
  ["state-54"],
  on(
    callBy(signed(alice), ProxyCalls.set_real_pays_fee, { delegate: idOf(bob), pays_fee: true }),
    proxiesAre(proxy("Staking")),
  ),
)

const payingSuite = suite(
  "set_real_pays_fee",
  paying,
  variant(
    paying,
    "no longer",
    all(
      argument("pays_fee", false),
      stored((state) => RealPaysFee.set(state, alice, bob, undefined)),
    ),
  ),
  ...refusals(paying, [
    byNobody,
    unnamed("delegate"),
    {
      name: "for one who is no proxy",
      change: stored((state) => Proxies.remove(state, alice)),
      error: "Proxy.NotProxy",
    },
  ]),
)

/** The calls of pallet Proxy. */
export const proxySuites: readonly Suite[] = [
  proxySuite,
  addSuite,
  removeSuite,
  removeAllSuite,
  createSuite,
  killSuite,
  announceSuite,
  withdrawSuite,
  rejectSuite,
  madeSuite,
  pokeSuite,
  payingSuite,
]
