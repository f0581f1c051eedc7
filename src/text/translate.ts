/** Looks a text of the interface up and fills in its variables. Numbers come out grouped (1,234): years and ids are given as strings. */
export type Translate = (key: string, variables?: Readonly<Record<string, string | number>>) => string
