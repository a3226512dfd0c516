import Router from '@koa/router'
import { answer } from './answers.js'
import { committeeOnly, signedIn } from './middleware/signed-in.js'
import { validate } from './middleware/validate.js'
import { Taken } from './problems.js'
import { type Application, application } from './schemas.js'
import type { Checked, State } from './store.js'

export const waitingListRouter = new Router<State>().prefix('/waiting-list')

waitingListRouter
  .get('/', signedIn, committeeOnly, (ctx) => {
    answer(ctx, 200, [...ctx.state.store.waiting.values()])
  })
  .post('/', validate({ body: application }), (ctx: Checked<unknown, unknown, Application>) => {
    const { waiting } = ctx.state.store
    const { name, email, squareMetres } = ctx.state.body
    if (waiting.has(email)) throw new Taken('You are on the list already')
    const entry = { position: waiting.size + 1, name, squareMetres }
    waiting.set(email, entry)
    answer(ctx, 202, { position: entry.position })
  })
