/** Takes the page itself out of a web page saved as a single file (.mhtml). */
import { bufferOn } from '../source/decode.ts'
import { SourceError } from '../source/source.ts'

/** The header lines of a saved page stand within this. */
const HEAD_BYTES = 4096

/** Says whether a file is a page saved by a browser as a single file: mail headers, several parts. */
export function isMhtml(bytes: Uint8Array): boolean {
  const head = bufferOn(bytes.subarray(0, HEAD_BYTES)).toString('latin1')
  return /^(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)*?content-type:\s*multipart\/related/i.test(head)
}

/**
 * Takes the first part that is HTML: browsers put the page itself first, frames and pictures after it.
 *
 * @throws SourceError when there is none.
 */
export function htmlOfMhtml(bytes: Uint8Array): { html: Uint8Array; charset: string; url: string } {
  const file = bufferOn(bytes).toString('latin1')
  const boundary = /boundary\s*=\s*(?:"([^"\r\n]+)"|([^\s;]+))/i.exec(file.slice(0, HEAD_BYTES))
  const parts = file.split(`--${boundary?.[1] ?? boundary?.[2] ?? ''}`).slice(1)
  for (const part of parts) {
    const [, head = '', body = ''] = /^\r?\n([\s\S]*?)\r?\n\r?\n([\s\S]*)$/.exec(part) ?? []
    if (!/content-type:\s*text\/html/i.test(head)) continue
    const encoding = /content-transfer-encoding:\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase()
    const charset = /charset\s*=\s*"?([\w-]+)/i.exec(head)?.[1] ?? ''
    const url = /content-location:\s*(https?:\/\/\S+)/i.exec(head)?.[1] ?? ''
    return { html: decodeBody(body, encoding), charset, url }
  }
  throw new SourceError('holds no web page; open it in a browser and save it as .html')
}

function decodeBody(body: string, encoding: string | undefined): Uint8Array {
  if (encoding === 'base64') return new Uint8Array(Buffer.from(body, 'base64'))
  if (encoding !== 'quoted-printable') return new Uint8Array(Buffer.from(body, 'latin1'))
  // RFC 2045, 6.7: `=` at the end of a line joins it with the next, `=E6` is a byte.
  const joined = body.replace(/=[ \t]*\r?\n/g, '')
  const raw = joined.replace(/=([0-9A-F]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return new Uint8Array(Buffer.from(raw, 'latin1'))
}
