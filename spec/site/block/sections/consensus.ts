import type { SparseMatrix } from "../../../../reference/consensus/sparseMatrix.js"
import { barList } from "../drawings/bars.js"
import { type HeatCell, heatMap } from "../drawings/heatMap.js"
import { ofI32F32, percent } from "../quantities.js"
import type { Walk } from "../walk.js"

interface Shown {
  readonly voters: readonly number[]
  readonly columns: readonly number[]
}

/** The uids whose rows say something, and those of whom something is said. */
function shownOf(weights: SparseMatrix): Shown {
  const voters = weights.flatMap((row, uid) => (row.length > 0 ? [uid] : []))
  const columns = weights.flatMap((row) => row.flatMap(([uid, value]) => (value > 0n ? [uid] : [])))
  return { voters, columns: [...new Set(columns)].sort((a, b) => a - b) }
}

function valueAt(matrix: SparseMatrix, row: number, column: number): bigint {
  return matrix[row]?.find(([uid]) => uid === column)?.[1] ?? 0n
}

function cellOf(value: bigint, most: bigint, isMarked: boolean): HeatCell | undefined {
  if (value === 0n && !isMarked) return undefined
  return { heat: Number(value) / Number(most), text: ofI32F32(value).toFixed(4), isMarked }
}

function matrixOf(name: string, matrix: SparseMatrix, { voters, columns }: Shown, tone: string, former?: SparseMatrix) {
  const values = voters.map((voter) => columns.map((column) => valueAt(matrix, voter, column)))
  const most = values.flat().reduce((greatest, value) => (value > greatest ? value : greatest), 1n)
  const wasCut = (row: number, column: number, value: bigint) =>
    former !== undefined && valueAt(former, voters[row] ?? 0, columns[column] ?? 0) > value
  return heatMap({
    name,
    rowNames: voters.map((uid) => `validator ${uid}`),
    columnNames: columns.map((uid) => `uid ${uid}`),
    cells: values.map((row, at) => row.map((value, column) => cellOf(value, most, wasCut(at, column, value)))),
    tone,
  })
}

function bars(name: string, values: readonly bigint[], uids: readonly number[], word: string, tone: string): string {
  return barList(
    name,
    uids.map((uid) => {
      const fraction = ofI32F32(values[uid] ?? 0n)
      return { label: `${word} ${uid}`, length: fraction, text: percent(fraction, 2), tone }
    }),
  )
}

/** What the validators agree on, and what follows for miners and validators. */
export function consensusSection({ epoch }: Walk): string {
  const { checkpoints: steps } = epoch.epoch
  const shown = shownOf(steps.weights)
  const earning = steps.incentive.flatMap((value, uid) => (value > 0n ? [uid] : []))
  const kappa = percent(epoch.input.kappa / 65535)
  return `## 6. Consensus {#consensus}

### Stake {#stake}

A validator counts by its stake: its alpha on the subnet and, weighted down, its TAO on root, made to sum to one over those that are active and have a permit
([consensus-04](~/rules/consensus.html#consensus-04), [consensus-05](~/rules/consensus.html#consensus-05), [consensus-07](~/rules/consensus.html#consensus-07)).

${bars("Active stake", steps.activeStake, shown.voters, "validator", "tao")}

### Weights {#weights}

What share of the reward each validator thinks that each neuron deserves, each row made to sum to one. What a neuron says of itself and what is
outdated is dropped first ([consensus-08](~/rules/consensus.html#consensus-08)).

${matrixOf("Weights by validator and neuron", steps.weights, shown, "tao")}

### Agreement {#agreement}

Consensus on a neuron is the weight that validators with more than ${kappa} of the stake give it or exceed: the weighted median of its column
([consensus-10](~/rules/consensus.html#consensus-10), [consensus-11](~/rules/consensus.html#consensus-11)). One validator holds well over half of the stake here, so consensus is what it says.

${bars("Consensus", steps.consensus, shown.columns, "neuron", "root")}

Weights above consensus are cut down to it ([consensus-12](~/rules/consensus.html#consensus-12)); the framed ones were.

${matrixOf("Weights after clipping, framed where they were cut", steps.clippedWeights, shown, "tao", steps.weights)}

### Incentive {#incentive}

The clipped weights of a column, each times its validator's stake, summed and made to sum to one: what the neuron deserves as a miner
([consensus-13](~/rules/consensus.html#consensus-13)).

${bars("Incentive", steps.incentive, earning, "neuron", "alpha")}

### Bonds and dividends {#bonds}

A validator is paid for having backed, early and long, the neurons that earn. Its bonds follow its clipped weights slowly, as a moving average
([consensus-18](~/rules/consensus.html#consensus-18)):

${matrixOf("Bonds by validator and neuron", steps.bonds, shown, "root")}

Its dividends are its share of each neuron's bonds times the neuron's incentive, times its own stake, made to sum to one: this subnet runs Yuma 3
([consensus-20](~/rules/consensus.html#consensus-20)).

${bars("Dividends", steps.dividends, shown.voters, "validator", "tao")}`
}
