/** Turns variables of an environment into typed values; what cannot be read is collected as a fault that names the fix. */

export type Environment = Readonly<Record<string, string | undefined>>

export type ConfigReader = ReturnType<typeof createConfigReader>

/** Reads typed values; what cannot be read becomes a fault and null, as does (without fault) what is not set or empty. */
export function createConfigReader(env: Environment) {
  const faults: string[] = []
  const names = new Set<string>()
  const fault = (name: string, message: string): null => {
    faults.push(`${name}: ${message}`)
    return null
  }
  const raw = (name: string): string | null => {
    names.add(name)
    return env[name]?.trim() || null
  }
  /** The value for a message: on one line, and not without end. */
  const shown = (value: string): string => {
    const line = value.replace(/[\p{Cc}\p{Cf}]/gu, '�')
    return line.length > 60 ? `${line.slice(0, 60)}…` : line
  }
  const text = (name: string, pattern: RegExp, fix: string): string | null => {
    const value = raw(name)
    if (value === null || pattern.test(value)) return value
    return fault(name, `cannot be ${shown(value)}; ${fix}`)
  }
  const address = (
    name: string,
    value: string,
    { protocols, example }: { protocols: readonly string[]; example: string },
  ): string | null => {
    const fix = `write an address that starts with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}, for example ${example}`
    // The value is not repeated: an address may hold a password.
    if (!URL.canParse(value)) return fault(name, `is not an address; ${fix}`)
    const { protocol, hostname } = new URL(value)
    if (!protocols.includes(protocol)) return fault(name, `cannot start with ${protocol}; ${fix}`)
    return hostname === '' ? fault(name, `names no host; ${fix}`) : value
  }
  return {
    faults,
    /** Every name that was asked for. */
    names: names as ReadonlySet<string>,
    fault,
    text,
    has: (name: string): boolean => raw(name) !== null,
    /** As `text`, but the value is never repeated. */
    secret(name: string, pattern: RegExp, fix: string): string | null {
      const value = raw(name)
      if (value === null || pattern.test(value)) return value
      return fault(name, `is not of the right form (${value.length} characters, not shown); ${fix}`)
    },
    path(name: string): string | null {
      const value = raw(name)
      if (value === null) return null
      if (value.includes('\0')) return fault(name, 'holds a zero byte; write a path')
      // dotenv and compose files do not expand ~ as a shell does.
      return value.replace(/^~(?=\/)/, env.HOME ?? '~')
    },
    oneOf<T extends string>(name: string, values: readonly T[]): T | null {
      const value = raw(name)
      if (value === null) return null
      const found = values.find((candidate) => candidate === value.toLowerCase())
      return found ?? fault(name, `cannot be ${shown(value)}; write one of ${values.join(', ')}`)
    },
    flag(name: string): boolean {
      const value = raw(name)?.toLowerCase()
      if (value === undefined || ['false', '0', 'no', 'off'].includes(value)) return false
      if (['true', '1', 'yes', 'on'].includes(value)) return true
      fault(name, `cannot be ${shown(value)}; write true or false`)
      return false
    },
    count(name: string, { min, max }: { min: number; max: number }): number | null {
      const value = raw(name)
      if (value === null) return null
      const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN
      if (number >= min && number <= max) return number
      return fault(name, `cannot be ${shown(value)}; write a whole number from ${min} to ${max}`)
    },
    ids(name: string, pattern: RegExp, fix: string): ReadonlySet<number> | null {
      const items =
        raw(name)
          ?.split(/[\s,;，；]+/)
          .filter((item) => item !== '') ?? []
      const bad = items.filter((item) => !pattern.test(item))
      if (bad.length > 0) return fault(name, `cannot hold ${bad.map(shown).join(', ')}; ${fix}`)
      return items.length === 0 ? null : new Set(items.map(Number))
    },
    url(name: string, protocols: readonly string[], example: string): string | null {
      const value = raw(name)
      return value === null ? null : address(name, value, { protocols, example })
    },
    /** Several addresses with commas between them; the value comes back without spaces and empty items. */
    urls(name: string, protocols: readonly string[], example: string): string | null {
      const items = raw(name)
        ?.split(',')
        .map((item) => item.trim())
        .filter((item) => item !== '')
      if (items === undefined || items.length === 0) return null
      const bad = items.some((item) => address(name, item, { protocols, example }) === null)
      return bad ? null : items.join(',')
    },
  }
}
