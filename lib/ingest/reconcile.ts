import type { Transaction } from '@/lib/db/client'
import type { DocumentContent } from '@/lib/document'
import { indexArticles } from '@/lib/store/search/index-articles'
import { listArticleIds, saveArticles } from '@/lib/store/write/articles'
import { deriveArticles } from '@/lib/store/write/derive-articles'
import { removeDocuments, saveDocuments } from '@/lib/store/write/documents'
import { bumpContentVersion } from '@/lib/store/write/meta'
import { removeUnusedProviders } from '@/lib/store/write/providers'
import { listLeadIds, listPieces, saveRelated } from '@/lib/store/write/related'
import { removeOrphans } from '@/lib/store/write/remove-orphans'
import { tidyTopics } from '@/lib/store/write/topics'
import { describePieces, newestDescriptions } from './describe-pieces'
import {
  type Changes,
  gatherSubjects,
  type IncomingDocument,
  shownOf,
  type Subject,
} from './gather-subjects'

/**
 * What a change of documents did that a curator should know. What readers see follows from the
 * stored documents and their `importOrder` alone, in whatever order they came in.
 */
export interface Reconciled {
  /** Articles that several documents describe: those documents, the one that is shown last. */
  doubles: IncomingDocument[][]
  /** Published articles that have no document any more, since their document describes another one. */
  left: { name: string; from: string; to: string }[]
}

/**
 * Brings documents into the store, and takes others out, with all that
 * follows: the articles that they describe, their related pieces, and what is
 * derived for these and their neighbours.
 *
 * @param now documents whose publication date lies after it are held until then
 */
export async function reconcile(tx: Transaction, changes: Changes, now: Date): Promise<Reconciled> {
  const subjects = await gatherSubjects(tx, changes)
  const shown = shownByUrl(subjects)
  const storedIds = subjects.flatMap(({ id }) => id ?? [])
  const stored = await listPieces(tx, storedIds)
  const before = [...stored.values()].flat()

  const saved = await saveArticles(tx, [...shown.values()])
  const ids = new Map([...subjects.flatMap(storedEntry), ...saved.ids])
  const pieces = await savePieces(tx, [...shown.values()])
  const relinked = await saveRelated(tx, wantedPieces(subjects, ids, pieces.ids), stored)

  await saveDocuments(
    tx,
    changes.put.map(({ content, ...document }) => ({
      ...document,
      articleId: ids.get(content.canonicalUrl) ?? 0,
    })),
  )
  await removeDocuments(tx, changes.removed)

  const touched = unique([...before, ...pieces.ids.values(), ...storedIds])
  const uncertain = new Set([...before, ...storedIds])
  const added = new Set(pieces.saved.changed)
  const older = touched.filter((id) => !added.has(id))
  const described = await describePieces(tx, older, shown, uncertain)
  const saves = [saved, pieces.saved, await saveArticles(tx, described)]

  const changed = unique([...saves.flatMap((save) => save.changed), ...relinked])
  const leads = await listLeadIds(tx, unique([...ids.values(), ...changed]))
  const affected = unique([...ids.values(), ...touched, ...leads])
  const derived = await deriveArticles(tx, affected, now)
  const removed = await removeOrphans(tx, touched)
  const left = [...saves, removed]
  const topicIds = [...left.flatMap((each) => each.topicIds), ...derived.topicIds]
  const tidied = await tidyTopics(tx, unique(topicIds))
  await removeUnusedProviders(tx, unique(left.flatMap(({ providerIds }) => providerIds)))
  await indexArticles(tx, affected)
  if (changed.length + derived.changed + removed.count > 0 || tidied) await bumpContentVersion(tx)
  return { doubles: doublesOf(subjects), left: leftBy(subjects, changes) }
}

function shownByUrl(subjects: Subject[]): Map<string, DocumentContent> {
  return new Map(
    subjects.flatMap((subject) => {
      const content = shownOf(subject)
      return content ? [[subject.canonicalUrl, content]] : []
    }),
  )
}

function storedEntry({ canonicalUrl, id }: Subject): [string, number][] {
  return id === null ? [] : [[canonicalUrl, id]]
}

/** Makes sure that every piece is an article; those that are articles already are described later. */
async function savePieces(tx: Transaction, leads: DocumentContent[]) {
  const newest = newestDescriptions(leads)
  const known = await listArticleIds(tx, [...newest.keys()])
  const unknown = [...newest.values()].filter(({ canonicalUrl }) => !known.has(canonicalUrl))
  const saved = await saveArticles(tx, unknown)
  return { ids: new Map([...known, ...saved.ids]), saved }
}

function wantedPieces(
  subjects: Subject[],
  ids: ReadonlyMap<string, number>,
  pieceIds: ReadonlyMap<string, number>,
): Map<number, number[]> {
  return new Map(
    subjects.flatMap((subject) => {
      const id = ids.get(subject.canonicalUrl)
      if (id === undefined) return []
      const related = shownOf(subject)?.related ?? []
      return [[id, related.flatMap(({ canonicalUrl }) => pieceIds.get(canonicalUrl) ?? [])]]
    }),
  )
}

function doublesOf(subjects: Subject[]): IncomingDocument[][] {
  return subjects.map(({ documents }) => documents).filter(({ length }) => length > 1)
}

function leftBy(subjects: Subject[], { put }: Changes): Reconciled['left'] {
  return subjects.flatMap(({ documents, stored }) => {
    if (documents.length > 0 || !stored?.published) return []
    const movers = put.filter(({ name }) => stored.documents.includes(name))
    return movers.map(({ name, content }) => ({ name, from: stored.title, to: content.title }))
  })
}

function unique(ids: number[]): number[] {
  return [...new Set(ids)]
}
