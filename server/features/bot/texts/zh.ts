import type { ReviewCounts } from '../../../../shared/contracts/review-queue.js'
import { stateWords } from '../../../../shared/state-words/index.js'
import type { InvitationStatus } from '../../../../shared/contracts/invitations.js'
import { listing } from '../../../texts/listing.js'
import type { Verdict } from '../../flow/index.js'
import type { NotOpen } from '../../invitations/index.js'
import type { DecisionVerb } from '../decision-buttons.js'

const words = stateWords.zh

const list = listing('zh')

export const zh = {
  person: (who: string, position: string) => `${who}（${position}）`,
  days: (days: number, hours: number) => `${days} 天${hours > 0 ? ` ${hours} 小时` : ''}`,
  hours: (hours: number) => `${hours} 小时`,
  minutes: (minutes: number) => `${minutes} 分钟`,
  betweenSentences: '',
  now: (state: string) => `现在：${state}。`,

  /** Arguments and purpose of a command, as help shows them, and what only this command says. */
  commands: {
    help: { usage: '', does: '我能做什么', head: '你可以这样问我，姓名或短码都行：' },
    today: {
      usage: '',
      does: '今天的数字，谁等得最久',
      figures: ({ invited, opened, finished, reports, waiting }: Figures) =>
        `今天：邀请 ${invited} · 打开 ${opened} · 完成 ${finished} · 报告 ${reports} · **${words.waiting} ${waiting}**`,
      longest: (who: string, since: string) => `最久：${who}${since}`,
    },
    todo: {
      usage: '',
      does: `谁在${words.waiting}，等得最久的在前`,
      head: (waiting: number, late: string) => `**${waiting} 人**${words.waiting}${late}：`,
      late: (count: number) => `，<font color="warning">${count} 人${words.overdue}</font>`,
      line: ({ who, position, stage, since }: TodoLine) => `> ${who} ${position} · ${stage} · 已等 ${since}`,
      more: (count: number) => `还有 ${count} 人，在控制台“${words.waiting}”里。`,
      again: (count: number, since: string) =>
        `**${count} 人**请你们再看一次，最久的已等 ${since}；在控制台“${words.waiting}”最上面答复。`,
      toRate: ({ first, second, settle, appeal }: ReviewCounts) =>
        `要评分的报告：${list(
          [
            first > 0 && `首评 ${first} 份`,
            second > 0 && `第二人评 ${second} 份`,
            settle > 0 && `商定 ${settle} 份`,
            appeal > 0 && `再看一次 ${appeal} 份`,
          ].filter((one) => one !== false),
        )}；在控制台“评阅”领取。`,
    },
    list: {
      usage: '[岗位]',
      does: '正在进行的人，最新的在前',
      about: (typed: string) => `“${typed}”`,
      none: (about: string) => `${about}现在没有进行中的人。`,
      head: ({ about, count, cut, shown }: ListHead) =>
        `${about}进行中 ${count}${cut ? '+' : ''} 人${count > shown ? `，最新 ${shown} 人` : ''}：`,
      line: (who: string, { position, state }: { position: string; state: string }) =>
        `> ${who} ${position} · ${state}`,
    },
    progress: {
      usage: 'A7K2',
      does: '走到哪一步了',
      line: (who: string, state: string) => `${who}：${state}。`,
      notShared: '对方没有选择与面试官共享，过程由招聘组跟进。',
      steps: {
        applied: (at: string) => `投递 ${at}`,
        invited: (at: string) => `邀请 ${at}`,
        opened: (at: string) => `打开 ${at}`,
        began: (at: string) => `开始 ${at}`,
        submitted: (at: string) => `提交 ${at}`,
        report: (at: string) => `报告 ${at}`,
        until: (at: string) => `截止 ${at}`,
      },
      locked: (code: string) => `手机尾号输错，${words.locked}，进不去。重新给 5 次机会，发：解绑 ${code}`,
    },
    report: {
      usage: 'A7K2',
      does: '报告的链接和决定按钮',
      none: (who: string) => `${who}还没有报告。`,
      notShared: (who: string) => `${who}没有选择与面试官共享，报告由招聘组阅读。`,
      title: (who: string) => `报告 · ${who}`,
      text: (at: string, state: string) => `${at} 生成 · ${state}`,
    },
    resend: {
      usage: 'A7K2',
      does: '把邀请再发一次',
      will: '再收到一次面试邀请',
      done: (who: string) => `已重新发送给 ${who}。`,
      notDone: (who: string) => `没有再发给 ${who}。`,
    },
    remind: {
      usage: 'A7K2',
      does: '提醒还没开始的人',
      will: '收到一次提醒',
      done: (who: string) => `已提醒 ${who}。`,
    },
    extend: {
      usage: 'A7K2 24小时',
      does: '多给些时间，过期的也能重新打开',
      will: (hours: number) => `多 ${hours} 小时，并收到新的截止时间`,
      done: (who: string, until: string) => `${who}已延期到 ${until}。`,
      notDone: (who: string) => `${who}没有延期。`,
      outOfRange: '最少 1 小时，最多 30 天。',
      example: (codes: string) => `例如：延期 ${codes} 2天`,
      begunBefore: '面试开始过了，或者已有新的邀请。',
    },
    revoke: {
      usage: 'A7K2 [理由]',
      does: '撤销邀请，要按确认',
      will: '链接会失效，不发消息',
      done: (who: string) => `已撤销 ${who}的邀请。`,
      notDone: (who: string) => `没有撤销 ${who}的邀请。`,
      effect: '链接已失效，没有给候选人发消息。',
    },
    unlock: {
      usage: 'A7K2',
      does: '手机尾号输错被锁定，重新给 5 次机会',
      will: '重新有 5 次机会',
      done: (who: string) => `${who}已解锁。`,
      effect: '手机尾号重新有 5 次机会，原来的链接能用。',
      wasOpen: (who: string) => `${who}没有被锁定。`,
      stillOpen: '手机尾号还可以继续核对。',
    },
    advance: { usage: 'A7K2 [理由]', does: '进入下一轮，要按确认', usualReason: '在群里通过' },
    hold: { usage: 'A7K2 [理由]', does: '先放一放，不发消息', usualReason: `在群里记为${words.onHold}` },
    decline: {
      usage: 'A7K2 理由',
      does: '婉拒并发信，要有理由，要按确认',
      reasonNeeded: '婉拒要写一句理由，只留在记录里，不发给候选人。',
      example: (codes: string) => `例如：婉拒 ${codes} 三题都没有答到要点`,
    },
    here: {
      usage: '',
      does: '带按钮的卡片以后发到这个群',
      done: '好，这里是招聘群。',
      effect: '带按钮的卡片以后发到这里，换群时在新群里再说一次。',
      noGroup: '这里是单聊，不是群。',
      sayItThere: '请在招聘群里 @我，说同一句话。',
    },
  },
  helpLine: ({ word, usage, does }: HelpLine) => `**${word}**${usage && ` ${usage}`}：${does}`,
  nobodyWaits: `目前没有人${words.waiting}。`,

  asking: {
    confirm: (_verb: string, { word, who }: { word: string; who: string }) => `${word} ${who}，确认吗？`,
    people: (count: number) => `${count} 人`,
    text: (names: string, will: string) => `${names}：${will}。`,
    valid: '5 分钟内有效',
    names: (shown: readonly string[], all: number) => `${list(shown)}${all > shown.length ? ` 等 ${all} 人` : ''}`,
    willOfSome: (will: string, count: number) => `${will}（${count} 人）`,
    betweenWills: '；',
    /** A card shows five characters of a label and 26 of a value (101032). */
    rows: {
      toReview: { label: '未复核', value: (count: number) => `还有 ${count} 项没有复核` },
      skipped: { label: '会跳过', value: (count: number) => `另有 ${count} 人现在不适用` },
      setTime: { label: '去安排', value: '时间和地点' },
      reason: { label: '理由', forgotten: '撤销不记理由' },
      asker: '发起人',
    },
    which: (count: number, name: string) => `有 ${count} 位 ${name}，是哪一位？`,
    yes: '确认',
    no: '取消',
  },
  pressed: {
    notYours: { fact: '这张卡片只有发起的人能按。', advice: '你也可以自己发一次命令。' },
    nothingMeant: { fact: '这个按钮不执行任何操作。', advice: '要做的话，请再发一次命令。' },
    over: { fact: '这张卡片已经过期或按过了。', advice: '要做的话，请再发一次命令。' },
    cancelled: '已取消，什么都没有改动。',
    late: '超过 5 分钟，没有执行。',
  },
  buttons: {
    advance: words.verdicts.advance,
    hold: words.verdicts.hold,
    decline: words.verdicts.decline,
  } satisfies Record<DecisionVerb, string>,
  /** A link on a card. */
  reportRow: { label: '报告', value: '查看报告' },

  decisions: {
    invitation: '收到面试邀请',
    letter: '收到婉拒信',
    result: '收到结果通知',
    round: (round: string) => `收到${round}通知`,
    willBeNoted: '记下决定，不发消息',
    willBeUnset: (round: string) => `${round}${words.unarranged}：确认后先记下通过，通知要等时间地点定了才发`,
    facts: {
      invite: (who: string) => `${who}的简历已通过。`,
      advance: (who: string) => `${who}已通过这一轮。`,
      hold: (who: string) => `${who}已记为${words.onHold}。`,
      decline: (who: string) => `已婉拒 ${who}。`,
    } satisfies Record<Verdict, (who: string) => string>,
    candidateWill: (receive: string) => `候选人会${receive}。`,
    nothingSent: '没有给候选人发消息。',
    unset: `下一轮${words.unarranged}，所以没有通知候选人，请在控制台设置。`,
    nothingWaits: (who: string) => `${who}现在没有等你们做的决定。`,
    unchanged: (who: string) => `没有改动 ${who}。`,
    already: (state: string) => `已经有人决定了：${state}。`,
    notYourRound: '这一轮不由你的角色决定。',
    notAtThisStage: '这一步不能这样决定。',
    secondOpen: '有题目还在等第二人评分或商定。可以先等，也可以打开报告，写明理由后决定。',
  },

  /** Which way a message went and why. A reason names the way too, behind the comma. */
  sent: {
    wentBy: (way: string, why: string) => `走的是：${way}，${why}。`,
    unconfirmed: `平台没有回音，${words.message.unconfirmed}。`,
    lastOpened: (last: string, opened: string) => `上次 ${last} 发出，${opened} 打开过。`,
    lastNotOpened: (last: string) => `上次 ${last} 发出，未打开。`,
    unreachable: (why: string) => `${words.message.failed}：${why}。请把链接转给本人或电话联系。`,
    noWay: '没有可用的渠道',
    beingSent: '邀请正在发送，不用再发。',
    goesOut: (at: string, why: string) => `已排好，${at} 发出：${why}。`,
    later: '稍后发送',
    notOpen: {
      started: () => `已经在${words.interviewing}，原来的链接一直能用。`,
      completed: () => `${words.submitted}，不用再邀请。`,
      revoked: () => `${words.invitation.revoked}，链接打不开了。`,
      'declined-by-candidate': () => '候选人说不参加了。',
      expired: (at: string, code: string) =>
        `${words.invitation.expired}（${at} 截止）。想再给时间，发：延期 ${code} 24小时`,
    } satisfies Partial<Record<NotOpen['status'], (at: string, code: string) => string>>,
  },

  /** Where somebody stands, in a few words that everybody in the group may read. */
  standing: {
    screening: `${words.screening}中`,
    beforeRound: (round: string) => `等${round}开始`,
    onHold: (stage: string, since: string) => `${words.onHold}（${stage}），已等 ${since}`,
    waiting: (stage: string, since: string) => `${words.waiting}（${stage}），已等 ${since}`,
    decided: {
      invite: (stage: string) => `${stage}：${words.verdicts.invite}`,
      advance: (stage: string) => `${stage}：${words.verdicts.advance}`,
      hold: (stage: string) => `${stage}：${words.verdicts.hold}`,
      decline: (stage: string) => `${stage}：${words.verdicts.decline}`,
    } satisfies Record<Verdict, (stage: string) => string>,
    abandoned: words.abandoned,
    interviewing: words.interviewing,
    reportReady: words.reportReady,
    submitted: `${words.submitted}，报告生成中`,
    invitation: {
      queued: words.invitation.queued,
      sent: `${words.invitation.sent}，未打开`,
      unconfirmed: words.invitation.unconfirmed,
      opened: `${words.invitation.opened}，还没开始`,
      started: words.interviewing,
      completed: words.submitted,
      expired: words.invitation.expired,
      revoked: words.invitation.revoked,
      'declined-by-candidate': '候选人不参加了',
    } satisfies Record<InvitationStatus, string>,
    notInvited: {
      fact: (who: string) => `${who}还没有面试邀请。`,
      because: (state: string) => `原因：${state}。`,
      declineProposed: (code: string) =>
        `原因：${words.screening}${words.proposals.decline}，要等人确认。想邀请，发：通过 ${code}`,
      holdProposed: (code: string) =>
        `原因：${words.screening}${words.proposals.hold}，要等人确认。想邀请，发：通过 ${code}`,
    },
  },
}

interface Figures {
  invited: number
  opened: number
  finished: number
  reports: number
  waiting: number
}

interface TodoLine {
  who: string
  position: string
  stage: string
  since: string
}

interface ListHead {
  about: string
  count: number
  /** More were not looked at. */
  cut: boolean
  shown: number
}

interface HelpLine {
  word: string
  usage: string
  does: string
}
