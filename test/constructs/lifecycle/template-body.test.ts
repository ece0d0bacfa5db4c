import { expect, test } from 'vitest';

import { type DataStreamProps, type IndexTemplateProps, templateBody } from '../../../constructs/lifecycle';

const minimal: IndexTemplateProps = { templateName: 'logs-standard', routes: ['kubernetes'], policyName: 'standard' };

function settings(props: Partial<DataStreamProps>) {
  return templateBody({ ...minimal, ...props }).template.settings;
}

test('the body of a template', () => {
  expect(templateBody(minimal)).toMatchInlineSnapshot(`
    {
      "_meta": {
        "managed_by": "cdk8s-efk",
      },
      "composed_of": [
        "ecs@mappings",
        "logs-standard@custom",
      ],
      "data_stream": {},
      "ignore_missing_component_templates": [
        "ecs@mappings",
        "logs-standard@custom",
      ],
      "index_patterns": [
        "logs-kubernetes-*",
      ],
      "priority": 501,
      "template": {
        "data_stream_options": {
          "failure_store": {
            "enabled": true,
            "lifecycle": {
              "data_retention": "30d",
            },
          },
        },
        "mappings": {
          "date_detection": false,
          "dynamic_templates": [
            {
              "strings_as_keyword": {
                "mapping": {
                  "ignore_above": 1024,
                  "type": "keyword",
                },
                "match_mapping_type": "string",
              },
            },
          ],
          "properties": {
            "@timestamp": {
              "type": "date_nanos",
            },
            "client": {
              "properties": {
                "ip": {
                  "type": "ip",
                },
                "port": {
                  "type": "long",
                },
              },
            },
            "data_stream": {
              "properties": {
                "dataset": {
                  "type": "constant_keyword",
                },
                "namespace": {
                  "type": "constant_keyword",
                },
                "type": {
                  "type": "constant_keyword",
                  "value": "logs",
                },
              },
            },
            "error": {
              "properties": {
                "code": {
                  "ignore_above": 1024,
                  "type": "keyword",
                },
                "message": {
                  "type": "match_only_text",
                },
                "stack_trace": {
                  "type": "wildcard",
                },
                "type": {
                  "ignore_above": 1024,
                  "type": "keyword",
                },
              },
            },
            "event": {
              "properties": {
                "action": {
                  "ignore_above": 1024,
                  "type": "keyword",
                },
                "dataset": {
                  "ignore_above": 1024,
                  "type": "keyword",
                },
                "duration": {
                  "type": "long",
                },
                "kind": {
                  "ignore_above": 1024,
                  "type": "keyword",
                },
                "original": {
                  "doc_values": false,
                  "index": false,
                  "type": "keyword",
                },
                "outcome": {
                  "ignore_above": 1024,
                  "type": "keyword",
                },
              },
            },
            "http": {
              "properties": {
                "request": {
                  "properties": {
                    "method": {
                      "ignore_above": 1024,
                      "type": "keyword",
                    },
                  },
                },
                "response": {
                  "properties": {
                    "body": {
                      "properties": {
                        "bytes": {
                          "type": "long",
                        },
                      },
                    },
                    "status_code": {
                      "type": "long",
                    },
                  },
                },
                "version": {
                  "ignore_above": 1024,
                  "type": "keyword",
                },
              },
            },
            "json": {
              "ignore_above": 1024,
              "type": "flattened",
            },
            "kafka": {
              "properties": {
                "key": {
                  "ignore_above": 1024,
                  "type": "keyword",
                },
                "partition": {
                  "type": "long",
                },
                "topic": {
                  "ignore_above": 1024,
                  "type": "keyword",
                },
              },
            },
            "kubernetes": {
              "properties": {
                "annotations": {
                  "ignore_above": 1024,
                  "type": "flattened",
                },
                "container_name": {
                  "ignore_above": 1024,
                  "type": "keyword",
                },
                "host": {
                  "ignore_above": 1024,
                  "type": "keyword",
                },
                "labels": {
                  "ignore_above": 1024,
                  "type": "flattened",
                },
                "namespace_name": {
                  "ignore_above": 1024,
                  "type": "keyword",
                },
                "pod_id": {
                  "ignore_above": 1024,
                  "type": "keyword",
                },
                "pod_name": {
                  "ignore_above": 1024,
                  "type": "keyword",
                },
              },
            },
            "log": {
              "properties": {
                "file": {
                  "properties": {
                    "path": {
                      "ignore_above": 1024,
                      "type": "keyword",
                    },
                  },
                },
                "flags": {
                  "ignore_above": 1024,
                  "type": "keyword",
                },
                "level": {
                  "ignore_above": 1024,
                  "type": "keyword",
                },
                "logger": {
                  "ignore_above": 1024,
                  "type": "keyword",
                },
                "offset": {
                  "type": "long",
                },
                "syslog": {
                  "properties": {
                    "appname": {
                      "ignore_above": 1024,
                      "type": "keyword",
                    },
                    "facility": {
                      "properties": {
                        "code": {
                          "type": "long",
                        },
                      },
                    },
                    "hostname": {
                      "ignore_above": 1024,
                      "type": "keyword",
                    },
                    "msgid": {
                      "ignore_above": 1024,
                      "type": "keyword",
                    },
                    "procid": {
                      "ignore_above": 1024,
                      "type": "keyword",
                    },
                    "severity": {
                      "properties": {
                        "code": {
                          "type": "long",
                        },
                      },
                    },
                    "structured_data": {
                      "ignore_above": 1024,
                      "type": "flattened",
                    },
                  },
                },
              },
            },
            "message": {
              "type": "match_only_text",
            },
            "orchestrator": {
              "properties": {
                "namespace": {
                  "ignore_above": 1024,
                  "type": "keyword",
                },
                "resource": {
                  "properties": {
                    "name": {
                      "ignore_above": 1024,
                      "type": "keyword",
                    },
                    "type": {
                      "ignore_above": 1024,
                      "type": "keyword",
                    },
                  },
                },
              },
            },
            "process": {
              "properties": {
                "pid": {
                  "type": "long",
                },
                "thread": {
                  "properties": {
                    "name": {
                      "ignore_above": 1024,
                      "type": "keyword",
                    },
                  },
                },
              },
            },
            "service": {
              "properties": {
                "environment": {
                  "ignore_above": 1024,
                  "type": "keyword",
                },
                "name": {
                  "ignore_above": 1024,
                  "type": "keyword",
                },
                "node": {
                  "properties": {
                    "name": {
                      "ignore_above": 1024,
                      "type": "keyword",
                    },
                  },
                },
                "version": {
                  "ignore_above": 1024,
                  "type": "keyword",
                },
              },
            },
            "source": {
              "properties": {
                "ip": {
                  "type": "ip",
                },
              },
            },
            "span": {
              "properties": {
                "id": {
                  "ignore_above": 1024,
                  "type": "keyword",
                },
              },
            },
            "stream": {
              "ignore_above": 1024,
              "type": "keyword",
            },
            "trace": {
              "properties": {
                "id": {
                  "ignore_above": 1024,
                  "type": "keyword",
                },
              },
            },
            "transaction": {
              "properties": {
                "id": {
                  "ignore_above": 1024,
                  "type": "keyword",
                },
              },
            },
            "url": {
              "properties": {
                "domain": {
                  "ignore_above": 1024,
                  "type": "keyword",
                },
                "full": {
                  "type": "wildcard",
                },
                "original": {
                  "type": "wildcard",
                },
                "path": {
                  "type": "wildcard",
                },
                "query": {
                  "ignore_above": 1024,
                  "type": "keyword",
                },
              },
            },
            "user": {
              "properties": {
                "name": {
                  "ignore_above": 1024,
                  "type": "keyword",
                },
              },
            },
            "user_agent": {
              "properties": {
                "original": {
                  "ignore_above": 1024,
                  "type": "keyword",
                },
              },
            },
          },
        },
        "settings": {
          "index.lifecycle.name": "standard",
          "index.mapping.source.mode": "stored",
          "index.mapping.total_fields.ignore_dynamic_beyond_limit": true,
          "index.mapping.total_fields.limit": 1000,
          "index.mode": "logsdb",
          "index.number_of_replicas": 1,
          "index.number_of_shards": 1,
          "index.sort.field": [
            "kubernetes.pod_name",
            "@timestamp",
          ],
          "index.sort.order": [
            "asc",
            "desc",
          ],
          "index.unassigned.node_left.delayed_timeout": "5m",
        },
      },
    }
  `);
});

test('every route has a pattern', () => {
  expect(templateBody({ ...minimal, routes: ['payments', 'identity'] }).index_patterns).toEqual([
    'logs-payments-*',
    'logs-identity-*',
  ]);
});

test('standard indices need no sorting and no licence, and are compressed', () => {
  const standard = settings({ indexMode: 'standard' });
  expect(standard).toMatchObject({ 'index.mode': 'standard', 'index.codec': 'best_compression' });
  expect(standard).not.toHaveProperty(['index.sort.field']);
});

test('counts and times can be chosen', () => {
  expect(
    settings({ numberOfShards: 3, numberOfReplicas: 0, totalFieldsLimit: 200, nodeLeftDelayedTimeout: '10m' }),
  ).toMatchObject({
    'index.number_of_shards': 3,
    'index.number_of_replicas': 0,
    'index.mapping.total_fields.limit': 200,
    'index.unassigned.node_left.delayed_timeout': '10m',
  });
});

test('the failure store can be switched off, which 9.2 must be told', () => {
  const { data_stream_options } = templateBody({ ...minimal, failureStore: false }).template;
  expect(data_stream_options).toEqual({ failure_store: { enabled: false } });
});

test('data streams can end their lives themselves, without a policy', () => {
  const { templateName, routes } = minimal;
  const { template } = templateBody({ templateName, routes, dataRetention: '30d' });
  expect(template).toMatchObject({ lifecycle: { data_retention: '30d' } });
  expect(template.settings).not.toHaveProperty(['index.lifecycle.name']);
});

test('what cannot be indexed is kept for a time of its own', () => {
  expect(templateBody({ ...minimal, failureStoreRetention: '7d' }).template.data_stream_options).toEqual({
    failure_store: { enabled: true, lifecycle: { data_retention: '7d' } },
  });
});

test('component templates stand between those of Elastic and those of the operator', () => {
  const body = templateBody({ ...minimal, componentTemplates: ['team-fields'] });
  expect(body.composed_of).toEqual(['ecs@mappings', 'team-fields', 'logs-standard@custom']);
  // One of ours must be there: without it fields would silently get other types.
  expect(body.ignore_missing_component_templates).toEqual(['ecs@mappings', 'logs-standard@custom']);
});
