export const zh = {
  title: '人员与权限', lead: '用企业微信登录，没有密码。系统、安全、审计三种角色互相分开，一人不能兼两种。', add: '添加成员', edit: '修改', editLabel: '修改 {name}', change: '修改 {name} 的权限',
  save: '保存', saved: '已保存 {name} 的权限', userid: '企业微信账号（userid）', name: '姓名', roles: '角色', only: '只限这些岗位（都不选就是全部）：', active: '可以登录',
  disabled: '已停用', locked: '已锁定', seen: '最近 {at}', neverSeen: '还没登录过', signedOut: '权限有变化的人会立即退出登录。',
  problem: { userid: '请填写企业微信账号：字母、数字、点、横线。', name: '请填写姓名。', roles: '请至少选一个角色。', apart: 'HR 管理员、系统运维、审计员不能由一人兼任。' },
  failure: { 'own-rights': '不能修改自己的权限，请另一位管理员来改。', 'last-admin': '至少要留一位 HR 管理员。', 'roles-kept-apart': 'HR 管理员、系统运维、审计员不能由一人兼任。' },
}
export const en: typeof zh = {
  title: 'People and access', lead: 'Everybody signs in by WeCom; there are no passwords. System, security and audit are kept apart: nobody holds two of them.', add: 'Add a member', edit: 'Change', editLabel: 'Change {name}', change: 'Access of {name}',
  save: 'Save', saved: 'Access of {name} is saved', userid: 'WeCom account (userid)', name: 'Name', roles: 'Roles', only: 'Only for these positions (none chosen: all):', active: 'May sign in',
  disabled: 'disabled', locked: 'locked', seen: 'seen {at}', neverSeen: 'never signed in', signedOut: 'Whoever’s access changes is signed out at once.',
  problem: { userid: 'Enter the WeCom account: letters, digits, dots, hyphens.', name: 'Enter a name.', roles: 'Choose at least one role.', apart: 'HR administrator, IT operator and auditor cannot be one person.' },
  failure: { 'own-rights': 'You cannot change your own access; ask another administrator.', 'last-admin': 'One HR administrator has to stay.', 'roles-kept-apart': 'HR administrator, IT operator and auditor cannot be one person.' },
}
