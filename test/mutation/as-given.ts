/** Runs test files in the order that MUTATE_TESTS names them in. */
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const order = (process.env.MUTATE_TESTS ?? '').split(' ')

export class AsGiven extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return [...files].sort((a, b) => placeOf(a) - placeOf(b))
  }
}

function placeOf({ moduleId }: TestSpecification): number {
  return order.findIndex((path) => moduleId.endsWith(`/${path}`))
}
