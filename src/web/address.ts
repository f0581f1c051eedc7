/** The address a request comes from, as the key of a limit: that of the visitor, also behind a proxy of one's own. */
import { BlockList, isIP, isIPv4 } from 'node:net'
import type { WebContext } from './environment.ts'

/** Networks of one's own: who speaks from there is the proxy, and is believed about whom it speaks for. */
const OWN = new BlockList()
for (const [network, prefix] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
] as const)
  OWN.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of [
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  OWN.addSubnet(network, prefix, 'ipv6')

/** The last address that no proxy of one's own has: what stands before it, the visitor may have written himself. */
export function addressOf(c: WebContext): string {
  const peer = c.env?.incoming?.socket.remoteAddress ?? ''
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim())
  const chain = [...forwarded.filter((part) => isIP(part) !== 0), peer].map(plain)
  let at = chain.length - 1
  while (at > 0 && isOwn(chain[at] ?? '')) at--
  return network(chain[at] ?? '')
}

/** ::ffff:192.0.2.1 is 192.0.2.1. */
function plain(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  return mapped?.[1] ?? address
}

function isOwn(address: string): boolean {
  return isIP(address) !== 0 && OWN.check(address, isIPv4(address) ? 'ipv4' : 'ipv6')
}

/** A household has 2^64 addresses of version 6. */
function network(address: string): string {
  if (isIP(address) !== 6) return address
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? []
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const filled =
    tail === undefined ? left : [...left, ...Array(8 - left.length - right.length).fill('0'), ...right]
  return filled.slice(0, 4).join(':')
}
