// Made from codegen/dashboards by `npm run generate`; do not edit.

/** Dashboards of Grafana, by file name; the construct puts addresses into their links. */
export const DASHBOARD_FILES: Readonly<Record<string, string>> = {
  'collectors.json': `{
 "timezone": "browser",
 "editable": false,
 "graphTooltip": 1,
 "fiscalYearStartMonth": 0,
 "schemaVersion": 42,
 "templating": {
  "list": [
   {
    "type": "datasource",
    "name": "datasource",
    "skipUrlSync": false,
    "multi": false,
    "allowCustomValue": true,
    "includeAll": false,
    "auto": false,
    "auto_min": "10s",
    "auto_count": 30,
    "label": "Prometheus",
    "query": "prometheus"
   },
   {
    "type": "query",
    "name": "cluster",
    "skipUrlSync": false,
    "multi": true,
    "allowCustomValue": true,
    "includeAll": true,
    "auto": false,
    "auto_min": "10s",
    "auto_count": 30,
    "label": "Cluster",
    "datasource": {
     "type": "prometheus",
     "uid": "\${datasource}"
    },
    "query": {
     "query": "label_values(up{job=\\"fluentd\\"}, cluster)",
     "refId": "cluster"
    },
    "definition": "label_values(up{job=\\"fluentd\\"}, cluster)",
    "refresh": 2,
    "sort": 1,
    "allValue": ".*",
    "current": {
     "text": [
      "All"
     ],
     "value": [
      "$__all"
     ]
    }
   }
  ]
 },
 "annotations": {},
 "title": "Logging: collectors",
 "uid": "efk-collectors",
 "description": "Whether all logs are collected and stored, and which node to look at if they are not",
 "tags": [
  "efk"
 ],
 "refresh": "1m",
 "time": {
  "from": "now-3h",
  "to": "now"
 },
 "links": [
  {
   "title": "Logging",
   "type": "dashboards",
   "icon": "",
   "tooltip": "",
   "tags": [
    "efk"
   ],
   "asDropdown": true,
   "targetBlank": false,
   "includeVars": true,
   "keepTime": true
  }
 ],
 "panels": [
  {
   "type": "row",
   "collapsed": false,
   "id": 1,
   "panels": [],
   "title": "Is anything lost or late?",
   "gridPos": {
    "x": 0,
    "y": 0,
    "h": 1,
    "w": 24
   }
  },
  {
   "type": "stat",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "graphMode": "none",
    "colorMode": "background",
    "justifyMode": "auto",
    "textMode": "auto",
    "wideLayout": true,
    "showPercentChange": false,
    "reduceOptions": {
     "calcs": [
      "lastNotNull"
     ]
    },
    "percentChangeColorMode": "standard",
    "orientation": "auto"
   },
   "title": "Collectors that answer",
   "description": "Share of the pods of Fluentd that serve metrics. See the state and the log of the others.",
   "fieldConfig": {
    "defaults": {
     "unit": "percentunit",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "red"
       },
       {
        "value": 0.95,
        "color": "orange"
       },
       {
        "value": 1,
        "color": "green"
       }
      ]
     }
    },
    "overrides": []
   },
   "gridPos": {
    "h": 4,
    "w": 4,
    "x": 0,
    "y": 1
   },
   "links": [
    {
     "title": "Runbook",
     "type": "link",
     "icon": "",
     "tooltip": "",
     "tags": [],
     "asDropdown": false,
     "placement": "inControlsMenu",
     "targetBlank": true,
     "includeVars": false,
     "keepTime": false,
     "url": "runbook:collector.md#fluentddown"
    }
   ],
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "avg(up{job=\\"fluentd\\",cluster=~\\"$cluster\\"})",
     "legendFormat": "up",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "instant": true,
     "range": false
    }
   ],
   "id": 2
  },
  {
   "type": "stat",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "graphMode": "none",
    "colorMode": "background",
    "justifyMode": "auto",
    "textMode": "auto",
    "wideLayout": true,
    "showPercentChange": false,
    "reduceOptions": {
     "calcs": [
      "lastNotNull"
     ]
    },
    "percentChangeColorMode": "standard",
    "orientation": "auto"
   },
   "title": "Lost before they were read",
   "description": "Bytes of logs that the kubelet removed first, in the time shown. Find what held reading back.",
   "fieldConfig": {
    "defaults": {
     "unit": "bytes",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       },
       {
        "value": 1,
        "color": "red"
       }
      ]
     }
    },
    "overrides": []
   },
   "gridPos": {
    "h": 4,
    "w": 4,
    "x": 4,
    "y": 1
   },
   "links": [
    {
     "title": "Runbook",
     "type": "link",
     "icon": "",
     "tooltip": "",
     "tags": [],
     "asDropdown": false,
     "placement": "inControlsMenu",
     "targetBlank": true,
     "includeVars": false,
     "keepTime": false,
     "url": "runbook:collector.md#logslost"
    }
   ],
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "sum (increase(fluentd_container_logs_lost_bytes_total{job=\\"fluentd\\",cluster=~\\"$cluster\\"}[$__range])) or vector(0)",
     "legendFormat": "lost",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "instant": true,
     "range": false
    }
   ],
   "id": 3
  },
  {
   "type": "stat",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "graphMode": "none",
    "colorMode": "background",
    "justifyMode": "auto",
    "textMode": "auto",
    "wideLayout": true,
    "showPercentChange": false,
    "reduceOptions": {
     "calcs": [
      "lastNotNull"
     ]
    },
    "percentChangeColorMode": "standard",
    "orientation": "auto"
   },
   "title": "Dead letters",
   "description": "Logs that could be stored in no form, in the time shown. They are on their node; mend the reason and send them again.",
   "fieldConfig": {
    "defaults": {
     "unit": "short",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       },
       {
        "value": 1,
        "color": "orange"
       }
      ]
     }
    },
    "overrides": []
   },
   "gridPos": {
    "h": 4,
    "w": 4,
    "x": 8,
    "y": 1
   },
   "links": [
    {
     "title": "Runbook",
     "type": "link",
     "icon": "",
     "tooltip": "",
     "tags": [],
     "asDropdown": false,
     "placement": "inControlsMenu",
     "targetBlank": true,
     "includeVars": false,
     "keepTime": false,
     "url": "runbook:collector.md#deadletters"
    }
   ],
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "sum (increase(fluentd_dead_letters_records_total{job=\\"fluentd\\",cluster=~\\"$cluster\\"}[$__range])) or vector(0)",
     "legendFormat": "dead letters",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "instant": true,
     "range": false
    }
   ],
   "id": 4
  },
  {
   "type": "stat",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "graphMode": "none",
    "colorMode": "background",
    "justifyMode": "auto",
    "textMode": "auto",
    "wideLayout": true,
    "showPercentChange": false,
    "reduceOptions": {
     "calcs": [
      "lastNotNull"
     ]
    },
    "percentChangeColorMode": "standard",
    "orientation": "auto"
   },
   "title": "Pauses of reading",
   "description": "Times that reading stopped because a buffer was full, in the time shown. Make Elasticsearch take the logs.",
   "fieldConfig": {
    "defaults": {
     "unit": "short",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       },
       {
        "value": 1,
        "color": "orange"
       }
      ]
     }
    },
    "overrides": []
   },
   "gridPos": {
    "h": 4,
    "w": 4,
    "x": 12,
    "y": 1
   },
   "links": [
    {
     "title": "Runbook",
     "type": "link",
     "icon": "",
     "tooltip": "",
     "tags": [],
     "asDropdown": false,
     "placement": "inControlsMenu",
     "targetBlank": true,
     "includeVars": false,
     "keepTime": false,
     "url": "runbook:collector.md#logreadingpaused"
    }
   ],
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "sum (increase(fluentd_container_logs_pauses_total{job=\\"fluentd\\",cluster=~\\"$cluster\\"}[$__range])) or vector(0)",
     "legendFormat": "pauses",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "instant": true,
     "range": false
    }
   ],
   "id": 5
  },
  {
   "type": "stat",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "graphMode": "none",
    "colorMode": "background",
    "justifyMode": "auto",
    "textMode": "auto",
    "wideLayout": true,
    "showPercentChange": false,
    "reduceOptions": {
     "calcs": [
      "lastNotNull"
     ]
    },
    "percentChangeColorMode": "standard",
    "orientation": "auto"
   },
   "title": "Least room in a buffer",
   "description": "Of the node whose buffer is fullest. When there is none, reading stops.",
   "fieldConfig": {
    "defaults": {
     "unit": "percentunit",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "red"
       },
       {
        "value": 0.05,
        "color": "orange"
       },
       {
        "value": 0.5,
        "color": "green"
       }
      ]
     }
    },
    "overrides": []
   },
   "gridPos": {
    "h": 4,
    "w": 4,
    "x": 16,
    "y": 1
   },
   "links": [
    {
     "title": "Runbook",
     "type": "link",
     "icon": "",
     "tooltip": "",
     "tags": [],
     "asDropdown": false,
     "placement": "inControlsMenu",
     "targetBlank": true,
     "includeVars": false,
     "keepTime": false,
     "url": "runbook:collector.md#logbufferfull"
    }
   ],
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "min(fluentd_output_buffer_room_ratio{job=\\"fluentd\\",cluster=~\\"$cluster\\"})",
     "legendFormat": "room",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "instant": true,
     "range": false
    }
   ],
   "id": 6
  },
  {
   "type": "stat",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "graphMode": "none",
    "colorMode": "none",
    "justifyMode": "auto",
    "textMode": "auto",
    "wideLayout": true,
    "showPercentChange": false,
    "reduceOptions": {
     "calcs": [
      "lastNotNull"
     ]
    },
    "percentChangeColorMode": "standard",
    "orientation": "auto"
   },
   "title": "Workloads with abnormal logs",
   "description": "Workloads that have written an error, an exception or a 5xx within the last minutes.",
   "fieldConfig": {
    "defaults": {
     "unit": "short",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       }
      ]
     }
    },
    "overrides": []
   },
   "gridPos": {
    "h": 4,
    "w": 4,
    "x": 20,
    "y": 1
   },
   "links": [
    {
     "title": "Runbook",
     "type": "link",
     "icon": "",
     "tooltip": "",
     "tags": [],
     "asDropdown": false,
     "placement": "inControlsMenu",
     "targetBlank": true,
     "includeVars": false,
     "keepTime": false,
     "url": "runbook:collector.md#abnormallogs"
    }
   ],
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "count(sum by (namespace, container) (fluentd_log_metrics_abnormal_logs{job=\\"fluentd\\",cluster=~\\"$cluster\\"}) > 0) or vector(0)",
     "legendFormat": "workloads",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "instant": true,
     "range": false
    }
   ],
   "id": 7
  },
  {
   "type": "row",
   "collapsed": false,
   "id": 8,
   "panels": [],
   "title": "Traffic",
   "gridPos": {
    "x": 0,
    "y": 5,
    "h": 1,
    "w": 24
   }
  },
  {
   "type": "timeseries",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "legend": {
     "displayMode": "table",
     "placement": "bottom",
     "showLegend": true,
     "calcs": [
      "mean",
      "max"
     ]
    },
    "tooltip": {
     "mode": "multi",
     "sort": "desc"
    }
   },
   "fieldConfig": {
    "defaults": {
     "custom": {
      "lineWidth": 1,
      "fillOpacity": 40,
      "showPoints": "never",
      "stacking": {
       "mode": "normal"
      }
     },
     "unit": "cps",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       }
      ]
     },
     "min": 0
    },
    "overrides": []
   },
   "title": "Logs read",
   "description": "Logs a second that the buffers have taken, by route. A route that falls to nothing has lost its source.",
   "gridPos": {
    "h": 8,
    "w": 12,
    "x": 0,
    "y": 6
   },
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "sum by (route) (rate(fluentd_container_logs_events_total{job=\\"fluentd\\",cluster=~\\"$cluster\\"}[$__rate_interval]))",
     "legendFormat": "{{route}}",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "range": true,
     "instant": false
    }
   ],
   "id": 9
  },
  {
   "type": "timeseries",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "legend": {
     "displayMode": "table",
     "placement": "bottom",
     "showLegend": true,
     "calcs": [
      "mean",
      "max"
     ]
    },
    "tooltip": {
     "mode": "multi",
     "sort": "desc"
    }
   },
   "fieldConfig": {
    "defaults": {
     "custom": {
      "lineWidth": 1,
      "fillOpacity": 40,
      "showPoints": "never",
      "stacking": {
       "mode": "normal"
      }
     },
     "unit": "cps",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       }
      ]
     },
     "min": 0
    },
    "overrides": []
   },
   "title": "What became of them",
   "description": "Documents a second by result: all but \`stored\` and \`already_stored\` could not be stored as they were sent.",
   "gridPos": {
    "h": 8,
    "w": 12,
    "x": 12,
    "y": 6
   },
   "links": [
    {
     "title": "Runbook",
     "type": "link",
     "icon": "",
     "tooltip": "",
     "tags": [],
     "asDropdown": false,
     "placement": "inControlsMenu",
     "targetBlank": true,
     "includeVars": false,
     "keepTime": false,
     "url": "runbook:collector.md#nologsstored"
    }
   ],
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "sum by (result) (rate(fluentd_elasticsearch_bulk_documents_total{job=\\"fluentd\\",cluster=~\\"$cluster\\"}[$__rate_interval]))",
     "legendFormat": "{{result}}",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "range": true,
     "instant": false
    }
   ],
   "id": 10
  },
  {
   "type": "row",
   "collapsed": false,
   "id": 11,
   "panels": [],
   "title": "How late are logs seen?",
   "gridPos": {
    "x": 0,
    "y": 14,
    "h": 1,
    "w": 24
   }
  },
  {
   "type": "timeseries",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "legend": {
     "displayMode": "table",
     "placement": "bottom",
     "showLegend": true,
     "calcs": [
      "mean",
      "max"
     ]
    },
    "tooltip": {
     "mode": "multi",
     "sort": "desc"
    }
   },
   "fieldConfig": {
    "defaults": {
     "custom": {
      "lineWidth": 1,
      "fillOpacity": 10,
      "showPoints": "never",
      "thresholdsStyle": {
       "mode": "dashed"
      }
     },
     "unit": "s",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       },
       {
        "value": 60,
        "color": "orange"
       },
       {
        "value": 180,
        "color": "red"
       }
      ]
     },
     "noValue": "no canary",
     "min": 0
    },
    "overrides": []
   },
   "title": "Delay of the canary",
   "description": "Seconds from a line that a node writes each minute until it is stored, of the ten slowest. It needs \`canary\`.",
   "gridPos": {
    "h": 8,
    "w": 12,
    "x": 0,
    "y": 15
   },
   "links": [
    {
     "title": "Runbook",
     "type": "link",
     "icon": "",
     "tooltip": "",
     "tags": [],
     "asDropdown": false,
     "placement": "inControlsMenu",
     "targetBlank": true,
     "includeVars": false,
     "keepTime": false,
     "url": "runbook:collector.md#logsarrivelate"
    }
   ],
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "topk(10, max by (node) (fluentd_canary_delay_seconds{job=\\"fluentd\\",cluster=~\\"$cluster\\"}))",
     "legendFormat": "{{node}}",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "range": true,
     "instant": false
    }
   ],
   "id": 12
  },
  {
   "type": "timeseries",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "legend": {
     "displayMode": "table",
     "placement": "bottom",
     "showLegend": true,
     "calcs": [
      "mean",
      "max"
     ]
    },
    "tooltip": {
     "mode": "multi",
     "sort": "desc"
    }
   },
   "fieldConfig": {
    "defaults": {
     "custom": {
      "lineWidth": 1,
      "fillOpacity": 10,
      "showPoints": "never",
      "thresholdsStyle": {
       "mode": "dashed"
      }
     },
     "unit": "s",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       },
       {
        "value": 60,
        "color": "orange"
       },
       {
        "value": 180,
        "color": "red"
       }
      ]
     },
     "min": 0
    },
    "overrides": []
   },
   "title": "Oldest log not sent",
   "description": "Age of the oldest part of a buffer, of the ten nodes that are latest. More than a minute means a slow output.",
   "gridPos": {
    "h": 8,
    "w": 12,
    "x": 12,
    "y": 15
   },
   "links": [
    {
     "title": "Runbook",
     "type": "link",
     "icon": "",
     "tooltip": "",
     "tags": [],
     "asDropdown": false,
     "placement": "inControlsMenu",
     "targetBlank": true,
     "includeVars": false,
     "keepTime": false,
     "url": "runbook:collector.md#elasticsearchrefuseslogs"
    }
   ],
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "topk(10, max by (node) (fluentd_output_oldest_chunk_seconds{job=\\"fluentd\\",cluster=~\\"$cluster\\"}))",
     "legendFormat": "{{node}}",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "range": true,
     "instant": false
    }
   ],
   "id": 13
  },
  {
   "type": "row",
   "collapsed": false,
   "id": 14,
   "panels": [],
   "title": "Which node?",
   "gridPos": {
    "x": 0,
    "y": 23,
    "h": 1,
    "w": 24
   }
  },
  {
   "type": "table",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "frameIndex": 0,
    "showHeader": true,
    "showTypeIcons": false,
    "footer": {
     "show": false,
     "reducer": [],
     "countRows": false
    },
    "cellHeight": "sm",
    "sortBy": [
     {
      "displayName": "Room",
      "desc": false
     }
    ]
   },
   "fieldConfig": {
    "defaults": {
     "custom": {
      "align": "auto",
      "inspect": false
     },
     "unit": "none",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       }
      ]
     }
    },
    "overrides": [
     {
      "matcher": {
       "id": "byName",
       "options": "Room"
      },
      "properties": [
       {
        "id": "unit",
        "value": "percentunit"
       },
       {
        "id": "thresholds",
        "value": {
         "mode": "absolute",
         "steps": [
          {
           "value": null,
           "color": "red"
          },
          {
           "value": 0.05,
           "color": "orange"
          },
          {
           "value": 0.5,
           "color": "green"
          }
         ]
        }
       },
       {
        "id": "custom.cellOptions",
        "value": {
         "type": "color-background",
         "mode": "basic"
        }
       }
      ]
     },
     {
      "matcher": {
       "id": "byName",
       "options": "Up"
      },
      "properties": [
       {
        "id": "unit",
        "value": "bool_yes_no"
       }
      ]
     },
     {
      "matcher": {
       "id": "byName",
       "options": "Behind"
      },
      "properties": [
       {
        "id": "unit",
        "value": "bytes"
       }
      ]
     },
     {
      "matcher": {
       "id": "byName",
       "options": "Oldest"
      },
      "properties": [
       {
        "id": "unit",
        "value": "s"
       }
      ]
     },
     {
      "matcher": {
       "id": "byName",
       "options": "Logs/s"
      },
      "properties": [
       {
        "id": "unit",
        "value": "cps"
       }
      ]
     },
     {
      "matcher": {
       "id": "byName",
       "options": "Lost"
      },
      "properties": [
       {
        "id": "unit",
        "value": "bytes"
       },
       {
        "id": "thresholds",
        "value": {
         "mode": "absolute",
         "steps": [
          {
           "value": null,
           "color": "green"
          },
          {
           "value": 1,
           "color": "red"
          }
         ]
        }
       },
       {
        "id": "custom.cellOptions",
        "value": {
         "type": "color-background",
         "mode": "basic"
        }
       }
      ]
     },
     {
      "matcher": {
       "id": "byName",
       "options": "Dead letters"
      },
      "properties": [
       {
        "id": "unit",
        "value": "short"
       },
       {
        "id": "thresholds",
        "value": {
         "mode": "absolute",
         "steps": [
          {
           "value": null,
           "color": "green"
          },
          {
           "value": 1,
           "color": "orange"
          }
         ]
        }
       },
       {
        "id": "custom.cellOptions",
        "value": {
         "type": "color-background",
         "mode": "basic"
        }
       }
      ]
     },
     {
      "matcher": {
       "id": "byName",
       "options": "Cannot read"
      },
      "properties": [
       {
        "id": "unit",
        "value": "short"
       },
       {
        "id": "thresholds",
        "value": {
         "mode": "absolute",
         "steps": [
          {
           "value": null,
           "color": "green"
          },
          {
           "value": 1,
           "color": "orange"
          }
         ]
        }
       },
       {
        "id": "custom.cellOptions",
        "value": {
         "type": "color-background",
         "mode": "basic"
        }
       }
      ]
     },
     {
      "matcher": {
       "id": "byName",
       "options": "Node"
      },
      "properties": [
       {
        "id": "links",
        "value": [
         {
          "title": "This node",
          "type": "link",
          "icon": "",
          "tooltip": "",
          "tags": [],
          "asDropdown": false,
          "placement": "inControlsMenu",
          "targetBlank": false,
          "includeVars": false,
          "keepTime": false,
          "url": "/d/efk-node?var-node=\${__data.fields.Node}&\${datasource:queryparam}&\${cluster:queryparam}&\${__url_time_range}"
         }
        ]
       }
      ]
     }
    ]
   },
   "title": "Nodes",
   "description": "The nodes with least room first. A node leads to its dashboard.",
   "gridPos": {
    "h": 8,
    "w": 24,
    "x": 0,
    "y": 24
   },
   "links": [
    {
     "title": "Runbook",
     "type": "link",
     "icon": "",
     "tooltip": "",
     "tags": [],
     "asDropdown": false,
     "placement": "inControlsMenu",
     "targetBlank": true,
     "includeVars": false,
     "keepTime": false,
     "url": "runbook:collector.md#logbufferfullinhours"
    }
   ],
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "min by (node) (fluentd_output_buffer_room_ratio{job=\\"fluentd\\",cluster=~\\"$cluster\\"})",
     "legendFormat": "Room",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "instant": true,
     "range": false,
     "format": "table"
    },
    {
     "expr": "min by (node) (up{job=\\"fluentd\\",cluster=~\\"$cluster\\"})",
     "legendFormat": "Up",
     "refId": "B",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "instant": true,
     "range": false,
     "format": "table"
    },
    {
     "expr": "sum by (node) (fluentd_container_logs_lag_bytes{job=\\"fluentd\\",cluster=~\\"$cluster\\"})",
     "legendFormat": "Behind",
     "refId": "C",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "instant": true,
     "range": false,
     "format": "table"
    },
    {
     "expr": "max by (node) (fluentd_output_oldest_chunk_seconds{job=\\"fluentd\\",cluster=~\\"$cluster\\"})",
     "legendFormat": "Oldest",
     "refId": "D",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "instant": true,
     "range": false,
     "format": "table"
    },
    {
     "expr": "sum by (node) (rate(fluentd_container_logs_events_total{job=\\"fluentd\\",cluster=~\\"$cluster\\"}[$__rate_interval]))",
     "legendFormat": "Logs/s",
     "refId": "E",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "instant": true,
     "range": false,
     "format": "table"
    },
    {
     "expr": "sum by (node) (increase(fluentd_container_logs_lost_bytes_total{job=\\"fluentd\\",cluster=~\\"$cluster\\"}[$__range]))",
     "legendFormat": "Lost",
     "refId": "F",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "instant": true,
     "range": false,
     "format": "table"
    },
    {
     "expr": "sum by (node) (increase(fluentd_dead_letters_records_total{job=\\"fluentd\\",cluster=~\\"$cluster\\"}[$__range]))",
     "legendFormat": "Dead letters",
     "refId": "G",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "instant": true,
     "range": false,
     "format": "table"
    },
    {
     "expr": "sum by (node) (increase(fluentd_container_logs_read_errors_total{job=\\"fluentd\\",cluster=~\\"$cluster\\"}[$__range]))",
     "legendFormat": "Cannot read",
     "refId": "H",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "instant": true,
     "range": false,
     "format": "table"
    }
   ],
   "transformations": [
    {
     "id": "merge",
     "options": {}
    },
    {
     "id": "organize",
     "options": {
      "excludeByName": {
       "Time": true
      },
      "indexByName": {
       "node": 0,
       "Value #A": 1,
       "Value #B": 2,
       "Value #C": 3,
       "Value #D": 4,
       "Value #E": 5,
       "Value #F": 6,
       "Value #G": 7,
       "Value #H": 8
      },
      "renameByName": {
       "node": "Node",
       "Value #A": "Room",
       "Value #B": "Up",
       "Value #C": "Behind",
       "Value #D": "Oldest",
       "Value #E": "Logs/s",
       "Value #F": "Lost",
       "Value #G": "Dead letters",
       "Value #H": "Cannot read"
      }
     }
    }
   ],
   "id": 15
  },
  {
   "type": "row",
   "collapsed": false,
   "id": 16,
   "panels": [],
   "title": "What Elasticsearch says",
   "gridPos": {
    "x": 0,
    "y": 32,
    "h": 1,
    "w": 24
   }
  },
  {
   "type": "timeseries",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "legend": {
     "displayMode": "table",
     "placement": "bottom",
     "showLegend": true,
     "calcs": [
      "mean",
      "max"
     ]
    },
    "tooltip": {
     "mode": "multi",
     "sort": "desc"
    }
   },
   "fieldConfig": {
    "defaults": {
     "custom": {
      "lineWidth": 1,
      "fillOpacity": 10,
      "showPoints": "never"
     },
     "unit": "reqps",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       }
      ]
     },
     "min": 0
    },
    "overrides": []
   },
   "title": "Requests by status",
   "description": "429 and 503 mean that it is overloaded or not there: Fluentd waits and sends again. \`none\` is no answer at all.",
   "gridPos": {
    "h": 8,
    "w": 12,
    "x": 0,
    "y": 33
   },
   "links": [
    {
     "title": "Runbook",
     "type": "link",
     "icon": "",
     "tooltip": "",
     "tags": [],
     "asDropdown": false,
     "placement": "inControlsMenu",
     "targetBlank": true,
     "includeVars": false,
     "keepTime": false,
     "url": "runbook:collector.md#elasticsearchrefuseslogs"
    }
   ],
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "sum by (status) (rate(fluentd_elasticsearch_bulk_requests_total{job=\\"fluentd\\",cluster=~\\"$cluster\\"}[$__rate_interval]))",
     "legendFormat": "{{status}}",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "range": true,
     "instant": false
    }
   ],
   "id": 17
  },
  {
   "type": "timeseries",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "legend": {
     "displayMode": "table",
     "placement": "bottom",
     "showLegend": true,
     "calcs": [
      "mean",
      "max"
     ]
    },
    "tooltip": {
     "mode": "multi",
     "sort": "desc"
    }
   },
   "fieldConfig": {
    "defaults": {
     "custom": {
      "lineWidth": 1,
      "fillOpacity": 10,
      "showPoints": "never"
     },
     "unit": "cps",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       }
      ]
     },
     "min": 0
    },
    "overrides": []
   },
   "title": "Documents sent again",
   "description": "Refused for a while, by route. Lasting repeats mean that a node of Elasticsearch does not keep up.",
   "gridPos": {
    "h": 8,
    "w": 12,
    "x": 12,
    "y": 33
   },
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "topk(10, sum by (route) (rate(fluentd_elasticsearch_bulk_repeated_documents_total{job=\\"fluentd\\",cluster=~\\"$cluster\\"}[$__rate_interval])))",
     "legendFormat": "{{route}}",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "range": true,
     "instant": false
    }
   ],
   "id": 18
  }
 ]
}
`,
  'node.json': `{
 "timezone": "browser",
 "editable": false,
 "graphTooltip": 1,
 "fiscalYearStartMonth": 0,
 "schemaVersion": 42,
 "templating": {
  "list": [
   {
    "type": "datasource",
    "name": "datasource",
    "skipUrlSync": false,
    "multi": false,
    "allowCustomValue": true,
    "includeAll": false,
    "auto": false,
    "auto_min": "10s",
    "auto_count": 30,
    "label": "Prometheus",
    "query": "prometheus"
   },
   {
    "type": "query",
    "name": "cluster",
    "skipUrlSync": false,
    "multi": true,
    "allowCustomValue": true,
    "includeAll": true,
    "auto": false,
    "auto_min": "10s",
    "auto_count": 30,
    "label": "Cluster",
    "datasource": {
     "type": "prometheus",
     "uid": "\${datasource}"
    },
    "query": {
     "query": "label_values(up{job=\\"fluentd\\"}, cluster)",
     "refId": "cluster"
    },
    "definition": "label_values(up{job=\\"fluentd\\"}, cluster)",
    "refresh": 2,
    "sort": 1,
    "allValue": ".*",
    "current": {
     "text": [
      "All"
     ],
     "value": [
      "$__all"
     ]
    }
   },
   {
    "type": "query",
    "name": "node",
    "skipUrlSync": false,
    "multi": false,
    "allowCustomValue": true,
    "includeAll": false,
    "auto": false,
    "auto_min": "10s",
    "auto_count": 30,
    "label": "Node",
    "datasource": {
     "type": "prometheus",
     "uid": "\${datasource}"
    },
    "query": {
     "query": "label_values(up{job=\\"fluentd\\",cluster=~\\"$cluster\\"}, node)",
     "refId": "node"
    },
    "definition": "label_values(up{job=\\"fluentd\\",cluster=~\\"$cluster\\"}, node)",
    "refresh": 2,
    "sort": 1
   }
  ]
 },
 "annotations": {},
 "title": "Logging: one node",
 "uid": "efk-node",
 "description": "What the collector of a node reads, what it holds, and what becomes of it",
 "tags": [
  "efk"
 ],
 "refresh": "1m",
 "time": {
  "from": "now-3h",
  "to": "now"
 },
 "links": [
  {
   "title": "Logging",
   "type": "dashboards",
   "icon": "",
   "tooltip": "",
   "tags": [
    "efk"
   ],
   "asDropdown": true,
   "targetBlank": false,
   "includeVars": true,
   "keepTime": true
  }
 ],
 "panels": [
  {
   "type": "row",
   "collapsed": false,
   "id": 1,
   "panels": [],
   "title": "How is it?",
   "gridPos": {
    "x": 0,
    "y": 0,
    "h": 1,
    "w": 24
   }
  },
  {
   "type": "stat",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "graphMode": "none",
    "colorMode": "background",
    "justifyMode": "auto",
    "textMode": "auto",
    "wideLayout": true,
    "showPercentChange": false,
    "reduceOptions": {
     "calcs": [
      "lastNotNull"
     ]
    },
    "percentChangeColorMode": "standard",
    "orientation": "auto"
   },
   "title": "Answers",
   "description": "Whether Fluentd serves its metrics. If not, see the state and the log of the pod.",
   "fieldConfig": {
    "defaults": {
     "unit": "bool_yes_no",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "red"
       },
       {
        "value": 1,
        "color": "green"
       }
      ]
     }
    },
    "overrides": []
   },
   "gridPos": {
    "h": 4,
    "w": 4,
    "x": 0,
    "y": 1
   },
   "links": [
    {
     "title": "Runbook",
     "type": "link",
     "icon": "",
     "tooltip": "",
     "tags": [],
     "asDropdown": false,
     "placement": "inControlsMenu",
     "targetBlank": true,
     "includeVars": false,
     "keepTime": false,
     "url": "runbook:collector.md#fluentddown"
    }
   ],
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "min(up{job=\\"fluentd\\",cluster=~\\"$cluster\\",node=~\\"$node\\"})",
     "legendFormat": "up",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "instant": true,
     "range": false
    }
   ],
   "id": 2
  },
  {
   "type": "stat",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "graphMode": "none",
    "colorMode": "background",
    "justifyMode": "auto",
    "textMode": "auto",
    "wideLayout": true,
    "showPercentChange": false,
    "reduceOptions": {
     "calcs": [
      "lastNotNull"
     ]
    },
    "percentChangeColorMode": "standard",
    "orientation": "auto"
   },
   "title": "Behind",
   "description": "Bytes of log files that it has not taken yet. A few are usual; what grows is read too slowly or not at all.",
   "fieldConfig": {
    "defaults": {
     "unit": "bytes",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       },
       {
        "value": 100000000,
        "color": "orange"
       },
       {
        "value": 1000000000,
        "color": "red"
       }
      ]
     }
    },
    "overrides": []
   },
   "gridPos": {
    "h": 4,
    "w": 4,
    "x": 4,
    "y": 1
   },
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "sum (fluentd_container_logs_lag_bytes{job=\\"fluentd\\",cluster=~\\"$cluster\\",node=~\\"$node\\"}) or vector(0)",
     "legendFormat": "behind",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "instant": true,
     "range": false
    }
   ],
   "id": 3
  },
  {
   "type": "stat",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "graphMode": "none",
    "colorMode": "background",
    "justifyMode": "auto",
    "textMode": "auto",
    "wideLayout": true,
    "showPercentChange": false,
    "reduceOptions": {
     "calcs": [
      "lastNotNull"
     ]
    },
    "percentChangeColorMode": "standard",
    "orientation": "auto"
   },
   "title": "Oldest log not sent",
   "description": "Age of the oldest part of a buffer. Some seconds are usual; more means that an output is slow or away.",
   "fieldConfig": {
    "defaults": {
     "unit": "s",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       },
       {
        "value": 60,
        "color": "orange"
       },
       {
        "value": 180,
        "color": "red"
       }
      ]
     }
    },
    "overrides": []
   },
   "gridPos": {
    "h": 4,
    "w": 4,
    "x": 8,
    "y": 1
   },
   "links": [
    {
     "title": "Runbook",
     "type": "link",
     "icon": "",
     "tooltip": "",
     "tags": [],
     "asDropdown": false,
     "placement": "inControlsMenu",
     "targetBlank": true,
     "includeVars": false,
     "keepTime": false,
     "url": "runbook:collector.md#elasticsearchrefuseslogs"
    }
   ],
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "max(fluentd_output_oldest_chunk_seconds{job=\\"fluentd\\",cluster=~\\"$cluster\\",node=~\\"$node\\"})",
     "legendFormat": "age",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "instant": true,
     "range": false
    }
   ],
   "id": 4
  },
  {
   "type": "stat",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "graphMode": "none",
    "colorMode": "background",
    "justifyMode": "auto",
    "textMode": "auto",
    "wideLayout": true,
    "showPercentChange": false,
    "reduceOptions": {
     "calcs": [
      "lastNotNull"
     ]
    },
    "percentChangeColorMode": "standard",
    "orientation": "auto"
   },
   "title": "Room in the buffer",
   "description": "Share that is free, of the output with least. When there is none, reading stops.",
   "fieldConfig": {
    "defaults": {
     "unit": "percentunit",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "red"
       },
       {
        "value": 0.05,
        "color": "orange"
       },
       {
        "value": 0.5,
        "color": "green"
       }
      ]
     }
    },
    "overrides": []
   },
   "gridPos": {
    "h": 4,
    "w": 4,
    "x": 12,
    "y": 1
   },
   "links": [
    {
     "title": "Runbook",
     "type": "link",
     "icon": "",
     "tooltip": "",
     "tags": [],
     "asDropdown": false,
     "placement": "inControlsMenu",
     "targetBlank": true,
     "includeVars": false,
     "keepTime": false,
     "url": "runbook:collector.md#logbufferfull"
    }
   ],
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "min(fluentd_output_buffer_room_ratio{job=\\"fluentd\\",cluster=~\\"$cluster\\",node=~\\"$node\\"})",
     "legendFormat": "room",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "instant": true,
     "range": false
    }
   ],
   "id": 5
  },
  {
   "type": "stat",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "graphMode": "none",
    "colorMode": "background",
    "justifyMode": "auto",
    "textMode": "auto",
    "wideLayout": true,
    "showPercentChange": false,
    "reduceOptions": {
     "calcs": [
      "lastNotNull"
     ]
    },
    "percentChangeColorMode": "standard",
    "orientation": "auto"
   },
   "title": "Full in",
   "description": "When the buffer is full if it goes on as in the last half hour. Nothing is shown while it does not grow.",
   "fieldConfig": {
    "defaults": {
     "unit": "s",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "red"
       },
       {
        "value": 7200,
        "color": "orange"
       },
       {
        "value": 86400,
        "color": "green"
       }
      ]
     },
     "noValue": "it does not grow"
    },
    "overrides": []
   },
   "gridPos": {
    "h": 4,
    "w": 4,
    "x": 16,
    "y": 1
   },
   "links": [
    {
     "title": "Runbook",
     "type": "link",
     "icon": "",
     "tooltip": "",
     "tags": [],
     "asDropdown": false,
     "placement": "inControlsMenu",
     "targetBlank": true,
     "includeVars": false,
     "keepTime": false,
     "url": "runbook:collector.md#logbufferfullinhours"
    }
   ],
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "min(fluentd_output_buffer_room_ratio{job=\\"fluentd\\",cluster=~\\"$cluster\\",node=~\\"$node\\"} / (-1 * deriv(fluentd_output_buffer_room_ratio{job=\\"fluentd\\",cluster=~\\"$cluster\\",node=~\\"$node\\"}[30m]) > 0))",
     "legendFormat": "full in",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "instant": true,
     "range": false
    }
   ],
   "id": 6
  },
  {
   "type": "stat",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "graphMode": "none",
    "colorMode": "background",
    "justifyMode": "auto",
    "textMode": "auto",
    "wideLayout": true,
    "showPercentChange": false,
    "reduceOptions": {
     "calcs": [
      "lastNotNull"
     ]
    },
    "percentChangeColorMode": "standard",
    "orientation": "auto"
   },
   "title": "Lost",
   "description": "Bytes of logs that were removed before they were read, in the time shown.",
   "fieldConfig": {
    "defaults": {
     "unit": "bytes",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       },
       {
        "value": 1,
        "color": "red"
       }
      ]
     }
    },
    "overrides": []
   },
   "gridPos": {
    "h": 4,
    "w": 4,
    "x": 20,
    "y": 1
   },
   "links": [
    {
     "title": "Runbook",
     "type": "link",
     "icon": "",
     "tooltip": "",
     "tags": [],
     "asDropdown": false,
     "placement": "inControlsMenu",
     "targetBlank": true,
     "includeVars": false,
     "keepTime": false,
     "url": "runbook:collector.md#logslost"
    }
   ],
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "sum (increase(fluentd_container_logs_lost_bytes_total{job=\\"fluentd\\",cluster=~\\"$cluster\\",node=~\\"$node\\"}[$__range])) or vector(0)",
     "legendFormat": "lost",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "instant": true,
     "range": false
    }
   ],
   "id": 7
  },
  {
   "type": "row",
   "collapsed": false,
   "id": 8,
   "panels": [],
   "title": "What it reads",
   "gridPos": {
    "x": 0,
    "y": 5,
    "h": 1,
    "w": 24
   }
  },
  {
   "type": "timeseries",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "legend": {
     "displayMode": "table",
     "placement": "bottom",
     "showLegend": true,
     "calcs": [
      "mean",
      "max"
     ]
    },
    "tooltip": {
     "mode": "multi",
     "sort": "desc"
    }
   },
   "fieldConfig": {
    "defaults": {
     "custom": {
      "lineWidth": 1,
      "fillOpacity": 40,
      "showPoints": "never",
      "stacking": {
       "mode": "normal"
      }
     },
     "unit": "cps",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       }
      ]
     },
     "min": 0
    },
    "overrides": []
   },
   "title": "Logs read",
   "description": "Logs a second, by route.",
   "gridPos": {
    "h": 8,
    "w": 12,
    "x": 0,
    "y": 6
   },
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "sum by (route) (rate(fluentd_container_logs_events_total{job=\\"fluentd\\",cluster=~\\"$cluster\\",node=~\\"$node\\"}[$__rate_interval]))",
     "legendFormat": "{{route}}",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "range": true,
     "instant": false
    }
   ],
   "id": 9
  },
  {
   "type": "timeseries",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "legend": {
     "displayMode": "table",
     "placement": "bottom",
     "showLegend": true,
     "calcs": [
      "mean",
      "max"
     ]
    },
    "tooltip": {
     "mode": "multi",
     "sort": "desc"
    }
   },
   "fieldConfig": {
    "defaults": {
     "custom": {
      "lineWidth": 1,
      "fillOpacity": 40,
      "showPoints": "never",
      "stacking": {
       "mode": "normal"
      }
     },
     "unit": "bytes",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       }
      ]
     },
     "min": 0
    },
    "overrides": []
   },
   "title": "Behind",
   "description": "Bytes of log files that are not read yet, by route. A saw is a file that is rotated while it is read.",
   "gridPos": {
    "h": 8,
    "w": 12,
    "x": 12,
    "y": 6
   },
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "sum by (route) (fluentd_container_logs_lag_bytes{job=\\"fluentd\\",cluster=~\\"$cluster\\",node=~\\"$node\\"})",
     "legendFormat": "{{route}}",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "range": true,
     "instant": false
    }
   ],
   "id": 10
  },
  {
   "type": "row",
   "collapsed": false,
   "id": 11,
   "panels": [],
   "title": "What it holds",
   "gridPos": {
    "x": 0,
    "y": 14,
    "h": 1,
    "w": 24
   }
  },
  {
   "type": "timeseries",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "legend": {
     "displayMode": "table",
     "placement": "bottom",
     "showLegend": true,
     "calcs": [
      "mean",
      "max"
     ]
    },
    "tooltip": {
     "mode": "multi",
     "sort": "desc"
    }
   },
   "fieldConfig": {
    "defaults": {
     "custom": {
      "lineWidth": 1,
      "fillOpacity": 10,
      "showPoints": "never"
     },
     "unit": "percentunit",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       }
      ]
     },
     "min": 0
    },
    "overrides": []
   },
   "title": "Room in the buffers",
   "description": "Share that is free, by output. It shrinks while an output is away, and grows when it is back.",
   "gridPos": {
    "h": 8,
    "w": 8,
    "x": 0,
    "y": 15
   },
   "links": [
    {
     "title": "Runbook",
     "type": "link",
     "icon": "",
     "tooltip": "",
     "tags": [],
     "asDropdown": false,
     "placement": "inControlsMenu",
     "targetBlank": true,
     "includeVars": false,
     "keepTime": false,
     "url": "runbook:collector.md#logbufferfullinhours"
    }
   ],
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "min by (output) (fluentd_output_buffer_room_ratio{job=\\"fluentd\\",cluster=~\\"$cluster\\",node=~\\"$node\\"})",
     "legendFormat": "{{output}}",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "range": true,
     "instant": false
    }
   ],
   "id": 12
  },
  {
   "type": "timeseries",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "legend": {
     "displayMode": "table",
     "placement": "bottom",
     "showLegend": true,
     "calcs": [
      "mean",
      "max"
     ]
    },
    "tooltip": {
     "mode": "multi",
     "sort": "desc"
    }
   },
   "fieldConfig": {
    "defaults": {
     "custom": {
      "lineWidth": 1,
      "fillOpacity": 10,
      "showPoints": "never",
      "thresholdsStyle": {
       "mode": "dashed"
      }
     },
     "unit": "s",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       },
       {
        "value": 60,
        "color": "orange"
       },
       {
        "value": 180,
        "color": "red"
       }
      ]
     },
     "min": 0
    },
    "overrides": []
   },
   "title": "Oldest log not sent",
   "description": "Age by output: how late a log is seen at most.",
   "gridPos": {
    "h": 8,
    "w": 8,
    "x": 8,
    "y": 15
   },
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "max by (output) (fluentd_output_oldest_chunk_seconds{job=\\"fluentd\\",cluster=~\\"$cluster\\",node=~\\"$node\\"})",
     "legendFormat": "{{output}}",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "range": true,
     "instant": false
    }
   ],
   "id": 13
  },
  {
   "type": "timeseries",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "legend": {
     "displayMode": "table",
     "placement": "bottom",
     "showLegend": true,
     "calcs": [
      "mean",
      "max"
     ]
    },
    "tooltip": {
     "mode": "multi",
     "sort": "desc"
    }
   },
   "fieldConfig": {
    "defaults": {
     "custom": {
      "lineWidth": 1,
      "fillOpacity": 10,
      "showPoints": "never"
     },
     "unit": "bytes",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       }
      ]
     },
     "min": 0
    },
    "overrides": []
   },
   "title": "Disk",
   "description": "What the collector keeps on the node by purpose, and what is available of that disk.",
   "gridPos": {
    "h": 8,
    "w": 8,
    "x": 16,
    "y": 15
   },
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "sum by (purpose) (fluentd_node_used_bytes{job=\\"fluentd\\",cluster=~\\"$cluster\\",node=~\\"$node\\"})",
     "legendFormat": "{{purpose}}",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "range": true,
     "instant": false
    },
    {
     "expr": "sum (fluentd_node_disk_available_bytes{job=\\"fluentd\\",cluster=~\\"$cluster\\",node=~\\"$node\\"})",
     "legendFormat": "available",
     "refId": "B",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "range": true,
     "instant": false
    }
   ],
   "id": 14
  },
  {
   "type": "row",
   "collapsed": false,
   "id": 15,
   "panels": [],
   "title": "What becomes of it",
   "gridPos": {
    "x": 0,
    "y": 23,
    "h": 1,
    "w": 24
   }
  },
  {
   "type": "timeseries",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "legend": {
     "displayMode": "table",
     "placement": "bottom",
     "showLegend": true,
     "calcs": [
      "mean",
      "max"
     ]
    },
    "tooltip": {
     "mode": "multi",
     "sort": "desc"
    }
   },
   "fieldConfig": {
    "defaults": {
     "custom": {
      "lineWidth": 1,
      "fillOpacity": 40,
      "showPoints": "never",
      "stacking": {
       "mode": "normal"
      }
     },
     "unit": "cps",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       }
      ]
     },
     "min": 0
    },
    "overrides": []
   },
   "title": "Documents by result",
   "description": "Documents a second. All but \`stored\` and \`already_stored\` could not be stored as they were sent.",
   "gridPos": {
    "h": 8,
    "w": 8,
    "x": 0,
    "y": 24
   },
   "links": [
    {
     "title": "Runbook",
     "type": "link",
     "icon": "",
     "tooltip": "",
     "tags": [],
     "asDropdown": false,
     "placement": "inControlsMenu",
     "targetBlank": true,
     "includeVars": false,
     "keepTime": false,
     "url": "runbook:collector.md#nologsstored"
    }
   ],
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "sum by (result) (rate(fluentd_elasticsearch_bulk_documents_total{job=\\"fluentd\\",cluster=~\\"$cluster\\",node=~\\"$node\\"}[$__rate_interval]))",
     "legendFormat": "{{result}}",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "range": true,
     "instant": false
    }
   ],
   "id": 16
  },
  {
   "type": "timeseries",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "legend": {
     "displayMode": "table",
     "placement": "bottom",
     "showLegend": true,
     "calcs": [
      "mean",
      "max"
     ]
    },
    "tooltip": {
     "mode": "multi",
     "sort": "desc"
    }
   },
   "fieldConfig": {
    "defaults": {
     "custom": {
      "lineWidth": 1,
      "fillOpacity": 10,
      "showPoints": "never"
     },
     "unit": "reqps",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       }
      ]
     },
     "min": 0
    },
    "overrides": []
   },
   "title": "Requests by status",
   "description": "429 and 503 mean that Elasticsearch is overloaded or not there. \`none\` is no answer at all.",
   "gridPos": {
    "h": 8,
    "w": 8,
    "x": 8,
    "y": 24
   },
   "links": [
    {
     "title": "Runbook",
     "type": "link",
     "icon": "",
     "tooltip": "",
     "tags": [],
     "asDropdown": false,
     "placement": "inControlsMenu",
     "targetBlank": true,
     "includeVars": false,
     "keepTime": false,
     "url": "runbook:collector.md#elasticsearchrefuseslogs"
    }
   ],
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "sum by (status) (rate(fluentd_elasticsearch_bulk_requests_total{job=\\"fluentd\\",cluster=~\\"$cluster\\",node=~\\"$node\\"}[$__rate_interval]))",
     "legendFormat": "{{status}}",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "range": true,
     "instant": false
    }
   ],
   "id": 17
  },
  {
   "type": "timeseries",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "legend": {
     "displayMode": "table",
     "placement": "bottom",
     "showLegend": true,
     "calcs": [
      "mean",
      "max"
     ]
    },
    "tooltip": {
     "mode": "multi",
     "sort": "desc"
    }
   },
   "fieldConfig": {
    "defaults": {
     "custom": {
      "lineWidth": 1,
      "fillOpacity": 10,
      "showPoints": "never"
     },
     "unit": "cps",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       }
      ]
     },
     "min": 0
    },
    "overrides": []
   },
   "title": "Changed so that they could be stored",
   "description": "Logs a second by reason. Tell the team whose logs they are; nothing is lost.",
   "gridPos": {
    "h": 8,
    "w": 8,
    "x": 16,
    "y": 24
   },
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "sum by (reason) (rate(fluentd_elasticsearch_fit_changed_records_total{job=\\"fluentd\\",cluster=~\\"$cluster\\",node=~\\"$node\\"}[$__rate_interval]))",
     "legendFormat": "{{reason}}",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "range": true,
     "instant": false
    }
   ],
   "id": 18
  },
  {
   "type": "row",
   "collapsed": false,
   "id": 19,
   "panels": [],
   "title": "Whose fault is it?",
   "gridPos": {
    "x": 0,
    "y": 32,
    "h": 1,
    "w": 24
   }
  },
  {
   "type": "timeseries",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "legend": {
     "displayMode": "table",
     "placement": "bottom",
     "showLegend": true,
     "calcs": [
      "mean",
      "max"
     ]
    },
    "tooltip": {
     "mode": "multi",
     "sort": "desc"
    }
   },
   "fieldConfig": {
    "defaults": {
     "custom": {
      "lineWidth": 1,
      "fillOpacity": 10,
      "showPoints": "never"
     },
     "unit": "cps",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       }
      ]
     },
     "min": 0
    },
    "overrides": []
   },
   "title": "Dead letters",
   "description": "Logs that could be stored in no form, by route and reason.",
   "gridPos": {
    "h": 8,
    "w": 8,
    "x": 0,
    "y": 33
   },
   "links": [
    {
     "title": "Runbook",
     "type": "link",
     "icon": "",
     "tooltip": "",
     "tags": [],
     "asDropdown": false,
     "placement": "inControlsMenu",
     "targetBlank": true,
     "includeVars": false,
     "keepTime": false,
     "url": "runbook:collector.md#deadletters"
    }
   ],
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "sum by (route, reason) (rate(fluentd_dead_letters_records_total{job=\\"fluentd\\",cluster=~\\"$cluster\\",node=~\\"$node\\"}[$__rate_interval]))",
     "legendFormat": "{{route}}: {{reason}}",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "range": true,
     "instant": false
    }
   ],
   "id": 20
  },
  {
   "type": "timeseries",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "legend": {
     "displayMode": "table",
     "placement": "bottom",
     "showLegend": true,
     "calcs": [
      "mean",
      "max"
     ]
    },
    "tooltip": {
     "mode": "multi",
     "sort": "desc"
    }
   },
   "fieldConfig": {
    "defaults": {
     "custom": {
      "lineWidth": 1,
      "fillOpacity": 10,
      "showPoints": "never"
     },
     "unit": "cps",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       }
      ]
     },
     "min": 0
    },
    "overrides": []
   },
   "title": "Cannot read",
   "description": "Failures to read a file or a folder. The log of Fluentd names them: rights, SELinux, a failing disk.",
   "gridPos": {
    "h": 8,
    "w": 8,
    "x": 8,
    "y": 33
   },
   "links": [
    {
     "title": "Runbook",
     "type": "link",
     "icon": "",
     "tooltip": "",
     "tags": [],
     "asDropdown": false,
     "placement": "inControlsMenu",
     "targetBlank": true,
     "includeVars": false,
     "keepTime": false,
     "url": "runbook:collector.md#logsunreadable"
    }
   ],
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "sum (rate(fluentd_container_logs_read_errors_total{job=\\"fluentd\\",cluster=~\\"$cluster\\",node=~\\"$node\\"}[$__rate_interval]))",
     "legendFormat": "failures",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "range": true,
     "instant": false
    }
   ],
   "id": 21
  },
  {
   "type": "timeseries",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "legend": {
     "displayMode": "table",
     "placement": "bottom",
     "showLegend": true,
     "calcs": [
      "mean",
      "max"
     ]
    },
    "tooltip": {
     "mode": "multi",
     "sort": "desc"
    }
   },
   "fieldConfig": {
    "defaults": {
     "custom": {
      "lineWidth": 1,
      "fillOpacity": 10,
      "showPoints": "never"
     },
     "unit": "cps",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       }
      ]
     },
     "min": 0
    },
    "overrides": []
   },
   "title": "Reading stopped",
   "description": "Pauses a second by route, because a buffer was full.",
   "gridPos": {
    "h": 8,
    "w": 8,
    "x": 16,
    "y": 33
   },
   "links": [
    {
     "title": "Runbook",
     "type": "link",
     "icon": "",
     "tooltip": "",
     "tags": [],
     "asDropdown": false,
     "placement": "inControlsMenu",
     "targetBlank": true,
     "includeVars": false,
     "keepTime": false,
     "url": "runbook:collector.md#logreadingpaused"
    }
   ],
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "sum by (route) (rate(fluentd_container_logs_pauses_total{job=\\"fluentd\\",cluster=~\\"$cluster\\",node=~\\"$node\\"}[$__rate_interval]))",
     "legendFormat": "{{route}}",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "range": true,
     "instant": false
    }
   ],
   "id": 22
  }
 ]
}
`,
  'ingest.json': `{
 "timezone": "browser",
 "editable": false,
 "graphTooltip": 1,
 "fiscalYearStartMonth": 0,
 "schemaVersion": 42,
 "templating": {
  "list": [
   {
    "type": "datasource",
    "name": "datasource",
    "skipUrlSync": false,
    "multi": false,
    "allowCustomValue": true,
    "includeAll": false,
    "auto": false,
    "auto_min": "10s",
    "auto_count": 30,
    "label": "Prometheus",
    "query": "prometheus"
   },
   {
    "type": "query",
    "name": "cluster",
    "skipUrlSync": false,
    "multi": true,
    "allowCustomValue": true,
    "includeAll": true,
    "auto": false,
    "auto_min": "10s",
    "auto_count": 30,
    "label": "Cluster",
    "datasource": {
     "type": "prometheus",
     "uid": "\${datasource}"
    },
    "query": {
     "query": "label_values(up{job=\\"fluentd\\"}, cluster)",
     "refId": "cluster"
    },
    "definition": "label_values(up{job=\\"fluentd\\"}, cluster)",
    "refresh": 2,
    "sort": 1,
    "allValue": ".*",
    "current": {
     "text": [
      "All"
     ],
     "value": [
      "$__all"
     ]
    }
   },
   {
    "type": "query",
    "name": "route",
    "skipUrlSync": false,
    "multi": true,
    "allowCustomValue": true,
    "includeAll": true,
    "auto": false,
    "auto_min": "10s",
    "auto_count": 30,
    "label": "Route",
    "datasource": {
     "type": "prometheus",
     "uid": "\${datasource}"
    },
    "query": {
     "query": "label_values(fluentd_container_logs_events_total{job=\\"fluentd\\",cluster=~\\"$cluster\\"}, route)",
     "refId": "route"
    },
    "definition": "label_values(fluentd_container_logs_events_total{job=\\"fluentd\\",cluster=~\\"$cluster\\"}, route)",
    "refresh": 2,
    "sort": 1,
    "allValue": ".*",
    "current": {
     "text": [
      "All"
     ],
     "value": [
      "$__all"
     ]
    }
   },
   {
    "type": "query",
    "name": "namespace",
    "skipUrlSync": false,
    "multi": true,
    "allowCustomValue": true,
    "includeAll": true,
    "auto": false,
    "auto_min": "10s",
    "auto_count": 30,
    "label": "Namespace",
    "datasource": {
     "type": "prometheus",
     "uid": "\${datasource}"
    },
    "query": {
     "query": "label_values(fluentd_log_metrics_records_total{job=\\"fluentd\\",cluster=~\\"$cluster\\"}, namespace)",
     "refId": "namespace"
    },
    "definition": "label_values(fluentd_log_metrics_records_total{job=\\"fluentd\\",cluster=~\\"$cluster\\"}, namespace)",
    "refresh": 2,
    "sort": 1,
    "allValue": ".*",
    "current": {
     "text": [
      "All"
     ],
     "value": [
      "$__all"
     ]
    }
   }
  ]
 },
 "annotations": {},
 "title": "Logging: ingest",
 "uid": "efk-ingest",
 "description": "Who logs how much, and what treatments leave out or change",
 "tags": [
  "efk"
 ],
 "refresh": "1m",
 "time": {
  "from": "now-24h",
  "to": "now"
 },
 "links": [
  {
   "title": "Logging",
   "type": "dashboards",
   "icon": "",
   "tooltip": "",
   "tags": [
    "efk"
   ],
   "asDropdown": true,
   "targetBlank": false,
   "includeVars": true,
   "keepTime": true
  }
 ],
 "panels": [
  {
   "type": "row",
   "collapsed": false,
   "id": 1,
   "panels": [],
   "title": "How much?",
   "gridPos": {
    "x": 0,
    "y": 0,
    "h": 1,
    "w": 24
   }
  },
  {
   "type": "stat",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "graphMode": "none",
    "colorMode": "none",
    "justifyMode": "auto",
    "textMode": "auto",
    "wideLayout": true,
    "showPercentChange": false,
    "reduceOptions": {
     "calcs": [
      "lastNotNull"
     ]
    },
    "percentChangeColorMode": "standard",
    "orientation": "auto"
   },
   "title": "Logs a day",
   "description": "As fast as in the time shown. Compare it with what the cluster was sized for.",
   "fieldConfig": {
    "defaults": {
     "unit": "short",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       }
      ]
     }
    },
    "overrides": []
   },
   "gridPos": {
    "h": 4,
    "w": 6,
    "x": 0,
    "y": 1
   },
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "86400 * sum (rate(fluentd_container_logs_events_total{job=\\"fluentd\\",cluster=~\\"$cluster\\",route=~\\"$route\\"}[$__range]))",
     "legendFormat": "logs a day",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "instant": true,
     "range": false
    }
   ],
   "id": 2
  },
  {
   "type": "stat",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "graphMode": "none",
    "colorMode": "background",
    "justifyMode": "auto",
    "textMode": "auto",
    "wideLayout": true,
    "showPercentChange": false,
    "reduceOptions": {
     "calcs": [
      "lastNotNull"
     ]
    },
    "percentChangeColorMode": "standard",
    "orientation": "auto"
   },
   "title": "Busiest namespace",
   "description": "Share of the logs of the namespace that writes most. One above a half decides what the stack costs.",
   "fieldConfig": {
    "defaults": {
     "unit": "percentunit",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       },
       {
        "value": 0.5,
        "color": "orange"
       }
      ]
     }
    },
    "overrides": []
   },
   "gridPos": {
    "h": 4,
    "w": 6,
    "x": 6,
    "y": 1
   },
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "max(sum by (namespace) (increase(fluentd_log_metrics_records_total{job=\\"fluentd\\",cluster=~\\"$cluster\\",route=~\\"$route\\",namespace=~\\"$namespace\\"}[$__range]))) / sum (increase(fluentd_log_metrics_records_total{job=\\"fluentd\\",cluster=~\\"$cluster\\",route=~\\"$route\\",namespace=~\\"$namespace\\"}[$__range]))",
     "legendFormat": "share",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "instant": true,
     "range": false
    }
   ],
   "id": 3
  },
  {
   "type": "stat",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "graphMode": "none",
    "colorMode": "background",
    "justifyMode": "auto",
    "textMode": "auto",
    "wideLayout": true,
    "showPercentChange": false,
    "reduceOptions": {
     "calcs": [
      "lastNotNull"
     ]
    },
    "percentChangeColorMode": "standard",
    "orientation": "auto"
   },
   "title": "Debug and trace",
   "description": "Share of the logs that say of themselves that few will read them. Drop or sample them in a treatment.",
   "fieldConfig": {
    "defaults": {
     "unit": "percentunit",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       },
       {
        "value": 0.25,
        "color": "orange"
       }
      ]
     },
     "noValue": "none"
    },
    "overrides": []
   },
   "gridPos": {
    "h": 4,
    "w": 6,
    "x": 12,
    "y": 1
   },
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "sum (increase(fluentd_log_metrics_records_total{job=\\"fluentd\\",cluster=~\\"$cluster\\",route=~\\"$route\\",namespace=~\\"$namespace\\",level=~\\"debug|trace\\"}[$__range])) / sum (increase(fluentd_log_metrics_records_total{job=\\"fluentd\\",cluster=~\\"$cluster\\",route=~\\"$route\\",namespace=~\\"$namespace\\"}[$__range]))",
     "legendFormat": "share",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "instant": true,
     "range": false
    }
   ],
   "id": 4
  },
  {
   "type": "stat",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "graphMode": "none",
    "colorMode": "none",
    "justifyMode": "auto",
    "textMode": "auto",
    "wideLayout": true,
    "showPercentChange": false,
    "reduceOptions": {
     "calcs": [
      "lastNotNull"
     ]
    },
    "percentChangeColorMode": "standard",
    "orientation": "auto"
   },
   "title": "Dropped by treatments",
   "description": "Logs that rules of treatments have dropped in the time shown, which somebody wrote.",
   "fieldConfig": {
    "defaults": {
     "unit": "short",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       }
      ]
     },
     "noValue": "none"
    },
    "overrides": []
   },
   "gridPos": {
    "h": 4,
    "w": 6,
    "x": 18,
    "y": 1
   },
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "sum (increase(fluentd_treatments_dropped_records_total{job=\\"fluentd\\",cluster=~\\"$cluster\\",route=~\\"$route\\"}[$__range]))",
     "legendFormat": "dropped",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "instant": true,
     "range": false
    }
   ],
   "id": 5
  },
  {
   "type": "row",
   "collapsed": false,
   "id": 6,
   "panels": [],
   "title": "Whose?",
   "gridPos": {
    "x": 0,
    "y": 5,
    "h": 1,
    "w": 24
   }
  },
  {
   "type": "timeseries",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "legend": {
     "displayMode": "table",
     "placement": "bottom",
     "showLegend": true,
     "calcs": [
      "mean",
      "max"
     ]
    },
    "tooltip": {
     "mode": "multi",
     "sort": "desc"
    }
   },
   "fieldConfig": {
    "defaults": {
     "custom": {
      "lineWidth": 1,
      "fillOpacity": 40,
      "showPoints": "never",
      "stacking": {
       "mode": "normal"
      }
     },
     "unit": "cps",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       }
      ]
     },
     "min": 0
    },
    "overrides": []
   },
   "title": "By route",
   "description": "Logs a second. A step is a deployment, or an application that has begun to log more.",
   "gridPos": {
    "h": 8,
    "w": 12,
    "x": 0,
    "y": 6
   },
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "sum by (route) (rate(fluentd_container_logs_events_total{job=\\"fluentd\\",cluster=~\\"$cluster\\",route=~\\"$route\\"}[$__rate_interval]))",
     "legendFormat": "{{route}}",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "range": true,
     "instant": false
    }
   ],
   "id": 7
  },
  {
   "type": "timeseries",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "legend": {
     "displayMode": "table",
     "placement": "bottom",
     "showLegend": true,
     "calcs": [
      "mean",
      "max"
     ]
    },
    "tooltip": {
     "mode": "multi",
     "sort": "desc"
    }
   },
   "fieldConfig": {
    "defaults": {
     "custom": {
      "lineWidth": 1,
      "fillOpacity": 40,
      "showPoints": "never",
      "stacking": {
       "mode": "normal"
      }
     },
     "unit": "cps",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       }
      ]
     },
     "min": 0
    },
    "overrides": []
   },
   "title": "By namespace",
   "description": "Logs a second of the ten that write most. \`_other\` is all that are not counted one by one.",
   "gridPos": {
    "h": 8,
    "w": 12,
    "x": 12,
    "y": 6
   },
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "topk(10, sum by (namespace) (rate(fluentd_log_metrics_records_total{job=\\"fluentd\\",cluster=~\\"$cluster\\",route=~\\"$route\\",namespace=~\\"$namespace\\"}[$__rate_interval])))",
     "legendFormat": "{{namespace}}",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "range": true,
     "instant": false
    }
   ],
   "id": 8
  },
  {
   "type": "table",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "frameIndex": 0,
    "showHeader": true,
    "showTypeIcons": false,
    "footer": {
     "show": false,
     "reducer": [],
     "countRows": false
    },
    "cellHeight": "sm",
    "sortBy": [
     {
      "displayName": "Logs",
      "desc": true
     }
    ]
   },
   "fieldConfig": {
    "defaults": {
     "custom": {
      "align": "auto",
      "inspect": false
     },
     "unit": "none",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       }
      ]
     }
    },
    "overrides": [
     {
      "matcher": {
       "id": "byName",
       "options": "Logs"
      },
      "properties": [
       {
        "id": "unit",
        "value": "short"
       }
      ]
     },
     {
      "matcher": {
       "id": "byName",
       "options": "Share"
      },
      "properties": [
       {
        "id": "unit",
        "value": "percentunit"
       },
       {
        "id": "thresholds",
        "value": {
         "mode": "absolute",
         "steps": [
          {
           "value": null,
           "color": "green"
          },
          {
           "value": 0.25,
           "color": "orange"
          },
          {
           "value": 0.5,
           "color": "red"
          }
         ]
        }
       },
       {
        "id": "custom.cellOptions",
        "value": {
         "type": "color-background",
         "mode": "basic"
        }
       }
      ]
     },
     {
      "matcher": {
       "id": "byName",
       "options": "Namespace"
      },
      "properties": [
       {
        "id": "links",
        "value": [
         {
          "title": "Its applications",
          "type": "link",
          "icon": "",
          "tooltip": "",
          "tags": [],
          "asDropdown": false,
          "placement": "inControlsMenu",
          "targetBlank": false,
          "includeVars": false,
          "keepTime": false,
          "url": "/d/efk-applications?var-namespace=\${__data.fields.Namespace}&\${datasource:queryparam}&\${cluster:queryparam}&\${__url_time_range}"
         }
        ]
       }
      ]
     }
    ]
   },
   "title": "Namespaces",
   "description": "Logs in the time shown, and how many of them are errors or worse. A namespace leads to its applications.",
   "gridPos": {
    "h": 8,
    "w": 24,
    "x": 0,
    "y": 14
   },
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "topk(50, sum by (namespace, route) (increase(fluentd_log_metrics_records_total{job=\\"fluentd\\",cluster=~\\"$cluster\\",route=~\\"$route\\",namespace=~\\"$namespace\\"}[$__range])))",
     "legendFormat": "Logs",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "instant": true,
     "range": false,
     "format": "table"
    },
    {
     "expr": "sum by (namespace, route) (increase(fluentd_log_metrics_records_total{job=\\"fluentd\\",cluster=~\\"$cluster\\",route=~\\"$route\\",namespace=~\\"$namespace\\"}[$__range])) / scalar(sum (increase(fluentd_log_metrics_records_total{job=\\"fluentd\\",cluster=~\\"$cluster\\",route=~\\"$route\\",namespace=~\\"$namespace\\"}[$__range])))",
     "legendFormat": "Share",
     "refId": "B",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "instant": true,
     "range": false,
     "format": "table"
    }
   ],
   "transformations": [
    {
     "id": "merge",
     "options": {}
    },
    {
     "id": "organize",
     "options": {
      "excludeByName": {
       "Time": true
      },
      "indexByName": {
       "namespace": 0,
       "route": 1,
       "Value #A": 2,
       "Value #B": 3
      },
      "renameByName": {
       "namespace": "Namespace",
       "route": "Route",
       "Value #A": "Logs",
       "Value #B": "Share"
      }
     }
    }
   ],
   "id": 9
  },
  {
   "type": "row",
   "collapsed": false,
   "id": 10,
   "panels": [],
   "title": "What treatments do",
   "gridPos": {
    "x": 0,
    "y": 22,
    "h": 1,
    "w": 24
   }
  },
  {
   "type": "timeseries",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "legend": {
     "displayMode": "table",
     "placement": "bottom",
     "showLegend": true,
     "calcs": [
      "mean",
      "max"
     ]
    },
    "tooltip": {
     "mode": "multi",
     "sort": "desc"
    }
   },
   "fieldConfig": {
    "defaults": {
     "custom": {
      "lineWidth": 1,
      "fillOpacity": 40,
      "showPoints": "never",
      "stacking": {
       "mode": "normal"
      }
     },
     "unit": "cps",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       }
      ]
     },
     "min": 0
    },
    "overrides": []
   },
   "title": "Dropped",
   "description": "Logs a second by treatment and rule. A rule that drops nothing can go.",
   "gridPos": {
    "h": 8,
    "w": 8,
    "x": 0,
    "y": 23
   },
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "sum by (treatment, reason) (rate(fluentd_treatments_dropped_records_total{job=\\"fluentd\\",cluster=~\\"$cluster\\",route=~\\"$route\\"}[$__rate_interval]))",
     "legendFormat": "{{treatment}}: {{reason}}",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "range": true,
     "instant": false
    }
   ],
   "id": 11
  },
  {
   "type": "timeseries",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "legend": {
     "displayMode": "table",
     "placement": "bottom",
     "showLegend": true,
     "calcs": [
      "mean",
      "max"
     ]
    },
    "tooltip": {
     "mode": "multi",
     "sort": "desc"
    }
   },
   "fieldConfig": {
    "defaults": {
     "custom": {
      "lineWidth": 1,
      "fillOpacity": 10,
      "showPoints": "never"
     },
     "unit": "cps",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       }
      ]
     },
     "min": 0
    },
    "overrides": []
   },
   "title": "Redacted and withheld",
   "description": "Logs a second in which something was redacted, by pattern, and those withheld because that failed.",
   "gridPos": {
    "h": 8,
    "w": 8,
    "x": 8,
    "y": 23
   },
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "sum by (treatment, pattern) (rate(fluentd_treatments_redacted_total{job=\\"fluentd\\",cluster=~\\"$cluster\\",route=~\\"$route\\"}[$__rate_interval]))",
     "legendFormat": "{{treatment}}: {{pattern}}",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "range": true,
     "instant": false
    },
    {
     "expr": "sum by (treatment) (rate(fluentd_treatments_withheld_records_total{job=\\"fluentd\\",cluster=~\\"$cluster\\",route=~\\"$route\\"}[$__rate_interval]))",
     "legendFormat": "{{treatment}}: withheld",
     "refId": "B",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "range": true,
     "instant": false
    }
   ],
   "id": 12
  },
  {
   "type": "timeseries",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "legend": {
     "displayMode": "table",
     "placement": "bottom",
     "showLegend": true,
     "calcs": [
      "mean",
      "max"
     ]
    },
    "tooltip": {
     "mode": "multi",
     "sort": "desc"
    }
   },
   "fieldConfig": {
    "defaults": {
     "custom": {
      "lineWidth": 1,
      "fillOpacity": 10,
      "showPoints": "never"
     },
     "unit": "cps",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       }
      ]
     },
     "min": 0
    },
    "overrides": []
   },
   "title": "Not understood",
   "description": "Logs a second that no format could read, whose time cannot be theirs, or that were cut. Try lines with \`efk try\`.",
   "gridPos": {
    "h": 8,
    "w": 8,
    "x": 16,
    "y": 23
   },
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "sum by (treatment) (rate(fluentd_treatments_parse_failures_total{job=\\"fluentd\\",cluster=~\\"$cluster\\",route=~\\"$route\\"}[$__rate_interval]))",
     "legendFormat": "{{treatment}}: format",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "range": true,
     "instant": false
    },
    {
     "expr": "sum by (treatment) (rate(fluentd_treatments_time_failures_total{job=\\"fluentd\\",cluster=~\\"$cluster\\",route=~\\"$route\\"}[$__rate_interval]))",
     "legendFormat": "{{treatment}}: time",
     "refId": "B",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "range": true,
     "instant": false
    },
    {
     "expr": "sum by (treatment) (rate(fluentd_treatments_truncated_records_total{job=\\"fluentd\\",cluster=~\\"$cluster\\",route=~\\"$route\\"}[$__rate_interval]))",
     "legendFormat": "{{treatment}}: cut",
     "refId": "C",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "range": true,
     "instant": false
    }
   ],
   "id": 13
  }
 ]
}
`,
  'applications.json': `{
 "timezone": "browser",
 "editable": false,
 "graphTooltip": 1,
 "fiscalYearStartMonth": 0,
 "schemaVersion": 42,
 "templating": {
  "list": [
   {
    "type": "datasource",
    "name": "datasource",
    "skipUrlSync": false,
    "multi": false,
    "allowCustomValue": true,
    "includeAll": false,
    "auto": false,
    "auto_min": "10s",
    "auto_count": 30,
    "label": "Prometheus",
    "query": "prometheus"
   },
   {
    "type": "datasource",
    "name": "logs",
    "skipUrlSync": false,
    "multi": false,
    "allowCustomValue": true,
    "includeAll": false,
    "auto": false,
    "auto_min": "10s",
    "auto_count": 30,
    "label": "Logs",
    "query": "elasticsearch"
   },
   {
    "type": "query",
    "name": "cluster",
    "skipUrlSync": false,
    "multi": true,
    "allowCustomValue": true,
    "includeAll": true,
    "auto": false,
    "auto_min": "10s",
    "auto_count": 30,
    "label": "Cluster",
    "datasource": {
     "type": "prometheus",
     "uid": "\${datasource}"
    },
    "query": {
     "query": "label_values(up{job=\\"fluentd\\"}, cluster)",
     "refId": "cluster"
    },
    "definition": "label_values(up{job=\\"fluentd\\"}, cluster)",
    "refresh": 2,
    "sort": 1,
    "allValue": ".*",
    "current": {
     "text": [
      "All"
     ],
     "value": [
      "$__all"
     ]
    }
   },
   {
    "type": "query",
    "name": "namespace",
    "skipUrlSync": false,
    "multi": true,
    "allowCustomValue": true,
    "includeAll": true,
    "auto": false,
    "auto_min": "10s",
    "auto_count": 30,
    "label": "Namespace",
    "datasource": {
     "type": "prometheus",
     "uid": "\${datasource}"
    },
    "query": {
     "query": "label_values(fluentd_log_metrics_records_total{job=\\"fluentd\\",cluster=~\\"$cluster\\"}, namespace)",
     "refId": "namespace"
    },
    "definition": "label_values(fluentd_log_metrics_records_total{job=\\"fluentd\\",cluster=~\\"$cluster\\"}, namespace)",
    "refresh": 2,
    "sort": 1,
    "allValue": ".*",
    "current": {
     "text": [
      "All"
     ],
     "value": [
      "$__all"
     ]
    }
   }
  ]
 },
 "annotations": {},
 "title": "Logging: applications",
 "uid": "efk-applications",
 "description": "What applications say in their logs: errors, exceptions, latency, and what their users do",
 "tags": [
  "efk"
 ],
 "refresh": "1m",
 "time": {
  "from": "now-3h",
  "to": "now"
 },
 "links": [
  {
   "title": "Logging",
   "type": "dashboards",
   "icon": "",
   "tooltip": "",
   "tags": [
    "efk"
   ],
   "asDropdown": true,
   "targetBlank": false,
   "includeVars": true,
   "keepTime": true
  }
 ],
 "panels": [
  {
   "type": "row",
   "collapsed": false,
   "id": 1,
   "panels": [],
   "title": "Is something wrong?",
   "gridPos": {
    "x": 0,
    "y": 0,
    "h": 1,
    "w": 24
   }
  },
  {
   "type": "stat",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "graphMode": "none",
    "colorMode": "background",
    "justifyMode": "auto",
    "textMode": "auto",
    "wideLayout": true,
    "showPercentChange": false,
    "reduceOptions": {
     "calcs": [
      "lastNotNull"
     ]
    },
    "percentChangeColorMode": "standard",
    "orientation": "auto"
   },
   "title": "Abnormal logs of the worst workload",
   "description": "Errors, exceptions and 5xx within the last minutes. Ten are an incident, unless the environment says otherwise.",
   "fieldConfig": {
    "defaults": {
     "unit": "short",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       },
       {
        "value": 5,
        "color": "orange"
       },
       {
        "value": 10,
        "color": "red"
       }
      ]
     }
    },
    "overrides": []
   },
   "gridPos": {
    "h": 4,
    "w": 8,
    "x": 0,
    "y": 1
   },
   "links": [
    {
     "title": "Runbook",
     "type": "link",
     "icon": "",
     "tooltip": "",
     "tags": [],
     "asDropdown": false,
     "placement": "inControlsMenu",
     "targetBlank": true,
     "includeVars": false,
     "keepTime": false,
     "url": "runbook:collector.md#abnormallogs"
    }
   ],
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "max(sum by (namespace, container) (fluentd_log_metrics_abnormal_logs{job=\\"fluentd\\",cluster=~\\"$cluster\\",namespace=~\\"$namespace\\"})) or vector(0)",
     "legendFormat": "abnormal logs",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "instant": true,
     "range": false
    }
   ],
   "id": 2
  },
  {
   "type": "stat",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "graphMode": "none",
    "colorMode": "background",
    "justifyMode": "auto",
    "textMode": "auto",
    "wideLayout": true,
    "showPercentChange": false,
    "reduceOptions": {
     "calcs": [
      "lastNotNull"
     ]
    },
    "percentChangeColorMode": "standard",
    "orientation": "auto"
   },
   "title": "Share of errors",
   "description": "Logs that are errors or worse, of all in the time shown. Look at its course rather than at the number.",
   "fieldConfig": {
    "defaults": {
     "unit": "percentunit",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       },
       {
        "value": 0.01,
        "color": "orange"
       },
       {
        "value": 0.1,
        "color": "red"
       }
      ]
     }
    },
    "overrides": []
   },
   "gridPos": {
    "h": 4,
    "w": 8,
    "x": 8,
    "y": 1
   },
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "sum (increase(fluentd_log_metrics_records_total{job=\\"fluentd\\",cluster=~\\"$cluster\\",namespace=~\\"$namespace\\",level=~\\"error|critical|alert|emergency|fatal\\"}[$__range])) or vector(0) / sum (increase(fluentd_log_metrics_records_total{job=\\"fluentd\\",cluster=~\\"$cluster\\",namespace=~\\"$namespace\\"}[$__range]))",
     "legendFormat": "share",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "instant": true,
     "range": false
    }
   ],
   "id": 3
  },
  {
   "type": "stat",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "graphMode": "none",
    "colorMode": "none",
    "justifyMode": "auto",
    "textMode": "auto",
    "wideLayout": true,
    "showPercentChange": false,
    "reduceOptions": {
     "calcs": [
      "lastNotNull"
     ]
    },
    "percentChangeColorMode": "standard",
    "orientation": "auto"
   },
   "title": "Logs a second",
   "description": "Of the namespaces that are chosen. None at all is a fault as well: see whether the pods run.",
   "fieldConfig": {
    "defaults": {
     "unit": "cps",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       }
      ]
     }
    },
    "overrides": []
   },
   "gridPos": {
    "h": 4,
    "w": 8,
    "x": 16,
    "y": 1
   },
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "sum (rate(fluentd_log_metrics_records_total{job=\\"fluentd\\",cluster=~\\"$cluster\\",namespace=~\\"$namespace\\"}[$__rate_interval]))",
     "legendFormat": "logs",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "instant": true,
     "range": false
    }
   ],
   "id": 4
  },
  {
   "type": "row",
   "collapsed": false,
   "id": 5,
   "panels": [],
   "title": "Errors",
   "gridPos": {
    "x": 0,
    "y": 5,
    "h": 1,
    "w": 24
   }
  },
  {
   "type": "timeseries",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "legend": {
     "displayMode": "table",
     "placement": "bottom",
     "showLegend": true,
     "calcs": [
      "mean",
      "max"
     ]
    },
    "tooltip": {
     "mode": "multi",
     "sort": "desc"
    }
   },
   "fieldConfig": {
    "defaults": {
     "custom": {
      "lineWidth": 1,
      "fillOpacity": 10,
      "showPoints": "never",
      "thresholdsStyle": {
       "mode": "dashed"
      }
     },
     "unit": "short",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       },
       {
        "value": 10,
        "color": "red"
       }
      ]
     },
     "min": 0
    },
    "overrides": []
   },
   "title": "Abnormal logs by workload",
   "description": "Of the last minutes, on all nodes together; the line is the number from which on it is an incident.",
   "gridPos": {
    "h": 8,
    "w": 12,
    "x": 0,
    "y": 6
   },
   "links": [
    {
     "title": "Runbook",
     "type": "link",
     "icon": "",
     "tooltip": "",
     "tags": [],
     "asDropdown": false,
     "placement": "inControlsMenu",
     "targetBlank": true,
     "includeVars": false,
     "keepTime": false,
     "url": "runbook:collector.md#abnormallogs"
    }
   ],
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "topk(10, sum by (namespace, container) (fluentd_log_metrics_abnormal_logs{job=\\"fluentd\\",cluster=~\\"$cluster\\",namespace=~\\"$namespace\\"}))",
     "legendFormat": "{{namespace}}/{{container}}",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "range": true,
     "instant": false
    }
   ],
   "id": 6
  },
  {
   "type": "timeseries",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "legend": {
     "displayMode": "table",
     "placement": "bottom",
     "showLegend": true,
     "calcs": [
      "mean",
      "max"
     ]
    },
    "tooltip": {
     "mode": "multi",
     "sort": "desc"
    }
   },
   "fieldConfig": {
    "defaults": {
     "custom": {
      "lineWidth": 1,
      "fillOpacity": 40,
      "showPoints": "never",
      "stacking": {
       "mode": "normal"
      }
     },
     "unit": "cps",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       }
      ]
     },
     "min": 0
    },
    "overrides": []
   },
   "title": "Logs by level",
   "description": "Logs a second. Errors that rise with the traffic are usual; those that rise without it are not.",
   "gridPos": {
    "h": 8,
    "w": 12,
    "x": 12,
    "y": 6
   },
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "sum by (level) (rate(fluentd_log_metrics_records_total{job=\\"fluentd\\",cluster=~\\"$cluster\\",namespace=~\\"$namespace\\"}[$__rate_interval]))",
     "legendFormat": "{{level}}",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "range": true,
     "instant": false
    }
   ],
   "id": 7
  },
  {
   "type": "table",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "frameIndex": 0,
    "showHeader": true,
    "showTypeIcons": false,
    "footer": {
     "show": false,
     "reducer": [],
     "countRows": false
    },
    "cellHeight": "sm"
   },
   "fieldConfig": {
    "defaults": {
     "custom": {
      "align": "auto",
      "inspect": false
     },
     "unit": "none",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       }
      ]
     },
     "noValue": "none"
    },
    "overrides": [
     {
      "matcher": {
       "id": "byName",
       "options": "Exception"
      },
      "properties": [
       {
        "id": "links",
        "value": [
         {
          "title": "Its logs",
          "type": "link",
          "icon": "",
          "tooltip": "",
          "tags": [],
          "asDropdown": false,
          "placement": "inControlsMenu",
          "targetBlank": true,
          "includeVars": false,
          "keepTime": false,
          "url": "kibana:/app/discover#/?_g=(time:(from:'\${__from:date:iso}',to:'\${__to:date:iso}'))&_a=(query:(language:kuery,query:'error.type:%22$%7B__data.fields.Exception%7D%22'))"
         }
        ]
       }
      ]
     }
    ]
   },
   "title": "Top exceptions",
   "description": "The commonest types of errors and who has them. A type leads to its logs in Kibana.",
   "gridPos": {
    "h": 8,
    "w": 12,
    "x": 0,
    "y": 14
   },
   "datasource": {
    "type": "elasticsearch",
    "uid": "\${logs}"
   },
   "targets": [
    {
     "refId": "A",
     "query": "kubernetes.namespace_name:/\${namespace:regex}/ AND _exists_:error.type",
     "timeField": "@timestamp",
     "datasource": {
      "type": "elasticsearch",
      "uid": "\${logs}"
     },
     "bucketAggs": [
      {
       "id": "10",
       "type": "terms",
       "field": "error.type",
       "settings": {
        "size": "10",
        "order": "desc",
        "orderBy": "_count",
        "min_doc_count": "1"
       }
      },
      {
       "id": "11",
       "type": "terms",
       "field": "kubernetes.container_name",
       "settings": {
        "size": "10",
        "order": "desc",
        "orderBy": "_count",
        "min_doc_count": "1"
       }
      }
     ],
     "metrics": [
      {
       "id": "1",
       "type": "count"
      }
     ]
    }
   ],
   "transformations": [
    {
     "id": "organize",
     "options": {
      "renameByName": {
       "error.type": "Exception",
       "kubernetes.container_name": "Container",
       "Count": "Logs"
      }
     }
    }
   ],
   "id": 8
  },
  {
   "type": "logs",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "showLabels": false,
    "showCommonLabels": false,
    "showTime": true,
    "showLogContextToggle": false,
    "wrapLogMessage": true,
    "prettifyLogMessage": false,
    "enableLogDetails": true,
    "sortOrder": "Descending",
    "dedupStrategy": "none"
   },
   "title": "Newest errors",
   "description": "Logs with an error or worse. A trace.id in them leads to all logs of that request.",
   "fieldConfig": {
    "defaults": {
     "unit": "none",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       }
      ]
     }
    },
    "overrides": []
   },
   "gridPos": {
    "h": 8,
    "w": 12,
    "x": 12,
    "y": 14
   },
   "datasource": {
    "type": "elasticsearch",
    "uid": "\${logs}"
   },
   "targets": [
    {
     "refId": "A",
     "query": "kubernetes.namespace_name:/\${namespace:regex}/ AND (log.level:(error OR critical OR alert OR emergency OR fatal) OR _exists_:error.type)",
     "timeField": "@timestamp",
     "datasource": {
      "type": "elasticsearch",
      "uid": "\${logs}"
     },
     "metrics": [
      {
       "settings": {
        "limit": "200"
       },
       "id": "1",
       "type": "logs"
      }
     ]
    }
   ],
   "id": 9
  },
  {
   "type": "row",
   "collapsed": false,
   "id": 10,
   "panels": [],
   "title": "Requests and users",
   "gridPos": {
    "x": 0,
    "y": 22,
    "h": 1,
    "w": 24
   }
  },
  {
   "type": "timeseries",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "legend": {
     "displayMode": "list",
     "placement": "bottom",
     "showLegend": false,
     "calcs": []
    },
    "tooltip": {
     "mode": "single",
     "sort": "asc"
    }
   },
   "fieldConfig": {
    "defaults": {
     "custom": {
      "lineWidth": 1,
      "showPoints": "never"
     },
     "unit": "ns",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       }
      ]
     }
    },
    "overrides": []
   },
   "title": "Latency",
   "description": "How long requests took: half of them at most p50, all but one of a hundred at most p99.",
   "gridPos": {
    "h": 8,
    "w": 12,
    "x": 0,
    "y": 23
   },
   "datasource": {
    "type": "elasticsearch",
    "uid": "\${logs}"
   },
   "targets": [
    {
     "refId": "A",
     "query": "kubernetes.namespace_name:/\${namespace:regex}/ AND _exists_:url.path",
     "timeField": "@timestamp",
     "datasource": {
      "type": "elasticsearch",
      "uid": "\${logs}"
     },
     "bucketAggs": [
      {
       "id": "30",
       "type": "date_histogram",
       "field": "@timestamp",
       "settings": {
        "interval": "auto",
        "min_doc_count": "0"
       }
      }
     ],
     "metrics": [
      {
       "field": "event.duration",
       "settings": {
        "percents": [
         "50",
         "95",
         "99"
        ]
       },
       "id": "1",
       "type": "percentiles"
      }
     ]
    }
   ],
   "id": 11
  },
  {
   "type": "timeseries",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "legend": {
     "displayMode": "list",
     "placement": "bottom",
     "showLegend": false,
     "calcs": []
    },
    "tooltip": {
     "mode": "single",
     "sort": "asc"
    }
   },
   "fieldConfig": {
    "defaults": {
     "custom": {
      "lineWidth": 1,
      "fillOpacity": 40,
      "showPoints": "never",
      "stacking": {
       "mode": "normal"
      }
     },
     "unit": "short",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       }
      ]
     }
    },
    "overrides": []
   },
   "title": "Where users are",
   "description": "Requests by path. A step of a flow that falls while the one before it does not is where users give up.",
   "gridPos": {
    "h": 8,
    "w": 12,
    "x": 12,
    "y": 23
   },
   "datasource": {
    "type": "elasticsearch",
    "uid": "\${logs}"
   },
   "targets": [
    {
     "refId": "A",
     "query": "kubernetes.namespace_name:/\${namespace:regex}/ AND _exists_:url.path",
     "timeField": "@timestamp",
     "datasource": {
      "type": "elasticsearch",
      "uid": "\${logs}"
     },
     "bucketAggs": [
      {
       "id": "10",
       "type": "terms",
       "field": "url.path",
       "settings": {
        "size": "10",
        "order": "desc",
        "orderBy": "_count",
        "min_doc_count": "1"
       }
      },
      {
       "id": "30",
       "type": "date_histogram",
       "field": "@timestamp",
       "settings": {
        "interval": "auto",
        "min_doc_count": "0"
       }
      }
     ],
     "metrics": [
      {
       "id": "1",
       "type": "count"
      }
     ]
    }
   ],
   "id": 12
  },
  {
   "type": "table",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "frameIndex": 0,
    "showHeader": true,
    "showTypeIcons": false,
    "footer": {
     "show": false,
     "reducer": [],
     "countRows": false
    },
    "cellHeight": "sm"
   },
   "fieldConfig": {
    "defaults": {
     "custom": {
      "align": "auto",
      "inspect": false
     },
     "unit": "none",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       }
      ]
     }
    },
    "overrides": [
     {
      "matcher": {
       "id": "byRegexp",
       "options": "Slowest|p\\\\d.*"
      },
      "properties": [
       {
        "id": "unit",
        "value": "ns"
       }
      ]
     },
     {
      "matcher": {
       "id": "byName",
       "options": "Path"
      },
      "properties": [
       {
        "id": "links",
        "value": [
         {
          "title": "Its logs",
          "type": "link",
          "icon": "",
          "tooltip": "",
          "tags": [],
          "asDropdown": false,
          "placement": "inControlsMenu",
          "targetBlank": true,
          "includeVars": false,
          "keepTime": false,
          "url": "kibana:/app/discover#/?_g=(time:(from:'\${__from:date:iso}',to:'\${__to:date:iso}'))&_a=(query:(language:kuery,query:'url.path:%22$%7B__data.fields.Path%7D%22'))"
         }
        ]
       }
      ]
     }
    ]
   },
   "title": "Paths",
   "description": "The paths that are asked for most, and how long all but one in twenty of their requests took.",
   "gridPos": {
    "h": 8,
    "w": 12,
    "x": 0,
    "y": 31
   },
   "datasource": {
    "type": "elasticsearch",
    "uid": "\${logs}"
   },
   "targets": [
    {
     "refId": "A",
     "query": "kubernetes.namespace_name:/\${namespace:regex}/ AND _exists_:url.path",
     "timeField": "@timestamp",
     "datasource": {
      "type": "elasticsearch",
      "uid": "\${logs}"
     },
     "bucketAggs": [
      {
       "id": "10",
       "type": "terms",
       "field": "url.path",
       "settings": {
        "size": "10",
        "order": "desc",
        "orderBy": "_count",
        "min_doc_count": "1"
       }
      }
     ],
     "metrics": [
      {
       "id": "1",
       "type": "count"
      },
      {
       "field": "event.duration",
       "settings": {
        "percents": [
         "95"
        ]
       },
       "id": "2",
       "type": "percentiles"
      }
     ]
    }
   ],
   "transformations": [
    {
     "id": "organize",
     "options": {
      "renameByName": {
       "url.path": "Path",
       "Count": "Logs",
       "p95.0 event.duration": "Slowest"
      }
     }
    }
   ],
   "id": 13
  },
  {
   "type": "table",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "frameIndex": 0,
    "showHeader": true,
    "showTypeIcons": false,
    "footer": {
     "show": false,
     "reducer": [],
     "countRows": false
    },
    "cellHeight": "sm"
   },
   "fieldConfig": {
    "defaults": {
     "custom": {
      "align": "auto",
      "inspect": false
     },
     "unit": "none",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       }
      ]
     },
     "noValue": "none"
    },
    "overrides": [
     {
      "matcher": {
       "id": "byName",
       "options": "Path"
      },
      "properties": [
       {
        "id": "links",
        "value": [
         {
          "title": "Its failures",
          "type": "link",
          "icon": "",
          "tooltip": "",
          "tags": [],
          "asDropdown": false,
          "placement": "inControlsMenu",
          "targetBlank": true,
          "includeVars": false,
          "keepTime": false,
          "url": "kibana:/app/discover#/?_g=(time:(from:'\${__from:date:iso}',to:'\${__to:date:iso}'))&_a=(query:(language:kuery,query:'url.path:%22$%7B__data.fields.Path%7D%22%20and%20http.response.status_code%20%3E=%20500'))"
         }
        ]
       }
      ]
     }
    ]
   },
   "title": "Paths that fail",
   "description": "Paths with answers of 500 or more, by status. A path leads to its logs in Kibana.",
   "gridPos": {
    "h": 8,
    "w": 12,
    "x": 12,
    "y": 31
   },
   "datasource": {
    "type": "elasticsearch",
    "uid": "\${logs}"
   },
   "targets": [
    {
     "refId": "A",
     "query": "kubernetes.namespace_name:/\${namespace:regex}/ AND http.response.status_code:[500 TO 599]",
     "timeField": "@timestamp",
     "datasource": {
      "type": "elasticsearch",
      "uid": "\${logs}"
     },
     "bucketAggs": [
      {
       "id": "10",
       "type": "terms",
       "field": "url.path",
       "settings": {
        "size": "10",
        "order": "desc",
        "orderBy": "_count",
        "min_doc_count": "1"
       }
      },
      {
       "id": "11",
       "type": "terms",
       "field": "http.response.status_code",
       "settings": {
        "size": "10",
        "order": "desc",
        "orderBy": "_count",
        "min_doc_count": "1"
       }
      }
     ],
     "metrics": [
      {
       "id": "1",
       "type": "count"
      }
     ]
    }
   ],
   "transformations": [
    {
     "id": "organize",
     "options": {
      "renameByName": {
       "url.path": "Path",
       "http.response.status_code": "Status",
       "Count": "Logs"
      }
     }
    }
   ],
   "id": 14
  }
 ]
}
`,
  'elasticsearch.json': `{
 "timezone": "browser",
 "editable": false,
 "graphTooltip": 1,
 "fiscalYearStartMonth": 0,
 "schemaVersion": 42,
 "templating": {
  "list": [
   {
    "type": "datasource",
    "name": "datasource",
    "skipUrlSync": false,
    "multi": false,
    "allowCustomValue": true,
    "includeAll": false,
    "auto": false,
    "auto_min": "10s",
    "auto_count": 30,
    "label": "Prometheus",
    "query": "prometheus"
   },
   {
    "type": "query",
    "name": "cluster",
    "skipUrlSync": false,
    "multi": true,
    "allowCustomValue": true,
    "includeAll": true,
    "auto": false,
    "auto_min": "10s",
    "auto_count": 30,
    "label": "Elasticsearch",
    "datasource": {
     "type": "prometheus",
     "uid": "\${datasource}"
    },
    "query": {
     "query": "label_values(elasticsearch_cluster_health_status{job=\\"elasticsearch-exporter\\"}, cluster)",
     "refId": "cluster"
    },
    "definition": "label_values(elasticsearch_cluster_health_status{job=\\"elasticsearch-exporter\\"}, cluster)",
    "refresh": 2,
    "sort": 1,
    "allValue": ".*",
    "current": {
     "text": [
      "All"
     ],
     "value": [
      "$__all"
     ]
    }
   }
  ]
 },
 "annotations": {},
 "title": "Logging: Elasticsearch",
 "uid": "efk-elasticsearch",
 "description": "Whether Elasticsearch takes logs and answers questions, and which node holds it up",
 "tags": [
  "efk"
 ],
 "refresh": "1m",
 "time": {
  "from": "now-3h",
  "to": "now"
 },
 "links": [
  {
   "title": "Logging",
   "type": "dashboards",
   "icon": "",
   "tooltip": "",
   "tags": [
    "efk"
   ],
   "asDropdown": true,
   "targetBlank": false,
   "includeVars": true,
   "keepTime": true
  }
 ],
 "panels": [
  {
   "type": "row",
   "collapsed": false,
   "id": 1,
   "panels": [],
   "title": "How is it?",
   "gridPos": {
    "x": 0,
    "y": 0,
    "h": 1,
    "w": 24
   }
  },
  {
   "type": "stat",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "graphMode": "none",
    "colorMode": "background",
    "justifyMode": "auto",
    "textMode": "auto",
    "wideLayout": true,
    "showPercentChange": false,
    "reduceOptions": {
     "calcs": [
      "lastNotNull"
     ]
    },
    "percentChangeColorMode": "standard",
    "orientation": "auto"
   },
   "title": "Red",
   "description": "Whether a primary shard is nowhere: its logs are neither found nor taken. See which, and bring its node back.",
   "fieldConfig": {
    "defaults": {
     "unit": "bool_yes_no",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       },
       {
        "value": 1,
        "color": "red"
       }
      ]
     }
    },
    "overrides": []
   },
   "gridPos": {
    "h": 4,
    "w": 4,
    "x": 0,
    "y": 1
   },
   "links": [
    {
     "title": "Runbook",
     "type": "link",
     "icon": "",
     "tooltip": "",
     "tags": [],
     "asDropdown": false,
     "placement": "inControlsMenu",
     "targetBlank": true,
     "includeVars": false,
     "keepTime": false,
     "url": "runbook:elasticsearch.md#elasticsearchred"
    }
   ],
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "max(elasticsearch_cluster_health_status{job=\\"elasticsearch-exporter\\",cluster=~\\"$cluster\\",color=\\"red\\"})",
     "legendFormat": "red",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "instant": true,
     "range": false
    }
   ],
   "id": 2
  },
  {
   "type": "stat",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "graphMode": "none",
    "colorMode": "background",
    "justifyMode": "auto",
    "textMode": "auto",
    "wideLayout": true,
    "showPercentChange": false,
    "reduceOptions": {
     "calcs": [
      "lastNotNull"
     ]
    },
    "percentChangeColorMode": "standard",
    "orientation": "auto"
   },
   "title": "Shards without a node",
   "description": "Copies of logs that are nowhere. They come back by themselves when a node is back or has room.",
   "fieldConfig": {
    "defaults": {
     "unit": "short",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       },
       {
        "value": 1,
        "color": "orange"
       }
      ]
     }
    },
    "overrides": []
   },
   "gridPos": {
    "h": 4,
    "w": 4,
    "x": 4,
    "y": 1
   },
   "links": [
    {
     "title": "Runbook",
     "type": "link",
     "icon": "",
     "tooltip": "",
     "tags": [],
     "asDropdown": false,
     "placement": "inControlsMenu",
     "targetBlank": true,
     "includeVars": false,
     "keepTime": false,
     "url": "runbook:elasticsearch.md#elasticsearchyellow"
    }
   ],
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "sum (elasticsearch_cluster_health_unassigned_shards{job=\\"elasticsearch-exporter\\",cluster=~\\"$cluster\\"})",
     "legendFormat": "unassigned",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "instant": true,
     "range": false
    }
   ],
   "id": 3
  },
  {
   "type": "stat",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "graphMode": "none",
    "colorMode": "none",
    "justifyMode": "auto",
    "textMode": "auto",
    "wideLayout": true,
    "showPercentChange": false,
    "reduceOptions": {
     "calcs": [
      "lastNotNull"
     ]
    },
    "percentChangeColorMode": "standard",
    "orientation": "auto"
   },
   "title": "Nodes",
   "description": "Nodes that are in the cluster. Fewer than were deployed means that some do not start or not find it.",
   "fieldConfig": {
    "defaults": {
     "unit": "short",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       }
      ]
     }
    },
    "overrides": []
   },
   "gridPos": {
    "h": 4,
    "w": 4,
    "x": 8,
    "y": 1
   },
   "links": [
    {
     "title": "Runbook",
     "type": "link",
     "icon": "",
     "tooltip": "",
     "tags": [],
     "asDropdown": false,
     "placement": "inControlsMenu",
     "targetBlank": true,
     "includeVars": false,
     "keepTime": false,
     "url": "runbook:elasticsearch.md#elasticsearchnodemissing"
    }
   ],
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "sum (elasticsearch_cluster_health_number_of_nodes{job=\\"elasticsearch-exporter\\",cluster=~\\"$cluster\\"})",
     "legendFormat": "nodes",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "instant": true,
     "range": false
    }
   ],
   "id": 4
  },
  {
   "type": "stat",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "graphMode": "none",
    "colorMode": "background",
    "justifyMode": "auto",
    "textMode": "auto",
    "wideLayout": true,
    "showPercentChange": false,
    "reduceOptions": {
     "calcs": [
      "lastNotNull"
     ]
    },
    "percentChangeColorMode": "standard",
    "orientation": "auto"
   },
   "title": "Writes refused",
   "description": "Batches of logs that were refused in the time shown, because a queue was full. Fluentd sends them again.",
   "fieldConfig": {
    "defaults": {
     "unit": "short",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       },
       {
        "value": 1,
        "color": "orange"
       }
      ]
     }
    },
    "overrides": []
   },
   "gridPos": {
    "h": 4,
    "w": 4,
    "x": 12,
    "y": 1
   },
   "links": [
    {
     "title": "Runbook",
     "type": "link",
     "icon": "",
     "tooltip": "",
     "tags": [],
     "asDropdown": false,
     "placement": "inControlsMenu",
     "targetBlank": true,
     "includeVars": false,
     "keepTime": false,
     "url": "runbook:elasticsearch.md#elasticsearchrejectswrites"
    }
   ],
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "sum (increase(elasticsearch_thread_pool_rejected_count{job=\\"elasticsearch-exporter\\",cluster=~\\"$cluster\\",type=\\"write\\"}[$__range]))",
     "legendFormat": "refused",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "instant": true,
     "range": false
    }
   ],
   "id": 5
  },
  {
   "type": "stat",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "graphMode": "none",
    "colorMode": "background",
    "justifyMode": "auto",
    "textMode": "auto",
    "wideLayout": true,
    "showPercentChange": false,
    "reduceOptions": {
     "calcs": [
      "lastNotNull"
     ]
    },
    "percentChangeColorMode": "standard",
    "orientation": "auto"
   },
   "title": "Fullest heap",
   "description": "Share of the heap that is in use on the node with least. Above 85 % for long, it needs memory or fewer shards.",
   "fieldConfig": {
    "defaults": {
     "unit": "percentunit",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       },
       {
        "value": 0.85,
        "color": "orange"
       },
       {
        "value": 0.95,
        "color": "red"
       }
      ]
     }
    },
    "overrides": []
   },
   "gridPos": {
    "h": 4,
    "w": 4,
    "x": 16,
    "y": 1
   },
   "links": [
    {
     "title": "Runbook",
     "type": "link",
     "icon": "",
     "tooltip": "",
     "tags": [],
     "asDropdown": false,
     "placement": "inControlsMenu",
     "targetBlank": true,
     "includeVars": false,
     "keepTime": false,
     "url": "runbook:elasticsearch.md#elasticsearchheapfull"
    }
   ],
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "max(elasticsearch_jvm_memory_used_bytes{job=\\"elasticsearch-exporter\\",cluster=~\\"$cluster\\",area=\\"heap\\"} / elasticsearch_jvm_memory_max_bytes{job=\\"elasticsearch-exporter\\",cluster=~\\"$cluster\\",area=\\"heap\\"})",
     "legendFormat": "heap",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "instant": true,
     "range": false
    }
   ],
   "id": 6
  },
  {
   "type": "stat",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "graphMode": "none",
    "colorMode": "background",
    "justifyMode": "auto",
    "textMode": "auto",
    "wideLayout": true,
    "showPercentChange": false,
    "reduceOptions": {
     "calcs": [
      "lastNotNull"
     ]
    },
    "percentChangeColorMode": "standard",
    "orientation": "auto"
   },
   "title": "Fullest disk",
   "description": "Share that is used of the fullest disk. From 90 % on shards are moved away, from 95 % on logs are refused.",
   "fieldConfig": {
    "defaults": {
     "unit": "percentunit",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       },
       {
        "value": 0.85,
        "color": "orange"
       },
       {
        "value": 0.9,
        "color": "red"
       }
      ]
     }
    },
    "overrides": []
   },
   "gridPos": {
    "h": 4,
    "w": 4,
    "x": 20,
    "y": 1
   },
   "links": [
    {
     "title": "Runbook",
     "type": "link",
     "icon": "",
     "tooltip": "",
     "tags": [],
     "asDropdown": false,
     "placement": "inControlsMenu",
     "targetBlank": true,
     "includeVars": false,
     "keepTime": false,
     "url": "runbook:elasticsearch.md#elasticsearchdiskhigh"
    }
   ],
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "max(1 - elasticsearch_filesystem_data_available_bytes{job=\\"elasticsearch-exporter\\",cluster=~\\"$cluster\\"} / elasticsearch_filesystem_data_size_bytes{job=\\"elasticsearch-exporter\\",cluster=~\\"$cluster\\"})",
     "legendFormat": "disk",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "instant": true,
     "range": false
    }
   ],
   "id": 7
  },
  {
   "type": "row",
   "collapsed": false,
   "id": 8,
   "panels": [],
   "title": "Writing",
   "gridPos": {
    "x": 0,
    "y": 5,
    "h": 1,
    "w": 24
   }
  },
  {
   "type": "timeseries",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "legend": {
     "displayMode": "table",
     "placement": "bottom",
     "showLegend": true,
     "calcs": [
      "mean",
      "max"
     ]
    },
    "tooltip": {
     "mode": "multi",
     "sort": "desc"
    }
   },
   "fieldConfig": {
    "defaults": {
     "custom": {
      "lineWidth": 1,
      "fillOpacity": 40,
      "showPoints": "never",
      "stacking": {
       "mode": "normal"
      }
     },
     "unit": "wps",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       }
      ]
     },
     "min": 0
    },
    "overrides": []
   },
   "title": "Documents indexed",
   "description": "Documents a second by node, copies included. One node far above others has too many of the shards written to.",
   "gridPos": {
    "h": 8,
    "w": 8,
    "x": 0,
    "y": 6
   },
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "sum by (name) (rate(elasticsearch_indices_indexing_index_total{job=\\"elasticsearch-exporter\\",cluster=~\\"$cluster\\"}[$__rate_interval]))",
     "legendFormat": "{{name}}",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "range": true,
     "instant": false
    }
   ],
   "id": 9
  },
  {
   "type": "timeseries",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "legend": {
     "displayMode": "table",
     "placement": "bottom",
     "showLegend": true,
     "calcs": [
      "mean",
      "max"
     ]
    },
    "tooltip": {
     "mode": "multi",
     "sort": "desc"
    }
   },
   "fieldConfig": {
    "defaults": {
     "custom": {
      "lineWidth": 1,
      "fillOpacity": 10,
      "showPoints": "never"
     },
     "unit": "s",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       }
      ]
     },
     "min": 0
    },
    "overrides": []
   },
   "title": "Time to index a document",
   "description": "By node. When it rises, see the processor, the disk and the merges of that node.",
   "gridPos": {
    "h": 8,
    "w": 8,
    "x": 8,
    "y": 6
   },
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "sum by (name) (rate(elasticsearch_indices_indexing_index_time_seconds_total{job=\\"elasticsearch-exporter\\",cluster=~\\"$cluster\\"}[$__rate_interval])) / sum by (name) (rate(elasticsearch_indices_indexing_index_total{job=\\"elasticsearch-exporter\\",cluster=~\\"$cluster\\"}[$__rate_interval]))",
     "legendFormat": "{{name}}",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "range": true,
     "instant": false
    }
   ],
   "id": 10
  },
  {
   "type": "timeseries",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "legend": {
     "displayMode": "table",
     "placement": "bottom",
     "showLegend": true,
     "calcs": [
      "mean",
      "max"
     ]
    },
    "tooltip": {
     "mode": "multi",
     "sort": "desc"
    }
   },
   "fieldConfig": {
    "defaults": {
     "custom": {
      "lineWidth": 1,
      "fillOpacity": 10,
      "showPoints": "never"
     },
     "unit": "short",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       }
      ]
     },
     "min": 0
    },
    "overrides": []
   },
   "title": "Writes that wait",
   "description": "Batches in the queue for writing, by node. A queue that stays full refuses.",
   "gridPos": {
    "h": 8,
    "w": 8,
    "x": 16,
    "y": 6
   },
   "links": [
    {
     "title": "Runbook",
     "type": "link",
     "icon": "",
     "tooltip": "",
     "tags": [],
     "asDropdown": false,
     "placement": "inControlsMenu",
     "targetBlank": true,
     "includeVars": false,
     "keepTime": false,
     "url": "runbook:elasticsearch.md#elasticsearchrejectswrites"
    }
   ],
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "sum by (name) (elasticsearch_thread_pool_queue_count{job=\\"elasticsearch-exporter\\",cluster=~\\"$cluster\\",type=\\"write\\"})",
     "legendFormat": "{{name}}",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "range": true,
     "instant": false
    }
   ],
   "id": 11
  },
  {
   "type": "row",
   "collapsed": false,
   "id": 12,
   "panels": [],
   "title": "Searching",
   "gridPos": {
    "x": 0,
    "y": 14,
    "h": 1,
    "w": 24
   }
  },
  {
   "type": "timeseries",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "legend": {
     "displayMode": "table",
     "placement": "bottom",
     "showLegend": true,
     "calcs": [
      "mean",
      "max"
     ]
    },
    "tooltip": {
     "mode": "multi",
     "sort": "desc"
    }
   },
   "fieldConfig": {
    "defaults": {
     "custom": {
      "lineWidth": 1,
      "fillOpacity": 10,
      "showPoints": "never"
     },
     "unit": "reqps",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       }
      ]
     },
     "min": 0
    },
    "overrides": []
   },
   "title": "Searches",
   "description": "Searches of shards a second, by node: people in Kibana, its rules, and Grafana.",
   "gridPos": {
    "h": 8,
    "w": 8,
    "x": 0,
    "y": 15
   },
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "sum by (name) (rate(elasticsearch_indices_search_query_total{job=\\"elasticsearch-exporter\\",cluster=~\\"$cluster\\"}[$__rate_interval]))",
     "legendFormat": "{{name}}",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "range": true,
     "instant": false
    }
   ],
   "id": 13
  },
  {
   "type": "timeseries",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "legend": {
     "displayMode": "table",
     "placement": "bottom",
     "showLegend": true,
     "calcs": [
      "mean",
      "max"
     ]
    },
    "tooltip": {
     "mode": "multi",
     "sort": "desc"
    }
   },
   "fieldConfig": {
    "defaults": {
     "custom": {
      "lineWidth": 1,
      "fillOpacity": 10,
      "showPoints": "never"
     },
     "unit": "s",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       }
      ]
     },
     "min": 0
    },
    "overrides": []
   },
   "title": "Time of a search",
   "description": "Of one shard, by node. Long searches are often over long times, or of text below \`json\`.",
   "gridPos": {
    "h": 8,
    "w": 8,
    "x": 8,
    "y": 15
   },
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "sum by (name) (rate(elasticsearch_indices_search_query_time_seconds{job=\\"elasticsearch-exporter\\",cluster=~\\"$cluster\\"}[$__rate_interval])) / sum by (name) (rate(elasticsearch_indices_search_query_total{job=\\"elasticsearch-exporter\\",cluster=~\\"$cluster\\"}[$__rate_interval]))",
     "legendFormat": "{{name}}",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "range": true,
     "instant": false
    }
   ],
   "id": 14
  },
  {
   "type": "timeseries",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "legend": {
     "displayMode": "table",
     "placement": "bottom",
     "showLegend": true,
     "calcs": [
      "mean",
      "max"
     ]
    },
    "tooltip": {
     "mode": "multi",
     "sort": "desc"
    }
   },
   "fieldConfig": {
    "defaults": {
     "custom": {
      "lineWidth": 1,
      "fillOpacity": 10,
      "showPoints": "never"
     },
     "unit": "short",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       }
      ]
     },
     "min": 0
    },
    "overrides": []
   },
   "title": "Tasks of the master that wait",
   "description": "Changes of the cluster that its master has not made yet. Many shards or many new fields make them.",
   "gridPos": {
    "h": 8,
    "w": 8,
    "x": 16,
    "y": 15
   },
   "links": [
    {
     "title": "Runbook",
     "type": "link",
     "icon": "",
     "tooltip": "",
     "tags": [],
     "asDropdown": false,
     "placement": "inControlsMenu",
     "targetBlank": true,
     "includeVars": false,
     "keepTime": false,
     "url": "runbook:elasticsearch.md#elasticsearchtaskswait"
    }
   ],
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "elasticsearch_cluster_health_number_of_pending_tasks{job=\\"elasticsearch-exporter\\",cluster=~\\"$cluster\\"}",
     "legendFormat": "{{cluster}}",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "range": true,
     "instant": false
    }
   ],
   "id": 15
  },
  {
   "type": "row",
   "collapsed": false,
   "id": 16,
   "panels": [],
   "title": "Nodes",
   "gridPos": {
    "x": 0,
    "y": 23,
    "h": 1,
    "w": 24
   }
  },
  {
   "type": "timeseries",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "legend": {
     "displayMode": "table",
     "placement": "bottom",
     "showLegend": true,
     "calcs": [
      "mean",
      "max"
     ]
    },
    "tooltip": {
     "mode": "multi",
     "sort": "desc"
    }
   },
   "fieldConfig": {
    "defaults": {
     "custom": {
      "lineWidth": 1,
      "fillOpacity": 10,
      "showPoints": "never"
     },
     "unit": "percent",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       }
      ]
     },
     "min": 0
    },
    "overrides": []
   },
   "title": "Processor",
   "description": "Percent of the processor time of a node that Elasticsearch uses.",
   "gridPos": {
    "h": 8,
    "w": 8,
    "x": 0,
    "y": 24
   },
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "elasticsearch_process_cpu_percent{job=\\"elasticsearch-exporter\\",cluster=~\\"$cluster\\"}",
     "legendFormat": "{{name}}",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "range": true,
     "instant": false
    }
   ],
   "id": 17
  },
  {
   "type": "timeseries",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "legend": {
     "displayMode": "table",
     "placement": "bottom",
     "showLegend": true,
     "calcs": [
      "mean",
      "max"
     ]
    },
    "tooltip": {
     "mode": "multi",
     "sort": "desc"
    }
   },
   "fieldConfig": {
    "defaults": {
     "custom": {
      "lineWidth": 1,
      "fillOpacity": 10,
      "showPoints": "never",
      "thresholdsStyle": {
       "mode": "dashed"
      }
     },
     "unit": "percentunit",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       },
       {
        "value": 0.95,
        "color": "red"
       }
      ]
     },
     "min": 0
    },
    "overrides": []
   },
   "title": "Heap",
   "description": "Share in use, by node. A saw is healthy; what stays high after collections is not.",
   "gridPos": {
    "h": 8,
    "w": 8,
    "x": 8,
    "y": 24
   },
   "links": [
    {
     "title": "Runbook",
     "type": "link",
     "icon": "",
     "tooltip": "",
     "tags": [],
     "asDropdown": false,
     "placement": "inControlsMenu",
     "targetBlank": true,
     "includeVars": false,
     "keepTime": false,
     "url": "runbook:elasticsearch.md#elasticsearchheapfull"
    }
   ],
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "elasticsearch_jvm_memory_used_bytes{job=\\"elasticsearch-exporter\\",cluster=~\\"$cluster\\",area=\\"heap\\"} / elasticsearch_jvm_memory_max_bytes{job=\\"elasticsearch-exporter\\",cluster=~\\"$cluster\\",area=\\"heap\\"}",
     "legendFormat": "{{name}}",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "range": true,
     "instant": false
    }
   ],
   "id": 18
  },
  {
   "type": "timeseries",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "legend": {
     "displayMode": "table",
     "placement": "bottom",
     "showLegend": true,
     "calcs": [
      "mean",
      "max"
     ]
    },
    "tooltip": {
     "mode": "multi",
     "sort": "desc"
    }
   },
   "fieldConfig": {
    "defaults": {
     "custom": {
      "lineWidth": 1,
      "fillOpacity": 10,
      "showPoints": "never",
      "thresholdsStyle": {
       "mode": "dashed"
      }
     },
     "unit": "percentunit",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       },
       {
        "value": 0.1,
        "color": "red"
       }
      ]
     },
     "min": 0
    },
    "overrides": []
   },
   "title": "Time for garbage collection",
   "description": "Share of the time, by node. Above a tenth, the heap is too small for what the node does.",
   "gridPos": {
    "h": 8,
    "w": 8,
    "x": 16,
    "y": 24
   },
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "sum by (name) (rate(elasticsearch_jvm_gc_collection_seconds_sum{job=\\"elasticsearch-exporter\\",cluster=~\\"$cluster\\"}[$__rate_interval]))",
     "legendFormat": "{{name}}",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "range": true,
     "instant": false
    }
   ],
   "id": 19
  }
 ]
}
`,
  'lifecycle.json': `{
 "timezone": "browser",
 "editable": false,
 "graphTooltip": 1,
 "fiscalYearStartMonth": 0,
 "schemaVersion": 42,
 "templating": {
  "list": [
   {
    "type": "datasource",
    "name": "datasource",
    "skipUrlSync": false,
    "multi": false,
    "allowCustomValue": true,
    "includeAll": false,
    "auto": false,
    "auto_min": "10s",
    "auto_count": 30,
    "label": "Prometheus",
    "query": "prometheus"
   },
   {
    "type": "query",
    "name": "cluster",
    "skipUrlSync": false,
    "multi": true,
    "allowCustomValue": true,
    "includeAll": true,
    "auto": false,
    "auto_min": "10s",
    "auto_count": 30,
    "label": "Elasticsearch",
    "datasource": {
     "type": "prometheus",
     "uid": "\${datasource}"
    },
    "query": {
     "query": "label_values(elasticsearch_cluster_health_status{job=\\"elasticsearch-exporter\\"}, cluster)",
     "refId": "cluster"
    },
    "definition": "label_values(elasticsearch_cluster_health_status{job=\\"elasticsearch-exporter\\"}, cluster)",
    "refresh": 2,
    "sort": 1,
    "allValue": ".*",
    "current": {
     "text": [
      "All"
     ],
     "value": [
      "$__all"
     ]
    }
   },
   {
    "type": "textbox",
    "name": "price",
    "skipUrlSync": false,
    "multi": false,
    "allowCustomValue": true,
    "includeAll": false,
    "auto": false,
    "auto_min": "10s",
    "auto_count": 30,
    "label": "Price of a GiB a month",
    "query": "0.10",
    "current": {
     "text": "0.10",
     "value": "0.10"
    }
   }
  ]
 },
 "annotations": {},
 "title": "Logging: lifecycle and disks",
 "uid": "efk-lifecycle",
 "description": "Whether logs grow old as they should, what they take and cost, and how long the disks last",
 "tags": [
  "efk"
 ],
 "refresh": "1m",
 "time": {
  "from": "now-7d",
  "to": "now"
 },
 "links": [
  {
   "title": "Logging",
   "type": "dashboards",
   "icon": "",
   "tooltip": "",
   "tags": [
    "efk"
   ],
   "asDropdown": true,
   "targetBlank": false,
   "includeVars": true,
   "keepTime": true
  }
 ],
 "panels": [
  {
   "type": "row",
   "collapsed": false,
   "id": 1,
   "panels": [],
   "title": "Does it go on?",
   "gridPos": {
    "x": 0,
    "y": 0,
    "h": 1,
    "w": 24
   }
  },
  {
   "type": "stat",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "graphMode": "none",
    "colorMode": "background",
    "justifyMode": "auto",
    "textMode": "auto",
    "wideLayout": true,
    "showPercentChange": false,
    "reduceOptions": {
     "calcs": [
      "lastNotNull"
     ]
    },
    "percentChangeColorMode": "standard",
    "orientation": "auto"
   },
   "title": "Indices whose lifecycle failed",
   "description": "They are neither moved nor deleted, and fill their disk. Ask why, mend it, and tell Elasticsearch to try again.",
   "fieldConfig": {
    "defaults": {
     "unit": "short",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       },
       {
        "value": 1,
        "color": "orange"
       }
      ]
     }
    },
    "overrides": []
   },
   "gridPos": {
    "h": 4,
    "w": 6,
    "x": 0,
    "y": 1
   },
   "links": [
    {
     "title": "Runbook",
     "type": "link",
     "icon": "",
     "tooltip": "",
     "tags": [],
     "asDropdown": false,
     "placement": "inControlsMenu",
     "targetBlank": true,
     "includeVars": false,
     "keepTime": false,
     "url": "runbook:elasticsearch.md#lifecyclestepfailed"
    }
   ],
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "count(elasticsearch_ilm_index_status{job=\\"elasticsearch-exporter\\",step=\\"ERROR\\"} == 1) or vector(0)",
     "legendFormat": "failed",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "instant": true,
     "range": false
    }
   ],
   "id": 2
  },
  {
   "type": "stat",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "graphMode": "none",
    "colorMode": "background",
    "justifyMode": "auto",
    "textMode": "auto",
    "wideLayout": true,
    "showPercentChange": false,
    "reduceOptions": {
     "calcs": [
      "lastNotNull"
     ]
    },
    "percentChangeColorMode": "standard",
    "orientation": "auto"
   },
   "title": "Lifecycle runs",
   "description": "Whether lifecycle management is on. Somebody may have stopped it, e.g. to restore a snapshot.",
   "fieldConfig": {
    "defaults": {
     "unit": "bool_yes_no",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "red"
       },
       {
        "value": 1,
        "color": "green"
       }
      ]
     }
    },
    "overrides": []
   },
   "gridPos": {
    "h": 4,
    "w": 6,
    "x": 6,
    "y": 1
   },
   "links": [
    {
     "title": "Runbook",
     "type": "link",
     "icon": "",
     "tooltip": "",
     "tags": [],
     "asDropdown": false,
     "placement": "inControlsMenu",
     "targetBlank": true,
     "includeVars": false,
     "keepTime": false,
     "url": "runbook:elasticsearch.md#lifecyclestopped"
    }
   ],
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "min(elasticsearch_ilm_status{job=\\"elasticsearch-exporter\\",operation_mode=\\"RUNNING\\"})",
     "legendFormat": "runs",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "instant": true,
     "range": false
    }
   ],
   "id": 3
  },
  {
   "type": "stat",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "graphMode": "none",
    "colorMode": "background",
    "justifyMode": "auto",
    "textMode": "auto",
    "wideLayout": true,
    "showPercentChange": false,
    "reduceOptions": {
     "calcs": [
      "lastNotNull"
     ]
    },
    "percentChangeColorMode": "standard",
    "orientation": "auto"
   },
   "title": "Snapshots that failed",
   "description": "In the time shown. Ask the policy why: often the bucket, its credentials or the network.",
   "fieldConfig": {
    "defaults": {
     "unit": "short",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       },
       {
        "value": 1,
        "color": "orange"
       }
      ]
     },
     "noValue": "no snapshots"
    },
    "overrides": []
   },
   "gridPos": {
    "h": 4,
    "w": 6,
    "x": 12,
    "y": 1
   },
   "links": [
    {
     "title": "Runbook",
     "type": "link",
     "icon": "",
     "tooltip": "",
     "tags": [],
     "asDropdown": false,
     "placement": "inControlsMenu",
     "targetBlank": true,
     "includeVars": false,
     "keepTime": false,
     "url": "runbook:elasticsearch.md#snapshotfailed"
    }
   ],
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "sum (increase(elasticsearch_slm_stats_snapshots_failed_total{job=\\"elasticsearch-exporter\\"}[$__range]))",
     "legendFormat": "failed",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "instant": true,
     "range": false
    }
   ],
   "id": 4
  },
  {
   "type": "stat",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "graphMode": "none",
    "colorMode": "background",
    "justifyMode": "auto",
    "textMode": "auto",
    "wideLayout": true,
    "showPercentChange": false,
    "reduceOptions": {
     "calcs": [
      "lastNotNull"
     ]
    },
    "percentChangeColorMode": "standard",
    "orientation": "auto"
   },
   "title": "First disk refuses logs in",
   "description": "When the fullest disk is 95 % full if it grows as in the time shown. Nothing is shown while none grows.",
   "fieldConfig": {
    "defaults": {
     "unit": "s",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "red"
       },
       {
        "value": 86400,
        "color": "orange"
       },
       {
        "value": 604800,
        "color": "green"
       }
      ]
     },
     "noValue": "none grows"
    },
    "overrides": []
   },
   "gridPos": {
    "h": 4,
    "w": 6,
    "x": 18,
    "y": 1
   },
   "links": [
    {
     "title": "Runbook",
     "type": "link",
     "icon": "",
     "tooltip": "",
     "tags": [],
     "asDropdown": false,
     "placement": "inControlsMenu",
     "targetBlank": true,
     "includeVars": false,
     "keepTime": false,
     "url": "runbook:elasticsearch.md#elasticsearchdiskfullinhours"
    }
   ],
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "min((elasticsearch_filesystem_data_available_bytes{job=\\"elasticsearch-exporter\\",cluster=~\\"$cluster\\"} - 0.05 * elasticsearch_filesystem_data_size_bytes{job=\\"elasticsearch-exporter\\",cluster=~\\"$cluster\\"}) / (-1 * deriv(elasticsearch_filesystem_data_available_bytes{job=\\"elasticsearch-exporter\\",cluster=~\\"$cluster\\"}[$__range]) > 0))",
     "legendFormat": "full in",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "instant": true,
     "range": false
    }
   ],
   "id": 5
  },
  {
   "type": "row",
   "collapsed": false,
   "id": 6,
   "panels": [],
   "title": "What do logs take?",
   "gridPos": {
    "x": 0,
    "y": 5,
    "h": 1,
    "w": 24
   }
  },
  {
   "type": "timeseries",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "legend": {
     "displayMode": "table",
     "placement": "bottom",
     "showLegend": true,
     "calcs": [
      "mean",
      "max"
     ]
    },
    "tooltip": {
     "mode": "multi",
     "sort": "desc"
    }
   },
   "fieldConfig": {
    "defaults": {
     "custom": {
      "lineWidth": 1,
      "fillOpacity": 40,
      "showPoints": "never",
      "stacking": {
       "mode": "normal"
      }
     },
     "unit": "bytes",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       }
      ]
     },
     "min": 0
    },
    "overrides": []
   },
   "title": "Size by route",
   "description": "Bytes of the logs that are kept, copies included. A level line is one that is deleted as fast as it grows.",
   "gridPos": {
    "h": 8,
    "w": 12,
    "x": 0,
    "y": 6
   },
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "sum by (data_stream) (elasticsearch_data_stream_store_size_bytes{job=\\"elasticsearch-exporter\\"})",
     "legendFormat": "{{data_stream}}",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "range": true,
     "instant": false
    }
   ],
   "id": 7
  },
  {
   "type": "table",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "frameIndex": 0,
    "showHeader": true,
    "showTypeIcons": false,
    "footer": {
     "show": false,
     "reducer": [],
     "countRows": false
    },
    "cellHeight": "sm",
    "sortBy": [
     {
      "displayName": "Size",
      "desc": true
     }
    ]
   },
   "fieldConfig": {
    "defaults": {
     "custom": {
      "align": "auto",
      "inspect": false
     },
     "unit": "none",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       }
      ]
     }
    },
    "overrides": [
     {
      "matcher": {
       "id": "byName",
       "options": "Size"
      },
      "properties": [
       {
        "id": "unit",
        "value": "bytes"
       }
      ]
     },
     {
      "matcher": {
       "id": "byName",
       "options": "A month"
      },
      "properties": [
       {
        "id": "unit",
        "value": "short"
       }
      ]
     },
     {
      "matcher": {
       "id": "byName",
       "options": "Share"
      },
      "properties": [
       {
        "id": "unit",
        "value": "percentunit"
       },
       {
        "id": "thresholds",
        "value": {
         "mode": "absolute",
         "steps": [
          {
           "value": null,
           "color": "green"
          },
          {
           "value": 0.5,
           "color": "orange"
          }
         ]
        }
       },
       {
        "id": "custom.cellOptions",
        "value": {
         "type": "color-background",
         "mode": "basic"
        }
       }
      ]
     }
    ]
   },
   "title": "Cost by route",
   "description": "At the price of a GiB above, of the disks alone. See docs/sizing.md for what makes logs cheaper.",
   "gridPos": {
    "h": 8,
    "w": 12,
    "x": 12,
    "y": 6
   },
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "sum by (data_stream) (elasticsearch_data_stream_store_size_bytes{job=\\"elasticsearch-exporter\\"})",
     "legendFormat": "Size",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "instant": true,
     "range": false,
     "format": "table"
    },
    {
     "expr": "sum by (data_stream) (elasticsearch_data_stream_store_size_bytes{job=\\"elasticsearch-exporter\\"}) / 1073741824 * $price",
     "legendFormat": "A month",
     "refId": "B",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "instant": true,
     "range": false,
     "format": "table"
    },
    {
     "expr": "sum by (data_stream) (elasticsearch_data_stream_store_size_bytes{job=\\"elasticsearch-exporter\\"}) / scalar(sum (elasticsearch_data_stream_store_size_bytes{job=\\"elasticsearch-exporter\\"}))",
     "legendFormat": "Share",
     "refId": "C",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "instant": true,
     "range": false,
     "format": "table"
    }
   ],
   "transformations": [
    {
     "id": "merge",
     "options": {}
    },
    {
     "id": "organize",
     "options": {
      "excludeByName": {
       "Time": true
      },
      "indexByName": {
       "data_stream": 0,
       "Value #A": 1,
       "Value #B": 2,
       "Value #C": 3
      },
      "renameByName": {
       "data_stream": "Data stream",
       "Value #A": "Size",
       "Value #B": "A month",
       "Value #C": "Share"
      }
     }
    }
   ],
   "id": 8
  },
  {
   "type": "row",
   "collapsed": false,
   "id": 9,
   "panels": [],
   "title": "Disks",
   "gridPos": {
    "x": 0,
    "y": 14,
    "h": 1,
    "w": 24
   }
  },
  {
   "type": "timeseries",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "legend": {
     "displayMode": "table",
     "placement": "bottom",
     "showLegend": true,
     "calcs": [
      "mean",
      "max"
     ]
    },
    "tooltip": {
     "mode": "multi",
     "sort": "desc"
    }
   },
   "fieldConfig": {
    "defaults": {
     "custom": {
      "lineWidth": 1,
      "fillOpacity": 10,
      "showPoints": "never",
      "thresholdsStyle": {
       "mode": "dashed"
      }
     },
     "unit": "percentunit",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       },
       {
        "value": 0.85,
        "color": "orange"
       },
       {
        "value": 0.9,
        "color": "red"
       }
      ]
     },
     "min": 0
    },
    "overrides": []
   },
   "title": "Used",
   "description": "Share by node. From 85 % on a node gets no more shards, from 90 % on they are moved away, from 95 % on logs are refused.",
   "gridPos": {
    "h": 8,
    "w": 12,
    "x": 0,
    "y": 15
   },
   "links": [
    {
     "title": "Runbook",
     "type": "link",
     "icon": "",
     "tooltip": "",
     "tags": [],
     "asDropdown": false,
     "placement": "inControlsMenu",
     "targetBlank": true,
     "includeVars": false,
     "keepTime": false,
     "url": "runbook:elasticsearch.md#elasticsearchdiskhigh"
    }
   ],
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "1 - elasticsearch_filesystem_data_available_bytes{job=\\"elasticsearch-exporter\\",cluster=~\\"$cluster\\"} / elasticsearch_filesystem_data_size_bytes{job=\\"elasticsearch-exporter\\",cluster=~\\"$cluster\\"}",
     "legendFormat": "{{name}}",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "range": true,
     "instant": false
    }
   ],
   "id": 10
  },
  {
   "type": "timeseries",
   "transparent": false,
   "repeatDirection": "h",
   "options": {
    "legend": {
     "displayMode": "table",
     "placement": "bottom",
     "showLegend": true,
     "calcs": [
      "mean",
      "max"
     ]
    },
    "tooltip": {
     "mode": "multi",
     "sort": "desc"
    }
   },
   "fieldConfig": {
    "defaults": {
     "custom": {
      "lineWidth": 1,
      "fillOpacity": 10,
      "showPoints": "never"
     },
     "unit": "short",
     "thresholds": {
      "mode": "absolute",
      "steps": [
       {
        "value": null,
        "color": "green"
       }
      ]
     },
     "min": 0
    },
    "overrides": []
   },
   "title": "Shards on the way",
   "description": "Shards that move to other nodes or are being built. They take disk and network from writing.",
   "gridPos": {
    "h": 8,
    "w": 12,
    "x": 12,
    "y": 15
   },
   "datasource": {
    "type": "prometheus",
    "uid": "\${datasource}"
   },
   "targets": [
    {
     "expr": "sum (elasticsearch_cluster_health_relocating_shards{job=\\"elasticsearch-exporter\\",cluster=~\\"$cluster\\"})",
     "legendFormat": "relocating",
     "refId": "A",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "range": true,
     "instant": false
    },
    {
     "expr": "sum (elasticsearch_cluster_health_initializing_shards{job=\\"elasticsearch-exporter\\",cluster=~\\"$cluster\\"})",
     "legendFormat": "initialising",
     "refId": "B",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "range": true,
     "instant": false
    },
    {
     "expr": "sum (elasticsearch_cluster_health_unassigned_shards{job=\\"elasticsearch-exporter\\",cluster=~\\"$cluster\\"})",
     "legendFormat": "without a node",
     "refId": "C",
     "datasource": {
      "type": "prometheus",
      "uid": "\${datasource}"
     },
     "range": true,
     "instant": false
    }
   ],
   "id": 11
  }
 ]
}
`,
};
