import { expect } from 'chai'
import { organisation } from '../../../test/builders/data-files.js'
import { answerModesWith } from './offered-ways.js'

const position = { answerModes: ['text', 'number', 'voice'] as ('text' | 'number' | 'voice')[] }

const offeredWith = (peopleListen: boolean) => {
  const { defaults, ...rest } = organisation()
  return answerModesWith({
    organisationOf: async () => ({ ...rest, defaults: { ...defaults, peopleListen } }) as never,
  })('o1', position)
}

describe('the ways of answering that a position offers', () => {
  it('are spoken ones only where somebody hears them', async () => {
    expect(await offeredWith(false)).to.deep.equal(['text', 'number'])
    expect(await offeredWith(true)).to.deep.equal(['text', 'number', 'voice'])
  })
})
