import { expect } from 'chai'
import { Schema, Types } from 'mongoose'
import { completed, shapeOf, type Fields } from './row-shape.js'

const options = { strict: 'throw', versionKey: false } as const
const part = new Schema({ by: { type: String, required: true }, at: Date }, { _id: false })
const schema = new Schema(
  {
    name: { type: String, required: true },
    status: { type: String, enum: ['queued', 'sent'], default: 'queued' },
    tries: { type: Number, default: 0 },
    open: Boolean,
    at: Date,
    sealed: Buffer,
    about: part,
    ledger: [part],
    tags: [String],
    marks: { type: [String], default: undefined },
    content: Schema.Types.Mixed,
  },
  options,
)

describe('the shape of a row', () => {
  const store = (given: Fields) => completed(shapeOf(schema), { name: 'Wang', ...given })
  const faultOf = (given: Fields) => {
    try {
      store(given)
    } catch (error) {
      return (error as Error).message.replace('a row cannot be stored: ', '')
    }
    return 'stored'
  }

  it('adds an id and the defaults, and leaves out what is undefined', () => {
    const { _id, ...row } = store({ at: undefined })

    expect(_id).to.be.instanceOf(Types.ObjectId)
    expect(row).to.deep.equal({ name: 'Wang', status: 'queued', tries: 0, ledger: [], tags: [] })
  })

  it('keeps what was given, also a nothing that was meant', () => {
    const row = { _id: new Types.ObjectId(), status: 'sent', tries: 3, tags: ['a'], at: null, content: { any: [1] } }

    expect(store(row)).to.deep.equal({ name: 'Wang', ledger: [], ...row })
  })

  it('gives every row lists of its own', () => {
    expect(store({}).tags).to.not.equal(store({}).tags)
  })

  const refused: [string, Fields, string][] = [
    ['a missing field', { name: undefined }, 'name is missing'],
    ['an empty text where one is required', { name: '' }, 'name is missing'],
    ['a field nobody knows', { phone: '138' }, 'phone is not in its schema'],
    ['a word outside the list', { status: 'lost' }, 'status is none of the allowed words'],
    ['a date as text', { at: '2026-11-29' }, 'at is not of the kind Date'],
    ['a date that is none', { at: new Date(NaN) }, 'at is not of the kind Date'],
    ['a number as text', { tries: '1' }, 'tries is not of the kind Number'],
    ['a number that is none', { tries: NaN }, 'tries is not of the kind Number'],
    ['a yes as text', { open: 'yes' }, 'open is not of the kind Boolean'],
    ['a secret that was not sealed', { sealed: 'Wang' }, 'sealed is not of the kind Buffer'],
    ['an id as text', { _id: 'a' }, '_id is not of the kind ObjectId'],
    ['a missing field of a part', { about: { at: new Date() } }, 'about.by is missing'],
    ['a part that is none', { about: 'x' }, 'about is not an object'],
    [
      'an unknown field in a list',
      { ledger: [{ by: 'a' }, { by: 'b', phone: '138' }] },
      'ledger.phone is not in its schema',
    ],
    ['a list that is none', { tags: 'a' }, 'tags is not a list'],
    ['a wrong kind in a list', { tags: ['a', 1] }, 'tags is not of the kind String'],
  ]
  for (const [name, given, fault] of refused)
    it(`refuses ${name}, and does not say its value`, () => {
      expect(faultOf(given)).to.equal(fault)
    })

  const tooMuch: [string, () => Schema][] = [
    ['times of its own', () => new Schema({}, { ...options, timestamps: true })],
    ['a version key', () => new Schema({})],
    ['a rule that is not looked at', () => new Schema({ n: { type: Number, min: 1 } }, options)],
    ['a value that is changed on the way', () => new Schema({ s: { type: String, trim: true } }, options)],
    ['a default that is computed', () => new Schema({ at: { type: Date, default: () => new Date() } }, options)],
    ['a part without a schema', () => new Schema({ a: { b: String } }, options)],
    [
      'a default inside a part',
      () => new Schema({ a: new Schema({ n: { type: Number, default: 1 } }, { _id: false }) }, options),
    ],
    ['an id inside a list', () => new Schema({ a: [new Schema({ n: Number })] }, options)],
  ]
  for (const [name, made] of tooMuch)
    it(`refuses a schema with ${name}`, () => {
      expect(() => shapeOf(made())).to.throw(/^rows /)
    })
})
