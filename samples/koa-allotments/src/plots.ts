import Router from '@koa/router'
import { answer, Page } from './answers.js'
import { committeeOnly, signedIn } from './middleware/signed-in.js'
import { validate } from './middleware/validate.js'
import { Missing, NotYours, Taken } from './problems.js'
import type { NewPlot, PlotChange, PlotParams, PlotQuery } from './schemas.js'
import { newPlot, plotChange, plotParams, plotQuery } from './schemas.js'
import type { Checked, Plot, State, Store } from './store.js'

export function plotOf(store: Store, number: number): Plot {
  const plot = store.plots.get(number)
  if (plot === undefined) throw new Missing('plot')
  return plot
}

function list(ctx: Checked<unknown, PlotQuery>): void {
  const { state, from, limit } = ctx.state.query
  const all = [...ctx.state.store.plots.values()].filter((plot) => state === undefined || plot.state === state)
  const following = from + limit < all.length ? from + limit : null
  ctx.body = new Page(all.slice(from, from + limit), all, following)
}

function lay(ctx: Checked<unknown, unknown, NewPlot>): void {
  const { plots } = ctx.state.store
  const { number, squareMetres, soil } = ctx.state.body
  if (plots.has(number)) throw new Taken('There is a plot of this number')
  const plot: Plot = { number, squareMetres, soil, state: 'free', gardener: null, since: null }
  plots.set(number, plot)
  ctx.set('Location', `/v1/plots/${number}`)
  answer(ctx, 201, plot)
}

function show(ctx: Checked<PlotParams>): void {
  answer(ctx, 200, plotOf(ctx.state.store, ctx.state.params.number))
}

function change(ctx: Checked<PlotParams, unknown, PlotChange>): void {
  const plot = plotOf(ctx.state.store, ctx.state.params.number)
  plot.squareMetres = ctx.state.body.squareMetres ?? plot.squareMetres
  plot.soil = ctx.state.body.soil ?? plot.soil
  answer(ctx, 200, plot)
}

function remove(ctx: Checked<PlotParams>): void {
  const plot = plotOf(ctx.state.store, ctx.state.params.number)
  if (plot.state === 'taken') throw new Taken('Somebody tends this plot')
  ctx.state.store.plots.delete(plot.number)
  ctx.status = 204
}

function take(ctx: Checked<PlotParams>): void {
  const plot = plotOf(ctx.state.store, ctx.state.params.number)
  if (plot.state === 'taken') throw new Taken('Somebody tends this plot')
  const { id, name } = ctx.state.gardener
  plot.state = 'taken'
  plot.gardener = { id, name }
  plot.since = new Date().toISOString()
  answer(ctx, 200, plot)
}

function leave(ctx: Checked<PlotParams>): void {
  const plot = plotOf(ctx.state.store, ctx.state.params.number)
  if (plot.gardener?.id !== ctx.state.gardener.id) throw new NotYours()
  plot.state = 'free'
  plot.gardener = null
  plot.since = null
  ctx.status = 204
}

const byNumber = validate({ params: plotParams })

export const plotRouter = new Router<State>({ prefix: '/plots' })

plotRouter.get('/', validate({ query: plotQuery }), list)
plotRouter.post('/', signedIn, committeeOnly, validate({ body: newPlot }), lay)
plotRouter.get('plot', '/:number', byNumber, show)
plotRouter.patch('/:number', signedIn, committeeOnly, validate({ params: plotParams, body: plotChange }), change)
plotRouter.del('/:number', signedIn, committeeOnly, byNumber, remove)
plotRouter.put('/:number/gardener', signedIn, byNumber, take)
plotRouter.delete('/:number/gardener', signedIn, byNumber, leave)
