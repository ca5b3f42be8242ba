import { parseJson } from "./json/jsonReader"
import { writeJson } from "./json/jsonWriter"
import { respond } from "./respond"

/** The last answer; kept here so that it stays alive until the next one. */
let answer = new ArrayBuffer(0)

/** Gives the address of so many free bytes, for a request. */
export function alloc(length: i32): usize {
  return heap.alloc(length)
}

/** Takes a request in UTF-8 and gives the answer: its address, shifted left by 32 bits, and its length. */
export function handle(address: usize, length: i32): u64 {
  const request = parseJson(String.UTF8.decodeUnsafe(address, length))
  heap.free(address)
  if (request === null) throw new Error("the request is no JSON")
  answer = String.UTF8.encode(writeJson(respond(request)))
  __collect()
  return ((<u64>changetype<usize>(answer)) << 32) | answer.byteLength
}
