/** Value of the label `job` of everything that the pods of the collector serve. */
export const JOB = 'fluentd';

/**
 * Metrics of our plugins that rules and dashboards ask for; the guide of the collector says what each counts. A test
 * compares them with what a real Fluentd serves.
 */
export const METRICS = {
  events: 'fluentd_container_logs_events_total',
  pauses: 'fluentd_container_logs_pauses_total',
  lostBytes: 'fluentd_container_logs_lost_bytes_total',
  lostFiles: 'fluentd_container_logs_lost_files_total',
  readErrors: 'fluentd_container_logs_read_errors_total',
  changed: 'fluentd_elasticsearch_fit_changed_records_total',
  documents: 'fluentd_elasticsearch_bulk_documents_total',
  deadLetters: 'fluentd_dead_letters_records_total',
  removedDeadLetters: 'fluentd_dead_letters_removed_records_total',
  lostDeadLetters: 'fluentd_dead_letters_lost_records_total',
  retryWait: 'fluentd_output_status_retry_wait',
  records: 'fluentd_log_metrics_records_total',
  abnormal: 'fluentd_log_metrics_abnormal_logs',
  roomOfBuffer: 'fluentd_output_status_buffer_available_space_ratio',
} as const;
