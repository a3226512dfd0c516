export default defineEventHandler(() => {
  return { status: 'afloat' as const, crossings: crossings.size }
})
