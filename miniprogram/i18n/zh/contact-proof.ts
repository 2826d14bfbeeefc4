export const contactProof = {
  phone: {
    offered: '验证一下，短信也能通知到你；不验证也能投递。',
    later: (phone: string) => `验证 ${phone}，面试邀请和结果也会发短信给你，换了微信也能凭它找回进度。`,
    asked: '验证码已发到这个号码，5 分钟内有效。',
    proved: '手机号已验证。',
  },
  email: {
    offered: '验证一下，邮件也能通知到你；不验证也能投递。',
    later: (email: string) => `验证 ${email}，面试邀请和结果也会发邮件给你，换了手机号也不会错过。`,
    asked: '验证码已发到这个邮箱，5 分钟内有效；没看到就翻一翻垃圾邮件。',
    proved: '邮箱已验证。',
  },
  ask: { phone: '获取验证码', email: '发到邮箱' },
  byWechat: '一键验证微信手机号',
  askAgain: '重新获取',
  code: '验证码',
  codePlaceholder: '6 位数字',
}
