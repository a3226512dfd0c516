/** An error that the client is told about, with the status that goes with it. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

export class NotFound extends ApiError {
  constructor(what: string) {
    super(404, 'not_found', `No such ${what}`)
  }
}

export class Conflict extends ApiError {
  constructor(message: string) {
    super(409, 'conflict', message)
  }
}
