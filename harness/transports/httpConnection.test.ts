import { createServer, type RequestListener, type Server } from "node:http"
import { afterEach, describe, expect, it } from "vitest"
import { HttpConnection } from "./httpConnection.js"

const servers: Server[] = []

function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      resolve(`http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/`)
    })
  })
}

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close()
    server.closeAllConnections()
  }
})

describe("an implementation behind HTTP", () => {
  it("gets the message as the body of a POST and answers with a body", async () => {
    const url = await serve((request, response) => {
      request.setEncoding("utf8").on("data", (body) => response.end(`${request.method} ${body}`))
    })
    expect(await new HttpConnection(url).exchange("ping")).toBe("POST ping")
  })

  it("is broken when it answers with another status than 200", async () => {
    const url = await serve((_, response) => response.writeHead(500).end("sorry"))
    await expect(new HttpConnection(url).exchange("ping")).rejects.toThrow(`${url} answered with HTTP status 500`)
  })

  it("is broken when it ends in the middle of its answer", async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { "content-length": "1000" })
      response.write("half")
      setTimeout(() => response.destroy(), 50)
    })
    await expect(new HttpConnection(url).exchange("ping")).rejects.toThrow(/broke off in the middle of its answer/)
  })

  it("is broken when its answer never ends", async () => {
    const megabyte = Buffer.alloc(1024 * 1024, 0x61)
    const url = await serve((_, response) => {
      const pour = () => {
        while (!response.destroyed && response.write(megabyte));
        response.once("drain", pour)
      }
      pour()
    })
    await expect(new HttpConnection(url).exchange("ping")).rejects.toThrow(/longer than 67108864 bytes/)
  })

  it("is not followed elsewhere", async () => {
    const url = await serve((_, response) => response.writeHead(302, { location: "http://127.0.0.1:9/" }).end())
    await expect(new HttpConnection(url).exchange("ping")).rejects.toThrow(/cannot be reached/)
  })

  it("stops waiting when it is closed", async () => {
    const url = await serve(() => undefined)
    const connection = new HttpConnection(url)
    const answer = connection.exchange("ping")
    await connection.close()
    await expect(answer).rejects.toThrow(/cannot be reached/)
  })
})
