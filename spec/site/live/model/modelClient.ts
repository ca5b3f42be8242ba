import type { Outcome } from "./livePage.js"
import type { PageName } from "./livePages.js"
import type { WorkerRequest } from "./messages.js"

/** The model in its own thread. Of several cases asked one after the other only the last is answered. */
export class ModelClient<View> {
  readonly #worker = new Worker(new URL("./modelWorker.ts", import.meta.url), { type: "module" })
  readonly #page: PageName
  #asked = 0

  constructor(page: PageName, answered: (outcome: Outcome<View>) => void, failed: (why: string) => void) {
    this.#page = page
    this.#worker.onmessage = ({ data }) => {
      if (data.id !== this.#asked) return
      if ("defect" in data) failed(data.defect)
      else answered(data.outcome)
    }
    this.#worker.onerror = () => failed("the model could not be loaded: reload the page")
  }

  ask(query: string): void {
    this.#asked += 1
    const request: WorkerRequest = { id: this.#asked, page: this.#page, query }
    this.#worker.postMessage(request)
  }

  close(): void {
    this.#worker.terminate()
  }
}
