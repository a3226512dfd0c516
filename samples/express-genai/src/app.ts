import express, { type Express } from 'express'
import { requireAuth } from './http/auth.js'
import { errorHandler } from './http/error-handler.js'
import { authRouter } from './routes/auth.js'
import { collectionRoutes } from './routes/collections.js'
import { completionRoutes } from './routes/completions.js'
import { conversationsRouter } from './routes/conversations.js'
import { documentRoutes } from './routes/documents.js'
import { embeddingsRouter } from './routes/embeddings.js'
import modelsRouter from './routes/models.js'
import { usageRouter } from './routes/usage.js'
import { Library } from './store/library.js'

const PREFIX = '/v1'

export function createApp(): Express {
  const app = express()
  const api = express.Router()
  const library = new Library()

  app.use(express.json({ limit: '2mb' }))

  api.use('/auth', authRouter)
  api.use('/models', modelsRouter)
  api.use(requireAuth)
  api.use(completionRoutes())
  api.use('/embeddings', embeddingsRouter)
  api.use('/collections', collectionRoutes(library))
  api.use('/documents', documentRoutes(library))
  api.use('/conversations', conversationsRouter)
  api.use(usageRouter)

  app.use(PREFIX, api)
  app.use((_req, res) => {
    res.status(404).json({ error: { code: 'not_found', message: 'No such endpoint' } })
  })
  app.use(errorHandler)
  return app
}
