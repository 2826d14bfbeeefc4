/**
 * A recruiter's whole day, typed in the group through real processes. What is said goes to docs/bot.md: WRITE_DOCS=1 writes it,
 * otherwise the file must say the same.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { expect } from 'chai'
import { li, wang } from '../../scripts/demo/people.js'
import { waitFor } from '../../scripts/demo/wait-for.js'
import type { GroupPost } from '../../shared/contracts/sandbox.js'
import { becomeFirstAdmin } from './first-admin.js'
import { hrGroup, isNews, type HrGroup } from './hr-group.js'
import { newcomerWithPhone } from './newcomers.js'
import { inTheMorning, passTime } from './pass-time.js'
import { accept, applyAndBeInvited, finishInterview, type Person } from './steps.js'
import { transcript } from './transcript.js'
import { startWorld, type World } from './world.js'

const docs = new URL('../../docs/bot.md', import.meta.url)
const minute = 60_000
const hour = 60 * minute

describe('a recruiter’s day in the group', () => {
  let world: World
  let hr: HrGroup
  const codes: Record<string, string> = {}

  before(async () => {
    world = await startWorld()
    await inTheMorning(world)
    hr = hrGroup(world)
    await waitFor('the bot to lead', async () => world.log().includes('the bot is connected'))
  })
  after(() => world.end())

  const codeIn = (content: string, masked: string): string => {
    const found = new RegExp(`${masked.replace(/\*/g, '\\*')} ([0-9A-HJKMNP-TV-Z]{4})`).exec(content)
    if (!found) throw new Error(`no code of ${masked} in ${content}`)
    return found[1]!
  }
  /** By SMS as well: the phone is proved. A number takes one every 30 s. */
  async function reachable({ candidate, resume }: Person): Promise<void> {
    await candidate.provePhone(resume.phone)
    await passTime(world, 60_000)
  }
  const ask = async (text: string, from?: string) => (await hr.ask(text, from)).content
  const news = async (text: string): Promise<GroupPost> => {
    await world.sandbox.setClock({ speed: 60 })
    const found = await waitFor(`${text} in the group`, async () =>
      (await hr.posts()).find((post) => isNews(post) && post.content.includes(text)),
    )
    await world.sandbox.setClock({ speed: 1 })
    return found
  }

  it('begins with what the bot can do and with today’s figures', async () => {
    expect(await ask('帮助')).to.contain('**婉拒** A7K2 理由')
    expect(await ask('今日')).to.equal('今天：邀请 0 · 打开 0 · 完成 0 · 报告 0 · **等待决定 0**\n目前没有人等待决定。')
  })

  it('finds people by name and tells where they stand', async () => {
    const person = { ...wang, candidate: await world.phone(wang.personId) }
    await reachable(person)
    const link = await applyAndBeInvited(world, person)
    const said = await ask('进度 王小明')
    codes.wang = codeIn(said, '王*明')

    expect(said).to.contain('综合柜员').and.to.contain('邀请已')
    await accept(person, link)
    expect(await ask(`进度 ${codes.wang.toLowerCase()}`)).to.contain('邀请已打开')
  })

  it('sends an invitation again, and it arrives', async () => {
    const zhao = await newcomerWithPhone(world, { name: '赵一帆' })
    await reachable(zhao)
    await zhao.candidate.apply('teller', zhao.resume, 'tap-zhao-0001')
    codes.zhao = codeIn(
      await waitFor(
        'the invitation to be sent',
        async () => {
          const said = (await hr.askQuietly('进度 赵一帆')).content
          return said.includes('邀请已发出') ? said : undefined
        },
        { everyMs: 2_000 },
      ),
      '赵*帆',
    )
    await passTime(world, 2 * hour)
    const before = (await world.sandbox.inbox(zhao.personId)).length

    expect(await ask(`重发 ${codes.zhao}`)).to.match(/^已重新发送给 赵\*帆 .{4}（综合柜员）。\n走的是：短信，/)
    expect((await world.sandbox.inbox(zhao.personId)).length).to.equal(before + 1)
    await passTime(world, hour)
    expect(await ask(`提醒 ${codes.zhao}`)).to.contain('已提醒 赵*帆')
  })

  it('says why it does not send to 李雷, whom screening would decline', async () => {
    const lei = { ...li, candidate: await world.phone(li.personId) }
    await reachable(lei)
    await lei.candidate.apply('teller', lei.resume, 'tap-li-0001')
    await waitFor('the proposal', async () => (await hr.askQuietly('待办')).content.includes('李*'), { everyMs: 2_000 })
    expect(await ask('待办')).to.contain('**1 人**等待决定')
    const said = await ask('重发 李雷')
    codes.li = codeIn(said, '李*')

    expect(said).to.equal(
      `李* ${codes.li}（综合柜员）还没有面试邀请。\n原因：简历初筛建议婉拒，要等人确认。想邀请，发：通过 ${codes.li}`,
    )
    expect((await world.sandbox.inbox(lei.personId)).filter(({ opens }) => opens)).to.deep.equal([])
  })

  it('asks which of two 王小明 is meant, and goes on with the one that is pressed', async () => {
    const other = await newcomerWithPhone(world, { name: '王小明' })
    await reachable(other)
    await other.candidate.apply('teller', other.resume, 'tap-wang-0002')
    await waitFor('two of them', async () => (await hr.askQuietly('进度 王小明')).card, { everyMs: 2_000 })
    const card = await hr.ask('进度 王小明')

    expect(card.card?.title).to.contain('有 2 位 王*明')
    const settled = await hr.press(card, codes.wang!)
    expect(settled.card!.buttons.map(({ text }) => text)).to.deep.equal(['已处理'])
    expect(settled.content).to.contain(codes.wang)
  })

  it('asks before it sends to several, and lets only the one who asked confirm', async () => {
    await passTime(world, hour)
    const card = await hr.ask(`提醒 ${codes.zhao} ${codes.wang}`)

    expect(card.content).to.contain('提醒 2 人，确认吗？')
    expect((await hr.press(card, '确认', 'zhou-min')).content).to.contain('我还不认识你')
    expect((await hr.press(card, '确认', 'zhao-ying')).content).to.contain('你的角色不能这样做')
    expect((await hr.press(card, '确认')).card?.text).to.contain('已提醒')
  })

  it('extends and revokes, and the link follows', async () => {
    await passTime(world, 10 * minute)
    expect(await ask(`延期 ${codes.zhao} 24小时`)).to.contain('已延期到')
    const card = await hr.ask(`撤销 ${codes.zhao}`)
    expect((await hr.press(card, '确认')).content).to.contain('已撤销')
    expect(await ask(`重发 ${codes.zhao}`)).to.contain('邀请已撤销，链接打不开了')
  })

  it('is told by an HR administrator, and by nobody else, in which group its cards with buttons go', async () => {
    expect(await ask('今日', 'zhou-min')).to.contain('我还不认识你')
    expect(await ask('这里是招聘群')).to.contain('你的角色不能这样做')
    await becomeFirstAdmin(world, 'zhou-min')
    expect(await ask('这里是招聘群', 'zhou-min')).to.contain('好，这里是招聘群')
  })

  it('gets a report with buttons, decides with one, and the candidate is told', async () => {
    const person = await newcomerWithPhone(world, { name: '孙晓月' })
    await finishInterview(world, person)
    await person.candidate.subscribe(['progress', 'result', 'next-round'])
    const card = await news('报告已生成')
    hr.told.push({ bot: card })
    expect(card.card?.buttons.map(({ text }) => text)).to.deep.equal(['进入下一轮', '待定'])
    expect(card.card?.rows[0]?.opens).to.contain('/api/staff/sign-in?via=wecom&returnTo=')

    const report = await hr.ask('报告 孙晓月')
    expect(report.card?.buttons.map(({ text }) => text)).to.deep.equal(['进入下一轮', '待定', '婉拒'])
    expect(await ask('待定 孙晓月 等第二位一起看'))
      .to.contain('已记为待定')
      .and.to.contain('没有给候选人发消息')
    const confirm = await hr.press(card, '进入下一轮')
    expect(confirm.content).to.contain('通过 孙*月')
    expect(confirm.card?.buttons.map(({ text }) => text)).to.deep.equal(['确认', '取消'])
    expect(confirm.content).to.contain('去安排：时间和地点') // nobody has set them
    expect((await hr.press(confirm, '确认')).content).to.contain('已通过这一轮')
  })

  it('declines with a reason only, after a confirmation', async () => {
    expect(await ask(`婉拒 ${codes.li}`)).to.contain('要写一句理由')
    const card = await hr.ask(`婉拒 ${codes.li} 专业不符合岗位要求`)
    expect(card.content).to.contain('收到婉拒信')
    const before = (await world.sandbox.inbox(li.personId)).length
    await hr.press(card, '确认')

    await waitFor('the letter', async () => (await world.sandbox.inbox(li.personId)).length > before)
  })

  it('refuses who may not, and does not understand everything', async () => {
    expect(await ask('重发 王小明', 'zhao-ying')).to.contain('你的角色不能这样做')
    expect(await ask('崇发 王小明')).to.contain('你是想发“重发 A7K2”吗')
  })

  it('ends the day with the list, what waits, and the figures', async () => {
    await passTime(world, 2 * hour)
    expect(await ask('名单')).to.contain('进行中')
    expect(await ask('today')).to.match(/^Today: invited \d+ · opened \d+ · finished 1 · reports 1/)
    expect(await ask('解绑 王小明')).to.contain('王*明')
    expect(await ask(`progress ${codes.wang}`)).to.contain('(Bank teller): invitation opened, not started.')
    expect(await ask('help')).to.contain('**resend** A7K2: send the invitation again')
  })

  it('named nobody in full, no phone and no score', async () => {
    const said = (await hr.posts())
      .filter(({ from }) => from.kind === 'bot')
      .map(({ content }) => content)
      .join('\n')

    for (const secret of ['王小明', '李雷', '赵一帆', '孙晓月', '13800138000']) expect(said).not.to.contain(secret)
    expect(world.log()).not.to.contain('赵一帆')
  })

  it('is the day that docs/bot.md tells', async () => {
    const told = transcript(hr.told)
    if (process.env.WRITE_DOCS) await writeFile(docs, told)

    expect(told).to.equal(await readFile(docs, 'utf8'))
  })
})
