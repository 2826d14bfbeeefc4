/** A second place for the ends of the audit trail, out of reach of whoever has this machine (ADR 013). */
export interface KeptHead {
  segment: string
  opening: string
  sequence: number
  mac: string
  signature: string
}

export interface HeadKeeper {
  /** Resolves when the place has them, or has been sent them; throws otherwise. The same twice is once: of a segment the highest counts. */
  keep(heads: readonly KeptHead[]): Promise<void>
}
