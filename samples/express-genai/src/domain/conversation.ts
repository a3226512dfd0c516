import type { ChatMessage } from './chat.js'

export interface Conversation {
  id: string
  title: string | null
  model: string
  createdAt: Date
}

export interface ConversationMessage extends ChatMessage {
  id: string
  conversationId: string
  sentAt: Date
}
