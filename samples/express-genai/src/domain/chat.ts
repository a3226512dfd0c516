export type FinishReason = 'stop' | 'length' | 'tool_use'

export interface TextPart {
  type: 'text'
  text: string
}

export interface ImagePart {
  type: 'image'
  url: string
}

export interface ChatMessage {
  role: 'system' | 'user' | 'assistant'
  content: string | (TextPart | ImagePart)[]
}

export interface TokenCount {
  promptTokens: number
  completionTokens: number
}

export interface Choice {
  index: number
  message: ChatMessage
  finishReason: FinishReason
}

export interface ChatCompletion {
  id: string
  model: string
  choices: Choice[]
  usage: TokenCount
  createdAt: Date
}
