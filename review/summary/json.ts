import { objectOf } from '../diff/compare-manifests';
import { groupOf } from '../manifests/kubernetes-object';
import type { EnvironmentReview } from './review';

/** The review of environments for programs. Fields are only added to it, never renamed. */
export function reviewJson(reviews: readonly EnvironmentReview[], base: string): string {
  const environments = reviews.map(({ environment, state, respelled, figures, changes }) => ({
    environment,
    state,
    respelled,
    figures,
    changes: changes.map(({ change, effect, data, refusedByServer, reasons, steps, restart }) => {
      const object = objectOf(change);
      return {
        object: { group: groupOf(object), kind: object.kind, ...nameAndNamespace(object.metadata) },
        form: change.form,
        effect,
        data,
        refusedByServer,
        reasons,
        steps,
        restart: restart ?? null,
        fields: change.form === 'changed' ? change.fields.map(({ field: _, ...field }) => field) : [],
      };
    }),
  }));
  return `${JSON.stringify({ base, environments }, null, 2)}\n`;
}

function nameAndNamespace({ name, namespace }: { readonly name: string; readonly namespace?: string }) {
  return { namespace: namespace ?? null, name };
}
