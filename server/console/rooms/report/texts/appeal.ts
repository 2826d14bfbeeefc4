/** Somebody asked that a person looks again: who looks, who answers, and in what words. */
import { stateWords } from '../../../../../shared/state-words/index.js'

export const appeal = {
  zh: {
    label: stateWords.zh.askedAgain,
    asked: '本人在 {at} 请招聘组再看一次这个决定。',
    theirs: '本人写道：“{words}”',
    words: '给候选人的答复',
    hint: '重新看过之后的结论和理由，至少 10 个字；候选人会原样读到。要改结论，请撤回决定后重新决定。',
    another: '这个婉拒是你决定的；说明信答应由另一位同事复核并答复，请另一位同事来答复或重新决定。',
    looked: '{by} 于 {at} 重新看过',
    lookFirst: {
      may: '答复之前，要先有另一位同事重新看过。你没有作出婉拒，也没有评过这份报告，可以由你来看：在下面评至少一道题，姓名和时间会记下来，两个版本都保留。',
      'was-there':
        '答复之前，要先有另一位同事重新看过。你已经评过这份报告，请一位没有作出婉拒、也没有评过的同事来看：在报告页评至少一道题就可以。',
      'may-not':
        '答复之前，要先有另一位同事重新看过：没有作出婉拒、也没有评过这份报告的同事，在报告页评至少一道题就可以。',
    },
    send: '答复候选人',
    said: '已答复，候选人会收到消息',
    by: '{by} 于 {at} 答复',
  },
  en: {
    label: stateWords.en.askedAgain,
    asked: 'Asked the team at {at} to look at this decision again.',
    theirs: 'In their words: “{words}”',
    words: 'Answer to the candidate',
    hint: 'What you found when you looked again and why, at least 10 characters; the candidate reads it as it is. To change the outcome, take the decision back and decide anew.',
    another:
      'You made this decline. The letter promises that a colleague looks at it again, so a colleague answers or decides anew.',
    looked: 'Looked at again by {by} at {at}',
    lookFirst: {
      may: 'Before an answer, another person looks at the report again. You neither declined nor rated it, so it can be you: rate at least one question below. Your name and the time are kept, and so are both versions.',
      'was-there':
        'Before an answer, another person looks at the report again. You have rated it already; ask a colleague who neither declined nor rated it to rate at least one question on this page.',
      'may-not':
        'Before an answer, another person looks at the report again: a colleague who neither declined nor rated it rates at least one question on this page.',
    },
    send: 'Answer the candidate',
    said: 'Answered; the candidate is told',
    by: 'Answered by {by} at {at}',
  },
}
