import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { logger } from 'hono/logger'
import { beds } from './routes/beds.js'
import { login } from './routes/login.js'
import { plants } from './routes/plants.js'

export function createApp() {
  const app = new Hono()
  app.use(logger(() => {}))
  app.get('/health', (c) => c.json({ status: 'ok' as const, uptime: process.uptime() }))
  app.route('/', login)
  app.route('/plants', plants)
  app.route('/beds', beds)
  app.get('/latest', (c) => c.redirect('/plants/p1'))
  app.onError((error, c) => {
    if (error instanceof HTTPException) return c.json({ message: error.message }, error.status)
    return c.json({ message: 'Something broke' }, 500)
  })
  return app
}
