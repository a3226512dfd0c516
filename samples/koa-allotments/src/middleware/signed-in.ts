import type { Next, ParameterizedContext } from 'koa'
import { NotYours, SignInFirst } from '../problems.js'
import type { State } from '../store.js'

/** Looks the bearer token up; who has none goes no further. */
export async function signedIn(ctx: ParameterizedContext<State>, next: Next): Promise<void> {
  const [scheme, token] = (ctx.get('authorization') ?? '').split(' ')
  const gardener = scheme === 'Bearer' ? ctx.state.store.gardeners.get(token ?? '') : undefined
  if (gardener === undefined) throw new SignInFirst()
  ctx.state.gardener = gardener
  await next()
}

export async function committeeOnly(ctx: ParameterizedContext<State>, next: Next): Promise<void> {
  if (!ctx.state.gardener.committee) throw new NotYours()
  await next()
}
