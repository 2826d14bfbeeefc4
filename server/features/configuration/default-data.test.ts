import { expect } from 'chai'
import { contentHash } from '../../data-files/content-hash.js'
import { keepContent, readDataFile, type DataFile, type ReadFile } from '../../data-files/read-data-file.js'
import { contentsOfDefaultData, defaultDataFiles } from './default-data.js'

describe('the data that the build has read', () => {
  it('says what its files say, and knows where in them each value stands', async () => {
    const contents = JSON.parse(JSON.stringify(await contentsOfDefaultData())) as Awaited<
      ReturnType<typeof contentsOfDefaultData>
    >
    const files = await defaultDataFiles()

    expect(Object.keys(contents)).to.have.length(files.length)
    for (const file of files) {
      const copy = { ...file }
      keepContent(copy, contents[contentHash(file.text)]!)
      const [read, kept] = [wellRead(file), wellRead(copy)]

      expect(kept.content, file.path).to.deep.equal(read.content)
      expect(kept.locate(['id']), file.path).to.deep.equal(read.locate(['id']))
    }
  })

  it('is not taken for a file that was changed since', async () => {
    const [file] = await defaultDataFiles()

    expect(await contentsOfDefaultData()).not.to.have.property(contentHash(`${file!.text}\n`))
  })

  it('tells nobody beside a spoken way that an interview is in writing and without a microphone', async () => {
    const spoken = (await defaultDataFiles()).filter(({ text }) => /^answerModes: .*voice/m.test(text))

    expect(spoken).not.to.have.length(0)
    for (const { path, text } of spoken) expect(text, path).not.to.match(/不需要摄像头和麦克风|no camera or microphone/)
  })
})

function wellRead(file: DataFile): ReadFile {
  const reading = readDataFile(file)
  if (reading.kind === 'refused') throw new Error(`${file.path} was refused`)
  return reading.file
}
