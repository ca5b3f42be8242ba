import { type Profiler, Session } from "node:inspector"
import { SourcePlaces } from "./sourcePlaces.js"

/** Half-open ranges of the offsets of one script. */
type Ranges = readonly (readonly [start: number, end: number])[]

/** What of the model's scripts ran: by script, the ranges of code. */
export type Trail = ReadonlyMap<string, Ranges>

/** Where V8 tells a piece of code from its neighbours: an arm, a loop's body, what follows a return. */
export interface Piece {
  readonly script: string
  readonly start: number
}

/** The scripts whose coverage counts: the model's own rules. */
const RULES = /\/reference\/(?!interface\/|.*\/functions\.(?:ts|js)$|.*\/publicFunctions\/)/

/** What a function call runs of the model, told by V8's precise block coverage. */
export class CoverageMeter {
  readonly #session = new Session()
  readonly places = new SourcePlaces(this.#session)

  constructor() {
    this.#session.connect()
    this.#session.post("Debugger.enable")
    this.#session.post("Profiler.enable")
    this.#session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true })
  }

  /** What the call ran. */
  measure(call: () => void): Trail {
    this.#take()
    call()
    const trail = new Map<string, Ranges>()
    for (const script of this.#take()) {
      if (RULES.test(script.url)) trail.set(script.scriptId, rangesThatRan(script.functions))
    }
    return trail
  }

  close(): void {
    this.#session.disconnect()
  }

  #take(): readonly Profiler.ScriptCoverage[] {
    let taken: readonly Profiler.ScriptCoverage[] = []
    this.#session.post("Profiler.takePreciseCoverage", (error, { result }) => {
      if (error !== null) throw error
      taken = result
    })
    return taken
  }
}

/** Ranges are nested and an inner one overrules the one around it: they are painted from the outside in. */
function rangesThatRan(functions: readonly Profiler.FunctionCoverage[]): Ranges {
  const ranges = functions.flatMap(({ ranges: own }) => own)
  const edges = [...new Set(ranges.flatMap(({ startOffset, endOffset }) => [startOffset, endOffset]))].sort(ascending)
  const outermostFirst = ranges.sort((a, b) => a.startOffset - b.startOffset || b.endOffset - a.endOffset)
  const counts = new Map<number, number>()
  for (const { startOffset, endOffset, count } of outermostFirst) {
    for (const edge of edges) if (edge >= startOffset && edge < endOffset) counts.set(edge, count)
  }
  return edges.flatMap((edge, index) =>
    (counts.get(edge) ?? 0) > 0 ? [[edge, edges[index + 1] ?? edge] as const] : [],
  )
}

function ascending(a: number, b: number): number {
  return a - b
}

function includes(ranges: Ranges | undefined, offset: number): boolean {
  return ranges?.some(([start, end]) => offset >= start && offset < end) ?? false
}

/** Every piece of code that at least one of the trails tells from its neighbours. */
export function piecesOf(trails: readonly Trail[]): readonly Piece[] {
  const starts = new Map<string, Set<number>>()
  for (const trail of trails) {
    for (const [script, ranges] of trail) {
      const known = starts.get(script) ?? new Set()
      for (const [start, end] of ranges) known.add(start).add(end)
      starts.set(script, known)
    }
  }
  return [...starts].flatMap(([script, offsets]) => [...offsets].sort(ascending).map((start) => ({ script, start })))
}

/** Whether the piece of code ran. */
export function ran(trail: Trail, { script, start }: Piece): boolean {
  return includes(trail.get(script), start)
}
