import type { Database } from '@/lib/db/client'
import { isOwnFault } from '@/lib/store/write/own-fault'
import { writeTransaction } from '@/lib/store/write/transaction'
import type { IncomingDocument } from './gather-subjects'
import type { ImportReport } from './import-report'
import type { Problem } from './problem'
import { reconcile } from './reconcile'

/**
 * Stores documents in one transaction. If the database refuses it because of
 * one of them, each is tried in a transaction of its own.
 *
 * @returns problems of those that the database refused
 * @throws what is wrong with the database itself
 */
export async function storeDocuments(
  database: Database,
  documents: IncomingDocument[],
  now: Date,
  report: ImportReport,
): Promise<Problem[]> {
  if (documents.length === 0 || report.dryRun) return []
  try {
    const { doubles } = await writeTransaction(database, (tx) =>
      reconcile(tx, { put: documents, removed: [] }, now),
    )
    report.warnings.push(...doubles.map(doubleWarning))
    return []
  } catch (error) {
    if (!isOwnFault(error)) throw error
    const [only] = documents
    if (documents.length === 1 && only) return [refusedByDatabase(only.name, error)]
  }
  const problems: Problem[] = []
  for (const document of documents) {
    problems.push(...(await storeDocuments(database, [document], now, report)))
  }
  return problems
}

function doubleWarning(names: string[]): string {
  return `${names.join(', ')} describe the same article: the last is shown, each is exported`
}

function refusedByDatabase(file: string, error: Error): Problem {
  return {
    file,
    line: 0,
    field: '',
    found: `what the database refuses (${error.message.trim().split('\n').at(-1)})`,
    expected: 'a document that can be stored',
    advice: 'Please report it with the file.',
  }
}
