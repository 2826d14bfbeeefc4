/** Of numbers in rising order; the nearest one. */
export const percentileOf = (rising: ArrayLike<number>, share: number): number =>
  rising[Math.min(rising.length - 1, Math.floor(rising.length * share))]!
