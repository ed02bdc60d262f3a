import { execFileSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findDocuments, PathNotFoundError } from './find-documents'
import { formatProblem } from './problem'
import { readRaw } from './read-documents'
import { asOrdinaryUser } from './test-inbox'

let folder: string
const at = (name: string) => path.join(folder, name)

beforeEach(async () => {
  folder = await realpath(await mkdtemp(path.join(tmpdir(), 'hotsheet-find-')))
})
afterEach(() => rm(folder, { recursive: true }))

async function make(...names: string[]) {
  for (const name of names) {
    await mkdir(path.dirname(at(name)), { recursive: true })
    await writeFile(at(name), '')
  }
}

async function find(...paths: string[]) {
  const { files, refused, unread } = await findDocuments(paths.map(at))
  return {
    names: files.map(({ name }) => name),
    refused: refused.map(({ file, found }) => [path.relative(folder, file), found]),
    problems: refused.map(formatProblem),
    unread: unread.map(({ name }) => name),
  }
}

describe('documents are found', () => {
  test('at any depth, by their path; what is hidden or no document is ignored', async () => {
    await make('in/a.md', 'in/b/c.md', 'in/b/x.md/d.md', 'in/.e.md', 'in/.f/g.md', 'in/h.txt')
    expect(await find('in')).toMatchObject({
      names: ['a.md', 'b/c.md', 'b/x.md/d.md'],
      refused: [],
    })
    expect(await find('in/b/c.md', 'in/h.txt')).toMatchObject({ names: ['c.md', 'h.txt'] })
  })

  test('under one name for all Unicode forms of it', async () => {
    await make(`in/${'brücke'.normalize('NFD')}.md`, `in/${'förde'.normalize('NFC')}/a.md`)
    expect((await find('in')).names).toEqual(
      ['brücke.md', 'förde/a.md'].map((n) => n.normalize('NFC')),
    )
  })

  test('once, though they are named several times', async () => {
    await make('in/a.md', 'in/b/c.md')
    expect((await find('in/b/c.md', 'in/b', 'in', 'in')).names).toEqual(['a.md', 'b/c.md'])
  })

  test('behind links to files and folders, by their real path where it is in the folder', async () => {
    await make('in/real/a.md', 'out/b.md', 'out/deep/c.md', 'd.md')
    await symlink(at('in/real'), at('in/latest'))
    await symlink(at('out'), at('in/linked'))
    await symlink(at('d.md'), at('in/e.md'))
    await symlink(at('in/real/a.md'), at('in/0.md'))
    expect(await find('in')).toMatchObject({
      names: ['e.md', 'linked/b.md', 'linked/deep/c.md', 'real/a.md'],
      refused: [],
    })
  })

  test('behind links that lead to each other, without end or doubles', async () => {
    await make('in/a/x.md', 'in/b/y.md')
    await symlink(at('in/b'), at('in/a/to-b'))
    await symlink(at('in/a'), at('in/b/to-a'))
    expect(await find('in')).toMatchObject({ names: ['a/x.md', 'b/y.md'], refused: [] })
  })
})

describe('what is refused by name, while the others are found:', () => {
  test('links that lead back', async () => {
    await make('in/a/x.md', 'out/y.md', 'z.md')
    await symlink(at('in'), at('in/a/loop'))
    await symlink(folder, at('in/up'))
    await symlink(at('in'), at('out/back'))
    await symlink(at('out'), at('in/out'))
    const { names, refused, problems } = await find('in')
    expect(names).toEqual(['a/x.md', 'out/y.md'])
    expect(refused.map(([file]) => file)).toEqual(['in/a/loop', 'in/up', 'in/out/back'])
    expect(problems[0]).toContain(`found a way back to ${at('in')}, in which it lies, expected`)
  })

  test('links to nothing and to themselves', async () => {
    await make('in/a/x.md')
    await symlink('/no/such/place/kelp.md', at('in/kelp.md'))
    await symlink('/no/such/place', at('in/share'))
    await symlink(at('in/me.md'), at('in/me.md'))
    const { names, refused, unread } = await find('in')
    expect(names).toEqual(['a/x.md'])
    expect(refused).toEqual([
      ['in/kelp.md', 'a link to something that is not there'],
      ['in/me.md', 'links that lead in a circle'],
      ['in/share', 'a link to something that is not there'],
    ])
    expect(unread).toEqual(['kelp.md', 'me.md', 'share'])
  })

  test('pipes, sockets and devices, which are not opened', async () => {
    await make('in/a.md')
    execFileSync('mkfifo', [at('in/pipe.md'), at('in/pipe'), at('alone.md')])
    await symlink(at('in/pipe.md'), at('in/to-pipe.md'))
    await symlink('/dev/zero', at('in/zero.md'))
    const server = createServer()
    await new Promise<void>((done) => server.listen(at('in/socket.md'), done))
    const { names, refused } = await find('in', 'alone.md')
    await new Promise((done) => server.close(done))
    expect(names).toEqual(['a.md'])
    expect(refused).toEqual([
      ['in/pipe.md', 'a named pipe'],
      ['in/socket.md', 'a socket'],
      ['in/to-pipe.md', 'a named pipe'],
      ['in/zero.md', 'a device'],
      ['alone.md', 'a named pipe'],
    ])
  })

  test('names that are not UTF-8', async () => {
    await make('in/a.md')
    await writeFile(Buffer.from(`${at('in')}/caf\xe9.md`, 'latin1'), '')
    expect(await find('in')).toMatchObject({
      names: ['a.md'],
      refused: [['in/caf\uFFFD.md', 'a name that is not UTF-8']],
    })
  })

  test('folders and files without permission', async () => {
    await make('in/closed/a.md', 'in/b.md', 'in/open/c.md')
    await chmod(at('in/closed'), 0)
    await chmod(at('in/b.md'), 0)
    await chmod(folder, 0o755)
    const { names, refused, unread, problem } = await asOrdinaryUser(async () => {
      const [file] = (await findDocuments([at('in')])).files
      return { ...(await find('in')), problem: file && readRaw(file) }
    })
    expect(names).toEqual(['b.md', 'open/c.md'])
    expect(refused).toEqual([['in/closed', 'no permission to read it']])
    expect(unread).toEqual(['closed'])
    expect(problem).toMatchObject({ file: at('in/b.md'), found: 'no permission to read it' })
  })
})

test('a file that is removed between finding and reading is refused by name', async () => {
  await make('in/a.md')
  const [file] = (await findDocuments([at('in')])).files
  await rm(at('in/a.md'))
  expect(file && readRaw(file)).toMatchObject({
    file: at('in/a.md'),
    found: 'nothing: it was removed during the import',
  })
})

test('a path that was named and is not there ends the search', async () => {
  await make('in/a.md')
  await expect(findDocuments([at('in'), at('nowhere')])).rejects.toThrow(PathNotFoundError)
})
