import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { quoted, wordsOf } from "./commandLine.js"
import { parseTarget } from "./target.js"

describe("a target is named by one string", () => {
  it.each([
    "reference",
    "stdio:python3 main.py",
    "http://127.0.0.1:8080/",
    "https://example.org/rpc",
    "ws://127.0.0.1:8080/",
    "wss://example.org/rpc",
    "wasm:a.wasm",
  ])("%s", (text) => {
    expect(parseTarget(text).text).toBe(text)
  })

  it.each([
    ["", /is of no known form; write reference, .* wasm:FILE, runtime:FILE or substrate:ws:\/\/HOST:PORT/],
    ["ftp://x", /is of no known form/],
    ["referenc", /is of no known form/],
    ["stdio:", /names no command; write stdio:COMMAND/],
    ["stdio:   ", /names no command/],
    ["stdio:python3 'a", /has a quote that is not closed/],
    ["http://", /is not a URL; write http:\/\/HOST:PORT\//],
    ["ws://", /is not a URL; write ws:\/\/HOST:PORT\//],
    ["wasm:", /names no file; write wasm:FILE/],
    ["runtime:", /names no file; write runtime:FILE/],
    ["substrate:", /names no WebSocket; write substrate:ws:\/\/HOST:PORT/],
    ["substrate:http://127.0.0.1:9944", /names no WebSocket; write substrate:ws:\/\/HOST:PORT/],
  ])("%j is refused with a message that says what to write", (text, message) => {
    expect(() => parseTarget(text)).toThrow(message)
  })
})

it("a server whose clients share one trace is one instance, one that keeps them apart is as many as are wanted", () => {
  expect(parseTarget("http://127.0.0.1:8080/").mostInstances).toBe(1)
  expect(parseTarget("ws://127.0.0.1:8080/").mostInstances).toBeUndefined()
})

describe("the words of a command", () => {
  it("are split as in a shell", () => {
    expect(wordsOf("python3 'a b.py' --x=\"c \\\" d\" e\\ f ''")).toEqual(["python3", "a b.py", '--x=c " d', "e f", ""])
  })

  it("come back from their quoted form", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 })), (words) => {
        expect(wordsOf(words.map(quoted).join(" "))).toEqual(words)
      }),
    )
  })
})
