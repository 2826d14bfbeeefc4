import { stateWords } from '../../../../shared/state-words/index.js'
import { listing } from '../../../texts/listing.js'
import type { ScreeningRule } from '../../screening/index.js'
import type { ApplicationState, FlowEvent } from '../states/application-states.js'

const words = stateWords.zh

const list = listing('zh')

export const zh = {
  states: {
    received: '已投递',
    'screening-review': '初筛待确认',
    invited: '已邀请',
    lapsed: '邀请已失效',
    withdrawn: '候选人不参加了',
    interviewing: words.interviewing,
    submitted: `${words.submitted}，报告生成中`,
    deciding: words.waiting,
    'in-round': '后续轮次',
    passed: words.passed,
    declined: words.declined,
  } satisfies Record<ApplicationState, string>,
  events: {
    'screened-pass': '初筛通过',
    'screened-unclear': '初筛存疑或不符',
    invite: `决定${words.verdicts.invite}`,
    start: '开始面试',
    lapse: '到期、撤销或没有做完',
    reopen: '重新邀请',
    withdraw: '本人不参加了',
    return: '本人改了主意，还是参加',
    submit: '交卷',
    report: '报告完成',
    'advance-by-rule': '达到准入条件',
    advance: `决定${words.verdicts.advance}`,
    hold: `决定${words.verdicts.hold}`,
    decline: `决定${words.verdicts.decline}`,
    reconsider: '撤回决定',
  } satisfies Record<FlowEvent, string>,

  /** What whoever decides should know before. */
  warnings: {
    notShared: '对方没有选择与面试官共享，你看不到回答和说明信；拿不准时，和招聘组一起决定。',
    notRated: (count: number) => `还有 ${count} 项没有复核，复核后才看得到机器的分数。`,
    staysWaiting: '不发消息，候选人继续等待，答复期限不变。',
    lastRound: '这是最后一轮，之后全部通过。',
    noSlot: `下一轮${words.unarranged}：现在不会通知候选人。`,
    inThePast: '这个时间已经过去，请另选时间。',
    sendsNothing: '这一轮设为不发通知。',
    cannotBeSent: '按现在的消息文案，这条通知发不出去，请先检查消息文案。',
  },
  /** Why one of many decisions was left out. */
  leftOut: {
    unknown: '没有这条待决定',
    notScreening: '不是初筛的建议，请逐个决定',
    meanwhile: '已经有人决定了',
  },

  /** To somebody who is declined. It comes from the bank, so it says 您. */
  letter: {
    opening: (position: string, organisation: string) =>
      `感谢您应聘${organisation}的${position}岗位，也感谢您为此付出的时间。我们认真看过您的材料，这一次没能邀请您进入下一步。`,
    closing: (organisation: string) =>
      `这个结果只关于这一个岗位。欢迎您关注其他岗位，祝您一切顺利。\n${organisation}招聘组`,
    appeal: (contact: string) =>
      `如果您认为有误，或想请人再看一遍，可以联系${contact}，会由另一位同事复核并答复您。提出复核不影响您今后应聘。`,
    /** The rubric speaks to a candidate in the app. */
    fromRubric: (text: string) => text.replace(/你们?/g, '您'),
    tookPart: {
      interview: '您抽出时间参加了面试，愿意面对没有准备过的问题。',
      screening: '您把简历填写得完整清楚，让我们能够认真了解您。',
    },
    strengths: {
      education: () => '您的学历符合这个岗位的要求。',
      majors: (found: readonly string[]) => `您的专业与岗位相关（${list(found)}）。`,
      years: () => '您的工作年限符合这个岗位的要求。',
      certificates: (found: readonly string[]) => `您已取得与岗位相关的证书（${list(found)}）。`,
      keywords: (found: readonly string[]) => `您的经历里有与岗位相关的内容（${list(found)}）。`,
    } satisfies Record<ScreeningRule, (found: readonly string[]) => string>,
    practise: '下次面试前，可以挑一段自己的真实经历，按“当时的情况、您做了什么、结果怎样”讲清楚。',
    nextSteps: {
      education: '这个岗位对学历有要求。可以关注对学历要求不同的其他岗位。',
      majors: '可以在简历里写出与岗位相关的课程或项目，让专业以外的准备也看得见。',
      years: '可以先积累一段相关的实习或工作经历，再投递这个岗位。',
      certificates: '可以考虑取得一项岗位相关的从业资格证书。',
      keywords: '可以把与岗位相关的经历写得更具体：在哪里、做了什么、结果怎样。',
    } satisfies Record<ScreeningRule, string>,
    points: {
      education: '学历',
      majors: '专业',
      years: '经验年限',
      certificates: '证书',
      keywords: '相关经历',
    } satisfies Record<ScreeningRule, string>,
    resume: '简历',
  },
}
