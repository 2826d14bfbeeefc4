/** Who somebody is in the organisation's own WeCom. What they may do here is decided elsewhere. */
export interface MemberIdentity {
  /**
   * Where the browser goes to be told who it is; it comes back to `redirectUri` with a code and `state`. `wecom` is what a link or page took it
   * for; `userAgent` says what it is.
   */
  signInUrl(request: { via: 'wecom' | 'qr'; userAgent: string; redirectUri: string; state: string }): string
  /** The code is good for one use. Throws `login-code-refused` (401) or `wecom-unreachable` (503). */
  memberOf(code: string): Promise<{ kind: 'member'; userid: string } | { kind: 'outsider' }>
  /** As the organisation's directory has it; undefined when the app may not read it there. */
  nameOf(userid: string): Promise<string | undefined>
}
