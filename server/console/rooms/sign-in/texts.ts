export const zh = {
  title: '登录小招管理台', how: '用企业微信登录。没有单独的密码，离职即失效。', wecom: '企业微信登录', qr: '扫码登录', inside: '正在用企业微信登录',
}
export const en: typeof zh = {
  title: 'Sign in to the Xiaozhao console', how: 'Sign in with WeCom. There is no password of its own, and it ends when somebody leaves.', wecom: 'Sign in with WeCom', qr: 'Scan a QR code', inside: 'Signing in with WeCom',
}
