import type { ElementAddress } from '../model/finding.js'

/** Whether an element is another one, or lies below it. */
export function isWithin(element: ElementAddress, container: ElementAddress): boolean {
  if (element.part !== container.part) return false
  if (container.status !== null && container.status !== element.status) return false
  if (container.mediaType !== null && container.mediaType !== element.mediaType) return false
  return element.pointer === container.pointer || element.pointer.startsWith(`${container.pointer}/`)
}
