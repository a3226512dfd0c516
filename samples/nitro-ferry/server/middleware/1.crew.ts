/** What changes the timetable, and the rota, is for the crew only. */
export default defineEventHandler((event) => {
  if (!event.path.startsWith('/api/crew/')) return
  if (getHeader(event, 'authorization') !== 'Bearer crew') {
    throw createError({ statusCode: 401, statusMessage: 'Crew only' })
  }
})
