import { Output } from '@pulumi/pulumi';
import type { IResolver, ResolutionContext } from 'cdk8s';

/** What JavaScript puts into a text for an Output; Pulumi cannot prevent it. */
const OUTPUT_IN_TEXT = 'Calling [toString] on an [Output<T>]';

/** What names a resource; cdk8s resolves the fields of metadata on their own. */
const NAMES = ['name', 'namespace', 'kind', 'apiVersion'];

/**
 * Lets Pulumi Outputs stand in cdk8s objects wherever a whole value stands: cdk8s sees a placeholder, and `restore` puts
 * the Output back, with its dependencies and its secrecy. What is unknown in a preview stays an unknown value of that
 * field; the rest of the object, and all other objects, are previewed.
 */
export class OutputResolver implements IResolver {
  private readonly outputs = new Map<string, Output<unknown>>();
  private readonly mistakes = new Set<string>();

  /** Replaces an Output by its placeholder. */
  resolve(context: ResolutionContext): void {
    const { path } = context.obj.node;
    const key = context.key.join('.');
    const value: unknown = context.value;
    if (typeof value === 'string' && value.includes(OUTPUT_IN_TEXT)) {
      this.mistakes.add(
        `[${path} ${key}] a text must not be put together with an Output, got one; use pulumi.interpolate, and the Output that it returns as the whole value`,
      );
    }
    if (!Output.isInstance(value)) return;
    if (NAMES.includes(key)) {
      this.mistakes.add(`[${path} ${key}] must be known before anything is deployed, got an Output; write it down`);
    }
    const placeholder = `<Output ${path} ${key}>`;
    this.outputs.set(placeholder, value);
    context.replaceValue(placeholder);
  }

  /**
   * Refuses what was found since the last call. Not in `resolve`, because cdk8s would wrap it in errors of its own.
   *
   * @throws Error if an Output is a name, or a text contains what is left of one
   */
  refuse(): void {
    const mistakes = [...this.mistakes];
    this.mistakes.clear();
    if (mistakes.length > 0) throw new Error(mistakes.join('\n'));
  }

  /** `value` with its Outputs instead of their placeholders. */
  restore(value: unknown): unknown {
    if (typeof value === 'string') return this.outputs.get(value) ?? value;
    if (Array.isArray(value)) return value.map((item) => this.restore(item));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.restore(item)]));
  }
}
