/** Numbers and addresses of the mini-program, in one place. */

/** Used when no `apiBase` comes with ext.json, which is how an organisation points its own mini-program at its own server. */
export const apiBaseByVersion = {
  develop: 'http://127.0.0.1:7300',
  trial: 'https://interview-trial.example.com',
  release: 'https://interview.example.com',
} as const

export const requestTimeoutMs = 10_000
/** A piece of a recording over a bad network. */
export const uploadTimeoutMs = 60_000
/** Waits between tries of a request that may be repeated. */
export const retryWaitsMs = [400, 1_200] as const
/** A session is renewed when less than this is left, so that it cannot run out in the middle of a question. */
export const sessionReserveMs = 10 * 60_000

export const autosaveMs = 3_000
export const heartbeatMs = 5_000
export const clockTickMs = 500
/** The countdown turns orange. */
export const lastSecondsMs = 15_000
/** Seconds left that a screen reader is told. */
export const announcedSeconds = [60, 30, 10] as const

/** While a report is being made the status is asked often at first, then seldom. */
export const quickPollMs = 4_000
export const slowPollMs = 20_000
export const quickPolls = 30

export const maxResumeFileBytes = 256 * 1024

/** What a voice answer is recorded as: speech stays clear, and two minutes are 720 KB. WeChat takes 24 to 96 kbit/s at 16 kHz. */
export const voiceFormat = { type: 'audio/mpeg', sampleRate: 16_000, bitRate: 48_000 } as const
/** WeChat's recorder goes on no longer than that. */
export const longestClipMs = 600_000
/** How often the recorder hands over what it has: a third of a second at this rate. */
export const frameKilobytes = 2
/** About three seconds of voice: what a killed app may lose. */
export const voicePieceBytes = 18_000
/** A few frames of mp3, a seventh of a second. */
export const leastClipBytes = 900
/** Of the ten requests that WeChat lets an app make at once. */
export const piecesAtOnce = 2
export const pieceWaitsMs = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000] as const
/** What a video answer is sent as, whatever a phone calls its file: the server looks at the bytes. */
export const clipType = 'video/mp4'
/** WeChat ends a clip of its camera then by itself. */
export const longestVideoClipSeconds = 30
/** The app asks for its end a little before, which every phone answers with the file. */
export const videoClipMs = 29_000
/** Seven seconds at the slowest uplink that the check takes for enough. */
export const clipPieceBytes = 256 * 1024
/** As much as the server takes of the longest answer (maxTakeBytes, 300 s). A phone that makes more of it is asked to make the next clip smaller, which takes it some seconds. */
export const mostClipBytesPerSecond = 200_000
/** Until there is a picture. */
export const cameraOpensMs = 10_000
/** After the end, for the file. */
export const clipWaitMs = 8_000
/** What was recorded so long is not given up by a tap on another way. */
export const worthKeepingMs = 3_000
/** After the end a recorder may still hand over its last frame; some hand over none. */
export const lastFrameWaitMs = 1_200

/** Before an interview: what a phone is tried with, and what counts as enough. */
export const deviceCheck = {
  /** One that opens the connection and is not counted, then those whose median counts. */
  roundTrips: 5,
  goodRoundTripMs: 50,
  slowRoundTripMs: 300,
  /** A fifth of a second at 4 Mbit/s, two and a half seconds at the limit below. */
  uploadBytes: 96 * 1024,
  slowUploadBitsPerSecond: 300_000,
  /** Below it video arrives long after it was filmed: a small picture with sound takes about half of that, and more on some phones. */
  videoUploadBitsPerSecond: 1_200_000,
  /** Sound without a codec, of which loudness can be read: some eight times a second at 16 kHz. */
  levelKilobytes: 4,
  /** At least this long, so that the room is heard as well as the voice. */
  leastListeningMs: 2_500,
  longestListeningMs: 10_000,
  /** Decibels below full scale. Not yet measured on real phones: docs/device-checklist.md. */
  noisyRoomDb: -40,
  quietestVoiceDb: -50,
  /** How far a voice stands out of the room. */
  voiceAboveRoomDb: 8,
  /** Where a phone tells no loudness: so many bits of sound that are no silence, a third of a second each. */
  soundsHeard: 5,
  /** Mean brightness of a picture, of 255. */
  darkBelow: 60,
  brightAbove: 225,
} as const
/** Of the practice question, which is kept and sent nowhere. */
export const practiceMs = 30_000
export const practiceFile = 'practice.mp3'
