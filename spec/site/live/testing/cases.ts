import fc from "fast-check"
import { type ConsensusCase, consensusCodec, type Grid } from "../consensus/consensusCase.js"
import { type EmissionSplitCase, emissionSplitCodec } from "../emissionSplit/emissionSplitCase.js"
import { type HalvingCase, halvingCodec } from "../halving/halvingCase.js"
import type { PageName } from "../model/livePages.js"
import { type PoolCase, poolCodec } from "../pool/poolCase.js"
import { type RootYieldCase, rootYieldCodec } from "../rootYield/rootYieldCase.js"

const integer = (min: bigint, max: bigint) => fc.bigInt({ min, max })
const u16 = integer(0n, 65_535n)
const u64 = fc.oneof(integer(0n, 2n ** 64n - 1n), integer(0n, 30_000_000n * 10n ** 9n))
const thousandths = integer(0n, 1_000n)
const price = integer(0n, 10n ** 12n)

const halving: fc.Arbitrary<HalvingCase> = fc.record({
  issuance: u64,
  unit: fc.constantFrom("tao", "rao"),
})

const pool: fc.Arbitrary<PoolCase> = fc.record({
  fork: fc.constantFrom("balancer", "rao"),
  side: fc.constantFrom("buy", "sell"),
  amount: u64,
  taoReserve: u64,
  alphaReserve: u64,
  weight: integer(0n, 10n ** 18n),
  feeRate: u16,
  dividends: u64,
  totalAlpha: u64,
})

function grid(validators: number, miners: number): fc.Arbitrary<Grid> {
  const exactly = (count: number) => ({ minLength: count, maxLength: count })
  return fc.array(fc.array(u16, exactly(miners)), exactly(validators))
}

const consensus: fc.Arbitrary<ConsensusCase> = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 8 }))
  .chain(([validators, miners]) =>
    fc.record({
      stakes: fc.array(integer(0n, 10n ** 9n), { minLength: validators, maxLength: validators }),
      weights: grid(validators, miners),
      bonds: grid(validators, miners),
      kappa: u16,
      bondsPenalty: u16,
      bondsMovingAverage: integer(0n, 1_000_000n),
      yuma3: fc.boolean(),
      liquidAlpha: fc.boolean(),
      alphaLow: u16,
      alphaHigh: u16,
      steepness: integer(-32_768n, 32_767n),
      emission: u64,
    }),
  )

const emissionSplit: fc.Arbitrary<EmissionSplitCase> = fc.integer({ min: 1, max: 8 }).chain((subnets) => {
  const each = { minLength: subnets, maxLength: subnets }
  return fc.record({
    issuance: u64,
    prices: fc.array(price, each),
    burned: fc.array(thousandths, each),
    enabled: fc.array(fc.boolean(), each),
    price,
    alphaIssuance: u64,
    rootTao: u64,
    taoWeight: thousandths,
    ownerCut: u16,
  })
})

const rootYield: fc.Arbitrary<RootYieldCase> = fc.integer({ min: 1, max: 6 }).chain((validators) => {
  const each = { minLength: validators, maxLength: validators }
  return fc.record({
    subnets: integer(1n, 1_024n),
    rootTao: u64,
    taoWeight: thousandths,
    alphaIssuance: u64,
    price,
    ownerCut: u16,
    tempo: integer(1n, 65_535n),
    rootStakes: fc.array(u64, each),
    alphaStakes: fc.array(u64, each),
    dividends: fc.array(thousandths, each),
    take: u16,
    ownStake: u64,
  })
})

/** A page with the addresses of random cases of it. */
export interface PageUnderTest {
  readonly page: PageName
  /** Queries of addresses. */
  readonly queries: fc.Arbitrary<string>
  /** Whether a case comes back from its address as it was. */
  readonly returns: fc.IPropertyWithHooks<[unknown]>
  readonly initial: string
  /** Decodes a query and encodes what it stands for. */
  readonly reencode: (query: string) => string
}

function underTest<Case>(
  page: PageName,
  codec: { readonly initial: Case; encode(shown: Case): string; decode(query: string): Case },
  cases: fc.Arbitrary<Case>,
  same: (a: Case, b: Case) => void,
): PageUnderTest {
  return {
    page,
    queries: cases.map((shown) => codec.encode(shown)),
    returns: fc.property(cases, (shown) => {
      same(codec.decode(codec.encode(shown)), shown)
    }),
    initial: codec.encode(codec.initial),
    reencode: (query) => codec.encode(codec.decode(query)),
  }
}

/** Every page with random cases. */
export function pagesUnderTest(same: (a: unknown, b: unknown) => void): readonly PageUnderTest[] {
  return [
    underTest("halving", halvingCodec, halving, same),
    underTest("pool", poolCodec, pool, same),
    underTest("consensus", consensusCodec, consensus, same),
    underTest("emission-split", emissionSplitCodec, emissionSplit, same),
    underTest("root-yield", rootYieldCodec, rootYield, same),
  ]
}
