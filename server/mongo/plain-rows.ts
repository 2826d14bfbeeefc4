/**
 * Models whose rows are plain objects. A hydrated document costs several times what the store takes to find it, and no store here
 * uses its methods. What hydration did besides is done here: defaults on the way in and out, and a look at what is to be stored.
 */
import { type Connection, type Model, type Require_id, type Schema } from 'mongoose'
import { insertTogether } from './gathered-inserts.js'
import { completed, fillDefaults, shapeOf, type Fields, type Shape } from './row-shape.js'

export type Plain<Row> = Require_id<Row>
export type PlainModel<Row> = Model<Row, object, object, object, Plain<Row>>

const prepared = new WeakSet<object>()

/** The schema is made plain once, however many connections use it. */
export function plainRows<Row>(connection: Connection, name: string, schema: Schema<Row>): PlainModel<Row> {
  if (!prepared.has(schema)) makePlain(schema)
  prepared.add(schema)
  return connection.model(name, schema) as unknown as PlainModel<Row>
}

function makePlain(schema: Schema): void {
  const shape = shapeOf(schema)
  readPlain(schema, shape)
  schema.statics.create = async function (this: Model<Fields>, given: Fields): Promise<Fields> {
    const row = completed(shape, given)
    await insertTogether(this.collection, row)
    return row
  }
}

/** A query that asks for `lean` itself, or for some fields only, gets just what is stored. */
function readPlain(schema: Schema, shape: Shape): void {
  const filled = <Found extends Fields | Fields[] | null>(found: Found): Found => {
    for (const row of [found].flat() as (Fields | null)[]) if (row) fillDefaults(shape, row)
    return found
  }
  schema.pre(['find', 'findOne', 'findOneAndUpdate', 'findOneAndDelete'], function () {
    if (this.mongooseOptions().lean !== undefined) return
    // The driver's buffers, as hydration gave them; its own binary type otherwise.
    this.setOptions({ lean: true, promoteBuffers: true })
    if (!this.projection()) this.transform(filled)
  })
}
