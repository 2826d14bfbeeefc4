import { expect } from 'chai'
import { botSetup, readOf, type BotSetup } from '../../../test/builders/bot.js'

/** Roles that carry out the process, and those that read what is shared with them. */
describe('the bot about somebody who does not share with interviewers', () => {
  let at: BotSetup
  let code: string
  const read = async (text: string, userid?: string) => readOf(await at.say(text, userid))

  beforeEach(async () => {
    at = await botSetup()
    at.allShare = false
    code = await at.person('王小明')
    await at.wait(code)
  })

  it('gives an interviewer the state and a kind word, neither the report nor the times', async () => {
    const [report, progress] = [await read(`报告 ${code}`, 'zhao-ying'), await read(`进度 ${code}`, 'zhao-ying')]

    expect(report).to.contain('没有选择与面试官共享').and.not.to.contain('http').and.not.to.contain('生成')
    expect(progress)
      .to.contain('没有选择与面试官共享')
      .and.not.to.match(/\d\d:\d\d/)
  })

  it('gives a recruiter the report as ever', async () => {
    const [report, progress] = [await at.say(`报告 ${code}`), await read(`进度 ${code}`)]

    expect(JSON.stringify(report)).to.contain('/console/candidates/')
    expect(progress).to.match(/\d\d:\d\d/)
  })
})
