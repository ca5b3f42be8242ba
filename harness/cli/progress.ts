import { Presets, SingleBar } from "cli-progress"

/** How a long run shows that it goes on. */
export interface Progress {
  begin(title: string, total: number, unit?: string): void
  advance(): void
  /** Says what goes on meanwhile. */
  note(text: string): void
  end(summary: string): void
}

/** Counts what is done, and how fast. */
class Pace {
  readonly #unit: string
  readonly #started = performance.now()
  #last = this.#started
  done = 0

  constructor(unit: string) {
    this.#unit = unit
  }

  advance(): void {
    this.done++
    this.#last = performance.now()
  }

  /** How many a second, on average up to the last one. */
  text(): string {
    const seconds = Math.max(0.001, (this.#last - this.#started) / 1000)
    const rate = this.done / seconds
    return `${rate < 10 ? rate.toFixed(1) : Math.round(rate)} ${this.#unit}/s`
  }
}

const VECTORS = "vectors"

/** A bar, for a terminal. */
function bar(): Progress {
  const single = new SingleBar(
    { format: "{title} {bar} {value}/{total}  {pace}{note}", clearOnComplete: true, hideCursor: true, etaBuffer: 50 },
    Presets.shades_classic,
  )
  let pace = new Pace(VECTORS)
  process.once("exit", () => {
    if (single.isActive) single.stop() // which shows the cursor again
  })
  return {
    begin: (title, total, unit = VECTORS) => {
      pace = new Pace(unit)
      single.start(total, 0, { title, pace: pace.text(), note: "" })
    },
    advance: () => {
      pace.advance()
      single.increment({ pace: pace.text() })
    },
    note: (text) => single.update({ note: `  ${text}` }),
    end: (summary) => {
      single.stop()
      process.stderr.write(`${summary}, ${pace.text()}\n`)
    },
  }
}

/** A line at the beginning, at every quarter and at the end, for logs. */
function lines(): Progress {
  let title = ""
  let total = 0
  let pace = new Pace(VECTORS)
  return {
    begin: (newTitle, newTotal, unit = VECTORS) => {
      title = newTitle
      total = newTotal
      pace = new Pace(unit)
      process.stderr.write(`${title}: ${total} ${unit}\n`)
    },
    advance: () => {
      pace.advance()
      const { done } = pace
      const quarters = Math.floor((4 * done) / total)
      if (done < total && quarters > Math.floor((4 * (done - 1)) / total)) {
        process.stderr.write(`${title}: ${done} of ${total}, ${pace.text()}\n`)
      }
    },
    note: (text) => {
      process.stderr.write(`${title}: ${text}\n`)
    },
    end: (summary) => {
      process.stderr.write(`${summary}, ${pace.text()}\n`)
    },
  }
}

/** Progress goes to standard error, so that standard output holds only the result. */
export function progressFor(stream: { readonly isTTY?: boolean }): Progress {
  return stream.isTTY === true && process.env.CI === undefined ? bar() : lines()
}
