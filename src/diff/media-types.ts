/** The media type without parameters and case: `application/json` for `application/JSON; charset=utf-8`. */
export function essence(mediaType: string): string {
  return (mediaType.split(';')[0] ?? '').trim().toLowerCase()
}

/** Whether one media type, or range such as `application/*`, includes the other, or the other way round. */
export function isSameMedia(left: string, right: string): boolean {
  const [one, other] = [essence(left), essence(right)]
  return one === other || covers(one, other) || covers(other, one)
}

function covers(range: string, type: string): boolean {
  if (range === '*/*') return true
  return range.endsWith('/*') && type.startsWith(range.slice(0, -1))
}
