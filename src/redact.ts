/** Turns a text into the same text without tokens and passwords: the last step before anything is logged or printed. */

const BLOT = '[secret]'

/** Whatever looks like a bot token, so that a mistyped or foreign one is blotted out too. */
const TOKEN = /(?<!\d)\d{6,20}:[A-Za-z0-9_-]{20,100}/g
/** The user and password of an address. */
const USER_INFO = /\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@"'\\]+@/gi

/** Makes the function that takes the secrets out of a text, whether they stand there plain, in JSON or in a URL. */
export function createBlotter(secrets: readonly string[]): (text: string) => string {
  const forms = secrets
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)])
    // Shorter ones would blot out figures and field names all over the log; the patterns below still catch them in place.
    .filter((form) => form.length >= 6)
    .sort((a, b) => b.length - a.length)
  return (text) => {
    let clean = text
    for (const form of forms) clean = clean.replaceAll(form, BLOT)
    return clean.replace(TOKEN, BLOT).replace(USER_INFO, `$1${BLOT}@`)
  }
}
