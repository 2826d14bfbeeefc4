/** What people read of an error, per code: what happened, then what to do. A code that is not here gets its status' text. */
import type { Bilingual, Language } from '../../shared/contracts/text.js'

const texts: Record<string, Bilingual> = {
  'invalid-input': {
    zh: '有些内容填得不对，请看标出的地方。',
    en: 'Some fields need another look; see the ones listed.',
  },
  'broken-json': {
    zh: '内容不是完整的 JSON，请检查后再发一次。',
    en: 'This is not complete JSON. Check it and send it again.',
  },
  'too-large': { zh: '内容太大了，请精简后再发。', en: 'This is too large. Shorten it and send it again.' },
  'sign-in-needed': {
    zh: '登录已过期，请重新打开小程序。',
    en: 'Your session has ended. Open the mini-program again.',
  },
  'staff-sign-in-needed': { zh: '登录已过期，请重新登录。', en: 'Your session has ended. Please sign in again.' },
  'login-code-refused': {
    zh: '微信登录没有成功，请重新打开小程序。',
    en: 'WeChat sign-in did not work. Open the mini-program again.',
  },
  'not-found': { zh: '没有找到，链接可能不完整。', en: 'Not found. The link may be incomplete.' },
  'wrong-phone-tail': { zh: '手机尾号对不上，请再核对一下。', en: 'These digits do not match. Please check them.' },
  'invitation-locked': {
    zh: '为了安全，已暂停验证。请联系招聘老师解锁。',
    en: 'Locked for safety. Ask the recruiter to unlock it.',
  },
  'phone-not-verified': { zh: '请先验证手机尾号。', en: 'Verify the last four digits of your phone first.' },
  'notice-outdated': { zh: '说明已更新，请重新阅读后再继续。', en: 'The notice was updated. Please read it again.' },
  'consent-needed': { zh: '请先阅读说明并作出选择。', en: 'Read the notice and make your choices first.' },
  'invitation-over': { zh: '这份邀请已经结束。', en: 'This invitation is over.' },
  'invitation-not-open': {
    zh: '没有改动：邀请已经结束，或者面试已经开始。',
    en: 'Nothing was changed: the invitation is over, or the interview has begun.',
  },
  'position-closed': { zh: '这个岗位已停止招聘。', en: 'This position is closed.' },
  'different-submission': {
    zh: '之前已提交过不同的内容，以第一次为准。',
    en: 'Something else was submitted before; the first one counts.',
  },
  'other-device': {
    zh: '另一台手机正在作答。可以在这台手机继续。',
    en: 'Another phone is answering. You can go on here.',
  },
  'taken-over': {
    zh: '已在另一台手机继续作答，这里的回答都已保存。',
    en: 'The interview goes on at another phone. Your answers are saved.',
  },
  'past-deadline': {
    zh: '这道题的时间已到，之前保存的内容就是你的回答。',
    en: 'Time is up for this question. What was saved is your answer.',
  },
  'already-answered': {
    zh: '这道题已经提交过，以第一次为准。',
    en: 'This question was answered before; the first answer counts.',
  },
  'not-shown': { zh: '这道题还没有开始。', en: 'This question has not started yet.' },
  'too-many-tries': { zh: '操作太频繁，请稍等再试。', en: 'Too many tries. Please wait a little.' },
  'store-full': {
    zh: '系统暂时存不下新内容，你已提交的都在。请稍后再试。',
    en: 'There is no room for new data right now. What you sent is safe. Try again later.',
  },
  'store-away': {
    zh: '系统正在恢复，你已提交的都在。请稍后再试。',
    en: 'The service is recovering. What you sent is safe. Try again shortly.',
  },
  'not-issued': { zh: '这道题还没有发出，请刷新页面。', en: 'This question was not sent yet. Reload the page.' },
  'previous-not-ended': { zh: '请先完成上一题。', en: 'Finish the question before first.' },
  'invitation-taken': { zh: '这份邀请已由另一个微信使用。', en: 'This invitation is in use by another WeChat.' },
  'applicant-known-otherwise': {
    zh: '这个手机号或证件号已有申请，请联系招聘老师。',
    en: 'This phone or ID number is known under another name. Ask the recruiter.',
  },
  'verdict-not-allowed': { zh: '这一步不能这样决定。', en: 'This cannot be decided at this stage.' },
  'not-at-this-stage': {
    zh: '这位候选人已不在这一步，请刷新后再看。',
    en: 'The candidate is no longer at this stage. Reload and look again.',
  },
  'not-your-round': { zh: '这一轮不由您的角色决定。', en: 'Your role does not decide this round.' },
  'nothing-to-arrange': {
    zh: '这一轮不需要安排，或时间地点已经定好。',
    en: 'There is nothing to arrange, or time and place are set already.',
  },
  'slot-in-the-past': { zh: '这个时间已经过去，请另选时间。', en: 'This time has passed. Choose another one.' },
  'already-rated': {
    zh: '这道题您已经评过，以第一次为准。',
    en: 'You have rated this question before; the first rating stands.',
  },
  'already-decided': {
    zh: '已经有人决定了，以第一次为准。',
    en: 'Somebody decided before; the first decision stands.',
  },
  'interview-busy': { zh: '保存的人有点多，请再试一次。', en: 'A little busy. Please try once more.' },
  'login-blocked': {
    zh: '微信暂时不允许登录，请稍后再试或联系招聘老师。',
    en: 'WeChat does not let you sign in now. Try later or contact the recruiter.',
  },
  'wechat-unreachable': {
    zh: '暂时连不上微信，请稍后再试。',
    en: 'WeChat cannot be reached right now. Try again shortly.',
  },
  'not-allowed': {
    zh: '你的角色不能做这一步。需要的话，请联系 HR 管理员。',
    en: 'Your role does not allow this. Ask an HR administrator if you need it.',
  },
  'wecom-unreachable': {
    zh: '暂时连不上企业微信，请稍后再试。',
    en: 'WeCom cannot be reached right now. Try again shortly.',
  },
  'foreign-page': { zh: '请在小招的页面里操作。', en: 'Please do this in Xiaozhao’s own pages.' },
  'second-factor-needed': { zh: '请先输入动态验证码。', en: 'Give the code of your authenticator first.' },
  'second-factor-wrong': {
    zh: '验证码不对或已用过，请等下一个再试。',
    en: 'This code is wrong or was used. Wait for the next one.',
  },
  'second-factor-locked': { zh: '错了太多次，已锁定 15 分钟。', en: 'Too many wrong codes. Locked for 15 minutes.' },
  'second-factor-set': { zh: '动态验证码已经设置过了。', en: 'The authenticator is set up already.' },
  'second-factor-not-set': { zh: '请先设置动态验证码。', en: 'Set up the authenticator first.' },
  'admin-exists': { zh: '已经有 HR 管理员了，请联系他们。', en: 'There is an HR administrator already. Ask them.' },
  'first-admin-code-wrong': {
    zh: '代码不对，请核对启动窗口里的那一行。',
    en: 'This code is not right. Check the line in the window where it was started.',
  },
  'first-admin-locked': {
    zh: '代码已失效。重新启动后会显示新的代码。',
    en: 'The code is no longer good. A restart shows a new one.',
  },
  'roles-kept-apart': {
    zh: 'HR 管理员、系统运维、审计员三者互相独立，一个人只能担任其中一个。',
    en: 'HR administrator, IT operator and auditor are kept apart: one person holds one of them.',
  },
  'role-twice': { zh: '同一个角色出现了两次。', en: 'A role appears twice.' },
  'role-is-for-all': { zh: '这个角色不分岗位。', en: 'This role is not limited to positions.' },
  'own-rights': {
    zh: '不能改自己的角色，请另一位 HR 管理员来改。',
    en: 'You cannot change your own roles. Ask another HR administrator.',
  },
  'last-admin': {
    zh: '这是最后一位 HR 管理员，请先添加另一位。',
    en: 'This is the last HR administrator. Add another one first.',
  },
  'no-such-member': { zh: '还没有这位成员。', en: 'There is no such member yet.' },
  'changed-meanwhile': {
    zh: '刚刚有人改过，请刷新后再试。',
    en: 'Somebody changed this just now. Reload and try again.',
  },
  'audit-unavailable': {
    zh: '审计记录暂时写不进去，所以什么都没有打开，也没有改动。请稍后再试。',
    en: 'The audit trail cannot be written right now, so nothing was opened or changed. Try again shortly.',
  },
  'callback-refused': { zh: '这次回调没有通过校验。', en: 'This call-back did not pass the check.' },
  internal: {
    zh: '出了点问题，你已提交的都在。请稍后再试。',
    en: 'Something went wrong. What you sent is safe. Try again later.',
  },
}

const byStatus: Record<number, Bilingual> = {
  401: texts['sign-in-needed']!,
  404: texts['not-found']!,
  405: { zh: '这里不支持这种请求。', en: 'This request is not supported here.' },
  413: texts['too-large']!,
  415: { zh: '请用 JSON 发送。', en: 'Send JSON.' },
  429: texts['too-many-tries']!,
  503: texts['store-away']!,
}

export function errorText(code: string, status: number, language: Language): string {
  return (texts[code] ?? byStatus[status] ?? texts.internal!)[language]
}
