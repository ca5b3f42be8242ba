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

/** Which functions of the model run, told by V8. It must begin before the model is loaded. */
export class FunctionMeter {
  readonly #session = new Session()
  #declared: readonly Profiler.ScriptCoverage[] = []

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
    this.#declared = this.#take()
  }

  /** What ran since the model was loaded. */
  finish(): RanFunctions {
    const afterwards = new Map(this.#take().map((script) => [script.scriptId, script]))
    this.#session.disconnect()
    const scripts = this.#declared.flatMap((script): readonly (readonly [string, RunningScript])[] => {
      const path = MODEL.exec(script.url)?.[1]
      const later = afterwards.get(script.scriptId)
      if (path === undefined) return []
      const hasRun = (count: number) => count > 0
      const declared = functionsOf(script, () => true)
      const ran = later === undefined ? [] : functionsOf(later, hasRun)
      return [[`${path}.ts`, { declared, loaded: functionsOf(script, hasRun), ran }]]
    })
    return new RanFunctions(new Map(scripts))
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
