import type { Directive } from './directive';

/** A directive whose children are like itself. */
type Tree<D> = Directive & { readonly children?: readonly D[] };

/** A directive and where it stands. */
export interface Located<D> {
  readonly directive: D;

  /** The directives around it, the outermost first. */
  readonly path: readonly D[];
}

/** All directives in the order of their opening tags. */
export function* walk<D extends Tree<D>>(directives: readonly D[], path: readonly D[] = []): Generator<Located<D>> {
  for (const directive of directives) {
    yield { directive, path };
    yield* walk(directive.children ?? [], [...path, directive]);
  }
}
