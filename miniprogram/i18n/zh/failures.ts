/** Told in this order: what is safe, what happened, what to do. */
export const failures = {
  offline: { safe: '你已提交的内容都在。', happened: '现在连不上网络。', advice: '看看信号或 Wi-Fi，再试一次。' },
  timeout: { safe: '你已提交的内容都在。', happened: '等了一会儿，没有收到回应。', advice: '再试一次就好。' },
  'invalid-input': {
    safe: '你填的内容还在这里。',
    happened: '有些内容没有被接受。',
    advice: '看看标出的地方，改好再交。',
  },
  'broken-json': {
    safe: '你填的内容还在这里。',
    happened: '发出的内容不完整。',
    advice: '再试一次；还是不行，请联系 HR。',
  },
  'too-large': { safe: '你填的内容还在这里。', happened: '内容太长，发不出去。', advice: '精简一些再试。' },
  'sign-in-needed': { safe: '你已提交的内容都在。', happened: '登录过期了。', advice: '再试一次，会重新登录。' },
  'login-code-refused': {
    safe: '你已提交的内容都在。',
    happened: '微信登录没有成功。',
    advice: '再试一次；还是不行，请重新打开小程序。',
  },
  'not-found': {
    safe: '你已提交的内容都在。',
    happened: '没有找到这一页的内容，链接可能不完整。',
    advice: '请从通知或短信里再点一次。',
  },
  'nothing-to-correct': {
    safe: '你的回答都在。',
    happened: '这个回答没有转写成文字，由人来听。',
    advice: '不用更正。',
  },
  'already-corrected': {
    safe: '你更正过的文字还在。',
    happened: '这个回答已经更正过一次。',
    advice: '还有疑问，可以联系 HR。',
  },
  'correction-over': { safe: '你的回答都在。', happened: '更正的时间已经过了。', advice: '还有疑问，可以联系 HR。' },
  'correction-decided': {
    safe: '你的回答都在。',
    happened: '招聘组已经作出决定，不再更正。',
    advice: '还有疑问，可以联系 HR。',
  },
  'wrong-phone-tail': { safe: '你的邀请还在。', happened: '手机尾号对不上。', advice: '核对一下再输。' },
  'invitation-locked': {
    safe: '你的邀请还在。',
    happened: '试的次数太多，为安全起见已锁定。',
    advice: '请联系 HR 解锁。',
  },
  'wrong-claim-code': { safe: '你的申请还在。', happened: '短码和手机号后四位对不上。', advice: '核对一下再输。' },
  'claim-locked': {
    safe: '你的申请还在。',
    happened: '今天试的次数太多，为安全起见已锁定。',
    advice: '明天可以再试，急的话联系 HR。',
  },
  'phone-code-wrong': { safe: '你填的内容还在这里。', happened: '验证码对不上。', advice: '看看短信，再输一次。' },
  'phone-code-over': { safe: '你填的内容还在这里。', happened: '这个验证码已失效。', advice: '重新获取一个就好。' },
  'phone-code-not-sent': {
    safe: '你填的内容还在这里。',
    happened: '验证码没有发出去。',
    advice: '过一会儿再试；不验证也没关系。',
  },
  'email-code-wrong': { safe: '你填的内容还在这里。', happened: '验证码对不上。', advice: '看看邮件，再输一次。' },
  'email-code-over': { safe: '你填的内容还在这里。', happened: '这个验证码已失效。', advice: '重新获取一个就好。' },
  'email-code-not-sent': {
    safe: '你填的内容还在这里。',
    happened: '邮件没有发出去。',
    advice: '核对一下邮箱，或过一会儿再试；不验证也没关系。',
  },
  'wechat-number-refused': {
    safe: '你填的内容还在这里。',
    happened: '微信没有确认这次授权。',
    advice: '再点一次，或用短信验证码。',
  },
  'wechat-number-abroad': {
    safe: '你填的内容还在这里。',
    happened: '微信绑定的不是大陆手机号。',
    advice: '用短信验证码就好。',
  },
  'wechat-number-unavailable': {
    safe: '你填的内容还在这里。',
    happened: '现在没法用微信手机号。',
    advice: '用短信验证码就好。',
  },
  'wechat-number-other': {
    safe: '你填的内容还在这里。',
    happened: '微信里的手机号和投递时填的不一样。',
    advice: '用短信验证填的那个号码就好。',
  },
  'too-many-codes': {
    safe: '你填的内容还在这里。',
    happened: '获取验证码太频繁。',
    advice: '晚点再试；不验证也没关系。',
  },
  'phone-not-verified': {
    safe: '你的邀请还在。',
    happened: '还没有验证手机尾号。',
    advice: '再试一次，会带你去验证。',
  },
  'notice-outdated': {
    safe: '你的选择还没有提交。',
    happened: '说明有了新版本。',
    advice: '再试一次，看过新版本后重新选择。',
  },
  'consent-needed': {
    safe: '你的邀请还在。',
    happened: '还没有选择哪些信息可以用。',
    advice: '请从邀请页重新进入。',
  },
  'invitation-over': { safe: '你已提交的内容都在。', happened: '这份邀请已经结束。', advice: '有疑问请联系 HR。' },
  'invitation-taken': {
    safe: '你已提交的内容都在。',
    happened: '这份邀请已经和另一位候选人绑定。',
    advice: '如果这就是你的邀请，请联系 HR。',
  },
  'messages-off': {
    safe: '你的申请不受影响。',
    happened: '微信里关掉了这个小程序的通知，所以没有问你。',
    advice: '想收通知，请点右上角「…」，在设置的通知管理里打开，再点一次。',
  },
  'messages-offline': {
    safe: '你的申请不受影响。',
    happened: '现在连不上网络，没能问你要不要通知。',
    advice: '有信号了再点一次。',
  },
  'messages-in-background': {
    safe: '你的申请不受影响。',
    happened: '刚才离开了页面，没能问你要不要通知。',
    advice: '再点一次就好。',
  },
  'messages-unavailable': {
    safe: '你的申请不受影响。',
    happened: '这里现在开不了通知。',
    advice: '可以随时回到这一页看进度。',
  },
  'deletion-begun': {
    safe: '你的要求已经收到。',
    happened: '删除已经开始，收不回来了。',
    advice: '稍后可以查看删除回执。',
  },
  'receipt-unknown': {
    safe: '已经删除的不受影响。',
    happened: '没有找到这个回执号。',
    advice: '请再核对一下，字母和数字共 12 位。',
  },
  'appeal-over': { safe: '说明还在这里。', happened: '提出复核的时间过了。', advice: '有疑问请联系 HR。' },
  'position-closed': {
    safe: '你填的内容还在这里。',
    happened: '这个岗位刚刚停止招聘。',
    advice: '可以看看别的岗位。',
  },
  'different-submission': {
    safe: '之前那份已经收到。',
    happened: '它和这次的内容不一样，以先收到的为准。',
    advice: '可以在「我的投递」里看进度；要更正请联系 HR。',
  },
  'already-answered': {
    safe: '这道题已经收到。',
    happened: '同一道题交了两次，以第一次为准。',
    advice: '继续下一题就好。',
  },
  'past-deadline': {
    safe: '到时间前保存的内容就是你的回答。',
    happened: '这道题的时间到了。',
    advice: '继续下一题就好。',
  },
  'too-many-tries': { safe: '你已提交的内容都在。', happened: '操作有点快。', advice: '等一会儿再试。' },
  'way-not-offered': {
    safe: '你的回答都在。',
    happened: '这道题不能换成这种方式。',
    advice: '就用现在的方式答。',
  },
  'too-late-for-way': {
    safe: '你的回答都在。',
    happened: '剩下的时间不够换一种方式了。',
    advice: '就用现在的方式答，答多少算多少。',
  },
  'already-written': {
    safe: '你写的都在。',
    happened: '这道题已经写了内容，不能换成别的方式。',
    advice: '接着写就好。',
  },
  'store-full': {
    safe: '你已提交的内容都在。',
    happened: '系统暂时存不下新的内容。',
    advice: '过一会儿再试；还是不行，请联系 HR。',
  },
  'store-away': { safe: '你已提交的内容都在。', happened: '系统正在恢复。', advice: '过一会儿再试。' },
  internal: {
    safe: '你已提交的内容都在。',
    happened: '我们这边出了点问题。',
    advice: '过一会儿再试；还是不行，请联系 HR。',
  },
}
