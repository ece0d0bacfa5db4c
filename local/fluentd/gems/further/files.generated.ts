// Made from Gemfile and Gemfile.lock by `npm run generate`; do not edit.

/** The gems of an image with further outputs, as files for Bundler. */
export const FURTHER_GEM_FILES: Readonly<Record<string, string>> = {
  Gemfile: `# frozen_string_literal: true

# The gems of an image with further inputs and outputs, built upon the official one: what \`efk image\` adds, and the gems of
# the image itself at their versions, but for bigdecimal, of which fluent-plugin-kafka takes no newer one.
source 'https://rubygems.org'


gem 'elasticsearch', '9.5.0'
gem 'ffi', '1.17.4'
gem 'fluentd', '1.19.3'
gem 'fluent-plugin-concat', '2.6.2'
gem 'fluent-plugin-dedot_filter', '1.0.0'
gem 'fluent-plugin-detect-exceptions', '0.0.16'
gem 'fluent-plugin-elasticsearch', '6.0.0'
gem 'fluent-plugin-grok-parser', '2.6.2'
gem 'fluent-plugin-json-in-json-2', '1.0.2'
gem 'fluent-plugin-kubernetes_metadata_filter', '3.8.0'
gem 'fluent-plugin-multi-format-parser', '1.0.0'
gem 'fluent-plugin-parser-cri', '0.1.1'
gem 'fluent-plugin-prometheus', '2.2.2'
gem 'fluent-plugin-record-modifier', '2.2.1'
gem 'fluent-plugin-rewrite-tag-filter', '2.4.0'
gem 'fluent-plugin-systemd', '1.1.1'
gem 'oj', '3.17.5'
gem 'rexml', '3.4.4'

# Not in the official image.
gem 'fluent-plugin-grafana-loki', '1.3.0'
gem 'fluent-plugin-kafka', '0.19.9'
gem 'fluent-plugin-s3', '1.8.6'
gem 'pg', '1.7.0'
gem 'rdkafka', '0.31.0'
gem 'trilogy', '2.13.3'
`,
  'Gemfile.lock': `GEM
  remote: https://rubygems.org/
  specs:
    addressable (2.9.0)
      public_suffix (>= 2.0.2, < 8.0)
    async (2.44.1)
      console (~> 1.29)
      fiber-annotation
      io-event (~> 1.11)
    async-http (0.99.0)
      async (>= 2.35.1)
      async-pool (~> 0.11)
      io-endpoint (~> 0.14)
      io-stream (~> 0.14)
      protocol-http (~> 0.66)
      protocol-http1 (~> 0.39)
      protocol-http2 (~> 0.26)
      protocol-url (~> 0.2)
    async-pool (0.11.2)
      async (>= 2.0)
    aws-eventstream (1.4.1)
    aws-partitions (1.1303.0)
    aws-sdk-core (3.265.0)
      aws-eventstream (~> 1, >= 1.4.1)
      aws-partitions (~> 1, >= 1.992.0)
      aws-sigv4 (~> 1.9)
      base64
      bigdecimal
      jmespath (~> 1, >= 1.6.1)
      logger
      rexml (~> 3.4, >= 3.4.2)
    aws-sdk-kms (1.140.0)
      aws-sdk-core (~> 3, >= 3.265.0)
      aws-sigv4 (~> 1.5)
    aws-sdk-s3 (1.239.0)
      aws-sdk-core (~> 3, >= 3.265.0)
      aws-sdk-kms (~> 1)
      aws-sigv4 (~> 1.5)
    aws-sdk-sqs (1.124.0)
      aws-sdk-core (~> 3, >= 3.263.0)
      aws-sigv4 (~> 1.5)
    aws-sigv4 (1.12.1)
      aws-eventstream (~> 1, >= 1.0.2)
    base64 (0.3.0)
    bigdecimal (3.3.1)
    concurrent-ruby (1.3.8)
    console (1.37.0)
      fiber-annotation
      fiber-local (~> 1.1)
      json
    cool.io (1.9.5)
    csv (3.3.6)
    digest-crc (0.7.0)
      rake (>= 12.0.0, < 14.0.0)
    domain_name (0.6.20240107)
    drb (2.2.3)
    elastic-transport (8.5.3)
      faraday (< 3)
      multi_json
    elasticsearch (9.5.0)
      elastic-transport (~> 8.3)
      elasticsearch-api (= 9.5.0)
    elasticsearch-api (9.5.0)
      base64
      multi_json
    excon (1.6.0)
      logger
    faraday (2.14.3)
      faraday-net_http (>= 2.0, < 3.5)
      json
      logger
    faraday-excon (2.4.0)
      excon (>= 1.0.0)
      faraday (>= 2.11.0, < 3)
    faraday-net_http (3.4.4)
      net-http (~> 0.5)
    ffi (1.17.4)
    ffi (1.17.4-aarch64-linux-gnu)
    ffi (1.17.4-aarch64-linux-musl)
    ffi (1.17.4-arm-linux-gnu)
    ffi (1.17.4-arm-linux-musl)
    ffi (1.17.4-arm64-darwin)
    ffi (1.17.4-x86-linux-gnu)
    ffi (1.17.4-x86-linux-musl)
    ffi (1.17.4-x86_64-darwin)
    ffi (1.17.4-x86_64-linux-gnu)
    ffi (1.17.4-x86_64-linux-musl)
    ffi-compiler (1.4.2)
      ffi (>= 1.15.5)
      rake
    fiber-annotation (0.2.0)
    fiber-local (1.1.0)
      fiber-storage
    fiber-storage (1.0.1)
    fluent-config-regexp-type (1.0.0)
      fluentd (> 1.0.0, < 2)
    fluent-plugin-concat (2.6.2)
      fluentd (>= 0.14.0, < 2)
    fluent-plugin-dedot_filter (1.0.0)
      fluentd (>= 0.14.0, < 2)
    fluent-plugin-detect-exceptions (0.0.16)
      fluentd (>= 1.14.2)
    fluent-plugin-elasticsearch (6.0.0)
      elasticsearch
      excon
      faraday (>= 2.0.0)
      faraday-excon (>= 2.0.0)
      fluentd (>= 0.14.22)
    fluent-plugin-grafana-loki (1.3.0)
      fluentd (>= 1.9.3, < 2)
    fluent-plugin-grok-parser (2.6.2)
      fluentd (>= 0.14.6, < 2)
    fluent-plugin-json-in-json-2 (1.0.2)
      fluentd (>= 0.14.0, < 2)
      yajl-ruby (~> 1.0)
    fluent-plugin-kafka (0.19.9)
      bigdecimal (~> 3.1)
      fluentd (>= 0.10.58, < 2)
      ltsv
      ruby-kafka (>= 1.5.0, < 2)
    fluent-plugin-kubernetes_metadata_filter (3.8.0)
      fluentd (>= 0.14.0, < 1.20)
      kubeclient (>= 4.0.0, < 5.0.0)
      sin_lru_redux
    fluent-plugin-multi-format-parser (1.0.0)
      fluentd (>= 0.14.0, < 2)
    fluent-plugin-parser-cri (0.1.1)
      fluentd (>= 1)
    fluent-plugin-prometheus (2.2.2)
      fluentd (>= 1.9.1, < 2)
      prometheus-client (>= 2.1.0)
    fluent-plugin-record-modifier (2.2.1)
      fluentd (>= 1.1, < 2)
    fluent-plugin-rewrite-tag-filter (2.4.0)
      fluent-config-regexp-type
      fluentd (>= 0.14.2, < 2)
    fluent-plugin-s3 (1.8.6)
      aws-sdk-s3 (~> 1.60)
      aws-sdk-sqs (~> 1.23)
      fluentd (>= 0.14.22, < 2)
    fluent-plugin-systemd (1.1.1)
      fluentd (>= 0.14.11, < 2)
      systemd-journal (~> 2.1.0)
    fluentd (1.19.3)
      async-http (~> 0.86)
      base64 (~> 0.2)
      bundler
      cool.io (>= 1.4.5, < 2.0.0)
      csv (~> 3.2)
      drb (~> 2.2)
      http_parser.rb (>= 0.5.1, < 0.9.0)
      logger (~> 1.6)
      msgpack (>= 1.3.1, < 2.0.0)
      net-http (~> 0.8)
      ostruct (~> 0.6)
      serverengine (>= 2.3.2, < 3.0.0)
      sigdump (~> 0.2.5)
      strptime (>= 0.2.4, < 1.0.0)
      tzinfo (>= 1.0, < 3.0)
      tzinfo-data (~> 1.0)
      uri (~> 1.0)
      webrick (~> 1.4)
      yajl-ruby (~> 1.0)
      zstd-ruby (~> 1.5)
    http (5.3.1)
      addressable (~> 2.8)
      http-cookie (~> 1.0)
      http-form_data (~> 2.2)
      llhttp-ffi (~> 0.5.0)
    http-accept (1.7.0)
    http-cookie (1.1.6)
      domain_name (~> 0.5)
    http-form_data (2.3.0)
    http_parser.rb (0.8.1)
    io-endpoint (0.17.2)
    io-event (1.19.4)
    io-stream (0.14.0)
      openssl (>= 3.3)
    jmespath (1.6.2)
    json (2.21.2)
    jsonpath (1.1.5)
      multi_json
    kubeclient (4.13.0)
      http (>= 3.0, < 6.0)
      jsonpath (~> 1.0)
      recursive-open-struct (~> 1.1, >= 1.1.1)
      rest-client (~> 2.0)
    llhttp-ffi (0.5.1)
      ffi-compiler (~> 1.0)
      rake (~> 13.0)
    logger (1.7.0)
    ltsv (0.1.2)
    mime-types (3.7.0)
      logger
      mime-types-data (~> 3.2025, >= 3.2025.0507)
    mime-types-data (3.2026.0701)
    mini_portile2 (2.8.9)
    msgpack (1.8.4)
    multi_json (1.21.1)
    net-http (0.9.1)
      uri (>= 0.11.1)
    netrc (0.11.0)
    oj (3.17.5)
      bigdecimal (>= 3.0)
      ostruct (>= 0.2)
    openssl (4.0.2)
    ostruct (0.6.3)
    pg (1.7.0)
    pg (1.7.0-aarch64-linux)
    pg (1.7.0-aarch64-linux-musl)
    pg (1.7.0-arm64-darwin)
    pg (1.7.0-x86_64-darwin)
    pg (1.7.0-x86_64-linux)
    pg (1.7.0-x86_64-linux-musl)
    prometheus-client (4.2.5)
      base64
    protocol-hpack (1.5.1)
    protocol-http (0.69.0)
    protocol-http1 (0.40.2)
      protocol-http (~> 0.68)
    protocol-http2 (0.26.2)
      protocol-hpack (~> 1.4)
      protocol-http (~> 0.62)
    protocol-url (0.8.0)
    public_suffix (7.0.5)
    rake (13.4.2)
    rdkafka (0.31.0)
      ffi (~> 1.17.1)
      json (> 2.0)
      logger
      mini_portile2 (~> 2.6)
      rake (> 12)
    rdkafka (0.31.0-aarch64-linux-gnu)
      ffi (~> 1.17.1)
      json (> 2.0)
      logger
      mini_portile2 (~> 2.6)
      rake (> 12)
    rdkafka (0.31.0-aarch64-linux-musl)
      ffi (~> 1.17.1)
      json (> 2.0)
      logger
      mini_portile2 (~> 2.6)
      rake (> 12)
    rdkafka (0.31.0-arm64-darwin)
      ffi (~> 1.17.1)
      json (> 2.0)
      logger
      mini_portile2 (~> 2.6)
      rake (> 12)
    rdkafka (0.31.0-x86_64-linux-gnu)
      ffi (~> 1.17.1)
      json (> 2.0)
      logger
      mini_portile2 (~> 2.6)
      rake (> 12)
    rdkafka (0.31.0-x86_64-linux-musl)
      ffi (~> 1.17.1)
      json (> 2.0)
      logger
      mini_portile2 (~> 2.6)
      rake (> 12)
    recursive-open-struct (1.3.1)
      ostruct
    rest-client (2.1.0)
      http-accept (>= 1.7.0, < 2.0)
      http-cookie (>= 1.0.2, < 2.0)
      mime-types (>= 1.16, < 4.0)
      netrc (~> 0.8)
    rexml (3.4.4)
    ruby-kafka (1.5.0)
      digest-crc
    serverengine (2.4.0)
      base64 (~> 0.1)
      logger (~> 1.4)
      sigdump (~> 0.2.2)
    sigdump (0.2.5)
    sin_lru_redux (2.5.2)
    strptime (0.2.5)
    systemd-journal (2.1.2)
      ffi (~> 1.9)
    trilogy (2.13.3)
      bigdecimal
    tzinfo (2.0.6)
      concurrent-ruby (~> 1.0)
    tzinfo-data (1.2026.3)
      tzinfo (>= 1.0.0)
    uri (1.1.1)
    webrick (1.9.2)
    yajl-ruby (1.4.3)
    zstd-ruby (1.5.7.1)

PLATFORMS
  aarch64-linux-gnu
  aarch64-linux-musl
  arm-linux-gnu
  arm-linux-musl
  arm64-darwin
  ruby
  x86-linux-gnu
  x86-linux-musl
  x86_64-darwin
  x86_64-linux-gnu
  x86_64-linux-musl

DEPENDENCIES
  elasticsearch (= 9.5.0)
  ffi (= 1.17.4)
  fluent-plugin-concat (= 2.6.2)
  fluent-plugin-dedot_filter (= 1.0.0)
  fluent-plugin-detect-exceptions (= 0.0.16)
  fluent-plugin-elasticsearch (= 6.0.0)
  fluent-plugin-grafana-loki (= 1.3.0)
  fluent-plugin-grok-parser (= 2.6.2)
  fluent-plugin-json-in-json-2 (= 1.0.2)
  fluent-plugin-kafka (= 0.19.9)
  fluent-plugin-kubernetes_metadata_filter (= 3.8.0)
  fluent-plugin-multi-format-parser (= 1.0.0)
  fluent-plugin-parser-cri (= 0.1.1)
  fluent-plugin-prometheus (= 2.2.2)
  fluent-plugin-record-modifier (= 2.2.1)
  fluent-plugin-rewrite-tag-filter (= 2.4.0)
  fluent-plugin-s3 (= 1.8.6)
  fluent-plugin-systemd (= 1.1.1)
  fluentd (= 1.19.3)
  oj (= 3.17.5)
  pg (= 1.7.0)
  rdkafka (= 0.31.0)
  rexml (= 3.4.4)
  trilogy (= 2.13.3)
`,
};
