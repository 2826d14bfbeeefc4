/** A matrix with few values in a row: for each word, which words its meaning is explained with, and how much each of them counts. */
export interface SparseRows {
  rows: number
  columns: number
  /** Where each row begins in `at` and `values`; one more than there are rows. */
  starts: Int32Array
  at: Int32Array
  values: Float64Array
}

/** Rows of length 1, in the order they are given. */
export function sparseRows(rows: readonly ReadonlyMap<number, number>[], columns: number): SparseRows {
  const starts = new Int32Array(rows.length + 1)
  const total = rows.reduce((sum, row) => sum + row.size, 0)
  const at = new Int32Array(total)
  const values = new Float64Array(total)
  let next = 0
  rows.forEach((row, index) => {
    let squares = 0
    for (const value of row.values()) squares += value * value
    const length = Math.sqrt(squares) || 1
    for (const [column, value] of row) {
      at[next] = column
      values[next] = value / length
      next += 1
    }
    starts[index + 1] = next
  })

  return { rows: rows.length, columns, starts, at, values }
}

/** `rows × basis`: each row as a vector of `width` numbers. */
export function times({ rows, starts, at, values }: SparseRows, basis: Float64Array, width: number): Float64Array {
  const product = new Float64Array(rows * width)
  for (let row = 0; row < rows; row += 1) {
    const to = row * width
    for (let one = starts[row]!; one < starts[row + 1]!; one += 1) {
      const from = at[one]! * width
      const value = values[one]!
      for (let k = 0; k < width; k += 1) product[to + k]! += value * basis[from + k]!
    }
  }
  return product
}

/** The same matrix turned on its side: `columns × width`. */
export function turnedTimes(matrix: SparseRows, vectors: Float64Array, width: number): Float64Array {
  const { rows, columns, starts, at, values } = matrix
  const product = new Float64Array(columns * width)
  for (let row = 0; row < rows; row += 1) {
    const from = row * width
    for (let one = starts[row]!; one < starts[row + 1]!; one += 1) {
      const to = at[one]! * width
      const value = values[one]!
      for (let k = 0; k < width; k += 1) product[to + k]! += value * vectors[from + k]!
    }
  }
  return product
}
