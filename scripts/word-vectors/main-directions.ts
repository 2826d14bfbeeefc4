/**
 * The few directions in which the rows of a large sparse matrix differ most: truncated singular value decomposition by subspace
 * iteration (Halko, Martinsson, Tropp 2011). Plain additions and multiplications in a fixed order: the same on every machine.
 */
import { times, turnedTimes, type SparseRows } from './sparse-rows.js'

const iterations = 3

/** An orthonormal basis, `columns × width`. Which basis of that space it is does not matter: angles between rows stay the same. */
export function mainDirections(matrix: SparseRows, width: number): Float64Array {
  let basis = scattered(matrix.columns, width)
  for (let turn = 0; turn < iterations; turn += 1) {
    basis = turnedTimes(matrix, times(matrix, basis, width), width)
    makeOrthonormal(basis, matrix.columns, width)
  }
  return basis
}

/** Numbers without order, from −1 to 1: a multiplicative hash of their place. */
function scattered(rows: number, width: number): Float64Array {
  return Float64Array.from({ length: rows * width }, (_, at) => {
    const mixed = Math.imul(at + 1, 0x9e3779b1)
    return (Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) | 0) / 2_147_483_648
  })
}

/** Gram and Schmidt, column by column, on a copy with the columns in a row: memory is read in order. */
function makeOrthonormal(basis: Float64Array, rows: number, width: number): void {
  const columns = Array.from({ length: width }, (_, k) => {
    const column = new Float64Array(rows)
    for (let row = 0; row < rows; row += 1) column[row] = basis[row * width + k]!
    return column
  })
  columns.forEach((column, k) => {
    for (const before of columns.slice(0, k)) subtract(column, before, dot(column, before))
    const length = Math.sqrt(dot(column, column)) || 1
    for (let row = 0; row < rows; row += 1) column[row]! /= length
  })
  columns.forEach((column, k) => {
    for (let row = 0; row < rows; row += 1) basis[row * width + k] = column[row]!
  })
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let at = 0; at < one.length; at += 1) sum += one[at]! * other[at]!
  return sum
}

function subtract(from: Float64Array, what: Float64Array, times: number): void {
  for (let at = 0; at < from.length; at += 1) from[at]! -= times * what[at]!
}
