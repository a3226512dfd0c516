import { dirname, resolve } from 'node:path'
import type { Target } from '../library.js'
import { decodeFragment } from './pointer.js'

/** Reads a `$ref` as seen from the file that holds it. */
export function targetOf(from: string, ref: string): Target {
  const hash = ref.indexOf('#')
  const path = hash === -1 ? ref : ref.slice(0, hash)
  return { id: path === '' ? from : idOf(from, path), fragment: hash === -1 ? '' : decodeFragment(ref.slice(hash + 1)) }
}

/** A scheme has at least two letters, so that a drive letter is none. */
export function isUrl(id: string): boolean {
  return /^[a-z][a-z\d+.-]+:/i.test(id) || id.startsWith('//')
}

function idOf(from: string, path: string): string {
  if (isUrl(from)) return URL.canParse(path, from) ? new URL(path, from).href : path
  return isUrl(path) ? path : resolve(dirname(from), decodeFragment(path))
}
