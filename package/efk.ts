#!/usr/bin/env node
import { runProgram } from '../cli/program';

// Those that work on manifests, which any app may have rendered.
runProgram({
  description: 'Elasticsearch, Fluentd and Kibana on Kubernetes: what manifests deploy, and what becomes of logs.',
  commands: {
    diff: async () => (await import('../cli/diff')).registerDiff,
    lint: async () => (await import('../cli/lint')).registerLint,
    report: async () => (await import('../cli/report')).registerReport,
    parity: async () => (await import('../cli/parity')).registerParity,
    image: async () => (await import('../cli/image')).registerImage,
    try: async () => (await import('../cli/try')).registerTry,
    completion: async () => (await import('../cli/completion')).registerCompletion,
  },
  examples: `\
  efk lint manifests                  policies
  efk diff --environment production   what a change of manifests/production does
  efk try manifests/production --namespace shop --container cart < app.log
                                      what the collector makes of lines
  efk help diff                       options, examples and exit codes of a command
  source <(efk completion bash)       complete words in this shell`,
  variables: `\
  EFK_CACHE             folder for a Fluentd (default: $XDG_CACHE_HOME/cdk8s-efk or ~/.cache/cdk8s-efk)`,
});
