/** What the product sends, what the platforms have on file, and what the organisation may write: three statements of one thing. */
import { expect } from 'chai'
import { smsTemplateParams } from '../server/adapters/sms/template-params.js'
import { subscriptionTemplateFields } from '../server/adapters/wechat/template-fields.js'
import { approvedTexts, paramCount } from '../server/sandbox/sms/templates.js'
import { templates as onFile } from '../server/sandbox/wechat/templates.js'
import { messageFields } from '../shared/contracts/message-texts.js'
import { candidateTemplates } from '../shared/contracts/notifications.js'

describe('the platforms’ templates', () => {
  for (const template of candidateTemplates) {
    const written = Object.keys(messageFields[template])

    it(`of ${template} have the keys that WeChat has on file, each filled with what is written`, () => {
      const sent = subscriptionTemplateFields[template]
      const filed = onFile.find((one) => one.template === template)!

      expect(sent.map(({ key }) => key)).to.deep.equal(filed.fields.map(({ key }) => key))
      expect(sent.map(({ field }) => field)).to.have.members(written)
    })

    it(`of ${template} have as many parameters as the approved SMS, the link last`, () => {
      const sent = smsTemplateParams[template]

      expect(sent).to.have.length(paramCount(approvedTexts[template]))
      expect(sent.at(-1)).to.equal('link')
      expect([...written, 'link']).to.include.members([...sent])
    })
  }
})
