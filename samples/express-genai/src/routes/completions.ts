import { randomUUID } from 'node:crypto'
import { Router } from 'express'
import { z } from 'zod'
import type { ChatCompletion } from '../domain/chat.js'
import { asyncHandler } from '../http/async-handler.js'
import { NotFound } from '../http/errors.js'
import { validateBody } from '../http/validate.js'

const Part = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({ type: z.literal('image'), url: z.url() }),
])

export const Message = z.object({
  role: z.enum(['system', 'user', 'assistant']),
  content: z.union([z.string(), z.array(Part)]),
})

const ChatRequest = z.object({
  model: z.string(),
  messages: z.array(Message).min(1),
  temperature: z.number().min(0).max(2).default(1),
  maxTokens: z.number().int().positive().optional(),
})

const CompletionRequest = z.object({ model: z.string(), prompt: z.string(), maxTokens: z.number().int().optional() })

const running = new Set<string>()

async function complete(model: string): Promise<ChatCompletion> {
  const id = `cmp_${randomUUID()}`
  running.add(id)
  return {
    id,
    model,
    choices: [{ index: 0, message: { role: 'assistant', content: 'Hello.' }, finishReason: 'stop' }],
    usage: { promptTokens: 3, completionTokens: 2 },
    createdAt: new Date(),
  }
}

/** The chat endpoints, and the old text completion beside them. */
export function completionRoutes(): Router {
  const router = Router()

  router.post(
    '/chat/completions',
    validateBody(ChatRequest),
    asyncHandler(async (req, res) => {
      const completion = await complete(req.body.model)
      res.status(200).json({ data: completion })
    }),
  )

  router.post('/chat/completions/stream', validateBody(ChatRequest), (_req, res) => {
    res.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache' })
    res.write('data: {"delta":"Hel"}\n\n')
    res.end('data: [DONE]\n\n')
  })

  router.post('/chat/completions/:completionId/cancel', (req, res) => {
    const id = req.params.completionId
    if (!running.delete(id)) throw new NotFound('completion')
    res.status(202).json({ data: { id, status: 'cancelled' as const } })
  })

  /** @deprecated Chat does all that this did. */
  router.post('/completions', validateBody(CompletionRequest), (req, res) => {
    const finishReason: 'stop' | 'length' = req.body.maxTokens === 1 ? 'length' : 'stop'
    res.json({ data: { id: `txt_${randomUUID()}`, text: 'Hello.', finishReason } })
  })

  return router
}
