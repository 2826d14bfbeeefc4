/** Words of the frame around the rooms, and of what can go wrong anywhere. */
export const zh = {
  app: { name: '小招', skip: '跳到内容', menu: '导航', waitingCount: '{count} 人等待决定', language: 'English', account: '我的账号' },
  nav: { home: '今天', candidates: '候选人', positions: '岗位与流程', files: '数据文件', messages: '消息', people: '人员与权限', audit: '审计' },
  account: { signOut: '退出登录', secondFactor: '二次验证', roles: '角色', close: '关闭页面，回到企业微信' },
  role: {
    'hr-admin': 'HR 管理员', recruiter: '招聘专员', interviewer: '面试官', 'department-manager': '部门经理', 'it-operator': '系统运维', auditor: '审计员',
  },
  load: { busy: '正在读取', retry: '重试' },
  dialog: { cancel: '取消', close: '关闭', busy: '请稍等' },
  ended: { title: '登录已过期', text: '一段时间没有操作，为了安全已退出。重新登录后回到这一页。', again: '重新登录' },
  times: { minutes: '{n} 分钟', hours: '{n} 小时', daysHours: '{d} 天 {h} 小时', days: '{d} 天', now: '1 分钟以内' },
  failure: {
    offline: '暂时连不上服务器，请检查网络后重试。',
    'not-found': '没有找到，可能已经删除或链接不完整。',
    'not-allowed': '你的角色不能查看或操作这里。需要的话，请联系 HR 管理员。',
    'second-factor-needed': '请先完成二次验证。',
    'already-decided': '已经有人决定了，以第一次为准。页面已刷新。',
    'too-many-tries': '操作太频繁，请稍等再试。',
    'invalid-input': '有些内容填得不对，请检查后再试。',
    other: '出了点问题，内容没有丢。请稍后再试。',
  },
}

export const en: typeof zh = {
  app: { name: 'Xiaozhao', skip: 'Skip to content', menu: 'Navigation', waitingCount: '{count} waiting for a decision', language: '中文', account: 'My account' },
  nav: { home: 'Today', candidates: 'Candidates', positions: 'Positions and flow', files: 'Data files', messages: 'Messages', people: 'People and access', audit: 'Audit' },
  account: { signOut: 'Sign out', secondFactor: 'Second factor', roles: 'Roles', close: 'Close the page, back to WeCom' },
  role: {
    'hr-admin': 'HR administrator', recruiter: 'Recruiter', interviewer: 'Interviewer', 'department-manager': 'Department manager', 'it-operator': 'IT operator', auditor: 'Auditor',
  },
  load: { busy: 'Loading', retry: 'Try again' },
  dialog: { cancel: 'Cancel', close: 'Close', busy: 'One moment' },
  ended: { title: 'Your session has ended', text: 'Nothing happened here for a while, so you were signed out for safety. Sign in again and you are back on this page.', again: 'Sign in again' },
  times: { minutes: '{n} min', hours: '{n} h', daysHours: '{d} d {h} h', days: '{d} d', now: 'less than a minute' },
  failure: {
    offline: 'The server cannot be reached. Check the network and try again.',
    'not-found': 'Not found. It may have been removed, or the link is incomplete.',
    'not-allowed': 'Your role does not reach this. If you need it, ask an HR administrator.',
    'second-factor-needed': 'Give your second factor first.',
    'already-decided': 'Somebody decided before; the first decision stands. The page has been refreshed.',
    'too-many-tries': 'Too many tries. Please wait a little.',
    'invalid-input': 'Some fields need another look.',
    other: 'Something went wrong; nothing was lost. Please try again shortly.',
  },
}
