import { expect } from 'chai'
import { botSetup, readOf, writtenDown, type BotSetup } from '../../../test/builders/bot.js'

const minute = 60_000

describe('asking first', () => {
  let at: BotSetup
  let xiaoming: string
  const written = () => writtenDown(at)

  beforeEach(async () => {
    at = await botSetup()
    xiaoming = await at.person('王小明')
  })

  describe('a confirmation', () => {
    let lei: string
    beforeEach(async () => {
      lei = await at.person('李雷')
    })
    const bulk = () => at.say(`重发 ${xiaoming} ${lei}`)

    it('comes before a bulk: how many, who, what', async () => {
      const card = await bulk()

      expect(readOf(card)).to.equal(
        `重发 2 人，确认吗？\n5 分钟内有效\n王*明 ${xiaoming}、李* ${lei}：再收到一次面试邀请。\n发起人：李静`,
      )
      expect(at.sent).to.deep.equal([])
    })

    it('does it for all, once, and the card says what happened', async () => {
      const card = await bulk()
      const settled = await at.press(card, 'confirm')

      expect(settled.kind).to.equal('settled')
      expect(readOf(settled)).to.contain(`已重新发送给 王*明 ${xiaoming}`).and.to.contain(`李* ${lei}`)
      expect(readOf(await at.press(card, 'confirm'))).to.contain('过期或按过了')
      expect(at.sent).to.have.length(2)
    })

    it('is carried out by the same press again after a crash, and changes nothing twice', async () => {
      const card = await bulk()
      const [first, again] = [
        await at.press(card, 'confirm', 'li-jing', 'p1'),
        await at.press(card, 'confirm', 'li-jing', 'p1'),
      ]

      expect(readOf(again).split('\n')).to.have.length(readOf(first).split('\n').length)
      expect(at.sent).to.have.length(2)
    })

    it('is for the one who asked', async () => {
      const card = await bulk()

      expect(readOf(await at.press(card, 'confirm', 'zhou-min'))).to.contain('只有发起的人能按')
      expect(at.sent).to.deep.equal([])
      expect((await at.press(card, 'confirm')).kind).to.equal('settled')
    })

    it('lasts five minutes', async () => {
      const [inTime, late] = [await bulk(), await bulk()]
      at.pass(5 * minute - 1)
      expect(readOf(await at.press(inTime, 'confirm'))).to.contain('已重新发送')

      at.pass(1)
      expect(readOf(await at.press(late, 'confirm'))).to.contain('超过 5 分钟，没有执行')
      expect(at.sent).to.have.length(2)
    })

    it('can be cancelled', async () => {
      const card = await bulk()

      expect(readOf(await at.press(card, 'cancel'))).to.contain('已取消')
      expect(readOf(await at.press(card, 'confirm'))).to.contain('过期或按过了')
      expect(at.sent).to.deep.equal([])
    })

    it('leaves out for whom nothing can be done, and says so', async () => {
      const uninvited = await at.person('韩梅', { invited: false })

      expect(readOf(await at.say(`重发 ${xiaoming} ${lei} ${uninvited}`)))
        .to.contain('重发 2 人')
        .and.to.contain('另有 1 人现在不适用')
    })

    for (const [typed, goesOut] of [
      ['撤销', '链接会失效'],
      ['婉拒', '收到婉拒信'],
      ['通过', '收到复试通知'],
    ] as const) {
      it(`comes before ${typed}, even of one`, async () => {
        await at.wait(xiaoming)
        const card = await at.say(`${typed} ${xiaoming}${typed === '婉拒' ? ' 综合考虑后决定' : ''}`)

        expect(readOf(card)).to.contain(`${typed} 王*明 ${xiaoming}，确认吗？`).and.to.contain(goesOut)
        expect(at.decisions[0]).to.include({ status: 'waiting' })
        expect((await at.press(card, 'confirm')).kind).to.equal('settled')
        if (typed !== '撤销') expect(at.decisions[0]).to.include({ status: 'decided', decidedBy: 'm-li-jing' })
      })
    }

    it('says before an advance into a round that has no time yet, or had it already, that its notice waits, and leads to where it is set', async () => {
      await at.wait(xiaoming)
      at.pass(9 * 24 * 60 * minute)
      const card = await at.say(`通过 ${xiaoming}`)

      expect(readOf(card)).to.contain(
        `王*明 ${xiaoming}（综合柜员）：复试时间地点待安排：确认后先记下通过，通知要等时间地点定了才发。`,
      )
      if (card.kind !== 'card') throw new Error('not a card')
      const opens = `http://localhost:7300/console/candidates/${await at.applicationId(xiaoming)}`
      expect(card.card.rows).to.deep.equal([
        { label: '去安排', value: '时间和地点', opens },
        { label: '发起人', value: '李静' },
      ])
      expect(card.card.buttons.map(({ text, key }) => [text, key])).to.deep.equal([
        ['确认', 'confirm'],
        ['取消', 'cancel'],
      ])
      expect(at.decisions[0]).to.include({ status: 'waiting' })
      expect(readOf(await at.press(card, 'confirm')))
        .to.contain('已通过这一轮')
        .and.to.contain('时间地点待安排')
    })

    it('comes before an advance past the last round too, whose result goes out', async () => {
      await at.wait(xiaoming, { stage: 'second' })
      const card = await at.say(`advance ${xiaoming}`)

      expect(readOf(card)).to.contain('will be told the result')
      expect(readOf(await at.press(card, 'confirm'))).to.contain('The candidate will be told the result.')
    })

    it('says how many answers the one who asks has not reviewed', async () => {
      await at.wait(xiaoming)
      await at.wait(lei)
      at.toReview['m-li-jing'] = 2

      expect(readOf(await at.say(`通过 ${xiaoming}`))).to.contain(
        '收到复试通知。\n未复核：还有 2 项没有复核\n发起人：李静',
      )
      expect(readOf(await at.say(`通过 ${xiaoming}`, 'zhou-min'))).not.to.contain('没有复核')
      expect(readOf(await at.say(`婉拒 ${xiaoming} ${lei} 不够匹配`))).to.contain('还有 4 项没有复核')
    })

    it('says what happens to how many when it is not the same for all, and fits a card', async () => {
      await at.wait(xiaoming)
      await at.wait(lei, { stage: 'screening' })
      expect(readOf(await at.say(`通过 ${xiaoming} ${lei}`))).to.contain('收到复试通知（1 人）；收到面试邀请（1 人）。')

      at.toReview['m-li-jing'] = 2
      at.pass(9 * 24 * 60 * minute)
      const card = await at.say(`advance ${xiaoming}`)
      expect(card.kind === 'card' && card.card.text!.length).to.be.at.most(112)
      expect(readOf(card)).to.contain('Valid for 5 minutes').and.to.contain('Check：2 answers not reviewed')
    })

    it('keeps what may not be cut out of the text: it shortens the names, never what will happen', async () => {
      const long = [xiaoming]
      for (const end of ['一', '二', '三', '四', '五', '六'])
        long.push(await at.person(`阿不都热依木·买买提·阿卜杜拉·吾甫尔江·${end}`))
      const card = await at.say(`重发 ${long.join(' ')}`)
      if (card.kind !== 'card') throw new Error(readOf(card))

      expect(card.card.text).to.have.length.at.most(112)
      expect(card.card.text).to.match(/ 等 7 人：再收到一次面试邀请。$/)
      expect(card.card.rows).to.deep.equal([{ label: '发起人', value: '李静' }])
    })

    for (const key of ['open', 'settled', 'pick:0', 'confirm:', 'Confirm', '', 'constructor']) {
      it(`does nothing for the key “${key}”, and waits for its own`, async () => {
        await at.wait(xiaoming)
        const card = await at.say(`通过 ${xiaoming}`)

        expect(readOf(await at.press(card, key))).to.contain('这个按钮不执行任何操作')
        expect(at.decisions[0]).to.include({ status: 'waiting' })
        expect((await at.press(card, 'confirm')).kind).to.equal('settled')
      })
    }

    for (const key of ['confirm', 'open', 'pick:', 'pick:2', 'pick:-1', 'pick:0x0', 'pick:1e0']) {
      it(`takes nobody of several for the key “${key}”`, async () => {
        await at.person('王小明')
        const card = await at.say('解绑 王小明')

        expect(readOf(await at.press(card, key))).to.contain('这个按钮不执行任何操作')
        expect((await at.press(card, 'pick:1')).kind).to.equal('settled')
      })
    }

    it('asks who is meant without a word that could be cut off', async () => {
      const other = await at.person('王小明')
      const card = await at.say('解绑 王小明')

      expect(readOf(card)).to.equal(
        `有 2 位 王*明，是哪一位？\n5 分钟内有效\n${xiaoming}：综合柜员\n${other}：综合柜员\n发起人：李静`,
      )
    })

    it('asks again whether the one who presses may still do it', async () => {
      const card = await bulk()
      at.deps.memberOf = async (orgId, userid) => ({
        orgId,
        memberId: 'm',
        userid,
        name: '李静',
        grants: [{ role: 'auditor', positionIds: 'all' }],
      })

      expect(readOf(await at.press(card, 'confirm'))).to.contain('你的角色不能这样做')
      expect(at.sent).to.deep.equal([])
    })

    it('writes down the preview, and each person before something is done', async () => {
      await at.press(await bulk(), 'confirm')

      expect(written()).to.deep.equal([
        'm-li-jing invitation.resend.preview done',
        'm-li-jing invitation.resend allowed',
        'm-li-jing invitation.resend allowed',
      ])
    })
  })

  describe('a button under a report', () => {
    it('asks before it decides, whoever presses it', async () => {
      await at.wait(xiaoming)
      const report = await at.say(`报告 ${xiaoming}`)
      const confirm = await at.press(report, `advance:${await at.applicationId(xiaoming)}`, 'zhou-min')

      expect(readOf(confirm)).to.contain('发起人：周敏')
      expect(readOf(await at.press(confirm, 'confirm', 'zhou-min')))
        .to.contain('已通过这一轮')
        .and.to.contain('收到复试通知')
    })

    it('asks for the reason of a decline instead', async () => {
      await at.wait(xiaoming)

      expect(
        readOf(await at.press(await at.say(`报告 ${xiaoming}`), `decline:${await at.applicationId(xiaoming)}`)),
      ).to.contain('要写一句理由')
    })
  })
})
