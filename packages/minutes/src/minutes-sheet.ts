/**
 * The minutes in a language, section by section: heading, attendance, course, the parts with their prose, goals, what
 * was not taken, corrections, signatures. Pure; how times are said is the caller's.
 */
import { textOf, type MinutesPaper } from '@mufakat/domain';
import { canonicalText } from '@mufakat/record';
import type { Lang } from '@mufakat/tally';
import { attendanceBlocks } from './attendance-blocks';
import {
  chainSection,
  correctionSection,
  goalSection,
  notTakenSection,
  signatureSection,
  sinceSection,
} from './closing-sections';
import { courseBlocks, headingBlocks } from './heading-blocks';
import { itemSections } from './item-sections';
import { pageOf, type Page, type Times } from './page';
import type { MinutesSheet, Section } from './sheet';

/** Canonical text by part: of locked minutes what was locked, of a draft what its document says now. */
export type Prose = readonly { part: string; text: string }[];

export function minutesSheet(paper: MinutesPaper, draft: Prose, language: Lang, times: Times): MinutesSheet {
  const page = pageOf(paper, language, times);
  const { say } = page;
  const prose = proseBy(page, draft);
  return {
    language,
    paper: say.paper,
    state: say.state[paper.status](paper.version),
    title: paper.facts.heading.title,
    sections: sectionsOf(page).map((section) => ({
      ...section,
      prose: section.part === null ? null : (prose.get(section.part) ?? null),
    })),
  };
}

function sectionsOf(page: Page): Omit<Section, 'prose'>[] {
  const { say } = page;
  const { course } = page.paper.facts;
  const items = itemSections(page);
  return [
    { key: 'heading', title: say.paper, part: null, blocks: headingBlocks(page) },
    { key: 'attendance', title: say.attendance.title, part: null, blocks: attendanceBlocks(page) },
    ...(course.length > 0
      ? [{ key: 'course', title: say.course.title, part: null, blocks: courseBlocks(page, course) }]
      : []),
    { key: 'opening', title: say.parts.opening, part: 'opening', blocks: [] },
    ...items,
    { key: 'closing', title: say.parts.closing, part: 'closing', blocks: [] },
    ...goalSection(page),
    notTakenSection(page),
    ...correctionSection(page),
    ...sinceSection(page),
    signatureSection(page),
    chainSection(page),
  ];
}

/** Erased prose stands as erased. */
function proseBy({ paper, say }: Page, draft: Prose): Map<string, string> {
  const erased = canonicalText([{ kind: 'paragraph', runs: [{ text: say.erased }] }]);
  const locked = paper.prose.map(({ part, text }) => ({ part, text: textOf(text) ?? erased }));
  const parts = paper.status === 'draft' ? draft : locked;
  return new Map(parts.map(({ part, text }) => [part, text]));
}
