/** Sending the link of a report to a colleague. */
const zh = {
  share: '分享给面试官',
  shared: '已打开企业微信的同事列表',
  copied: '链接已复制，发给同事就能打开',
  shareTitle: '{position} · 候选人报告',
  shareText: '短码 {code}，需要登录才能看',
  linkTitle: '复制这个链接',
  link: '报告链接',
}

const en: typeof zh = {
  share: 'Share with an interviewer',
  shared: 'Your WeCom contacts are open',
  copied: 'Link copied. Send it to a colleague to open it',
  shareTitle: '{position} · candidate report',
  shareText: 'Short code {code}; sign in to read it',
  linkTitle: 'Copy this link',
  link: 'Link to the report',
}

export const sharing = { zh, en }
