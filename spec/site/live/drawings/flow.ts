/** One of the parts that something divides into. */
export interface FlowPart {
  readonly name: string
  readonly size: number
  /** The amount, for the reader. */
  readonly text: string
}

/** A band from the source on the left to a part on the right. Vertical places in pixels. */
export interface Band extends FlowPart {
  readonly fromTop: number
  readonly fromBottom: number
  readonly toTop: number
  readonly toBottom: number
  /** Of the whole, from 0 to 1. */
  readonly share: number
}

/** Room for two lines of text beside each part. */
const GAP = 36

/** The height of a drawing with so many parts. */
export function flowHeight(count: number): number {
  return count * (GAP + 24)
}

/** Places the parts below each other, as high as their sizes say, with room for their names between them. */
export function placeBands(parts: readonly FlowPart[]): readonly Band[] {
  const whole = parts.reduce((sum, { size }) => sum + size, 0)
  const height = flowHeight(parts.length)
  const room = height - parts.length * GAP
  let from = (height - room) / 2
  let to = GAP / 2
  return parts.map((part) => {
    const share = whole === 0 ? 0 : part.size / whole
    const breadth = share * room
    const band = { ...part, share, fromTop: from, fromBottom: from + breadth, toTop: to, toBottom: to + breadth }
    from += breadth
    to += breadth + GAP
    return band
  })
}
