/** Who holds the phone, told by the platform. The client never sends an identity. */
export interface WechatIdentity {
  /** Throws AppError `login-code-refused` for a bad, used or expired code. */
  openidOf(code: string): Promise<string>
}
