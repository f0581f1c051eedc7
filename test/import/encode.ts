/** Turns text into its bytes in an encoding that Node can read but not write; the table is made by reading every code. */
const tables = new Map<string, Map<string, readonly number[]>>()

export type TestEncoding = 'utf-8' | 'gb18030' | 'big5' | 'utf-16le' | 'utf-16be'

/** @throws RangeError for a character that the encoding lacks. */
export function encode(text: string, encoding: TestEncoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text)
  if (encoding === 'utf-16le') return new Uint8Array(Buffer.from(text, 'utf16le'))
  if (encoding === 'utf-16be') return new Uint8Array(Buffer.from(text, 'utf16le').swap16())
  const table = tableOf(encoding)
  const bytes: number[] = []
  for (const char of text) {
    const code = char.charCodeAt(0) < 0x80 ? [char.charCodeAt(0)] : table.get(char)
    if (code === undefined) throw new RangeError(`${char} is not in ${encoding}`)
    bytes.push(...code)
  }
  return Uint8Array.from(bytes)
}

function tableOf(encoding: 'gb18030' | 'big5'): Map<string, readonly number[]> {
  const known = tables.get(encoding)
  if (known !== undefined) return known
  const decoder = new TextDecoder(encoding)
  const table = new Map<string, readonly number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const char = decoder.decode(Uint8Array.of(lead, trail))
      if ([...char].length === 1 && char !== '\uFFFD' && !table.has(char)) table.set(char, [lead, trail])
    }
  }
  tables.set(encoding, table)
  return table
}
