import Router from '@koa/router'
import Koa from 'koa'
import bodyParser from 'koa-bodyparser'
import { gardenerRouter } from './gardeners.js'
import { harvestRouter } from './harvests.js'
import { answerProblems } from './middleware/problems.js'
import { plotRouter } from './plots.js'
import { createStore, type State } from './store.js'
import { waitingListRouter } from './waiting-list.js'

/** A garden of its own for each application: nothing is kept between two. */
export function createApp(): Koa {
  const app = new Koa<State>()
  const store = createStore()
  app.use(answerProblems)
  app.use(bodyParser())
  app.use(async (ctx, next) => {
    ctx.state.store = store
    await next()
  })

  const status = new Router()
  status.get('/health', (ctx) => {
    ctx.body = { status: 'ok' as const, uptime: process.uptime() }
  })

  const api = new Router<State>({ prefix: '/v1' })
  api.use('/plots/:number/harvests', harvestRouter.routes(), harvestRouter.allowedMethods())
  api.use(plotRouter.routes(), plotRouter.allowedMethods())
  api.use(gardenerRouter.routes(), waitingListRouter.routes())

  app.use(status.routes())
  app.use(api.routes()).use(api.allowedMethods())
  return app
}
