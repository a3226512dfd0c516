import { NextResponse } from 'next/server'

interface Context {
  readonly params: Promise<{ readonly path: string[] }>
}

export async function GET(_request: Request, { params }: Context) {
  const { path } = await params
  return NextResponse.redirect(`https://posters.example.com/${path.join('/')}`, 308)
}
