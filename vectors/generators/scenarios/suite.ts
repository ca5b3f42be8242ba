import type { VectorFile } from "../generator.js"
import { all, type Change, type Situation } from "./situation.js"

/** What the last step of a scenario gives: "ok", or the chain's name of the refusal. */
export type Outcome = string

/** One scenario of a file: a block on a chain, and what its last step must give. */
export interface Scenario {
  /** What is particular about it; its id comes from this. */
  readonly name: string
  readonly situation: Situation
  readonly gives: Outcome
  readonly clauses: readonly string[]
  /** The name of the accepted scenario that differs in one input, for a refusal. */
  readonly sibling?: string
  /** The scenarios that break one rule each, of which this one breaks all; the one that wins first. */
  readonly mixes?: readonly string[]
  /** The call refuses everybody. */
  readonly isAlways?: true
}

/** The scenarios of one file of vectors. */
export interface Suite extends Pick<VectorFile, "chapter" | "name"> {
  /** What the file is about, as in "add_stake": comments begin with it. */
  readonly title: string
  readonly scenarios: readonly Scenario[]
}

/** The fork whose chain the scenarios of a suite are about. */
export function forkOf({ name, scenarios }: Suite): string {
  const [fork, ...more] = new Set(scenarios.map(({ situation }) => situation.state.declarations.fork))
  if (fork === undefined || more.length > 0) throw new Error(`the scenarios of ${name} are not of one fork`)
  return fork
}

/** A rule that a call can break. */
export interface BrokenRule {
  /** How it is broken, in a few words. */
  readonly name: string
  readonly change: Change
  readonly error: string
  /** The clause that the rule stands in, where it is not the call's own. */
  readonly clauses?: readonly string[]
  /** Whether it and the rule after it are broken by the same input, so that they can't be broken together. */
  readonly excludesNext?: true
}

/** An accepted scenario. */
export function accepted(name: string, clauses: readonly string[], situation: Situation): Scenario {
  return { name, clauses, situation, gives: "ok" }
}

/** A scenario of a call that refuses everybody. */
export function alwaysRefused(
  name: string,
  clauses: readonly string[],
  situation: Situation,
  gives: Outcome,
): Scenario {
  return { name, clauses, situation, gives, isAlways: true }
}

/** What came of changing an accepted scenario while it stays accepted. */
export function variant(of: Scenario, name: string, change: Change, clauses = of.clauses): Scenario {
  return accepted(name, clauses, change(of.situation))
}

function refusal(of: Scenario, { name, change, error, clauses }: BrokenRule): Scenario {
  return { name, situation: change(of.situation), gives: error, clauses: clauses ?? of.clauses, sibling: of.name }
}

/**
 * What breaks two rules of an accepted scenario at once, of which the first wins; each is broken alone elsewhere. Where
 * the two changes don't break both rules together, another one does, of the same inputs.
 */
export function both(of: Scenario, first: BrokenRule, second: BrokenRule, change?: Change): Scenario {
  return {
    name: `${first.name} and ${second.name}`,
    situation: (change ?? all(second.change, first.change))(of.situation),
    gives: first.error,
    clauses: [...new Set([...(first.clauses ?? of.clauses), ...(second.clauses ?? of.clauses)])],
    mixes: [first.name, second.name],
  }
}

/**
 * The scenarios that break each of an accepted scenario's rules, given in the order in which they are checked, and
 * those that break two neighbours at once.
 */
export function refusals(of: Scenario, rules: readonly BrokenRule[]): readonly Scenario[] {
  const pairs = rules.flatMap((rule, index) => {
    const next = rules[index + 1]
    const isPair = next !== undefined && next.error !== rule.error && !rule.excludesNext
    return isPair ? [both(of, rule, next)] : []
  })
  return [...rules.map((rule) => refusal(of, rule)), ...pairs]
}
