import { type Request, type Response, Router } from 'express'
import type { Capability, Model } from '../domain/model.js'
import { Money } from '../domain/money.js'
import { NotFound } from '../http/errors.js'

const models: Model[] = [
  { id: 'claude-4', provider: 'anthropic', capabilities: ['chat'], contextWindow: 200_000, inputPrice: new Money(3) },
  { id: 'embed-1', provider: 'mistral', capabilities: ['embedding'], contextWindow: 8192, inputPrice: new Money(0) },
  {
    id: 'old-1',
    provider: 'local',
    capabilities: ['completion'],
    contextWindow: 2048,
    inputPrice: new Money(0),
    deprecatedAt: new Date('2026-06-30T00:00:00Z'),
  },
]

interface ModelFilter {
  capability?: Capability
  provider?: Model['provider']
}

const list = (req: Request<object, { data: Model[] }, never, ModelFilter>, res: Response<{ data: Model[] }>) => {
  const { capability, provider } = req.query
  res.json({
    data: models
      .filter((model) => !capability || model.capabilities.includes(capability))
      .filter((model) => !provider || model.provider === provider),
  })
}

const show = (req: Request<{ modelId: string }>, res: Response) => {
  const model = models.find((known) => known.id === req.params.modelId)
  if (!model) throw new NotFound('model')
  res.json({ data: model })
}

const modelsRouter = Router()
modelsRouter.get('/', list)
modelsRouter.get('/:modelId', show)
export default modelsRouter
