import { expect } from 'chai'
import { answerModes } from '../../../shared/contracts/answer-modes.js'
import { organisation } from '../../../test/builders/data-files.js'
import type { Transcriber } from '../../ports/transcriber.js'
import { answerModesWith } from './offered-ways.js'

const position = { answerModes: [...answerModes] }

const offeredWith = (peopleListen: boolean, transcriber?: Transcriber) => {
  const { defaults, ...rest } = organisation()
  return answerModesWith({
    transcriber,
    organisationOf: async () => ({ ...rest, defaults: { ...defaults, peopleListen } }) as never,
  })('o1', position)
}

describe('the ways of answering that a position offers', () => {
  it('are spoken ones only where somebody hears them', async () => {
    expect(await offeredWith(false)).to.deep.equal(['text', 'number'])
    expect(await offeredWith(true)).to.deep.equal(['text', 'number', 'voice', 'video'])
    expect(await offeredWith(false, {} as Transcriber)).to.deep.equal(['text', 'number', 'voice', 'video'])
  })
})
