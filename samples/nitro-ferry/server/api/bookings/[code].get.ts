export default defineEventHandler((event) => {
  const booking = bookings.get(getRouterParam(event, 'code') ?? '')
  if (!booking) throw createError({ statusCode: 404, statusMessage: 'No such booking' })
  return booking
})
