import type { Directive, Label } from '../conf';
import type { Footprint } from '../footprint';
import type { Input } from '../inputs/input';
import { match } from '../plugins';

/** A step on the way of an event. */
export interface Stage {
  /**
   * Label that begins with it, so that other stages can send events to it.
   *
   * @default - none; it stands in the label of the stage before it
   */
  readonly label?: Label;

  /**
   * What happens in its label, for readers of the file.
   *
   * @default - no comment
   */
  readonly comment?: string;

  /**
   * Filters, and a `match` if it passes events on in a way of its own or is an output.
   *
   * @param next gives the label of the next stage that has one; it throws a RangeError if there is none
   */
  directives(next: () => Label): readonly Directive[];

  /** What it needs of the pod; nothing, if it does not say. */
  footprint?(): Footprint;
}

/** Stages in one label. */
interface Section {
  readonly label: Label;
  readonly stages: readonly [Stage, ...Stage[]];
}

/**
 * The way from inputs to an output: their order is the wiring. Events go from each stage to the one behind it, whether
 * both are in one label or not.
 *
 * @throws RangeError if stages cannot be connected: the first has no label, a label is there twice, a stage asks for a label
 * behind it and there is none, or the last one is not an output
 */
export function chain(inputs: readonly Input[], stages: readonly Stage[]): Directive[] {
  const sections = sectionsOf(stages);
  return [
    ...inputs.flatMap((input) => input.directives(sections[0]?.label ?? refuse('there must be a stage'))),
    ...sections.map((section, index) => label(section, sections[index + 1]?.label)),
  ];
}

function sectionsOf(stages: readonly Stage[]): Section[] {
  const sections: Section[] = [];
  for (const stage of stages) {
    const last = sections.pop();
    if (stage.label === undefined) {
      if (!last) refuse('the first stage must have a label');
      sections.push({ ...last, stages: [...last.stages, stage] });
      continue;
    }
    if (last) sections.push(last);
    if (sections.some(({ label }) => label === stage.label)) refuse(`label ${stage.label} must be there once`);
    sections.push({ label: stage.label, stages: [stage] });
  }
  return sections;
}

function label({ label: argument, stages }: Section, next: Label | undefined): Directive {
  const required = () => next ?? refuse(`behind ${argument} there must be a label, since a stage in it asks for one`);
  const directives = stages.flatMap((stage) => stage.directives(required));
  const [{ comment }] = stages;
  const said = { name: 'label', argument, ...(comment !== undefined && { comment }) };
  if (directives.at(-1)?.name === 'match') return { ...said, children: directives };
  if (next === undefined) refuse(`the last stage, in ${argument}, must end with a match`);
  return { ...said, children: [...directives, match.relabel('**', { '@label': next })] };
}

function refuse(mistake: string): never {
  throw new RangeError(mistake);
}
