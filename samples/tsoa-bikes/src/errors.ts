export class Refusal extends Error {
  constructor(
    readonly status: 401 | 404 | 409,
    message: string,
  ) {
    super(message)
  }
}
