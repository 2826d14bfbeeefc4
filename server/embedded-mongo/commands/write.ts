/** insert, update, delete, findAndModify: each is one work of the write queue and returns once it is on the disk. */
import { encodeDoc, type Doc } from '../doc.js'
import { MongoError } from '../errors.js'
import { find } from '../engine/find.js'
import { updateDocuments, type UpdateResult } from '../engine/update.js'
import { insertDocument, removeDocument, type Target } from '../engine/write-document.js'
import { parseSort } from '../order/sort.js'
import { compileProjection } from '../query/projection.js'
import { checkStatement, deadlineOf, documentOf, documentsOf, integerOf, namespaceOf } from './arguments.js'
import type { Command, Context } from './context.js'

/** The collection is looked up inside the write: an earlier work of the same commit may have created or dropped it. */
function inTarget<T>({ store, catalog }: Context, command: Doc, run: (target: Target) => T): Promise<T> {
  const namespace = namespaceOf(command)
  return store.write({ run: (writer) => run({ writer, catalog, collection: catalog.findOrCreate(writer, namespace) }) })
}

/** Runs statements in order; a refused one is reported under its place, and ends the command when it is ordered. */
function eachStatement<T>(statements: T[], ordered: boolean, run: (statement: T, index: number) => void): Doc[] {
  const errors: Doc[] = []
  for (const [index, statement] of statements.entries()) {
    try {
      run(statement, index)
    } catch (error) {
      if (!(error instanceof MongoError)) throw error
      errors.push({ index, code: error.code, errmsg: error.message, ...error.extra })
      if (ordered) break
    }
  }
  return errors
}

const withErrors = (writeErrors: Doc[]): Doc => (writeErrors.length > 0 ? { writeErrors, ok: 1 } : { ok: 1 })

function insert(context: Context, command: Doc): Promise<Doc> {
  const { documents } = command
  if (!Array.isArray(documents) || documents.length === 0)
    throw new MongoError('BadValue', 'Write batch sizes must be between 1 and 100000.')
  return inTarget(context, command, (target) => {
    let n = 0
    const errors = eachStatement(documents as Uint8Array[], command.ordered !== false, (raw) => {
      insertDocument(target, Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength))
      n++
    })
    return { n, ...withErrors(errors) }
  })
}

const updateFields = ['q', 'u', 'multi', 'upsert', 'arrayFilters']

function update(context: Context, command: Doc): Promise<Doc> {
  const statements = documentsOf(command.updates, 'update.updates')
  for (const statement of statements) checkStatement('update.updates', statement, updateFields)
  const deadline = deadlineOf(command)
  return inTarget(context, command, (target) => {
    let n = 0
    let nModified = 0
    const upserted: Doc[] = []
    const errors = eachStatement(
      statements,
      command.ordered !== false,
      ({ q, u, multi, upsert, arrayFilters }, index) => {
        const filter = documentOf(q, 'update.updates.q')
        const result = updateDocuments(target, {
          filter,
          update: u,
          multi: multi === true,
          upsert: upsert === true,
          arrayFilters,
          deadline,
        })
        n += result.matched + ('upserted' in result ? 1 : 0)
        nModified += result.modified
        if ('upserted' in result) upserted.push({ index, _id: result.upserted })
      },
    )
    return { n, nModified, ...(upserted.length > 0 && { upserted }), ...withErrors(errors) }
  })
}

function remove({ store, catalog }: Context, command: Doc): Promise<Doc> {
  const statements = documentsOf(command.deletes, 'delete.deletes')
  for (const statement of statements) checkStatement('delete.deletes', statement, ['q', 'limit'])
  const namespace = namespaceOf(command)
  const deadline = deadlineOf(command)
  return store.write({
    frees: true,
    run: (writer) => {
      const collection = catalog.find(namespace)
      let n = 0
      const errors = eachStatement(statements, command.ordered !== false, ({ q, limit }) => {
        const request = { filter: documentOf(q, 'delete.deletes.q'), limit: deleteLimit(limit), deadline }
        const hits = [...find(writer, collection, request)]
        if (collection) for (const hit of hits) removeDocument({ writer, catalog, collection }, hit)
        n += hits.length
      })
      return { n, ...withErrors(errors) }
    },
  })
}

function deleteLimit(limit: unknown): 0 | 1 {
  const value = integerOf(limit, 'delete.deletes.limit', -1)
  if (value !== 0 && value !== 1)
    throw new MongoError('FailedToParse', `The limit field in delete objects must be 0 or 1. Got ${value}`)
  return value
}

function findAndModify(context: Context, command: Doc): Promise<Doc> {
  if (command.remove === true) return findAndRemove(context, command)
  const filter = documentOf(command.query, 'findAndModify.query')
  const sort = parseSort(documentOf(command.sort, 'findAndModify.sort'))
  const project = compileProjection(command.fields)
  const deadline = deadlineOf(command)
  return inTarget(context, command, (target) => {
    const { update: change, arrayFilters } = command
    const result = updateDocuments(target, {
      filter,
      update: change,
      upsert: command.upsert === true,
      arrayFilters,
      sort,
      deadline,
    })
    const shown = command.new === true ? result.after : result.before
    return { lastErrorObject: outcomeOf(result), value: shown ? (project?.(shown) ?? shown) : null, ok: 1 }
  })
}

function outcomeOf(result: UpdateResult): Doc {
  const inserted = 'upserted' in result
  return {
    n: result.matched > 0 || inserted ? 1 : 0,
    updatedExisting: result.matched > 0,
    ...(inserted && { upserted: result.upserted }),
  }
}

function findAndRemove({ store, catalog }: Context, command: Doc): Promise<Doc> {
  if (command.update !== undefined || command.new === true || command.upsert === true) {
    throw new MongoError('FailedToParse', "Cannot specify 'update', 'new' or 'upsert' along with 'remove'")
  }
  const filter = documentOf(command.query, 'findAndModify.query')
  const sort = parseSort(documentOf(command.sort, 'findAndModify.sort'))
  const project = compileProjection(command.fields)
  const namespace = namespaceOf(command)
  return store.write({
    frees: true,
    run: (writer) => {
      const collection = catalog.find(namespace)
      const [hit] = find(writer, collection, { filter, sort, limit: 1, deadline: deadlineOf(command) })
      if (!hit || !collection) return { lastErrorObject: { n: 0 }, value: null, ok: 1 }
      removeDocument({ writer, catalog, collection }, hit)
      return { lastErrorObject: { n: 1 }, value: project?.(hit.doc) ?? hit.doc, ok: 1 }
    },
  })
}

const findAndModifyCommand: Command = {
  known: ['query', 'sort', 'update', 'remove', 'new', 'upsert', 'fields', 'arrayFilters'],
  run: async (context, command) => encodeDoc(await findAndModify(context, command)),
}

export const writeCommands: Record<string, Command> = {
  insert: { known: ['documents', 'ordered'], run: insert },
  update: { known: ['updates', 'ordered'], run: update },
  delete: { known: ['deletes', 'ordered'], run: remove },
  findAndModify: findAndModifyCommand,
  findandmodify: findAndModifyCommand,
}
