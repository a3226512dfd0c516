export default defineEventHandler((event) => {
  const crossing = crossingOf(event)
  return { ...crossing, seatsLeft: seatsLeft(crossing) }
})
