/** Turns the state of a cluster's disks into words, the fullest first. */
import type { Cluster } from './cluster.ts'

interface FileSystems {
  readonly nodes?: Readonly<
    Record<
      string,
      {
        readonly name: string
        readonly fs?: {
          readonly data?: readonly {
            readonly path: string
            readonly total_in_bytes: number
            readonly available_in_bytes: number
          }[]
        }
      }
    >
  >
}

const NAMED_DISKS = 3
const GIGABYTE = 2 ** 30

/** "node a: /data has 2.1 of 40.0 GB free"; without the right to look, what to look at. */
export async function describeDisks(cluster: Cluster): Promise<string> {
  const stats = await cluster
    .tell<FileSystems>({
      method: 'GET',
      path: '/_nodes/stats/fs',
      query: { filter_path: 'nodes.*.name,nodes.*.fs.data' },
    })
    .catch(() => null)
  const disks = Object.values(stats?.nodes ?? {}).flatMap(({ name, fs }) =>
    (fs?.data ?? []).map((disk) => ({ name, ...disk })),
  )
  if (disks.length === 0) return 'see GET _cat/allocation'
  return disks
    .sort((a, b) => a.available_in_bytes / a.total_in_bytes - b.available_in_bytes / b.total_in_bytes)
    .slice(0, NAMED_DISKS)
    .map(({ name, path, total_in_bytes: total, available_in_bytes: free }) => {
      const used = Math.round((1 - free / total) * 100)
      return `${path} of node ${name} has ${gigabytes(free)} of ${gigabytes(total)} GB free (${used} % used)`
    })
    .join(', ')
}

function gigabytes(bytes: number): string {
  return (bytes / GIGABYTE).toFixed(1)
}
