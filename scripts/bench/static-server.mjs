import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import path from 'node:path'

// Node and nothing else, sending files: node scripts/bench/static-server.mjs FOLDER PORT.
// `/name` is the file `name.br` of the folder, compressed already.

const [folder = '', port = ''] = process.argv.slice(2)

createServer((request, response) => {
  readFile(path.join(folder, `${path.basename(request.url ?? '')}.br`)).then(
    (body) => {
      response.writeHead(200, { 'content-encoding': 'br', 'content-length': body.length })
      response.end(body)
    },
    () => response.writeHead(404).end(),
  )
}).listen(Number(port))
