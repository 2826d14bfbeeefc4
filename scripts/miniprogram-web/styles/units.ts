/** 750 rpx are the width of the phone; `vh` is the height below the navigation bar, not the browser's. */
export const convertUnits = (value: string) =>
  value
    .replace(/(-?(?:\d*\.)?\d+)rpx\b/gi, (_, rpx: string) => `${Number(((Number(rpx) * 100) / 750).toFixed(5))}vw`)
    .replace(/(-?(?:\d*\.)?\d+)vh\b/g, (_, vh: string) => `calc(${vh} * var(--mp-vh, 1vh))`)

export const hasUnits = (value: string) => /rpx|vh\b/i.test(value)
