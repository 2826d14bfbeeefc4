export const zh = {
  title: '还没有开通权限',
  text: '你已通过企业微信登录，但还没有分配角色。请联系 HR 管理员在「人员与权限」里为你开通。',
  locked: '为了安全，这个账号暂时锁定了。请稍后再试，或联系 HR 管理员。',
  disabled: '这个账号已停用。需要的话，请联系 HR 管理员。',
  again: '换个账号登录', firstAdmin: '首次使用，我有一次性验证码',
}
export const en: typeof zh = {
  title: 'No access yet',
  text: 'WeCom knows you, but you have no role here yet. Ask an HR administrator to add you under People and access.',
  locked: 'This account is locked for a while, for safety. Try later or ask an HR administrator.',
  disabled: 'This account is disabled. If you need it, ask an HR administrator.',
  again: 'Sign in as somebody else', firstAdmin: 'First start: I have the one-time code',
}
