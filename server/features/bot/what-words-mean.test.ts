import { expect } from 'chai'
import { botSetup, readOf, writtenDown, type BotSetup } from '../../../test/builders/bot.js'

const day = 24 * 3_600_000

describe('what the words of a command mean', () => {
  let at: BotSetup
  let xiaoming: string
  let lei: string
  const read = async (text: string, userid?: string) => readOf(await at.say(text, userid))
  const reasons: string[] = []

  beforeEach(async () => {
    at = await botSetup()
    xiaoming = await at.person('王小明')
    lei = await at.person('李雷')
    reasons.length = 0
    const { decideOn } = at.deps
    at.deps.decideOn = (ruling) => {
      reasons.push(ruling.reason)
      return decideOn(ruling)
    }
  })

  describe('behind a decision', () => {
    it('takes CET4 for a reason, since nobody has that code', async () => {
      await at.wait(xiaoming)
      const card = await at.say(`婉拒 ${xiaoming} CET4 没过`)

      expect(readOf(card)).to.contain(`婉拒 王*明 ${xiaoming}，确认吗？`).and.to.contain('理由：CET4 没过')
      await at.press(card, 'confirm')
      expect(reasons).to.deep.equal(['CET4 没过'])
    })

    it('takes two names for two people', async () => {
      await at.wait(xiaoming)
      await at.wait(lei)

      expect(await read('通过 王小明 李雷')).to.contain('通过 2 人，确认吗？')
      expect(await read('通过 王小明、李雷，都不错'))
        .to.contain('通过 2 人，确认吗？')
        .and.to.contain('理由：都不错')
    })

    it('asks before a hold too when its reason begins like a code', async () => {
      await at.wait(xiaoming)
      const card = await at.say(`待定 ${xiaoming} B3T9 一起看`)

      expect(readOf(card)).to.contain('确认吗？').and.to.contain('理由：B3T9 一起看')
      expect(reasons).to.deep.equal([])
    })

    it('asks who is meant by a word that is one person’s code and another’s name', async () => {
      const named = await at.person(xiaoming)
      const card = await at.say(`进度 ${xiaoming}`)

      if (card.kind !== 'card') throw new Error(readOf(card))
      expect(card.card.buttons.map(({ text }) => text).sort()).to.deep.equal([xiaoming, named].sort())
    })

    it('reads what was spoken, where nothing parts a name from the reason, and asks', async () => {
      await at.wait(xiaoming)

      expect(await read('待定王小明等第二位一起看。'))
        .to.contain('确认吗？')
        .and.to.contain('理由：等第二位一起看。')
    })

    it('tells all who share a name, also when they are more than a card has buttons for', async () => {
      for (let count = 0; count < 6; count += 1) await at.person('王小明')

      expect(await read('进度 王小明')).to.contain('有 7 位 王*明，请写短码')
    })

    it('does nothing for more people than one message may name, instead of leaving some out', async () => {
      const many = [xiaoming, lei]
      while (many.length < 21) many.push(await at.person('赵一'))

      expect(await read(`提醒 ${many.join(' ')}`)).to.contain('一次最多 20 位')
      expect(at.sent).to.deep.equal([])
    })
  })

  describe('as people say it', () => {
    for (const word of ['拒绝', '不通过', 'reject']) {
      it(`declines for “${word}”, once confirmed`, async () => {
        await at.wait(xiaoming)
        expect(await read(`${word} ${xiaoming} 专业不符`)).to.match(/^(婉拒|Decline) 王\*明/)
      })
    }

    it('asks which one is meant by “pass”, and goes on with the button that is pressed', async () => {
      await at.wait(xiaoming)
      const card = await at.say('pass 王小明')

      if (card.kind !== 'card') throw new Error(readOf(card))
      expect(card.card.title).to.equal(`“pass” 王*明 ${xiaoming}：是哪个意思？`)
      expect(card.card.buttons.map(({ text }) => text)).to.deep.equal(['进入下一轮', '婉拒'])
      expect(at.decisions[0]).to.include({ status: 'waiting' })
      const asking = await at.press(card, `advance:${await at.applicationId(xiaoming)}`)
      expect(readOf(asking)).to.contain(`通过 王*明 ${xiaoming}，确认吗？`)
    })

    it('says the two ways of writing “pass” when it is about nobody in particular', async () => {
      expect(await read('pass')).to.contain('“通过 A7K2 [理由]” 或 “婉拒 A7K2 理由”')
      expect(await read(`pass ${xiaoming} ${lei}`)).to.contain(`“通过 ${xiaoming} ${lei}” 或 “婉拒 ${xiaoming} ${lei}”`)
      expect(await read('pass 王小明', 'zhao-ying')).to.contain('你的角色不能这样做')
    })

    it('tells how somebody is doing whose name or code is all that was typed', async () => {
      expect(await read('王小明')).to.contain(`王*明 ${xiaoming}（综合柜员）：邀请已发出`)
      expect(await read(`${xiaoming.toLowerCase()}？`)).to.contain('邀请已发出')
      expect(await read('Z9Z9')).to.contain('没有找到 Z9Z9')
      expect(await read('韩梅梅')).to.contain('没看懂')
      expect(writtenDown(at)).to.include('m-li-jing candidate.read done')
    })

    it('tells nobody’s progress to who may not read it', async () => {
      expect(await read('王小明', 'sun-tao')).to.contain('没看懂')
    })

    for (const [typed, said] of [
      ['谢谢', '不客气'],
      ['谢谢你。', '不客气'],
      ['辛苦了！', '不客气'],
      ['thanks', 'You’re welcome'],
    ] as const) {
      it(`answers “${typed}” with “${said}”`, async () => {
        expect(await read(typed)).to.contain(said)
      })
    }
  })

  describe('with too little', () => {
    it('asks before it extends by hours that nobody typed', async () => {
      const card = await at.say(`延期 ${xiaoming}`)

      expect(readOf(card)).to.contain(`延期 王*明 ${xiaoming}，确认吗？`).and.to.contain('24 小时')
      expect(at.sent).to.deep.equal([])
      expect(readOf(await at.press(card, 'confirm'))).to.contain('已延期到 11-26 10:00')
    })

    it('names the one whose 婉拒 was pressed in its example', async () => {
      await at.wait(xiaoming)
      const report = await at.say(`报告 ${xiaoming}`)

      expect(readOf(await at.press(report, `decline:${await at.applicationId(xiaoming)}`))).to.contain(
        `例如：婉拒 ${xiaoming} 三题`,
      )
    })

    it('names the one whose time is over in its advice', async () => {
      at.pass(4 * day)

      expect(await read(`提醒 ${xiaoming}`)).to.contain(`延期 ${xiaoming} 24小时`)
      expect(await read(`延期 ${xiaoming} 60天`)).to.contain(`例如：延期 ${xiaoming} 2天`)
    })
  })

  describe('with too much', () => {
    it('finds whose invitation is revoked for a reason, and says that the reason is not kept', async () => {
      const card = await at.say(`撤销 ${xiaoming} 他自己不来了`)

      expect(readOf(card)).to.contain(`撤销 王*明 ${xiaoming}，确认吗？`).and.to.contain('理由：撤销不记理由')
      expect(readOf(await at.press(card, 'confirm'))).to.contain('已撤销')
    })
  })

  describe('mistyped', () => {
    it('keeps whom and what it was about, as a code', async () => {
      expect(await read('崇发 王小明')).to.contain(`你是想发“重发 ${xiaoming}”吗`)
      expect(await read(`崇发${xiaoming}。`)).to.contain(`你是想发“重发 ${xiaoming}”吗`)
      expect(await read(`盐期 ${xiaoming} 48小时`)).to.contain(`你是想发“延期 ${xiaoming} 48小时”吗`)
      expect(await read(`婉居 ${xiaoming} 专业不符`)).to.contain(`你是想发“婉拒 ${xiaoming} 专业不符”吗`)
      expect(await read('崇发 韩梅梅')).to.contain('你是想发“重发 A7K2”吗')
    })

    it('gives nobody a code that they may not see', async () => {
      const risk = await at.person('陈立', { positionId: 'risk' })

      expect(await read('近度 陈立', 'chen-hao')).not.to.contain(risk)
    })
  })

  it('says in the progress that the phone’s digits are locked, and what opens them', async () => {
    const invitation = await at.invitation(xiaoming)
    for (let tries = 0; tries < 5; tries += 1) await at.deps.invitations.takeTry(invitation)

    expect(await read(`进度 ${xiaoming}`))
      .to.contain('已锁定')
      .and.to.contain(`解绑 ${xiaoming}`)
    expect(await read(`进度 ${lei}`)).not.to.contain('锁')
  })

  describe('closed as a sentence', () => {
    for (const typed of ['/今日', '今日。', '今日？', '@小招/今日', '@小招。今日', '、今日', 'today?', '/today']) {
      it(`reads “${typed}”`, async () => {
        expect(await read(typed)).to.match(/^今天：|^Today:/)
      })
    }

    for (const typed of [
      '进度 王小明。',
      '进度王小明？',
      '/进度 王小明',
      '进度。王小明！',
      '进度 王小明~',
      '进度/王小明',
    ]) {
      it(`reads “${typed}”`, async () => {
        expect(await read(typed)).to.contain(`王*明 ${xiaoming}`)
      })
    }

    for (const typed of ['名单 柜员？', '名单柜员。', '名单/柜员']) {
      it(`reads “${typed}”`, async () => {
        expect(await read(typed)).to.contain('“柜员”进行中 2 人')
      })
    }

    it('takes a closing sign for no reason', async () => {
      await at.wait(xiaoming)
      expect(await read(`婉拒 ${xiaoming}。。`)).to.contain('要写一句理由')
    })
  })
})
