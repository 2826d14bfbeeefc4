/** What has a budget a day; the alarms are called after it. */
export const budgetNames = [
  'sms-budget',
  'email-code-budget',
  'wechat-number-budget',
  'model-call-budget',
  'model-token-budget',
  'transcriber-budget',
] as const
export type BudgetName = (typeof budgetNames)[number]
