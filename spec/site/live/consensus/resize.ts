import { type ConsensusCase, type Grid, MOST_MINERS, MOST_VALIDATORS } from "./consensusCase.js"

/** A case with a row or a column more or fewer. What is new has stake 1000, and no weights or bonds. */
export type Resize = (shown: ConsensusCase) => ConsensusCase

const NEW_STAKE = 1_000n

function mapGrids(shown: ConsensusCase, change: (grid: Grid) => Grid): ConsensusCase {
  return { ...shown, weights: change(shown.weights), bonds: change(shown.bonds) }
}

export const addValidator: Resize = (shown) => {
  if (shown.stakes.length >= MOST_VALIDATORS) return shown
  const row = (shown.weights[0] ?? []).map(() => 0n)
  return { ...mapGrids(shown, (grid) => [...grid, row]), stakes: [...shown.stakes, NEW_STAKE] }
}

export const removeValidator: Resize = (shown) => {
  if (shown.stakes.length <= 1) return shown
  return { ...mapGrids(shown, (grid) => grid.slice(0, -1)), stakes: shown.stakes.slice(0, -1) }
}

export const addMiner: Resize = (shown) => {
  if ((shown.weights[0]?.length ?? 0) >= MOST_MINERS) return shown
  return mapGrids(shown, (grid) => grid.map((row) => [...row, 0n]))
}

export const removeMiner: Resize = (shown) => {
  if ((shown.weights[0]?.length ?? 0) <= 1) return shown
  return mapGrids(shown, (grid) => grid.map((row) => row.slice(0, -1)))
}
