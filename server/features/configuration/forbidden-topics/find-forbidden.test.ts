import { expect } from 'chai'
import { findForbidden, type Voice } from './find-forbidden.js'

const find = (text: string, voice: Voice = 'to-candidate') => findForbidden([{ at: ['stem', 'zh'], text, voice }])

const asked = {
  marriage: [
    '你结婚了吗？',
    '你打算什么时候结婚？',
    '客户问你有没有男朋友，你怎么回答？',
    'Are you married?',
    '婚姻状况：',
  ],
  childbirth: ['你有孩子吗？', '未来三年是否考虑生育？', 'Do you plan to have children?', '你怀孕后能接受轮班吗？'],
  gender: [
    '限男性。',
    '你是一名男生吗？',
    '你是女生，能适应加班吗？',
    'Males preferred.',
    '你怎么看待自己的性别优势？',
  ],
  ethnicity: ['你是什么民族？', 'What is your ethnicity?'],
  religion: ['你有宗教信仰吗？', 'Are you religious?'],
  disability: ['你身体有残疾吗？', 'Do you have a disability?'],
  hepatitis: ['你是乙肝携带者吗？', 'Have you ever had hepatitis?'],
  'household-registration': ['你是本地人吗？', '请说明你的户口所在地。', 'Where is your hukou?'],
}

const allowed = [
  '客户是残疾人，你怎么服务？',
  '你会怎么帮助残疾客户办理业务？',
  '一位怀孕的客户排队很久，你怎么做？',
  '客户带着小孩来办业务，孩子一直哭闹，你怎么安排？',
  '客户想凭户口本证明与存款人的关系，你需要核对什么？',
  'A disabled customer cannot reach the counter. What do you do?',
  'How do you help an account holder whose husband died?',
  '本岗位不限性别、民族、户籍。',
  'All are welcome regardless of gender or religion.',
  '大三时我负责社团的募捐活动。',
  '这个产品的个性别具一格。',
]

describe('questions that may not be asked', () => {
  for (const [topic, texts] of Object.entries(asked)) {
    for (const text of texts) {
      it(`finds ${topic} in “${text}”`, () => {
        expect(find(text)).to.have.length(1)
      })
    }
  }

  for (const text of allowed) {
    it(`lets “${text}” pass`, () => {
      expect(find(text)).to.deep.equal([])
    })
  }

  it('reads an example answer from the candidate’s side: 我 is the candidate, 您 a customer', () => {
    expect(find('我先请您的子女一起听一下。', 'by-candidate')).to.deep.equal([])
    expect(find('我已婚，所以稳定。', 'by-candidate')).to.have.length(1)
    expect(find('I have no children, so I can work late.', 'by-candidate')).to.have.length(1)
  })

  it('judges each sentence by itself, so that a customer in one does not excuse the next', () => {
    expect(find('客户很着急。你结婚了吗？')).to.have.length(1)
  })

  it('names the word, the article and the way out', () => {
    const [finding] = find('你结婚了吗？')

    expect(finding).to.deep.include({ at: ['stem', 'zh'] })
    expect(finding?.message.zh).to.contain('“结婚”').and.to.contain('《妇女权益保障法》第四十三条')
    expect(finding?.message.en).to.contain('art. 43')
    expect(finding?.fix.zh).to.contain('客户')
  })
})
