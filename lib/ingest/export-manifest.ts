import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { DocumentFile } from './document-file'

/** The file that an export leaves beside documents when their files alone do not say all. */
export const MANIFEST_FILE = '.hotsheet.json'

const schema = z.object({
  /** Names of documents by path below the folder, where the two differ. */
  names: z.record(z.string(), z.string()).default({}),
  /**
   * Names of documents in the order in which they were imported: those of articles with several
   * documents whose dates and names say another order.
   */
  order: z.array(z.string()).default([]),
})

/** What a {@link MANIFEST_FILE} holds. */
export type Manifest = z.infer<typeof schema>

/** Files under the names that the manifests of their folders give them, and places in import order. */
export interface ManifestedFiles {
  files: DocumentFile[]
  /** Places, from 0, of those files that a manifest lists in an order; by real path. */
  places: Map<string, number>
}

/**
 * Applies the manifests of the imported folders.
 *
 * @param warnings receives a sentence for each manifest that is ignored
 */
export async function applyManifests(
  files: DocumentFile[],
  warnings: string[],
): Promise<ManifestedFiles> {
  const manifests = new Map<string, Manifest>()
  for (const folder of new Set(files.map((file) => file.folder))) {
    const manifest = await readManifest(path.join(folder, MANIFEST_FILE), warnings)
    if (manifest) manifests.set(folder, manifest)
  }
  const named = files.map((file) => {
    const name = manifests.get(file.folder)?.names[file.name]
    return name !== undefined && isName(name) ? { ...file, name } : file
  })
  const listed = [...manifests].flatMap(([folder, { order }]) =>
    order.map((name) => `${folder}\0${name}`),
  )
  const keys = new Map(listed.map((key, place) => [key, place]))
  const places = named.flatMap(({ folder, name, origin }): [string, number][] => {
    const place = keys.get(`${folder}\0${name}`)
    return place === undefined ? [] : [[origin, place]]
  })
  return { files: named, places: new Map(places) }
}

async function readManifest(file: string, warnings: string[]): Promise<Manifest | null> {
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) return null
  try {
    return schema.parse(JSON.parse(text))
  } catch {
    warnings.push(`${file}: found no manifest of an export: ignored`)
    return null
  }
}

/** Whether a text could be the path of a document below a folder, as the import normalises it. */
function isName(name: string): boolean {
  const parts = name.split('/')
  return name === name.normalize('NFC') && !parts.some((part) => ['', '.', '..'].includes(part))
}
