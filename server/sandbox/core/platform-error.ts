/** A refusal in the platform's words; the HTTP status stays 200, as on the real one. */
export class PlatformError extends Error {
  /** A number on WeCom and WeChat, a name on Tencent Cloud. */
  constructor(
    readonly errcode: number | string,
    readonly errmsg: string,
  ) {
    super(errmsg)
    this.name = 'PlatformError'
  }
}
