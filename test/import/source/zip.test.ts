import { crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { SourceError } from '../../../src/import/source/source.ts'
import { inflateBudget, listZip, readZip } from '../../../src/import/source/zip.ts'
import { encode } from '../encode.ts'
import { makeZip } from './make-zip.ts'

const everything = (): boolean => true
const UTF8_NAME = 0x800

function unicodePath(version: number, checksum: number, path: Buffer): Buffer {
  const head = Buffer.alloc(9)
  head.writeUInt16LE(0x7075, 0)
  head.writeUInt16LE(5 + path.length, 2)
  head.writeUInt8(version, 4)
  head.writeUInt32LE(checksum, 5)
  return Buffer.concat([head, path])
}

describe('readZip', () => {
  it('inflates the wanted members in the order of the directory', async () => {
    const zip = makeZip([
      { name: 'b.txt', content: '乙' },
      { name: 'x.png', content: 'x' },
      { name: 'a.txt', content: '甲', isStored: true },
      { name: 'dir/', content: '' },
    ])
    const members = await readZip(zip, (path) => path.endsWith('.txt'))
    expect(members.map(({ path, bytes }) => [path, Buffer.from(bytes).toString()])).toEqual([
      ['b.txt', '乙'],
      ['a.txt', '甲'],
    ])
  })

  it.each([
    ['GBK without saying so', encode('报告/青石县2023年.txt', 'gb18030'), 0],
    ['UTF-8 without saying so', encode('报告/青石县2023年.txt', 'utf-8'), 0],
    ['UTF-8 and say so', encode('报告/青石县2023年.txt', 'utf-8'), UTF8_NAME],
    ['GBK with backslashes', encode('报告\\青石县2023年.txt', 'gb18030'), 0],
  ])('reads names that are %s', async (_, name, flags) => {
    expect(await listZip(makeZip([{ name, content: '甲', flags }]))).toEqual(['报告/青石县2023年.txt'])
  })

  it.each<[string, string, (plain: Buffer, path: Buffer) => Buffer]>([
    ['of the name as it stands', '青石县.txt', (plain, path) => unicodePath(1, crc32(plain), path)],
    ['of one letter', '青', (plain) => unicodePath(1, crc32(plain), Buffer.from('青'))],
    ['of another name', 'plain.txt', (_, path) => unicodePath(1, 7, path)],
    ['of another version', 'plain.txt', (plain, path) => unicodePath(2, crc32(plain), path)],
    ['without a name', 'plain.txt', (plain) => unicodePath(1, crc32(plain), Buffer.alloc(0))],
  ])('takes the Unicode path of Info-ZIP %s for %s', async (_, shown, extraOf) => {
    const [plain, path] = [Buffer.from('plain.txt'), Buffer.from('青石县.txt')]
    expect(await listZip(makeZip([{ name: plain, content: '甲', extra: extraOf(plain, path) }]))).toEqual([
      shown,
    ])
  })

  it('judges the names of an archive together, marked ones apart', async () => {
    const zip = makeZip([
      { name: encode('甲.txt', 'gb18030'), content: '' },
      { name: encode('乙县.txt', 'utf-8'), content: '', flags: UTF8_NAME },
      { name: encode('关于印发政府工作报告的通知.txt', 'gb18030'), content: '' },
    ])
    expect(await listZip(zip)).toEqual(['甲.txt', '乙县.txt', '关于印发政府工作报告的通知.txt'])
  })

  it.each([
    ['../../etc/passwd', 'etc/passwd'],
    ['/etc/passwd', 'etc/passwd'],
    ['C:\\windows\\a.txt', 'windows/a.txt'],
    ['a/./b//c.txt', 'a/b/c.txt'],
    ['..', ''],
  ])('shows the path %s as %s', async (name, path) => {
    expect(await listZip(makeZip([{ name, content: '' }]))).toEqual([path])
  })

  it('goes on after a damaged or locked member', async () => {
    const zip = makeZip([
      { name: 'a.txt', content: '甲', checksum: 1 },
      { name: 'b.txt', content: '乙', flags: 1 },
      { name: 'c.txt', content: '丙', claimedSize: 1 },
      { name: 'd.txt', content: '丁' },
    ])
    const members = await readZip(zip, everything)
    expect(members.map(({ error }) => error?.message.replace(/ \(.*\)/, ''))).toEqual([
      'is damaged; obtain it again',
      'is locked with a password; unpack it and give the files',
      'is damaged; obtain it again',
      undefined,
    ])
  })

  it.each([
    ['one great member', [{ name: 'a.txt', content: new Uint8Array(40 << 20) }], /unpacks to far more/],
    [
      'one that lies about its size',
      [{ name: 'a.txt', content: new Uint8Array(40 << 20), claimedSize: 10 }],
      null,
    ],
    [
      'many members',
      Array.from({ length: 9 }, (_, index) => ({ name: `${index}.txt`, content: new Uint8Array(4 << 20) })),
      /unpacks to far more/,
    ],
    [
      'a great directory',
      Array.from({ length: 5001 }, () => ({ name: 'a', content: '' })),
      /holds more than 5000 files/,
    ],
  ])('stops at a bomb of %s', async (_, files, message) => {
    const before = process.memoryUsage().arrayBuffers
    const read = readZip(makeZip(files), everything)
    if (message === null) expect((await read)[0]?.error).toBeInstanceOf(SourceError)
    else await expect(read).rejects.toThrow(message)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(128 << 20)
  })

  it('unpacks as many bytes as its budget has, and not one more', async () => {
    const zip = makeZip([{ name: 'a.txt', content: 'abc' }])
    const read = (bytesLeft: number) => readZip(zip, everything, { bytesLeft, entriesLeft: 9 })
    expect((await read(3)).map(({ bytes }) => bytes.length)).toEqual([3])
    await expect(read(2)).rejects.toThrow('unpacks to far more')
  })

  it('has a budget of a hundred times the archive, between 32 and 256 MB', () => {
    const megabytes = (bytes: number): number => inflateBudget(bytes).bytesLeft / (1 << 20)
    expect([0, (1 << 20) * 0.3, 1 << 20, (1 << 20) * 2.5, (1 << 20) * 3].map(megabytes)).toEqual([
      32, 32, 100, 250, 256,
    ])
  })

  it('lists 5,000 files', async () => {
    const zip = makeZip(Array.from({ length: 5_000 }, () => ({ name: 'a', content: '' })))
    expect(await listZip(zip)).toHaveLength(5_000)
  })

  it('refuses a method of packing that it does not know, and reads the others', async () => {
    const zip = makeZip([
      { name: 'a.txt', content: '甲' },
      { name: 'b.txt', content: '乙' },
    ])
    const head = Buffer.from(zip).lastIndexOf('PK\x01\x02', Buffer.from(zip).lastIndexOf('PK\x01\x02') - 1)
    zip[head + 10] = 9
    const [first, second] = await readZip(zip, everything)
    expect(first?.error?.message).toBe('is packed by an unknown method (9); pack it anew as a plain zip')
    expect(second?.error).toBeUndefined()
  })

  it('shares the budget between archives', async () => {
    const budget = inflateBudget(0)
    const zip = makeZip([{ name: 'a.txt', content: new Uint8Array(20 << 20) }])
    await readZip(zip, everything, budget)
    await expect(readZip(zip, everything, budget)).rejects.toThrow(SourceError)
  })

  it.each([
    ['nothing', new Uint8Array()],
    ['a head alone', new TextEncoder().encode('PK\x03\x04')],
    ['half an archive', makeZip([{ name: 'a.txt', content: '甲'.repeat(500) }]).slice(0, 40)],
  ])('refuses %s', async (_, bytes) => {
    await expect(readZip(bytes, everything)).rejects.toThrow(/is damaged \(.+\); obtain it again/)
  })
})
