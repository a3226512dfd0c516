export default defineEventHandler((event) => {
  const { harbour } = getQuery<{ harbour?: string }>(event)
  const rows = [...crossings.values()].filter(({ from }) => harbour === undefined || from === harbour)
  setResponseHeader(event, 'content-type', 'text/plain')
  return rows.map(({ from, to, departsAt }) => `${departsAt} ${from} - ${to}`).join('\n')
})
