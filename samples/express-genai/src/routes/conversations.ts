import { Router } from 'express'
import { z } from 'zod'
import { NotFound } from '../http/errors.js'
import { created, ok, page } from '../http/respond.js'
import { validateBody } from '../http/validate.js'
import * as store from '../store/conversations.js'
import { Message } from './completions.js'

const NewConversation = z.strictObject({ model: z.string(), title: z.string().max(120).nullish() })

export const conversationsRouter = Router()

conversationsRouter.get('/', (req, res) => {
  const limit = Number(req.query.limit ?? 20)
  page(res, store.listConversations(limit), store.countConversations())
})

conversationsRouter.post('/', validateBody(NewConversation), (req, res) => {
  created(res, store.startConversation(req.body.model, req.body.title ?? null))
})

conversationsRouter.get('/:conversationId', (req, res) => {
  const conversation = store.findConversation(req.params.conversationId)
  if (!conversation) throw new NotFound('conversation')
  ok(res, conversation)
})

conversationsRouter.delete('/:conversationId', (req, res) => {
  if (!store.endConversation(req.params.conversationId)) throw new NotFound('conversation')
  res.sendStatus(204)
})

conversationsRouter.get('/:conversationId/messages', async (req, res) => {
  ok(res, await store.messagesOf(req.params.conversationId))
})

conversationsRouter.post('/:conversationId/messages', validateBody(Message), async (req, res) => {
  const message = await store.say(String(req.params.conversationId), req.body)
  res.status(201).json({ data: message })
})
