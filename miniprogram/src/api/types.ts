/** Short names for the shapes of `schema.d.ts`. */
import type { components } from '@/api/schema'

export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name]
