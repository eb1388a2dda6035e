/** The minutes as Markdown (CommonMark with tables). Every value is escaped, so that no name or title becomes markup. */
import type { Block, MinutesSheet, Section } from '@mufakat/minutes';
import { canonicalText, readCanonicalText } from '@mufakat/record';

export function minutesMarkdown(sheet: MinutesSheet): string {
  const sections = sheet.sections.flatMap((section, at) => sectionLines(section, at === 0));
  return `${[`# ${escaped(sheet.title)}`, `*${escaped(`${sheet.paper}. ${sheet.state}.`)}*`, ...sections].join('\n\n')}\n`;
}

function sectionLines({ title, prose, blocks }: Section, isHeading: boolean): string[] {
  if (blocks.length === 0 && prose === null) return [];
  return [
    ...(isHeading ? [] : [`## ${escaped(title)}`]),
    ...blocks.flatMap((block) => blockLines(block, 3)),
    ...(prose === null ? [] : proseLines(prose)),
  ];
}

function blockLines(block: Block, level: number): string[] {
  switch (block.kind) {
    case 'facts':
      return [block.rows.map(({ label, value }) => `- ${escaped(label)}: ${escaped(value)}`).join('\n')];
    case 'text':
      return [block.tone === 'strong' ? `**${escaped(block.text)}**` : escaped(block.text)];
    case 'list':
      return [
        block.items
          .map(({ lead, text }) =>
            lead === null ? `- ${escaped(text)}` : `- **${escaped(lead)}:** ${escaped(text)}`,
          )
          .join('\n'),
      ];
    case 'table':
      return [tableLines(block)];
    case 'wording':
      return [
        proseLines(block.canonical)
          .join('\n\n')
          .split('\n')
          .map((line) => `> ${line}`.trimEnd())
          .join('\n'),
        ...(block.seal === null ? [] : [`*${escaped(block.seal)}*`]),
      ];
    case 'box':
      return [
        `${'#'.repeat(level)} ${escaped(block.title)}`,
        ...block.blocks.flatMap((one) => blockLines(one, level + 1)),
      ];
    case 'signatures':
      return [
        block.rows
          .map(({ as, name, partner, signed }) => {
            const who = partner === '' ? name : `${name}, ${partner}`;
            return `- ${escaped(as)}: ${escaped(who)}, ${signed === null ? '\\_\\_\\_\\_\\_\\_\\_\\_' : escaped(signed)}`;
          })
          .join('\n'),
      ];
    default:
      return block satisfies never;
  }
}

function tableLines({ caption, columns, rows }: Extract<Block, { kind: 'table' }>): string {
  const row = (cells: readonly string[]) => `| ${cells.map(escaped).join(' | ')} |`;
  const head = [
    row(columns.map(({ label }) => label)),
    `|${columns.map(({ numeric }) => (numeric ? '---:|' : '---|')).join('')}`,
  ];
  const table = [...head, ...rows.map(row)].join('\n');
  return caption === null ? table : `${escaped(caption)}\n\n${table}`;
}

/** Canonical text is Markdown but for the marks of underlining; its blocks stand a line apart. */
function proseLines(canonical: string): string[] {
  return readCanonicalText(canonical).map((block) =>
    canonicalText([block])
      .replaceAll(/(?<!\\)\+\+/g, '')
      .trimEnd(),
  );
}

/** Signs that could begin or end something in Markdown; a line break would end a row. */
function escaped(text: string): string {
  return text
    .replaceAll(/\s*\r?\n\s*/g, ' ')
    .replaceAll(/[\\`*_[\]<>#|~]/g, (sign) => `\\${sign}`)
    .replace(/^(\s*)([-+]|\d+[.)])(?=\s)/, '$1\\$2');
}
