const zh = {
  title: '还不能进入',
  'no-account': '你已通过企业微信登录，但还没有分配角色。请联系 HR 管理员在「人员与权限」里为你开通。',
  'no-room': '你的角色不看候选人的内容，所以这里没有你的页面。运行状况请看服务器上的健康检查和指标。',
  outsider: '这里只对本企业的成员开放。请用企业微信里的成员账号登录。',
  disabled: '这个账号已停用。需要的话，请联系 HR 管理员。',
  'code-refused': '这次登录没有完成，请再登录一次。',
  expired: '登录等得太久，已经失效，请再登录一次。',
  'wecom-unreachable': '暂时连不上企业微信，请稍后再登录。',
  again: '重新登录',
  firstAdmin: '首次使用，我有一次性代码',
}

const en: typeof zh = {
  title: 'You do not have access yet',
  'no-account':
    'You are signed in with WeCom, but you have no role here yet. Ask an HR administrator to add you under People and access.',
  'no-room':
    'Your role does not include candidate information, so there is no page for you here. See the health checks and metrics on the server.',
  outsider: 'This console is for members of the organisation. Sign in with your WeCom member account.',
  disabled: 'This account is disabled. If you need it, ask an HR administrator.',
  'code-refused': 'Signing in did not finish. Please sign in once more.',
  expired: 'Signing in took too long. Please sign in once more.',
  'wecom-unreachable': 'WeCom cannot be reached right now. Please sign in a little later.',
  again: 'Sign in again',
  firstAdmin: 'First start: I have the one-time code',
}

export const texts = { zh, en }
