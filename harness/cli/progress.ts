import { Presets, SingleBar } from "cli-progress"

/** How a long run shows that it goes on. */
export interface Progress {
  begin(title: string, total: number, unit?: string): void
  advance(): void
  end(summary: string): void
}

/** A bar, for a terminal. */
function bar(): Progress {
  const single = new SingleBar(
    { format: "{title} {bar} {value}/{total}", clearOnComplete: true, hideCursor: true, etaBuffer: 50 },
    Presets.shades_classic,
  )
  return {
    begin: (title, total) => single.start(total, 0, { title }),
    advance: () => single.increment(),
    end: (summary) => {
      single.stop()
      process.stderr.write(`${summary}\n`)
    },
  }
}

/** A line at the beginning, at every quarter and at the end, for logs. */
function lines(): Progress {
  let title = ""
  let total = 0
  let done = 0
  return {
    begin: (newTitle, newTotal, unit = "vectors") => {
      title = newTitle
      total = newTotal
      done = 0
      process.stderr.write(`${title}: ${total} ${unit}\n`)
    },
    advance: () => {
      done++
      const quarters = Math.floor((4 * done) / total)
      if (done < total && quarters > Math.floor((4 * (done - 1)) / total)) {
        process.stderr.write(`${title}: ${done} of ${total}\n`)
      }
    },
    end: (summary) => {
      process.stderr.write(`${summary}\n`)
    },
  }
}

/** Progress goes to standard error, so that standard output holds only the result. */
export function progressFor(stream: { readonly isTTY?: boolean }): Progress {
  return stream.isTTY === true && process.env.CI === undefined ? bar() : lines()
}
