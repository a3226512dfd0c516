const router = createRouter()

router.get(
  '/rota',
  defineEventHandler(() => [...crossings.values()].map(({ id, departsAt }) => ({ crossing: id, departsAt, crew: 3 }))),
)

router.post(
  '/crossings',
  defineEventHandler(async (event) => {
    const crossing = { ...(await readValidatedBody(event, newCrossing.parse)), id: nextId('c') }
    crossings.set(crossing.id, crossing)
    setResponseStatus(event, 201)
    return crossing
  }),
)

router.patch(
  '/crossings/:id',
  defineEventHandler(async (event) => {
    const crossing = crossingOf(event)
    const changed = { ...crossing, ...(await readValidatedBody(event, crossingChange.parse)) }
    crossings.set(changed.id, changed)
    return changed
  }),
)

router.delete(
  '/crossings/:id',
  defineEventHandler((event) => {
    const { id } = crossingOf(event)
    if (bookingsOf(id).length > 0) throw createError({ statusCode: 409, statusMessage: 'Passengers have booked' })
    crossings.delete(id)
    return sendNoContent(event)
  }),
)

router.post(
  '/bookings/:code/boarding',
  defineEventHandler((event) => {
    const booking = bookings.get(getRouterParam(event, 'code') ?? '')
    if (!booking) throw createError({ statusCode: 404, statusMessage: 'No such booking' })
    bookings.set(booking.code, { ...booking, state: 'boarded' })
    return sendNoContent(event)
  }),
)

export default useBase('/api/crew', router.handler)
