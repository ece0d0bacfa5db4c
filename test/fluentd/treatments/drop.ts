import type { TreatmentCase } from './treatment-case';

/** Lines that are not stored. */
export const DROP: readonly TreatmentCase[] = [
  {
    title: 'lines of one reason, by their text',
    why: 'Health checks are most of what many services log.',
    treatment: { drop: [{ reason: 'health checks', where: { message: ['GET /health', 'GET /ready'] } }] },
    lines: ['GET /health', 'GET /cart', 'GET /ready', 'GET /health '],
    documents: [{ message: 'GET /cart' }, { message: 'GET /health ' }],
    dropped: { 'health checks': 2 },
  },
  {
    title: 'all conditions of a rule, or all of another',
    why: 'Rules are alternatives, the conditions of a rule are not (as drop of the OpenShift collector).',
    treatment: {
      drop: [
        { reason: 'chatter', where: { stream: 'stdout', message: 'tick' } },
        { reason: 'never', where: { stream: 'stderr', message: 'tock' } },
      ],
    },
    lines: ['tick', 'tock'],
    documents: [{ message: 'tock' }],
    dropped: { chatter: 1, never: 0 },
  },
  {
    title: 'a field that a line does not have',
    why: 'It fulfils no condition, not even that it is not something.',
    treatment: { drop: [{ reason: 'r', where: { 'json.user': { not: 'root' } } }] },
    lines: ['no fields'],
    documents: [{ message: 'no fields' }],
    dropped: { r: 0 },
  },
  {
    title: 'lines of JSON, by their fields',
    why: 'The message is parsed for the rule, and is stored as it would be without it.',
    treatment: { drop: [{ reason: 'health checks', where: { 'json.path': '/health' } }] },
    lines: ['{"path":"/health"}', '{"path":"/cart"}', 'path=/health', '{"path":'],
    documents: [
      { message: '{"path":"/cart"}', json: { path: '/cart' } },
      { message: 'path=/health', json: undefined },
      { message: '{"path":', json: undefined, event: undefined },
    ],
    dropped: { 'health checks': 1 },
  },
];
