/** Files that visitors send to be checked: how many at a time. */
import { describe, expect, it } from 'vitest'
import { readUpload } from '../../src/web/checked-text.ts'
import { TroubleError } from '../../src/web/problem.tsx'

const TOO_LARGE = new Uint8Array(33 * 1024 * 1024)
const draft = (text: string): File => new File([text], 'draft.txt')

describe('files', () => {
  it('are read one after the other, and no more than four wait for it', async () => {
    const sent = Array.from({ length: 6 }, (_, number) => readUpload(draft(`草稿${number}`)))
    const read = await Promise.allSettled(sent)
    expect(read.map((one) => (one.status === 'fulfilled' ? one.value.trim() : 'busy'))).toEqual([
      ...['草稿0', '草稿1', '草稿2', '草稿3'],
      ...['busy', 'busy'],
    ])
    expect((await readUpload(draft('又一份'))).trim()).toBe('又一份')
  })

  it('that cannot be read leave the place to the next, and say why', async () => {
    for (let times = 0; times < 4; times++)
      await expect(readUpload(new File([TOO_LARGE], 'draft.txt'))).rejects.toThrow(TroubleError)
    expect((await readUpload(draft('又一份'))).trim()).toBe('又一份')
  })
})
