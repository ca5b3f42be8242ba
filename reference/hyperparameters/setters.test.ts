import { beforeEach, describe, expect, it } from "vitest"
import { U64F64 } from "../numbers/formats.js"
import { registrationCalls } from "../registration/calls.js"
import { accountOf, eventNames } from "../state/blankChain.js"
import type { CallDeclaration, RuntimeCall } from "../state/call.js"
import { AdminUtilsCalls } from "../state/calls.js"
import type { Chain } from "../state/chain.js"
import { dispatch } from "../state/dispatch.js"
import { type Origin, ROOT_ORIGIN, signedBy } from "../state/origin.js"
import { netUid, netUidStorageIndex, ROOT, taoBalance } from "../state/primitives.js"
import {
  AlphaValues,
  BondsMovingAverage,
  Kappa,
  LastRateLimitedBlock,
  LiquidAlphaOn,
  MaxAllowedUids,
  MaxMechanismCount,
  MechanismCountCurrent,
  MechanismEmissionSplit,
  NetworksAdded,
  PendingEpochAt,
  Rho,
  SubnetOwner,
  SubnetOwnerHotkey,
  Tempo,
  WeightCommits,
  Weights,
} from "../state/storage/subtensorModule.js"
import { accountOfNetuid } from "../subnets/subnetAccount.js"
import { atBlock, OWNER, SUBNET, smallSubnet } from "../subnets/testing/smallSubnet.js"
import { hyperparametersCalls } from "./calls.js"

const BY_OWNER = signedBy(OWNER)
const BY_STRANGER = signedBy(accountOf(0x99))
const GHOST = netUid(9)

let chain: Chain
beforeEach(() => {
  chain = smallSubnet(3, [...hyperparametersCalls, ...registrationCalls])
})

function call<Values>(declaration: CallDeclaration<Values>, values: Values): RuntimeCall {
  return { declaration, arguments: values }
}

function set<Values>(origin: Origin, declaration: CallDeclaration<Values>, values: Values, on = chain): void {
  dispatch(on, origin, call(declaration, values))
}

describe("a setter of root", () => {
  const kappa = (netuid = SUBNET) => ({ netuid, kappa: 7 })

  it("stores the value and tells of it", () => {
    set(ROOT_ORIGIN, AdminUtilsCalls.sudo_set_kappa, kappa())
    expect(Kappa.get(chain.state, SUBNET)).toBe(7)
    expect(eventNames(chain)).toEqual(["SubtensorModule.KappaSet"])
  })

  it("refuses everybody else, the owner too, before it looks at anything", () => {
    for (const origin of [BY_OWNER, BY_STRANGER]) {
      expect(() => set(origin, AdminUtilsCalls.sudo_set_kappa, kappa(GHOST))).toThrow("BadOrigin")
    }
    expect(() => set(ROOT_ORIGIN, AdminUtilsCalls.sudo_set_kappa, kappa(GHOST))).toThrow("SubnetDoesNotExist")
  })

  it("asks for the freeze window, where it does, before it asks whether the subnet exists", () => {
    // A subnet that does not exist has the default tempo and its last epoch in block 0.
    const tempo = { netuid: GHOST, tempo: 1 }
    const early = atBlock(chain, 350n)
    expect(() => set(ROOT_ORIGIN, AdminUtilsCalls.sudo_set_tempo, tempo, early)).toThrow("SubnetDoesNotExist")
    const late = atBlock(chain, 351n)
    expect(() => set(ROOT_ORIGIN, AdminUtilsCalls.sudo_set_tempo, tempo, late)).toThrow("AdminActionProhibited")
  })

  it("may set any tempo", () => {
    set(ROOT_ORIGIN, AdminUtilsCalls.sudo_set_tempo, { netuid: SUBNET, tempo: 0 })
    expect(Tempo.get(chain.state, SUBNET)).toBe(0)
  })
})

describe("a setter of the owner", () => {
  const rho = { netuid: SUBNET, rho: 7 }

  it("asks for right, limit, window and subnet in this order", () => {
    set(BY_OWNER, AdminUtilsCalls.sudo_set_rho, rho)
    PendingEpochAt.set(chain.state, SUBNET, 2_000n)
    expect(() => set(BY_STRANGER, AdminUtilsCalls.sudo_set_rho, rho)).toThrow("BadOrigin")
    expect(() => set(BY_OWNER, AdminUtilsCalls.sudo_set_rho, rho)).toThrow("TxRateLimitExceeded")
    expect(() => set(ROOT_ORIGIN, AdminUtilsCalls.sudo_set_rho, rho)).toThrow("AdminActionProhibited")
    SubnetOwner.set(chain.state, GHOST, OWNER)
    LastRateLimitedBlock.set(chain.state, { type: "OwnerHyperparamUpdate", value: [GHOST, "Rho"] }, 1_000n)
    const ghost = { ...rho, netuid: GHOST }
    expect(() => set(BY_OWNER, AdminUtilsCalls.sudo_set_rho, ghost)).toThrow("TxRateLimitExceeded")
    expect(() => set(ROOT_ORIGIN, AdminUtilsCalls.sudo_set_rho, ghost)).toThrow("AdminActionProhibited")
    Tempo.set(chain.state, GHOST, 0)
    expect(() => set(ROOT_ORIGIN, AdminUtilsCalls.sudo_set_rho, ghost)).toThrow("SubnetDoesNotExist")
  })

  it("lets the owner come again after so many tempos, and root at any time", () => {
    set(BY_OWNER, AdminUtilsCalls.sudo_set_rho, rho)
    set(ROOT_ORIGIN, AdminUtilsCalls.sudo_set_rho, { ...rho, rho: 8 })
    Tempo.set(chain.state, SUBNET, 100)
    expect(() => set(BY_OWNER, AdminUtilsCalls.sudo_set_rho, rho, atBlock(chain, 1_199n))).toThrow("TxRateLimit")
    Tempo.set(chain.state, SUBNET, 0)
    set(BY_OWNER, AdminUtilsCalls.sudo_set_rho, { ...rho, rho: 9 })
    expect(Rho.get(chain.state, SUBNET)).toBe(9)
  })

  it("counts each hyperparameter for itself", () => {
    set(BY_OWNER, AdminUtilsCalls.sudo_set_rho, rho)
    set(BY_OWNER, AdminUtilsCalls.sudo_set_immunity_period, { netuid: SUBNET, immunity_period: 7 })
  })

  it("leaves no trace of a refused change, not even for the limit", () => {
    const tooLong = { netuid: SUBNET, interval: 101n }
    expect(() => set(BY_OWNER, AdminUtilsCalls.sudo_set_commit_reveal_weights_interval, tooLong)).toThrow(
      "RevealPeriodTooLarge",
    )
    set(BY_OWNER, AdminUtilsCalls.sudo_set_commit_reveal_weights_interval, { ...tooLong, interval: 100n })
  })

  it("binds the owner alone where the row says so", () => {
    const average = { netuid: SUBNET, bonds_moving_average: 975_001n }
    expect(() => set(BY_OWNER, AdminUtilsCalls.sudo_set_bonds_moving_average, average)).toThrow("MaxReached")
    set(ROOT_ORIGIN, AdminUtilsCalls.sudo_set_bonds_moving_average, average)
    expect(BondsMovingAverage.get(chain.state, SUBNET)).toBe(975_001n)
    const steepness = { netuid: SUBNET, steepness: -1 }
    expect(() => set(BY_OWNER, AdminUtilsCalls.sudo_set_alpha_sigmoid_steepness, steepness)).toThrow("Negative")
    set(ROOT_ORIGIN, AdminUtilsCalls.sudo_set_alpha_sigmoid_steepness, steepness)
  })
})

/** A setter with the values just outside its bounds and those at them. */
const BOUNDED: readonly [title: string, error: string, outside: RuntimeCall[], inside: RuntimeCall[]][] = [
  [
    "the least price, below 10^9 rao",
    "ValueNotInBounds",
    [call(AdminUtilsCalls.sudo_set_min_burn, { netuid: SUBNET, min_burn: taoBalance(1_000_000_000n) })],
    [call(AdminUtilsCalls.sudo_set_min_burn, { netuid: SUBNET, min_burn: taoBalance(999_999_999n) })],
  ],
  [
    "the greatest price, above 10^8 rao",
    "ValueNotInBounds",
    [call(AdminUtilsCalls.sudo_set_max_burn, { netuid: SUBNET, max_burn: taoBalance(100_000_000n) })],
    [call(AdminUtilsCalls.sudo_set_max_burn, { netuid: SUBNET, max_burn: taoBalance(100_000_001n) })],
  ],
  [
    "the half-life of the price, from 1 to 36100 blocks",
    "AdminUtils.InvalidValue",
    [0, 36_101].map((life) => call(AdminUtilsCalls.sudo_set_burn_half_life, { netuid: SUBNET, burn_half_life: life })),
    [1, 36_100].map((life) => call(AdminUtilsCalls.sudo_set_burn_half_life, { netuid: SUBNET, burn_half_life: life })),
  ],
  [
    "the factor of the price, from 1 to 3",
    "AdminUtils.InvalidValue",
    [(1n << 64n) - 1n, (3n << 64n) + 1n].map((bits) =>
      call(AdminUtilsCalls.sudo_set_burn_increase_mult, {
        netuid: SUBNET,
        burn_increase_mult: U64F64.fromBits(bits),
      }),
    ),
    [1n << 64n, 3n << 64n].map((bits) =>
      call(AdminUtilsCalls.sudo_set_burn_increase_mult, {
        netuid: SUBNET,
        burn_increase_mult: U64F64.fromBits(bits),
      }),
    ),
  ],
  [
    "how many of the owner's neurons are immune, from 1 to 10",
    "SubtensorModule.InvalidValue",
    [0, 11].map((n) => call(AdminUtilsCalls.sudo_set_owner_immune_neuron_limit, { netuid: SUBNET, immune_neurons: n })),
    [1, 10].map((n) => call(AdminUtilsCalls.sudo_set_owner_immune_neuron_limit, { netuid: SUBNET, immune_neurons: n })),
  ],
  [
    "the most neurons, up to 256",
    "MaxAllowedUidsGreaterThanDefaultMaxAllowedUids",
    [call(AdminUtilsCalls.sudo_set_max_allowed_uids, { netuid: SUBNET, max_allowed_uids: 257 })],
    [call(AdminUtilsCalls.sudo_set_max_allowed_uids, { netuid: SUBNET, max_allowed_uids: 256 })],
  ],
  [
    "the epochs in a block, from 1 on",
    "ValueNotInBounds",
    [call(AdminUtilsCalls.sudo_set_max_epochs_per_block, { max_epochs_per_block: 0 })],
    [call(AdminUtilsCalls.sudo_set_max_epochs_per_block, { max_epochs_per_block: 1 })],
  ],
  [
    "the mechanisms that subnets may have, from 1 to 16",
    "SubtensorModule.InvalidValue",
    [0, 17].map((n) => call(AdminUtilsCalls.sudo_set_max_mechanism_count, { max_mechanism_count: n })),
    [1, 16].map((n) => call(AdminUtilsCalls.sudo_set_max_mechanism_count, { max_mechanism_count: n })),
  ],
]

describe("bounds of values", () => {
  it.each(BOUNDED)("hold %s", (_title, error, outside, inside) => {
    for (const wrong of outside) expect(() => dispatch(chain, ROOT_ORIGIN, wrong)).toThrow(error)
    for (const right of inside) dispatch(chain, ROOT_ORIGIN, right)
  })

  it("hold the ends of liquid alpha's range, which has to be on", () => {
    const values = (alpha_low: number, alpha_high: number) => ({ netuid: SUBNET, alpha_low, alpha_high })
    expect(() => set(ROOT_ORIGIN, AdminUtilsCalls.sudo_set_alpha_values, values(0, 0))).toThrow("LiquidAlphaDisabled")
    LiquidAlphaOn.set(chain.state, SUBNET, true)
    expect(() => set(ROOT_ORIGIN, AdminUtilsCalls.sudo_set_alpha_values, values(0, 1_637))).toThrow("AlphaHighTooLow")
    for (const low of [1_637, 1_639]) {
      expect(() => set(ROOT_ORIGIN, AdminUtilsCalls.sudo_set_alpha_values, values(low, 1_638))).toThrow("OutOfRange")
    }
    set(ROOT_ORIGIN, AdminUtilsCalls.sudo_set_alpha_values, values(1_638, 1_638))
    expect(AlphaValues.get(chain.state, SUBNET)).toEqual([1_638, 1_638])
  })

  it("do not come to matter on root, where the row excludes it", () => {
    Tempo.set(chain.state, ROOT, 0)
    const factor = { netuid: ROOT, burn_increase_mult: U64F64.fromInteger(2) }
    expect(() => set(ROOT_ORIGIN, AdminUtilsCalls.sudo_set_burn_increase_mult, factor)).toThrow("SubnetDoesNotExist")
    NetworksAdded.set(chain.state, ROOT, true)
    expect(() => set(ROOT_ORIGIN, AdminUtilsCalls.sudo_set_burn_increase_mult, factor)).toThrow("NotPermittedOnRoot")
  })
})

describe("the number of mechanisms", () => {
  const count = (mechanism_count: number) =>
    set(ROOT_ORIGIN, AdminUtilsCalls.sudo_set_mechanism_count, { netuid: SUBNET, mechanism_count })

  it("must fit with the neurons that the subnet may have", () => {
    expect(() => count(2)).toThrow("TooManyUIDsPerMechanism")
    MaxAllowedUids.set(chain.state, SUBNET, 128)
    count(2)
    expect(MechanismCountCurrent.get(chain.state, SUBNET)).toBe(2)
    expect(() =>
      set(ROOT_ORIGIN, AdminUtilsCalls.sudo_set_max_allowed_uids, { netuid: SUBNET, max_allowed_uids: 129 }),
    ).toThrow("TooManyUIDsPerMechanism")
  })

  it("is at least 1, at most the chain's maximum and at most 16", () => {
    MaxAllowedUids.set(chain.state, SUBNET, 4)
    for (const wrong of [0, 3]) expect(() => count(wrong)).toThrow("InvalidValue")
    MaxMechanismCount.set(chain.state, 20)
    expect(() => count(17)).toThrow("InvalidValue")
    count(16)
  })

  it("takes away what surplus mechanisms have stored and the split", () => {
    const { state } = chain
    MaxAllowedUids.set(state, SUBNET, 128)
    MechanismCountCurrent.set(state, SUBNET, 2)
    MechanismEmissionSplit.set(state, SUBNET, [65_535])
    const [main, second] = [netUidStorageIndex(SUBNET), netUidStorageIndex(SUBNET + 4096)]
    for (const index of [main, second]) {
      Weights.set(state, index, 0, [[1, 1]])
      WeightCommits.set(state, index, OWNER, [])
    }
    count(2)
    expect(MechanismEmissionSplit.has(state, SUBNET)).toBe(true)
    count(1)
    expect(MechanismEmissionSplit.has(state, SUBNET)).toBe(false)
    expect([main, second].map((index) => Weights.has(state, index, 0))).toEqual([true, false])
    expect([main, second].map((index) => WeightCommits.has(state, index, OWNER))).toEqual([true, false])
  })
})

describe("the split of emission", () => {
  const split = (maybe_split: readonly number[] | undefined) =>
    set(ROOT_ORIGIN, AdminUtilsCalls.sudo_set_mechanism_emission_split, { netuid: SUBNET, maybe_split })

  it("adds up to 65535 over no more mechanisms than there are", () => {
    for (const wrong of [[], [65_534], [65_535, 0]]) expect(() => split(wrong)).toThrow("InvalidValue")
    MechanismCountCurrent.set(chain.state, SUBNET, 2)
    split([65_535, 0])
    split([65_535])
    expect(MechanismEmissionSplit.get(chain.state, SUBNET)).toEqual([65_535])
    split(undefined)
    expect(MechanismEmissionSplit.has(chain.state, SUBNET)).toBe(false)
  })
})

describe("the hotkey that a subnet is run with", () => {
  const hotkey = accountOf(0x44)

  it("is set by the owner or root, once in 50400 blocks whoever calls", () => {
    set(BY_OWNER, AdminUtilsCalls.sudo_set_subnet_owner_hotkey, { netuid: SUBNET, hotkey })
    expect(SubnetOwnerHotkey.get(chain.state, SUBNET)).toBe(hotkey)
    for (const origin of [BY_OWNER, ROOT_ORIGIN]) {
      expect(() =>
        set(origin, AdminUtilsCalls.sudo_set_sn_owner_hotkey, { netuid: SUBNET, hotkey }, atBlock(chain, 51_399n)),
      ).toThrow("TxRateLimitExceeded")
    }
    const later = atBlock(chain, 51_400n)
    set(ROOT_ORIGIN, AdminUtilsCalls.sudo_set_sn_owner_hotkey, { netuid: SUBNET, hotkey }, later)
  })

  it("is no subnet's account, on a subnet that exists", () => {
    const values = { netuid: SUBNET, hotkey: accountOfNetuid(SUBNET) }
    expect(() => set(BY_STRANGER, AdminUtilsCalls.sudo_set_subnet_owner_hotkey, values)).toThrow("BadOrigin")
    expect(() => set(BY_OWNER, AdminUtilsCalls.sudo_set_subnet_owner_hotkey, values)).toThrow("CannotUseSystemAccount")
    const ghost = { ...values, netuid: GHOST }
    expect(() => set(ROOT_ORIGIN, AdminUtilsCalls.sudo_set_subnet_owner_hotkey, ghost)).toThrow("SubnetNotExists")
  })
})

describe("calls without an effect", () => {
  it("refuse root too", () => {
    const total_issuance = taoBalance(1n)
    expect(() => set(ROOT_ORIGIN, AdminUtilsCalls.sudo_set_total_issuance, { total_issuance })).toThrow("Deprecated")
    const allowed = { netuid: SUBNET, registration_allowed: true }
    expect(() => set(ROOT_ORIGIN, AdminUtilsCalls.sudo_set_network_pow_registration_allowed, allowed)).toThrow(
      "POWRegistrationDisabled",
    )
  })

  it("tell of a precompile's switch only when it moves", () => {
    const off = { precompile_id: "Staking", enabled: false } as const
    set(ROOT_ORIGIN, AdminUtilsCalls.sudo_toggle_evm_precompile, { ...off, enabled: true })
    expect(eventNames(chain)).toEqual([])
    set(ROOT_ORIGIN, AdminUtilsCalls.sudo_toggle_evm_precompile, off)
    expect(eventNames(chain)).toEqual(["AdminUtils.PrecompileUpdated"])
  })
})
