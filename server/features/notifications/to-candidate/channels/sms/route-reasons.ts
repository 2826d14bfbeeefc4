/** Why a message goes by SMS: what kept it from going by WeChat. */
export const smsReasons = {
  'no-wechat': { zh: '还没有绑定微信，走短信链接', en: 'not bound to WeChat yet, so by SMS with a link' },
  'no-subscription': {
    zh: '没有可用的微信订阅，走短信链接',
    en: 'no subscription left in WeChat, so by SMS with a link',
  },
  'subscription-refused': { zh: '微信没有接受，改走短信链接', en: 'WeChat did not take it, so by SMS with a link' },
} as const
