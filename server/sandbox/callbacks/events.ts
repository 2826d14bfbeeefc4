/** Messages and events of a member as WeCom writes them (reference 05): an event has no MsgId. */
import { sandboxCredentials } from '../../../shared/contracts/sandbox.js'

const { corpId, agentId } = sandboxCredentials.wecom

type Fields = Record<string, string | number>

export interface CallbackMessage {
  /** For the log. */
  kind: 'text' | 'enter_agent' | 'template_card_event'
  userid: string
  xml: string
}

interface From {
  userid: string
  /** Simulated ms. */
  now: number
}

export const textMessage = (from: From, { content, msgId }: { content: string; msgId: string }): CallbackMessage =>
  message('text', from, { MsgType: 'text', Content: content, MsgId: msgId, AgentID: agentId })

export const enterAgent = (from: From): CallbackMessage =>
  message('enter_agent', from, { MsgType: 'event', Event: 'enter_agent', EventKey: '', AgentID: agentId })

interface CardPress {
  key: string
  taskId: string
  cardType: string
  responseCode: string
  selected: { questionKey: string; optionIds: string[] }[]
}

export function cardEvent(from: From, { key, taskId, cardType, responseCode, selected }: CardPress): CallbackMessage {
  const items = selected.map(
    ({ questionKey, optionIds }) =>
      `<SelectedItem>${element('QuestionKey', questionKey)}<OptionIds>${optionIds.map((id) => element('OptionId', id)).join('')}</OptionIds></SelectedItem>`,
  )
  return message(
    'template_card_event',
    from,
    {
      MsgType: 'event',
      Event: 'template_card_event',
      EventKey: key,
      TaskId: taskId,
      CardType: cardType,
      ResponseCode: responseCode,
      AgentID: agentId,
    },
    items.length > 0 ? `<SelectedItems>${items.join('')}</SelectedItems>` : '',
  )
}

function message(kind: CallbackMessage['kind'], { userid, now }: From, fields: Fields, more = ''): CallbackMessage {
  const all: Fields = { ToUserName: corpId, FromUserName: userid, CreateTime: Math.floor(now / 1000), ...fields }
  return {
    kind,
    userid,
    xml: `<xml>${Object.entries(all)
      .map(([name, value]) => element(name, value))
      .join('')}${more}</xml>`,
  }
}

const element = (name: string, value: string | number): string =>
  typeof value === 'number'
    ? `<${name}>${value}</${name}>`
    : `<${name}><![CDATA[${value.replaceAll(']]>', ']]]]><![CDATA[>')}]]></${name}>`
