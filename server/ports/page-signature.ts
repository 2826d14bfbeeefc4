/** Lets a page of the console use WeCom's own buttons: the platform's word that this page is ours. */
export interface PageSignature {
  corpId: string
  /** Seconds since 1970, as the platform counts. */
  timestamp: number
  nonceStr: string
  signature: string
}

export interface PageSigner {
  /** `url` without its part after `#`. Throws 503 `wecom-unreachable`. */
  sign(url: string): Promise<PageSignature>
}
