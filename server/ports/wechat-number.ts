/** The number of somebody's WeChat, from the one tap in which they agreed to tell it. */
export interface WechatNumber {
  /** Mainland mobile number. Throws AppError `wechat-number-…`: a code that is bad, used or expired, a foreign number, no answer. */
  numberOf(code: string): Promise<string>
}
