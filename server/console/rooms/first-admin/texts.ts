const zh = {
  title: '成为第一位 HR 管理员',
  how: '输入首次启动时终端里显示的一次性代码。用过即失效，之后由你添加其他人。',
  code: '一次性代码',
  hint: '16 位，例如 A1B2-C3D4-E5F6-G7H8',
  confirm: '确认',
  shape: '代码是 4 组、每组 4 位字母或数字，不含 I、L、O、U。',
  signIn: '请先用企业微信登录，再输入代码。',
  toSignIn: '去登录',
}

const en: typeof zh = {
  title: 'Become the first HR administrator',
  how: 'Enter the one-time code that the terminal showed when the product first started. It works once; after that you can add the others.',
  code: 'One-time code',
  hint: '16 characters, such as A1B2-C3D4-E5F6-G7H8',
  confirm: 'Confirm',
  shape: 'Four groups of four letters or digits, without I, L, O and U.',
  signIn: 'Sign in with WeCom first, then enter the code.',
  toSignIn: 'Sign in',
}

export const texts = { zh, en }
