import type { Request } from 'express'
import { Refusal } from './errors'

export async function expressAuthentication(request: Request, _scheme: string, _scopes?: string[]): Promise<string> {
  if (request.headers.authorization !== 'Bearer mechanic') throw new Refusal(401, 'who are you?')
  return 'mechanic'
}
