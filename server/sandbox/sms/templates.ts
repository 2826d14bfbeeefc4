/**
 * The SMS templates that the provider approved. Stated here once more on purpose: the simulation must notice when the product fills
 * them otherwise (test/platform-templates.test.ts). The signature 【江南银行】 is put in front by the platform.
 */
import type { CandidateTemplate } from '../../../shared/contracts/notifications.js'

export const approvedTexts: Record<CandidateTemplate | 'phone-code', string> = {
  invitation: '邀请您参加「{1}」的线上面试，请在{2}前完成，点链接即可开始：{3}',
  progress: '您的面试{1}，预计时间：{2}。查看进度：{3}',
  result: '您的面试有新消息：{1}（{2}）。点链接查看：{3}',
  'next-round': '您已进入{1}，时间：{2}，地点：{3}，联系人：{4}，电话：{5}。详情：{6}',
  'phone-code': '验证码 {1}，{2}分钟内有效。请勿告诉他人。',
}

export const paramCount = (text: string): number => new Set(text.match(/\{\d\}/g)).size
