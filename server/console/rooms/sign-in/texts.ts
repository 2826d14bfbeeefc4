const zh = {
  title: '登录小招管理台',
  how: '用企业微信登录，不用另设密码。',
  wecom: '企业微信登录',
  qr: '扫码登录',
  inside: '正在用企业微信登录',
  failed: '这次没有登录成功，请再试一次。一直不行的话，请联系 HR 管理员。',
}

const en: typeof zh = {
  title: 'Sign in to the Xiaozhao console',
  how: 'Sign in with WeCom; there is no password to keep.',
  wecom: 'Sign in with WeCom',
  qr: 'Scan a QR code',
  inside: 'Signing in with WeCom',
  failed: 'Signing in did not work this time. Please try again; if it keeps failing, ask an HR administrator.',
}

export const texts = { zh, en }
