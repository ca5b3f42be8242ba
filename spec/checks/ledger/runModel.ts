import type { Vector } from "../../../harness/runner/vector.js"
import type { ModelSession } from "../../../reference/interface/modelSession.js"
import type { PublicFunction } from "../../../reference/interface/publicFunction.js"
import { type InstrumentedModel, instrumentModel, type Site } from "./instrumentModel.js"
import { type Deviation, Recorder } from "./recorder.js"

interface Door {
  readonly openSession: (fork: string) => ModelSession
  readonly functionTable: ReadonlyMap<string, PublicFunction>
}

/** A site at which a vector's run gives something else than the exact result. */
export interface Rounded extends Site {
  readonly deviation: Deviation
}

/** The model, with an eye on every operation that rounds. */
export interface WatchedModel {
  /** Runs a vector; says where something was rounded. */
  run(vector: Vector): readonly Rounded[]
  remove(): void
}

async function doorOf(model: InstrumentedModel): Promise<Door> {
  const { openSession }: Pick<Door, "openSession"> = await import(model.moduleAt("reference/interface/openSession.ts"))
  const { functionTable }: Pick<Door, "functionTable"> = await import(
    model.moduleAt("reference/interface/functionTable.ts")
  )
  return { openSession, functionTable }
}

function runVector({ openSession, functionTable }: Door, vector: Vector): void {
  if (vector.kind === "function") {
    functionTable.get(vector.function)?.call(vector.input)
    return
  }
  const { input } = vector
  const session = openSession(vector.fork)
  session.load(input.state)
  for (const block of "blocks" in input ? input.blocks : [input]) session.step(block)
}

/** Loads a copy of the model that tells where it rounds. */
export async function watchModel(): Promise<WatchedModel> {
  const model = instrumentModel()
  const recorder = new Recorder(model.sites)
  Object.assign(globalThis, { recordRounding: recorder })
  const door = await doorOf(model)
  recorder.take() // what was rounded while the model was loaded belongs to no vector
  return {
    run: (vector) => {
      runVector(door, vector)
      return [...recorder.take()].flatMap(([index, deviation]) => {
        const site = model.sites[index]
        return site === undefined ? [] : [{ ...site, deviation }]
      })
    },
    remove: model.remove,
  }
}
