/**
 * The SMS templates that the provider approved. Stated here once more on purpose: the simulation must notice when the product fills
 * them otherwise (test/platform-templates.test.ts). The signature 【江南银行】 is put in front by the platform.
 */
import type { ToCandidateTemplate } from '../../../shared/contracts/notifications.js'

/** A constant of the texts, as the provider demands: a page of the product, at the address that the bank has registered. */
export const fixedLink = 'https://jnbank.example/m'

export const approvedTexts: Record<ToCandidateTemplate | 'phone-code', string> = {
  invitation: `邀请您参加线上面试，请在{1}前完成。打开 ${fixedLink} ，输入短码{2}和手机号后四位即可开始。`,
  progress: `您的面试已收到，预计{1}有结果。打开 ${fixedLink} ，用短码{2}查看进度。`,
  result: `您的面试有新进展。打开 ${fixedLink} ，用短码{1}查看。`,
  'next-round': `您已进入下一轮面试，时间：{1}。打开 ${fixedLink} ，用短码{2}查看地点和联系人。`,
  deletion: `您的应聘资料将在一天内删除。打开 ${fixedLink} ，输入回执号{1}，可查看删除回执。`,
  'phone-code': '验证码 {1}，{2}分钟内有效。请勿告诉他人。',
}

export const paramCount = (text: string): number => new Set(text.match(/\{\d\}/g)).size
