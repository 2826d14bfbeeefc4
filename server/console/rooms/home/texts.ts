export const zh = { title: '等待决定' }
export const en: typeof zh = { title: 'Waiting for a decision' }
