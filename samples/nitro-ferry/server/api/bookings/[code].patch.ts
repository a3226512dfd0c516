import { z } from 'zod'

const change = z.strictObject({ passengers: z.int().min(1).max(12) })

export default defineEventHandler(async (event) => {
  const booking = bookings.get(getRouterParam(event, 'code') ?? '')
  if (!booking) throw createError({ statusCode: 404, statusMessage: 'No such booking' })
  const { passengers } = await readValidatedBody(event, (body) => change.parse(body))
  const changed = { ...booking, passengers }
  bookings.set(booking.code, changed)
  return changed
})
