import type { Outcome } from '../../config/config.js'

const most = 520

/** How many weeks `--since` asks for: `12w`, `12`. */
export function weeksOf(text: string): Outcome<number> {
  const weeks = Number(/^(\d{1,3})\s*w?$/.exec(text.trim())?.[1])
  if (weeks >= 1 && weeks <= most) return { ok: true, value: weeks }
  const message = `--since takes a number of weeks from 1 to ${most}, such as 12w, not "${text}"`
  return { ok: false, error: { message } }
}
