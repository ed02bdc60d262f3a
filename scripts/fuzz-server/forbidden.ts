import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { parse } from 'yaml'
import type { Forbidden } from './judge'

interface Matter {
  title: string
  published?: boolean
  secured?: string
}

/**
 * What the answers of a server that has imported these folders may never hold:
 * ciphertexts, titles and texts of unpublished documents, and the server's own folder.
 */
export async function readForbidden(folders: string[]): Promise<Forbidden> {
  const texts = (await Promise.all(folders.map(readDocuments))).flat()
  const secrets = texts.flatMap((text) => {
    const [, head = '', ...body] = text.split(/^---$/m)
    const { title, published, secured } = parse(head) as Matter
    const withheld = published === false ? [title, body.join('---').trim()] : []
    return [...(secured?.split(';') ?? []), ...withheld].filter((secret) => secret.length > 8)
  })
  return { secrets, folder: process.cwd() }
}

async function readDocuments(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md'))
  return Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')))
}
