import Router from '@koa/router'
import { answer } from './answers.js'
import { signedIn } from './middleware/signed-in.js'
import { validate } from './middleware/validate.js'
import { plotOf } from './plots.js'
import type { NewHarvest, PlotParams } from './schemas.js'
import { newHarvest, plotParams } from './schemas.js'
import type { Checked, Harvest, State } from './store.js'

/** Mounted below a plot, whose number stands in the path of the mount. */
export const harvestRouter = new Router<State>()

harvestRouter.get('/', validate({ params: plotParams }), (ctx: Checked<PlotParams>) => {
  const plot = plotOf(ctx.state.store, ctx.state.params.number)
  answer(ctx, 200, ctx.state.store.harvests.get(plot.number) ?? [])
})

harvestRouter.post(
  '/',
  signedIn,
  validate({ params: plotParams, body: newHarvest }),
  (ctx: Checked<PlotParams, unknown, NewHarvest>) => {
    const { harvests } = ctx.state.store
    const plot = plotOf(ctx.state.store, ctx.state.params.number)
    const before = harvests.get(plot.number) ?? []
    const { crop, grams, pickedOn, note } = ctx.state.body
    const harvest: Harvest = { id: `h-${before.length + 1}`, crop, grams, pickedOn, note: note ?? null }
    harvests.set(plot.number, [...before, harvest])
    answer(ctx, 201, harvest)
  },
)
