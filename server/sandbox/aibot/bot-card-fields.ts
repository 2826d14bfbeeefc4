/**
 * What each kind of card of the smart bot may hold, and how long it may be (101032; official SDK 1.0.7, dist/types/api.d.ts). Shorter
 * than on cards of an app (90236), and its buttons have no `type` and no `url`. The SDK calls these lengths advice («建议»); that
 * too much is refused, and a field that its types do not name too, is our assumption: a real client may cut, or read it otherwise.
 */
export type Limit = { characters?: number; bytes?: number; oneOf?: readonly unknown[] }
/** A list is written as its one kind of entry in brackets. */
export type Spec = Limit | { fields: Record<string, Spec> } | { each: Record<string, Spec> }

const free: Limit = {}
const most = (characters: number): Limit => ({ characters })
const link = { url: free, appid: free, pagepath: free }
const kinds = (...oneOf: number[]): Limit => ({ oneOf: [undefined, ...oneOf] })

const option = (characters: number) => ({ id: { bytes: 128 }, text: most(characters) })
const selection = {
  question_key: { bytes: 1024 },
  title: most(13),
  disable: free,
  selected_id: free,
  option_list: { each: option(10) },
}
const button = { text: most(10), style: free, key: { bytes: 1024 } }

const common = {
  card_type: free,
  task_id: { bytes: 128 },
  feedback: { fields: { id: { bytes: 256 } } },
  source: { fields: { icon_url: free, desc: most(13), desc_color: kinds(0, 1, 2, 3) } },
  main_title: { fields: { title: most(26), desc: most(30) } },
}
const menu = {
  action_menu: { fields: { desc: free, action_list: { each: { text: free, key: { bytes: 1024 } } } } },
}
const quote = {
  quote_area: { fields: { type: kinds(0, 1, 2), ...link, title: free, quote_text: free } },
}
const rows = {
  horizontal_content_list: {
    each: { type: kinds(0, 1, 3), keyname: most(5), value: most(26), url: free, userid: free },
  },
}
const leads = {
  jump_list: { each: { type: kinds(0, 1, 2, 3), title: most(13), ...link, question: { bytes: 200 } } },
  card_action: { fields: { type: kinds(0, 1, 2), ...link } },
}

export const botCardFields: Record<string, Record<string, Spec>> = {
  text_notice: {
    ...common,
    ...menu,
    ...quote,
    ...rows,
    ...leads,
    emphasis_content: { fields: { title: most(10), desc: most(15) } },
    sub_title_text: most(112),
  },
  news_notice: {
    ...common,
    ...menu,
    ...quote,
    ...rows,
    ...leads,
    card_image: { fields: { url: free, aspect_ratio: free } },
    image_text_area: { fields: { type: kinds(0, 1, 2), ...link, title: free, desc: free, image_url: free } },
    vertical_content_list: { each: { title: most(26), desc: most(112) } },
  },
  button_interaction: {
    ...common,
    ...menu,
    ...quote,
    ...rows,
    card_action: leads.card_action,
    sub_title_text: most(112),
    button_selection: { fields: selection },
    button_list: { each: button },
  },
  vote_interaction: {
    ...common,
    checkbox: {
      fields: {
        question_key: { bytes: 1024 },
        disable: free,
        mode: kinds(0, 1),
        option_list: { each: { ...option(11), is_checked: free } },
      },
    },
    submit_button: { fields: { text: most(10), key: { bytes: 1024 } } },
  },
  multiple_interaction: {
    ...common,
    select_list: { each: selection },
    submit_button: { fields: { text: most(10), key: { bytes: 1024 } } },
  },
}
