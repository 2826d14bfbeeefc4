/** What may be spent in a day on something that costs money or a good name. Whoever takes asks before; the alarm is the budget's. */
export interface Budget {
  /** One, unless what is taken comes in other numbers. */
  take(units?: number): Promise<{ kind: 'taken' } | { kind: 'over'; againAfterSeconds: number }>
}
