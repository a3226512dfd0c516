export default defineEventHandler((event) => {
  const code = getRouterParam(event, 'code') ?? ''
  const booking = bookings.get(code)
  if (!booking) throw createError({ statusCode: 404, statusMessage: 'No such booking' })
  if (booking.state === 'boarded') {
    setResponseStatus(event, 409)
    return { message: 'Already aboard', code }
  }
  bookings.delete(code)
  return null
})
