import { hash } from 'node:crypto'

/** What stands for a text or its bytes. */
export const digest = (content: string | Uint8Array): string => hash('sha256', content, 'base64url')
