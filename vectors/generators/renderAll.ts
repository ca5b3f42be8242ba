import { stemOf, type VectorFile } from "./generator.js"
import { generatorTable } from "./generatorTable.js"
import { renderIndex } from "./renderIndex.js"
import { type RenderedFile, renderVectors } from "./renderVectors.js"

function byPath(a: VectorFile, b: VectorFile): number {
  const [first, second] = [stemOf(a), stemOf(b)]
  return first < second ? -1 : first > second ? 1 : 0
}

/** Every generated file, in the order of their paths. Throws when two generators write the same file. */
export function generatedFiles(): readonly VectorFile[] {
  const files = generatorTable.flatMap((generator) => [...generator.files()]).sort(byPath)
  for (const [index, file] of files.entries()) {
    const next = files[index + 1]
    if (next !== undefined && stemOf(next) === stemOf(file)) {
      throw new Error(`two generators write vectors/${stemOf(file)}.json`)
    }
  }
  return files
}

/** Every file that generation writes: the vectors and their index. */
export function renderAll(): readonly RenderedFile[] {
  const rendered = generatedFiles().map((file) => [file, renderVectors(file)] as const)
  return [...rendered.map(([, file]) => file), renderIndex(rendered)]
}
