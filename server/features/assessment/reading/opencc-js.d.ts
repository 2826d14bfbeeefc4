/** The package types its converters, not its tables. */
declare module 'opencc-js/dict/TSCharacters' {
  const table: string
  export default table
}
