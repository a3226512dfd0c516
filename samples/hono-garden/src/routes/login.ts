import { zValidator } from '@hono/zod-validator'
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { z } from 'zod'

const Credentials = z.object({ email: z.email(), password: z.string().min(8) })

export const login = new Hono().post('/login', zValidator('json', Credentials), (c) => {
  const { password } = c.req.valid('json')
  if (password !== 'green fingers') throw new HTTPException(401, { message: 'Wrong password' })
  return c.json({ token: 'gardener' })
})
