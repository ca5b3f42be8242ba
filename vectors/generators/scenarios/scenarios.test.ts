import { describe, expect, it } from "vitest"
import type { Vector } from "../../../harness/runner/vector.js"
import { SubtensorModuleCalls } from "../../../reference/state/calls.js"
import { SubnetTAO, SubtokenEnabled, Tempo } from "../../../reference/state/storage/subtensorModule.js"
import { alice, validator1 } from "./accounts.js"
import { rao, tao } from "./amounts.js"
import { watch } from "./cuts/watchedState.js"
import { differingInputs } from "./differences.js"
import { market, OTHER, SUBNET } from "./market.js"
import {
  all,
  argument,
  blockOn,
  by,
  type Change,
  callBy,
  inputOf,
  type Situation,
  signed,
  stored,
} from "./situation.js"
import { accepted, refusals, type Suite } from "./suite.js"
import { vectorsOfSuite } from "./transitionVectors.js"

const staking: Situation = blockOn(market(), [
  callBy(signed(alice), SubtensorModuleCalls.add_stake, { hotkey: validator1, netuid: SUBNET, amount_staked: tao(1) }),
])

const disabled = stored((state) => SubtokenEnabled.set(state, SUBNET, false))

function differenceOf(change: Change): readonly string[] {
  return differingInputs(inputOf(staking), inputOf(change(staking)))
}

function suiteOf(scenarios: Suite["scenarios"]): Suite {
  return { chapter: "staking", name: "tried", title: "tried", scenarios }
}

const usual = accepted("usual", ["staking-30"], staking)

describe("the inputs in which two transitions differ", () => {
  it.each([
    ["an argument", argument("amount_staked", "7"), 'steps[0].call["SubtensorModule.add_stake"].amount_staked'],
    ["an origin", by("root"), "steps[0].origin"],
    ["a stored value", disabled, 'state["SubtensorModule.SubtokenEnabled"]["1"]'],
    [
      "an item with nothing else in it",
      stored((state) => Tempo.set(state, SUBNET, 5)),
      'state["SubtensorModule.Tempo"]',
    ],
    ["the author", (situation: Situation) => ({ ...situation, author: undefined }), "blockAuthor"],
  ])("are one for %s", (_, change, path) => {
    expect(differenceOf(change)).toEqual([path])
  })

  it("are two for two", () => {
    expect(differenceOf(all(disabled, argument("amount_staked", "7")))).toHaveLength(2)
  })
})

describe("a suite", () => {
  it("names the accepted sibling of a refusal, and the refusals that a precedence mixes", () => {
    const rules = [
      { name: "not started", change: disabled, error: "SubtensorModule.SubtokenDisabled" },
      { name: "nothing", change: argument("amount_staked", "0"), error: "SubtensorModule.AmountTooLow" },
    ]
    const { vectors } = vectorsOfSuite(suiteOf([usual, ...refusals(usual, rules)]))
    const siblingOf = (refusal: Vector["refusal"]) =>
      refusal !== undefined && "accepted" in refusal ? refusal.accepted : undefined
    expect(vectors.map(({ refusal, precedence }) => siblingOf(refusal) ?? precedence?.alone ?? "accepted")).toEqual([
      "accepted",
      "balancer/staking/tried/usual",
      "balancer/staking/tried/usual",
      ["balancer/staking/tried/not-started", "balancer/staking/tried/nothing"],
    ])
    expect(vectors.at(-1)?.precedence?.breaks).toEqual([
      "SubtensorModule.SubtokenDisabled",
      "SubtensorModule.AmountTooLow",
    ])
  })

  it("is refused when a scenario does not give what it promises", () => {
    expect(() => vectorsOfSuite(suiteOf([{ ...usual, gives: "BadOrigin" }]))).toThrow('"usual" gives ok, not BadOrigin')
  })

  it("is refused when a refusal differs from its sibling in more than one input", () => {
    const rule = { name: "both", change: all(disabled, by("root")), error: "BadOrigin" }
    expect(() => vectorsOfSuite(suiteOf([usual, ...refusals(usual, [rule])]))).toThrow(
      '"both" differs from "usual" in ',
    )
  })
})

describe("a watched state", () => {
  it("keeps what was read, written or looked for, as it was before", () => {
    const { state, touched } = watch(staking.state)
    SubnetTAO.set(state, SUBNET, rao(5))
    expect(SubnetTAO.get(state, SUBNET)).toBe(5n)
    expect([...touched().toRaw()]).toEqual(
      [...staking.state.toRaw()].filter(([key]) => key.endsWith("0100") && key.startsWith(SubnetTAO.prefix)),
    )
    expect(SubnetTAO.get(touched(), SUBNET)).toBe(tao(1_000))
    expect(SubnetTAO.has(touched(), OTHER)).toBe(false)
  })

  it("keeps every key that an iteration gave", () => {
    const { state, touched } = watch(staking.state)
    expect(SubnetTAO.entries(state)).toHaveLength(2)
    expect(SubnetTAO.entries(touched())).toHaveLength(2)
  })
})
