export default defineCachedEventHandler(() => harbours.map((name, index) => ({ name, pier: index + 1 })), {
  maxAge: 60,
})
