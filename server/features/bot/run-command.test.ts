import { expect } from 'chai'
import { botSetup, readOf, writtenDown, type BotSetup } from '../../../test/builders/bot.js'

describe('who may ask the bot, and who is meant', () => {
  let at: BotSetup
  let xiaoming: string
  const read = async (text: string, userid?: string) => readOf(await at.say(text, userid))
  const written = () => writtenDown(at)

  beforeEach(async () => {
    at = await botSetup()
    xiaoming = await at.person('王小明')
  })

  describe('roles', () => {
    it('refuses somebody without an account in words, and writes it down', async () => {
      expect(await read('今日', 'stranger')).to.contain('我还不认识你')
      expect(written()).to.deep.equal(['unknown:stranger figures.read refused unknown-member'])
    })

    for (const [userid, typed, allowed] of [
      ['li-jing', '今日', true],
      ['li-jing', '重发 王小明', true],
      ['zhou-min', '重发 王小明', true],
      ['chen-hao', '进度 王小明', true],
      ['chen-hao', '重发 王小明', false],
      ['zhao-ying', '待办', true],
      ['zhao-ying', '通过 王小明', false],
      ['zhao-ying', '报告 王小明', true],
      ['sun-tao', '今日', false],
      ['sun-tao', '名单', false],
      ['sun-tao', '帮助', true],
    ] as const) {
      it(`${allowed ? 'lets' : 'does not let'} ${userid} ask “${typed}”`, async () => {
        const said = await read(typed, userid)
        if (allowed) expect(said).not.to.contain('你的角色不能')
        else expect(said).to.contain('你的角色不能这样做')
        if (!allowed) expect(written().at(-1)).to.match(/ refused not-allowed$/)
      })
    }

    it('keeps a manager to the positions of the grant', async () => {
      const chen = await at.person('陈立', { positionId: 'risk' })

      expect(await read(`进度 ${chen}`, 'chen-hao')).to.contain('你的角色不能这样做')
      expect(written()).to.deep.equal(['m-chen-hao candidate.read refused not-allowed'])
    })

    it('does not answer when it cannot be written down, and changes nothing', async () => {
      at.auditAway = true

      for (const typed of ['今日', '进度 王小明', '重发 王小明', '报告 王小明', '解绑 王小明'])
        expect(await read(typed), typed).to.contain('现在答不了')
      expect(at.sent).to.deep.equal([])
    })
  })

  describe('two people of one name', () => {
    let other: string
    beforeEach(async () => {
      other = await at.person('王小明', { positionId: 'risk' })
    })

    it('are told apart by a card, and the press goes on with the command', async () => {
      const card = await at.say('重发 王小明')
      if (card.kind !== 'card') throw new Error(readOf(card))
      expect(card.card.title).to.equal('有 2 位 王*明，是哪一位？')
      expect(card.card.rows).to.deep.equal([
        { label: xiaoming, value: '综合柜员' },
        { label: other, value: '风险岗' },
        { label: '发起人', value: '李静' },
      ])
      expect(at.sent).to.deep.equal([])

      const settled = await at.press(card, 'pick:1')
      expect(settled.kind).to.equal('settled')
      expect(readOf(settled)).to.contain(`已重新发送给 王*明 ${other}`)
      expect(at.sent).to.have.length(1)
    })

    it('go on to the confirmation of a command that needs one', async () => {
      const confirm = await at.press(await at.say('撤销 王小明'), 'pick:0')

      expect(readOf(confirm)).to.contain(`撤销 王*明 ${xiaoming}，确认吗？`)
      expect(readOf(await at.press(confirm, 'confirm'))).to.contain('已撤销')
      expect(await at.invitation(xiaoming)).to.include({ status: 'revoked' })
      expect(await at.invitation(other)).to.include({ status: 'sent' })
    })

    it('are not two for somebody who may see one', async () => {
      expect(await read('进度 王小明', 'chen-hao'))
        .to.contain(xiaoming)
        .and.not.to.contain(other)
    })
  })
})
