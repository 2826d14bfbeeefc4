/** Whether this person lets the app hear them: WeChat's privacy agreement first, then its question for the microphone. */

export type MicrophoneLeave = 'given' | 'refused'

const scope = 'scope.record'

/** Asks where nobody has answered yet. Somebody who has refused before is not asked again by WeChat: only its settings help then. */
export async function askForMicrophone(): Promise<MicrophoneLeave> {
  if (!(await agreesToPrivacy())) return 'refused'
  return new Promise((resolve) => {
    wx.authorize({ scope, success: () => resolve('given'), fail: () => resolve('refused') })
  })
}

/** Only in a tap, as WeChat opens its settings nowhere else. */
export function openMicrophoneSettings(): Promise<MicrophoneLeave> {
  return new Promise((resolve) => {
    wx.openSetting({
      success: ({ authSetting }) => resolve(authSetting[scope] ? 'given' : 'refused'),
      fail: () => resolve('refused'),
    })
  })
}

/** Older clients, and WeCom's, know no such agreement. */
export function agreesToPrivacy(): Promise<boolean> {
  const { requirePrivacyAuthorize: ask } = wx as Partial<WechatMiniprogram.Wx>
  if (!ask) return Promise.resolve(true)
  return new Promise((resolve) => {
    ask({ success: () => resolve(true), fail: () => resolve(false) })
  })
}
