/** Turns files into the bytes of a zip archive, with every flag in the test's hand. */
import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipFile {
  /** A string is written in UTF-8; bytes are written as they are. */
  readonly name: string | Uint8Array
  readonly content: string | Uint8Array
  /** General purpose flags; bit 11 (0x800) says that the name is UTF-8, bit 0 that the content is encrypted. */
  readonly flags?: number
  readonly isStored?: boolean
  /** Overrides the checksum. */
  readonly checksum?: number
  /** Extra field of the directory, its id and length included. */
  readonly extra?: Uint8Array
  /** Overrides the size that the directory claims. */
  readonly claimedSize?: number
}

export function makeZip(files: readonly ZipFile[]): Uint8Array {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const file of files) {
    const name = Buffer.from(file.name as string)
    const content = Buffer.from(file.content as string)
    const packed = file.isStored === true ? content : deflateRawSync(content, { level: 9 })
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(file.flags ?? 0, 2)
    head.writeUInt16LE(file.isStored === true ? 0 : 8, 4)
    head.writeUInt32LE(file.checksum ?? crc32(content), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(file.claimedSize ?? content.length, 18)
    head.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, name, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    const extra = file.extra ?? new Uint8Array()
    const entry = Buffer.from(head)
    entry.writeUInt16LE(extra.length, 24)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), entry, tail, name, extra]))
    locals.push(local)
    offset += local.length
  }
  const entries = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(entries.length, 8)
  end.writeUInt32LE(offset, 12)
  return new Uint8Array(Buffer.concat([...locals, entries, Buffer.from('PK\x05\x06'), end]))
}
