/** The stages of an aggregation that our stores use. All others are refused with MongoDB's error. */
import { isPlain, type Doc } from '../doc.js'
import { badValue, MongoError } from '../errors.js'
import { parseSort, sortBy } from '../order/sort.js'
import { compileFilter } from '../query/matcher.js'
import { exclude, treeOf } from '../query/projection.js'
import { compileExpression } from '../query/expressions.js'
import { compileGroup } from './group.js'
import { compileAddFields, compileProject } from './project.js'
import type { Run, Stage } from './stage.js'
import { compileUnwind } from './unwind.js'

export function parseStages(pipeline: unknown): Stage[] {
  if (!Array.isArray(pipeline)) throw new MongoError('TypeMismatch', "'pipeline' option must be specified as an array")
  return pipeline.map((stage) => {
    const [name, ...more] = isPlain(stage) ? Object.keys(stage) : []
    if (!isPlain(stage) || name === undefined || more.length > 0) {
      throw new MongoError('Location40323', 'A pipeline stage specification object must contain exactly one field.')
    }
    return { name, operand: stage[name] }
  })
}

export function compileStages(stages: Stage[]): Run {
  const runs = stages.map(({ name, operand }) => {
    const compile = Object.hasOwn(compilers, name) ? compilers[name] : undefined
    if (!compile) throw new MongoError('Location40324', `Unrecognized pipeline stage name: '${name}'`)
    return compile(operand)
  })
  return (docs) => runs.reduce<Iterable<Doc>>((input, run) => run(input), docs)
}

const compilers: Record<string, (operand: unknown) => Run> = {
  $match: (operand) => {
    const matches = compileFilter(operand)
    return (docs) => filtered(docs, matches)
  },
  $sort: (operand) => {
    const spec = parseSort(operand)
    if (spec.length === 0) throw badValue('$sort stage must have at least one sort key')
    return (docs) => sortBy([...docs], (doc) => doc, spec)
  },
  $skip: (operand) => {
    const count = stageCount({ name: '$skip', operand })
    return (docs) => window(docs, count, Infinity)
  },
  $limit: (operand) => {
    const count = stageCount({ name: '$limit', operand })
    return (docs) => window(docs, 0, count)
  },
  $project: (operand) => mapping(compileProject(operand)),
  $addFields: (operand) => mapping(compileAddFields(operand)),
  $set: (operand) => mapping(compileAddFields(operand)),
  $unset: (operand) => {
    const tree = treeOf([operand].flat().map((field) => fieldName('$unset', field)))
    return mapping((doc) => exclude(doc, tree))
  },
  $replaceRoot: (operand) => mapping(newRoot(isPlain(operand) ? operand.newRoot : undefined)),
  $replaceWith: (operand) => mapping(newRoot(operand)),
  $group: compileGroup,
  $unwind: compileUnwind,
  $count: (operand) => {
    const field = fieldName('$count', operand)
    return function* (docs) {
      let found = 0
      for (const _doc of docs) found++
      if (found > 0) yield { [field]: found }
    }
  },
  $sortByCount: (operand) =>
    compileStages([
      { name: '$group', operand: { _id: operand, count: { $sum: 1 } } },
      { name: '$sort', operand: { count: -1 } },
    ]),
  $facet: compileFacet,
}

/** Each facet reads the same documents and gives one array. */
function compileFacet(operand: unknown): Run {
  if (!isPlain(operand) || Object.keys(operand).length === 0)
    throw badValue('the $facet specification must be a non-empty object')
  const facets = Object.entries(operand).map(([field, pipeline]) => {
    const stages = parseStages(pipeline)
    if (stages.some(({ name }) => name === '$facet'))
      throw new MongoError('Location40600', '$facet is not allowed to be used within a $facet stage')
    return { field, run: compileStages(stages) }
  })
  return function* (docs) {
    const all = [...docs]
    yield Object.fromEntries(facets.map(({ field, run }) => [field, [...run(all)]]))
  }
}

export function stageCount(stage: Stage | undefined): number {
  const { name, operand } = stage ?? { name: '$limit', operand: undefined }
  const least = name === '$limit' ? 1 : 0
  if (typeof operand !== 'number' || !Number.isInteger(operand) || operand < least)
    throw badValue(`the ${name} must be an integer of at least ${least}`)
  return operand
}

function fieldName(stage: string, field: unknown): string {
  if (typeof field === 'string' && field !== '' && !field.startsWith('$')) return field
  throw badValue(`${stage} needs the name of a field`)
}

function newRoot(expr: unknown): (doc: Doc) => Doc {
  const evaluate = compileExpression(expr)
  return (doc) => {
    const root = evaluate(doc)
    if (isPlain(root)) return root
    throw new MongoError('Location40228', "'newRoot' expression must evaluate to an object")
  }
}

function mapping(map: (doc: Doc) => Doc): Run {
  return function* (docs) {
    for (const doc of docs) yield map(doc)
  }
}

function* filtered(docs: Iterable<Doc>, matches: (doc: Doc) => boolean): Generator<Doc> {
  for (const doc of docs) if (matches(doc)) yield doc
}

function* window(docs: Iterable<Doc>, skip: number, limit: number): Generator<Doc> {
  let seen = 0
  for (const doc of docs) {
    if (seen++ >= skip) yield doc
    if (seen >= skip + limit) return
  }
}
