import { expect } from 'chai'
import { botSetup, readOf, type BotSetup } from '../../../test/builders/bot.js'
import { commands } from './commands/index.js'
import { parseBehind, codeIn } from './parse-people.js'
import { parseMessage, withoutMention } from './parse-message.js'

const minute = 60_000

describe('what the bot is careful about', () => {
  let at: BotSetup
  let xiaoming: string
  const read = async (text: string, userid?: string) => readOf(await at.say(text, userid))
  const written = () =>
    at.audit.map(({ action, result, actor, code }) => [actor, action, result, code].filter(Boolean).join(' '))

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

  describe('a confirmation', () => {
    let lei: string
    beforeEach(async () => {
      lei = await at.person('李雷')
    })
    const bulk = () => at.say(`重发 ${xiaoming} ${lei}`)

    it('comes before a bulk: how many, who, what', async () => {
      const card = await bulk()

      expect(readOf(card)).to.equal(
        `重发 2 人，确认吗？\n王*明 ${xiaoming}、李* ${lei}：再收到一次面试邀请。由 李静 发起，5 分钟内有效。`,
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
        `王*明 ${xiaoming}（综合柜员）：复试的时间地点还没定：确认后先记下通过，通知要等时间地点定了才发。由 李静 发起`,
      )
      if (card.kind !== 'card') throw new Error('not a card')
      expect(card.card.buttons.map((button) => [button.text, 'url' in button ? button.url : button.key])).to.deep.equal(
        [
          ['确认', 'confirm'],
          ['去安排', `http://localhost:7300/console/candidates/${await at.applicationId(xiaoming)}`],
          ['取消', 'cancel'],
        ],
      )
      expect(at.decisions[0]).to.include({ status: 'waiting' })
      expect(readOf(await at.press(card, 'confirm')))
        .to.contain('已通过这一轮')
        .and.to.contain('时间地点还没定')
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

      expect(readOf(await at.say(`通过 ${xiaoming}`))).to.contain('收到复试通知。还有 2 项没有复核。由 李静 发起')
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
      expect(card.kind === 'card' && card.card.text.length).to.be.at.most(160)
      expect(readOf(card)).to.contain('valid for 5 minutes.').and.to.contain('2 answers not reviewed yet')
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

      expect(readOf(confirm)).to.contain('由 周敏 发起')
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

  describe('reading what was typed', () => {
    for (const [typed, left] of [
      ['@小招 重发 A7K2', '重发 A7K2'],
      ['@小招　重发　Ａ７Ｋ２', '重发 A7K2'],
      ['＠小招，今日', '今日'],
      ['@Xiaozhao: today', 'today'],
      ['今日', '今日'],
      ['@小招\u2005待办', '待办'],
      ['@别的机器人 帮助', '帮助'],
    ] as const) {
      it(`takes the mention away from “${typed}”`, () => {
        expect(withoutMention(typed, ['小招', 'Xiaozhao'])).to.equal(left)
      })
    }

    for (const [typed, code] of [
      ['a7k2', 'A7K2'],
      ['A7KO', 'A7K0'],
      ['IL0V', '110V'],
      ['ABCU', undefined],
      ['A7K', undefined],
      ['王小明', undefined],
    ] as const) {
      it(`reads ${typed} as ${code ?? 'no code'}`, () => {
        expect(codeIn(typed)).to.equal(code)
      })
    }

    for (const [rest, takes, refs, args] of [
      ['A7K2 B3T9、C5M8', 'nothing', ['A7K2', 'B3T9', 'C5M8'], {}],
      ['A7K2 24小时', 'hours', ['A7K2'], { hours: 24 }],
      ['A7K2 B3T9 两天', 'hours', ['A7K2', 'B3T9'], { hours: 48 }],
      ['2d a7k2', 'hours', ['a7k2'], { hours: 48 }],
      ['王小明 2 days', 'hours', ['王小明'], { hours: 48 }],
      ['A7K2', 'hours', ['A7K2'], {}],
      ['A7K2 good fit, really', 'reason', ['A7K2'], { reason: 'good fit, really' }],
      ['A7K2 B3T9：都不错', 'reason', ['A7K2', 'B3T9'], { reason: '都不错' }],
      ['王小明 答得不完整', 'reason', ['王小明'], { reason: '答得不完整' }],
      ['Jane Smith', 'nothing', ['Jane Smith'], {}],
    ] as const) {
      it(`reads “${rest}” as people and ${takes}`, () => {
        expect(parseBehind(rest, takes)).to.deep.equal({ refs, args })
      })
    }

    for (const [typed, verb] of [
      ['重发A7K2', 'resend'],
      ['RESEND A7K2', 'resend'],
      ['今天', 'today'],
      ['待办', 'todo'],
      ['reporting', undefined],
    ] as const) {
      it(`takes “${typed}” for ${verb ?? 'nothing it knows'}`, () => {
        const parsed = parseMessage(typed, commands)
        expect(parsed.kind === 'command' ? parsed.command.verb : undefined).to.equal(verb)
      })
    }
  })
})
