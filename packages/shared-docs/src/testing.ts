/** For tests of rich texts: nodes and copies of documents, and whatever a hostile client may have put into one. */
import type { CanonBlock, Run } from '@mufakat/record';
import fc from 'fast-check';
import * as Y from 'yjs';

export function element(name: string, ...children: (Y.XmlElement | Y.XmlText | string)[]): Y.XmlElement {
  const made = new Y.XmlElement(name);
  made.insert(
    0,
    children.map((child) => (typeof child === 'string' ? new Y.XmlText(child) : child)),
  );
  return made;
}

export const paragraph = (...children: (Y.XmlElement | Y.XmlText | string)[]) =>
  element('paragraph', ...children);

/** Another's copy, as it comes over the wire. */
export function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

export function meet(...docs: Y.Doc[]): void {
  for (const from of docs) {
    for (const to of docs) {
      if (from !== to) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)));
    }
  }
}

/** The text node at a path of places. */
export function textAt(fragment: Y.XmlFragment, ...path: number[]): Y.XmlText {
  let at: unknown = fragment;
  for (const place of path) at = at instanceof Y.XmlFragment ? at.get(place) : null;
  if (!(at instanceof Y.XmlText)) throw new Error(`no text at ${path.join()}`);
  return at;
}

const marks = fc.constantFrom<Record<string, unknown>>(
  {},
  { bold: {} },
  { italic: {}, bold: {} },
  { link: { href: 'https://mufakat.example' } },
  { comment: { id: 1 } },
);

/** Blocks with one run for neighbours of one style: two texts are alike where these are equal. */
export function styled(blocks: readonly CanonBlock[]): CanonBlock[] {
  const styleOf = ({ link, marks: names }: Run) => JSON.stringify([link, [...(names ?? [])].sort()]);
  return blocks.map((block) => {
    const runs: Run[] = [];
    for (const run of block.runs) {
      const last = runs.at(-1);
      if (last && styleOf(last) === styleOf(run)) last.text += run.text;
      else runs.push({ ...run, ...(run.marks && { marks: [...run.marks].sort() }) });
    }
    return { ...block, runs };
  });
}

type Plan =
  [text: string, marks: Record<string, unknown>][] | { name: string; level: number | null; inner: Plan[] };

const names = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'blockquote',
  'hardBreak',
  'x',
];

const plan: fc.Arbitrary<Plan> = fc.letrec<{ plan: Plan }>((tie) => ({
  plan: fc.oneof(
    { maxDepth: 4 },
    fc.array(fc.tuple(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }), marks), { maxLength: 4 }),
    fc.record({
      name: fc.constantFrom(...names),
      level: fc.option(fc.nat(4)),
      inner: fc.array(tie('plan'), { maxLength: 4 }),
    }),
  ),
})).plan;

function build(planned: Plan): Y.XmlElement | Y.XmlText {
  if (Array.isArray(planned)) {
    const text = new Y.XmlText();
    text.applyDelta(
      planned.map(([insert, attributes]) => ({ insert, attributes })),
      { sanitize: false },
    );
    return text;
  }
  const made = element(planned.name, ...planned.inner.map(build));
  if (planned.level !== null) made.setAttribute('level', String(planned.level));
  return made;
}

function docOf(plans: readonly Plan[]): Y.Doc {
  const doc = new Y.Doc();
  doc.getXmlFragment('wording').insert(0, plans.map(build));
  return doc;
}

const plans = fc.array(plan, { maxLength: 6 });

/** Makes, afresh each time, a document whose fragment `wording` holds whatever can be built of nodes. */
export const anyRichText: fc.Arbitrary<() => Y.Doc> = plans.map((planned) => () => copyOf(docOf(planned)));

type Vandal = (doc: Y.Doc, fragment: Y.XmlFragment) => void;

/** What no editor writes: values, foreign types and embeds where nodes and characters are expected. */
const vandals: readonly Vandal[] = [
  (doc) => {
    // An array's values and types under the key of a text, as a client may write that knows it under another type.
    const other = new Y.Doc();
    other.getArray('wording').insert(0, ['nilai', 1, { a: [] }, new Y.Map(), new Y.XmlHook('hook')]);
    const third = new Y.Doc();
    third.getMap('wording').set('kunci', 'nilai');
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(third));
  },
  (_, fragment) => fragment.insert(0, [element('paragraph', element('paragraph', 'dalam'))]),
  (_, fragment) => {
    const deep = Array.from({ length: 60 }).reduce<Y.XmlElement>(
      (inner) => element('x', inner),
      paragraph('dasar'),
    );
    fragment.insert(0, [deep]);
  },
  (_, fragment) => {
    const made = new Y.XmlText();
    fragment.insert(0, [paragraph(made)]);
    made.insert(0, 'kata');
    made.insertEmbed(2, { image: 'x' });
    made.insertEmbed(0, new Y.Map());
  },
  (_, fragment) => {
    const made = paragraph('atribut');
    fragment.insert(0, [made]);
    const attributes: { setAttribute(name: string, value: unknown): void } = made;
    for (const value of [{ a: 1 }, [1], null, true, 2n]) attributes.setAttribute('level', value);
  },
];

/** As anyRichText, after hostile clients were at it. */
export const hostileRichText: fc.Arbitrary<() => Y.Doc> = fc
  .tuple(plans, fc.subarray([...vandals], { minLength: 1 }))
  .map(([planned, chosen]) => () => {
    const doc = docOf(planned);
    for (const vandal of chosen) vandal(doc, doc.getXmlFragment('wording'));
    return copyOf(doc);
  });
