import type { Booking } from '~/utils/schemas'

export default defineEventHandler(async (event) => {
  const crossing = crossingOf(event)
  const request = await readValidatedBody(event, newBooking.parse)
  if (seatsLeft(crossing) < request.passengers) {
    throw createError({ statusCode: 409, statusMessage: 'No seats left', data: { seatsLeft: seatsLeft(crossing) } })
  }
  const booking: Booking = { ...request, code: nextId('b'), crossing: crossing.id, state: 'booked' }
  bookings.set(booking.code, booking)
  setResponseStatus(event, 201)
  setResponseHeader(event, 'Location', `/api/bookings/${booking.code}`)
  return booking
})
