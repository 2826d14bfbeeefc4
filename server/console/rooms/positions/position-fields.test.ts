import { expect } from 'chai'
import type { TSchema } from 'typebox'
import { PositionFile } from '../../../../shared/contracts/positions.js'
import { languages } from '../../../../shared/contracts/text.js'
import { fields, labelKey, leftAlone, patternOf } from './position-fields.js'
import { texts } from './texts.js'

type Shape = TSchema & {
  properties?: Record<string, Shape>
  items?: Shape
  patternProperties?: Record<string, Shape>
}

/** Every field by its way: a star for a place in a list and for a competency. */
function fieldsOf(schema: Shape, at: readonly string[] = []): string[] {
  const { properties, items } = schema
  if (items) return items.properties ? fieldsOf(items, [...at, '*']) : [at.join('.')]
  if (!properties || languages.every((language) => language in properties)) return [at.join('.')]
  return Object.entries(properties).flatMap(([name, inside]) => fieldsOf(inside, [...at, name]))
}

describe('the form of a position', () => {
  it('shows every field of the contract, or names it as left alone', () => {
    const inContract = new Set(fieldsOf(PositionFile).map(patternOf))

    expect([...inContract].sort()).to.deep.equal([...Object.keys(fields), ...leftAlone].sort())
  })

  it('has a name for every field in every language', () => {
    for (const language of languages)
      for (const pattern of Object.keys(fields))
        expect(texts[language].field, `${language} ${pattern}`).to.have.property(labelKey(pattern))
  })
})
