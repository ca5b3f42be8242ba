import type { VectorFile } from "../model/vectorFile.js"

/** Saves a file of vectors on the reader's machine. */
export function download({ name, text }: VectorFile): void {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
