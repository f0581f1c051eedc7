/** A passage and its report in; its citation out, in the styles that people need. */
import type { Passage } from "../corpus/report.ts";
import type { ReportSummary } from "../search/backend.ts";

/** One line for a reader: 伊宁市2023年政府工作报告（2023-01-12，伊宁市第十八届人民代表大会第三次会议，市长哈米提·阿克木）› heading › heading › 第12段. */
export declare function citePassage(
	passage: Passage,
	report: ReportSummary,
): string;
/** GB/T 7714—2015 as a report [R]. */
export declare function citeGbt7714(
	passage: Passage,
	report: ReportSummary,
): string;
/** A BibTeX @techreport entry. */
export declare function citeBibtex(
	passage: Passage,
	report: ReportSummary,
): string;
