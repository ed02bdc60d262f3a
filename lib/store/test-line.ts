import { connect, createServer, type Socket } from 'node:net'

/** The network between Hotsheet and a database on this machine, made to fail. */
export interface Line {
  /** The URL of a database, by way of this line. */
  urlOf: (database: string) => string
  /** Ends every connection and refuses new ones, as a server that died does. */
  cut: () => void
  /** Takes everything and answers nothing, as a machine that was unplugged does. */
  silence: () => void
  /** Connects anew. */
  mend: () => Promise<void>
}

/** @param cluster a database server at the other end */
export async function openLine(cluster: { port: number; url: string }): Promise<Line> {
  const sockets = new Set<Socket>()
  let silent = false

  const carry = (from: Socket, to: Socket) => {
    sockets.add(from)
    from.on('data', (data) => silent || to.write(data))
    from.on('error', () => to.destroy())
    from.on('close', () => to.destroy())
  }
  const server = createServer((near) => {
    const far = connect(cluster.port, '127.0.0.1')
    carry(near, far)
    carry(far, near)
  })
  const hangUp = () => {
    for (const socket of sockets) socket.destroy()
    sockets.clear()
  }
  let port = 0
  const listen = () =>
    new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', resolve))

  await listen()
  const address = server.address()
  port = typeof address === 'object' && address ? address.port : 0
  return {
    urlOf: (database) => {
      const url = new URL(cluster.url)
      url.port = String(port)
      url.pathname = `/${database}`
      return url.href
    },
    cut: () => {
      server.close()
      hangUp()
    },
    silence: () => {
      silent = true
    },
    mend: async () => {
      hangUp()
      silent = false
      if (!server.listening) await listen()
    },
  }
}
