/** A chosen file as base64, to go with what is said about it. */
export const base64Of = (chosen: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^.*?,/, ''))
    reader.onerror = () => reject(new Error('the file could not be read'))
    reader.readAsDataURL(chosen)
  })
