/**
 * Access tokens shared by all processes: one fetches under a lease, the others read what it stored.
 * The value is sealed at rest; nobody logs it.
 */
export interface PlatformTokenStore {
  find(name: string): Promise<{ value: string; expiresAt: Date } | undefined>
  save(name: string, token: { value: string; expiresAt: Date }): Promise<void>
  /** Removes the token only when it is still this one: a newer token of another process survives. */
  drop(name: string, value: string): Promise<void>
  /** True for the one process that may fetch now; the claim ends with `save` or after `forMs`. */
  claimRefresh(name: string, now: Date, forMs: number): Promise<boolean>
}
