import { U64F64 } from "../../../../reference/numbers/formats.js"
import type { State } from "../../../../reference/state/state.js"
import {
  AccountFlags,
  AccumulatedLeaseDividends,
  AlphaV2,
  DecayingHotkeyLock,
  DecayingLock,
  DecayingOwnerLock,
  HotkeyLock,
  LastEpochBlock,
  Lock,
  LockingColdkeys,
  MaturityRate,
  MaxAllowedUids,
  MinNonImmuneUids,
  NetworkRegisteredAt,
  Owner,
  OwnerCutAutoLockEnabled,
  OwnerLock,
  PendingOwnerCut,
  SubnetAlphaOut,
  SubnetLeaseShares,
  SubnetLeases,
  SubnetOwner,
  SubnetOwnerHotkey,
  SubnetUidToLeaseId,
  Uids,
  UnlockRate,
} from "../../../../reference/state/storage/subtensorModule.js"
import { alice, bob, named, owner, ownerHotkey, stranger, validator1, validator2 } from "../accounts.js"
import { alpha, alphaRao, sharesOf } from "../amounts.js"
import { ROOT, SUBNET, workingSubnet } from "../market.js"
import type { Network } from "../network.js"
import { inBlock } from "../situation.js"
import type { Suite } from "../suite.js"
import { type BlockCase, blockStepOn, blockSteps, where } from "./blockStep.js"

/** The first block in which a subnet that was registered in block 0 may change its owner. */
const ONE_YEAR = 2_629_800n

const lockOf = (mass: bigint, conviction = mass, at = ONE_YEAR - 100n) => ({
  locked_mass: alpha(mass),
  conviction: U64F64.fromInteger(alpha(conviction)),
  last_update: at,
})

/** A subnet a year old, whose stakers' conviction is with alice's validator. */
function yearOld(): Network {
  return workingSubnet().store((state) => {
    LastEpochBlock.set(state, SUBNET, ONE_YEAR - 10n)
    NetworkRegisteredAt.set(state, SUBNET, 0n)
    HotkeyLock.set(state, SUBNET, validator1, lockOf(500n))
  })
}

const ownerCases: readonly BlockCase[] = [
  [
    "stays in the year's last block",
    ["locks-14"],
    (situation) =>
      inBlock(ONE_YEAR - 1n)({
        ...situation,
        state: blockStepOn(yearOld().store((state) => LastEpochBlock.set(state, SUBNET, ONE_YEAR - 11n))).state,
      }),
  ],
  where("stays where conviction is too little", ["locks-13", "locks-14"], (state) =>
    HotkeyLock.set(state, SUBNET, validator1, lockOf(390n)),
  ),
  where("stays where no alpha is out", ["locks-14"], (state) => SubnetAlphaOut.set(state, SUBNET, alphaRao(0))),
  where("stays where the hotkey is its own", ["locks-14"], (state) => Owner.set(state, validator1, owner)),
  where("stays where nobody owns the hotkey", ["locks-14"], (state) => Owner.remove(state, validator1)),
  where("becomes the one of whom conviction is greatest", ["locks-13"], (state) => {
    HotkeyLock.set(state, SUBNET, validator2, lockOf(300n))
    DecayingHotkeyLock.set(state, SUBNET, validator2, lockOf(300n))
  }),
  where("becomes, of two with the same conviction, the one with the higher bytes", ["locks-13"], (state) =>
    HotkeyLock.set(state, SUBNET, validator2, lockOf(500n)),
  ),
  where("becomes, of three with the same conviction, the one with the highest bytes", ["locks-13"], (state) => {
    for (const hotkey of [validator2, ownerHotkey, named("miner-1")])
      HotkeyLock.set(state, SUBNET, hotkey, lockOf(500n))
  }),
  where("becomes one whose lock is of a later block", ["locks-04", "locks-14"], (state) =>
    HotkeyLock.set(state, SUBNET, validator1, lockOf(500n, 500n, ONE_YEAR + 5n)),
  ),
  where("hands on its locks", ["locks-14", "locks-05"], (state) => {
    OwnerLock.set(state, SUBNET, lockOf(100n))
    DecayingOwnerLock.set(state, SUBNET, lockOf(50n))
    HotkeyLock.set(state, SUBNET, ownerHotkey, lockOf(10n))
    DecayingHotkeyLock.set(state, SUBNET, validator1, lockOf(20n))
  }),
  where("keeps conviction above all others", ["locks-13", "locks-14"], (state) =>
    OwnerLock.set(state, SUBNET, lockOf(900n)),
  ),
  where("becomes one who is no neuron, and is registered", ["locks-14", "registration-03"], (state) =>
    Uids.remove(state, SUBNET, validator1),
  ),
  where("stays where the other finds no room", ["locks-14"], (state) => {
    Uids.remove(state, SUBNET, validator1)
    MaxAllowedUids.set(state, SUBNET, 0)
    MinNonImmuneUids.set(state, SUBNET, 1_000)
  }),
]

/** Block steps in which a subnet's owner may change. */
export const ownershipSuite: Suite = {
  chapter: "locks",
  name: "block-step-ownership",
  title: "A subnet's owner",
  scenarios: blockSteps(
    "becomes the owner of the hotkey of whom stakers are convinced",
    ["locks-13", "locks-14"],
    blockStepOn(yearOld(), ONE_YEAR),
    ownerCases,
  ),
}

/** A subnet with an owner's cut that is paid and locked in block 1,000. */
function withCut(): Network {
  return workingSubnet().store((state) => {
    LastEpochBlock.set(state, SUBNET, 990n)
    PendingOwnerCut.set(state, SUBNET, alpha(8))
    OwnerCutAutoLockEnabled.set(state, SUBNET, true)
  })
}

const held = (mass: bigint, conviction: bigint, at: bigint) => (state: State) =>
  Lock.set(state, owner, SUBNET, ownerHotkey, lockOf(mass, conviction, at))

const onMiner = (mass: bigint, at: bigint) => (state: State) => {
  Lock.set(state, owner, SUBNET, validator1, lockOf(mass, 1n, at))
  LockingColdkeys.set(state, SUBNET, validator1, owner, undefined)
  HotkeyLock.set(state, SUBNET, validator1, lockOf(mass, 1n, at))
}

/** Block steps in which the owner's cut is locked. */
export const autoLockSuite: Suite = {
  chapter: "locks",
  name: "block-step-auto-lock",
  title: "Locking the owner's cut",
  scenarios: blockSteps(
    "for the first time, decaying",
    ["locks-11", "locks-12", "coinbase-17"],
    blockStepOn(withCut()),
    [
      where("for the first time, for ever", ["locks-11", "locks-05"], (state) =>
        DecayingLock.set(state, owner, SUBNET, false),
      ),
      where("beside what is locked", ["locks-11", "locks-04"], (state) => {
        DecayingLock.set(state, owner, SUBNET, false)
        held(0n, 0n, 999n)(state)
        Lock.set(state, owner, SUBNET, ownerHotkey, {
          locked_mass: alphaRao(500),
          conviction: U64F64.fromInteger(500n),
          last_update: 990n,
        })
        OwnerLock.set(state, SUBNET, {
          locked_mass: alphaRao(900),
          conviction: U64F64.fromInteger(700n),
          last_update: 995n,
        })
      }),
      where("with the hotkey of the lock that is there", ["locks-12", "locks-03"], (state) => {
        onMiner(1n, 500n)(state)
        DecayingLock.set(state, owner, SUBNET, true)
      }),
      where("with unlocking and maturing at different rates", ["locks-03"], (state) => {
        onMiner(1n, 500n)(state)
        UnlockRate.set(state, 1_000n)
        MaturityRate.set(state, 5_000n)
      }),
      where("with unlocking at once", ["locks-02", "locks-03"], (state) => {
        onMiner(1n, 500n)(state)
        UnlockRate.set(state, 0n)
      }),
      where("for ever and maturing at once", ["locks-02", "locks-03"], (state) => {
        onMiner(1n, 500n)(state)
        DecayingLock.set(state, owner, SUBNET, false)
        MaturityRate.set(state, 0n)
      }),
      where("for so long that nothing is left to mature", ["locks-02"], (state) => {
        onMiner(1n, 1n)(state)
        MaturityRate.set(state, 10n)
        UnlockRate.set(state, 10n)
      }),
      where("of nothing is not locked", ["locks-11", "locks-12"], (state) => PendingOwnerCut.remove(state, SUBNET)),
      where("with a hotkey that nobody owns is not locked", ["locks-11", "locks-12"], (state) =>
        Owner.remove(state, ownerHotkey),
      ),
      where("beyond what is staked is not locked", ["locks-11", "locks-12"], held(100n, 100n, 1_000n)),
    ],
  ),
}

const SHARE = U64F64.fromBits(U64F64.ONE / 4n)

const LEASE = {
  beneficiary: bob,
  coldkey: named("lease"),
  hotkey: named("lease-hotkey"),
  emissions_share: 50,
  end_block: 5_000,
  netuid: SUBNET,
  cost: 1n,
}

/** A leased subnet whose contributors get half of the owner's cut, every hundred blocks. */
function leased(): Network {
  return workingSubnet()
    .store((state) => {
      LastEpochBlock.set(state, SUBNET, 990n)
      PendingOwnerCut.set(state, SUBNET, alpha(8))
      SubnetOwner.set(state, SUBNET, named("lease"))
      SubnetOwnerHotkey.set(state, SUBNET, named("lease-hotkey"))
      Owner.set(state, named("lease-hotkey"), named("lease"))
      SubnetUidToLeaseId.set(state, SUBNET, 7)
      SubnetLeases.set(state, 7, LEASE)
      SubnetLeaseShares.set(state, 7, alice, SHARE)
      SubnetLeaseShares.set(state, 7, stranger, U64F64.fromBits(SHARE + 1n))
      AccumulatedLeaseDividends.set(state, 7, alphaRao(1_000_000_001))
    })
    .stake(SUBNET, named("lease-hotkey"), named("lease"), alpha(10))
}

const locked = lockOf(17n, 2n, 999n)

function leaseLock(write: (state: State) => void) {
  return (state: State) => {
    Lock.set(state, named("lease"), SUBNET, named("lease-hotkey"), locked)
    write(state)
  }
}

const accepts = (state: State) => {
  for (const who of [alice, bob, stranger]) AccountFlags.set(state, who, 1n)
}

/** Block steps of a leased subnet. */
export const leaseSuite: Suite = {
  chapter: "coinbase",
  name: "block-step-lease",
  title: "Dividends of a leased subnet",
  scenarios: blockSteps(
    "shared out among contributors and the beneficiary",
    ["coinbase-18", "staking-40"],
    blockStepOn(leased()),
    [
      [
        "gathered in a block in which they are not shared out",
        ["coinbase-18"],
        (situation) => inBlock(1_001n)(situation),
      ],
      where("no more after the lease's end", ["coinbase-18"], (state) =>
        SubnetLeases.set(state, 7, { ...LEASE, end_block: 1_000 }),
      ),
      where("of a lease without end", ["coinbase-18"], (state) =>
        SubnetLeases.set(state, 7, { ...LEASE, end_block: undefined }),
      ),
      where("of a lease that is not there", ["coinbase-18"], (state) => SubnetLeases.remove(state, 7)),
      where("a part too small to move, so that nothing is shared out", ["coinbase-18", "staking-40"], (state) =>
        SubnetLeaseShares.set(state, 7, alice, U64F64.fromBits(5n)),
      ),
      where("where the beneficiary is a contributor of all", ["coinbase-18"], (state) => {
        SubnetLeaseShares.remove(state, 7, stranger)
        SubnetLeaseShares.set(state, 7, alice, U64F64.ONE)
      }),
      where(
        "from locked stake to those who do not take it, so that nothing is shared out",
        ["coinbase-18", "locks-15"],
        leaseLock(() => {}),
      ),
      where("from locked stake to those who take it", ["locks-15"], leaseLock(accepts)),
      where(
        "from locked stake to one who has a lock too",
        ["locks-15"],
        leaseLock((state) => {
          accepts(state)
          Lock.set(state, bob, SUBNET, named("lease-hotkey"), lockOf(1n, 1n, 999n))
        }),
      ),
      where(
        "from locked stake to one who has a lock with another hotkey",
        ["locks-15"],
        leaseLock((state) => {
          accepts(state)
          Lock.set(state, alice, SUBNET, validator1, lockOf(1n, 1n, 999n))
        }),
      ),
      where("from stake of which enough is free", ["locks-15"], (state) =>
        Lock.set(state, named("lease"), SUBNET, named("lease-hotkey"), lockOf(1n, 1n, 999n)),
      ),
      where("from a coldkey that has locked more than it has", ["locks-15"], (state) => {
        accepts(state)
        SubnetLeases.set(state, 7, { ...LEASE, coldkey: named("elsewhere") })
        Lock.set(state, named("elsewhere"), SUBNET, named("lease-hotkey"), {
          ...lockOf(1n, 1n, 999n),
          locked_mass: alphaRao(500_000_000),
        })
      }),
      where("from a coldkey that has less than is shared out", ["staking-09", "coinbase-18"], (state) => {
        SubnetLeases.set(state, 7, { ...LEASE, coldkey: named("elsewhere") })
        AlphaV2.set(state, named("lease-hotkey"), named("elsewhere"), SUBNET, sharesOf(alpha(1)))
      }),
      where("to the lease itself", ["locks-15", "coinbase-18"], (state) => {
        SubnetLeaseShares.remove(state, 7, alice)
        SubnetLeaseShares.set(state, 7, named("lease"), SHARE)
      }),
      where("of a lease on root, where claims move along", ["staking-40", "root-09"], (state) =>
        SubnetLeases.set(state, 7, { ...LEASE, netuid: ROOT }),
      ),
    ],
  ),
}
