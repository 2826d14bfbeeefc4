export const zh = {
  codeMail: {
    subject: (name: string) => `${name}：邮箱验证码`,
    text: ({ code, minutes, name }: { code: string; minutes: string; name: string }) =>
      `验证码 ${code}，${minutes} 分钟内有效。\n填回小程序，就能证明这个邮箱是您的。若不是您本人操作，不用理会这封邮件，也请不要把验证码告诉别人。\n${name}招聘`,
  },
  /** Instead of a name. */
  deleted: '（材料已删除）',
  unreadable: '（材料无法读取）',
}
