export const zh = {
  /** At the machine's own window, above the code. */
  noAdminYet: '还没有 HR 管理员。请打开下面的地址，用企业微信登录，再输入一次性代码（重新启动后会换成新的）：',
  noSuchZone: {
    message: (zone: string) => `没有时区“${zone}”。`,
    fix: '例如 Asia/Shanghai。',
  },
  noMeasuresInEu: {
    message: '欧盟规则下不测量候选人怎么说话。',
    fix: '去掉 voiceMeasures，或把 profile 改回 cn。',
  },
}
