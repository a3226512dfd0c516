import { randomUUID } from 'node:crypto'
import type { ChatMessage } from '../domain/chat.js'
import type { Conversation, ConversationMessage } from '../domain/conversation.js'

const conversations = new Map<string, Conversation>([
  ['cnv_1', { id: 'cnv_1', title: 'Planning', model: 'claude-4', createdAt: new Date('2026-04-01T10:00:00Z') }],
])
const messages: ConversationMessage[] = [
  { id: 'msg_1', conversationId: 'cnv_1', role: 'user', content: 'Hello', sentAt: new Date('2026-04-01T10:00:01Z') },
]

export function listConversations(limit: number): Conversation[] {
  return [...conversations.values()].slice(0, limit)
}

export function countConversations(): number {
  return conversations.size
}

export function findConversation(id: string): Conversation | undefined {
  return conversations.get(id)
}

export function startConversation(model: string, title: string | null): Conversation {
  const conversation: Conversation = { id: `cnv_${randomUUID()}`, title, model, createdAt: new Date() }
  conversations.set(conversation.id, conversation)
  return conversation
}

export function endConversation(id: string): boolean {
  return conversations.delete(id)
}

export async function messagesOf(conversationId: string): Promise<ConversationMessage[]> {
  return messages.filter((message) => message.conversationId === conversationId)
}

export async function say(conversationId: string, message: ChatMessage): Promise<ConversationMessage> {
  const said: ConversationMessage = { ...message, id: `msg_${randomUUID()}`, conversationId, sentAt: new Date() }
  messages.push(said)
  return said
}
