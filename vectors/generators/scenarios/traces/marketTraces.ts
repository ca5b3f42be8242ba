import { I96F32, U64F64 } from "../../../../reference/numbers/formats.js"
import { AdminUtilsCalls, SubtensorModuleCalls, SwapCalls } from "../../../../reference/state/calls.js"
import { netUidStorageIndex } from "../../../../reference/state/primitives.js"
import type { State } from "../../../../reference/state/state.js"
import { TotalIssuance as CurrencyIssuance } from "../../../../reference/state/storage/balances.js"
import {
  AccountFlags,
  AdminFreezeWindow,
  AutoStakeDestination,
  ChildkeyTake,
  LastEpochBlock,
  LastUpdate,
  MaxAllowedValidators,
  MaxEpochsPerBlock,
  NumStakingColdkeys,
  OwnerCutAutoLockEnabled,
  PendingChildKeys,
  PendingOwnerCut,
  RootClaimableThreshold,
  RootClaimType,
  StakingColdkeys,
  StakingColdkeysByIndex,
  SubnetLeaseShares,
  SubnetLeases,
  SubnetMovingAlpha,
  SubnetUidToLeaseId,
  TaoWeight,
  TotalIssuance,
  Weights,
} from "../../../../reference/state/storage/subtensorModule.js"
import { alice, bob, carol, owner, ownerHotkey, stranger, validator1, validator2 } from "../accounts.js"
import { alpha, alphaRao, rao, tao } from "../amounts.js"
import { OTHER, ROOT, SUBNET, workingSubnet } from "../market.js"
import { Network } from "../network.js"
import { callBy, signed } from "../situation.js"
import { blocks, type TraceScenario } from "../trace.js"

const FIRST = 1_001
const MAIN = netUidStorageIndex(SUBNET)

function running(settings: (state: State) => void = () => {}): Network {
  return workingSubnet(10)
    .endow(alice, tao(100))
    .endow(bob, tao(100))
    .stake(ROOT, validator1, alice, alpha(2_000))
    .stake(ROOT, validator1, bob, alpha(500))
    .store((state) => {
      LastEpochBlock.set(state, SUBNET, 1_000n)
      LastUpdate.set(state, MAIN, [1n, 999n, 999n, 1n, 1n])
      TaoWeight.set(state, 1n << 62n)
      MaxAllowedValidators.set(state, SUBNET, 2)
      AdminFreezeWindow.set(state, 2)
      Weights.set(state, MAIN, 1, [[3, 65_535]])
      Weights.set(state, MAIN, 2, [
        [3, 32_768],
        [4, 65_535],
      ])
    })
    .store(settings)
}

const addStake = (coldkey: typeof alice, hotkey: typeof validator1, netuid: typeof SUBNET, amount: bigint) =>
  callBy(signed(coldkey), SubtensorModuleCalls.add_stake, { hotkey, netuid, amount_staked: tao(amount) })

const removeStake = (coldkey: typeof alice, hotkey: typeof validator1, netuid: typeof SUBNET, amount: bigint) =>
  callBy(signed(coldkey), SubtensorModuleCalls.remove_stake, { hotkey, netuid, amount_unstaked: alpha(amount) })

function twoSubnets(): Network {
  return running()
    .subnet(OTHER, { taoReserve: tao(5_000), alphaReserve: alpha(4_000), tempo: 10 })
    .neuron(OTHER, validator1, true)
    .stake(OTHER, validator1, alice, alpha(100))
    .store((state) => LastEpochBlock.set(state, OTHER, 1_000n))
}

const claims = (state: State) => {
  ;[alice, bob].forEach((coldkey, index) => {
    StakingColdkeys.set(state, coldkey, BigInt(index))
    StakingColdkeysByIndex.set(state, BigInt(index), coldkey)
  })
  NumStakingColdkeys.set(state, 2n)
  RootClaimableThreshold.set(state, SUBNET, I96F32.fromInteger(1_000n))
}

/** Traces of stake, pools and what goes along with epochs. */
export const marketTraces: readonly TraceScenario[] = [
  {
    chapter: "staking",
    name: "trace-staking",
    comment: "Stake comes, moves and goes between three epochs",
    clauses: ["staking-30", "staking-32", "staking-36", "coinbase-20"],
    network: twoSubnets(),
    blocks: blocks(FIRST, 31, {
      1003: [addStake(alice, validator2, SUBNET, 20n)],
      1011: [addStake(bob, validator1, ROOT, 10n), addStake(bob, validator1, SUBNET, 5n)],
      1014: [
        callBy(signed(alice), SubtensorModuleCalls.swap_stake_limit, {
          hotkey: validator1,
          origin_netuid: SUBNET,
          destination_netuid: OTHER,
          alpha_amount: alpha(100),
          limit_price: rao(0),
          allow_partial: false,
        }),
      ],
      1022: [removeStake(bob, validator2, SUBNET, 500n), removeStake(alice, validator1, ROOT, 2_000n)],
      1029: [removeStake(carol, validator1, SUBNET, 1n)],
    }),
    refused: ["SubtensorModule.AmountTooLow"],
  },
  {
    chapter: "pool",
    name: "trace-prices",
    comment: "Large buys and sells move the price, and its average follows",
    clauses: ["pool-22", "pool-13", "staking-31", "coinbase-21"],
    network: running((state) => SubnetMovingAlpha.set(state, I96F32.fromBits(I96F32.ONE / 2n))),
    blocks: blocks(FIRST, 21, {
      1002: [addStake(alice, validator1, SUBNET, 90n)],
      1005: [removeStake(alice, validator1, SUBNET, 1_500n)],
      1009: [
        callBy(signed(bob), SubtensorModuleCalls.add_stake_limit, {
          hotkey: validator2,
          netuid: SUBNET,
          amount_staked: tao(90),
          limit_price: rao(220_000_000),
          allow_partial: true,
        }),
      ],
      1012: [callBy("root", SwapCalls.set_fee_rate, { netuid: SUBNET, rate: 3_000 })],
      1014: [
        callBy(signed(bob), SubtensorModuleCalls.remove_stake_full_limit, {
          hotkey: validator2,
          netuid: SUBNET,
          limit_price: undefined,
        }),
      ],
    }),
  },
  {
    chapter: "coinbase",
    name: "trace-cap",
    comment: "Two subnets whose epochs fall into the same block take turns, because one block has one epoch",
    clauses: ["coinbase-09", "coinbase-10", "coinbase-12"],
    network: twoSubnets().store((state) => MaxEpochsPerBlock.set(state, 1)),
    blocks: blocks(FIRST, 33),
  },
  {
    chapter: "coinbase",
    name: "trace-tempo",
    comment: "Root changes a tempo, an owner triggers an epoch, and root stops the subnet's epochs",
    clauses: ["coinbase-09", "coinbase-11", "hyperparameters-07", "hyperparameters-11"],
    network: running(),
    blocks: blocks(FIRST, 40, {
      1004: [callBy("root", AdminUtilsCalls.sudo_set_tempo, { netuid: SUBNET, tempo: 15 })],
      1021: [callBy(signed(owner), SubtensorModuleCalls.trigger_epoch, { netuid: SUBNET })],
      1022: [callBy(signed(owner), SubtensorModuleCalls.trigger_epoch, { netuid: SUBNET })],
      1026: [callBy("root", AdminUtilsCalls.sudo_set_tempo, { netuid: SUBNET, tempo: 0 })],
    }),
    refused: ["SubtensorModule.EpochTriggerAlreadyPending"],
  },
  {
    chapter: "coinbase",
    name: "trace-switches",
    comment: "A subnet's emission, owner's cut and trading are switched off and on again",
    clauses: ["coinbase-07", "coinbase-08", "emission-10", "emission-11", "hyperparameters-11"],
    network: twoSubnets(),
    blocks: blocks(FIRST, 26, {
      1003: [callBy("root", AdminUtilsCalls.sudo_set_subnet_emission_enabled, { netuid: SUBNET, enabled: false })],
      1006: [callBy("root", AdminUtilsCalls.sudo_set_owner_cut_enabled, { netuid: OTHER, enabled: false })],
      1012: [
        callBy("root", AdminUtilsCalls.sudo_set_subtoken_enabled, { netuid: OTHER, subtoken_enabled: false }),
        addStake(alice, validator1, OTHER, 1n),
      ],
      1014: [callBy("root", AdminUtilsCalls.sudo_set_subnet_emission_enabled, { netuid: SUBNET, enabled: true })],
      1017: [callBy("root", AdminUtilsCalls.sudo_set_subtoken_enabled, { netuid: OTHER, subtoken_enabled: true })],
    }),
    refused: ["SubtensorModule.SubtokenDisabled"],
  },
  {
    chapter: "emission",
    name: "trace-halving",
    comment: "TAO and a subnet's alpha go over their first halving, some blocks apart",
    clauses: ["emission-01", "emission-02", "emission-12", "coinbase-04"],
    network: running((state) => {
      TotalIssuance.set(state, rao(tao(10_500_000) - 3_200_000_000n))
      CurrencyIssuance.set(state, rao(tao(10_500_000) - 3_200_000_000n))
    }).stake(SUBNET, validator2, stranger, alphaRao(alpha(10_493_989))),
    blocks: blocks(FIRST, 12),
    inFull: true,
  },
  {
    chapter: "emission",
    name: "trace-supply",
    comment: "The last TAO is issued",
    clauses: ["emission-01", "emission-03"],
    network: running((state) => {
      TotalIssuance.set(state, rao(tao(21_000_000) - 1_000n))
      CurrencyIssuance.set(state, rao(tao(21_000_000) - 3n))
    }),
    blocks: blocks(FIRST, 6),
    inFull: true,
  },
  {
    chapter: "root",
    name: "trace-root-claims",
    comment: "What root earns is claimed by two coldkeys, one of whom keeps alpha and one of whom sells it",
    clauses: ["root-01", "root-02", "root-04", "root-06", "root-07"],
    network: running((state) => {
      claims(state)
      RootClaimType.set(state, alice, { type: "Keep", value: undefined })
    }),
    blocks: blocks(FIRST, 33, {
      1015: [addStake(bob, validator1, ROOT, 20n)],
      1025: [removeStake(bob, validator1, ROOT, 100n)],
    }),
  },
  {
    chapter: "children",
    name: "trace-children",
    comment: "A validator gets a child, which from then on earns dividends for it and takes its part",
    clauses: ["children-03", "children-04", "coinbase-15", "consensus-03"],
    network: running((state) => {
      PendingChildKeys.set(state, SUBNET, validator1, [[[1n << 63n, validator2]], 1_005n])
      ChildkeyTake.set(state, validator2, SUBNET, 6_553)
      AutoStakeDestination.set(state, carol, SUBNET, validator2)
    }),
    blocks: blocks(FIRST, 31),
  },
  {
    chapter: "coinbase",
    name: "trace-lease",
    comment: "A leased subnet gathers its contributors' dividends and shares them out in block 1,100",
    clauses: ["coinbase-17", "coinbase-18", "staking-40"],
    network: running((state) => {
      SubnetUidToLeaseId.set(state, SUBNET, 7)
      SubnetLeases.set(state, 7, {
        beneficiary: bob,
        coldkey: owner,
        hotkey: ownerHotkey,
        emissions_share: 40,
        end_block: undefined,
        netuid: SUBNET,
        cost: 1n,
      })
      SubnetLeaseShares.set(state, 7, alice, U64F64.fromBits(U64F64.ONE / 4n))
      LastEpochBlock.set(state, SUBNET, 1_070n)
    }),
    blocks: blocks(1_071, 31),
  },
  {
    chapter: "locks",
    name: "trace-auto-lock",
    comment: "An owner's cut is locked at each epoch, and the owner cannot unstake what is locked",
    clauses: ["locks-11", "locks-12", "locks-10", "coinbase-17"],
    network: running((state) => {
      OwnerCutAutoLockEnabled.set(state, SUBNET, true)
      PendingOwnerCut.set(state, SUBNET, alpha(5))
      AccountFlags.set(state, owner, 1n)
    }).stake(SUBNET, ownerHotkey, owner, alpha(3)),
    blocks: blocks(FIRST, 22, {
      1014: [removeStake(owner, ownerHotkey, SUBNET, 4n), removeStake(owner, ownerHotkey, SUBNET, 2n)],
    }),
    refused: ["SubtensorModule.StakeUnavailable"],
  },
  {
    chapter: "state",
    name: "trace-retired-calls",
    comment: "Calls that are retired: whoever makes them, they are refused",
    clauses: ["pool-23", "hyperparameters-12", "hyperparameters-17"],
    network: new Network(),
    blocks: [
      {
        blockNumber: FIRST.toString(),
        parentHash: `0x${"00".repeat(32)}`,
        blockAuthor: null,
        steps: [
          callBy(signed(alice), SwapCalls.add_liquidity, {
            hotkey: alice,
            netuid: SUBNET,
            tick_low: 0,
            tick_high: 1,
            liquidity: 1n,
          }),
          callBy(signed(alice), SwapCalls.remove_liquidity, { hotkey: alice, netuid: SUBNET, position_id: 1n }),
          callBy(signed(alice), SwapCalls.modify_position, {
            hotkey: alice,
            netuid: SUBNET,
            position_id: 1n,
            liquidity_delta: 1n,
          }),
          callBy("root", SwapCalls.toggle_user_liquidity, { netuid: SUBNET, enable: true }),
          callBy("root", SwapCalls.disable_lp, {}),
          callBy("root", AdminUtilsCalls.sudo_set_network_pow_registration_allowed, {
            netuid: SUBNET,
            registration_allowed: true,
          }),
          callBy("root", AdminUtilsCalls.sudo_set_total_issuance, { total_issuance: rao(5) }),
        ],
      },
    ],
    refused: [
      ...new Array<string>(5).fill("Swap.Deprecated"),
      "AdminUtils.POWRegistrationDisabled",
      "AdminUtils.Deprecated",
    ],
  },
]
