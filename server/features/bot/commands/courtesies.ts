/** Thanks for an answer: not a command, and nothing that was not understood. */
export const thanks = /^(谢谢|多谢|感谢|谢了|辛苦|thanks|thank you|thx)(你|您|大家|啦|了|哦|[\s!~。.])*$/iu
