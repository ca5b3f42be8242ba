import type { Session } from "node:inspector"
import { SourceMap, type SourceMapPayload } from "node:module"
import { relative } from "node:path"
import { fileURLToPath } from "node:url"
import { packageFolder } from "../../../harness/packageFolder.js"

const INLINE_MAP = /\/\/# sourceMappingURL=data:application\/json[^,]*;base64,([A-Za-z0-9+/=]+)\s*$/
const LONGEST_EXCERPT = 100

interface Script {
  readonly url: string
  readonly lineStarts: readonly number[]
  readonly map: SourceMap | undefined
  readonly lines: readonly string[]
}

function lineStartsOf(text: string): readonly number[] {
  const starts = [0]
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1)
  return starts
}

function payloadOf(source: string): SourceMapPayload | undefined {
  const encoded = INLINE_MAP.exec(source)?.[1]
  return encoded === undefined ? undefined : JSON.parse(Buffer.from(encoded, "base64").toString("utf8"))
}

/** Says of a place in a running script which place of the source it is. */
export class SourcePlaces {
  readonly #session: Session
  readonly #urls = new Map<string, string>()
  readonly #scripts = new Map<string, Script>()

  constructor(session: Session) {
    this.#session = session
    session.on("Debugger.scriptParsed", ({ params: { scriptId, url } }) => this.#urls.set(scriptId, url))
  }

  /** `reference/<chapter>/<file>.ts: <the text that begins there>`, which stays when lines are put in above it. */
  describe(scriptId: string, offset: number): string {
    const script = this.#script(scriptId)
    const file = relative(packageFolder, fileURLToPath(script.url))
    return `${file}: ${this.#excerpt(script, offset)}`
  }

  #excerpt({ lineStarts, map, lines }: Script, offset: number): string {
    const line = lineStarts.findLastIndex((start) => start <= offset)
    const entry = map?.findEntry(line, offset - (lineStarts[line] ?? 0))
    if (entry === undefined || !("originalLine" in entry)) return `offset ${offset}`
    const text = (lines[entry.originalLine] ?? "").slice(entry.originalColumn).trim()
    const before = (lines[entry.originalLine - 1] ?? "").trim()
    return (/\w/.test(text) ? text : `after ${before}`).slice(0, LONGEST_EXCERPT)
  }

  #script(scriptId: string): Script {
    const known = this.#scripts.get(scriptId)
    if (known !== undefined) return known
    const source = this.#sourceOf(scriptId)
    const payload = payloadOf(source)
    const script = {
      url: this.#urls.get(scriptId) ?? "",
      lineStarts: lineStartsOf(source),
      map: payload === undefined ? undefined : new SourceMap(payload),
      lines: (payload?.sourcesContent[0] ?? source).split("\n"),
    }
    this.#scripts.set(scriptId, script)
    return script
  }

  #sourceOf(scriptId: string): string {
    let source = ""
    this.#session.post("Debugger.getScriptSource", { scriptId }, (error, { scriptSource }) => {
      if (error !== null) throw error
      source = scriptSource
    })
    return source
  }
}
