const zh = {
  giveTitle: '二次验证',
  give: '打开身份验证器，输入现在显示的 6 位数字。',
  enrolTitle: '设置二次验证',
  enrol: 'HR 管理员登录时要多验证一步。用身份验证器（如腾讯身份验证器、Google Authenticator）扫描二维码。',
  begin: '开始设置',
  qr: '二次验证的二维码',
  manual: '扫不了？手动输入密钥',
  once: '密钥只显示这一次。',
  code: '6 位数字',
  shape: '请输入 6 位数字。',
  confirm: '确认',
  given: '二次验证已设置，本次登录已通过。',
  home: '回到首页',
  again: '重新设置',
}

const en: typeof zh = {
  giveTitle: 'Second factor',
  give: 'Open your authenticator and enter the six digits it shows now.',
  enrolTitle: 'Set up the second factor',
  enrol:
    'HR administrators sign in with one more step. Scan the code with an authenticator app, such as Google Authenticator.',
  begin: 'Set it up',
  qr: 'QR code of the second factor',
  manual: 'Cannot scan? Type this key',
  once: 'The key is shown only once.',
  code: 'Six digits',
  shape: 'Enter six digits.',
  confirm: 'Confirm',
  given: 'The second factor is set up, and this session is verified.',
  home: 'Back to the start page',
  again: 'Set it up again',
}

export const texts = { zh, en }
