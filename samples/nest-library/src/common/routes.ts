/** The first segment of each area, in one place. */
export const BOOKS = 'books'
export const MEMBERS = 'members'

export default {
  loans: 'loans',
  auth: 'auth',
}
