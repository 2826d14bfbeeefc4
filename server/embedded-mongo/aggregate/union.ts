/** `$unionWith`: the documents so far, then those of another collection of the same database. */
import { isPlain } from '../doc.js'
import { badValue } from '../errors.js'
import type { Stage } from './stage.js'

const name = '$unionWith'

export interface Union {
  before: Stage[]
  coll: string
  pipeline: unknown
  after: Stage[]
}

/** The last one of a pipeline: what stands before it may hold others. */
export function lastUnion(stages: Stage[]): Union | undefined {
  const at = stages.findLastIndex((stage) => stage.name === name)
  const stage = stages[at]
  return stage && { ...otherOf(stage.operand), before: stages.slice(0, at), after: stages.slice(at + 1) }
}

function otherOf(operand: unknown): Pick<Union, 'coll' | 'pipeline'> {
  if (typeof operand === 'string' && operand !== '') return { coll: operand, pipeline: [] }
  if (!isPlain(operand)) throw badValue(`${name} needs the name of a collection or a document`)
  const { coll, pipeline = [], ...others } = operand
  if (typeof coll !== 'string' || coll === '') throw badValue(`${name} needs the name of a collection`)
  if (Object.keys(others).length > 0) throw badValue(`${name} knows coll and pipeline only`)
  return { coll, pipeline }
}
