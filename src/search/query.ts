/** What a person typed in, a Query out: free text, phrases, exclusions and filters. */

/** An inclusive range of years; a single year has `from === to`. */
export interface YearRange {
  readonly from: number
  readonly to: number
}

/** What must hold of a passage's report (or, for years, of the year the passage speaks about). Lists are alternatives. */
export interface Filters {
  /** Full names of places, resolved from what was typed (伊宁 → 伊宁市, 伊宁县 if both are known). */
  readonly places: readonly string[]
  readonly years: readonly YearRange[]
  readonly levels: readonly string[]
  /** Report ids. */
  readonly reports: readonly string[]
  /** Numbers of a congress: 届:十八 and 届:18 are 18. */
  readonly congresses: readonly number[]
}

/** What plain text tells without asking for a filter: it raises matching passages and shuts none out. */
export interface Preferences {
  readonly places: readonly string[]
  readonly years: readonly YearRange[]
  /** 去年, 完成 … ask for the review; 今年, 计划, 目标, 力争 … ask for the plan. */
  readonly aspect: 'review' | 'plan' | null
}

/** Something in the query that could not be taken as it was meant, to be told to the asker. */
export interface QueryFault {
  readonly kind: 'unknown-filter' | 'unknown-place' | 'unknown-report' | 'bad-year' | 'too-long'
  /** The words at fault, as typed. */
  readonly text: string
}

export interface Query {
  /** As typed, trimmed. */
  readonly text: string
  /** What is left for the analyzer when operators, filters, recognised places and question words are taken out. */
  readonly terms: string
  /** Exact phrases, as typed, without their quotation marks. */
  readonly phrases: readonly string[]
  /** Words (-word) and phrases (-“phrase”) that a passage must not hold. */
  readonly excluded: readonly string[]
  readonly filters: Filters
  readonly preferences: Preferences
  readonly faults: readonly QueryFault[]
}
