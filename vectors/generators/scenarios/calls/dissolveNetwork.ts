import { I96F32, U64F64 } from "../../../../reference/numbers/formats.js"
import { SubtensorModuleCalls } from "../../../../reference/state/calls.js"
import { netUidStorageIndex, ROOT } from "../../../../reference/state/primitives.js"
import { CommitmentOf, LastCommitment, TimelockedIndex } from "../../../../reference/state/storage/commitments.js"
import {
  Alpha,
  AlphaV2,
  AssociatedEvmAddress,
  ChildKeys,
  DecayingLock,
  HotkeyLock,
  Lock,
  LockingColdkeys,
  NetworkRegisteredAt,
  NetworkRegistrationStartBlock,
  NetworksAdded,
  ParentKeys,
  RootClaimable,
  RootClaimed,
  SubnetAlphaIn,
  SubnetIdentitiesV3,
  SubnetLeaseShares,
  SubnetLeases,
  SubnetLocked,
  SubnetProtocolAlpha,
  SubnetTAO,
  SubnetUidToLeaseId,
  TaoInRefundDeploymentBlock,
  TotalHotkeyAlpha,
  TransactionKeyLastBlock,
  Weights,
} from "../../../../reference/state/storage/subtensorModule.js"
import { accountOfNetuid } from "../../../../reference/subnets/subnetAccount.js"
import { alice, bob, carol, miner1, owner, ownerHotkey, stranger, validator1, validator2 } from "../accounts.js"
import { alpha, alphaRao, sharesOf, tao } from "../amounts.js"
import { OTHER, SUBNET, workingSubnet } from "../market.js"
import { argument, blockOn, by, callBy, signed, stored } from "../situation.js"
import { accepted, type BrokenRule, refusals, type Suite, variant } from "../suite.js"

const CLAUSES = ["subnets-20", "subnets-22", "subnets-24", "subnets-25", "subnets-26"]
const old = (state: Parameters<Parameters<typeof stored>[0]>[0]) => NetworkRegisteredAt.set(state, SUBNET, 0n)

const ordinary = accepted(
  "a subnet with stakes of three",
  CLAUSES,
  blockOn(workingSubnet().stake(SUBNET, validator1, carol, alpha(7)), [
    callBy("root", SubtensorModuleCalls.root_dissolve_network, { netuid: SUBNET }),
  ]),
)

const rich = accepted(
  "a subnet whose account holds more than its pool: the rest is recycled",
  ["subnets-22"],
  blockOn(workingSubnet().endow(accountOfNetuid(SUBNET), tao(2_000)), [
    callBy("root", SubtensorModuleCalls.root_dissolve_network, { netuid: SUBNET }),
  ]),
)

const legacy = accepted(
  "an old subnet, whose owner gets back what was locked less the earnings",
  ["subnets-22", "subnets-23"],
  stored((state) => {
    NetworkRegisteredAt.set(state, SUBNET, 5n)
    NetworkRegistrationStartBlock.set(state, 10n)
    TaoInRefundDeploymentBlock.set(state, 10n)
    SubnetLocked.set(state, SUBNET, tao(700))
    SubnetProtocolAlpha.set(state, SUBNET, alpha(4_000))
  })(rich.situation),
)

const rules: readonly BrokenRule[] = [
  { name: "by the owner", change: by(signed(owner)), error: "BadOrigin" },
  { name: "root", change: argument("netuid", "0"), error: "SubtensorModule.SubnetNotExists" },
]

/** `root_dissolve_network`. */
export const rootDissolveNetworkSuite: Suite = {
  chapter: "subnets",
  name: "root_dissolve_network",
  title: "root_dissolve_network",
  scenarios: [
    ordinary,
    variant(
      ordinary,
      "a new subnet, whose pool counts with its alpha and what the protocol bought",
      stored((state) => {
        NetworkRegisteredAt.set(state, SUBNET, 5n)
        SubnetProtocolAlpha.set(state, SUBNET, alpha(3))
      }),
      ["subnets-22"],
    ),
    variant(
      ordinary,
      "a subnet whose pool has nothing",
      stored((state) => SubnetTAO.remove(state, SUBNET)),
      ["subnets-22"],
    ),
    variant(
      ordinary,
      "a subnet on which nobody has staked",
      stored((state) => {
        AlphaV2.clear(state)
        TotalHotkeyAlpha.clear(state)
      }),
      ["subnets-22", "subnets-25"],
    ),
    variant(
      ordinary,
      "a subnet where one holder's part is too little to open an account",
      stored((state) => AlphaV2.set(state, validator1, stranger, SUBNET, sharesOf(alphaRao(10)))),
      ["subnets-22"],
    ),
    variant(
      ordinary,
      "a subnet with shares of the old kind, and one that is worth nothing",
      stored((state) => {
        Alpha.set(state, validator2, carol, SUBNET, U64F64.fromInteger(5_000))
        TotalHotkeyAlpha.set(state, miner1, SUBNET, alphaRao(0))
        Alpha.set(state, miner1, alice, SUBNET, U64F64.fromInteger(9_000_000))
      }),
      ["subnets-25"],
    ),
    rich,
    legacy,
    variant(
      legacy,
      "an old subnet whose account does not hold what is owed to the owner",
      stored((state) => SubnetLocked.set(state, SUBNET, tao(5_000))),
      ["subnets-22", "subnets-23"],
    ),
    variant(
      legacy,
      "an old subnet whose price has more than 32 binary places",
      stored((state) => SubnetAlphaIn.set(state, SUBNET, alpha(2_001))),
      ["subnets-23"],
    ),
    variant(
      ordinary,
      "a subnet with one and a half shares that are worth nothing",
      stored((state) => {
        AlphaV2.set(state, validator1, bob, SUBNET, { mantissa: 15n * 10n ** 19n, exponent: -20n })
        TotalHotkeyAlpha.set(state, validator1, SUBNET, alphaRao(1n))
      }),
      ["subnets-25"],
    ),
    variant(
      legacy,
      "an old subnet where nothing was locked",
      stored((state) => SubnetLocked.remove(state, SUBNET)),
      ["subnets-23"],
    ),
    variant(
      ordinary,
      "a subnet with root dividends that nobody has claimed",
      stored((state) => {
        RootClaimable.set(state, validator1, [
          [1, I96F32.ONE],
          [2, I96F32.ONE],
        ])
        RootClaimable.set(state, validator2, [[1, I96F32.ONE]])
        RootClaimed.set(state, SUBNET, validator1, alice, 5n)
      }),
      ["root-20"],
    ),
    variant(
      ordinary,
      "a subnet with locks",
      stored((state) => {
        const lock = { locked_mass: alphaRao(5), conviction: U64F64.ONE, last_update: 900n }
        Lock.set(state, alice, SUBNET, validator1, lock)
        LockingColdkeys.set(state, SUBNET, validator1, alice, undefined)
        Lock.set(state, bob, SUBNET, validator2, lock)
        HotkeyLock.set(state, SUBNET, validator1, lock)
        DecayingLock.set(state, alice, SUBNET, false)
        DecayingLock.set(state, bob, OTHER, false)
      }),
      ["locks-30"],
    ),
    variant(
      ordinary,
      "a subnet that accounts have committed to",
      stored((state) => {
        LastCommitment.set(state, SUBNET, alice, 900)
        CommitmentOf.remove(state, SUBNET, alice)
        TimelockedIndex.set(state, [
          [1, alice],
          [2, alice],
        ])
      }),
      ["subnets-21"],
    ),
    variant(
      ordinary,
      "a subnet with families, limits, an identity and root's old weights",
      stored((state) => {
        ChildKeys.set(state, validator1, SUBNET, [[1n, miner1]])
        ParentKeys.set(state, miner1, SUBNET, [[1n, validator1]])
        TransactionKeyLastBlock.set(state, validator1, SUBNET, 0, 5n)
        AssociatedEvmAddress.set(state, SUBNET, 0, [`0x${"11".repeat(20)}`, 5n])
        SubnetIdentitiesV3.set(state, SUBNET, {
          subnet_name: "0x41",
          github_repo: "0x",
          subnet_contact: "0x",
          subnet_url: "0x",
          discord: "0x",
          description: "0x",
          logo_url: "0x",
          additional: "0x",
        })
        Weights.set(state, netUidStorageIndex(ROOT), 0, [
          [1, 10],
          [2, 20],
        ])
      }),
      ["subnets-26"],
    ),
    variant(
      ordinary,
      "a subnet that is leased",
      stored((state) => {
        SubnetUidToLeaseId.set(state, SUBNET, 3)
        SubnetLeaseShares.set(state, 3, carol, U64F64.ONE)
        SubnetLeases.set(state, 3, {
          beneficiary: alice,
          coldkey: owner,
          hotkey: ownerHotkey,
          emissions_share: 30,
          end_block: undefined,
          netuid: SUBNET,
          cost: 5n,
        })
      }),
      ["leases-15"],
    ),
    ...refusals(ordinary, rules),
    ...refusals(ordinary, [
      {
        name: "a subnet that is not there",
        change: stored((state) => NetworksAdded.remove(state, SUBNET)),
        error: "SubtensorModule.SubnetNotExists",
      },
    ]),
  ],
}

const byOtherName = accepted(
  "naming a coldkey that nobody looks at",
  ["subnets-27"],
  stored(old)(
    blockOn(workingSubnet(), [
      callBy("root", SubtensorModuleCalls.dissolve_network, { coldkey: stranger, netuid: SUBNET }),
    ]),
  ),
)

/** `dissolve_network`. */
export const dissolveNetworkSuite: Suite = {
  chapter: "subnets",
  name: "dissolve_network",
  title: "dissolve_network",
  scenarios: [byOtherName, ...refusals(byOtherName, rules)],
}
