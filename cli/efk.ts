import { runProgram } from './program';

runProgram({
  description: 'Elasticsearch, Fluentd and Kibana on Kubernetes: try out, check, deploy.',
  commands: {
    up: () => (require('./up') as typeof import('./up')).registerUp,
    down: () => (require('./down') as typeof import('./down')).registerDown,
    secrets: () => (require('./secrets') as typeof import('./secrets')).registerSecrets,
    diff: () => (require('./diff') as typeof import('./diff')).registerDiff,
    lint: () => (require('./lint') as typeof import('./lint')).registerLint,
    report: () => (require('./report') as typeof import('./report')).registerReport,
    parity: () => (require('./parity') as typeof import('./parity')).registerParity,
    image: () => (require('./image/environment') as typeof import('./image/environment')).registerImageOfEnvironments,
    try: () => (require('./trial/environment') as typeof import('./trial/environment')).registerTryOfEnvironments,
    completion: () => (require('./completion') as typeof import('./completion')).registerCompletion,
  },
  examples: `\
  efk up                              deploy dev to a cluster on this machine
  efk diff --environment production   what a change of the manifests does
  efk try production --namespace shop --container cart < app.log
                                      what the collector makes of lines
  efk help diff                       options, examples and exit codes of a command
  source <(efk completion bash)       complete words in this shell`,
  variables: `\
  EFK_CACHE             folder for tools and clusters (default: $XDG_CACHE_HOME/cdk8s-efk or ~/.cache/cdk8s-efk)
  EFK_DOWNLOAD_MIRROR   mirror to download tools from: <mirror>/<host>/<path> stands for https://<host>/<path>`,
});
