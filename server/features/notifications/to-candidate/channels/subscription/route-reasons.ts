/** Why a message goes by subscription, or waits for it. */
export const subscriptionReasons = {
  'subscription-accepted': {
    zh: '候选人在小程序里同意过这类通知',
    en: 'the candidate accepted this notice in the mini-program',
  },
  'waits-for-tap': {
    zh: '先等候选人在手机上点同意，最多 20 秒',
    en: 'waiting up to 20 s for the candidate to accept on the phone',
  },
} as const
