import { readFile } from "node:fs/promises"
import { gunzipSync } from "node:zlib"
import { fromHex } from "../../../reference/state/scaleTypes.js"

const GZIP = [0x1f, 0x8b]
const META = "meta"
const HEX = /^(?:0x)?((?:[0-9a-f]{2})+)$/i

function unpacked(bytes: Buffer): Buffer {
  return GZIP.every((byte, index) => bytes[index] === byte) ? gunzipSync(bytes) : bytes
}

/** The metadata of a file: raw SCALE or hexadecimal text, gzipped or not. Throws an Error that says what is wrong. */
export async function readMetadataFile(file: string): Promise<Uint8Array> {
  const bytes = unpacked(
    await readFile(file).catch(() => {
      throw new Error(`there is no readable file ${file}`)
    }),
  )
  if (bytes.subarray(0, META.length).toString("latin1") === META) return bytes
  const digits = HEX.exec(bytes.toString("latin1").trim())?.[1]
  if (digits === undefined) throw new Error(`${file} holds neither SCALE metadata nor its hexadecimal text`)
  return fromHex(`0x${digits.toLowerCase()}`)
}
