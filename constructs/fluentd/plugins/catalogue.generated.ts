// Made from codegen/fluentd/schemas by `npm run generate`; do not edit.

import type { Catalogue } from './definitions';

/** All that Fluentd knows. */
export function catalogue(): Catalogue {
  return {
    bases: {
      input: {
        params: {
          '@log_level': { type: 'string', alias: 'log_level' },
        },
      },
      filter: {
        params: {
          '@log_level': { type: 'string', alias: 'log_level' },
        },
      },
      buffer: {
        params: {
          chunk_limit_size: { type: 'size' },
          total_limit_size: { type: 'size' },
          queue_limit_length: { type: 'integer' },
          chunk_limit_records: { type: 'integer' },
          chunk_full_threshold: { type: 'float' },
          queued_chunks_limit_size: { type: 'integer' },
          compress: { type: 'enum', list: ['text', 'gzip', 'zstd'] },
          decompression_size_limit: { type: 'size' },
          disable_chunk_backup: { type: 'bool' },
        },
      },
      parser: {
        params: {
          time_type: { type: 'enum', list: ['string', 'unixtime', 'float', 'mixed'] },
          time_format: { type: 'string' },
          localtime: { type: 'bool' },
          utc: { type: 'bool' },
          timezone: { type: 'string' },
          time_format_fallbacks: { type: 'array' },
          types: { type: 'hash', value_type: 'string' },
          time_key: { type: 'string' },
          null_value_pattern: { type: 'regexp' },
          null_empty_string: { type: 'bool' },
          estimate_current_event: { type: 'bool' },
          keep_time_key: { type: 'bool' },
          timeout: { type: 'time' },
        },
      },
      formatter: {
        params: {
          time_type: { type: 'enum', list: ['string', 'unixtime', 'float', 'mixed'] },
          time_format: { type: 'string' },
          localtime: { type: 'bool' },
          utc: { type: 'bool' },
          timezone: { type: 'string' },
          time_format_fallbacks: { type: 'array' },
        },
      },
      storage: {
        params: {
          persistent: { type: 'bool' },
          autosave: { type: 'bool' },
          autosave_interval: { type: 'time' },
          save_at_shutdown: { type: 'bool' },
        },
      },
      sd: {
        params: {
          '@log_level': { type: 'string', alias: 'log_level' },
        },
      },
      metrics: {
        params: {
          '@log_level': { type: 'string', alias: 'log_level' },
          default_labels: { type: 'hash' },
          labels: { type: 'hash' },
        },
      },
      parse: {
        sections: {
          parse: {
            multi: true,
            plugin: 'parser',
            argument: { name: 'usage', type: 'string' },
            params: {
              '@type': { type: 'string', required: true },
            },
          },
        },
      },
      format: {
        sections: {
          format: {
            multi: true,
            plugin: 'formatter',
            argument: { name: 'usage', type: 'string' },
            params: {
              '@type': { type: 'string', required: true },
            },
          },
        },
      },
      inject: {
        sections: {
          inject: {
            params: {
              hostname_key: { type: 'string' },
              hostname: { type: 'string' },
              worker_id_key: { type: 'string' },
              tag_key: { type: 'string' },
              time_key: { type: 'string' },
              time_type: {
                type: 'enum',
                list: ['float', 'unixtime', 'unixtime_millis', 'unixtime_micros', 'unixtime_nanos', 'string'],
              },
              time_format: { type: 'string' },
              localtime: { type: 'bool' },
              utc: { type: 'bool' },
              timezone: { type: 'string' },
              time_format_fallbacks: { type: 'array' },
            },
          },
        },
      },
      extract: {
        sections: {
          extract: {
            params: {
              tag_key: { type: 'string' },
              keep_tag_key: { type: 'bool' },
              time_key: { type: 'string' },
              keep_time_key: { type: 'bool' },
              time_type: { type: 'enum', list: ['float', 'unixtime', 'string'] },
              time_format: { type: 'string' },
              localtime: { type: 'bool' },
              utc: { type: 'bool' },
              timezone: { type: 'string' },
              time_format_fallbacks: { type: 'array' },
            },
          },
        },
      },
      transport: {
        sections: {
          transport: {
            argument: { name: 'protocol', type: 'enum', list: ['tcp', 'tls'] },
            params: {
              receive_buffer_size: { type: 'size' },
              linger_timeout: { type: 'integer' },
              version: { type: 'enum', list: ['TLSv1_1', 'TLSv1_2', 'TLSv1_3', 'TLS1_1', 'TLS1_2', 'TLS1_3'] },
              min_version: { type: 'enum', list: ['TLSv1_1', 'TLSv1_2', 'TLSv1_3', 'TLS1_1', 'TLS1_2', 'TLS1_3'] },
              max_version: { type: 'enum', list: ['TLSv1_1', 'TLSv1_2', 'TLSv1_3', 'TLS1_1', 'TLS1_2', 'TLS1_3'] },
              ciphers: { type: 'string' },
              insecure: { type: 'bool' },
              ensure_fips: { type: 'bool' },
              ca_path: { type: 'string' },
              cert_path: { type: 'string' },
              private_key_path: { type: 'string' },
              private_key_passphrase: { type: 'string', secret: true },
              client_cert_auth: { type: 'bool' },
              ca_cert_path: { type: 'string' },
              ca_private_key_path: { type: 'string' },
              ca_private_key_passphrase: { type: 'string', secret: true },
              cert_verifier: { type: 'string' },
              generate_private_key_length: { type: 'integer' },
              generate_cert_country: { type: 'string' },
              generate_cert_state: { type: 'string' },
              generate_cert_locality: { type: 'string' },
              generate_cert_common_name: { type: 'string' },
              generate_cert_expiration: { type: 'time' },
              generate_cert_digest: { type: 'enum', list: ['sha1', 'sha256', 'sha384', 'sha512'] },
            },
          },
        },
      },
      service_discovery: {
        sections: {
          service_discovery: {
            multi: true,
            plugin: 'sd',
            params: {
              '@type': { type: 'string', required: true },
            },
          },
        },
      },
      state: {
        sections: {
          storage: {
            multi: true,
            plugin: 'storage',
            argument: { name: 'usage', type: 'string' },
            params: {
              '@type': { type: 'string', default: 'local' },
            },
          },
        },
      },
      output: {
        params: {
          '@log_level': { type: 'string', alias: 'log_level' },
        },
      },
      buffered_output: {
        params: {
          time_as_integer: { type: 'bool' },
          slow_flush_log_threshold: { type: 'float' },
        },
        sections: {
          buffer: {
            plugin: 'buffer',
            argument: { name: 'chunk_keys', type: 'array', value_type: 'string' },
            params: {
              '@type': { type: 'string', alias: 'type', default: 'memory' },
              timekey: { type: 'time' },
              timekey_wait: { type: 'time' },
              timekey_use_utc: { type: 'bool' },
              timekey_zone: { type: 'string' },
              flush_at_shutdown: { type: 'bool' },
              flush_mode: { type: 'enum', list: ['default', 'lazy', 'interval', 'immediate'] },
              flush_interval: { type: 'time' },
              flush_thread_count: { type: 'integer' },
              flush_thread_interval: { type: 'float' },
              flush_thread_burst_interval: { type: 'float' },
              delayed_commit_timeout: { type: 'time' },
              overflow_action: { type: 'enum', list: ['throw_exception', 'block', 'drop_oldest_chunk'] },
              retry_forever: { type: 'bool' },
              retry_timeout: { type: 'time' },
              retry_max_times: { type: 'integer' },
              retry_secondary_threshold: { type: 'float' },
              retry_type: { type: 'enum', list: ['exponential_backoff', 'periodic'] },
              retry_wait: { type: 'time' },
              retry_exponential_backoff_base: { type: 'float' },
              retry_max_interval: { type: 'time' },
              retry_randomize: { type: 'bool' },
            },
          },
          secondary: {
            plugin: 'output',
            params: {
              '@type': { type: 'string', alias: 'type' },
            },
            sections: {
              buffer: { plugin: 'buffer' },
              secondary: { plugin: 'output' },
            },
          },
        },
      },
    },
    system: {
      params: {
        workers: { type: 'integer' },
        restart_worker_interval: { type: 'time' },
        root_dir: { type: 'string' },
        log_level: { type: 'enum', list: ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] },
        suppress_repeated_stacktrace: { type: 'bool' },
        ignore_repeated_log_interval: { type: 'time' },
        ignore_same_log_interval: { type: 'time' },
        emit_error_log_interval: { type: 'time' },
        suppress_config_dump: { type: 'bool' },
        log_event_verbose: { type: 'bool' },
        without_source: { type: 'bool' },
        with_source_only: { type: 'bool' },
        rpc_endpoint: { type: 'string' },
        enable_get_dump: { type: 'bool' },
        process_name: { type: 'string' },
        strict_config_value: { type: 'bool' },
        enable_msgpack_time_support: { type: 'bool' },
        disable_shared_socket: { type: 'bool' },
        enable_input_metrics: { type: 'bool' },
        enable_size_metrics: { type: 'bool' },
        enable_jit: { type: 'bool' },
        file_permission: { type: 'any' },
        dir_permission: { type: 'any' },
        config_include_dir: { type: 'string' },
      },
      sections: {
        log: {
          params: {
            path: { type: 'string' },
            format: { type: 'enum', list: ['text', 'json'] },
            time_format: { type: 'string' },
            rotate_age: { type: 'any' },
            rotate_size: { type: 'size' },
            forced_stacktrace_level: {
              type: 'enum',
              list: ['none', 'trace', 'debug', 'info', 'warn', 'error', 'fatal'],
            },
          },
        },
        counter_server: {
          params: {
            scope: { type: 'string', required: true },
            port: { type: 'integer' },
            bind: { type: 'string' },
            backup_path: { type: 'string', required: true },
          },
        },
        counter_client: {
          params: {
            port: { type: 'integer' },
            host: { type: 'string', required: true },
            timeout: { type: 'time' },
          },
        },
        metrics: {
          params: {
            '@type': { type: 'string', default: 'local' },
            labels: { type: 'hash' },
          },
        },
        source_only_buffer: {
          params: {
            flush_thread_count: { type: 'integer' },
            overflow_action: { type: 'enum', list: ['throw_exception', 'block', 'drop_oldest_chunk'] },
            path: { type: 'string' },
            flush_interval: { type: 'time' },
            chunk_limit_size: { type: 'size' },
            total_limit_size: { type: 'size' },
            compress: { type: 'enum', list: ['text', 'gzip'] },
          },
        },
      },
    },
    plugins: {
      input: {
        collector_metrics: {
          like: ['input'],
          emits: true,
          params: {
            interval: { type: 'time' },
            state: { type: 'string', required: true },
          },
          sections: {
            disk: {
              multi: true,
              argument: { name: 'purpose', type: 'string', required: true },
              params: {
                path: { type: 'string', required: true },
              },
            },
          },
        },
        container_logs: {
          like: ['input'],
          emits: true,
          params: {
            path: { type: 'string' },
            pos_file: { type: 'string', required: true },
            exclude_pods: { type: 'array', value_type: 'string' },
            node_name: { type: 'string', required: true },
            refresh_interval: { type: 'time' },
            max_event_size: { type: 'size' },
            max_event_lines: { type: 'integer' },
            max_event_age: { type: 'time' },
            event_wait: { type: 'time' },
            max_held_size: { type: 'size' },
          },
          sections: {
            route: {
              required: true,
              multi: true,
              argument: { name: 'name', type: 'string', required: true },
              params: {
                namespaces: { type: 'array', value_type: 'string' },
                treatments: { type: 'array', value_type: 'string' },
                data_stream: { type: 'hash', required: true },
              },
            },
            treatment: {
              multi: true,
              argument: { name: 'name', type: 'string', required: true },
              params: {
                namespaces: { type: 'array', value_type: 'string' },
                containers: { type: 'array', value_type: 'string' },
                except_namespaces: { type: 'array', value_type: 'string' },
                except_containers: { type: 'array', value_type: 'string' },
                multiline: { type: 'bool' },
                languages: { type: 'array', value_type: 'string' },
                first_line: { type: 'string' },
              },
            },
          },
        },
        debug_agent: {
          like: ['input'],
          emits: true,
          params: {
            bind: { type: 'string' },
            port: { type: 'integer' },
            unix_path: { type: 'string' },
            object: { type: 'string' },
          },
        },
        dummy: { like: ['input sample'], emits: true },
        elasticsearch: {
          like: ['input'],
          gem: 'fluent-plugin-elasticsearch',
          emits: true,
          params: {
            tag: { type: 'string', required: true },
            host: { type: 'string' },
            port: { type: 'integer' },
            user: { type: 'string' },
            password: { type: 'string', secret: true },
            path: { type: 'string' },
            scheme: { type: 'enum', list: ['https', 'http'] },
            hosts: { type: 'string' },
            index_name: { type: 'string' },
            parse_timestamp: { type: 'bool' },
            timestamp_key_format: { type: 'string' },
            timestamp_parse_error_tag: { type: 'string' },
            query: { type: 'hash' },
            scroll: { type: 'string' },
            size: { type: 'integer' },
            num_slices: { type: 'integer' },
            interval: { type: 'size' },
            repeat: { type: 'bool' },
            http_backend: { type: 'enum', list: ['excon', 'typhoeus'] },
            request_timeout: { type: 'time' },
            reload_connections: { type: 'bool' },
            reload_on_failure: { type: 'bool' },
            resurrect_after: { type: 'time' },
            reload_after: { type: 'integer' },
            ssl_verify: { type: 'bool' },
            client_key: { type: 'string' },
            client_cert: { type: 'string' },
            client_key_pass: { type: 'string', secret: true },
            ca_file: { type: 'string' },
            ssl_version: { type: 'enum', list: ['SSLv23', 'TLSv1', 'TLSv1_1', 'TLSv1_2'] },
            with_transporter_log: { type: 'bool' },
            sniffer_class_name: { type: 'string' },
            custom_headers: { type: 'hash' },
            docinfo_fields: { type: 'array' },
            docinfo_target: { type: 'string' },
            docinfo: { type: 'bool' },
          },
        },
        exec: {
          like: ['input', 'parse', 'extract'],
          emits: true,
          params: {
            command: { type: 'string', required: true },
            connect_mode: { type: 'enum', list: ['read', 'read_with_stderr'] },
            tag: { type: 'string' },
            run_interval: { type: 'time' },
            read_block_size: { type: 'size' },
            encoding: { type: 'string' },
          },
          sections: {
            parse: {
              params: {
                '@type': { type: 'string', default: 'tsv' },
              },
            },
          },
        },
        forward: {
          like: ['input', 'transport'],
          emits: true,
          params: {
            port: { type: 'integer' },
            bind: { type: 'string' },
            backlog: { type: 'integer' },
            linger_timeout: { type: 'integer' },
            blocking_timeout: { type: 'time' },
            resolve_hostname: { type: 'bool' },
            deny_keepalive: { type: 'bool' },
            send_keepalive_packet: { type: 'bool' },
            chunk_size_warn_limit: { type: 'size' },
            chunk_size_limit: { type: 'size' },
            decompression_size_limit: { type: 'size' },
            skip_invalid_event: { type: 'bool' },
            source_address_key: { type: 'string' },
            source_hostname_key: { type: 'string' },
            tag: { type: 'string' },
            add_tag_prefix: { type: 'string' },
          },
          sections: {
            security: {
              params: {
                self_hostname: { type: 'string', required: true },
                shared_key: { type: 'string', required: true, secret: true },
                user_auth: { type: 'bool' },
                allow_anonymous_source: { type: 'bool' },
              },
              sections: {
                user: {
                  multi: true,
                  params: {
                    username: { type: 'string', required: true },
                    password: { type: 'string', required: true, secret: true },
                  },
                },
                client: {
                  multi: true,
                  params: {
                    host: { type: 'string' },
                    network: { type: 'string' },
                    shared_key: { type: 'string', secret: true },
                    users: { type: 'array' },
                  },
                },
              },
            },
          },
        },
        forwarded_logs: {
          like: ['input forward'],
          emits: true,
          params: {
            max_held_size: { type: 'size' },
            closing_file: { type: 'string' },
            foreign: { type: 'bool' },
          },
          sections: {
            treatment: {
              multi: true,
              argument: { name: 'name', type: 'string', required: true },
              params: {
                namespaces: { type: 'array', value_type: 'string' },
                containers: { type: 'array', value_type: 'string' },
                except_namespaces: { type: 'array', value_type: 'string' },
                except_containers: { type: 'array', value_type: 'string' },
              },
            },
          },
        },
        gc_stat: {
          like: ['input'],
          emits: true,
          params: {
            emit_interval: { type: 'time' },
            use_symbol_keys: { type: 'bool' },
            tag: { type: 'string', required: true },
          },
        },
        http: {
          like: ['input', 'parse', 'transport'],
          emits: true,
          params: {
            port: { type: 'integer' },
            bind: { type: 'string' },
            body_size_limit: { type: 'size' },
            decompression_size_limit: { type: 'size' },
            keepalive_timeout: { type: 'time' },
            backlog: { type: 'integer' },
            add_http_headers: { type: 'bool' },
            add_remote_addr: { type: 'bool' },
            blocking_timeout: { type: 'time' },
            cors_allow_origins: { type: 'array' },
            cors_allow_credentials: { type: 'bool' },
            respond_with_empty_img: { type: 'bool' },
            use_204_response: { type: 'bool' },
            dump_error_log: { type: 'bool' },
            add_query_params: { type: 'bool' },
            add_tag_prefix: { type: 'string' },
          },
          sections: {
            parse: {
              params: {
                '@type': { type: 'string', default: 'in_http' },
              },
            },
          },
        },
        http_events: {
          like: ['input'],
          emits: true,
          params: {
            tag: { type: 'string', required: true },
            port: { type: 'integer', required: true },
            bind: { type: 'string' },
            token: { type: 'string', secret: true },
            user: { type: 'string' },
            password: { type: 'string', secret: true },
            max_body_size: { type: 'size' },
            max_pending_size: { type: 'size' },
            max_event_size: { type: 'size' },
            cert_path: { type: 'string' },
            private_key_path: { type: 'string' },
          },
        },
        journal: {
          like: ['input'],
          emits: true,
          params: {
            path: { type: 'string' },
            pos_file: { type: 'string', required: true },
            units: { type: 'array', value_type: 'string' },
            kernel: { type: 'bool' },
            since: { type: 'time' },
            node_name: { type: 'string', required: true },
            tag: { type: 'string', required: true },
          },
        },
        monitor_agent: {
          like: ['input', 'transport'],
          emits: true,
          params: {
            bind: { type: 'string' },
            port: { type: 'integer' },
            tag: { type: 'string' },
            emit_interval: { type: 'time' },
            include_config: { type: 'bool' },
            include_retry: { type: 'bool' },
            include_debug_info: { type: 'bool' },
          },
        },
        object_space: {
          like: ['input'],
          emits: true,
          params: {
            emit_interval: { type: 'time' },
            tag: { type: 'string', required: true },
            top: { type: 'integer' },
          },
        },
        prometheus: {
          like: ['input', 'transport'],
          gem: 'fluent-plugin-prometheus',
          emits: true,
          params: {
            bind: { type: 'string' },
            port: { type: 'integer' },
            metrics_path: { type: 'string' },
            aggregated_metrics_path: { type: 'string' },
            content_encoding: { type: 'enum', list: ['identity', 'gzip'] },
          },
          sections: {
            ssl: {
              params: {
                enable: { type: 'bool' },
                certificate_path: { type: 'string' },
                private_key_path: { type: 'string' },
                ca_path: { type: 'string' },
                extra_conf: { type: 'hash' },
              },
            },
          },
        },
        prometheus_monitor: {
          like: ['input'],
          gem: 'fluent-plugin-prometheus',
          emits: true,
          params: {
            interval: { type: 'time' },
          },
          sections: {
            labels: { open: true },
          },
        },
        prometheus_output_monitor: {
          like: ['input'],
          gem: 'fluent-plugin-prometheus',
          emits: true,
          params: {
            interval: { type: 'time' },
            gauge_all: { type: 'bool' },
          },
          sections: {
            labels: { open: true },
          },
        },
        prometheus_tail_monitor: {
          like: ['input'],
          gem: 'fluent-plugin-prometheus',
          emits: true,
          params: {
            interval: { type: 'time' },
          },
          sections: {
            labels: { open: true },
          },
        },
        sample: {
          like: ['input', 'state'],
          emits: true,
          params: {
            tag: { type: 'string', required: true },
            size: { type: 'integer' },
            rate: { type: 'integer' },
            auto_increment_key: { type: 'string' },
            suspend: { type: 'bool' },
            reuse_record: { type: 'bool' },
            sample: { type: 'any', alias: 'dummy' },
          },
        },
        syslog: {
          like: ['input', 'parse', 'transport'],
          emits: true,
          params: {
            port: { type: 'integer' },
            bind: { type: 'string' },
            tag: { type: 'string', required: true },
            protocol_type: { type: 'enum', list: ['tcp', 'udp'] },
            frame_type: { type: 'enum', list: ['traditional', 'octet_count'] },
            include_source_host: { type: 'bool' },
            source_host_key: { type: 'string' },
            emit_unmatched_lines: { type: 'bool' },
            source_hostname_key: { type: 'string' },
            resolve_hostname: { type: 'bool' },
            send_keepalive_packet: { type: 'bool' },
            source_address_key: { type: 'string' },
            severity_key: { type: 'string', alias: 'priority_key' },
            facility_key: { type: 'string' },
            message_length_limit: { type: 'size' },
            blocking_timeout: { type: 'time' },
            delimiter: { type: 'string' },
          },
          sections: {
            transport: {
              argument: { name: 'protocol', type: 'enum', list: ['tcp', 'udp', 'tls'] },
            },
            parse: {
              params: {
                '@type': { type: 'string', default: 'syslog' },
                with_priority: { type: 'bool' },
              },
            },
          },
        },
        syslog_messages: {
          like: ['input'],
          emits: true,
          params: {
            tag: { type: 'string', required: true },
            protocol: { type: 'enum', list: ['udp', 'tcp', 'tls'], required: true },
            port: { type: 'integer', required: true },
            bind: { type: 'string' },
            zone: { type: 'string' },
            max_message_size: { type: 'size' },
            max_connections: { type: 'integer' },
            receive_buffer: { type: 'size' },
            cert_path: { type: 'string' },
            private_key_path: { type: 'string' },
            client_ca_path: { type: 'string' },
          },
        },
        systemd: {
          like: ['input', 'state'],
          gem: 'fluent-plugin-systemd',
          emits: true,
          params: {
            path: { type: 'string' },
            filters: { type: 'array' },
            matches: { type: 'array' },
            read_from_head: { type: 'bool' },
            tag: { type: 'string', required: true },
          },
          sections: {
            storage: {
              argument: { name: 'usage', type: 'string' },
            },
            entry: {
              params: {
                field_map: { type: 'hash' },
                field_map_strict: { type: 'bool' },
                fields_strip_underscores: { type: 'bool' },
                fields_lowercase: { type: 'bool' },
              },
            },
          },
        },
        tail: {
          like: ['input', 'parse'],
          emits: true,
          params: {
            path: { type: 'string', required: true },
            path_delimiter: { type: 'string' },
            glob_policy: { type: 'enum', list: ['backward_compatible', 'extended', 'always'] },
            tag: { type: 'string', required: true },
            exclude_path: { type: 'array' },
            rotate_wait: { type: 'time' },
            pos_file: { type: 'string' },
            pos_file_compaction_interval: { type: 'time' },
            read_from_head: { type: 'bool' },
            refresh_interval: { type: 'time' },
            read_lines_limit: { type: 'integer' },
            read_bytes_limit_per_second: { type: 'size' },
            multiline_flush_interval: { type: 'time' },
            emit_unmatched_lines: { type: 'bool' },
            enable_watch_timer: { type: 'bool' },
            enable_stat_watcher: { type: 'bool' },
            encoding: { type: 'string' },
            from_encoding: { type: 'string' },
            path_key: { type: 'string' },
            open_on_every_update: { type: 'bool' },
            limit_recently_modified: { type: 'time' },
            skip_refresh_on_startup: { type: 'bool' },
            ignore_repeated_permission_error: { type: 'bool' },
            path_timezone: { type: 'string' },
            follow_inodes: { type: 'bool' },
            max_line_size: { type: 'size' },
          },
          sections: {
            group: {
              params: {
                pattern: { type: 'regexp' },
                rate_period: { type: 'time' },
              },
              sections: {
                rule: {
                  required: true,
                  multi: true,
                  params: {
                    match: { type: 'hash', value_type: 'regexp' },
                    limit: { type: 'integer' },
                  },
                },
              },
            },
            parse: {
              required: true,
              argument: { name: 'usage', type: 'string' },
            },
          },
        },
        tcp: {
          like: ['input', 'parse', 'extract', 'transport'],
          emits: true,
          params: {
            tag: { type: 'string', required: true },
            port: { type: 'integer' },
            bind: { type: 'string' },
            source_host_key: { type: 'string' },
            source_hostname_key: { type: 'string' },
            source_address_key: { type: 'string' },
            message_length_limit: { type: 'size' },
            blocking_timeout: { type: 'time' },
            delimiter: { type: 'string' },
            send_keepalive_packet: { type: 'bool' },
          },
          sections: {
            security: {
              sections: {
                client: {
                  required: true,
                  multi: true,
                  params: {
                    host: { type: 'string' },
                    network: { type: 'string' },
                  },
                },
              },
            },
            parse: { required: true },
          },
        },
        udp: {
          like: ['input', 'parse', 'extract', 'transport'],
          emits: true,
          params: {
            tag: { type: 'string', required: true },
            port: { type: 'integer' },
            bind: { type: 'string' },
            source_host_key: { type: 'string' },
            source_hostname_key: { type: 'string' },
            source_address_key: { type: 'string' },
            body_size_limit: { type: 'size' },
            message_length_limit: { type: 'size' },
            remove_newline: { type: 'bool' },
            receive_buffer_size: { type: 'size' },
            blocking_timeout: { type: 'time' },
          },
          sections: {
            transport: {
              argument: { name: 'protocol', type: 'enum', list: ['udp'] },
            },
            parse: { required: true },
          },
        },
        unix: {
          like: ['input'],
          emits: true,
          params: {
            path: { type: 'string' },
            backlog: { type: 'integer' },
            tag: { type: 'string' },
          },
        },
      },
      filter: {
        concat: {
          like: ['filter'],
          gem: 'fluent-plugin-concat',
          emits: true,
          params: {
            key: { type: 'string', required: true },
            separator: { type: 'string' },
            n_lines: { type: 'integer' },
            multiline_start_regexp: { type: 'string' },
            multiline_end_regexp: { type: 'string' },
            continuous_line_regexp: { type: 'string' },
            stream_identity_key: { type: 'string' },
            flush_interval: { type: 'time' },
            timeout_label: { type: 'string' },
            use_first_timestamp: { type: 'bool' },
            partial_key: { type: 'string' },
            partial_value: { type: 'string' },
            keep_partial_key: { type: 'bool' },
            use_partial_metadata: { type: 'bool' },
            partial_metadata_format: {
              type: 'enum',
              list: ['docker-fluentd', 'docker-journald', 'docker-journald-lowercase'],
            },
            keep_partial_metadata: { type: 'bool' },
            use_partial_cri_logtag: { type: 'bool' },
            partial_cri_logtag_key: { type: 'string' },
            partial_cri_stream_key: { type: 'string' },
            buffer_limit_size: { type: 'size' },
            buffer_overflow_method: { type: 'enum', list: ['ignore', 'truncate', 'drop', 'new'] },
          },
        },
        dedot: {
          like: ['filter'],
          gem: 'fluent-plugin-dedot_filter',
          emits: true,
          params: {
            de_dot: { type: 'bool' },
            de_dot_separator: { type: 'string' },
            de_dot_nested: { type: 'bool' },
          },
        },
        elasticsearch_fit: {
          like: ['filter'],
          emits: true,
          params: {
            promote: { type: 'bool' },
          },
        },
        elasticsearch_genid: {
          like: ['filter'],
          gem: 'fluent-plugin-elasticsearch',
          emits: true,
          params: {
            hash_id_key: { type: 'string' },
            include_tag_in_seed: { type: 'bool' },
            include_time_in_seed: { type: 'bool' },
            use_record_as_seed: { type: 'bool' },
            use_entire_record: { type: 'bool' },
            record_keys: { type: 'array' },
            separator: { type: 'string' },
            hash_type: { type: 'enum', list: ['md5', 'sha1', 'sha256', 'sha512'] },
          },
        },
        grep: {
          like: ['filter'],
          emits: true,
          params: {
            regexp1: { type: 'string' },
            regexp2: { type: 'string' },
            regexp3: { type: 'string' },
            regexp4: { type: 'string' },
            regexp5: { type: 'string' },
            regexp6: { type: 'string' },
            regexp7: { type: 'string' },
            regexp8: { type: 'string' },
            regexp9: { type: 'string' },
            regexp10: { type: 'string' },
            regexp11: { type: 'string' },
            regexp12: { type: 'string' },
            regexp13: { type: 'string' },
            regexp14: { type: 'string' },
            regexp15: { type: 'string' },
            regexp16: { type: 'string' },
            regexp17: { type: 'string' },
            regexp18: { type: 'string' },
            regexp19: { type: 'string' },
            regexp20: { type: 'string' },
            exclude1: { type: 'string' },
            exclude2: { type: 'string' },
            exclude3: { type: 'string' },
            exclude4: { type: 'string' },
            exclude5: { type: 'string' },
            exclude6: { type: 'string' },
            exclude7: { type: 'string' },
            exclude8: { type: 'string' },
            exclude9: { type: 'string' },
            exclude10: { type: 'string' },
            exclude11: { type: 'string' },
            exclude12: { type: 'string' },
            exclude13: { type: 'string' },
            exclude14: { type: 'string' },
            exclude15: { type: 'string' },
            exclude16: { type: 'string' },
            exclude17: { type: 'string' },
            exclude18: { type: 'string' },
            exclude19: { type: 'string' },
            exclude20: { type: 'string' },
          },
          sections: {
            regexp: {
              multi: true,
              params: {
                key: { type: 'string', required: true },
                pattern: { type: 'regexp', required: true },
              },
            },
            exclude: {
              multi: true,
              params: {
                key: { type: 'string', required: true },
                pattern: { type: 'regexp', required: true },
              },
            },
            and: {
              multi: true,
              sections: {
                regexp: {
                  multi: true,
                  params: {
                    key: { type: 'string', required: true },
                    pattern: { type: 'regexp', required: true },
                  },
                },
                exclude: {
                  multi: true,
                  params: {
                    key: { type: 'string', required: true },
                    pattern: { type: 'regexp', required: true },
                  },
                },
              },
            },
            or: {
              multi: true,
              sections: {
                regexp: {
                  multi: true,
                  params: {
                    key: { type: 'string', required: true },
                    pattern: { type: 'regexp', required: true },
                  },
                },
                exclude: {
                  multi: true,
                  params: {
                    key: { type: 'string', required: true },
                    pattern: { type: 'regexp', required: true },
                  },
                },
              },
            },
          },
        },
        kubernetes_metadata: {
          like: ['filter'],
          gem: 'fluent-plugin-kubernetes_metadata_filter',
          emits: true,
          params: {
            kubernetes_url: { type: 'string' },
            cache_size: { type: 'integer' },
            cache_ttl: { type: 'integer' },
            ignore_nil: { type: 'integer' },
            watch: { type: 'bool' },
            apiVersion: { type: 'string' },
            client_cert: { type: 'string' },
            client_key: { type: 'string' },
            ca_file: { type: 'string' },
            verify_ssl: { type: 'bool' },
            open_timeout: { type: 'integer' },
            read_timeout: { type: 'integer' },
            tag_to_kubernetes_name_regexp: { type: 'string' },
            bearer_token_file: { type: 'string' },
            secret_dir: { type: 'string' },
            annotation_match: { type: 'array' },
            stats_interval: { type: 'integer' },
            allow_orphans: { type: 'bool' },
            orphaned_namespace_name: { type: 'string' },
            orphaned_namespace_id: { type: 'string' },
            lookup_from_k8s_field: { type: 'bool' },
            ssl_partial_chain: { type: 'bool' },
            skip_labels: { type: 'bool' },
            skip_pod_labels: { type: 'bool' },
            skip_namespace_labels: { type: 'bool' },
            skip_container_metadata: { type: 'bool' },
            skip_master_url: { type: 'bool' },
            skip_namespace_metadata: { type: 'bool' },
            include_ownerrefs_metadata: { type: 'bool' },
            test_api_adapter: { type: 'string' },
            watch_retry_interval: { type: 'integer' },
            watch_retry_exponential_backoff_base: { type: 'integer' },
            watch_retry_max_times: { type: 'integer' },
          },
        },
        log_metrics: {
          like: ['filter'],
          emits: true,
          params: {
            max_series: { type: 'integer' },
            within: { type: 'time' },
          },
          sections: {
            abnormal: {
              multi: true,
              params: {
                where: { type: 'hash', required: true },
              },
            },
            metric: {
              multi: true,
              argument: { name: 'name', type: 'string', required: true },
              params: {
                routes: { type: 'array', value_type: 'string' },
                treatments: { type: 'array', value_type: 'string' },
                where: { type: 'hash' },
                buckets: { type: 'array', value_type: 'float' },
                max_series: { type: 'integer', required: true },
                by: { type: 'array', value_type: 'string' },
                paths: { type: 'array', value_type: 'string' },
              },
              sections: {
                field: {
                  multi: true,
                  argument: { name: 'label', type: 'string', required: true },
                  params: {
                    name: { type: 'string', required: true },
                    values: { type: 'array', value_type: 'string', required: true },
                  },
                },
              },
            },
          },
        },
        parser: {
          like: ['filter', 'parse'],
          emits: true,
          params: {
            key_name: { type: 'string', required: true },
            reserve_data: { type: 'bool' },
            reserve_time: { type: 'bool' },
            remove_key_name_field: { type: 'bool' },
            inject_key_prefix: { type: 'string' },
            replace_invalid_sequence: { type: 'bool' },
            hash_value_field: { type: 'string' },
            emit_invalid_record_to_error: { type: 'bool' },
          },
          sections: {
            parse: { required: true },
          },
        },
        prometheus: {
          like: ['filter'],
          gem: 'fluent-plugin-prometheus',
          emits: true,
          sections: {
            labels: { open: true },
            metric: {
              multi: true,
              params: {
                name: { type: 'string', required: true },
                type: { type: 'enum', list: ['counter', 'gauge', 'summary', 'histogram'], required: true },
                desc: { type: 'string', required: true },
                key: { type: 'string' },
                buckets: { type: 'string' },
                initialized: { type: 'bool' },
              },
              sections: {
                labels: { open: true },
                initlabels: { open: true, multi: true },
              },
            },
          },
        },
        record_modifier: {
          like: ['filter'],
          gem: 'fluent-plugin-record-modifier',
          emits: true,
          params: {
            prepare_value: { type: 'string' },
            char_encoding: { type: 'string' },
            remove_keys: { type: 'array' },
            whitelist_keys: { type: 'string' },
          },
          sections: {
            replace: {
              multi: true,
              params: {
                key: { type: 'string', required: true },
                expression: { type: 'any', required: true },
                replace: { type: 'string', required: true },
              },
            },
            record: { open: true, multi: true },
          },
        },
        record_transformer: {
          like: ['filter'],
          emits: true,
          params: {
            remove_keys: { type: 'array' },
            keep_keys: { type: 'array' },
            renew_record: { type: 'bool' },
            renew_time_key: { type: 'string' },
            enable_ruby: { type: 'bool' },
            auto_typecast: { type: 'bool' },
          },
          sections: {
            record: { open: true, multi: true },
          },
        },
        stdout: {
          like: ['filter', 'format', 'inject'],
          emits: true,
          sections: {
            format: {
              params: {
                '@type': { type: 'string', default: 'stdout' },
              },
            },
          },
        },
        systemd_entry: {
          like: ['filter'],
          gem: 'fluent-plugin-systemd',
          emits: true,
          params: {
            field_map: { type: 'hash' },
            field_map_strict: { type: 'bool' },
            fields_strip_underscores: { type: 'bool' },
            fields_lowercase: { type: 'bool' },
          },
        },
        treatments: {
          like: ['filter'],
          emits: true,
          params: {
            promote: { type: 'bool' },
            keep_name: { type: 'bool' },
          },
          sections: {
            treatment: {
              required: true,
              multi: true,
              argument: { name: 'name', type: 'string', required: true },
              params: {
                redaction_key: { type: 'string', secret: true },
              },
              sections: {
                rate_limit: {
                  params: {
                    lines: { type: 'integer', required: true },
                    per: { type: 'time', required: true },
                    burst: { type: 'integer', required: true },
                  },
                },
                parser: {
                  multi: true,
                  params: {
                    format: {
                      type: 'enum',
                      list: ['apache', 'csv', 'ecs', 'json', 'klog', 'logfmt', 'ltsv', 'nginx', 'pattern', 'syslog'],
                      required: true,
                    },
                    pattern: { type: 'string' },
                    names: { type: 'array', value_type: 'string' },
                    columns: { type: 'array', value_type: 'string' },
                    separator: { type: 'string' },
                    quote: { type: 'string' },
                  },
                },
                level: {
                  params: {
                    field: { type: 'string' },
                    numbers: { type: 'enum', list: ['pino', 'python', 'syslog', 'opentelemetry'] },
                    words: { type: 'hash' },
                    text: { type: 'bool' },
                    default: {
                      type: 'enum',
                      list: [
                        'trace',
                        'debug',
                        'info',
                        'notice',
                        'warn',
                        'error',
                        'critical',
                        'alert',
                        'emergency',
                        'fatal',
                      ],
                    },
                  },
                },
                time: {
                  params: {
                    field: { type: 'string', required: true },
                    format: { type: 'string' },
                    zone: { type: 'string' },
                  },
                },
                drop: {
                  multi: true,
                  params: {
                    reason: { type: 'string', required: true },
                    where: { type: 'hash', required: true },
                  },
                },
                sample: {
                  params: {
                    keep: { type: 'float', required: true },
                    by: { type: 'string' },
                    except: { type: 'hash' },
                  },
                },
                fields: {
                  params: {
                    rename: { type: 'hash' },
                    keep: { type: 'array', value_type: 'string' },
                    remove: { type: 'array', value_type: 'string' },
                    add: { type: 'hash' },
                  },
                },
                redact: {
                  multi: true,
                  argument: { name: 'pattern', type: 'string', required: true },
                  params: {
                    matches: { type: 'string' },
                    with: { type: 'enum', list: ['mask', 'hash'] },
                  },
                },
                max_message: {
                  params: {
                    size: { type: 'size', required: true },
                    over: { type: 'enum', list: ['truncate', 'drop'] },
                  },
                },
              },
            },
          },
        },
      },
      output: {
        buffer: {
          like: ['output', 'buffered_output'],
          emits: true,
          sections: {
            buffer: {
              argument: { name: 'chunk_keys', type: 'array', value_type: 'string' },
              params: {
                '@type': { type: 'string', alias: 'type', default: 'file' },
                flush_mode: { type: 'enum', list: ['default', 'lazy', 'interval', 'immediate'] },
                flush_interval: { type: 'time' },
              },
            },
          },
        },
        copy: {
          like: [],
          emits: true,
          params: {
            '@log_level': { type: 'string', alias: 'log_level' },
            deep_copy: { type: 'bool' },
            copy_mode: { type: 'enum', list: ['no_copy', 'shallow', 'deep', 'marshal'] },
          },
          sections: {
            store: {
              required: true,
              multi: true,
              plugin: 'output',
              argument: { name: 'arg', type: 'string' },
              params: {
                '@type': { type: 'string' },
              },
            },
          },
        },
        dead_letters: {
          like: ['output'],
          params: {
            path: { type: 'string', required: true },
            max_file_size: { type: 'size' },
            max_size: { type: 'size' },
          },
        },
        detect_exceptions: {
          like: ['output', 'inject'],
          gem: 'fluent-plugin-detect-exceptions',
          emits: true,
          params: {
            remove_tag_prefix: { type: 'string', required: true },
            message: { type: 'string' },
            multiline_flush_interval: { type: 'time' },
            languages: { type: 'array', value_type: 'string' },
            force_line_breaks: { type: 'bool' },
            max_lines: { type: 'integer' },
            max_bytes: { type: 'integer' },
            stream: { type: 'string' },
          },
        },
        elasticsearch: {
          like: ['output', 'buffered_output'],
          gem: 'fluent-plugin-elasticsearch',
          emits: true,
          params: {
            ssl_version: { type: 'enum', list: ['TLSv1', 'TLSv1_1', 'TLSv1_2', 'TLSv1_3'] },
            ssl_min_version: { type: 'enum', list: ['TLSv1', 'TLSv1_1', 'TLSv1_2', 'TLSv1_3'] },
            ssl_max_version: { type: 'enum', list: ['TLSv1', 'TLSv1_1', 'TLSv1_2', 'TLSv1_3'] },
            host: { type: 'string' },
            port: { type: 'integer' },
            user: { type: 'string' },
            password: { type: 'string', secret: true },
            cloud_id: { type: 'string' },
            cloud_auth: { type: 'string' },
            path: { type: 'string' },
            scheme: { type: 'enum', list: ['https', 'http'] },
            hosts: { type: 'string' },
            target_index_key: { type: 'string' },
            target_type_key: { type: 'string' },
            time_key_format: { type: 'string' },
            time_precision: { type: 'integer' },
            include_timestamp: { type: 'bool' },
            logstash_format: { type: 'bool' },
            logstash_prefix: { type: 'string' },
            logstash_prefix_separator: { type: 'string' },
            logstash_dateformat: { type: 'string' },
            utc_index: { type: 'bool' },
            type_name: { type: 'string' },
            suppress_type_name: { type: 'bool' },
            index_name: { type: 'string' },
            id_key: { type: 'string' },
            write_operation: { type: 'string' },
            parent_key: { type: 'string' },
            routing_key: { type: 'string' },
            request_timeout: { type: 'time' },
            reload_connections: { type: 'bool' },
            reload_on_failure: { type: 'bool' },
            retry_tag: { type: 'string' },
            resurrect_after: { type: 'time' },
            time_key: { type: 'string' },
            time_key_exclude_timestamp: { type: 'bool' },
            ssl_verify: { type: 'bool' },
            client_key: { type: 'string' },
            client_cert: { type: 'string' },
            client_key_pass: { type: 'string', secret: true },
            ca_file: { type: 'string' },
            remove_keys: { type: 'string' },
            remove_keys_on_update: { type: 'string' },
            remove_keys_on_update_key: { type: 'string' },
            flatten_hashes: { type: 'bool' },
            flatten_hashes_separator: { type: 'string' },
            template_name: { type: 'string' },
            template_file: { type: 'string' },
            template_overwrite: { type: 'bool' },
            customize_template: { type: 'hash' },
            rollover_index: { type: 'string' },
            index_date_pattern: { type: 'string' },
            index_separator: { type: 'string' },
            deflector_alias: { type: 'string' },
            index_prefix: {
              type: 'string',
              obsoleted:
                "This parameter shouldn't be used in 4.0.0 or later. Specify ILM target index with using `index_name' w/o `logstash_format' or 'logstash_prefix' w/ `logstash_format' instead.",
            },
            application_name: { type: 'string' },
            templates: { type: 'hash' },
            max_retry_putting_template: { type: 'integer' },
            fail_on_putting_template_retry_exceed: { type: 'bool' },
            fail_on_detecting_es_version_retry_exceed: { type: 'bool' },
            max_retry_get_es_version: { type: 'integer' },
            include_tag_key: { type: 'bool' },
            tag_key: { type: 'string' },
            time_parse_error_tag: { type: 'string' },
            reconnect_on_error: { type: 'bool' },
            pipeline: { type: 'string' },
            with_transporter_log: { type: 'bool' },
            emit_error_for_missing_id: { type: 'bool' },
            sniffer_class_name: { type: 'string' },
            selector_class_name: { type: 'string' },
            reload_after: { type: 'integer' },
            content_type: { type: 'enum', list: ['application/json', 'application/x-ndjson'] },
            include_index_in_url: { type: 'bool' },
            http_backend: { type: 'enum', list: ['excon', 'typhoeus'] },
            http_backend_excon_nonblock: { type: 'bool' },
            validate_client_version: { type: 'bool' },
            prefer_oj_serializer: { type: 'bool' },
            unrecoverable_error_types: { type: 'array' },
            verify_es_version_at_startup: { type: 'bool' },
            default_elasticsearch_version: { type: 'integer' },
            log_es_400_reason: { type: 'bool' },
            custom_headers: { type: 'hash' },
            api_key: { type: 'string', secret: true },
            suppress_doc_wrap: { type: 'bool' },
            ignore_exceptions: { type: 'array', value_type: 'string' },
            exception_backup: { type: 'bool' },
            bulk_message_request_threshold: { type: 'size' },
            compression_level: {
              type: 'enum',
              list: ['no_compression', 'best_speed', 'best_compression', 'default_compression'],
            },
            enable_ilm: { type: 'bool' },
            ilm_policy_id: { type: 'string' },
            ilm_policy: { type: 'hash' },
            ilm_policies: { type: 'hash' },
            ilm_policy_overwrite: { type: 'bool' },
            truncate_caches_interval: { type: 'time' },
            use_legacy_template: { type: 'bool' },
            catch_transport_exception_on_retry: { type: 'bool' },
            target_index_affinity: { type: 'bool' },
          },
          sections: {
            buffer: {
              argument: { name: 'chunk_keys', type: 'array', value_type: 'string' },
              params: {
                timekey_use_utc: { type: 'bool' },
              },
            },
            metadata: {
              params: {
                include_chunk_id: { type: 'bool' },
                chunk_id_key: { type: 'string' },
              },
            },
          },
        },
        elasticsearch_bulk: {
          like: ['output', 'buffered_output'],
          emits: true,
          params: {
            url: { type: 'string', required: true },
            user: { type: 'string' },
            password: { type: 'string', secret: true },
            api_key: { type: 'string', secret: true },
            ca_file: { type: 'string' },
            compatible_with: { type: 'integer' },
            data_stream: { type: 'string' },
            request_timeout: { type: 'time' },
          },
        },
        elasticsearch_data_stream: {
          like: ['output elasticsearch'],
          gem: 'fluent-plugin-elasticsearch',
          emits: true,
          params: {
            use_legacy_template: { type: 'bool' },
            data_stream_name: { type: 'string', required: true },
            data_stream_ilm_name: { type: 'string' },
            data_stream_template_name: { type: 'string' },
            data_stream_ilm_policy: { type: 'string' },
            data_stream_ilm_policy_overwrite: { type: 'bool' },
            data_stream_template_use_index_patterns_wildcard: { type: 'bool' },
          },
        },
        elasticsearch_dynamic: {
          like: ['output elasticsearch'],
          gem: 'fluent-plugin-elasticsearch',
          emits: true,
          params: {
            delimiter: { type: 'string' },
          },
        },
        exec: {
          like: ['output', 'buffered_output', 'format', 'inject'],
          params: {
            command: { type: 'string', required: true },
            command_timeout: { type: 'time' },
          },
          sections: {
            buffer: {
              params: {
                delayed_commit_timeout: { type: 'time' },
              },
            },
            format: {
              params: {
                '@type': { type: 'string', default: 'tsv' },
              },
            },
            inject: {
              params: {
                time_type: {
                  type: 'enum',
                  list: ['float', 'unixtime', 'unixtime_millis', 'unixtime_micros', 'unixtime_nanos', 'string'],
                },
                localtime: { type: 'bool' },
              },
            },
          },
        },
        exec_filter: {
          like: ['output', 'buffered_output', 'parse', 'format', 'inject', 'extract'],
          emits: true,
          params: {
            command: { type: 'string', required: true },
            remove_prefix: { type: 'string' },
            add_prefix: { type: 'string' },
            tag: { type: 'string' },
            tag_key: { type: 'string' },
            time_key: { type: 'string' },
            time_format: { type: 'string' },
            read_block_size: { type: 'size' },
            num_children: { type: 'integer' },
            child_respawn: { type: 'string' },
            suppress_error_log_interval: { type: 'time' },
          },
          sections: {
            buffer: {
              params: {
                flush_mode: { type: 'enum', list: ['default', 'lazy', 'interval', 'immediate'] },
                flush_interval: { type: 'time' },
              },
            },
            parse: {
              params: {
                '@type': { type: 'string', default: 'tsv' },
              },
            },
            format: {
              params: {
                '@type': { type: 'string', default: 'tsv' },
              },
            },
            inject: {
              params: {
                time_type: {
                  type: 'enum',
                  list: ['float', 'unixtime', 'unixtime_millis', 'unixtime_micros', 'unixtime_nanos', 'string'],
                },
              },
            },
          },
        },
        file: {
          like: ['output', 'buffered_output', 'format', 'inject'],
          params: {
            path: { type: 'string', required: true },
            add_path_suffix: { type: 'bool' },
            path_suffix: { type: 'string' },
            append: { type: 'bool' },
            compress: { type: 'enum', list: ['text', 'gz', 'gzip', 'zstd'] },
            recompress: { type: 'bool' },
            symlink_path: { type: 'string' },
            symlink_path_use_relative: { type: 'bool' },
          },
          sections: {
            buffer: {
              argument: { name: 'chunk_keys', type: 'array', value_type: 'string' },
              params: {
                '@type': { type: 'string', alias: 'type', default: 'file' },
                timekey: { type: 'time' },
              },
            },
            format: {
              params: {
                '@type': { type: 'string', default: 'out_file' },
              },
            },
          },
        },
        forward: {
          like: ['output', 'buffered_output', 'transport', 'service_discovery'],
          params: {
            transport: { type: 'enum', list: ['tcp', 'tls'] },
            send_timeout: { type: 'time' },
            connect_timeout: { type: 'time' },
            heartbeat_type: { type: 'enum', list: ['transport', 'tcp', 'udp', 'none'] },
            heartbeat_interval: { type: 'time' },
            recover_wait: { type: 'time' },
            hard_timeout: { type: 'time' },
            phi_threshold: { type: 'integer' },
            phi_failure_detector: { type: 'bool' },
            require_ack_response: { type: 'bool' },
            ack_response_timeout: { type: 'time' },
            read_interval_msec: { type: 'integer' },
            read_length: { type: 'size' },
            expire_dns_cache: { type: 'time' },
            dns_round_robin: { type: 'bool' },
            ignore_network_errors_at_startup: { type: 'bool' },
            verify_connection_at_startup: { type: 'bool' },
            compress: { type: 'enum', list: ['text', 'gzip', 'zstd'] },
            tls_version: { type: 'enum', list: ['TLSv1_1', 'TLSv1_2', 'TLSv1_3', 'TLS1_1', 'TLS1_2', 'TLS1_3'] },
            tls_ciphers: { type: 'string' },
            tls_insecure_mode: { type: 'bool' },
            tls_allow_self_signed_cert: { type: 'bool' },
            tls_verify_hostname: { type: 'bool' },
            tls_ca_cert_path: { type: 'array', value_type: 'string' },
            tls_cert_path: { type: 'array', value_type: 'string' },
            tls_client_cert_path: { type: 'string' },
            tls_client_private_key_path: { type: 'string' },
            tls_client_private_key_passphrase: { type: 'string', secret: true },
            tls_cert_thumbprint: { type: 'string', secret: true },
            tls_cert_logical_store_name: { type: 'string' },
            tls_cert_use_enterprise_store: { type: 'bool' },
            keepalive: { type: 'bool' },
            keepalive_timeout: { type: 'time' },
            port: { type: 'integer', obsoleted: 'User <server> section instead.' },
            host: { type: 'string', obsoleted: 'Use <server> section instead.' },
          },
          sections: {
            buffer: {
              argument: { name: 'chunk_keys', type: 'array', value_type: 'string' },
            },
            security: {
              params: {
                self_hostname: { type: 'string', required: true },
                shared_key: { type: 'string', required: true, secret: true },
              },
            },
            server: {
              multi: true,
              params: {
                host: { type: 'string', required: true },
                name: { type: 'string' },
                port: { type: 'integer' },
                shared_key: { type: 'string', secret: true },
                username: { type: 'string' },
                password: { type: 'string', secret: true },
                standby: { type: 'bool' },
                weight: { type: 'integer' },
              },
            },
          },
        },
        forward_logs: {
          like: ['output', 'buffered_output'],
          params: {
            servers: { type: 'array', value_type: 'string', required: true },
            shared_key: { type: 'string', required: true, secret: true },
            self_hostname: { type: 'string', required: true },
            ca_file: { type: 'string' },
            connect_timeout: { type: 'time' },
            ack_timeout: { type: 'time' },
            connection_age: { type: 'time' },
          },
          sections: {
            buffer: {
              argument: { name: 'chunk_keys', type: 'array', value_type: 'string' },
            },
          },
        },
        http: {
          like: ['output', 'buffered_output', 'format'],
          params: {
            endpoint: { type: 'string', required: true },
            http_method: { type: 'enum', list: ['put', 'post'] },
            proxy: { type: 'string' },
            content_type: { type: 'string' },
            json_array: { type: 'bool' },
            headers: { type: 'hash' },
            headers_from_placeholders: { type: 'hash' },
            compress: { type: 'enum', list: ['text', 'gzip'] },
            allowed_hosts: { type: 'array' },
            open_timeout: { type: 'integer' },
            read_timeout: { type: 'integer' },
            ssl_timeout: { type: 'integer' },
            reuse_connections: { type: 'bool' },
            tls_ca_cert_path: { type: 'string' },
            tls_client_cert_path: { type: 'string' },
            tls_private_key_path: { type: 'string' },
            tls_private_key_passphrase: { type: 'string', secret: true },
            tls_verify_mode: { type: 'enum', list: ['none', 'peer'] },
            tls_version: { type: 'enum', list: ['TLSv1_1', 'TLSv1_2', 'TLSv1_3', 'TLS1_1', 'TLS1_2', 'TLS1_3'] },
            tls_ciphers: { type: 'string' },
            error_response_as_unrecoverable: { type: 'bool' },
            retryable_response_codes: { type: 'array', value_type: 'integer' },
          },
          sections: {
            format: {
              params: {
                '@type': { type: 'string', default: 'json' },
              },
            },
            auth: {
              params: {
                method: { type: 'enum', list: ['basic', 'aws_sigv4'] },
                username: { type: 'string' },
                password: { type: 'string', secret: true },
                aws_service: { type: 'string' },
                aws_region: { type: 'string' },
                aws_role_arn: { type: 'string' },
              },
            },
          },
        },
        input_events: {
          like: ['output'],
          emits: true,
          params: {
            input: { type: 'string', required: true },
            route: { type: 'string', required: true },
            data_stream: { type: 'hash', required: true },
            treatment: { type: 'string' },
            fields: { type: 'array', value_type: 'string' },
            identity: { type: 'array', value_type: 'string' },
          },
        },
        null: {
          like: ['output', 'buffered_output'],
          params: {
            never_flush: { type: 'bool' },
          },
          sections: {
            buffer: {
              argument: { name: 'chunk_keys', type: 'array', value_type: 'string' },
              params: {
                flush_at_shutdown: { type: 'bool' },
              },
            },
          },
        },
        prometheus: {
          like: ['output'],
          gem: 'fluent-plugin-prometheus',
          sections: {
            labels: { open: true },
            metric: {
              multi: true,
              params: {
                name: { type: 'string', required: true },
                type: { type: 'enum', list: ['counter', 'gauge', 'summary', 'histogram'], required: true },
                desc: { type: 'string', required: true },
                key: { type: 'string' },
                buckets: { type: 'string' },
                initialized: { type: 'bool' },
              },
              sections: {
                labels: { open: true },
                initlabels: { open: true, multi: true },
              },
            },
          },
        },
        record_modifier: {
          like: ['output'],
          gem: 'fluent-plugin-record-modifier',
          emits: true,
          params: {
            tag: { type: 'string', required: true },
            prepare_value: { type: 'string' },
            char_encoding: { type: 'string' },
            remove_keys: { type: 'string' },
            whitelist_keys: { type: 'string' },
          },
          sections: {
            replace: {
              multi: true,
              params: {
                key: { type: 'string', required: true },
                expression: { type: 'any', required: true },
                replace: { type: 'string', required: true },
              },
            },
            record: { open: true, multi: true },
          },
        },
        relabel: { like: ['output'], emits: true },
        rewrite_tag_filter: {
          like: ['output'],
          gem: 'fluent-plugin-rewrite-tag-filter',
          emits: true,
          params: {
            capitalize_regex_backreference: { type: 'bool' },
            remove_tag_prefix: { type: 'string' },
            remove_tag_regexp: { type: 'regexp' },
            hostname_command: { type: 'string' },
            emit_mode: { type: 'enum', list: ['record', 'batch'] },
          },
          sections: {
            rule: {
              multi: true,
              params: {
                key: { type: 'string', required: true },
                pattern: { type: 'regexp', required: true },
                tag: { type: 'string', required: true },
                label: { type: 'string' },
                invert: { type: 'bool' },
              },
            },
          },
        },
        roundrobin: {
          like: [],
          emits: true,
          params: {
            '@log_level': { type: 'string', alias: 'log_level' },
          },
          sections: {
            store: {
              required: true,
              multi: true,
              plugin: 'output',
              argument: { name: 'arg', type: 'string' },
              params: {
                '@type': { type: 'string' },
                weight: { type: 'integer' },
              },
            },
          },
        },
        secondary_file: {
          like: ['output', 'buffered_output'],
          params: {
            directory: { type: 'string', required: true },
            basename: { type: 'string' },
            append: { type: 'bool' },
            compress: { type: 'enum', list: ['text', 'gzip'] },
          },
        },
        stdout: {
          like: ['output', 'buffered_output', 'format', 'inject'],
          params: {
            use_logger: { type: 'bool' },
          },
          sections: {
            buffer: {
              argument: { name: 'chunk_keys', type: 'array', value_type: 'string' },
              params: {
                flush_at_shutdown: { type: 'bool' },
              },
            },
            format: {
              params: {
                '@type': { type: 'string', default: 'stdout' },
              },
            },
          },
        },
        tcp: {
          like: ['output', 'buffered_output', 'inject'],
          emits: true,
          params: {
            buffer_type: { type: 'string' },
            flush_interval: { type: 'time' },
            try_flush_interval: { type: 'float' },
            disable_retry_limit: { type: 'bool' },
            retry_limit: { type: 'integer' },
            retry_wait: { type: 'time' },
            max_retry_wait: { type: 'time' },
            num_threads: { type: 'integer' },
            queued_chunk_flush_interval: { type: 'time' },
            buffer_chunk_limit: { type: 'size' },
            buffer_queue_limit: { type: 'integer' },
            buffer_queue_full_action: { type: 'enum', list: ['exception', 'block', 'drop_oldest_chunk'] },
            flush_at_shutdown: { type: 'bool' },
            send_timeout: { type: 'time' },
            port: { type: 'integer' },
            host: { type: 'string', required: true },
          },
        },
        unix: {
          like: ['output', 'buffered_output', 'inject'],
          emits: true,
          params: {
            buffer_type: { type: 'string' },
            flush_interval: { type: 'time' },
            try_flush_interval: { type: 'float' },
            disable_retry_limit: { type: 'bool' },
            retry_limit: { type: 'integer' },
            retry_wait: { type: 'time' },
            max_retry_wait: { type: 'time' },
            num_threads: { type: 'integer' },
            queued_chunk_flush_interval: { type: 'time' },
            buffer_chunk_limit: { type: 'size' },
            buffer_queue_limit: { type: 'integer' },
            buffer_queue_full_action: { type: 'enum', list: ['exception', 'block', 'drop_oldest_chunk'] },
            flush_at_shutdown: { type: 'bool' },
            send_timeout: { type: 'time' },
            path: { type: 'string', required: true },
          },
        },
      },
      buffer: {
        file: {
          like: ['buffer'],
          params: {
            chunk_limit_size: { type: 'size' },
            total_limit_size: { type: 'size' },
            path: { type: 'string' },
            path_suffix: { type: 'string' },
            file_permission: { type: 'string' },
            dir_permission: { type: 'string' },
          },
        },
        file_single: {
          like: ['buffer'],
          params: {
            chunk_limit_size: { type: 'size' },
            total_limit_size: { type: 'size' },
            path: { type: 'string' },
            calc_num_records: { type: 'bool' },
            chunk_format: { type: 'enum', list: ['msgpack', 'text', 'auto'] },
            file_permission: { type: 'string' },
            dir_permission: { type: 'string' },
          },
        },
        memory: { like: ['buffer'] },
      },
      parser: {
        apache: {
          like: ['parser regexp'],
          params: {
            time_format: { type: 'string' },
            expression: { type: 'regexp' },
          },
        },
        apache2: { like: ['parser'] },
        apache_error: {
          like: ['parser regexp'],
          params: {
            expression: { type: 'regexp' },
          },
        },
        cri: {
          like: ['parser'],
          gem: 'fluent-plugin-parser-cri',
          params: {
            time_format: { type: 'string' },
            time_key: { type: 'string' },
            keep_time_key: { type: 'bool' },
            merge_cri_fields: { type: 'bool' },
          },
          sections: {
            parse: {
              plugin: 'parser',
              params: {
                '@type': { type: 'string', required: true },
              },
            },
          },
        },
        csv: {
          like: ['parser'],
          params: {
            keys: { type: 'array', value_type: 'string', required: true },
            delimiter: { type: 'string' },
            parser_engine: { type: 'enum', list: ['normal', 'fast'], alias: 'parser_type' },
          },
        },
        grok: {
          like: ['parser'],
          gem: 'fluent-plugin-grok-parser',
          params: {
            time_format: { type: 'string' },
            grok_pattern: { type: 'string' },
            custom_pattern_path: { type: 'string' },
            grok_failure_key: { type: 'string' },
            grok_name_key: { type: 'string' },
          },
          sections: {
            grok: {
              multi: true,
              params: {
                name: { type: 'string' },
                pattern: { type: 'string', required: true },
                keep_time_key: { type: 'bool' },
                time_key: { type: 'string' },
                time_format: { type: 'string' },
                timezone: { type: 'string' },
              },
            },
          },
        },
        in_http: {
          like: ['parser'],
          params: {
            time_key: { type: 'string' },
          },
        },
        json: {
          like: ['parser'],
          params: {
            time_type: { type: 'enum', list: ['string', 'unixtime', 'float', 'mixed'] },
            time_key: { type: 'string' },
            json_parser: { type: 'enum', list: ['oj', 'yajl', 'json'] },
            stream_buffer_size: { type: 'integer' },
          },
        },
        json_in_json: {
          like: ['parser'],
          gem: 'fluent-plugin-json-in-json-2',
          params: {
            time_type: { type: 'enum', list: ['string', 'unixtime', 'float', 'mixed'] },
            time_key: { type: 'string' },
          },
        },
        ltsv: {
          like: ['parser'],
          params: {
            time_key: { type: 'string' },
            delimiter: { type: 'string' },
            delimiter_pattern: { type: 'regexp' },
            label_delimiter: { type: 'string' },
          },
        },
        msgpack: { like: ['parser'] },
        multi_format: {
          like: ['parser'],
          gem: 'fluent-plugin-multi-format-parser',
          sections: {
            pattern: { plugin: 'parser', type_param: 'format', required: true, multi: true },
          },
        },
        multiline: {
          like: ['parser'],
          params: {
            format_firstline: { type: 'string' },
            unmatched_lines: { type: 'string' },
          },
        },
        multiline_grok: {
          like: ['parser grok'],
          gem: 'fluent-plugin-grok-parser',
          params: {
            multiline_start_regexp: { type: 'string' },
          },
        },
        nginx: {
          like: ['parser regexp'],
          params: {
            time_format: { type: 'string' },
            expression: { type: 'regexp' },
          },
        },
        none: {
          like: ['parser'],
          params: {
            message_key: { type: 'string' },
          },
        },
        regexp: {
          like: ['parser'],
          params: {
            time_key: { type: 'string' },
            expression: { type: 'regexp', required: true },
            ignorecase: { type: 'bool' },
            multiline: { type: 'bool' },
          },
        },
        syslog: {
          like: ['parser'],
          params: {
            time_format: { type: 'string' },
            with_priority: { type: 'bool' },
            message_format: { type: 'enum', list: ['rfc3164', 'rfc5424', 'auto'] },
            rfc5424_time_format: { type: 'string' },
            parser_engine: { type: 'enum', list: ['regexp', 'string'], alias: 'parser_type' },
            support_colonless_ident: { type: 'bool' },
          },
        },
        tsv: {
          like: ['parser'],
          params: {
            keys: { type: 'array', value_type: 'string', required: true },
            delimiter: { type: 'string' },
          },
        },
      },
      formatter: {
        csv: {
          like: ['formatter'],
          params: {
            delimiter: { type: 'any' },
            force_quotes: { type: 'bool' },
            fields: { type: 'array', value_type: 'string', required: true },
            add_newline: { type: 'bool' },
          },
        },
        hash: {
          like: ['formatter'],
          params: {
            newline: { type: 'enum', list: ['lf', 'crlf'] },
            add_newline: { type: 'bool' },
          },
        },
        json: {
          like: ['formatter'],
          params: {
            newline: { type: 'enum', list: ['lf', 'crlf'] },
            json_parser: { type: 'string' },
            add_newline: { type: 'bool' },
          },
        },
        ltsv: {
          like: ['formatter'],
          params: {
            newline: { type: 'enum', list: ['lf', 'crlf'] },
            delimiter: { type: 'string' },
            label_delimiter: { type: 'string' },
            replacement: { type: 'string' },
            add_newline: { type: 'bool' },
          },
        },
        msgpack: { like: ['formatter'] },
        out_file: {
          like: ['formatter'],
          params: {
            newline: { type: 'enum', list: ['lf', 'crlf'] },
            output_time: { type: 'bool' },
            output_tag: { type: 'bool' },
            delimiter: { type: 'any' },
          },
        },
        single_value: {
          like: ['formatter'],
          params: {
            newline: { type: 'enum', list: ['lf', 'crlf'] },
            message_key: { type: 'string' },
            add_newline: { type: 'bool' },
          },
        },
        stdout: {
          like: ['formatter'],
          params: {
            output_type: { type: 'string' },
          },
        },
        tsv: {
          like: ['formatter'],
          params: {
            newline: { type: 'enum', list: ['lf', 'crlf'] },
            keys: { type: 'array', value_type: 'string', required: true },
            delimiter: { type: 'string' },
            add_newline: { type: 'bool' },
          },
        },
      },
      storage: {
        local: {
          like: ['storage'],
          params: {
            path: { type: 'string' },
            mode: { type: 'any' },
            dir_mode: { type: 'any' },
            pretty_print: { type: 'bool' },
          },
        },
      },
      sd: {
        file: {
          like: ['sd'],
          params: {
            path: { type: 'string' },
            conf_encoding: { type: 'string' },
          },
        },
        srv: {
          like: ['sd'],
          params: {
            service: { type: 'string', required: true },
            proto: { type: 'string' },
            hostname: { type: 'string', required: true },
            dns_server_host: { type: 'string' },
            interval: { type: 'integer' },
            dns_lookup: { type: 'bool' },
            shared_key: { type: 'string', secret: true },
            username: { type: 'string' },
            password: { type: 'string', secret: true },
          },
        },
        static: {
          like: ['sd'],
          sections: {
            service: {
              multi: true,
              params: {
                host: { type: 'string', required: true },
                name: { type: 'string' },
                port: { type: 'integer' },
                shared_key: { type: 'string', secret: true },
                username: { type: 'string' },
                password: { type: 'string', secret: true },
                standby: { type: 'bool' },
                weight: { type: 'integer' },
              },
            },
          },
        },
      },
      metrics: {
        local: { like: ['metrics'] },
      },
    },
  };
}
