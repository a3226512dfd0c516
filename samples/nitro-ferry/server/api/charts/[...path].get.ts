/** The charts have moved; links on old leaflets still come here. */
export default defineEventHandler((event) =>
  sendRedirect(event, `https://charts.example/${getRouterParam(event, 'path')}`, 301),
)
