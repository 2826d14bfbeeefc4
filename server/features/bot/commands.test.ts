import { expect } from 'chai'
import { readFileSync } from 'node:fs'
import { botSetup, readOf, type BotSetup } from '../../../test/builders/bot.js'
import { commands } from './commands/index.js'
import { runCommand } from './run-command.js'

const minute = 60_000
const day = 24 * 60 * minute

describe('the bot’s commands', () => {
  let at: BotSetup
  let xiaoming: string
  const read = async (text: string, userid?: string) => readOf(await at.say(text, userid))
  const written = () => at.audit.map(({ action, result, actor }) => `${actor} ${action} ${result}`)

  beforeEach(async () => {
    at = await botSetup()
    xiaoming = await at.person('王小明')
  })

  it('have a word in each language, and names and words of their own', () => {
    const [verbs, words] = [commands.map(({ verb }) => verb), commands.flatMap((command) => command.words)]

    expect(new Set(verbs).size).to.equal(verbs.length)
    expect(new Set(words).size).to.equal(words.length)
    for (const command of commands) {
      expect(command.words[0], command.verb).to.match(/^\p{Script=Han}/u)
      expect(
        command.words.some((word) => /^[a-z]/.test(word)),
        command.verb,
      ).to.equal(true)
    }
  })

  it('are all named by docs/bot.md', () => {
    const page = readFileSync('docs/bot.md', 'utf8')
    for (const { verb } of commands) expect(page).to.contain(`\`${verb}\``)
  })

  it('helps with what the one who asks may do', async () => {
    const [recruiter, interviewer] = [await read('@小招 帮助'), await read('help', 'zhao-ying')]

    for (const word of [
      '今日',
      '进度',
      '名单',
      '重发',
      '提醒',
      '延期',
      '撤销',
      '报告',
      '待办',
      '通过',
      '待定',
      '婉拒',
      '解绑',
    ])
      expect(recruiter).to.contain(`**${word}**`)
    expect(interviewer).to.contain('**progress** A7K2: where somebody stands').and.not.to.contain('resend')
  })

  describe('that name the group', () => {
    const named = () => at.groupChats.chatIdOf('o1')

    for (const text of ['@小招 这里是招聘群', '这是招聘群。', '@小招 This is the hiring group', 'here']) {
      it(`take “${text}” of an HR administrator for the chat it was typed in, and write it down first`, async () => {
        expect(await read(text, 'zhou-min')).to.match(/^好，这里是招聘群。|^This is the hiring group/)
        expect(await named()).to.equal('g1')
        expect(written()).to.deep.equal(['m-zhou-min group-chat.name allowed'])
      })
    }

    it('are for HR administrators only', async () => {
      for (const userid of ['li-jing', 'chen-hao', 'zhao-ying', 'sun-tao'])
        expect(await read('这里是招聘群', userid)).to.contain('你的角色不能这样做')

      expect(await named()).to.equal(undefined)
      expect(written()).to.include('m-li-jing group-chat.name refused')
    })

    it('name neither a single chat nor anything when more is said', async () => {
      const alone = { orgId: 'o1', userid: 'zhou-min', msgid: 'm-alone', text: '这里是招聘群' }
      expect(readOf(await runCommand(at.deps, { ...alone, chat: { kind: 'single', id: 'zhou-min' } }))).to.contain(
        '单聊',
      )
      expect(await read('here is the list', 'zhou-min')).to.contain('“help”')

      expect(await named()).to.equal(undefined)
    })

    it('do nothing while the audit trail is away', async () => {
      at.auditAway = true

      expect(await read('这里是招聘群', 'zhou-min')).to.contain('现在答不了')
      expect(await named()).to.equal(undefined)
    })

    it('follow the group to another chat', async () => {
      await read('这里是招聘群', 'zhou-min')
      const elsewhere = { orgId: 'o1', userid: 'zhou-min', msgid: 'm-2', text: '这里是招聘群' }
      await runCommand(at.deps, { ...elsewhere, chat: { kind: 'group', id: 'g2' } })

      expect(await named()).to.equal('g2')
    })
  })

  it('keep no mention of the bot in a reason', async () => {
    await at.wait(xiaoming)
    const reasons: string[] = []
    const { decideOn } = at.deps
    at.deps.decideOn = (ruling) => {
      reasons.push(ruling.reason)
      return decideOn(ruling)
    }
    await at.say(`待定 ${xiaoming} 等第二位 @小招 一起看 @小招`)

    expect(reasons).to.deep.equal(['等第二位 一起看'])
  })

  it('answers an empty call with help', async () => {
    expect(await read('@小招')).to.contain('**待办**')
  })

  it('tells today’s figures and who waits the longest', async () => {
    const chen = await at.person('陈立', { positionId: 'risk' })
    await at.wait(chen)
    at.pass(2 * day + 4 * 60 * minute)
    const fresh = await at.person('赵一')
    await at.wait(fresh)

    expect(await read('今日')).to.equal(
      `今天：邀请 1 · 打开 0 · 完成 11 · 报告 11 · **等待决定 2**\n最久：陈* ${chen}（风险岗）2 天 4 小时`,
    )
    expect(await read('today', 'chen-hao'))
      .to.contain('**waiting for a decision 1**')
      .and.to.contain(fresh)
      .and.not.to.contain(chen)
  })

  it('tells where somebody stands and what happened', async () => {
    await at.wait(xiaoming)
    at.pass(2 * 60 * minute)

    expect(await read(`进度 ${xiaoming}`)).to.equal(
      `王*明 ${xiaoming}（综合柜员）：等待决定（AI 初面），已等 2 小时。\n投递 11-22 10:00 · 邀请 11-22 10:00 · 报告 11-22 10:00 · 截止 11-25 10:00`,
    )
  })

  it('lists who is under way, without those who were declined', async () => {
    const declined = await at.person('李雷')
    await at.wait(declined, { status: 'decided', verdict: 'decline' })
    await at.person('陈立', { positionId: 'risk' })

    expect(await read('名单 柜员')).to.equal(`“柜员”进行中 1 人：\n> 王*明 ${xiaoming} 综合柜员 · 邀请已发出，未打开`)
    expect((await read('名单')).split('\n')).to.have.length(3)
    expect(await read('名单 客户经理')).to.equal('“客户经理”现在没有进行中的人。')
  })

  it('lists who waits, the longest first, ten at most', async () => {
    for (let index = 0; index < 12; index += 1) {
      await at.wait(await at.person(`赵${'一二三四五六七八九十甲乙'[index]}`))
      at.pass(60 * minute)
    }

    const lines = (await read('待办')).split('\n')
    expect(lines[0]).to.equal('**12 人**等待决定：')
    expect(lines[1]).to.match(/^> 赵\* \S{4} 综合柜员 · AI 初面 · 已等 12 小时$/)
    expect(lines).to.have.length(12)
    expect(lines.at(-1)).to.equal('还有 2 人，在控制台“等待决定”里。')
  })

  it('says in the list whose promised time is over', async () => {
    await at.wait(xiaoming)
    at.pass(2 * day)

    expect(await read('待办')).to.contain('1 人已超时')
  })

  it('sends an invitation again, and says which way it went and why', async () => {
    at.pass(day)

    expect(await read(`@小招 重发 ${xiaoming.toLowerCase()}`)).to.equal(
      `已重新发送给 王*明 ${xiaoming}（综合柜员）。\n走的是：短信，没有可用的微信订阅。上次 11-22 10:00 发出，未打开。`,
    )
    expect(written()).to.deep.equal(['m-li-jing invitation.resend allowed'])
  })

  it('does it once for one message, however often it runs', async () => {
    for (let turn = 0; turn < 3; turn += 1) await at.say(`延期 ${xiaoming} 2天`, 'li-jing', 'the-same')

    expect((await at.invitation(xiaoming)).closesAt).to.deep.equal(new Date(at.now().getTime() + 5 * day))
    expect(at.sent).to.have.length(1)
  })

  it('answers why it does not send to somebody who has no invitation', async () => {
    const lei = await at.person('李雷', { invited: false })
    await at.wait(lei, { stage: 'screening', proposal: 'decline' })

    expect(await read(`重发 ${lei}`)).to.equal(
      `李* ${lei}（综合柜员）还没有面试邀请。\n原因：简历初筛建议婉拒，要等人确认。想邀请，发：通过 ${lei}`,
    )
    expect(at.sent).to.deep.equal([])
  })

  it('answers why it does not send to somebody whose time is over, and offers more', async () => {
    at.pass(4 * day)

    expect(await read(`提醒 ${xiaoming}`))
      .to.contain(`没有再发给 王*明 ${xiaoming}`)
      .and.to.contain('邀请已过期（11-25 10:00 截止）')
      .and.to.contain('延期')
    expect(await read(`延期 ${xiaoming} 24小时`))
      .to.contain(`已延期到 11-27 10:00`)
      .and.to.contain('走的是：短信')
  })

  it('unlocks only what is locked', async () => {
    expect(await read(`解绑 ${xiaoming}`)).to.contain('没有被锁定')
    const invitation = await at.invitation(xiaoming)
    for (let tries = 0; tries < 5; tries += 1) await at.deps.invitations.takeTry(invitation)

    expect(await read(`unlock ${xiaoming}`)).to.contain('is unlocked')
    expect(await at.invitation(xiaoming)).to.include({ wrongTails: 0 })
  })

  it('shows a report as a card that leads to its page, with buttons to decide', async () => {
    await at.wait(xiaoming)

    const answer = await at.say(`报告 ${xiaoming}`)
    if (answer.kind !== 'card') throw new Error(readOf(answer))
    expect(answer.card).to.include({ title: `报告 · 王*明 ${xiaoming}`, description: '综合柜员' })
    const opens = `http://localhost:7300/console/candidates/${await at.applicationId(xiaoming)}`
    expect(answer.card.rows).to.deep.equal([{ label: '报告', value: '查看报告', opens }])
    expect(answer.card.buttons.map(({ text }) => text)).to.deep.equal(['进入下一轮', '待定', '婉拒'])
  })

  it('shows a report that nobody has to decide on as a link: a card would need a button', async () => {
    await at.wait(xiaoming, { status: 'decided', verdict: 'advance' })

    expect(await read(`report ${xiaoming}`)).to.contain(
      `\n[See report](http://localhost:7300/console/candidates/${await at.applicationId(xiaoming)})`,
    )
  })

  it('says that there is no report yet', async () => {
    expect(await read('报告 王小明')).to.equal(`王*明 ${xiaoming}（综合柜员）还没有报告。\n现在：邀请已发出，未打开。`)
  })

  it('holds at once, for nothing goes out', async () => {
    await at.wait(xiaoming)

    expect(await read(`待定 ${xiaoming} 等第二位一起看`)).to.equal(
      `王*明 ${xiaoming}（综合柜员）已记为待定。\n没有给候选人发消息。`,
    )
  })

  it('says so when nothing waits for a decision', async () => {
    expect(await read(`通过 ${xiaoming}`)).to.equal(
      `王*明 ${xiaoming}（综合柜员）现在没有等你们做的决定。\n现在：邀请已发出，未打开。`,
    )
  })

  it('asks for the reason of a decline', async () => {
    await at.wait(xiaoming)

    expect(await read(`婉拒 ${xiaoming}`)).to.contain('要写一句理由')
    expect(at.decisions[0]).to.include({ status: 'waiting' })
  })

  for (const [typed, said] of [
    ['重发', '要说是谁'],
    ['重发 Z9Z9', '没有找到 Z9Z9'],
    ['重发 韩梅梅', '没有找到 韩*梅'],
    ['崇发 A7K2', '你是想发“重发 A7K2”吗'],
    ['resnd A7K2', 'Did you mean “resend A7K2”'],
    ['天气怎么样', '没看懂'],
    ['延期 王小明 60天', '最多 30 天'],
    ['进度 @all', '没有找到'],
  ] as const) {
    it(`answers “${typed}” with “${said}”`, async () => {
      expect(await read(typed)).to.contain(said)
    })
  }

  it('answers in the language of the command', async () => {
    expect(await read(`progress ${xiaoming}`)).to.contain('(Bank teller): invitation sent, not opened yet.')
  })

  it('names nobody in full and no phone, whatever is asked', async () => {
    await at.wait(xiaoming)
    for (const { words, verb } of commands) {
      const said = await read(
        verb === 'list' || verb === 'today' || verb === 'todo' ? words[0]! : `${words[0]} 王小明 理由`,
      )
      expect(said, verb)
        .not.to.contain('王小明')
        .and.not.to.match(/1[3-9]\d{9}/)
    }
  })
})
