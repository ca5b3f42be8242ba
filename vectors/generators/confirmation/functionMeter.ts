import { type Profiler, Session } from "node:inspector"

/** A function of a running script. */
interface RunningFunction {
  readonly name: string
  readonly start: number
  readonly end: number
}

interface RunningScript {
  readonly declared: readonly RunningFunction[]
  /** Those that ran while the model was loaded: they made what the others work with. */
  readonly loaded: readonly RunningFunction[]
  readonly ran: readonly RunningFunction[]
}

interface LoadedScript extends Pick<RunningScript, "declared" | "loaded"> {
  readonly id: string
  readonly file: string
}

const MODEL = /\/(reference\/.*)\.(?:ts|js)$/

function functionsOf(
  script: Profiler.ScriptCoverage,
  isWanted: (count: number) => boolean,
): readonly RunningFunction[] {
  return script.functions.flatMap(({ functionName, ranges: [range] }) =>
    range !== undefined && isWanted(range.count)
      ? [{ name: functionName, start: range.startOffset, end: range.endOffset }]
      : [],
  )
}

function hasRun(count: number): boolean {
  return count > 0
}

/** Which functions of the model run, told by V8. It must begin before the model is loaded. */
export class FunctionMeter {
  readonly #session = new Session()
  #loaded: readonly LoadedScript[] = []

  constructor() {
    this.#session.connect()
    this.#session.post("Profiler.enable")
    this.#session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false })
  }

  #take(): readonly Profiler.ScriptCoverage[] {
    let taken: readonly Profiler.ScriptCoverage[] = []
    this.#session.post("Profiler.takePreciseCoverage", (error, { result }) => {
      if (error !== null) throw error
      taken = result
    })
    return taken
  }

  /** Notes which functions there are, and forgets what ran while the model was loaded. */
  modelIsLoaded(): void {
    this.#loaded = this.#take().flatMap((script) => {
      const path = MODEL.exec(script.url)?.[1]
      if (path === undefined) return []
      const declared = functionsOf(script, () => true)
      return [{ id: script.scriptId, file: `${path}.ts`, declared, loaded: functionsOf(script, hasRun) }]
    })
  }

  /** What ran since the model was loaded, or since this was last asked. */
  ranSince(): RanFunctions {
    const afterwards = new Map(this.#take().map((script) => [script.scriptId, script]))
    const scripts = this.#loaded.map(({ id, file, declared, loaded }): readonly [string, RunningScript] => {
      const later = afterwards.get(id)
      return [file, { declared, loaded, ran: later === undefined ? [] : functionsOf(later, hasRun) }]
    })
    return new RanFunctions(new Map(scripts))
  }

  /** What ran since the model was loaded, or since that was last asked; nothing is measured any more. */
  finish(): RanFunctions {
    const ran = this.ranSince()
    this.#session.disconnect()
    return ran
  }
}

/** The functions of the model that ran. */
export class RanFunctions {
  readonly #scripts: ReadonlyMap<string, RunningScript>

  constructor(scripts: ReadonlyMap<string, RunningScript>) {
    this.#scripts = scripts
  }

  /**
   * Whether a function, named as clauses name it, or one inside it, ran. A name that stands for no function, but for a
   * value with functions, counts as run if any function of its file ran; and so does a function that made such values
   * when the model was loaded.
   */
  has(name: string): boolean {
    const [file = "", short = ""] = name.split("#")
    const script = this.#scripts.get(file)
    if (script === undefined) return false
    const declared = script.declared.filter((candidate) => candidate.name === short)
    const isMaker = declared.length === 0 || script.loaded.some((candidate) => candidate.name === short)
    if (isMaker && script.ran.length > 0) return true
    return declared.some(({ start, end }) => script.ran.some((inner) => inner.start >= start && inner.end <= end))
  }
}
