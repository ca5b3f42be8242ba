import { balancer } from "../../reference/forks/balancer.js"
import { Block } from "../../reference/interface/phase.js"
import { author } from "../../vectors/generators/scenarios/accounts.js"
import { parentHashOf } from "../../vectors/generators/scenarios/situation.js"
import { FIRST_BLOCK, growingNetwork } from "./growingNetwork.js"

/** How long blocks take on a network of so many subnets. */
export interface BlockTime {
  readonly subnets: number
  /** The mean, in milliseconds. */
  readonly milliseconds: number
}

/** A line through block times: so much for every block, and so much more for every subnet. */
export interface LinearFit {
  readonly milliseconds: number
  readonly millisecondsPerSubnet: number
  /** How much of the difference between times the line explains: 1 is all of it. */
  readonly explained: number
}

const WARM_UP = 3

/** Steps blocks with no calls on a generated network and takes the mean of their times. */
export function blockTime(subnets: number, blocks: number): BlockTime {
  const state = growingNetwork(subnets)
  let started = performance.now()
  for (let index = 0; index < WARM_UP + blocks; index++) {
    if (index === WARM_UP) started = performance.now()
    const number = BigInt(FIRST_BLOCK + index)
    const answer = new Block(balancer, state, { number, parentHash: parentHashOf(number), author }).initialize()
    if (!("result" in answer) || answer.result !== "ok") throw new Error(`block ${number} failed`)
    state.forgetHistory()
  }
  return { subnets, milliseconds: (performance.now() - started) / blocks }
}

/** The line with the least squares of differences. */
export function linearFit(times: readonly BlockTime[]): LinearFit {
  const mean = (of: (time: BlockTime) => number) => times.reduce((sum, time) => sum + of(time), 0) / times.length
  const subnets = mean((time) => time.subnets)
  const milliseconds = mean((time) => time.milliseconds)
  const spread = mean((time) => (time.subnets - subnets) ** 2)
  const together = mean((time) => (time.subnets - subnets) * (time.milliseconds - milliseconds))
  const differences = mean((time) => (time.milliseconds - milliseconds) ** 2)
  const millisecondsPerSubnet = together / spread
  return {
    milliseconds: milliseconds - millisecondsPerSubnet * subnets,
    millisecondsPerSubnet,
    explained: differences === 0 ? 1 : together ** 2 / (spread * differences),
  }
}
