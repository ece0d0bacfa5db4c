import { expect, test } from 'vitest';

import type { ElasticsearchProps } from '../../../constructs/elasticsearch';
import { mistakesOf } from '../../../constructs/elasticsearch/validation';
import { all, hot, master, zones } from './fixtures';

test.each<[string, ElasticsearchProps]>([
  ['one node', { nodeSets: [{ ...all, replicas: 1 }] }],
  ['three nodes', { nodeSets: [all] }],
  ['masters, tiers and zones', { nodeSets: [master, hot, { ...hot, name: 'warm', roles: ['data_warm'] }], zones }],
  ['a small master', { nodeSets: [{ ...master, memory: '1Gi' }, hot] }],
  ['masters unevenly in zones', { nodeSets: [{ ...master, replicas: 5 }, hot], zones }],
  ['masters with data in zones, restarted by hand', { nodeSets: [all], zones, updateStrategy: 'OnDelete' }],
])('accepts %s', (_, props) => {
  expect(mistakesOf(props)).toEqual([]);
});

const fails: [string, ElasticsearchProps, string][] = [
  ['without a master', { nodeSets: [hot] }, "nodeSets must include the role 'master', got none; add it to a set"],
  [
    'with an even number of masters',
    { nodeSets: [{ ...all, replicas: 4 }] },
    'the number of masters must be odd, since 4 tolerate no more failures than 3, got 4; use 3 or 5, or give masters a set of their own',
  ],
  [
    'without a place for hot data',
    { nodeSets: [master, { ...hot, roles: ['data_content'] }] },
    "nodeSets must include the role 'data_hot' or 'data', where new indices are put, got neither; add it to a set",
  ],
  [
    'without a place for content',
    { nodeSets: [master, { ...hot, roles: ['data_hot'] }] },
    "nodeSets must include the role 'data_content' or 'data', where new indices are put, got neither; add it to a set",
  ],
  [
    'when data is mixed with tiers',
    { nodeSets: [{ ...all, roles: ['master', 'data', 'data_hot'] }] },
    "nodeSets.all.roles must be either 'data' or tiers, since 'data' is every tier, got 'data' with data_hot; remove one or the other",
  ],
  [
    'when two sets have one name',
    { nodeSets: [master, hot, hot] },
    "nodeSets must have different names, got 'hot' twice; rename one",
  ],
  [
    'when a data node has little memory',
    { nodeSets: [{ ...all, memory: '1536Mi' }] },
    'nodeSets.all.memory must be at least 2Gi for nodes with data, got 1536Mi; raise it',
  ],
  [
    'when a master has little memory',
    { nodeSets: [{ ...master, memory: '512Mi' }, hot] },
    'nodeSets.master.memory must be at least 1Gi for nodes without data, got 512Mi; raise it',
  ],
  [
    'when memory is not a quantity',
    { nodeSets: [{ ...all, memory: '2G' as '2Gi' }] },
    "nodeSets.all.memory must be a quantity such as 4Gi, got '2G'; correct it",
  ],
  [
    'when storage is not a quantity',
    { nodeSets: [{ ...all, storage: '10GB' as '10Gi' }] },
    "nodeSets.all.storage must be a quantity such as 100Gi, got '10GB'; correct it",
  ],
  [
    'when cpu is not a quantity',
    { nodeSets: [{ ...all, cpu: 'two' as '2' }] },
    "nodeSets.all.cpu must be a quantity such as 500m or 2, got 'two'; correct it",
  ],
  [
    'when a zone is there twice',
    { nodeSets: [master, hot], zones: ['eu-central-1a', 'eu-central-1b', 'eu-central-1a'] },
    'zones must differ in what follows the last dash, whatever its case, got eu-central-1a, eu-central-1a; remove one',
  ],
  [
    'when a zone cannot be part of a name',
    { nodeSets: [master, hot], zones: ['a', 'b', 'zone c'] },
    "zones must be the value of a label (letters, digits, -, _ and ., first and last a letter or digit, at most 63 characters), got 'zone c'; correct it",
  ],
  [
    'when a role is unknown',
    { nodeSets: [{ ...all, roles: ['master', 'data', 'hot' as 'data_hot'] }] },
    "nodeSets.all.roles must be roles of Elasticsearch (master, voting_only, data, data_content, data_hot, data_warm, data_cold, data_frozen, ingest, ml, remote_cluster_client, transform), got 'hot'; correct it",
  ],
  [
    'when a role is there twice',
    { nodeSets: [{ ...all, roles: ['master', 'data', 'data'] }] },
    "nodeSets.all.roles must not repeat a role, got 'data' twice; remove one",
  ],
  [
    'with the frozen tier',
    { nodeSets: [master, hot, { ...hot, name: 'frozen', roles: ['data_frozen'] }] },
    "nodeSets.frozen.roles must not include 'data_frozen', which needs an Enterprise licence, got it; remove it",
  ],
  [
    'when a tiebreaker is not a master',
    { nodeSets: [master, hot, { ...hot, name: 'vote', roles: ['voting_only'] }] },
    "nodeSets.vote.roles must include 'master' where there is 'voting_only', got voting_only; add it",
  ],
  [
    'when only one of several masters can be elected',
    {
      nodeSets: [
        { ...master, replicas: 1 },
        { ...master, name: 'vote', roles: ['master', 'voting_only'], replicas: 2 },
        hot,
      ],
    },
    "masters that are not 'voting_only' must be at least 2 of 3, since only they can be elected, got 1; take 'voting_only' from a set",
  ],
  [
    'when no master can be elected',
    { nodeSets: [{ ...master, roles: ['master', 'voting_only'], replicas: 1 }, hot] },
    "masters that are not 'voting_only' must be at least 1 of 1, since only they can be elected, got 0; take 'voting_only' from a set",
  ],
  [
    'when nodes of every tier would keep data from moving to the nodes of a tier',
    { nodeSets: [all, { ...hot, name: 'warm', roles: ['data_warm'] }] },
    "nodeSets must have either 'data', which is every tier, or tiers, got 'data' in all and tiers in warm; choose one of them for all sets",
  ],
  [
    'without replicas',
    { nodeSets: [master, { ...hot, replicas: 0 }] },
    'nodeSets.hot.replicas must be a positive whole number, got 0; correct it',
  ],
  [
    'with a part of a replica',
    { nodeSets: [master, { ...hot, replicas: 2.5 }] },
    'nodeSets.hot.replicas must be a positive whole number, got 2.5; correct it',
  ],
  [
    'when data nodes cannot be divided over the zones',
    { nodeSets: [master, { ...hot, replicas: 4 }], zones },
    'nodeSets.hot.replicas must be a multiple of the number of zones (3) for nodes with data, got 4 = 3 x 1 + 1; use 3 or 6',
  ],
  [
    'when there are fewer data nodes than zones',
    { nodeSets: [master, { ...hot, replicas: 2 }], zones },
    'nodeSets.hot.replicas must be a multiple of the number of zones (3) for nodes with data, got 2 = 3 x 0 + 2; use 3',
  ],
  [
    'when masters with data would restart together',
    { nodeSets: [all], zones },
    'nodeSets.all.roles must not mix master and data in several zones (3), whose masters would restart at the same time, got master, data; give masters a set of their own or set updateStrategy to OnDelete',
  ],
  [
    'when a StatefulSet would have too long a name',
    { name: 'elasticsearch-of-the-payments-department', nodeSets: [{ ...all, name: 'everything-else' }] },
    "the StatefulSet name 'elasticsearch-of-the-payments-department-everything-else' must have at most 52 characters, got 56; shorten the name of the cluster or of the node set",
  ],
  [
    'when the name of the cluster cannot be one',
    { name: 'Logs', nodeSets: [all] },
    "name must be lower-case letters, digits and dashes, starting with a letter, got 'Logs'; rename it",
  ],
  [
    'when the name of a node set cannot be one',
    { nodeSets: [{ ...all, name: 'all_' }] },
    "nodeSets.all_.name must be lower-case letters, digits and dashes, starting with a letter, got 'all_'; rename it",
  ],
  [
    'when a node set takes the name of something else',
    { nodeSets: [{ ...all, name: 'discovery' }] },
    "nodeSets.discovery.name must not be one of discovery, ready, scripts, roles, got 'discovery'; choose another",
  ],
  [
    'when a user is there twice',
    {
      nodeSets: [all],
      users: [
        { username: 'a', roles: [] },
        { username: 'a', roles: [] },
      ],
    },
    "users must have different names, got 'a' twice; remove one",
  ],
  [
    'when the superuser is declared',
    { nodeSets: [all], users: [{ username: 'elastic', roles: [] }] },
    "users must not include 'elastic', which always exists; remove it",
  ],
  [
    'when the user of the readiness probe is declared',
    { nodeSets: [all], users: [{ username: 'readiness', roles: [] }] },
    "users must not include 'readiness', which always exists; remove it",
  ],
  [
    'when the role of the readiness probe is declared',
    { nodeSets: [all], roles: { readiness_probe: {} } },
    "roles must not include 'readiness_probe', which always exists; remove it",
  ],
  [
    'when a role has no proper name',
    { nodeSets: [all], roles: { 'a b': {} } },
    "roles must be named by letters, digits, _ and -, got 'a b'; rename it",
  ],
];

test.each(fails)('fails %s', (_, props, message) => {
  expect(mistakesOf(props)).toEqual([message]);
});
