import Router from '@koa/router'
import { answer } from './answers.js'
import { signedIn } from './middleware/signed-in.js'
import type { State } from './store.js'

export const gardenerRouter = new Router<State>()

gardenerRouter.get('/me', signedIn, (ctx) => {
  const { gardener, store } = ctx.state
  const numbers = [...store.plots.values()]
    .filter((plot) => plot.gardener?.id === gardener.id)
    .map((plot) => plot.number)
  answer(ctx, 200, { id: gardener.id, name: gardener.name, committee: gardener.committee, plots: numbers })
})
