/** Content that comes over the network: on its way, failed with a code, or here. Every page that loads is one of these. */
export type Loadable<T> = { kind: 'loading' } | { kind: 'failed'; code: string } | { kind: 'ready'; value: T }

export const loading = { kind: 'loading' } as const
export const failed = (code: string) => ({ kind: 'failed', code }) as const
export const ready = <T>(value: T) => ({ kind: 'ready', value }) as const
