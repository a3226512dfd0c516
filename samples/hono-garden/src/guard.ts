import { createMiddleware } from 'hono/factory'

/** Lets gardeners in. */
export const requireGardener = createMiddleware(async (c, next) => {
  if (c.req.header('Authorization') !== 'Bearer gardener') return c.json({ message: 'Gardeners only' }, 401)
  await next()
})
