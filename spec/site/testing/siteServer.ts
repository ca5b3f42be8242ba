import { createReadStream, existsSync, statSync } from "node:fs"
import { createServer, type Server } from "node:http"
import { extname, join } from "node:path"

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
}

/** A server of files on this machine's own address. */
export interface SiteServer {
  /** Without a slash at its end. */
  readonly address: string
  close(): Promise<void>
}

function serverOf(folder: string): Server {
  return createServer(({ url = "/" }, response) => {
    const named = join(folder, decodeURIComponent(new URL(url, "http://localhost").pathname))
    const path = existsSync(named) && statSync(named).isDirectory() ? join(named, "index.html") : named
    if (!existsSync(path)) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream" })
    createReadStream(path).pipe(response)
  })
}

/** Serves the files of a folder, as any host of static files would. */
export async function serveSite(folder: string): Promise<SiteServer> {
  const server = serverOf(folder)
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  if (address === null || typeof address === "string") throw new Error("the server has no port")
  return {
    address: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
