import { Router } from 'express'
import { z } from 'zod'
import { validateBody } from '../http/validate.js'

const EmbeddingRequest = z.object({
  model: z.string(),
  input: z.union([z.string(), z.array(z.string()).min(1).max(96)]),
  encoding: z.enum(['float', 'base64']).default('float'),
})

const BatchRequest = z.object({ model: z.string(), collectionId: z.string(), callbackUrl: z.url().nullable() })

const embed = (text: string): number[] => [text.length, 0.5, -0.25]

export const embeddingsRouter = Router()
  .post('/', validateBody(EmbeddingRequest), (req, res) => {
    const texts: string[] = Array.isArray(req.body.input) ? req.body.input : [req.body.input]
    res.json({
      data: texts.map((text, index) => ({ index, vector: embed(text) })),
      usage: { promptTokens: texts.join(' ').length },
    })
  })
  .post('/batches', validateBody(BatchRequest), (req, res) => {
    res
      .status(202)
      .location('/v1/documents')
      .json({
        data: { collectionId: String(req.body.collectionId), state: 'queued' as const, submittedAt: new Date() },
      })
  })
