/** What the product sends, what the platforms have on file, and what the organisation may write: three statements of one thing. */
import { readFile } from 'node:fs/promises'
import { expect } from 'chai'
import { operationsPage, withTables } from '../scripts/template-table.js'
import { readConfig } from '../server/config.js'
import { approvedTexts, paramCount } from '../server/sandbox/sms/templates.js'
import { templates as onFile } from '../server/sandbox/wechat/templates.js'
import { fieldsOf } from '../shared/contracts/message-texts.js'
import { candidateTemplates } from '../shared/contracts/notifications.js'

describe('the platforms’ templates', () => {
  it('stand in docs/operations.md as they are in the code', async () => {
    const page = await readFile(operationsPage, 'utf8')
    expect(withTables(page)).to.equal(page)
  })

  for (const template of candidateTemplates) {
    const written = fieldsOf(template)

    it(`of ${template} have the keys that WeChat has on file, each filled with what is written`, () => {
      const sent = readConfig({}).wechat.templateFields[template]
      const filed = onFile.find((one) => one.template === template)!

      expect(sent.map(({ key }) => key)).to.deep.equal(filed.fields.map(({ key }) => key))
      expect(written).to.include.members(sent.flatMap((field) => ('field' in field ? [field.field] : [])))
    })

    it(`of ${template} have as many parameters as the approved SMS, none of them a link`, () => {
      const sent = readConfig({}).sms.tencent!.params[template]!

      expect(sent).to.have.length(paramCount(approvedTexts[template]))
      expect(written).to.include.members([...sent])
      expect(sent, 'finds the rest behind the fixed link').to.include('code')
    })
  }
})
