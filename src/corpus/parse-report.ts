/** The text of a report file in, a Report out, or the list of what is wrong with it and where. */
import { isMap, LineCounter, parseDocument } from "yaml";
import { findLeads } from "./lead.ts";
import { passageIds } from "./passage-id.ts";
import {
	LEVELS,
	type Level,
	type Passage,
	type Report,
	type ReportMeta,
	type Section,
} from "./report.ts";

/** One thing wrong with a report file: where, what, and the mend. */
export interface ReportFault {
	/** Line of the file, from 1. */
	readonly line: number;
	readonly message: string;
}

export type ParsedReport =
	| { readonly report: Report; readonly faults?: never }
	| { readonly report?: never; readonly faults: readonly ReportFault[] };

/** A block of the body: a heading or a paragraph, with the line of the file on which it starts. */
interface Block {
	readonly line: number;
	/** Number of # marks; 0 for a paragraph. */
	readonly level: number;
	readonly text: string;
}

const REPORT_ID = /^[a-z0-9-]{1,40}$/;
const ISO_DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const HEADING = /^(#{1,6})\s+(.*)$/;

/** Reads one report file. `id` is the file's name without `.md`. All faults are collected, not only the first. */
export function parseReport(id: string, file: string): ParsedReport {
	const lines = file.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
	const end = lines.indexOf("---", 1);
	if (lines[0] !== "---" || end < 0) {
		const message =
			"no front matter; open the file with a line ---, the fields, and a line ---";
		return { faults: [{ line: 1, message }] };
	}
	const faults: ReportFault[] = [];
	if (!REPORT_ID.test(id)) {
		faults.push({
			line: 1,
			message: `report id ${id}: rename the file to 1 to 40 of a-z, 0-9 and -`,
		});
	}
	const front = parseFrontMatter(id, lines.slice(1, end).join("\n"), faults);
	const blocks = splitBlocks(lines, end + 1);
	if (!blocks.some((block) => block.level === 0)) {
		faults.push({
			line: end + 1,
			message: "no paragraph; write the report below the front matter",
		});
	}
	checkHeadings(blocks, faults);
	if (front === null || faults.length > 0)
		return { faults: faults.sort((a, b) => a.line - b.line) };
	return { report: assembleReport(front, blocks) };
}

interface FrontMatter {
	readonly meta: ReportMeta;
	/** `pages[k]` is the number of the first paragraph that begins on page k + 1. */
	readonly pages: readonly number[];
}

function parseFrontMatter(
	id: string,
	source: string,
	faults: ReportFault[],
): FrontMatter | null {
	const lineCounter = new LineCounter();
	const document = parseDocument(source, { lineCounter, schema: "core" });
	for (const error of document.errors) {
		const line = lineCounter.linePos(error.pos[0]).line + 1;
		faults.push({
			line,
			message: `front matter is not YAML (${error.message.split("\n")[0]}); mend the line`,
		});
	}
	if (document.errors.length > 0) return null;
	if (!isMap(document.contents)) {
		faults.push({
			line: 2,
			message: "front matter holds no fields; write title:, place:, year: …",
		});
		return null;
	}
	const fields = document.toJS() as Record<string, unknown>;
	const lineOf = (name: string): number => {
		const pair = isMap(document.contents)
			? document.contents.items.find((item) => String(item.key) === name)
			: undefined;
		const range = (
			pair?.key as { range?: [number, number, number] } | undefined
		)?.range;
		return range === undefined ? 2 : lineCounter.linePos(range[0]).line + 1;
	};
	const fault = (name: string, message: string): void => {
		faults.push({ line: lineOf(name), message: `${name}: ${message}` });
	};
	const text = (name: string): string => {
		const value = fields[name];
		if (value === undefined || value === null) return "";
		if (typeof value === "string") return value.trim();
		if (typeof value === "number") return String(value);
		fault(name, "is not text; write it on one line");
		return "";
	};
	const year = (name: string): number | null => {
		const value = fields[name];
		if (value === undefined || value === null || value === "") return null;
		if (
			typeof value === "number" &&
			Number.isInteger(value) &&
			value >= 1949 &&
			value <= 2100
		)
			return value;
		fault(
			name,
			`${String(value)} is not a year; write four digits from 1949 to 2100`,
		);
		return null;
	};
	const faultsBefore = faults.length;
	const yearOfMeeting = year("year");
	if (yearOfMeeting === null && faults.length === faultsBefore) {
		fault("year", "is missing; write the year of the meeting, four digits");
	}
	for (const name of ["title", "place"] as const) {
		if (text(name) === "") fault(name, "is missing; write it as printed");
	}
	const level = text("level");
	if (level !== "" && !(LEVELS as readonly string[]).includes(level)) {
		fault("level", `${level} is not known; write one of ${LEVELS.join(" ")}`);
	}
	const date = text("date");
	if (date !== "" && !ISO_DATE.test(date))
		fault("date", `${date} is not a day; write it as 2023-01-12`);
	const from = fields.from ?? {};
	if (typeof from !== "object" || Array.isArray(from))
		fault("from", "is not a list of field: origin");
	const pages = fields.pages ?? [];
	if (!Array.isArray(pages) || pages.some((page) => !Number.isInteger(page))) {
		fault(
			"pages",
			"is not a list of paragraph numbers; write [1, 5, 9] or remove it",
		);
	}
	if (faults.length > faultsBefore || yearOfMeeting === null) return null;
	return {
		pages: pages as number[],
		meta: {
			id,
			title: text("title"),
			place: text("place"),
			level: level as Level | "",
			meeting: text("meeting"),
			date,
			year: yearOfMeeting,
			reviews: year("reviews"),
			plans: year("plans"),
			speaker: text("speaker"),
			post: text("post"),
			url: text("url"),
			source: text("source"),
			sha256: text("sha256"),
			from: from as Record<string, string>,
		},
	};
}

/** Cuts the body at blank lines; a heading is a block of its own even without one. */
function splitBlocks(lines: readonly string[], start: number): Block[] {
	const blocks: Block[] = [];
	let open: { line: number; lines: string[] } | null = null;
	const close = (): void => {
		if (open !== null)
			blocks.push({ line: open.line, level: 0, text: open.lines.join("") });
		open = null;
	};
	for (let index = start; index < lines.length; index++) {
		const line = lines[index] ?? "";
		const heading = HEADING.exec(line);
		if (heading !== null) {
			close();
			blocks.push({
				line: index + 1,
				level: (heading[1] ?? "").length,
				text: (heading[2] ?? "").trim(),
			});
		} else if (line.trim() === "") {
			close();
		} else if (open === null) {
			open = { line: index + 1, lines: [line] };
		} else {
			open.lines.push(line);
		}
	}
	close();
	return blocks;
}

function checkHeadings(blocks: readonly Block[], faults: ReportFault[]): void {
	blocks.forEach((block, index) => {
		if (block.level === 0) return;
		if (block.text === "") {
			faults.push({
				line: block.line,
				message: "heading without words; write them or remove the mark",
			});
			return;
		}
		const next = blocks[index + 1];
		if (next === undefined || (next.level !== 0 && next.level <= block.level)) {
			faults.push({
				line: block.line,
				message: `heading without text (${block.text}); write a paragraph under it or remove the #`,
			});
		}
	});
}

function assembleReport(front: FrontMatter, blocks: readonly Block[]): Report {
	const texts = blocks
		.filter((block) => block.level === 0)
		.map((block) => block.text);
	const ids = passageIds(front.meta.id, texts);
	const sections: {
		heading: string;
		path: string[];
		level: number;
		first: number;
		last: number;
	}[] = [];
	const paths: string[][] = [];
	let open: typeof sections = [];
	for (const block of blocks) {
		if (block.level === 0) {
			paths.push(
				open
					.filter((section) => section.level > 1)
					.map((section) => section.heading),
			);
			for (const section of open) section.last = paths.length;
			continue;
		}
		open = open.filter((section) => section.level < block.level);
		const path = [
			...open
				.filter((section) => section.level > 1)
				.map((section) => section.heading),
		];
		const section = {
			heading: block.text,
			path: [...path, block.text],
			level: block.level,
			first: paths.length + 1,
			last: paths.length,
		};
		open = [...open, section];
		sections.push(section);
	}
	const leads = leadsBySection(paths, texts);
	const passages: Passage[] = texts.map((text, index) => {
		const path = paths[index] ?? [];
		const lead = leads[index] ?? null;
		return {
			id: ids[index] ?? "",
			report: front.meta.id,
			paragraph: index + 1,
			section: lead === null ? path : [...path, lead],
			text,
			page: pageOf(index + 1, front.pages),
		};
	});
	return { ...front.meta, sections: sections as Section[], passages };
}

/** Leads are looked for among the paragraphs that stand under the same heading, next to each other. */
function leadsBySection(
	paths: readonly (readonly string[])[],
	texts: readonly string[],
): (string | null)[] {
	const leads: (string | null)[] = [];
	let start = 0;
	for (let index = 1; index <= texts.length; index++) {
		if (
			index < texts.length &&
			paths[index]?.join("\n") === paths[start]?.join("\n")
		)
			continue;
		leads.push(...findLeads(texts.slice(start, index)));
		start = index;
	}
	return leads;
}

function pageOf(paragraph: number, pages: readonly number[]): number | null {
	const after = pages.findIndex((first) => first > paragraph);
	if (pages.length === 0 || after === 0) return null;
	return after < 0 ? pages.length : after;
}
