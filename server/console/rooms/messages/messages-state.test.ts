import { expect } from 'chai'
import { messageFields, messageVariables } from '../../../../shared/contracts/message-texts.js'
import { candidateTemplates } from '../../../../shared/contracts/notifications.js'
import { samplesAt, variablesFor } from './messages-state.js'
import { texts } from './texts.js'

describe('message texts on their page', () => {
  it('offer the variables that the server knows', () => {
    for (const template of candidateTemplates)
      expect(variablesFor(template), template).to.deep.equal(messageVariables[template])
  })

  it('have a name for every template and field, in both languages', () => {
    for (const words of Object.values(texts)) {
      expect(Object.keys(words.template)).to.have.members([...candidateTemplates])
      expect(Object.keys(words.field)).to.include.members(
        candidateTemplates.flatMap((template) => Object.keys(messageFields[template])),
      )
    }
  })

  it('read as every sample of their place', () => {
    expect(
      samplesAt(
        [
          { at: 'a.zh', text: '一' },
          { at: 'a.en', text: 'one' },
          { at: 'a.zh', text: '二' },
        ],
        'a.zh',
      ),
    ).to.deep.equal(['一', '二'])
  })
})
