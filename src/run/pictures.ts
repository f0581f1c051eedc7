/** Opens the maker of pictures, and tells the operator in a line where there is none. */
import type { Logger } from '../log.ts'
import { openPictures, type Pictures } from '../pictures/pictures.ts'

/** Loads nothing yet: that is done when the first picture is asked for. */
export function openPicturesFor(log: Logger): Pictures | null {
  const pictures = openPictures((error) =>
    log.warn({ err: error }, '@napi-rs/canvas does not run on this machine: no quote cards and charts'),
  )
  if (pictures === null)
    log.info('no quote cards and charts: npm install --include=optional adds the packages that draw them')
  return pictures
}
