/** The description of the API (OpenAPI 3.1), made from the schemas that check its requests. */
import { z } from 'zod'
import { ENDPOINTS, type Endpoint } from './endpoints.ts'
import { problem } from './schemas.ts'

export function describeApi(server: string): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const endpoint of ENDPOINTS) {
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method]: describe(endpoint) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Yinju 引据',
      version: '1',
      description:
        'Passages of Chinese government work reports, word for word, each with its source. What stands in `text` stands in the report, character for character.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: server }],
    paths,
    components: { schemas: { Problem: toSchema(problem, 'output') } },
  }
}

function describe({ method, path, summary, query, body, response, otherTypes = [] }: Endpoint): object {
  const content = {
    'application/json': { schema: toSchema(response, 'output') },
    ...Object.fromEntries(otherTypes.map((type) => [type, { schema: { type: 'string' } }])),
  }
  return {
    operationId: `${method}_${path.replace(/[^a-z]+/g, '_').replace(/^_|_$/g, '')}`,
    summary,
    parameters: [...(path.includes('{id}') ? [ID] : []), ...parametersOf(query)],
    ...(body !== undefined && {
      requestBody: { required: true, content: { 'application/json': { schema: toSchema(body, 'input') } } },
    }),
    responses: { 200: { description: 'OK', content }, default: PROBLEM },
  }
}

const ID = { name: 'id', in: 'path', required: true, schema: { type: 'string' } }
const PROBLEM = {
  description: 'What is wrong, as problem details (RFC 9457)',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

interface JsonSchema {
  readonly properties?: Readonly<Record<string, { readonly description?: string }>>
  readonly required?: readonly string[]
}

function parametersOf(query: z.ZodObject | undefined): object[] {
  if (query === undefined) return []
  const { properties = {}, required = [] } = toSchema(query, 'input') as JsonSchema
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    ...(description !== undefined && { description }),
    schema,
  }))
}

/** The dialect is OpenAPI's own; it need not be named in each place. */
function toSchema(schema: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, target: 'draft-2020-12' })
  return rest
}
