import { expect, test } from 'vitest';
import { type ClusterTools, clusterTools, kwokConfiguration } from '../../../local/cluster/kwok-configuration';

const tools = Object.fromEntries(clusterTools.map((name) => [name, `/tools/${name}`])) as ClusterTools;

test('no component listens beyond the loopback interface', async () => {
  const { componentsPatches } = JSON.parse(await kwokConfiguration(tools));
  const listening = componentsPatches.flatMap(
    ({ name, extraArgs }: { name: string; extraArgs: { key: string; value: string }[] }) =>
      extraArgs
        .filter(({ key }) => /^(bind|server)-address$|^listen/.test(key))
        .map(({ value }) => `${name} ${value.replace(/:\d+$/, '')}`),
  );
  expect(listening).toEqual([
    'etcd http://127.0.0.1',
    'etcd http://127.0.0.1',
    'kube-apiserver 127.0.0.1',
    'kube-controller-manager 127.0.0.1',
    'kube-scheduler 127.0.0.1',
    'kwok-controller 127.0.0.1',
  ]);
});

test('the API server gets the port asked for, every other port is free and different', async () => {
  const { options } = JSON.parse(await kwokConfiguration(tools, 6443));
  const ports = Object.entries(options).filter(([key]) => key.endsWith('Port'));
  expect(ports).toContainEqual(['kubeApiserverPort', 6443]);
  expect(new Set(ports.map(([, port]) => port)).size).toBe(6);
});

test('the programs are the ones given', async () => {
  const { options } = JSON.parse(await kwokConfiguration(tools));
  expect(options).toMatchObject({
    etcdBinary: '/tools/etcd',
    kubeApiserverBinary: '/tools/kube-apiserver',
    kwokControllerBinary: '/tools/kwok',
  });
});
