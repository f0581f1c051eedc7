/** Turns variables of an environment into typed values; what cannot be read is collected as a fault that names the fix. */

export type Environment = Readonly<Record<string, string | undefined>>

/** Reads typed values; what cannot be read becomes a fault and null, as does (without fault) what is not set or empty. */
export class ConfigReader {
  readonly faults: string[] = []
  readonly #names = new Set<string>()
  readonly #env: Environment

  constructor(env: Environment) {
    this.#env = env
  }

  /** Every name that was asked for. */
  get names(): ReadonlySet<string> {
    return this.#names
  }

  fault(name: string, message: string): null {
    this.faults.push(`${name}: ${message}`)
    return null
  }

  has(name: string): boolean {
    return this.#raw(name) !== null
  }

  text(name: string, pattern: RegExp, fix: string): string | null {
    const value = this.#raw(name)
    if (value === null || pattern.test(value)) return value
    return this.fault(name, `cannot be ${shown(value)}; ${fix}`)
  }

  /** As `text`, but the value is never repeated. */
  secret(name: string, pattern: RegExp, fix: string): string | null {
    const value = this.#raw(name)
    if (value === null || pattern.test(value)) return value
    return this.fault(name, `is not of the right form (${value.length} characters, not shown); ${fix}`)
  }

  path(name: string): string | null {
    const value = this.#raw(name)
    if (value === null) return null
    if (value.includes('\0')) return this.fault(name, 'holds a zero byte; write a path')
    // dotenv and compose files do not expand ~ as a shell does.
    return value.replace(/^~(?=\/)/, this.#env.HOME ?? '~')
  }

  oneOf<T extends string>(name: string, values: readonly T[]): T | null {
    const value = this.#raw(name)
    if (value === null) return null
    const found = values.find((candidate) => candidate === value.toLowerCase())
    return found ?? this.fault(name, `cannot be ${shown(value)}; write one of ${values.join(', ')}`)
  }

  flag(name: string): boolean {
    const value = this.#raw(name)?.toLowerCase()
    if (value === undefined || ['false', '0', 'no', 'off'].includes(value)) return false
    if (['true', '1', 'yes', 'on'].includes(value)) return true
    this.fault(name, `cannot be ${shown(value)}; write true or false`)
    return false
  }

  count(name: string, { min, max }: { min: number; max: number }): number | null {
    const value = this.#raw(name)
    if (value === null) return null
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN
    if (number >= min && number <= max) return number
    return this.fault(name, `cannot be ${shown(value)}; write a whole number from ${min} to ${max}`)
  }

  ids(name: string, pattern: RegExp, fix: string): ReadonlySet<number> | null {
    const items =
      this.#raw(name)
        ?.split(/[\s,;，；]+/)
        .filter((item) => item !== '') ?? []
    const bad = items.filter((item) => !pattern.test(item))
    if (bad.length > 0) return this.fault(name, `cannot hold ${bad.map(shown).join(', ')}; ${fix}`)
    return items.length === 0 ? null : new Set(items.map(Number))
  }

  url(name: string, protocols: readonly string[], example: string): string | null {
    const value = this.#raw(name)
    return value === null ? null : this.#address(name, value, { protocols, example })
  }

  /** Several addresses with commas between them; the value comes back without spaces and empty items. */
  urls(name: string, protocols: readonly string[], example: string): string | null {
    const items = this.#raw(name)
      ?.split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '')
    if (items === undefined || items.length === 0) return null
    const bad = items.some((item) => this.#address(name, item, { protocols, example }) === null)
    return bad ? null : items.join(',')
  }

  #address(name: string, value: string, { protocols, example }: AddressForm): string | null {
    const starts = protocols.map((protocol) => `${protocol}//`).join(' or ')
    const fix = `write an address that starts with ${starts}, for example ${example}`
    // The value is not repeated: an address may hold a password.
    if (!URL.canParse(value)) return this.fault(name, `is not an address; ${fix}`)
    const { protocol, hostname } = new URL(value)
    if (!protocols.includes(protocol)) return this.fault(name, `cannot start with ${protocol}; ${fix}`)
    return hostname === '' ? this.fault(name, `names no host; ${fix}`) : value
  }

  #raw(name: string): string | null {
    this.#names.add(name)
    return this.#env[name]?.trim() || null
  }
}

interface AddressForm {
  readonly protocols: readonly string[]
  readonly example: string
}

/** The value for a message: on one line, and not without end. */
function shown(value: string): string {
  const line = value.replace(/[\p{Cc}\p{Cf}]/gu, '�')
  return line.length > 60 ? `${line.slice(0, 60)}…` : line
}
