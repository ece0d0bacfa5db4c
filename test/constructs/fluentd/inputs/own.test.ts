import { expect, test } from 'vitest';

import { inputFolder, inputVariable, inputVolume, userVariables } from '../../../../constructs/fluentd/inputs/own';

const context = { name: 'cash-desk' };

test('what an input has is named after it', () => {
  expect(inputVariable(context, 'shared_key')).toBe('INPUT_CASH_DESK_SHARED_KEY');
  expect(inputFolder(context)).toBe('/fluentd/inputs/cash-desk');
  expect(inputVolume(context)).toBe('input-cash-desk');
});

test('a volume has a name that Kubernetes takes, however long that of the input is', () => {
  expect(inputVolume({ name: `${'a'.repeat(56)}-${'b'.repeat(6)}` })).toBe(`input-${'a'.repeat(56)}`);
});

test('a user is in the Secret with its password, or named', () => {
  const key = (name: string, key: string) => ({ name, valueFrom: { secretKeyRef: { name: 'reader', key } } });
  const password = key('INPUT_CASH_DESK_PASSWORD', 'password');
  const user = { secretName: 'reader' };
  expect(userVariables(context, user)).toEqual([key('INPUT_CASH_DESK_USER', 'username'), password]);
  expect(userVariables(context, { ...user, username: 'alice' })).toEqual([
    { name: 'INPUT_CASH_DESK_USER', value: 'alice' },
    password,
  ]);
});
