// Made from *.rb by `npm run generate`; do not edit.

/** Our plugins and what they require, by file name; Fluentd finds them in the folder of `--plugin`. */
export const RUBY_FILES: Readonly<Record<string, string>> = {
  'abnormal_logs.rb': `# frozen_string_literal: true

require_relative 'metrics'
require_relative 'bounded_series'
require_relative 'recent_count'

module Efk
  # How many abnormal logs each workload has written within the last minutes, by the times of the logs: what is read
  # late is not counted as if it happened now, and a restart of Fluentd counts nothing again. A rate of Prometheus could
  # not tell nine from ten: it extrapolates, and does not see how a series began.
  class AbnormalLogs
    # A workload without an abnormal log has its series for so much longer than such a log counts. In seconds.
    IDLE = 600

    # +within+ is in seconds.
    def initialize(within, max_series)
      @within = within
      @recent = {}
      @gauge = Metrics.gauge(:fluentd_log_metrics_abnormal_logs, 'Abnormal logs of the last minutes.',
                             %i[route namespace container])
      @series = BoundedSeries.new(@gauge, max_series, within + IDLE) do |labels|
        labels.merge(namespace: BoundedSeries::OTHER, container: BoundedSeries::OTHER, route: BoundedSeries::OTHER)
      end
    end

    # Adds an abnormal log; +time+ is its own, +names+ are those of its container.
    def add(route, names, time, now)
      labels = @series.of(labels_of(route, names || {}), now)
      (@recent[labels] ||= RecentCount.new(@within)).add([time, now].min, now)
    end

    # Takes off what is too old, and shows what is left.
    def refresh(now)
      @recent.each { |labels, count| @gauge.set(count.peak(now), labels: labels) if count.changed?(now) }
      @series.expire(now) { |labels| @recent.delete(labels) }
    end

    private

    def labels_of(route, names)
      { route: route, namespace: names['namespace_name'].to_s, container: names['container_name'].to_s }
    end
  end
end
`,
  'access_lines.rb': `# frozen_string_literal: true

require_relative 'request_line'
require_relative 'text_value'

module Efk
  # Access logs of nginx and Apache httpd: \`common\`, \`combined\`, with the virtual host before it or not, and what stands
  # behind it in the images of nginx and in ingress-nginx.
  # https://nginx.org/en/docs/http/ngx_http_log_module.html https://httpd.apache.org/docs/2.4/logs.html#accesslog
  # https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/log-format/
  class AccessLines
    TEXT = /"((?:[^"\\\\]|\\\\.)*+)"/
    LINE = /\\A(?:(\\S++)\\ )?(\\S++)\\ \\S++\\ (\\S++)\\ \\[([^\\]]{1,64})\\]\\ #{TEXT}\\ (\\d{3})\\ (\\d{1,18}|-)
      (?:\\ #{TEXT}\\ #{TEXT})?+(?:\\ (.*))?\\z/x
    FORWARDED = /\\A#{TEXT}\\z/
    INGRESS = /\\A\\d+\\ (\\d+\\.\\d+)\\ \\[([^\\]]*+)\\]\\ \\[[^\\]]*+\\]\\ (\\S++(?:(?<=,)\\ \\S++)*+)\\ (.*)\\ (\\h+|-)\\z/x
    NONE = '-'

    def read(text)
      match = LINE.match(text) or return
      host, client, user, time, request, status, bytes, referrer, agent, rest = match.captures
      fields = { 'client.address' => client, 'time' => time, 'http.response.status_code' => status.to_i }
      add(fields, RequestLine.fields(request))
      add(fields, 'http.response.body.bytes' => TextValue.of(bytes), 'url.domain' => host&.sub(/:\\d+\\z/, ''),
                  'user.name' => user, 'http.request.referrer' => referrer, 'user_agent.original' => agent)
      rest ? add(fields, rest(rest)) : fields
    end

    private

    # What is there of +found+.
    def add(fields, found)
      found.each { |name, value| fields[name] = value unless value.nil? || value == NONE || value == '' }
      fields
    end

    def rest(text)
      forwarded = FORWARDED.match(text)
      return { 'forwarded_for' => forwarded[1] } if forwarded

      match = INGRESS.match(text) or return { 'rest' => text }
      seconds, upstream, address, answers, id = match.captures
      { 'duration_s' => seconds, 'upstream.name' => upstream, 'upstream.address' => address,
        'upstream.status' => answers[/\\d{3}\\z/], 'http.request.id' => id }
    end
  end
end
`,
  'addresses.rb': `# frozen_string_literal: true

require 'ipaddr'

module Efk
  # Addresses as a field of the type \`ip\` takes them: without zone, mask or name.
  module Addresses
    LETTERS = /\\A[\\h.:]{2,45}\\z/
    WITH_PORT = /\\A(?:\\[(?<v6>[\\h.:]+)\\]|(?<v4>[\\d.]+)):(?<port>\\d{1,5})\\z/
    PORTS = (1..65_535)

    module_function

    def ip(value)
      return unless value.is_a?(String) && LETTERS.match?(value)

      IPAddr.new(value)
      value
    rescue IPAddr::Error
      nil
    end

    # An address, and a port if there is one.
    def ip_and_port(value)
      return unless value.is_a?(String)

      match = WITH_PORT.match(value)
      parts = match ? [ip(match[:v6] || match[:v4]), port(match[:port].to_i)] : [ip(value)]
      parts if parts.all?
    end

    def port(number)
      number if PORTS.cover?(number)
    end
  end
end
`,
  'alert_counts.rb': `# frozen_string_literal: true

require_relative 'abnormal_logs'
require_relative 'any_conditions'
require_relative 'level_counts'

module Efk
  # What alerts need of all logs: how many there are of each level, and the abnormal ones. Both ask for the level, and
  # they see every record, so that it is looked at once.
  class AlertCounts
    LEVEL = 'log.level'
    NAMES = 'kubernetes'
    LOG = 'log'
    WORD = 'level'

    # +rules+ are conditions by the names of fields; +within+ is in seconds.
    def initialize(rules, within, max_series)
      words, others = rules.partition { |where| words?(where) }
      @levels = LevelCounts.new(max_series, words.flat_map { |where| where[LEVEL] })
      @rules = AnyConditions.new(others.map { |where| Conditions.new(where) })
      @within = within
      @abnormal = AbnormalLogs.new(within, max_series)
    end

    def of?(_route) = true

    # Logs of +route+. What is too old is not abnormal now; that is asked last, since most logs are neither.
    # rubocop:disable-next Metrics -- calls of methods for each record would take a half more (measured)
    def count(route, events, now)
      since = now - @within
      counts, places, listed = @levels.for_counting(route)
      events.each do |time, record|
        log = record[LOG]
        place = places[log.is_a?(Hash) ? log[WORD] : nil]
        counts[record[NAMES]][place] += 1
        next unless (listed[place] || @rules.fulfilled?(record)) && time.to_i > since

        @abnormal.add(route, record[NAMES], time.to_i, now)
      end
    end

    def refresh(now)
      @levels.refresh(now)
      @abnormal.refresh(now)
    end

    private

    # Whether conditions are those of words for the level alone.
    def words?(where)
      where.keys == [LEVEL] && Array(where[LEVEL]).all?(String)
    end
  end
end
`,
  'any_conditions.rb': `# frozen_string_literal: true

require_relative 'conditions'

module Efk
  # Conditions of which some must be fulfilled. It is asked of every record, and most have none of the fields, so three
  # of them are looked up without a loop, and nothing is called where there is none. Without YJIT a step of a loop takes
  # as long as looking up a field; so do \`nil?\` of what is not nil, and \`!\` of what is now true, now false (measured).
  class AnyConditions
    # +list+ are Conditions.
    # rubocop:disable-next Metrics/AbcSize -- see above
    def initialize(list)
      tops, others = list.partition(&:test_of_top)
      tests = tops.group_by(&:top).transform_values { |same| any_of(same.map(&:test_of_top)) }
      # A name that is nil is not found.
      @first, @second, @third, *further = tests.keys
      @test_of_first, @test_of_second, @test_of_third = tests.values
      @others = further.map { |name| asked(name, tests[name]) } + others.map { |each| each.method(:fulfilled?) }
    end

    # rubocop:disable-next Metrics -- each field is asked for in the same way
    def fulfilled?(record)
      ((top = record[@first]) && @test_of_first.call(top)) ||
        ((top = record[@second]) && @test_of_second.call(top)) ||
        ((top = record[@third]) && @test_of_third.call(top)) ||
        (@others.empty? ? false : @others.any? { |other| other.call(record) })
    end

    private

    def any_of(tests)
      tests.one? ? tests.first : ->(top) { tests.any? { |test| test.call(top) } }
    end

    def asked(name, test)
      lambda do |record|
        top = record[name]
        top ? test.call(top) : false
      end
    end
  end
end
`,
  'api_client.rb': `# frozen_string_literal: true

require 'json'
require 'net/http'
require 'openssl'
require 'uri'

module Efk
  # Asks the API server of Kubernetes, as the service account whose token is in a file; the kubelet renews it.
  class ApiClient
    # The API server did not answer with 200.
    class Refused < StandardError
      attr_reader :status

      def initialize(status)
        super("the API server answered #{status}")
        @status = status
      end
    end

    # Time in which it must answer, and in which a watch must say something: there is a bookmark a minute. In seconds.
    PATIENCE = 120

    def initialize(url, token_path, ca_path, patience: PATIENCE)
      @uri = URI(url)
      @token_path = token_path
      @ca_path = ca_path
      @patience = patience
    end

    # The object at +path+, with the parameters +query+, in the form that +accept+ says.
    def get(path, query, accept: 'application/json')
      text = +''
      stream(path, query, accept) { |piece| text << piece }
      JSON.parse(text)
    end

    # Yields each line of the answer, parsed, as it comes.
    def lines(path, query, accept: 'application/json')
      rest = +''
      stream(path, query, accept) do |piece|
        rest << piece
        while (line = rest.slice!(/\\A[^\\n]*\\n/))
          yield JSON.parse(line) unless line.strip.empty?
        end
      end
    end

    # Ends a request from another thread.
    def abort
      @aborted = true
      @http&.finish
    rescue IOError
      nil
    end

    private

    def stream(path, query, accept, &)
      raise IOError, 'the client was ended' if @aborted

      request = Net::HTTP::Get.new("#{path}?#{URI.encode_www_form(query)}", headers(accept))
      Net::HTTP.start(@uri.hostname, @uri.port, **options) do |http|
        @http = http
        http.request(request) do |response|
          raise Refused, response.code.to_i unless response.code == '200'

          response.read_body(&)
        end
      end
    end

    def headers(accept)
      { 'Accept' => accept, 'Authorization' => "Bearer #{File.read(@token_path).strip}" }
    end

    # Without retries: Net::HTTP would ask again in the middle of a watch, and go on behind half a line.
    def options
      { use_ssl: @uri.scheme == 'https', ca_file: @ca_path, open_timeout: 10, read_timeout: @patience, max_retries: 0 }
    end
  end
end
`,
  'api_server.rb': `# frozen_string_literal: true

require 'uri'
require_relative 'api_client'

module Efk
  # Asks the API server of Kubernetes for the pods of one node, and for nothing else of them than their metadata.
  class ApiServer
    # A resource version that the server does not remember.
    class Gone < StandardError; end

    GONE = 410
    PATH = '/api/v1/pods'
    # The server ends a watch after this time, so that nobody waits for one that has silently died. In seconds.
    WATCH = 240
    ACCEPT = 'application/json;as=%s;g=meta.k8s.io;v=v1,application/json'

    def initialize(host, port, token_file:, ca_file:, node:)
      address = URI('https://localhost')
      address.hostname = host
      address.port = port
      @client = ApiClient.new(address, token_file, ca_file, patience: WATCH + 30)
      @selector = { fieldSelector: "spec.nodeName=#{node}" }
    end

    # The pods and the resource version of the list.
    def list
      list = asked { @client.get(PATH, @selector, accept: format(ACCEPT, 'PartialObjectMetadataList')) }
      [list['items'], list.dig('metadata', 'resourceVersion')]
    end

    # Yields the events that come from +version+ on, each as an object with \`type\` and \`object\`, until the server ends
    # the watch.
    def watch(version, &)
      query = { **@selector, watch: 1, allowWatchBookmarks: true, timeoutSeconds: WATCH, resourceVersion: version }
      asked { @client.lines(PATH, query, accept: format(ACCEPT, 'PartialObjectMetadata'), &) }
    end

    private

    def asked
      yield
    rescue ApiClient::Refused => e
      raise e.status == GONE ? Gone.new('the resource version is too old') : e
    end
  end
end
`,
  'arrival.rb': `# frozen_string_literal: true

require 'securerandom'

module Efk
  # What an event gets that has no identity of its own, once, when it arrives: a number that is larger than that of any
  # event before it, also after a restart, so that it says the order of events of one time; and an id.
  class Arrival
    def initialize
      @instance = SecureRandom.hex(7)
      @mutex = Mutex.new
      @last = 0
    end

    # The time in nanoseconds, or one more than the last number.
    def number
      @mutex.synchronize do
        @last = [Process.clock_gettime(Process::CLOCK_REALTIME, :nanosecond), @last + 1].max
      end
    end

    def id(number)
      "#{@instance}-#{number.to_s(36)}"
    end
  end
end
`,
  'audit_events.rb': `# frozen_string_literal: true

require 'digest'
require 'json'
require_relative 'pipeline_error'
require_relative 'pieces'
require_relative 'addresses'
require_relative 'audit_subject'
require_relative 'long_audit_event'

module Efk
  # Records of the lines of an audit log of Kubernetes.
  #
  # The identity of an event is its line. Its \`auditID\` would be none: a client may choose it (the header \`Audit-ID\`
  # of a request, which the API server takes as it is), and with that of another request it would hide its own.
  #
  # @see https://kubernetes.io/docs/reference/config-api/apiserver-audit.v1/
  class AuditEvents
    NO_EVENT = 'message: no event of an audit log (audit.k8s.io)'
    TOO_LONG = 'message: an event that is too long to be read, but for its beginning'
    GROUP = 'audit.k8s.io/'
    PARTIAL = ['partial'].freeze
    # What can be long, and is only in the text of an event that is in parts.
    LONG = %w[requestObject responseObject].freeze
    NESTING = 1000
    # Where a request failed. Below are those that were served or only redirected.
    FAILED = 400

    # +longest+ is the size at which the text of an event goes on in a new one. In bytes.
    def initialize(longest)
      @longest = longest
      @json = JSON::Coder.new(max_nesting: NESTING, allow_duplicate_key: true)
      @long = LongAuditEvent.new
    end

    # The fields of the event that +record+ has as its message, or has a piece of; nil if it is none.
    def read(record)
      bytes = record['message'].to_s.bytesize
      line = text(record)
      fields = @long.fields(record, bytes) { |head| event(head) }
      @whole = fields.nil?
      fields || event(line)
    end

    # Whether what was read last is no event, or could not be read as a whole.
    def bad?(fields)
      fields.nil? || !@whole
    end

    # Yields the records of what was read last, of which a long event has several.
    def records(record, fields)
      line = text(record)
      common = common(record, fields)
      return yield(common) if line.bytesize <= @longest

      at = record.dig('log', 'offset').to_i
      Pieces.each(line, @longest) do |piece, more|
        yield part(common, fields, at, more || @long.more?(record)).merge('message' => piece)
        at += piece.bytesize
      end
    end

    private

    def event(text)
      fields = @json.load(text)
      fields if fields.is_a?(Hash) && fields['kind'] == 'Event' && fields['apiVersion'].to_s.start_with?(GROUP)
    rescue JSON::ParserError
      nil
    end

    # A piece may be like another one, so it has the identity of its place.
    def common(record, fields)
      id = @whole && fields ? id(record['message']) : record['_id'] || id(record['message'])
      common = { **record, **(fields ? of_event(fields) : {}), '_id' => id }
      PipelineError.mark(common, fields ? TOO_LONG : NO_EVENT) if bad?(fields)
      common.compact
    end

    # A line in UTF-8, as which it is read.
    def text(record)
      line = record['message'].to_s
      return line if line.encoding == Encoding::UTF_8 && line.valid_encoding?

      record['message'] = line.dup.force_encoding(Encoding::UTF_8).scrub
    end

    def id(line)
      Digest::SHA256.hexdigest(line).slice(0, 32)
    end

    # Each part has what the event says of itself, so that all are found together.
    def part(common, fields, at, more)
      log = { 'offset' => at }
      log['flags'] = PARTIAL if more
      { **common, '_id' => "#{common['_id']}-#{at}", 'log' => log, 'json' => fields&.except(*LONG) }.compact
    end

    def of_event(fields)
      subject = AuditSubject.of(fields)
      {
        '@timestamp' => fields['stageTimestamp'],
        'event' => { 'action' => subject['verb'], 'outcome' => outcome(subject['code']) }.compact,
        'user' => { 'name' => subject['user'] }.compact,
        'source' => { 'ip' => address(fields['sourceIPs']) }.compact,
        'orchestrator' => place(subject, fields['objectRef'])
      }.reject { |_, value| value.nil? || value == {} }
    end

    def outcome(code)
      return unless code.is_a?(Integer)

      code < FAILED ? 'success' : 'failure'
    end

    # The last, which the API server has seen itself: a client can say any others in headers of its request.
    def address(list)
      Addresses.ip(list.last) if list.is_a?(Array)
    end

    def place(subject, object)
      name = AuditSubject.hash(object)['name']
      resource = { 'type' => subject['resource'], 'name' => name }.compact
      { 'namespace' => subject['namespace'], 'resource' => resource }.reject { |_, value| value.nil? || value == {} }
    end
  end
end
`,
  'audit_subject.rb': `# frozen_string_literal: true

module Efk
  # What an event of an audit log is about, in the words of rules. What it does not say is nil.
  module AuditSubject
    module_function

    def of(fields)
      object = hash(fields['objectRef'])
      {
        'verb' => fields['verb'], 'level' => fields['level'], 'stage' => fields['stage'],
        'user' => hash(fields['user'])['username'], 'code' => hash(fields['responseStatus'])['code'],
        'resource' => resource(object), 'namespace' => object['namespace']
      }
    end

    # As a policy of the API server names it: \`pods\` is no \`pods/exec\`.
    def resource(object)
      name, part = object.values_at('resource', 'subresource')
      part.nil? || name.nil? ? name : "#{name}/#{part}"
    end

    def hash(value)
      value.is_a?(Hash) ? value : {}
    end
  end
end
`,
  'bounded_series.rb': `# frozen_string_literal: true

module Efk
  # Series of a metric, by their labels: so many at most, as they come. What comes when there is no room is counted with
  # others. A series of which nothing was heard for long goes, and makes room.
  class BoundedSeries
    OTHER = '_other'

    # +idle+ is the time without news after which a series goes, in seconds. The block gives the labels under which
    # those that have no room are counted.
    def initialize(metric, most, idle, &other)
      @metric = metric
      @most = most
      @idle = idle
      @other = other
      @heard = {}
    end

    # The labels, or those of all others.
    def of(labels, now)
      return @other.call(labels) unless @heard.key?(labels) || @heard.size < @most

      @heard[labels] = now
      labels
    end

    # Takes away what has gone, and yields its labels.
    def expire(now)
      gone = @heard.filter_map { |labels, at| labels if now - at > @idle }
      gone.each do |labels|
        @heard.delete(labels)
        @metric.remove(labels)
        yield labels if block_given?
      end
    end
  end
end
`,
  'bulk_answer.rb': `# frozen_string_literal: true

require 'json'

module Efk
  # What Elasticsearch answered to a bulk request. The answer to a good request is not parsed: it says \`errors: false\`
  # at its beginning.
  class BulkAnswer
    # What is read of an answer; a tenth of the whole (logstash-plugins/logstash-output-elasticsearch#1153).
    FILTER = 'filter_path=errors,items.*.error,items.*.status,items.*.failure_store'
    GOOD = '{"errors":false'
    # Of a document that an overloaded node does not take. As text of a value it would have backslashes.
    OVERLOAD = /"status":(?:429|503)/
    FAILURE_STORE = '"failure_store":"used"'
    # Types of the error of a whole request that can come from what stands in its body.
    OF_THE_BODY = %w[illegal_argument_exception parse_exception x_content_parse_exception json_parse_exception
                     action_request_validation_exception].freeze

    # What became of one document; \`type\` and \`reason\` say why it was refused.
    Item = Struct.new(:status, :type, :reason, :failure_store)

    attr_reader :status

    def initialize(status, text)
      @status = status
      @text = text
    end

    def good?
      @status == 200 && @text.start_with?(GOOD)
    end

    # How many documents of a good request went to the failure store.
    def failure_store
      @text.include?(FAILURE_STORE) ? @text.scan(FAILURE_STORE).size : 0
    end

    # Whether none of so many documents was taken, each for a lack of resources.
    def overload?(count)
      @status == 200 && @text.scan(OVERLOAD).size == count
    end

    def too_large?
      @status == 413
    end

    # The body is refused as a whole, for something that stands in it.
    def refused?
      @status == 400 && OF_THE_BODY.include?(error_type)
    end

    # The items, one for each document; nil if this is no answer to a bulk request, e.g. the page of a proxy. They are
    # not kept here: those of a full chunk take 30 MB.
    def items(count)
      items = parsed.delete('items') if @status == 200
      return unless items.is_a?(Array) && items.size == count

      items.map! { |item| item_of(item.values.first) }
    rescue NoMethodError, TypeError
      nil
    end

    # Why it helps nobody, for the log: no content, and nothing that a proxy wrote.
    def to_s
      return "HTTP #{@status}, no answer of Elasticsearch" if parsed.empty?
      return 'an answer that does not fit the request' if @status == 200

      ["HTTP #{@status}", error_type].compact.join(' ')
    end

    def error_type
      type = parsed.dig('error', 'type')
      type if type.is_a?(String)
    rescue TypeError
      nil
    end

    private

    def item_of(item)
      error = item['error']
      error = {} unless error.is_a?(Hash)
      reason = [error['reason'], error.dig('caused_by', 'reason')].compact
      reason = reason.size == 1 ? reason.first.to_s : reason.join(': ')
      Item.new(Integer(item['status']), error['type'], reason, item['failure_store'] == 'used')
    end

    def parsed
      @parsed ||= begin
        value = JSON.parse(@text)
        value.is_a?(Hash) ? value : {}
      rescue JSON::ParserError, EncodingError
        {}
      end
    end
  end
end
`,
  'bulk_client.rb': `# frozen_string_literal: true

require 'uri'
require_relative 'bulk_answer'
require_relative 'bulk_connection'
require_relative 'bulk_delivery'
require_relative 'metrics'

module Efk
  # Elasticsearch as the place where documents of a tag are stored: how to sign in, which version of the API, and which
  # data stream.
  class BulkClient
    # +settings+ are the parameters of the plugin \`elasticsearch_bulk\` by their names, as symbols.
    def initialize(settings)
      @settings = settings
      @connection = BulkConnection.new(url: settings[:url], headers: headers, timeout: settings[:request_timeout],
                                       ca_file: settings[:ca_file])
      @limit = Float::INFINITY
      @requests = Metrics.counter(:fluentd_elasticsearch_bulk_requests_total,
                                  'Bulk requests by status of the answer; none if there was none', [:status])
    end

    # What is wrong with \`settings\`; nil if nothing is.
    def self.mistake(settings)
      return 'compatible_with must be 8 or 9' unless [8, 9].include?(settings[:compatible_with])

      mistake_of_url(settings[:url]) || mistake_of_sign_in(*settings.values_at(:user, :password, :api_key))
    end

    # The URL is not repeated: it is not masked in the log, and may hold a password.
    def self.mistake_of_url(url)
      uri = URI.parse(url)
      return 'url must not hold a user or password' if uri.userinfo

      'url must be https://host:port' unless uri.is_a?(URI::HTTPS) && uri.host && ['', '/'].include?(uri.path)
    rescue URI::InvalidURIError
      'url must be https://host:port'
    end

    def self.mistake_of_sign_in(user, password, api_key)
      return 'user and password must be set together' if user.nil? != password.nil?

      'api_key and user cannot be set together' if api_key && user
    end
    private_class_method :mistake_of_url, :mistake_of_sign_in

    # Returns the BulkDelivery of a body of +count+ documents; raises BulkConnection::Lost or BulkDelivery::Postponed.
    # +again+ waits before documents that were refused for a while are sent again, and says whether to try at all.
    def deliver(tag, body, count, again:)
      path = path_of(tag)
      delivery = BulkDelivery.new(post: ->(part) { post(path, part) }, again: again, limit: @limit)
      delivery.run(body, count)
      delivery
    ensure
      @limit = delivery.limit if delivery && delivery.limit < @limit
    end

    def close
      @connection.close
    end

    private

    def post(path, body)
      answer = @connection.post(path, body)
      @requests.increment(labels: { status: answer.status.to_s })
      BulkAnswer.new(answer.status, answer.text)
    rescue BulkConnection::Lost
      @requests.increment(labels: { status: 'none' })
      raise
    end

    def path_of(tag)
      "/#{URI.encode_uri_component(@settings[:data_stream].gsub('\${tag}', tag))}/_bulk?#{BulkAnswer::FILTER}"
    end

    def headers
      version = "compatible-with=#{@settings[:compatible_with]}"
      {
        'content-type' => "application/vnd.elasticsearch+x-ndjson; #{version}",
        'accept' => "application/vnd.elasticsearch+json; #{version}",
        'authorization' => authorization
      }.compact
    end

    def authorization
      user, password, api_key = @settings.values_at(:user, :password, :api_key)
      return "ApiKey #{api_key.strip}" if api_key

      "Basic #{["#{user}:#{password}"].pack('m0')}" if user
    end
  end
end
`,
  'bulk_connection.rb': `# frozen_string_literal: true

require 'net/http'
require 'openssl'
require 'uri'
require_relative 'metrics'

module Efk
  # Sends bodies to Elasticsearch over connections that stay open, one for each thread that sends at the same time.
  # The certificate is always verified.
  class BulkConnection
    # There is no answer: nobody knows whether the request was carried out.
    class Lost < StandardError; end

    # There was none in time, and a second request at once would not help.
    class TimedOut < Lost; end

    Answer = Struct.new(:status, :text)

    # Bodies below this size are sent without asking first.
    SMALL = 1024 * 1024
    # How long an unused connection is trusted. In seconds.
    KEEP_ALIVE = 30
    # How long a server may take to accept a connection: one that is away must be seen within a minute. In seconds.
    OPENED = 10
    # How long permission to send a body is waited for. In seconds.
    CONTINUE = 5

    # Elasticsearch must answer within +timeout+ seconds; +ca_file+ has authorities to trust instead of the system's.
    def initialize(url:, headers:, timeout:, ca_file: nil)
      @url = URI.parse(url)
      @headers = headers.merge('accept-encoding' => 'identity')
      @timeout = timeout
      @ca_file = ca_file
      @idle = []
      @ask_first = false
      @expires = Metrics.gauge(:fluentd_elasticsearch_certificate_expires_timestamp_seconds,
                               'When the certificate of a server expires, as the newest connection saw it', [:host])
    end

    def post(path, body)
      reused = @idle.pop
      exchange(reused || connect, path, body)
    rescue Lost => e
      # It may have been closed while it was idle. Documents have ids: what is sent again is stored once.
      raise if reused.nil? || e.is_a?(TimedOut)

      exchange(connect, path, body)
    end

    def close
      while (http = @idle.pop)
        finish(http)
      end
    end

    private

    def exchange(http, path, body)
      response = http.request(request(path, body))
      @idle.push(http)
      @ask_first = false
      Answer.new(response.code.to_i, response.body.to_s)
    rescue StandardError => e # also what Fluentd would take for a fault of the chunk, e.g. ArgumentError
      finish(http)
      # A node that refuses a body for its size may close the connection while it is sent, and the status 413 is lost.
      # The next time it is asked before.
      @ask_first = body.bytesize >= SMALL && !e.is_a?(Timeout::Error)
      lose(e)
    end

    def request(path, body)
      request = Net::HTTP::Post.new(path, @headers)
      request['expect'] = '100-continue' if @ask_first && body.bytesize >= SMALL
      request.body = body
      request
    end

    def connect
      http = Net::HTTP.new(@url.hostname, @url.port, nil)
      verify(http)
      be_patient(http)
      # Otherwise an answer that is cut off passes for a whole one.
      http.ignore_eof = false
      http.start
      @expires.set(http.peer_cert.not_after.to_i, labels: { host: @url.hostname })
      http
    rescue StandardError => e
      lose(e)
    end

    def verify(http)
      http.use_ssl = true
      http.verify_mode = OpenSSL::SSL::VERIFY_PEER
      http.ca_file = @ca_file if @ca_file
    end

    def be_patient(http)
      http.read_timeout = http.write_timeout = @timeout
      http.open_timeout = [@timeout, OPENED].min
      http.continue_timeout = CONTINUE
      http.keep_alive_timeout = KEEP_ALIVE
    end

    def finish(http)
      http.finish if http.started?
    rescue IOError, SystemCallError, OpenSSL::OpenSSLError
      nil # it is closed
    end

    # Without a backtrace, which Fluentd would log at each attempt.
    def lose(error)
      raise error.is_a?(Timeout::Error) ? TimedOut : Lost, "#{error.class}: #{error.message}", []
    end
  end
end
`,
  'bulk_delivery.rb': `# frozen_string_literal: true

require_relative 'bulk_answer'
require_relative 'bulk_entry'

module Efk
  # Brings the documents of one chunk into their data stream. What is refused for a while is sent again, alone; what is
  # refused for its content is stored in another form; what no form can be stored of is handed back. Everything may be
  # sent again at any time, because documents have ids.
  class BulkDelivery
    # Elasticsearch does not store at present: the chunk must come again.
    class Postponed < StandardError; end

    # What a document is refused for that is not in it: rights, a data stream that is not there yet, an overload.
    FOR_A_WHILE = [401, 403, 404, 408, 429, 500..].freeze
    # A message is not cut shorter than this to get it through. In bytes.
    SHORTEST = 1024

    # How many documents became what: stored, already_stored, failure_store, other_form or dead_letter.
    attr_reader :results

    # How many were refused for their content, by type of the error.
    attr_reader :refusals

    # The documents that could not be stored, each with the item that says why.
    attr_reader :dead

    # The size above which a body is divided before it is sent; smaller when a smaller one was refused.
    attr_reader :limit

    # +post+ sends a body and returns its BulkAnswer. +again+ gets the number of documents that are to be sent again,
    # waits, and says whether to try at all.
    def initialize(post:, again:, limit: Float::INFINITY)
      @post = post
      @again = again
      @limit = limit
      @results = Hash.new(0)
      @refusals = Hash.new(0)
      @dead = []
      @waiting = []
    end

    # Raises Postponed unless each document is stored or handed back.
    def run(body, size)
      try(BulkEntry.ended(body), size)
      repeat until @waiting.empty?
    end

    private

    # In a method of its own, so that the answer, which may be large, is not kept while documents wait. Where none was
    # taken all come again, and take no memory until then.
    def try(body, size)
      answer = @post.call(body) unless body.bytesize > @limit
      raise Postponed, "HTTP 429 or 503 for all #{size} documents", [] if answer&.overload?(size)
      return deliver(BulkEntry.all(body), answer) unless answer&.good?

      count('failure_store', answer.failure_store)
      count('stored', size - answer.failure_store)
    end

    def count(result, number)
      @results[result] += number if number.positive?
    end

    def deliver(entries, answer = ask(entries))
      return if entries.empty?
      return divide(entries, answer) if answer.nil? || answer.too_large? || answer.refused?

      items = answer.items(entries.size) or raise Postponed, answer.to_s, []
      settle(entries.zip(items))
    end

    def ask(entries)
      body = entries.each_with_object(+'') { |entry, text| text << entry.lines }
      @post.call(body) unless body.empty? || (body.bytesize > @limit && entries.size > 1)
    end

    # Halves a body until what it is refused for stands alone.
    def divide(entries, answer)
      return alone(entries.first, answer || ask(entries)) if entries.size == 1

      @limit = [@limit, entries.sum(&:bytesize) / 2].min if answer&.too_large?
      entries.each_slice((entries.size + 1) / 2) { |half| deliver(half) }
    end

    def alone(entry, answer)
      return deliver([entry], answer) unless answer.too_large? || answer.refused?
      return deliver([shorter(entry)]) if answer.too_large?
      # Nothing of the content is left in its structure, so that this is not what Elasticsearch refuses.
      raise Postponed, answer.to_s, [] if entry.other?

      deliver([entry.in_other_form(answer.error_type, 'the request is refused')])
    end

    def shorter(entry)
      limit = entry.bytesize / 2
      raise Postponed, 'HTTP 413 for a short document', [] if limit < SHORTEST

      entry.in_other_form('too_large', 'larger than a request may be', limit)
    end

    def settle(pairs)
      groups = pairs.group_by { |entry, item| fate(entry, item) }
      refused = groups.delete(:refused) || []
      wait(groups.delete(:again) || [])
      groups.each { |result, group| count(result, group.size) }
      store_otherwise(refused)
    end

    def fate(entry, item)
      case item.status
      when 200, 201 then result(entry, item)
      when 409 then 'already_stored'
      when *FOR_A_WHILE then :again
      else :refused
      end
    end

    def result(entry, item)
      return 'failure_store' if item.failure_store

      entry.other? ? 'other_form' : 'stored'
    end

    def store_otherwise(pairs)
      pairs.each { |pair| @refusals[pair.last.type] += 1 }
      dead, refused = pairs.partition { |entry, _| entry.other? }
      @dead.concat(dead)
      count('dead_letter', dead.size)
      deliver(refused.map { |entry, item| entry.in_other_form(item.type, item.reason) })
    end

    def wait(pairs)
      @reason = pairs.last.last if pairs.any?
      @waiting.concat(pairs.map(&:first))
    end

    def repeat
      entries = @waiting
      @waiting = []
      return deliver(entries) if @again.call(entries.size)

      raise Postponed, "HTTP #{@reason.status} #{@reason.type} for #{entries.size} documents", []
    end
  end
end
`,
  'bulk_document.rb': `# frozen_string_literal: true

require 'digest'
require 'json'
require_relative 'other_form'

module Efk
  # A record as the two lines of a bulk request that store it. They are made once, when the record enters the buffer, so
  # that a chunk is a request body; and not from msgpack, which fails a whole chunk for a number beyond 64 bits or an
  # object nested too deep (fluent/fluentd#4258).
  module BulkDocument
    # Ids that need no escaping.
    PLAIN_ID = %r{\\A[\\w+/=-]++\\z}
    # Elasticsearch takes no longer ones. In bytes.
    LONGEST_ID = 512
    # Data streams know this operation alone; status 409 means that the document is stored already.
    ACTION = '{"create":{"_id":"%s"}}'
    # What \`JSON.generate\` raises for content: NaN, bytes that are no UTF-8, too many levels.
    UNWRITABLE = [StandardError, SystemStackError].freeze

    module_function

    # The record is not changed: it may be emitted again.
    def lines(record)
      document = JSON.generate(record.except('_id'))
      "#{action(record['_id'], document)}\\n#{document}\\n"
    rescue *UNWRITABLE => e
      other_form(record, e.class.name, 'cannot be written as JSON')
    end

    # Data streams refuse documents without a time.
    def timed(record, time)
      record.merge('@timestamp' => Time.at(time.to_r).utc.iso8601(9))
    end

    # The same id as before: what was refused does not occupy it, and sending the record again stores it once.
    def other_form(record, type, reason, limit = nil)
      document = JSON.generate(OtherForm.of(record, type, reason, limit))
      "#{action(record['_id'], document)}\\n#{document}\\n"
    end

    def action(id, document)
      return "{\\"create\\":{\\"_id\\":\\"#{id}\\"}}" if plain?(id)

      format(ACTION, Digest::SHA256.hexdigest(id.nil? ? document : id.to_s))
    end

    def plain?(id)
      id.is_a?(String) && id.bytesize <= LONGEST_ID && id.valid_encoding? && PLAIN_ID.match?(id)
    end
  end
end
`,
  'bulk_entry.rb': `# frozen_string_literal: true

require 'json'
require_relative 'bulk_document'

module Efk
  # One document of a bulk request: two lines of its body. They are not copied, because a chunk has twenty thousand
  # documents, and all may be refused for a while.
  class BulkEntry
    ID = /\\A{"create":{"_id":"([^"\\\\]+)"}}\\z/

    # The documents of a body. What is left of a chunk that was cut off becomes a document of its own.
    def self.all(body)
      entries = []
      bytes = body.b
      while (from = entries.last&.to || 0) < bytes.bytesize
        line = bytes.index("\\n", from) || bytes.bytesize
        to = bytes.index("\\n", line + 1) || (bytes.bytesize - 1)
        entries << new(body, from, to + 1)
      end
      entries
    end

    # A body as Elasticsearch wants it, also of a chunk that was cut off when the node lost its power.
    def self.ended(body)
      body = body.dup.force_encoding(Encoding::UTF_8)
      body.end_with?("\\n") ? body : "#{body}\\n"
    end

    # The lines are body[from...to]. +original+ is the document before it was given another form.
    def initialize(body, from = 0, to = body.bytesize, original = nil)
      @body = body
      @from = from
      @to = to
      @original = original
    end

    # Offset behind the lines.
    attr_reader :to

    def lines = @body.byteslice(@from...@to)
    def original = (@original || self).lines
    def bytesize = @to - @from
    def other? = !@original.nil?

    # The same document with nothing in it but its text and where it comes from.
    def in_other_form(type, reason, limit = nil)
      lines = BulkDocument.other_form(record, type, reason, limit)
      BulkEntry.new(lines, 0, lines.bytesize, @original || self)
    end

    # What it was made from.
    def record
      return @original.record if @original

      text = OtherForm.scrub(lines)
      action, document = text.split("\\n", 2)
      { '_id' => ID.match(action)&.[](1) }.compact.merge(parsed(document, text))
    end

    private

    def parsed(document, text)
      value = JSON.parse(document)
      value.is_a?(Hash) ? value : { 'message' => text }
    rescue JSON::ParserError, TypeError, EncodingError
      { 'message' => text }
    end
  end
end
`,
  'bulk_lines.rb': `# frozen_string_literal: true

require 'json'
require_relative 'bulk_document'

module Efk
  # Writes records as lines of bulk requests, quickly: the fields that all records of a container share, as the same
  # frozen objects, are written once. Measured: a tenth less for the whole output.
  class BulkLines
    # Fields that are not written with the others.
    OTHERS = %w[_id kubernetes data_stream].freeze
    # Containers whose fields are known. Those that are gone are forgotten with all others when there are more.
    CONTAINERS = 4096

    Tail = Struct.new(:data_stream, :json)

    def initialize
      @coder = JSON::Coder.new
      @tails = {}.compare_by_identity
    end

    # The lines of a record that has fields of its own, at least a time.
    def of(record)
      id = record['_id']
      tail = tail_of(record['kubernetes'], record['data_stream'])
      return BulkDocument.lines(record) unless tail && id

      document = @coder.dump(record.except(*OTHERS)).chop!
      "#{BulkDocument.action(id, document)}\\n#{document}#{tail.json}"
    rescue *BulkDocument::UNWRITABLE
      BulkDocument.lines(record)
    end

    private

    def tail_of(kubernetes, data_stream)
      tail = @tails[kubernetes]
      tail && tail.data_stream.equal?(data_stream) ? tail : remember(kubernetes, data_stream)
    end

    # Nil for fields that may change.
    def remember(kubernetes, data_stream)
      return unless kubernetes.is_a?(Hash) && kubernetes.frozen? && data_stream.frozen?

      @tails.clear if @tails.size >= CONTAINERS
      json = JSON.generate('kubernetes' => kubernetes, 'data_stream' => data_stream)
      @tails[kubernetes] = Tail.new(data_stream, ",#{json.delete_prefix('{')}\\n")
    end
  end
end
`,
  'canary_lines.rb': `# frozen_string_literal: true

require_relative 'metrics'

module Efk
  # The lines of a canary, from when they enter the buffer until Elasticsearch has stored them: each is found again by
  # its id. Those of before a restart are not known any more; the next one is.
  class CanaryLines
    # So many are waited for at most. After an outage the newest say all that the older ones do, and each costs a search
    # through what is delivered.
    MOST = 10

    Line = Struct.new(:tag, :node, :time)

    def initialize(namespace, container)
      @namespace = namespace
      @container = container
      @waiting = {}
      @newest = {}
      @mutex = Mutex.new
      @stored = Metrics.gauge(:fluentd_canary_stored_timestamp_seconds,
                              'When the newest line of the canary that is stored was written', [:node])
      @delay = Metrics.gauge(:fluentd_canary_delay_seconds, 'Time until it was stored', [:node])
    end

    # A record that goes to the buffer of +tag+; those of others cost two comparisons.
    def enter(tag, record, time)
      names = record['kubernetes']
      return unless names.is_a?(Hash) && names['container_name'] == @container &&
                    names['namespace_name'] == @namespace

      @mutex.synchronize do
        @waiting[record['_id']] = Line.new(tag, names['host'].to_s, time.to_f)
        @waiting.shift while @waiting.size > MOST
      end
    end

    # Documents of +tag+ were stored but for +dead+, which is a list of ids. The block gives the body of the request; it
    # is not called where no line is waited for.
    def delivered(tag, dead, now = Time.now.to_f)
      ids = @mutex.synchronize { @waiting.select { |_, line| line.tag == tag }.keys }
      return if ids.empty?

      body = yield
      ids.each { |id| settle(id, dead, now) if body.include?("\\"#{id}\\"") }
    end

    private

    def settle(id, dead, now)
      @mutex.synchronize do
        line = @waiting.delete(id)
        show(line, now) if line && !dead.include?(id) && line.time > @newest.fetch(line.node, 0)
      end
    end

    def show(line, now)
      labels = { node: line.node }
      @newest[line.node] = line.time
      @stored.set(line.time, labels: labels)
      @delay.set([now - line.time, 0].max, labels: labels)
    end
  end
end
`,
  'careful_json.rb': `# frozen_string_literal: true

require 'json'
require_relative 'storable_fields'

module Efk
  # Reads an object of JSON so that \`flattened\` can store it: slowly, for the few objects that need it. A number beyond
  # 64 bits or 1e308, and the NaN and Infinity of Python, become their text; half of a surrogate pair becomes U+FFFD.
  class CarefulJson
    # Backslashes that begin no escape, whole pairs of surrogates, and halves. All begin with the same character, which
    # is quick to look for in a long text.
    ESCAPE = /\\\\\\\\|\\\\u[dD][89abAB]\\h\\h\\\\u[dD][c-fC-F]\\h\\h|\\\\u[dD][89a-fA-F]\\h\\h/
    HALF = 6

    # Stands for a number that a Float cannot hold.
    LargeNumber = Struct.new(:text) do
      alias_method :to_s, :text

      def self.try_convert(text)
        number = Float(text)
        number.finite? ? number : new(text)
      end
    end

    JSON_OF_LOGS = JSON::Coder.new(max_nesting: StorableFields::NESTING, allow_nan: true, allow_duplicate_key: true,
                                   allow_comments: false, decimal_class: LargeNumber)

    def initialize
      @storable = StorableFields.new
    end

    # Returns the fields of +text+, and yields what was changed: :surrogate, :number, each once.
    def load(text, &)
      whole = whole_characters(text)
      fields = @storable.of(JSON_OF_LOGS.load(whole), &)
      yield :surrogate unless whole == text
      fields
    rescue JSON::NestingError
      raise StorableFields::Unstorable, StorableFields::TOO_DEEP
    end

    private

    def whole_characters(text)
      text.gsub(ESCAPE) { |escape| escape.size == HALF ? '\\ufffd' : escape }
    end
  end
end
`,
  'certificate_metrics.rb': `# frozen_string_literal: true

require 'openssl'
require 'fluent/engine'
require_relative 'metrics'

module Efk
  # When the certificates of this process expire: those with which it serves metrics, or takes events. Of most inputs it
  # is the one that was there when they started, since they read it once; those that read it again say so by
  # \`reads_certificate_again?\`.
  class CertificateMetrics
    PATH = 'cert_path'
    # Inputs of the environment give their name to their events.
    NAME = 'tag'

    def initialize
      @gauge = Metrics.gauge(:fluentd_certificate_expires_timestamp_seconds,
                             'When a certificate of a server of this process expires.', [:certificate])
      @first = {}
    end

    # What cannot be read is not shown as what it was.
    def refresh
      @gauge.show(servers.filter_map { |input, path| shown(input, path) }.to_h)
    end

    private

    def servers
      Fluent::Engine.root_agent.inputs.filter_map do |input|
        path = path_in(input.config)
        [input, path] if path
      end
    end

    def path_in(element)
      element[PATH] || element.elements.lazy.filter_map { |inner| path_in(inner) }.first
    end

    def shown(input, path)
      time = expires(path)
      time = @first[input.plugin_id] ||= time unless input.respond_to?(:reads_certificate_again?)
      [{ certificate: input.config[NAME] || input.plugin_id }, time] if time
    end

    # Nil while it cannot be read. A file may hold those of authorities behind its own.
    def expires(path)
      OpenSSL::X509::Certificate.load_file(path).first.not_after.to_i
    rescue SystemCallError, OpenSSL::X509::CertificateError
      nil
    end
  end
end
`,
  'compiler.rb': `# frozen_string_literal: true

module Efk
  # YJIT, the compiler of Ruby, takes a third off the processor time of a line. It is started when Fluentd has read its
  # configuration: from the environment it would also compile what runs once, in both processes of Fluentd, which takes
  # half a second. The Ruby of the official image has it (\`--enable-yjit\` in https://github.com/docker-library/ruby);
  # others go without.
  module Compiler
    # With the value 0 there is none.
    SWITCH = 'RUBY_YJIT_ENABLE'

    module_function

    # Methods that are called often are compiled from now on.
    def start(environment = ENV)
      RubyVM::YJIT.enable if usable?(environment)
    end

    def usable?(environment)
      !defined?(RubyVM::YJIT.enable).nil? && environment[SWITCH] != '0'
    end
  end
end
`,
  'completed_events.rb': `# frozen_string_literal: true

require 'digest'
require 'fluent/time'
require 'json'
require 'securerandom'
require 'time'
require_relative 'json_fields'
require_relative 'storable_fields'
require_relative 'pieces'

module Efk
  # Makes records of the events of an input that are like those of containers: with a time, a message, an identity, a
  # data stream and a treatment. The mapping of Elasticsearch is closed, so what the input has not made itself goes
  # below \`json\`.
  class CompletedEvents
    # What every record may have.
    OWN = %w[@timestamp message _id].freeze

    # An event without a message is shown as what it is, and searched below \`json\`. In bytes.
    SHOWN = 32_768

    # +settings+ has \`input\` (its name), \`data_stream\`, \`treatment\`, \`fields\` (of records, which the input makes),
    # \`identity\` (fields that no two events have alike), \`path_field\` and \`node_name\`.
    def initialize(settings)
      @name = settings.input.dup.freeze
      @data_stream = settings.data_stream.freeze
      @treatment = settings.treatment
      @kept = [*OWN, *settings.fields]
      @identity = settings.identity
      @path_field = settings.path_field
      @node = node(settings.node_name)
      @longest = settings.max_event_size
      @json = JsonFields.new
    end

    # Yields the records of an event, of which there are several if its message is long.
    def records(time, given)
      record = record(time, given)
      message = record['message']
      return yield(record) unless long?(message)

      number = -1
      Pieces.each(message, @longest) do |piece, more|
        number += 1
        yield part(record, piece, number, more)
      end
    end

    private

    # A new record. The one that is given may be emitted again by its input.
    def record(time, given)
      # An object that somebody calls a message is no text.
      record = given.slice(*@kept).delete_if { |key, value| key == 'message' && value.is_a?(Enumerable) }
      rest = given.except(*record.keys, @path_field)
      record['_id'] ||= id(time, given)
      record['@timestamp'] ||= text(time)
      add_rest(record, rest)
      add_place(record, given)
      mark(record)
    end

    def text?(message)
      message.is_a?(String) && message.encoding == Encoding::UTF_8 && message.valid_encoding?
    end

    def long?(message)
      message.is_a?(String) && message.bytesize > @longest
    end

    # All but the last are marked, unless the input itself has more of it. Their order is that of their identities.
    def part(record, piece, number, more)
      log = { 'offset' => number, **record['log'].to_h }
      log['flags'] = [*log['flags'], 'partial'].uniq if more
      { **record, 'message' => piece, '_id' => "#{record['_id']}-#{number}", 'log' => log }
    end

    def node(name)
      { 'host' => name.dup.freeze }.freeze if name
    end

    def add_rest(record, rest)
      record['json'] = with_fields(record['message'], rest) unless rest.empty?
      record['message'] ||= rest.empty? ? '' : shown(rest)
    end

    # With the fields of a message that is an object of JSON, which nobody reads later beside others. Where both have a
    # field it is the one beside the message, since the message stays as it is.
    def with_fields(message, rest)
      return rest unless text?(message) && !long?(message)

      (@json.of(message) || {}).merge(rest)
    rescue StorableFields::Unstorable
      rest
    end

    def add_place(record, given)
      record['log'] = { **record['log'].to_h, 'file' => { 'path' => given[@path_field] } } if @path_field
      record['kubernetes'] = @node if @node
    end

    def mark(record)
      record['event'] = { 'dataset' => @name }.merge(record['event'] || {})
      record['data_stream'] = @data_stream
      record['_treatment'] = @treatment if @treatment
      record
    end

    # What cannot be written as JSON is withheld from the fields too.
    def shown(fields)
      JSON.generate(fields).byteslice(0, SHOWN).scrub('')
    rescue StandardError, SystemStackError
      fields.keys.join(' ')
    end

    # Of an event that has none of its own it is made once, here: what is sent again from the buffer has the same.
    def id(time, given)
      return "#{time_id(time)}-#{SecureRandom.urlsafe_base64(12)}" if @identity.empty?

      Digest::SHA256.hexdigest(JSON.generate([@name, *given.values_at(*@identity)])).slice(0, 32)
    end

    # Lucene looks up neighbours faster.
    def time_id(time)
      nanoseconds = time.is_a?(Fluent::EventTime) ? time.nsec : 0
      ((time.to_i * 1_000_000_000) + nanoseconds).to_s(36)
    end

    def text(time)
      return Time.at(time.to_i).utc.iso8601(9) unless time.is_a?(Fluent::EventTime)

      Time.at(time.sec, time.nsec, :nsec).utc.iso8601(9)
    end
  end
end
`,
  'conditions.rb': `# frozen_string_literal: true

require_relative 'field'
require_relative 'pattern'

module Efk
  # Conditions of fields, all of which must be fulfilled. A field that is missing fulfils none.
  class Conditions
    # +conditions+ has what a field must be by the name of the field: a value, a list of values, or an object with some
    # of \`not\` (a value or a list), \`at_least\` and \`below\` (numbers), and \`matches\` (the source of a pattern). Where a
    # value stands there may be an object with \`matches\` alone.
    def initialize(conditions)
      first, *@others = conditions.map { |name, condition| [Field.new(name), test_of(condition)] }
      @field, @test = first
      @alone = @others.empty?
    end

    # The field of a record in which the first is.
    def top = @field.top

    # What \`top\` must be to fulfil them, as a procedure that is asked of what is neither nil nor false; nil where that
    # does not decide.
    def test_of_top
      return unless @alone
      return (@test unless @test.call(false)) if @field.top?

      field = @field
      test = @test
      lambda do |top|
        value = field.below(top)
        value.nil? ? false : test.call(value)
      end
    end

    # The first is asked by itself: most have no other, and most records do not fulfil it (measured: half the time).
    def fulfilled?(record)
      value = @field.get(record)
      return false if value.nil? || !@test.call(value)

      @alone || @others.all? do |field, test|
        value = field.get(record)
        !value.nil? && test.call(value)
      end
    end

    private

    def test_of(condition)
      case condition
      when Hash then all_of(condition.map { |word, operand| word_test(word, operand) })
      else among(condition)
      end
    end

    def all_of(tests)
      return tests.first if tests.size == 1

      ->(value) { tests.all? { |test| test.call(value) } }
    end

    def among(operand)
      patterns, values = (operand.is_a?(Array) ? operand : [operand]).partition { |each| each.is_a?(Hash) }
      patterns.map! { |each| Pattern.new(each.fetch('matches')) }
      return one_of(values) if patterns.empty?

      ->(value) { values.include?(value) || patterns.any? { |pattern| pattern.match?(value) } }
    end

    # Texts are looked up; numbers are compared, since 200 is 200.0.
    def one_of(values)
      return ->(value) { values.include?(value) } unless values.all?(String)

      texts = values.to_set
      ->(value) { texts.include?(value) }
    end

    def none_of(operand)
      test = among(operand)
      ->(value) { !test.call(value) }
    end

    def word_test(word, operand)
      case word
      when 'not' then none_of(operand)
      when 'matches' then Pattern.new(operand)
      when 'at_least' then ->(value) { value.is_a?(Numeric) && value >= operand }
      when 'below' then ->(value) { value.is_a?(Numeric) && value < operand }
      else raise Fluent::ConfigError, "a condition must be one of not, matches, at_least and below, got #{word}"
      end
    end
  end
end
`,
  'container_log.rb': `# frozen_string_literal: true

require_relative 'event_record'
require_relative 'log_files'
require_relative 'runtime_line'
require_relative 'runtime_time'
require_relative 'line_joins'

module Efk
  # The log of one run of a container: turns the lines of its files into records.
  class ContainerLog
    # What is read at a time, so that no container keeps the others waiting. In bytes.
    BLOCK = 128 * 1024

    # +tag+ is that of its events, +joins+ are LineJoins within bounds.
    def initialize(tag, files, record, joins, report)
      @tag = tag
      @files = files
      @record = record
      @report = report
      @line = RuntimeLine.new
      @clock = RuntimeTime.new
      @max_age = joins.max_age
      @joins = { 'stdout' => joins.stream, 'stderr' => joins.stream }
    end

    attr_reader :tag, :files

    # Reads the next block; yields time and record of the events that it completes, and of those that have waited for
    # long enough. While there is more to be read, here or in a file that is not known yet because the last one was
    # renamed meanwhile, it may continue what is held: that waits for as long as an event may. Returns whether there was
    # a block.
    def read(now, &)
      @now = now
      more = block?(&)
      flush(more || (due? && !@files.exhausted?) ? now - @max_age : now, &)
      more
    end

    # Yields everything that is held.
    def flush_all(&)
      @joins.each { |stream, join| join.flush_all { |line| yield_event(line, stream, &) } }
    end

    def held_bytes
      @joins.each_value.sum(&:held_bytes)
    end

    # Everything that was yielded is delivered: the position goes as far as the first line that is held.
    def commit
      @files.commit(@joins.each_value.flat_map(&:held))
    end

    # Nothing that was yielded since the last commit was delivered: it will be read again.
    def rewind
      @joins.each_value(&:clear)
      @files.rewind
    end

    private

    # Reads the next block; whether there was one.
    def block?(&)
      @file = @files.current or return false
      @file.each_line(BLOCK) { |buffer, from, to, offset| add(buffer, from, to, offset, &) } ||
        @files.finish(@file, @now) { |buffer, from, to, offset| add(buffer, from, to, offset, &) }
    rescue Zlib::Error => e
      give_up(e)
    rescue SystemCallError => e
      # It may have been compressed since it was listed; then it is there under another name next time.
      @report.unreadable(@file.path, e) unless e.is_a?(Errno::ENOENT)
      false
    end

    def due?
      @joins.each_value.any? { |join| join.due?(@now) }
    end

    def flush(till, &)
      @joins.each { |stream, join| join.flush(till) { |line| yield_event(line, stream, &) } }
    end

    # A line that we cannot handle harms no other.
    def add(buffer, from, to, offset, &)
      return yield_torn(buffer.byteslice(from...to), offset, &) unless @line.read?(buffer, from, to)

      join(offset, offset + to - from, &)
    rescue StandardError => e
      @report.failed(@file.path, e)
      yield_torn(buffer.byteslice(from...to), offset, &)
    end

    def join(from, to, &)
      stream = @line.stream
      line = LogLine.new(@line.time, @line.text, @file, from, to, 1, false)
      @joins[stream].add(line, @line.partial?, @now) { |event| yield_event(event, stream, &) }
    end

    def yield_event(line, stream, &)
      time = @clock.parse(line.time)
      return yield_torn(line.text, line.from, &) unless time

      @last_time = line.time
      yield time, @record.build(line, stream, time)
    end

    # Its time is that of the line before it, or that of reading.
    def yield_torn(text, offset)
      return if text.empty?

      time = @last_time || Time.now.utc.iso8601(9)
      line = LogLine.new(time, text.force_encoding(Encoding::UTF_8), @file, offset, offset + text.bytesize, 1, false)
      parsed = @clock.parse(time)
      yield parsed, @record.torn(line, parsed)
    end

    # A compressed file that is broken is read as far as it goes.
    def give_up(error)
      @report.unreadable(@file.path, error)
      @report.lost(@file.path, @file.unread_bytes)
      @file.read_out = true
    end
  end
end
`,
  'container_ways.rb': `# frozen_string_literal: true

require_relative 'routing'

module Efk
  # The ways of the runs of containers that are on a node.
  class ContainerWays
    # Those of the node itself. What watches its pods and keeps their labels comes with the filter pod_metadata.
    def self.of_node(routing, labels_file, log)
      keys = routing.labels
      new(routing, keys.empty? ? nil : PodLabels.new(keys, labels_file, PodWatch.of_node, log))
    end

    # +labels+ are a PodLabels, if anything is selected by labels.
    def initialize(routing, labels = nil)
      @routing = routing
      @labels = labels
    end

    # The way of a run, or nil while it is not known.
    def of(run)
      @routing.of(run.namespace, run.container) { @labels.of(run.uid) }
    end

    # Keeps what decided on the ways of these runs.
    def keep(runs)
      @labels&.keep(runs.to_set(&:uid))
    end
  end
end
`,
  'csv_lines.rb': `# frozen_string_literal: true

require 'strscan'
require_relative 'text_value'

module Efk
  # Lines of values with a separator between them, which may be quoted: RFC 4180. A line with fewer or more values than
  # there are columns is text. Of an empty value there is no field.
  class CsvLines
    def initialize(columns, separator: ',', quote: '"')
      @columns = columns
      mark = Regexp.escape(quote)
      @plain = /[^#{Regexp.escape(separator)}#{mark}]*/
      @quoted = /#{mark}((?:[^#{mark}]|#{mark}#{mark})*+)#{mark}/
      @mark = quote
      @separator = /#{Regexp.escape(separator)}/
    end

    def read(text)
      scanner = StringScanner.new(text)
      fields = {}
      @columns.each_with_index do |column, index|
        return nil if index.positive? && !scanner.skip(@separator)

        value = value(scanner)
        fields[column] = value unless value == ''
      end
      fields if scanner.eos?
    end

    private

    def value(scanner)
      return scanner[1].gsub(@mark * 2, @mark) if scanner.scan(@quoted)

      TextValue.of(scanner.scan(@plain))
    end
  end
end
`,
  'cut_ends.rb': `# frozen_string_literal: true

module Efk
  # What of a message touches the end of an event where it was cut, since it is larger than events may be, and the
  # lines of a private key that are events of their own: nobody could tell from one event what it is.
  class CutEnds
    # A word, or a number with gaps, at an end. A longer one is cut there and not looked at as a whole.
    LONGEST = 8192
    AT_END = /(?:[\\d -]{1,64}|\\S{1,#{LONGEST}})\\z/
    AT_BEGIN = /\\A(?:[\\d -]{1,64}|\\S{1,#{LONGEST}})/
    MASK = '[cut]'
    KEY_BEGINS = /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/
    KEY_ENDS = /-----END (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/
    KEY_LINE = %r{\\A\\s*(?:[A-Za-z0-9+/=]{1,80}|[A-Za-z-]+: .{1,100})?\\s*\\z}
    KEY_MASK = '[privateKey redacted]'
    # Streams of containers that are looked at; more than a node has.
    MOST = 4096

    # +keys+ whether private keys are redacted.
    def initialize(keys:)
      @keys = keys
      @cut = {}
      @open = {}
    end

    # The message to redact instead of +message+ of the record; the block says that a line of a key was redacted.
    def message(record, message)
      stream = [record['kubernetes'].object_id, record['stream']]
      text = begin_of(stream, message)
      text = end_of(stream, text) if record['log'].is_a?(Hash) && record['log']['flags']&.include?('partial')
      return text unless @keys

      redacted = key_line(stream, text)
      yield if redacted != text
      redacted
    end

    private

    def begin_of(stream, text)
      @cut.delete(stream) ? text.sub(AT_BEGIN, MASK) : text
    end

    def end_of(stream, text)
      remember(@cut, stream)
      text.sub(AT_END, MASK)
    end

    def key_line(stream, text)
      return open_key(stream, text) unless @open.delete(stream)
      return text.sub(/\\A.*?#{KEY_ENDS}/mo, KEY_MASK) if KEY_ENDS.match?(text)
      return open_key(stream, text) unless KEY_LINE.match?(text)

      remember(@open, stream)
      KEY_MASK
    end

    def open_key(stream, text)
      _, begins, rest = text.rpartition(KEY_BEGINS)
      remember(@open, stream) unless begins.empty? || KEY_ENDS.match?(rest)
      text
    end

    # Streams whose container is gone go first.
    def remember(streams, stream)
      streams.shift if streams.size >= MOST
      streams[stream] = true
    end
  end
end
`,
  'datagram_server.rb': `# frozen_string_literal: true

require_relative 'metrics'
require_relative 'listening'

module Efk
  # Reads datagrams, many at a time. What the kernel dropped because nobody read is counted: it is all that can be known
  # of what is lost with UDP, apart from the counters of the network.
  class DatagramServer
    # Longest that there is. In bytes.
    LONGEST = 65_535

    # Datagrams that are given on at once, and bytes after which there are no more.
    MOST = 1000
    MOST_BYTES = 1 << 20

    # Time between two looks at what the kernel dropped. In seconds.
    INTERVAL = 5

    TABLES = %w[/proc/net/udp /proc/net/udp6].freeze

    # The block gets pairs of bytes and the address of the peer.
    def initialize(tag, port:, buffer:, bind: Listening::ANY, &handler)
      @socket = Listening.datagram(bind, port, buffer)
      @port = @socket.local_address.ip_port
      @handler = handler
      @labels = { input: tag }
      @dropped = Metrics.counter(:fluentd_input_dropped_datagrams_total,
                                 'Datagrams that the kernel dropped because they were not read in time.', [:input])
      @dropped.init_label_set(@labels)
      @seen = 0
      @count_at = 0
    end

    # Size of the buffer that the kernel gave, which may be less than was asked for. In bytes.
    def buffer
      # The kernel doubles it for what it needs itself.
      @socket.getsockopt(:SOCKET, :RCVBUF).int / 2
    end

    # Reads until the server is stopped, and then what is there.
    def run
      until @stopping && !@socket.wait_readable(0)
        @socket.wait_readable(0.5)
        datagrams = read
        @handler.call(datagrams) unless datagrams.empty?
        look_for_dropped
      end
    end

    def stop
      @stopping = true
    end

    def close
      count_dropped
      @socket.close
    end

    private

    def read
      datagrams = []
      bytes = 0
      while datagrams.size < MOST && bytes < MOST_BYTES
        data, address = @socket.recvfrom_nonblock(LONGEST, exception: false)
        break if data == :wait_readable

        bytes += data.bytesize
        datagrams << [data, Listening.peer(address)]
      end
      datagrams
    end

    def look_for_dropped
      now = Process.clock_gettime(Process::CLOCK_MONOTONIC)
      return if now < @count_at

      @count_at = now + INTERVAL
      count_dropped
    end

    # By inode, so that the sockets of other workers on the same port are counted by these.
    def count_dropped
      dropped = drops
      @dropped.increment(by: dropped - @seen, labels: @labels) if dropped > @seen
      @seen = [dropped, @seen].max
    end

    def drops
      inode = @socket.stat.ino.to_s
      TABLES.each do |table|
        next unless File.readable?(table)

        File.foreach(table) do |line|
          columns = line.split
          return columns.last.to_i if columns[9] == inode
        end
      end
      0
    end
  end
end
`,
  'dead_letter.rb': `# frozen_string_literal: true

require 'English'
require 'json'
require 'time'
require_relative 'bulk_document'
require_relative 'other_form'

module Efk
  # A record that could not be stored, as a line of JSON: when, whose, why, and all of it.
  class DeadLetter
    # What says of an output that it takes nothing at present, whatever the record.
    FOR_A_WHILE = [SystemCallError, IOError, NoMemoryError].freeze
    # The field in which a plugin of ours says why.
    WHY = '_error'
    UNKNOWN = { 'type' => 'unknown' }.freeze

    attr_reader :error

    # +error+ is what was raised for the record, if known.
    def initialize(tag, time, record, error)
      @tag = tag
      @time = time
      @record = record
      @error = record.is_a?(Hash) && record[WHY].is_a?(Hash) ? record[WHY] : DeadLetter.why(error)
    end

    # At most +limit+ bytes.
    def line(limit)
      line = "#{json(letter(@record))}\\n"
      return line if line.bytesize <= limit

      cut = OtherForm.of(@record, 'too_large', 'larger than a file of dead letters', limit / 32)
      "#{json(letter(cut.merge('_id' => @record['_id'])))}\\n"
    end

    # The overflow of a buffer that the error stands for, or that it is; nil for what is wrong with records. Fluentd
    # takes for delivered what @ERROR takes, and inputs read on: with a full buffer at shutdown, that lost them
    # (fluent/fluentd#3742).
    def self.overflow(error)
      cause = cause_of(error)
      return cause if cause.is_a?(Fluent::Plugin::Buffer::BufferOverflowError)
      # An output has raised it, not a filter or an input for one record.
      return unless !cause.equal?(error) && FOR_A_WHILE.any? { |kind| cause.is_a?(kind) }

      Fluent::Plugin::Buffer::BufferOverflowError.new("#{cause.class} in an output")
    end

    def self.why(error)
      cause = cause_of(error)
      cause ? { 'type' => cause.class.name, 'message' => OtherForm.scrub(cause.message)[0, 500] } : UNKNOWN
    end

    # What an output has raised, without what Fluentd packs it in.
    def self.cause_of(error)
      error.respond_to?(:internal_error) ? error.internal_error : error
    end
    private_class_method :cause_of

    private

    def letter(record)
      record = record.except(WHY) if record.is_a?(Hash)
      { 'time' => Time.at(@time.to_r).utc.iso8601(9), 'tag' => @tag, 'error' => @error, 'record' => record }
    end

    def json(letter)
      JSON.generate(letter)
    rescue *BulkDocument::UNWRITABLE
      JSON.generate(OtherForm.plain(letter))
    end
  end
end
`,
  'dead_letter_files.rb': `# frozen_string_literal: true

require 'fileutils'

module Efk
  # The dead letters of a node: files of JSON lines in a folder that only their owner reads. The newest grows; the
  # oldest is removed when all of them are too large. They may vanish at any time, because they are sent again.
  class DeadLetterFiles
    FILES = '[0-9]*.jsonl*'
    # A file that is being sent; nothing is added to it.
    SENDING = '.sending'
    LOCK = 'lock'
    # Bytes that are written at once.
    BATCH = 64 * 1024

    # Sizes are bytes, of a file and of all files. The block gets the lines and bytes of a file that is removed.
    def initialize(folder, max_file_size:, max_size:, &removed)
      @folder = folder
      @max_file_size = max_file_size
      @max_size = max_size
      @removed = removed
    end

    # Appends lines, each with its end, and yields how many more are safe. Raises what the disk says when it takes no
    # more.
    def append(lines)
      DeadLetterFiles.locked(@folder) do
        sizes = list.to_h { |path| [path, File.size(path)] }
        DeadLetterFiles.batches(lines, [BATCH, @max_file_size].min).each do |batch|
          text = batch.join
          make_room(sizes, text.bytesize)
          write(newest(sizes, text.bytesize), text, sizes)
          yield batch.size
        end
      end
    end

    # The files, oldest first.
    def self.list(folder)
      Dir.glob(FILES, base: folder).sort_by(&:to_i).map { |name| File.join(folder, name) }
    end

    # Lines in groups that have this many bytes, or one line.
    def self.batches(lines, bytes)
      size = 0
      lines.slice_when do |line, following|
        size += line.bytesize
        full = size + following.bytesize > bytes
        size = 0 if full
        full
      end
    end

    # Keeps others from changing the folder: another thread, or the program that sends dead letters again.
    def self.locked(folder)
      FileUtils.mkdir_p(folder, mode: 0o700)
      File.open(File.join(folder, LOCK), File::RDWR | File::CREAT, 0o600) do |file|
        file.flock(File::LOCK_EX)
        yield
      end
    end

    private

    def list
      DeadLetterFiles.list(@folder)
    end

    def newest(sizes, bytes)
      path = sizes.keys.last
      return path if path && !path.end_with?(SENDING) && sizes[path] + bytes <= @max_file_size

      number = path ? File.basename(path).to_i + 1 : 1
      File.join(@folder, format('%08d.jsonl', number)).tap { |added| sizes[added] = 0 }
    end

    def make_room(sizes, bytes)
      while sizes.size > 1 && sizes.values.sum + bytes > @max_size
        path, size = sizes.shift
        @removed.call(File.foreach(path).count, size)
        File.delete(path)
      end
    end

    def write(path, text, sizes)
      File.open(path, File::WRONLY | File::APPEND | File::CREAT, 0o600) do |file|
        file.sync = true
        file.write(text)
        sizes[path] += text.bytesize
      rescue SystemCallError
        file.truncate(sizes[path]) # the half of a line would spoil the next one
        raise
      end
    end
  end
end
`,
  'dead_letter_resend.rb': `# frozen_string_literal: true

require 'fileutils'
require 'fluent/time'
require 'json'
require 'time'
require_relative 'bulk_document'
require_relative 'bulk_entry'
require_relative 'dead_letter_files'

module Efk
  # Sends the dead letters of a folder again. What is stored is removed, what is refused again is kept. It can be broken
  # off and repeated at any time: documents have ids.
  class DeadLetterResend
    # Bytes of letters that are sent together.
    BATCH = 1024 * 1024
    # What is kept of a file before it takes the place of the file.
    KEPT = 'kept'

    # How many letters became what, as the documents of a delivery; \`unreadable\` are kept too.
    attr_reader :results

    # The block delivers a body of so many documents for a tag and returns the BulkDelivery.
    def initialize(folder, &deliver)
      @folder = folder
      @deliver = deliver
      @results = Hash.new(0)
    end

    # Raises what the block raises; the letters are still there then.
    def run
      taken.each { |path| replace(path, kept_of(path)) }
      self
    end

    private

    # The files that are there, under names to which Fluentd adds nothing.
    def taken
      DeadLetterFiles.locked(@folder) do
        DeadLetterFiles.list(@folder).map do |path|
          next path if path.end_with?(DeadLetterFiles::SENDING)

          "#{path}#{DeadLetterFiles::SENDING}".tap { |name| File.rename(path, name) }
        end
      end
    end

    def replace(path, lines)
      DeadLetterFiles.locked(@folder) do
        unless lines.empty?
          kept = File.join(@folder, KEPT)
          File.write(kept, lines.join, perm: 0o600)
          File.rename(kept, path.delete_suffix(DeadLetterFiles::SENDING))
        end
        FileUtils.rm_f(path)
      end
    end

    # The lines of a file that must be kept.
    def kept_of(path)
      DeadLetterFiles.batches(File.foreach(path), BATCH).flat_map do |lines|
        readable, others = lines.map { |line| [line, letter(line)] }.partition(&:last)
        @results['unreadable'] += others.size unless others.empty?
        others.map(&:first) + refused(readable)
      end
    end

    def refused(letters)
      letters.group_by { |_, letter| letter['tag'] }.flat_map { |tag, group| send_again(tag, group) }
    end

    def letter(line)
      letter = JSON.parse(line)
      letter if letter.is_a?(Hash) && letter['tag'].is_a?(String) && letter['record'].is_a?(Hash)
    rescue JSON::ParserError
      nil
    end

    # The lines of the letters that are refused again.
    def send_again(tag, letters)
      lines = letters.to_h { |line, letter| [document(letter), line] }
      delivery = @deliver.call(tag, lines.keys.join, lines.size)
      delivery.results.each { |result, number| @results[result] += number }
      delivery.dead.map { |entry, _| lines.fetch(entry.original) }
    end

    def document(letter)
      BulkDocument.lines({ '@timestamp' => letter['time'] }.merge(letter['record']))
    end
  end
end
`,
  'delivery_listeners.rb': `# frozen_string_literal: true

module Efk
  # What an output tells others of, when it has delivered a chunk.
  module DeliveryListeners
    # Whenever a chunk is delivered, the block gets its tag, the chunk and the BulkDelivery. It must not raise, or the
    # chunk is sent again.
    def on_delivery(&listener)
      delivery_listeners << listener
    end

    private

    def tell(*delivered)
      delivery_listeners.each { |listener| listener.call(*delivered) }
    end

    def delivery_listeners
      @delivery_listeners ||= []
    end
  end
end
`,
  'described_names.rb': `# frozen_string_literal: true

module Efk
  # The names of a container together with what is known of its pod: the same frozen object for all of its logs, as long
  # as nothing changes.
  class DescribedNames
    # A pod that is not known yet, although the API server answers, is waited for: it is a matter of milliseconds. In
    # seconds.
    WAIT = 2
    STEP = 0.02
    # Containers that are remembered, more than a node has at a time.
    MOST = 4096

    # +pods+ is a PodWatch.
    def initialize(pods, pause: ->(seconds) { sleep seconds })
      @pods = pods
      @pause = pause
      @known = {}.compare_by_identity
      @waited = {}
    end

    # +names+ is the field \`kubernetes\` of a record. Returns what it is to be, or nil if its pod is not known.
    def of(names)
      uid = names['pod_id']
      described = @pods[uid] || waited(uid) or return
      before, merged = @known[names]
      return merged if before.equal?(described)

      @known.clear if @known.size >= MOST
      @known[names] = [described, names.merge(described).freeze]
      @known[names].last
    end

    private

    # Once for each pod.
    def waited(uid)
      return if @waited.key?(uid) || !@pods.current?

      @waited.clear if @waited.size >= MOST
      @waited[uid] = true
      (WAIT / STEP).to_i.times do
        @pause.call(STEP)
        found = @pods[uid]
        return found if found || !@pods.current?
      end
      nil
    end
  end
end
`,
  'detector.rb': `# frozen_string_literal: true

require_relative 'pattern'

module Efk
  # Finds one kind of what is to be redacted in a text.
  class Detector
    # The block is asked for what matches and says whether it is a secret, or how many characters of it are. +normal+
    # makes equal what is written in several ways, so that it has one hash. +hint+ is quicker to look for.
    def initialize(regexp, hint: nil, normal: nil, &check)
      @regexp = regexp
      @hint = hint
      @normal = normal
      @check = check
    end

    # +text+, in which what the block gives stands for every secret; the same object if there is none.
    def replace(text)
      return text unless match?(text)

      redacted = +''
      done = at = 0
      while text.byteindex(@regexp, at)
        at, secret = secret_at(Regexp.last_match)
        next unless secret

        redacted << text.byteslice(done...(at - secret.bytesize)) << yield(secret)
        done = at
      end
      done.zero? ? text : redacted << text.byteslice(done..)
    end

    # Whether there may be one.
    def match?(text)
      (@hint.nil? || @hint.match?(text)) && @regexp.match?(text)
    end

    def normal(secret)
      @normal ? @normal.call(secret) : secret
    end

    private

    # Where to go on, and what stands before it if it is a secret. What begins within something that is none may be one.
    def secret_at(match)
      from = match.byteoffset(0).first
      text = match[0]
      raise ArgumentError, 'a pattern matches nothing' if text.empty?

      length = @check ? @check.call(text) : true
      return [from + text[0].bytesize, nil] unless length

      secret = length == true ? text : text[0, length]
      [from + secret.bytesize, secret]
    end
  end
end
`,
  'disk_metrics.rb': `# frozen_string_literal: true

require_relative 'metrics'

module Efk
  # What the collector takes of the node's disk, and what is free there.
  class DiskMetrics
    # +state+ is a folder on the disk; +paths+ are files and folders by their purpose.
    def initialize(state, paths)
      @state = state
      @paths = paths
      @used = Metrics.gauge(:fluentd_node_used_bytes, 'Bytes that the collector has on the disk of the node.',
                            [:purpose])
      @size = Metrics.gauge(:fluentd_node_disk_size_bytes, 'Size of the disk on which they are.')
      @free = Metrics.gauge(:fluentd_node_disk_available_bytes, 'Bytes of the disk that are available.')
    end

    def refresh
      @used.show(@paths.to_h { |purpose, path| [{ purpose: purpose }, bytes(path)] })
      disk = space or return
      @size.set(disk.first)
      @free.set(disk.last)
    end

    private

    # Files may vanish at any time.
    def bytes(path)
      return File.size?(path).to_i unless File.directory?(path)

      Dir.glob('**/*', File::FNM_DOTMATCH, base: path).sum do |name|
        file = File.join(path, name)
        File.file?(file) ? File.size?(file).to_i : 0
      end
    end

    # Size and available bytes, or nil. Ruby has no function for it.
    def space
      lines = IO.popen(['df', '-P', '-k', @state], err: File::NULL, &:readlines)
      _, size, _, available = lines.last.to_s.split
      [size, available].map { |text| Integer(text, 10) * 1024 }
    rescue SystemCallError, ArgumentError, TypeError
      nil
    end
  end
end
`,
  'drain_buffer.rb': `# frozen_string_literal: true

require 'fileutils'

module Efk
  # Empties the buffer of an aggregator that is about to go, before it is told to stop: takes nothing more, and waits
  # while chunks are sent. When nothing is sent for a while, Elasticsearch is away; then the rest stays on the volume.
  class BufferDrain
    # Time between two looks. In seconds.
    LOOK = 0.5

    # Time in which the last messages are taken: the input looks for the file every half second. In seconds.
    CLOSING = 2

    # +patience+ is longer than the longest pause between two attempts, 30 s and half as much by chance.
    def initialize(folder, closing_file, patience: 50, longest: 110)
      @chunks = File.join(folder, 'buffer', '**', '*.log')
      @closing_file = closing_file
      @patience = patience
      @longest = longest
    end

    # The block tells Fluentd to send what it has. Returns the number of chunks that are left.
    def run(&)
      FileUtils.touch(@closing_file)
      wait(now, &)
    end

    private

    def wait(started)
      sent_at = started
      left = nil
      until (count = chunks).zero? && now - started > CLOSING
        yield if count.positive?
        sent_at = now if left.nil? || count < left
        left = count
        return left if too_long?(started, sent_at)

        sleep LOOK
      end
      0
    end

    def too_long?(started, sent_at)
      now - sent_at > @patience || now - started > @longest
    end

    def chunks
      Dir.glob(@chunks).size
    end

    def now
      Process.clock_gettime(Process::CLOCK_MONOTONIC)
    end
  end
end

if $PROGRAM_NAME == __FILE__
  left = Efk::BufferDrain.new('/var/lib/fluentd', '/tmp/closing').run { Process.kill(:USR1, 1) }
  puts "#{left} chunks are left on the volume"
end
`,
  'drop.rb': `# frozen_string_literal: true

require_relative 'conditions'
require_relative 'dropped_records'

module Efk
  # Drops records that fulfil all conditions of a rule, counted by treatment and reason.
  class Drop
    CONFIG = proc do
      config_section :drop, multi: true, param_name: :drops do
        desc 'Why, as a label of the metric.'
        config_param :reason, :string
        desc 'Fields of the record, and what each must be.'
        config_param :where, :hash
      end
    end

    # Fields that are there before a message is parsed.
    EARLY = /\\A(?:message|stream|kubernetes(?:\\..+)?)\\z/

    def self.steps(section)
      section.drops.reject { |rule| early?(rule) }.map { |rule| of(rule, section) }
    end

    # Whether the rule can be asked before a message is parsed, which costs more than most rules.
    def self.early?(rule) = rule.where.keys.all?(EARLY)

    def self.of(rule, section)
      new(section.name, rule.reason, Conditions.new(rule.where))
    end

    def initialize(treatment, reason, conditions)
      @conditions = conditions
      @dropped = DroppedRecords.new(treatment, reason)
    end

    def call(record, _time)
      return record unless @conditions.fulfilled?(record)

      @dropped.count(record)
      nil
    end
  end

  # Those rules by which a record is dropped before its message is parsed.
  module EarlyDrop
    CONFIG = proc {}

    def self.steps(section)
      section.drops.select { |rule| Drop.early?(rule) }.map { |rule| Drop.of(rule, section) }
    end
  end
end
`,
  'dropped_records.rb': `# frozen_string_literal: true

require_relative 'treated_records'

module Efk
  # Counts what a treatment drops, by the reason for it.
  class DroppedRecords < TreatedRecords
    def initialize(treatment, reason)
      super(:fluentd_treatments_dropped_records_total, 'Records that a rule dropped.', treatment, reason: reason)
    end
  end
end
`,
  'durations.rb': `# frozen_string_literal: true

module Efk
  # Durations in nanoseconds, which is what \`event.duration\` is in. A number alone has no unit: its key must say it.
  module Durations
    # Nanoseconds of a unit, by what stands behind a number or a key.
    UNITS = { 'ns' => 1, 'us' => 1_000, 'µs' => 1_000, 'μs' => 1_000, 'ms' => 1_000_000, 's' => 1_000_000_000,
              'm' => 60_000_000_000, 'h' => 3_600_000_000_000 }.freeze
    MOST = (2**63) - 1
    NUMBER = /\\A\\d{1,15}(?:\\.\\d{1,9})?\\z/
    # As Go writes them, \`1h2m3.5s\`; others have one part, some with a space.
    PART = /(\\d{1,15}(?:\\.\\d{1,12})?) ?(ns|us|µs|μs|ms|s|m|h)/
    TEXT = /\\A(?:#{PART})+\\z/
    LONGEST = 40
    # HH:MM:SS.fffffff of .NET.
    CLOCK = /\\A(\\d{2}):([0-5]\\d):([0-5]\\d(?:\\.\\d{1,9})?)\\z/

    module_function

    def of_number(value, factor)
      case value
      when Float then of_float(value * factor)
      when Integer then bounded(value * factor)
      when NUMBER then bounded((value.to_r * factor).round)
      end
    end

    # Neither NaN nor infinite ones are between the two.
    def of_float(nanoseconds)
      nanoseconds.round if nanoseconds > -0.5 && nanoseconds <= MOST
    end

    # A text with units; nil if it is none.
    def of_text(value)
      return unless value.is_a?(String) && value.size <= LONGEST

      return bounded(of_parts(value)) if TEXT.match?(value)

      clock = CLOCK.match(value)
      bounded(of_clock(clock)) if clock
    end

    def of_clock(clock)
      hours, minutes, seconds = clock.captures
      (((hours.to_i * 3600) + (minutes.to_i * 60) + seconds.to_r) * UNITS['s']).round
    end

    def of_parts(text)
      text.scan(PART).sum { |number, unit| number.to_r * UNITS[unit] }.round
    end

    def bounded(nanoseconds)
      nanoseconds if nanoseconds.between?(0, MOST)
    end
  end
end
`,
  'error_label.rb': `# frozen_string_literal: true

module Efk
  # Takes errors inside the label @ERROR out of it. Fluentd sends them there again, until the stack is full
  # (fluent/fluentd#5462).
  class ErrorLabel
    NAME = '@ERROR'

    # The block gets the error of a record that is lost.
    def initialize(&lost)
      @lost = lost
    end

    # Makes this the way of errors in the label, if \`router\` is that of the label.
    def take_over(router)
      label = ErrorLabel.router
      label.emit_error_handler = self if !label.nil? && label.equal?(router)
    end

    # Nothing of it is safe, and the emitter must know.
    def handle_emits_error(_tag, _events, error)
      raise error
    end

    def emit_error_event(_tag, _time, _record, error)
      @lost.call(error)
    end

    # The router of the label; nil if the configuration has none.
    def self.router
      Fluent::Engine.root_agent.labels[NAME]&.event_router
    end
  end
end
`,
  'event_batches.rb': `# frozen_string_literal: true

require 'fluent/event'
require_relative 'metrics'

module Efk
  # Events of one tag on their way into the pipeline, and the logs from which they come. The positions of these are
  # saved when the pipeline has taken the events; they are read again when it has not, e.g. because the buffer is full.
  class EventBatches
    # Text of a batch. In bytes. The records are still in the caches of the processor when the next stage sees them; of
    # a batch of 1 MiB they are not, and all stages together take longer (measured).
    BATCH = 128 * 1024

    # Time after which a pipeline that took nothing is tried again. In seconds.
    PAUSE = 1

    Batch = Struct.new(:times, :records, :bytes, :logs) do
      def add(time, record)
        times << time
        records << record
        self.bytes += record['message'].bytesize
      end
    end

    def initialize(router, log)
      @router = router
      @log = log
      @batches = {}
      @paused = {}
      @events = Metrics.counter(:fluentd_container_logs_events_total, 'Events that the buffer has taken.', [:route])
      @pauses = Metrics.counter(:fluentd_container_logs_pauses_total,
                                'Times that reading stopped because the buffer was full or failed.', [:route])
    end

    def paused?(tag, now)
      (@paused[tag] || now) > now
    end

    # Adds the events of a log that the block gives to the procedure it gets; returns what the block does.
    def collect(container)
      batch = @batches[container.tag] ||= Batch.new([], [], 0, {}.compare_by_identity)
      size = batch.times.size
      more = yield batch.method(:add)
      add_log(container, batch) if more || batch.times.size > size
      more
    end

    def emit_all(now)
      @paused.delete_if { |_, till| till <= now }
      emit(@batches.first.first) until @batches.empty?
    end

    private

    def add_log(container, batch)
      batch.logs[container] = true
      emit(container.tag) if batch.bytes > BATCH
    end

    def emit(tag)
      batch = @batches.delete(tag)
      @router.emit_stream(tag, Fluent::MultiEventStream.new(batch.times, batch.records)) unless batch.times.empty?
      @events.increment(by: batch.times.size, labels: { route: tag })
      batch.logs.each_key(&:commit)
    rescue StandardError => e
      pause(tag, batch, e)
    end

    def pause(tag, batch, error)
      batch.logs.each_key(&:rewind)
      @paused[tag] = Process.clock_gettime(Process::CLOCK_MONOTONIC) + PAUSE
      @pauses.increment(labels: { route: tag })
      @log.debug 'the pipeline takes no events', tag: tag, error: error.class
    end
  end
end
`,
  'event_record.rb': `# frozen_string_literal: true

require 'digest'
require_relative 'pipeline_error'

module Efk
  # The records of one container's events: where they come from, and their identity.
  class EventRecord
    PARTIAL = ['partial'].freeze
    TORN = 'not a line of a container runtime'

    # +names+ are the fields of \`kubernetes\`, +run+ counts the restarts of the container; +treatment+ is the name of its
    # treatment, if it has one.
    def initialize(names, data_stream, run, treatment = nil)
      @names = names.freeze
      @data_stream = data_stream
      @treatment = treatment
      @source = Digest::SHA256.hexdigest([*names.values, run].join('/')).slice(0, 14)
    end

    # The record of +line+ of +stream+, whose time is the Fluent::EventTime +time+.
    def build(line, stream, time)
      log = { 'offset' => line.from }
      log['flags'] = PARTIAL if line.partial
      record = {
        '@timestamp' => line.time, 'message' => line.text, 'stream' => stream, 'kubernetes' => @names,
        'data_stream' => @data_stream, 'log' => log, '_id' => id(line, time)
      }
      record['_treatment'] = @treatment if @treatment
      record
    end

    # The record of a line that no runtime has written, e.g. torn by a crash.
    def torn(line, time)
      PipelineError.mark(build(line, nil, time).compact, TORN)
    end

    private

    # The same line has the same identity whenever and under whatever name its file is read, so that sending it twice
    # stores it once; equal lines of one time, which conmon writes, have different ones. It begins with the source and
    # the time, because Lucene looks up neighbours faster, and needs no escaping in a URL or in JSON.
    def id(line, time)
      nanoseconds = (time.sec * 1_000_000_000) + time.nsec
      "#{@source}-#{nanoseconds.to_s(36)}-#{line.from.to_s(36)}-#{line.text.bytesize.to_s(36)}"
    end
  end
end
`,
  'event_records.rb': `# frozen_string_literal: true

require 'fluent/event'
require 'fluent/time'
require 'time'

module Efk
  # Makes records of the events of Kubernetes. One that is counted up is a new one each time: its version is part of its
  # identity, which is the same however often it is read.
  module EventRecords
    # What is searched below \`json\`.
    KEPT = %w[reason type count action involvedObject related reportingComponent firstTimestamp lastTimestamp
              series].freeze

    # Where an event may say when it happened, the best first.
    TIMES = [%w[series lastObservedTime], %w[lastTimestamp], %w[eventTime], %w[firstTimestamp],
             %w[metadata creationTimestamp]].freeze

    module_function

    def stream(events)
      stream = Fluent::MultiEventStream.new
      events.each { |event| stream.add(*record(event)) }
      stream
    end

    # The time and the record.
    def record(event)
      time = time_of(event)
      record = event.slice(*KEPT).compact
      record.merge!('message' => (event['message'] || event['note']).to_s, '_id' => id(event),
                    'log' => { 'level' => event['type'] == 'Warning' ? 'warn' : 'info' },
                    'event' => { 'action' => event['reason'] }.compact)
      [time, record.merge!(place(event['involvedObject'] || {}, event))]
    end

    def id(event)
      event['metadata'].values_at('uid', 'resourceVersion').join('-')
    end

    # Whose event it is, in the words that the logs of containers have as well.
    def place(object, event)
      namespace = object['namespace']
      names = { 'namespace_name' => namespace }
      if object['kind'] == 'Pod'
        names.merge!('pod_name' => object['name'], 'pod_id' => object['uid'], 'host' => event.dig('source', 'host'))
      end
      { 'kubernetes' => names.compact,
        'orchestrator' => { 'namespace' => namespace,
                            'resource' => { 'name' => object['name'], 'type' => object['kind'] }.compact }.compact }
    end

    def time_of(event)
      text = TIMES.filter_map { |path| event.dig(*path) }.first
      Fluent::EventTime.from_time(Time.iso8601(text.to_s))
    rescue ArgumentError
      Fluent::EventTime.now
    end
  end
end
`,
  'event_times.rb': `# frozen_string_literal: true

require 'fluent/time'

module Efk
  # Times of events that others send.
  module EventTimes
    # As Elasticsearch reads it.
    TIME = /\\A\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?(?:Z|[+-]\\d\\d:\\d\\d)\\z/

    module_function

    def time?(time)
      time.is_a?(Fluent::EventTime) || time.is_a?(Integer)
    end

    # The time that a record says itself, else that of the event, as text.
    def text(said, time)
      return said if said.is_a?(String) && TIME.match?(said)

      seconds, nanoseconds = time.is_a?(Integer) ? [time, 0] : [time.sec, time.nsec]
      return Time.now.utc.iso8601(9) if seconds.zero?

      Time.at(seconds, nanoseconds, :nsec).utc.iso8601(9)
    end
  end
end
`,
  'event_watch.rb': `# frozen_string_literal: true

module Efk
  # The events of a cluster from a version of its resources on: those that there are, page by page, then each change.
  # The block gets events and the version from which to go on when it has taken them.
  class EventWatch
    PATH = '/api/v1/events'
    PAGE = 500

    # The API server ends a watch then, so that several servers share the load. In seconds.
    WATCH = 290

    # The API server no longer has the version: what happened since is in the list.
    class Expired < StandardError; end

    def initialize(client)
      @client = client
    end

    # Yields all events that there are; the version comes with the last page. Those that were there before are among
    # them.
    def list
      query = { limit: PAGE }
      loop do
        page = @client.get(PATH, query)
        following = page.dig('metadata', 'continue').to_s
        yield page['items'] || [], following.empty? ? page.dig('metadata', 'resourceVersion') : nil
        break if following.empty?

        query = { limit: PAGE, continue: following }
      end
    rescue ApiClient::Refused => e
      raise e.status == 410 ? Expired : e
    end

    # Yields each change since +version+, until the API server ends the watch.
    def watch(version, &)
      query = { watch: 1, resourceVersion: version, allowWatchBookmarks: true, timeoutSeconds: WATCH }
      @client.lines(PATH, query) { |change| changed(change['type'], change['object'] || {}, &) }
    rescue ApiClient::Refused => e
      raise e.status == 410 ? Expired : e
    end

    private

    def changed(type, object)
      version = object.dig('metadata', 'resourceVersion')
      case type
      when 'ADDED', 'MODIFIED' then yield [object], version
      when 'DELETED', 'BOOKMARK' then yield [], version
      when 'ERROR' then raise object['code'] == 410 ? Expired : ApiClient::Refused.new(object['code'])
      end
    end
  end
end
`,
  'failures.rb': `# frozen_string_literal: true

module Efk
  # What the content of a record can raise: deep data and large data raise what is no StandardError, which would stop
  # the process.
  FAILURES = [StandardError, SystemStackError, NoMemoryError].freeze
end
`,
  'field.rb': `# frozen_string_literal: true

module Efk
  # A field of a record, by the name under which it is found in Elasticsearch, e.g. \`log.level\` or \`json.order.id\`.
  # Dots lead into objects; an application may also have written them as part of a key.
  class Field
    # +name+ is split at all dots in turn, so the ways through objects and through keys with dots are both tried.
    def initialize(name)
      @name = name
      @path = name.split('.')
      @first, @second = @path
      @rest = @path.size - 1
    end

    attr_reader :name

    # The field of a record that it is, or is in.
    def top = @first

    # Whether it is that itself.
    def top? = @rest.zero?

    # Its value, or nil.
    def get(record)
      top = record[@first]
      top.nil? ? nil : below(top)
    end

    # Its value, or nil, where a record has +top+. Most fields have two names, and this is asked of every record.
    def below(top)
      return top if @rest.zero?
      return fetch(top, 1) if @rest > 1

      top[@second] if top.is_a?(Hash)
    end

    private

    # The value below +object+ of what is left of the path.
    def fetch(object, from)
      return object if from == @path.size
      return unless object.is_a?(Hash)

      keys[from].each.with_index(from + 1) do |key, to|
        found = object[key]
        found = fetch(found, to) unless found.nil?
        return found unless found.nil?
      end
      nil
    end

    # Keys by where they begin in the path, the shortest first.
    def keys
      @keys ||= @path.each_index.map do |from|
        (from...@path.size).map { |to| @path[from..to].join('.').freeze }
      end
    end
  end
end
`,
  'fields.rb': `# frozen_string_literal: true

module Efk
  # Renames, keeps, removes and adds fields, in this order. The message stays as it was written.
  class Fields
    CONFIG = proc do
      config_section :fields, multi: false, param_name: :fields do
        desc 'New names by old ones.'
        config_param :rename, :hash, default: {}
        desc 'Fields below json that stay; the others go.'
        config_param :keep, :array, value_type: :string, default: nil
        desc 'Fields that go.'
        config_param :remove, :array, value_type: :string, default: []
        desc 'Values by the names of fields.'
        config_param :add, :hash, default: {}
      end
    end

    # What is not there.
    NONE = Object.new

    def self.steps(section)
      section.fields ? [new(section.fields)] : []
    end

    def initialize(fields)
      @rename = fields.rename.map { |names| paths(names) }
      @keep = fields.keep && paths(fields.keep)
      @remove = paths(fields.remove)
      @add = paths(fields.add.keys).zip(fields.add.values)
    end

    def call(record, _time)
      @rename.each { |from, to| move(record, from, record, to) }
      keep(record) if @keep && record['json'].is_a?(Hash)
      @remove.each { |path| take(record, path) }
      @add.each { |path, value| put(record, path, value) }
      record
    end

    private

    def paths(names)
      names.map { |name| name.split('.') }
    end

    def keep(record)
      kept = {}
      @keep.each { |path| move(record, path, kept, path) }
      record['json'] = kept.fetch('json', {})
    end

    def move(record, from, target, path)
      value = take(record, from)
      put(target, path, value) unless value.equal?(NONE)
    end

    # Removes what is at +path+, through objects and keys with dots, and gives it.
    def take(object, path)
      return NONE unless object.is_a?(Hash)

      (1..path.size).each do |size|
        key = path.first(size).join('.')
        value = object.key?(key) ? take_below(object, key, path.drop(size)) : NONE
        return value unless value.equal?(NONE)
      end
      NONE
    end

    # An object that is empty then goes too.
    def take_below(object, key, path)
      return object.delete(key) if path.empty?

      value = take(object[key], path)
      object.delete(key) if !value.equal?(NONE) && object[key].empty?
      value
    end

    def put(object, path, value)
      *outer, last = path
      inner = outer.inject(object) do |below, key|
        below[key] = {} unless below[key].is_a?(Hash)
        below[key]
      end
      inner[last] = value
    end
  end
end
`,
  'file_lines.rb': `# frozen_string_literal: true

require 'digest'
require 'zlib'

module Efk
  # Records of the lines of files.
  class FileLines
    PARTIAL = ['partial'].freeze
    LINE_BREAK = "\\n".ord

    # Files of which the source is known.
    KNOWN = 1000

    def initialize(*names)
      @names = names
      @sources = {}
    end

    # Of the line buffer[from...to], which begins at +offset+. A piece of one has no line break behind it, as the +last+
    # line may have none.
    def record(file, (buffer, from, to, offset), last: false)
      text = buffer.byteslice(from, to - from).force_encoding(Encoding::UTF_8)
      log = { 'offset' => offset }
      if last || buffer.getbyte(to) == LINE_BREAK
        text.delete_suffix!("\\r")
      else
        log['flags'] = PARTIAL
      end
      { 'message' => text, 'path' => file.path, 'log' => log, '_id' => id(file, offset, text) }
    end

    private

    # The same line has the same one whatever its file is called when it is read again.
    def id(file, offset, text)
      @sources.clear if @sources.size > KNOWN
      source = @sources[file.id] ||= Digest::SHA256.hexdigest([*@names, file.id].join("\\0")).slice(0, 20)
      "#{source}-#{offset.to_s(36)}-#{Zlib.crc32(text).to_s(36)}"
    end
  end
end
`,
  'file_names.rb': `# frozen_string_literal: true

require_relative 'log_file'

module Efk
  # The names that are in the folder of a container's log, and of which file each of them is.
  class FileNames
    # The block gives the file at a path, which may have had another name; nil while its first line is not complete.
    def initialize(folder, report, &find)
      @folder = folder
      @report = report
      @find = find
      @files = {}
    end

    # Takes the names that are there, from the name before compression to the name now; +active+ is the one to which the
    # runtime writes, if there is one. Yields each file that has one, and whether it is the active one.
    def update(names, active, &)
      @active = active
      @files.delete_if { |name, _| !names.key?(name) }
      names.each { |name, stored| identify(name, File.join(@folder, stored), &) }
    end

    # Whether +file+ has a name.
    def any?(file)
      @files.value?(file)
    end

    # Whether +file+ is the one to which the runtime writes, as far as is known.
    def active?(file)
      file.equal?(active)
    end

    # Whether the runtime has not begun to write to another file than the active one, or to the same one from its
    # beginning, since the last update. One look at it.
    def current?
      return false unless @active

      stat = File.stat(File.join(@folder, @active))
      active ? !active.replaced?(stat) && !active.cut?(stat) : stat.zero?
    rescue SystemCallError
      false
    end

    private

    def active
      @files[@active]
    end

    def identify(name, path)
      file = @files[name] = kept(name, path) || @find.call(path) or return
      file.path = path
      yield file, name == @active
    rescue SystemCallError, Zlib::Error => e
      # It may have been renamed since it was listed; then it is there under another name next time. A link that leads
      # nowhere stays: Docker's files are behind links, into a folder that must be mounted.
      @report.unreadable(path, e) unless e.is_a?(Errno::ENOENT) && !File.symlink?(path)
    end

    # The file that had +name+, if it still has it. Only the name of the active file is given to another one.
    def kept(name, path)
      file = @files[name]
      # A compressed file does not grow any more.
      return file if file.nil? || (file.path == path && LogSource.compressed?(path))
      return if name == @active && another?(file, File.stat(path))

      file.tap { file.grow_to(LogSource.size(path)) }
    end

    def another?(file, stat)
      return true if file.replaced?(stat)
      return false unless file.cut?(stat)

      file.abandon
      true
    end
  end
end
`,
  'file_origins.rb': `# frozen_string_literal: true

require_relative 'log_source'

module Efk
  # Under which ids files were read before. An id is the number of the inode and the head of the first line, so a file
  # that was renamed has the same. One that was compressed has that of a file which is there no more; one that is a
  # copy, made before the original was cut in place, has that of the original. A plain file that is new gets no id of
  # one that is gone: many programs begin each of their files with the same line.
  class FileOrigins
    # A file as it is found; +bytes+ are those of its content.
    Found = Struct.new(:path, :ino, :key, :bytes, :mtime, keyword_init: true) do
      def id = "#{ino.to_s(16)} #{key}"
      def compressed? = LogSource.compressed?(path)
    end

    # +living+ are ids by inode, as they were told last.
    def initialize(found, positions, living)
      @found = found
      @positions = positions
      @living = living
      @inodes = found.to_h { |file| [file.ino.to_s(16), file] }
    end

    # The id of each.
    def ids
      @ids = @found.to_h { |file| [file, here(file)] }
      @found.each { |file| @ids[file] ||= left_by_another(file) || file.id }
      @ids
    end

    # Ids of files that are there no more.
    def left
      @positions.ids - @ids.values
    end

    private

    def here(file)
      id = @living[file.ino]
      id = file.id unless id&.end_with?(" #{file.key}")
      id if @positions[id]
    end

    # The one that was read furthest.
    def left_by_another(file)
      candidates = left.select { |id| id.end_with?(" #{file.key}") && @positions[id] <= file.bytes }
      candidates.select! { |id| cut?(id) } unless file.compressed?
      candidates.max_by { |id| @positions[id] }
    end

    # Whether the file that had the id is there and begins in another way.
    def cut?(id)
      file = @inodes[id.split.first]
      !file.nil? && file.id != id
    end
  end
end
`,
  'file_search.rb': `# frozen_string_literal: true

require_relative 'log_file'
require_relative 'file_origins'

module Efk
  # Finds the files that patterns of paths mean, and those that were compressed.
  class FileSearch
    # Compressed in a way that is not read.
    OTHERS = /\\.(?:bz2|xz|zst|zip)\\z/

    def initialize(patterns, report)
      @patterns = patterns.flat_map { |pattern| [pattern, "#{pattern}.gz"] }
      @report = report
      @seen = {}
    end

    # The oldest first. What is being compressed is read under its plain name; what has no complete line is left out.
    def found
      paths = Dir.glob(@patterns).uniq.grep_v(OTHERS)
      @seen = (paths - paths.map { |path| "#{path}.gz" }).filter_map { |path| look(path) }.to_h
      @seen.values.sort_by(&:mtime)
    end

    private

    # The head of a file is read when it has changed.
    def look(path)
      stat = File.stat(path)
      state = [path, stat.ino, stat.size, stat.mtime]
      found = @seen[state] || (found_at(path, stat) if stat.file?)
      [state, found] if found
    rescue SystemCallError, Zlib::Error => e
      @report.unreadable(path, e) unless e.is_a?(Errno::ENOENT)
      nil
    end

    def found_at(path, stat)
      source = LogSource.open(path)
      key = LogFile.key(source) or return
      FileOrigins::Found.new(path: path, ino: stat.ino, key: key, bytes: LogSource.size(path), mtime: stat.mtime)
    ensure
      source&.close
    end
  end
end
`,
  'filter_audit_events.rb': `# frozen_string_literal: true

require 'fluent/plugin/filter'
require_relative 'audit_events'
require_relative 'audit_subject'
require_relative 'metrics'
require_relative 'conditions'

module Fluent
  module Plugin
    # Makes records of the lines of an audit log of Kubernetes, and drops those that fulfil a rule, before anything else
    # costs time for them. A line that is none is stored as text.
    class AuditEventsFilter < Filter
      Fluent::Plugin.register_filter('audit_events', self)

      desc 'Name of the input, a label of the metrics.'
      config_param :input, :string
      desc 'Size at which the text of an event goes on in a new one.'
      config_param :max_event_size, :size, default: 1_048_576

      config_section :drop, multi: true, param_name: :drops do
        desc 'Why, as a label of the metric.'
        config_param :reason, :string
        desc 'What the event must be: \`verb\`, \`user\`, \`resource\`, \`namespace\`, \`code\`, \`level\`, \`stage\`.'
        config_param :where, :hash
      end

      def configure(conf)
        super
        @events = Efk::AuditEvents.new(@max_event_size)
        @rules = @drops.map { |rule| [Efk::Conditions.new(rule.where), { input: @input, reason: rule.reason }] }
        @dropped = Efk::Metrics.counter(:fluentd_input_dropped_events_total, 'Events of an input that a rule dropped.',
                                        %i[input reason])
        @bad = Efk::Metrics.counter(:fluentd_input_bad_messages_total,
                                    'Messages that are not what the input reads, and were stored as text.', [:input])
        @rules.map(&:last).each { |labels| @dropped.init_label_set(labels) }
        @bad.init_label_set(input: @input)
      end

      # Not \`filter\`: of a long event there are several records.
      def filter_stream(_tag, events)
        kept = MultiEventStream.new
        events.each { |time, record| records(record) { |each| kept.add(time, each) } }
        kept
      end

      private

      def records(record, &)
        fields = @events.read(record)
        @bad.increment(labels: { input: @input }) if @events.bad?(fields)
        @events.records(record, fields, &) unless fields && dropped?(fields)
      end

      def dropped?(fields)
        return false if @rules.empty?

        subject = Efk::AuditSubject.of(fields)
        _, labels = @rules.find { |conditions, _| conditions.fulfilled?(subject) }
        @dropped.increment(labels: labels) if labels
        labels
      end
    end
  end
end
`,
  'filter_canary.rb': `# frozen_string_literal: true

require 'fluent/plugin/filter'
require_relative 'canary_lines'
require_relative 'outputs'

module Fluent
  module Plugin
    # Follows the lines of a canary until Elasticsearch has stored them, so that "logs arrive, in so many seconds" is a
    # metric. It changes nothing.
    class CanaryFilter < Filter
      Fluent::Plugin.register_filter('canary', self)

      desc 'Namespace of the canary.'
      config_param :namespace, :string
      desc 'Name of its container.'
      config_param :container, :string

      def configure(conf)
        super
        @lines = Efk::CanaryLines.new(@namespace, @container)
      end

      # Outputs are started before filters.
      def start
        super
        Efk::Outputs.all.each do |output|
          output.on_delivery { |*delivered| follow(*delivered) } if output.respond_to?(:on_delivery)
        end
      end

      # Not \`filter\`, which costs more for each record than this does.
      def filter_stream(tag, events)
        guarded { events.each { |time, record| @lines.enter(tag, record, time) } }
        events
      end

      private

      def follow(tag, chunk, delivery)
        guarded { @lines.delivered(tag, delivery.dead.map { |entry, _| entry.record['_id'] }) { chunk.read } }
      end

      # A canary that fails must neither stop logs nor let them be sent twice.
      def guarded
        yield
      rescue StandardError => e
        log.error 'the canary could not be followed', error: e.class, at: e.backtrace.first
      end
    end
  end
end
`,
  'filter_elasticsearch_fit.rb': `# frozen_string_literal: true

require 'fluent/plugin/filter'
require_relative 'compiler'
require_relative 'failures'
require_relative 'metrics'
require_relative 'record_fit'

module Fluent
  module Plugin
    # Parses messages that are JSON and fits every record to what Elasticsearch can store, so that none is refused. A
    # record that cannot be fitted fails alone: it is passed on as text. Nothing of its content gets into Fluentd's log.
    class ElasticsearchFitFilter < Filter
      Fluent::Plugin.register_filter('elasticsearch_fit', self)

      desc 'Whether well-known fields of JSON are moved into the typed fields of the Elastic Common Schema'
      config_param :promote, :bool, default: true

      def configure(conf)
        super
        changed = Efk::Metrics.counter(:fluentd_elasticsearch_fit_changed_records_total,
                                       'Records that were changed so that Elasticsearch can store them', [:reason])
        Efk::RecordFit::REASONS.each { |reason| changed.init_label_set(reason: reason) }
        @fit = Efk::RecordFit.new(promotes: @promote) { |reason| changed.increment(labels: { reason: reason }) }
        @told = {}
      end

      def start
        super
        Efk::Compiler.start
      end

      # Not \`filter\`: called for each record by Fluentd it costs as much again as what it does (measured).
      def filter_stream(_tag, events)
        fitted = MultiEventStream.new
        events.each { |time, record| fitted.add(time, fit(record, time)) }
        fitted
      end

      private

      def fit(record, time)
        @fit.fit(record, time)
      rescue *Efk::FAILURES => e
        tell(e)
        @fit.text(record, time)
      end

      # Once for each kind: a mistake in every line must not fill the log.
      def tell(error)
        return if @told.key?(error.class)

        @told[error.class] = true
        log.error 'a record could not be fitted and was passed on as text', error: error.class,
                                                                            at: error.backtrace&.first
      end
    end
  end
end
`,
  'filter_log_metrics.rb': `# frozen_string_literal: true

require 'fluent/plugin/filter'
require_relative 'alert_counts'
require_relative 'log_metric'

module Fluent
  module Plugin
    # Counts what the logs say: for alerts all by their level, and the abnormal ones of the last minutes; beside these
    # what somebody asks for. It changes nothing of what is stored.
    class LogMetricsFilter < Filter
      Fluent::Plugin.register_filter('log_metrics', self)
      helpers :timer

      # How often what is too old is taken off. In seconds.
      REFRESH = 5

      desc 'Series of each metric at most; what further ones would count is counted together, as \`_other\`.'
      config_param :max_series, :integer, default: 32
      desc 'For how long an abnormal log counts.'
      config_param :within, :time, default: 180
      config_section :abnormal, multi: true, param_name: :rules do
        desc 'Fields of the record, and what each must be; a log that fulfils all of one section is abnormal.'
        config_param :where, :hash
      end
      instance_exec(&Efk::LogMetric::CONFIG)

      def configure(conf)
        super
        # Several inputs may send at the same time.
        @lock = Mutex.new
        @counts = @rules.any? ? [Efk::AlertCounts.new(@rules.map(&:where), @within, @max_series)] : []
        @counts += @metrics.map { |section| Efk::LogMetric.new(section) }
        @named = @metrics.any?(&:treatments)
      end

      def start
        super
        timer_execute(:log_metrics, REFRESH) { refresh }
      end

      # Not \`filter\`: called for each record by Fluentd it costs as much again as what it does (measured).
      def filter_stream(tag, events)
        @lock.synchronize { count(tag, events) }
        events
      rescue StandardError => e
        # Nothing of a record gets into the log.
        log.error 'logs could not be counted', error: e.class, at: e.backtrace.first
        events
      ensure
        # The filter of treatments has left it for us.
        events.each { |*event| event.last.delete('_treatment') } if @named
      end

      private

      def count(tag, events)
        now = Time.now.to_i
        @counts.each { |counts| counts.count(tag, events, now) if counts.of?(tag) }
      end

      def refresh(now = Time.now.to_i)
        @lock.synchronize { @counts.each { |counts| counts.refresh(now) } }
      end
    end
  end
end
`,
  'filter_pod_metadata.rb': `# frozen_string_literal: true

require 'fluent/plugin/filter'
require_relative 'metrics'
require_relative 'described_names'
require_relative 'pod_labels'
require_relative 'pod_watch'

module Fluent
  module Plugin
    # Adds the labels and annotations that are allowed to the logs of containers. It watches the pods of its node over
    # one connection, also for the input, which may select logs by labels.
    # fluent-plugin-kubernetes_metadata_filter asks for each container, watches all namespaces and stops Fluentd when
    # the API server is away; here logs go on without.
    class PodMetadataFilter < Filter
      Fluent::Plugin.register_filter('pod_metadata', self)

      desc 'Host of the API server.'
      config_param :api_host, :string
      desc 'Port of the API server.'
      config_param :api_port, :integer
      desc 'File with the token of the ServiceAccount.'
      config_param :token_file, :string
      desc 'File with the authority that signs the certificate of the API server.'
      config_param :ca_file, :string
      desc 'Name of the node.'
      config_param :node_name, :string
      desc 'Keys of labels that become fields of logs.'
      config_param :labels, :array, value_type: :string, default: []
      desc 'Keys of annotations that become fields of logs.'
      config_param :annotations, :array, value_type: :string, default: []

      def configure(conf)
        super
        server = Efk::ApiServer.new(@api_host, @api_port, token_file: @token_file, ca_file: @ca_file, node: @node_name)
        @watch = Efk::PodWatch.new(server, Efk::KnownPods.new(@labels, @annotations), log)
        Efk::PodWatch.of_node = @watch
        @names = Efk::DescribedNames.new(@watch)
        @without = Efk::Metrics.counter(:fluentd_pod_metadata_without_records_total,
                                        'Logs of containers that were stored without the metadata of their pod.')
        @without.init_label_set({})
      end

      def start
        super
        @watch.start
      end

      def shutdown
        @watch.stop
        super
      end

      # Not \`filter\`: called for each record by Fluentd it costs as much again as what it does (measured).
      def filter_stream(_tag, events)
        return events if @labels.empty? && @annotations.empty?

        described = MultiEventStream.new
        without = 0
        events.each do |time, record|
          without += 1 unless describe(record)
          described.add(time, record)
        end
        @without.increment(by: without) if without.positive?
        described
      end

      private

      # Whether there was something to be added, or the record is of no pod.
      def describe(record)
        names = record['kubernetes']
        return true unless names.is_a?(Hash) && names.key?('pod_id')

        described = @names.of(names) or return false
        record['kubernetes'] = described
      end
    end
  end
end
`,
  'filter_pod_service.rb': `# frozen_string_literal: true

require 'fluent/plugin/filter'

module Fluent
  module Plugin
    # What the labels of a pod say of its service becomes that of its logs, where they say nothing of it themselves.
    class PodServiceFilter < Filter
      Fluent::Plugin.register_filter('pod_service', self)

      FIELDS = { 'name' => 'app.kubernetes.io/name', 'version' => 'app.kubernetes.io/version' }.freeze

      def configure(conf)
        super
        @services = {}.compare_by_identity
      end

      # Not \`filter\`: called for each record by Fluentd it costs as much again as what it does (measured).
      def filter_stream(_tag, events)
        named = MultiEventStream.new
        events.each do |time, record|
          labels = record.dig('kubernetes', 'labels')
          add(record, service_of(labels)) if labels
          named.add(time, record)
        end
        named
      end

      private

      def add(record, service)
        record['service'] = record['service'] ? service.merge(record['service']) : service unless service.empty?
      end

      # The labels are one object for all logs of a container.
      def service_of(labels)
        @services.clear if @services.size > 4096
        @services[labels] ||= FIELDS.transform_values { |key| labels[key] }.compact.freeze
      end
    end
  end
end
`,
  'filter_treatments.rb': `# frozen_string_literal: true

require 'fluent/plugin/filter'
require_relative 'treatment'

module Fluent
  module Plugin
    # Does to the records of a container what its team asked for: drops, samples, redacts, and so on. Which treatment a
    # container has was decided when its file was opened, so that a thousand treatments cost a record what one does: a
    # lookup by name. Records without a treatment pass.
    class TreatmentsFilter < Filter
      Fluent::Plugin.register_filter('treatments', self)

      desc 'Whether well-known fields of messages are moved into the typed fields of the Elastic Common Schema.'
      config_param :promote, :bool, default: true
      desc 'Whether records keep the name of their treatment, for a filter that takes it out.'
      config_param :keep_name, :bool, default: false

      config_section :treatment, multi: true, required: true, param_name: :treatments do
        desc 'Name that the input has written into the records.'
        config_argument :name, :string
        Efk::Treatment::OPTIONS.each { |option| instance_exec(&option::CONFIG) }
      end

      def configure(conf)
        super
        @named = @treatments.to_h { |section| [section.name, Efk::Treatment.new(section, log, promote: @promote)] }
      end

      # Not \`filter\`: called for each record by Fluentd it costs as much again as what it does (measured).
      def filter_stream(_tag, events)
        treated = MultiEventStream.new
        events.each do |time, record|
          record = treat(record.delete('_treatment'), record, time)
          treated.add(time, record) if record
        end
        treated
      end

      private

      def treat(name, record, time)
        treatment = @named[name] or return record
        record = treatment.apply(record, time)
        record['_treatment'] = name if record && @keep_name
        record
      end
    end
  end
end
`,
  'first_line_join.rb': `# frozen_string_literal: true

require_relative 'held_lines'
require_relative 'line_time'

module Efk
  # Joins the lines of one stream of a container to events, each of which begins with a line that matches a pattern. It
  # holds the newest event only, within the bounds of a TraceJoin.
  class FirstLineJoin
    # In seconds, for a line: the reader has other containers to read.
    TIMEOUT = 0.1
    # What the pattern sees of a line, in bytes.
    SEEN = 2000

    def self.pattern(source)
      Regexp.new(source, timeout: TIMEOUT)
    rescue RegexpError => e
      raise Fluent::ConfigError, "first_line must be a regular expression: #{e.message}"
    end

    def initialize(limits, pattern)
      @limits = limits
      @pattern = pattern
      @held = HeldLines.new
    end

    def held_bytes = @held.bytes
    def oldest = @held.first
    def empty? = @held.empty?

    # Takes the next line and yields the events that are complete with it. +now+ is the monotonic clock.
    def add(line, now, &)
      if !continues?(line) then flush_all(&)
      elsif @held.full?(line, @limits) then cut(&)
      end
      @time = line.time
      @held.add(line, now)
      flush_all(&) if held_bytes > @limits.max_bytes
    end

    # Whether something has waited for long enough.
    def due?(now) = !empty? && (waited?(now) || old?(now))

    # Yields what has waited for long enough.
    def flush(now, &)
      return unless due?(now)

      waited?(now) ? flush_all(&) : cut(&)
    end

    # Yields everything.
    def flush_all
      yield @held.take(false) unless empty?
    end

    private

    def waited?(now) = now - @held.latest >= @limits.wait
    def old?(now) = now - @held.since >= @limits.max_age

    # Yields a part of an event that is too long or too old; the next line may still continue it.
    def cut
      yield @held.take(@held.size > 1) unless empty?
    end

    def continues?(line)
      !@time.nil? && LineTime.between(@time, line.time) < @limits.wait && !first?(line.text)
    end

    # A line that takes too long to be matched is an event.
    def first?(text)
      text = text.byteslice(0, SEEN).scrub if text.bytesize > SEEN || !text.valid_encoding?
      @pattern.match?(text)
    rescue Regexp::TimeoutError
      true
    end
  end
end
`,
  'first_selected.rb': `# frozen_string_literal: true

require_relative 'selection'

module Efk
  # Of selections in their order those that may be the first that means a container.
  class FirstSelected
    # +sections+ are those of the configuration.
    def initialize(sections)
      @by_namespace = Hash.new([].freeze)
      @others = []
      sections.each_with_index do |section, order|
        add([order, section.name.dup.freeze, Selection.of(section)], section.namespaces)
      end
    end

    # Pairs of a name and what Selection#of says: those that depend on labels, up to the first that does not.
    def of(namespace, container)
      found = [@by_namespace[namespace], @others].flat_map { |candidates| among(candidates, namespace, container) }
      found.sort_by!(&:first)
      sure = found.index { |_, _, condition| condition == true }
      found.first(sure ? sure + 1 : found.size).map { |_, name, condition| [name, condition] }
    end

    private

    def among(candidates, *names)
      candidates.each_with_object([]) do |(order, name, selection), found|
        condition = selection.of(*names)
        found << [order, name, condition] if condition
        break found if condition == true
      end
    end

    # By the names of its namespaces, if it has no others.
    def add(candidate, names)
      return @others << candidate if names.nil? || names.any? { |name| name.match?(/[*?]/) }

      names.uniq.each { |name| @by_namespace[name] += [candidate] }
    end
  end
end
`,
  'foreign_records.rb': `# frozen_string_literal: true

require 'digest'
require 'securerandom'
require_relative 'event_times'

module Efk
  # Records of anybody who speaks the protocol of Fluentd, with an identity and a text; what else they have stays as it
  # is, and is trusted in nothing.
  class ForeignRecords
    # Fields in which senders have the text of a log that has no message.
    TEXTS = %w[log MESSAGE].freeze
    # What another pipeline of ours knows of a record, and what the parser of a runtime leaves over.
    TAKEN_AWAY = %w[_id _treatment data_stream @timestamp].freeze
    OF_RUNTIME = %w[_p logtag time].freeze
    STREAMS = %w[stdout stderr].freeze

    # Yields time and record of each entry that is one; returns the number of all. An id is made of the +chunk+ and the
    # place in it: the same when it is sent again, because its acknowledgement was lost.
    def each(entries, chunk)
      source = Digest::SHA256.hexdigest(chunk || SecureRandom.hex).slice(0, 20)
      number = 0
      entries.each do |time, record|
        number += 1
        # Fluent Bit 5: a time with metadata of the event.
        time, = time if time.is_a?(Array)
        yield time, build(time, record, "#{source}-#{number.to_s(36)}") if record.is_a?(Hash) && EventTimes.time?(time)
      end
      number
    end

    private

    def build(time, record, id)
      event = record.except(*TAKEN_AWAY)
      event['_id'] = id
      event['@timestamp'] = EventTimes.text(record['@timestamp'], time)
      OF_RUNTIME.each { |name| event.delete(name) } if STREAMS.include?(record['stream'])
      add_text(event) if event['message'].nil?
      event
    end

    def add_text(event)
      field = TEXTS.find { |name| event[name].is_a?(String) }
      event['message'] = event.delete(field) if field
    end
  end
end
`,
  'forward_connection.rb': `# frozen_string_literal: true

require 'fluent/msgpack_factory'
require 'openssl'
require 'socket'
require_relative 'forward_handshake'
require_relative 'patient_socket'

module Efk
  # A connection to one aggregator: over TLS, with a key that both know. The certificate is always verified.
  class ForwardConnection
    # A chunk was not acknowledged; +reason+ is a word for the metrics.
    class Failure < StandardError
      attr_reader :reason

      def initialize(reason, message)
        super(message)
        @reason = reason
        # Fluentd would log it at each attempt.
        set_backtrace([])
      end
    end

    # The connection ended.
    class Lost < Failure; end

    # +address+ is an Addrinfo of +host+, for which the certificate must be.
    def initialize(address, host, settings, stopped)
      @timeout = settings[:ack_timeout]
      @unpacker = Fluent::MessagePackFactory.msgpack_unpacker
      guard('connect') do
        @socket = PatientSocket.open(address, host, settings, stopped)
      end
      guard('handshake') { ForwardHandshake.new(settings).run(method(:message), @socket) }
    end

    # Returns when the chunk is acknowledged. +entries+ are packed events, +id+ is the same when it is sent again.
    def deliver(tag, entries, size, id)
      guard('lost') do
        @socket.write(header(tag, entries.bytesize))
        @socket.write(entries)
        @socket.write({ 'size' => size, 'chunk' => id }.to_msgpack)
        answer = message
        raise Failure.new('protocol', 'another chunk was acknowledged') unless answer.is_a?(Hash) && answer['ack'] == id
      end
    end

    def close
      @socket&.close
    end

    private

    # In the form PackedForward: an array of the tag, a text of packed entries, and options.
    def header(tag, bytes)
      [0x93].pack('C') + tag.dup.force_encoding(Encoding::UTF_8).to_msgpack + [0xdb, bytes].pack('CN')
    end

    # The next message of the aggregator.
    def message
      messages = []
      @unpacker.feed_each(@socket.read(@timeout)) { |message| messages << message } while messages.empty?
      messages.first
    end

    def guard(reason)
      yield
    rescue PatientSocket::TimedOut
      close
      raise Failure.new('timeout', 'no answer in time')
    rescue SystemCallError, IOError, OpenSSL::SSL::SSLError, MessagePack::UnpackError => e
      close
      raise (reason == 'lost' ? Lost : Failure).new(reason, "#{e.class}: #{e.message}")
    rescue ForwardHandshake::Refused => e
      close
      raise Failure.new('handshake', e.message)
    end
  end
end
`,
  'forward_handshake.rb': `# frozen_string_literal: true

require 'openssl'
require 'securerandom'

module Efk
  # Both sides prove that they know the key, without saying it.
  #
  # See https://github.com/fluent/fluentd/wiki/Forward-Protocol-Specification-v1#handshake-messages-and-their-formats
  class ForwardHandshake
    class Refused < StandardError; end

    def initialize(settings)
      @key = settings[:shared_key]
      @name = settings[:self_hostname]
    end

    # +message+ gives the next message of the aggregator.
    def run(message, socket)
      nonce = hello(message.call)
      salt = SecureRandom.random_bytes(16)
      socket.write(['PING', @name, salt, digest(salt, @name, nonce), '', ''].to_msgpack)
      pong(message.call, salt, nonce)
    end

    private

    def hello(hello)
      word, options = hello
      raise Refused, 'the aggregator asks for no key' unless word == 'HELO' && options.is_a?(Hash)
      raise Refused, 'the aggregator asks for a user' unless options.fetch('auth', '').is_a?(String)

      options['nonce']
    end

    def pong(pong, salt, nonce)
      word, success, reason, name, proof = pong
      raise Refused, 'the answer of the aggregator is none' unless word == 'PONG'
      raise Refused, "the aggregator refuses: #{reason}" unless success

      known = OpenSSL.secure_compare(proof.to_s, digest(salt, name.to_s, nonce))
      raise Refused, 'the aggregator does not know the key' unless known
    end

    def digest(salt, name, nonce)
      OpenSSL::Digest.hexdigest('SHA512', salt + name.b + nonce.b + @key.b)
    end
  end
end
`,
  'forward_sender.rb': `# frozen_string_literal: true

require 'fluent/clock'
require 'socket'
require_relative 'forward_connection'

module Efk
  # Sends chunks to any of several aggregators, over connections that stay open for a while: one for each thread that
  # sends at the same time.
  class ForwardSender
    Open = Struct.new(:connection, :since)

    # What is wrong with a list of servers.
    def self.mistake(servers)
      return 'servers must not be empty' if servers.empty?

      wrong = servers.find { |server| !/\\A[^:\\s]+:\\d{1,5}\\z/.match?(server) }
      "servers must be host:port, got #{wrong}" if wrong
    end

    def initialize(settings, stopped)
      @settings = settings
      @stopped = stopped
      @idle = []
    end

    # @raise ForwardConnection::Failure if no aggregator acknowledges it
    def deliver(tag, entries, size, id)
      open = reusable
      return send_new(tag, entries, size, id) unless open

      begin
        hand_over(open, tag, entries, size, id)
      rescue ForwardConnection::Lost
        # It may have been closed while it was idle. Events have ids: what is sent again is stored once.
        send_new(tag, entries, size, id)
      end
    end

    def close
      while (open = @idle.pop)
        open.connection.close
      end
    end

    private

    def reusable
      while (open = @idle.pop)
        return open if Fluent::Clock.now - open.since < @settings[:connection_age]

        open.connection.close
      end
    end

    # Tries one after the other, in any order.
    def send_new(tag, entries, size, id)
      failure = nil
      addresses.each do |host, address|
        connection = ForwardConnection.new(address, host, @settings, @stopped)
        return hand_over(Open.new(connection, Fluent::Clock.now), tag, entries, size, id)
      rescue ForwardConnection::Failure => e
        failure = e
      end
      raise failure || ForwardConnection::Failure.new('resolve', 'no aggregator has an address')
    end

    def hand_over(open, tag, entries, size, id)
      open.connection.deliver(tag, entries, size, id)
      @idle.push(open)
    rescue StandardError
      open.connection.close
      raise
    end

    def addresses
      found = @settings[:servers].flat_map do |server|
        host, port = server.split(':')
        Addrinfo.getaddrinfo(host, port, nil, :STREAM).map { |address| [host, address] }
      rescue SocketError
        []
      end
      found.shuffle
    end
  end
end
`,
  'forwarded_records.rb': `# frozen_string_literal: true

require 'fluent/msgpack_factory'

module Efk
  # Records of our node agents, as the input of the node has made them and PackedRecords has packed them. What all
  # records of a container share are the same frozen objects again, by which the output knows them; and which treatment
  # a container has is decided here, by the configuration of those who treat, but for what depends on labels of pods:
  # only the node knows them.
  class ForwardedRecords
    # Containers whose fields are known. Those that are gone are forgotten with all others when there are more.
    CONTAINERS = 16_384

    # +by_labels+ are the treatments that it has if its node says so, before +treatment+.
    Container = Struct.new(:names, :data_stream, :by_labels, :treatment) do
      def treatment_of(node)
        by_labels.include?(node) ? node : treatment
      end
    end

    # +treatments+ are a FirstSelected.
    def initialize(treatments)
      @treatments = treatments
      @containers = {}
    end

    # Yields time and record of each entry that is one; returns the number of all. +entries+ are packed, or a list.
    def each(entries, _chunk, &)
      number = 0
      unpacked(entries) do |entry|
        number += 1
        next unless entry.is_a?(Array)

        entry.size == 4 ? of_container(*entry, &) : alone(*entry, &)
      end
      number
    end

    private

    # The keys of all records are the same few texts.
    def unpacked(entries, &)
      return entries.each(&) if entries.is_a?(Array)

      unpacker = Fluent::MessagePackFactory.engine_factory.unpacker(key_cache: true)
      unpacker.feed_each(entries.to_msgpack_stream, &)
    end

    def of_container(seconds, nanoseconds, shared, record)
      container = @containers[shared] || remember(shared, *MessagePack.unpack(shared))
      record['kubernetes'] = container.names
      record['data_stream'] = container.data_stream
      treat(record, container.treatment_of(record['_treatment']))
      yield Fluent::EventTime.new(seconds, nanoseconds), record
    end

    def alone(time = nil, record = nil, *)
      return unless record.is_a?(Hash) && (time.is_a?(Fluent::EventTime) || time.is_a?(Integer))

      share(record, record['kubernetes']) if record['kubernetes'].is_a?(Hash)
      yield time, record
    end

    def share(record, names)
      data_stream = record['data_stream']
      container = @containers[names] || remember(names.freeze, names, data_stream)
      record['kubernetes'] = container.names
      record['data_stream'] = container.data_stream if container.data_stream == data_stream
      treat(record, container.treatment_of(record['_treatment']))
    end

    def treat(record, treatment)
      if treatment
        record['_treatment'] = treatment
      else
        record.delete('_treatment')
      end
    end

    def remember(key, names, data_stream)
      @containers.clear if @containers.size >= CONTAINERS
      place = names.values_at('namespace_name', 'container_name').map(&:to_s)
      sure, by_labels = @treatments.of(*place).partition { |_, condition| condition == true }
      @containers[key] = Container.new(names.freeze, data_stream.freeze, by_labels.map(&:first), sure.first&.first)
    end
  end
end
`,
  'held_lines.rb': `# frozen_string_literal: true

require_relative 'line_time'
require_relative 'log_line'

module Efk
  # The lines of one event that may not be complete, in order, with their size and age.
  class HeldLines
    QUOTES = 16
    # In bytes.
    LONGEST_SOURCE = 4000
    private_constant :QUOTES, :LONGEST_SOURCE

    # Text of all lines with their line breaks, in bytes.
    attr_reader :bytes

    # When the first and the last line came, by the monotonic clock.
    attr_reader :since, :latest

    def initialize
      clear
    end

    def first = @lines.first

    def size = @lines.size

    def empty? = @lines.empty?

    def add(line, now)
      @since = now if @lines.empty?
      @latest = now
      @lines << line
      @bytes += line.text.bytesize + 1
    end

    # Whether one more line would be too much, in number, bytes or age.
    def full?(line, limits)
      return false if @lines.empty?

      @lines.size >= limits.max_lines || @bytes + line.text.bytesize >= limits.max_bytes ||
        LineTime.between(first.time, line.time) >= limits.max_age
    end

    # Whether one of the newest lines that are indented, as source code in a trace is, holds the text.
    def quote?(text)
      text = text.b
      text.size > 2 && @lines.last(QUOTES).any? { |line| source?(line.text) && line.text.b.include?(text) }
    end

    # Takes the lines out from number +index+ on.
    def cut_off(index)
      rest = @lines.slice!(index..)
      @bytes -= rest.sum { |line| line.text.bytesize + 1 }
      rest
    end

    # Takes all lines out, as one event.
    def take(partial)
      event = @lines.size == 1 ? first : joined(partial)
      clear
      event
    end

    private

    def clear
      @lines = []
      @bytes = 0
    end

    def source?(text) = text.start_with?(' ') && text.bytesize <= LONGEST_SOURCE

    def joined(partial)
      text = @lines.map(&:text).join("\\n")
      LogLine.new(first.time, text, first.file, first.from, @lines.last.to, @lines.size, partial)
    end
  end
end
`,
  'http_access.rb': `# frozen_string_literal: true

require 'openssl'

module Efk
  # Who may send: those who know the token, or the user and the password. The comparison takes as long whatever is sent,
  # so that nobody can find out a secret byte by byte.
  class HttpAccess
    def initialize(token: nil, user: nil, password: nil)
      @digests = []
      @schemes = []
      allow('Bearer', token) if token
      allow('Basic', ["#{user}:#{password}"].pack('m0')) if user
      raise ArgumentError, 'a token, or a user with a password, must be given' if @schemes.empty?
    end

    def granted?(authorization)
      scheme, secret = authorization.to_s.split(' ', 2)
      given = digest("#{scheme.to_s.capitalize} #{secret.to_s.strip}")
      @digests.map { |known| OpenSSL.fixed_length_secure_compare(known, given) }.any?
    end

    # For the header \`WWW-Authenticate\`.
    def challenge
      @schemes.map { |scheme| "#{scheme} realm=\\"logs\\"" }.join(', ')
    end

    private

    # Of what clients may send in the header \`Authorization\`.
    def allow(scheme, secret)
      @schemes << scheme
      @digests << digest("#{scheme} #{secret}")
    end

    # All of one length, whatever is compared.
    def digest(text)
      OpenSSL::Digest::SHA256.digest(text)
    end
  end
end
`,
  'http_body.rb': `# frozen_string_literal: true

require 'zlib'

module Efk
  # Reads the bodies of requests. What they take, compressed and not, is bounded for each and for all together: a body
  # says too little of itself to be believed.
  class HttpBody
    # Why a body is not read: the status of the answer, and the reason.
    class Refused < StandardError
      attr_reader :status

      def initialize(status, reason)
        super(reason)
        @status = status
      end
    end

    # How gzip and zlib are told apart by Zlib itself.
    ANY_HEADER = Zlib::MAX_WBITS + 32
    COMPRESSED = %w[gzip x-gzip deflate].freeze

    # +largest+ is the size of a body, +together+ that of all that are read at a time. In bytes.
    def initialize(largest, together)
      @largest = largest
      @together = together
      @pending = 0
      @mutex = Mutex.new
    end

    # Yields the body of a WEBrick::HTTPRequest, which counts until the block is left.
    def read(request)
      body = String.new(encoding: Encoding::BINARY)
      too_large if request['content-length'].to_i > @largest
      request.continue
      each_piece(request) { |piece| add(piece, body) }
      yield body
    ensure
      count(-body.bytesize)
    end

    private

    def add(piece, body)
      body << piece
      count(piece.bytesize)
      too_large if body.bytesize > @largest
      too_much if @pending > @together
    end

    def each_piece(request, &)
      encoding = request['content-encoding'].to_s.strip.downcase
      return request.body(&) if encoding.empty? || encoding == 'identity'
      raise Refused.new(415, 'content-encoding must be gzip, deflate or identity') unless COMPRESSED.include?(encoding)

      inflate(request, &)
    rescue Zlib::Error
      raise Refused.new(400, "the body is not #{encoding}")
    end

    def inflate(request, &)
      inflater = nil
      read = 0
      request.body do |piece|
        too_large if (read += piece.bytesize) > @largest
        inflater = inflate_piece(inflater, piece, &)
      end
      raise Refused.new(400, 'the body ends too early') unless inflater&.finished?
    end

    # Of gzip there may be several members, one after the other.
    def inflate_piece(inflater, piece, &)
      until piece.empty?
        inflater = Zlib::Inflate.new(ANY_HEADER) if inflater.nil? || inflater.finished?
        before = inflater.total_in
        inflater.inflate(piece, &)
        piece = piece.byteslice((inflater.total_in - before)..)
      end
      inflater
    end

    TOO_LARGE = 'a body must have at most %d bytes; send less at a time'
    private_constant :TOO_LARGE

    def too_large
      raise Refused.new(413, TOO_LARGE % @largest)
    end

    def too_much
      raise Refused.new(503, 'too much is sent at a time; send it again')
    end

    def count(bytes)
      @mutex.synchronize { @pending += bytes }
    end
  end
end
`,
  'http_events.rb': `# frozen_string_literal: true

require 'digest'
require 'fluent/event'
require 'json'
require_relative 'pipeline_error'
require_relative 'pieces'

module Efk
  # Makes events of the body of a request: JSON, one object or a list of them, or a line each. Their messages are the
  # text, as that of a container's line is, and are read later as these are.
  class HttpEvents
    LINES = %r{\\A(?:application/(?:x-)?(?:ndjson|jsonl|json-?lines)|text/)}i
    PARTIAL = ['partial'].freeze
    SCRUBBED = 'message: bytes that are not UTF-8 were replaced by U+FFFD'
    NESTING = 100

    # Who sent the texts, and the key of a request that may be sent again.
    Sent = Struct.new(:texts, :peer, :key, :scrubbed, keyword_init: true)

    # The body is no JSON.
    class Unreadable < StandardError; end

    # +longest+ is the size at which a message goes on in a new event. In bytes.
    def initialize(tag, arrival, longest)
      @tag = tag
      @arrival = arrival
      @longest = longest
      @json = JSON::Coder.new(max_nesting: NESTING, allow_nan: true, allow_duplicate_key: true)
    end

    # The texts of a body.
    def sent(body, type, peer, key)
      body = body.force_encoding(Encoding::UTF_8)
      scrubbed = !body.valid_encoding?
      body = body.scrub if scrubbed
      Sent.new(texts: texts(body, type.to_s), peer: peer, key: key, scrubbed: scrubbed)
    end

    # A new stream at each call.
    def stream(sent)
      events = Fluent::MultiEventStream.new
      pieces(sent.texts).each_with_index do |(text, more), index|
        number = @arrival.number
        record = record(text, number, id(sent, index, number), sent)
        record['log']['flags'] = PARTIAL if more
        events.add(Fluent::EventTime.new(*number.divmod(1_000_000_000)), record)
      end
      events
    end

    private

    def texts(body, type)
      return lines(body) if LINES.match?(type)
      return [] if (body = body.strip).empty?

      texts_of(@json.load(body), body)
    rescue JSON::NestingError
      body.start_with?('{') ? [body] : raise(Unreadable, "lists must be nested at most #{NESTING} deep")
    rescue JSON::ParserError
      raise Unreadable, 'the body must be JSON; for a line each say content-type: application/x-ndjson'
    end

    def texts_of(read, body)
      case read
      when Array then read.map { |each| text(each) }
      when String then [read]
      else [body]
      end
    end

    def lines(body)
      body.split(/\\r?\\n/).reject { |line| line.strip.empty? }
    end

    def text(value)
      value.is_a?(String) ? value : @json.dump(value)
    end

    # With whether there is more of the text.
    def pieces(texts)
      texts.flat_map { |text| Pieces.enum_for(:each, text, @longest).to_a }
    end

    def record(text, number, id, sent)
      record = { 'message' => text, '_id' => id, 'log' => { 'offset' => number }, 'source' => { 'ip' => sent.peer } }
      sent.scrubbed ? PipelineError.mark(record, SCRUBBED) : record
    end

    # What is sent again with the same key is stored once.
    def id(sent, index, number)
      return @arrival.id(number) unless sent.key

      Digest::SHA256.hexdigest([@tag, sent.key, index].join("\\0")).slice(0, 32)
    end
  end
end
`,
  'http_server.rb': `# frozen_string_literal: true

require 'timeout'
require 'webrick'
require_relative 'rare_log'
require_relative 'listening'
require_relative 'http_body'
require_relative 'http_events'

module Efk
  # Answers 200 when the pipeline has the events of a request, and 503 when it takes none, so that the sender keeps them
  # and sends them again. WEBrick, which comes with Fluentd, reads requests; what they take is bounded here.
  class HttpServer < WEBrick::HTTPServer
    # Time for a handshake, for the next request of a connection, and for a part of a request. In seconds.
    TIMEOUT = 30

    # Requests at a time; more wait.
    MOST = 64

    # What is read of a request that is refused, since its sender may only look for the answer when it has sent all.
    REST = 64 << 20
    REST_TIME = 2

    MEDIA_TYPE = 'application/json'

    # +parts+ has \`access\`, \`body\`, \`events\` and \`certificate\`, which may be nil. The block gets a stream of events and
    # returns whether the pipeline has taken it.
    def initialize(bind, port, log, parts, &take)
      super({ DoNotListen: true, RequestTimeout: TIMEOUT, MaxClients: MOST, AccessLog: [], DoNotReverseLookup: true,
              Logger: WEBrick::Log.new(File::NULL), ServerSoftware: 'logs' })
      listener = Listening.stream(bind, port)
      listener.autoclose = false
      listeners << TCPServer.for_fd(listener.fileno)
      @rare_log = RareLog.new(log)
      @parts = parts
      @take = take
    end

    def run(socket)
      stream = @parts.certificate ? handshake(socket) : socket
      super(stream)
      drain(stream) if Thread.current[:refused]
    rescue *Listening::FAILURES => e
      @rare_log.warn(e.class, 'a connection failed', error: e.class, reason: e.message)
    ensure
      stream&.close
    end

    # Called for each request.
    def service(request, response)
      answer(request, response)
    rescue HttpBody::Refused => e
      refuse(response, e.status, e.message)
    rescue HttpEvents::Unreadable => e
      refuse(response, 400, e.message)
    rescue WEBrick::HTTPStatus::LengthRequired
      refuse(response, 411, 'a request must say how long it is')
    end

    private

    def answer(request, response)
      access = @parts.access
      unless access.granted?(request['authorization'])
        response['www-authenticate'] = access.challenge
        return refuse(response, 401, 'a known token, or user and password, must be sent')
      end
      unless request.request_method == 'POST'
        response['allow'] = 'POST'
        return refuse(response, 405, 'events must be sent with POST')
      end
      accept(request, response)
    end

    def accept(request, response)
      @parts.body.read(request) do |body|
        peer = request.peeraddr.last.delete_prefix('::ffff:')
        sent = @parts.events.sent(body, request['content-type'], peer, request['idempotency-key'])
        next say(response, accepted: sent.texts.size) if taken?(sent)

        refuse(response, 503, 'there is no room for events now; send them again')
      end
    end

    def taken?(sent)
      sent.texts.empty? || @take.call(@parts.events.stream(sent))
    end

    def say(response, answer)
      response.content_type = MEDIA_TYPE
      response.body = "#{JSON.generate(answer)}\\n"
    end

    # The connection ends, since nobody knows how much of the request is left.
    def refuse(response, status, reason)
      Thread.current[:refused] = true
      response.keep_alive = false
      response.status = status
      response['retry-after'] = '1' if status == 503
      say(response, error: reason)
    end

    def handshake(socket)
      stream = OpenSSL::SSL::SSLSocket.new(socket, @parts.certificate.context)
      stream.sync_close = true
      Timeout.timeout(TIMEOUT) { stream.accept }
      stream
    end

    def drain(stream)
      stream.to_io.close_write unless @parts.certificate
      rest = REST
      Timeout.timeout(REST_TIME) do
        rest -= stream.readpartial(65_536).bytesize while rest.positive?
      end
    end
  end
end
`,
  'in_collector_metrics.rb': `# frozen_string_literal: true

require 'fluent/plugin/input'
require_relative 'certificate_metrics'
require_relative 'disk_metrics'
require_relative 'output_metrics'

module Fluent
  module Plugin
    # Shows what the collector holds: its buffers, its files on the node, and its certificates. It emits nothing.
    class CollectorMetricsInput < Input
      Fluent::Plugin.register_input('collector_metrics', self)
      helpers :timer

      desc 'Time between two looks.'
      config_param :interval, :time, default: 10
      desc 'Folder on the disk whose room is shown.'
      config_param :state, :string

      config_section :disk, multi: true, param_name: :disks do
        desc 'What for; a label of the metric.'
        config_argument :purpose, :string
        desc 'A file, or a folder with all that is in it.'
        config_param :path, :string
      end

      def multi_workers_ready?
        true
      end

      def configure(conf)
        super
        @outputs = Efk::OutputMetrics.new
        @certificates = Efk::CertificateMetrics.new
        @disk = Efk::DiskMetrics.new(@state, @disks.to_h { |disk| [disk.purpose, disk.path] })
      end

      def start
        super
        refresh
        timer_execute(:collector_metrics, @interval) { refresh }
      end

      private

      def refresh
        @outputs.refresh(Time.now)
        @disk.refresh
        @certificates.refresh
      rescue StandardError => e
        log.error 'metrics of the collector could not be shown', error: e.class, at: e.backtrace.first
      end
    end
  end
end
`,
  'in_container_logs.rb': `# frozen_string_literal: true

require 'fluent/plugin/input'
require_relative 'line_joins'
require_relative 'container_ways'
require_relative 'event_batches'
require_relative 'node_logs'
require_relative 'reading_report'

module Fluent
  module Plugin
    # Reads the logs of a node's containers and emits whole events, with the name of their route as tag. Nothing is lost
    # that the kubelet still has: a position is saved when an event is in the buffer, not when its lines are read, and
    # files are read when they were renamed or compressed meanwhile. in_tail saves positions of lines that a filter
    # holds, and does not read compressed files: SIGKILLs under a rotation lost more than half of the lines.
    class ContainerLogsInput < Input
      Fluent::Plugin.register_input('container_logs', self)
      helpers :thread

      # Time between two looks at files whose end was reached. In seconds.
      POLL = 0.25

      desc 'Folder of the logs of all pods.'
      config_param :path, :string, default: '/var/log/pods'
      desc 'File in which the positions are saved.'
      config_param :pos_file, :string
      desc 'File in which the labels of pods are kept by which routes and treatments select.'
      config_param :labels_file, :string, default: nil
      desc 'Globs of the folders of pods that are not read.'
      config_param :exclude_pods, :array, value_type: :string, default: []
      desc 'Name of the node, for kubernetes.host.'
      config_param :node_name, :string
      desc 'Time between two looks for new and renamed files.'
      config_param :refresh_interval, :time, default: 2
      desc 'Size at which an event goes on in a new one.'
      config_param :max_event_size, :size, default: 1_048_576
      desc 'Lines after which a trace goes on in a new event.'
      config_param :max_event_lines, :integer, default: 1000
      desc 'Age at which an event goes on in a new one, even if its lines keep coming.'
      config_param :max_event_age, :time, default: 10
      desc 'Time without a further line after which an event is complete.'
      config_param :event_wait, :time, default: 2
      desc 'Size of all events that wait for further lines.'
      config_param :max_held_size, :size, default: 33_554_432

      config_section :route, multi: true, required: true, param_name: :routes do
        desc 'Tag of the events of the route.'
        config_argument :name, :string
        instance_exec(&Efk::Routing::CONFIG)
        desc 'The data stream, as fields of the record.'
        config_param :data_stream, :hash
      end

      config_section :treatment, multi: true, param_name: :treatments do
        desc 'Name, for the filter that treats its records; a container has the first treatment that selects it.'
        config_argument :name, :string
        instance_exec(&Efk::Selection::CONFIG)
        instance_exec(&Efk::LineJoins::CONFIG)
      end

      def configure(conf)
        super
        @routes.each { |route| route.data_stream.freeze }
        @routing = Efk::Routing.new(@routes, @treatments)
        @joins = Efk::LineJoins.by_treatment(@treatments)
        @limits = Efk::TraceJoin::Limits.new(max_lines: @max_event_lines, max_bytes: @max_event_size,
                                             wait: @event_wait, max_age: @max_event_age)
      end

      def start
        super
        @logs = logs(Efk::ReadingReport.new(log))
        @batches = Efk::EventBatches.new(router, log)
        @refresh_at = 0
        thread_create(:container_logs) { read_on while thread_current_running? }
      end

      # When the thread has ended. What is held is not emitted: its position is not saved, so that it is read again and
      # joined with what follows.
      def close
        super
        @logs&.close
      end

      private

      def logs(report)
        directory = Efk::LogDirectory.new(@path, @exclude_pods, report) { |*names| @routing.reads?(*names) }
        ways = Efk::ContainerWays.of_node(@routing, @labels_file, log)
        Efk::NodeLogs.new(directory, Efk::Positions.new(@pos_file), ways, report) { |*run| log_of(*run, report) }
      end

      def log_of(run, files, way, report)
        route, treatment = *way
        record = Efk::EventRecord.new(run.names_on(@node_name), route.data_stream, run.number, treatment)
        Efk::ContainerLog.new(route.name, files, record, @joins[treatment].within(@limits), report)
      end

      def read_on
        now = clock
        refresh(now) if now >= @refresh_at
        sleep(POLL) unless read_all?(now)
      rescue StandardError => e
        log.error 'reading of logs failed and goes on', error: e.class, reason: e.message, at: e.backtrace.first
        sleep 1
      end

      # Read again for every log: a round may take longer than an event waits.
      def clock
        Process.clock_gettime(Process::CLOCK_MONOTONIC)
      end

      def refresh(now)
        @logs.refresh
        @refresh_at = now + @refresh_interval
      end

      # Reads a block of every log; whether any had one.
      def read_all?(now)
        held = 0
        busy = @logs.all.count do |container|
          next if @batches.paused?(container.tag, now)

          more = @batches.collect(container) { |add| container.read(clock, &add) }
          held += container.held_bytes
          more
        end
        release if held > @max_held_size
        @batches.emit_all(now)
        busy.positive?
      end

      def release
        @logs.holding_more_than(@max_held_size / 2).each do |container|
          @batches.collect(container) { |add| container.flush_all(&add) }
        end
      end
    end
  end
end
`,
  'in_forwarded_logs.rb': `# frozen_string_literal: true

require 'fileutils'
require 'fluent/plugin/in_forward'
require_relative 'metrics'
require_relative 'rare_log'
require_relative 'forwarded_records'
require_relative 'foreign_records'
require_relative 'first_selected'

module Fluent
  module Plugin
    # Takes events that others forward: those of our node agents as they are, those of anybody else with an identity.
    # What is not in the buffer is not acknowledged, so that its sender keeps it. Beside in_forward it bounds what it
    # holds of messages that are on their way, of any sender; it takes events with metadata as Fluent Bit 5 sends
    # them, of which in_forward drops every one (https://github.com/fluent/fluentd/pull/5411); and nothing of their
    # content gets into the log.
    class ForwardedLogsInput < ForwardInput
      Fluent::Plugin.register_input('forwarded_logs', self)

      # Time between two looks whether the pod is about to go. In seconds.
      LOOK = 0.5
      TO_MSGPACK = :to_msgpack.to_proc

      desc 'Size of all messages that are on their way; connections beyond it are closed, so that senders try again.'
      config_param :max_held_size, :size, default: 128 * 1024 * 1024
      desc 'File that is there when nothing must be taken any more.'
      config_param :closing_file, :string, default: '/tmp/closing'
      desc 'Whether anybody sends, whose records are given an identity; else they are those of our node agents.'
      config_param :foreign, :bool, default: false

      config_section :treatment, multi: true, param_name: :treatments do
        desc 'Name, for the filter that treats its records; a container has the first treatment that selects it.'
        config_argument :name, :string
        instance_exec(&Efk::Selection::CONFIG)
      end

      def configure(conf)
        super
        @rare_log = Efk::RareLog.new(log)
        @refused = Efk::Metrics.counter(:fluentd_forwarded_logs_refused_total,
                                        'Messages that were not acknowledged, so that they are sent again.', [:reason])
        @received = Efk::Metrics.counter(:fluentd_forwarded_logs_records_total, 'Records that were sent.', [:route])
        @invalid = Efk::Metrics.counter(:fluentd_forwarded_logs_invalid_records_total, 'Entries that are no records.')
        @records = records
        @held = 0
        @looked_at = -LOOK
      end

      # A container that starts again in its pod is not about to go.
      def start
        FileUtils.rm_f(@closing_file)
        super
      end

      # rubocop:disable Metrics/MethodLength -- the closures share what one connection holds
      # Called for each connection: feeds what arrives to the parser, and counts it until a message is complete.
      def read_messages(conn)
        unpacker = Fluent::MessagePackFactory.msgpack_unpacker
        bytes = 0
        conn.on(:close) { @held -= bytes.tap { bytes = 0 } }
        conn.data do |data|
          bytes += data.bytesize
          @held += data.bytesize
          next refuse(conn, 'memory') if @held > @max_held_size

          unpacker.feed_each(data) do |message|
            yield message, bytes, TO_MSGPACK
            @held -= bytes.tap { bytes = 0 }
          end
        end
      end
      # rubocop:enable Metrics/MethodLength

      # Returns the options of a message that was taken, which acknowledge it.
      def on_message(message, size, conn)
        return refuse(conn, 'closing') if closing?

        message = [message[0], [message[1..2]], message[3]] if single?(message)
        @chunk = (message[2] || {})['chunk'] if message.is_a?(Array)
        super
      rescue StandardError => e
        refuse(conn, e.is_a?(Buffer::BufferOverflowError) ? 'full' : e.class.name)
      end

      # Called by in_forward for the entries of a message.
      def check_and_skip_invalid_event(tag, entries, _host)
        events = MultiEventStream.new
        number = @records.each(entries, @chunk) { |time, record| events.add(time, record) }
        @invalid.increment(by: number - events.size) if number > events.size
        @received.increment(by: events.size, labels: { route: tag })
        events
      end

      private

      def records
        return Efk::ForeignRecords.new if @foreign

        Efk::ForwardedRecords.new(Efk::FirstSelected.new(@treatments))
      end

      def single?(message)
        message.is_a?(Array) && (message[1].is_a?(Integer) || message[1].is_a?(EventTime))
      end

      # Without an acknowledgement: the sender keeps what it has sent.
      def refuse(conn, reason)
        @refused.increment(labels: { reason: reason })
        @rare_log.warn(reason, 'messages are refused, and will be sent again', reason: reason)
        conn.close
        nil
      end

      def closing?
        now = Fluent::Clock.now
        return @closing if now - @looked_at < LOOK

        @looked_at = now
        @closing = File.exist?(@closing_file)
      end
    end
  end
end
`,
  'in_http_events.rb': `# frozen_string_literal: true

require 'fluent/plugin/input'
require_relative 'metrics'
require_relative 'http_access'
require_relative 'http_server'
require_relative 'arrival'
require_relative 'server_certificate'

module Fluent
  module Plugin
    # Takes events over HTTP: JSON, and JSON by lines. in_http asks nobody who they are, and takes bodies that do not
    # say their size into memory as a whole.
    class HttpEventsInput < Input
      Fluent::Plugin.register_input('http_events', self)
      helpers :thread

      desc 'Tag of the events.'
      config_param :tag, :string
      desc 'Port on which requests come.'
      config_param :port, :integer
      desc 'Address on which they come; all of IPv4 and IPv6 without it.'
      config_param :bind, :string, default: Efk::Listening::ANY
      desc 'Token that senders must know, for the header \`Authorization: Bearer\`.'
      config_param :token, :string, default: nil, secret: true
      desc 'User that senders may be instead.'
      config_param :user, :string, default: nil
      desc 'Password of the user.'
      config_param :password, :string, default: nil, secret: true
      desc 'Size of a body, compressed or not.'
      config_param :max_body_size, :size, default: 10 * 1024 * 1024
      desc 'Size of all bodies that are read at a time.'
      config_param :max_pending_size, :size, default: 64 * 1024 * 1024
      desc 'Size at which a message goes on in a new event.'
      config_param :max_event_size, :size, default: 1_048_576
      desc 'File with the certificate, and those that lead to its authority; without it there is no TLS.'
      config_param :cert_path, :string, default: nil
      desc 'File with the key of the certificate.'
      config_param :private_key_path, :string, default: nil

      # What answers a request.
      Parts = Struct.new(:access, :body, :events, :certificate, keyword_init: true)

      # By what became of them.
      RESULTS = %w[accepted unavailable].freeze

      def configure(conf)
        super
        @access = Efk::HttpAccess.new(token: @token, user: @user, password: @password)
      rescue ArgumentError => e
        raise Fluent::ConfigError, e.message
      end

      # For when it expires.
      def reads_certificate_again? = true

      def multi_workers_ready?
        true
      end

      def start
        super
        @requests = Efk::Metrics.counter(:fluentd_input_requests_total, 'Requests with events by what became of them.',
                                         %i[input result])
        RESULTS.each { |result| @requests.init_label_set(labels(result)) }
        @server = Efk::HttpServer.new(@bind, @port, log, parts) { |events| take?(events) }
        thread_create(:http_events) { @server.start }
      end

      # Requests that are under way are answered.
      def stop
        @server&.shutdown
        super
      end

      private

      def parts
        certificate = Efk::ServerCertificate.new(@cert_path, @private_key_path) if @cert_path
        certificate&.context
        Parts.new(access: @access, body: Efk::HttpBody.new(@max_body_size, @max_pending_size),
                  events: Efk::HttpEvents.new(@tag, Efk::Arrival.new, @max_event_size), certificate: certificate)
      end

      def take?(events)
        router.emit_stream(@tag, events)
        @requests.increment(labels: labels('accepted'))
        true
      rescue StandardError => e
        log.debug 'the pipeline takes no events', input: @tag, error: e.class
        @requests.increment(labels: labels('unavailable'))
        false
      end

      def labels(result)
        { input: @tag, result: result }
      end
    end
  end
end
`,
  'in_journal.rb': `# frozen_string_literal: true

require 'fluent/plugin/input'
require_relative 'journal_reader'
require_relative 'pauses'
require_relative 'repeated_reading'
require_relative 'saved_position'

module Fluent
  module Plugin
    # Reads the journal of systemd on a node. Its position is saved when the pipeline has taken the entries. in_systemd
    # passes over entries that fail, waits within its timer while the buffer is full, and then stops for good
    # (fluent-plugins-nursery/fluent-plugin-systemd#70).
    class JournalInput < Input
      Fluent::Plugin.register_input('journal', self)
      helpers :thread
      include Efk::RepeatedReading

      # Time between two looks at a journal whose end was reached, and after a failure. In seconds.
      POLL = 0.25
      PAUSE = 1

      desc 'Folder of the journal.'
      config_param :path, :string, default: '/var/log/journal'
      desc 'File in which the position is saved.'
      config_param :pos_file, :string
      desc 'Units whose entries are read; all when left out.'
      config_param :units, :array, value_type: :string, default: []
      desc 'Whether the entries of the kernel are read besides those of units.'
      config_param :kernel, :bool, default: false
      desc 'How old the entries may be that are read of a journal that was never read before.'
      config_param :since, :time, default: 86_400
      desc 'Name of the node, for kubernetes.host.'
      config_param :node_name, :string
      desc 'Tag of the events.'
      config_param :tag, :string

      def start
        super
        count_failures
        @pauses = Efk::Pauses.new(@tag, log)
        @position = Efk::SavedPosition.new(@pos_file)
        @reader = Efk::JournalReader.new(@path, Efk::JournalRecord.new(@node_name), units: @units, kernel: @kernel,
                                                                                    since: @since)
        thread_create(:journal) { read_on while thread_current_running? }
      end

      def close
        super
        @reader&.close
      end

      private

      def read_on
        events = MultiEventStream.new
        @cursor ||= @position.load
        cursor = @reader.read(@cursor) { |time, record| events.add(time, record) }
        events.empty? ? sleep(POLL) : take(events, cursor)
      rescue StandardError => e
        failed(e, 'the journal could not be read and will be')
        wait(PAUSE)
      end

      def take(events, cursor)
        router.emit_stream(@tag, events)
        @position.save(cursor)
        @cursor = cursor
      rescue StandardError => e
        @pauses.count(e)
        wait(PAUSE)
      end
    end
  end
end
`,
  'in_kafka_messages.rb': `# frozen_string_literal: true

require 'fluent/plugin/input'
require_relative 'repeated_reading'
require_relative 'kafka_client'
require_relative 'kafka_records'
require_relative 'kafka_report'
require_relative 'kafka_settings'

module Fluent
  module Plugin
    # Reads topics of Kafka as a member of a group, which shares their partitions. Offsets are committed when the buffer
    # has the events. The input of fluent-plugin-kafka drops topic, partition and offset, by which an event that is read
    # again can be told, and its client is not kept any more (ruby-kafka, last release in 2022).
    class KafkaMessagesInput < Input
      Fluent::Plugin.register_input('kafka_messages', self)
      helpers :thread
      include Efk::RepeatedReading

      # After a failure, and while the buffer is full. In seconds.
      PAUSE = 2

      # No broker answers.
      class Unreachable < StandardError; end

      desc 'Tag of the events.'
      config_param :tag, :string
      desc 'Some of the brokers, as host:port.'
      config_param :brokers, :array, value_type: :string
      desc 'Names of the topics.'
      config_param :topics, :array, value_type: :string
      desc 'Name of the group whose members share the partitions.'
      config_param :group, :string
      desc 'Where a group begins that has never read a partition.'
      config_param :begin_at, :enum, list: %i[earliest latest], default: :earliest
      desc 'What the value of a message is.'
      config_param :value, :enum, list: %i[text json], default: :text
      desc 'Whether brokers are spoken to over TLS.'
      config_param :tls, :bool, default: true
      desc 'File with the authority of the certificates of the brokers; without it, one that the image trusts.'
      config_param :ca_path, :string, default: nil
      desc 'File with a certificate of the consumer.'
      config_param :cert_path, :string, default: nil
      desc 'File with the key of that certificate.'
      config_param :private_key_path, :string, default: nil
      desc 'How the user is proved.'
      config_param :mechanism, :enum, list: %i[plain scram-sha-256 scram-sha-512], default: :'scram-sha-512'
      desc 'User of SASL.'
      config_param :user, :string, default: nil
      desc 'Password of the user.'
      config_param :password, :string, default: nil, secret: true

      def configure(conf)
        super
        @records = Efk::KafkaRecords.new(@tag, json: @value == :json)
        count_failures
        @pauses = shown(Efk::Metrics.counter(:fluentd_input_pauses_total,
                                             'Times that reading stopped because the buffer was full.', [:input]))
        @bad = shown(Efk::Metrics.counter(:fluentd_input_bad_messages_total,
                                          'Messages that are not what the input reads, stored as text.', [:input]))
        @lag = shown(Efk::Metrics.gauge(:fluentd_input_lag_messages,
                                        'Messages that wait to be read by this process.', [:input]))
      end

      def start
        super
        thread_create(:kafka_messages) { run }
      end

      # Told by the client, while messages are read.
      def report(told)
        report = Efk::KafkaReport.new(told)
        @lag.set(report.lag, labels: @labels)
        failure(Unreachable.new('no broker answers')) unless report.reachable?
      end

      # Told by the client, while messages are read.
      def failure(error)
        failed(error, 'messages of Kafka could not be read and will be', brokers: @brokers.join(','))
      end

      private

      def run
        read_on while thread_current_running?
      ensure
        @client&.close
      end

      def read_on
        @client ||= Efk::KafkaClient.new(Efk::KafkaSettings.of(self), @topics, self)
        messages = @client.read(&method(:failure))
        give(messages) unless messages.empty?
      rescue StandardError => e
        failure(e)
        wait(PAUSE)
      end

      # Until the pipeline takes them; what it has not taken when Fluentd stops is read again.
      def give(messages)
        until (error = attempt(messages)).nil?
          @pauses.increment(labels: @labels)
          log.debug 'the pipeline takes no messages of Kafka', input: @tag, error: error.class
          hold(messages)
          return unless thread_current_running?
        end
        @client.taken(messages)
        @client.go_on
      end

      # What went wrong, or nil.
      def attempt(messages)
        bad = @records.bad
        router.emit_stream(@tag, @records.stream(messages))
        @bad.increment(by: @records.bad - bad, labels: @labels)
        nil
      rescue StandardError => e
        e
      end

      # The group must hear of its members more often than a full buffer may last.
      def hold(messages)
        till = Process.clock_gettime(Process::CLOCK_MONOTONIC) + PAUSE
        while thread_current_running? && Process.clock_gettime(Process::CLOCK_MONOTONIC) < till
          messages.concat(@client.hold(&method(:failure)))
        end
      end

      # From the start on.
      def shown(metric)
        metric.tap { metric.init_label_set(@labels) }
      end
    end
  end
end
`,
  'in_kubernetes_events.rb': `# frozen_string_literal: true

require 'fluent/plugin/input'
require_relative 'repeated_reading'
require_relative 'saved_position'
require_relative 'api_client'
require_relative 'event_records'
require_relative 'event_watch'

module Fluent
  module Plugin
    # Reads the events of a cluster, which the API server keeps for an hour. The version from which to go on is saved
    # when the buffer has an event, and events have an identity, so that each is stored once through restarts.
    class KubernetesEventsInput < Input
      Fluent::Plugin.register_input('kubernetes_events', self)
      helpers :thread
      include Efk::RepeatedReading

      # Longest pause between attempts. In seconds.
      LONGEST = 30

      desc 'Tag of the events.'
      config_param :tag, :string
      desc 'Address of the API server.'
      config_param :url, :string, default: 'https://kubernetes.default.svc'
      desc 'File with the token of the service account.'
      config_param :token_path, :string
      desc 'File with the authority of the API server.'
      config_param :ca_path, :string
      desc 'File in which the version is saved.'
      config_param :pos_file, :string

      def start
        super
        @position = Efk::SavedPosition.new(@pos_file)
        @client = Efk::ApiClient.new(@url, @token_path, @ca_path)
        @watch = Efk::EventWatch.new(@client)
        count_failures
        @pause = 1
        thread_create(:kubernetes_events) { read_on while thread_current_running? }
      end

      # A watch that waits for changes is ended.
      def stop
        super
        @client&.abort
      end

      private

      def read_on
        version = @position.load
        version ? @watch.watch(version, &method(:take)) : @watch.list(&method(:take))
        @pause = 1
      rescue Efk::EventWatch::Expired
        @watch.list(&method(:take))
      rescue StandardError => e
        repeat(e) if thread_current_running?
      end

      def take(events, version)
        router.emit_stream(@tag, Efk::EventRecords.stream(events)) unless events.empty?
        @position.save(version) if version
        @pause = 1
      end

      # Nothing is lost: the version is that of what was taken.
      def repeat(error)
        failed(error, 'events of Kubernetes could not be read and will be')
        wait(@pause)
        @pause = [@pause * 2, LONGEST].min
      end
    end
  end
end
`,
  'in_node_files.rb': `# frozen_string_literal: true

require 'fluent/plugin/input'
require_relative 'file_lines'
require_relative 'file_search'
require_relative 'node_files'
require_relative 'pauses'
require_relative 'positions'
require_relative 'reading_report'

module Fluent
  module Plugin
    # Reads log files of a node by the reader of logs of containers. in_tail reads no compressed files, leaves out lines
    # that are too long, and saves its position before the buffer has the lines, which it reads twice after SIGKILL or
    # not at all.
    class NodeFilesInput < Input
      Fluent::Plugin.register_input('node_files', self)
      helpers :thread

      # Time between two looks at files whose end was reached, and after a failure. In seconds.
      POLL = 0.25
      PAUSE = 1

      # What is read at a time. In bytes.
      BLOCK = 128 * 1024

      METRICS = {
        bytes: :fluentd_input_lost_bytes_total, files: :fluentd_input_lost_files_total,
        errors: :fluentd_input_read_errors_total
      }.freeze

      desc 'Patterns of paths.'
      config_param :paths, :array, value_type: :string
      desc 'File in which the positions are saved.'
      config_param :pos_file, :string
      desc 'Time between two looks for new and renamed files.'
      config_param :refresh_interval, :time, default: 2
      desc 'Size at which a line goes on in a new event.'
      config_param :max_line_size, :size, default: 1_048_576
      desc 'Name of the node, a part of the identity of a line.'
      config_param :node_name, :string
      desc 'Tag of the events.'
      config_param :tag, :string

      def start
        super
        @pauses = Efk::Pauses.new(@tag, log)
        @report = Efk::ReadingReport.new(log, METRICS, { input: @tag })
        @files = files
        @lines = Efk::FileLines.new(@tag, @node_name)
        @refresh_at = 0
        thread_create(:node_files) { read_on while thread_current_running? }
      end

      def close
        super
        @files&.close
      end

      private

      def files
        search = Efk::FileSearch.new(@paths, @report)
        Efk::NodeFiles.new(search, Efk::Positions.new(@pos_file), @report, @max_line_size)
      end

      def read_on
        refresh if now >= @refresh_at
        # Of each a block, so that no file keeps the others waiting.
        more = @files.all.map { |file| read(file) if thread_current_running? }
        sleep POLL if more.none?
      rescue StandardError => e
        log.error 'reading of files failed and goes on', input: @tag, error: e.class, at: e.backtrace.first
        sleep PAUSE
      end

      def now
        Process.clock_gettime(Process::CLOCK_MONOTONIC)
      end

      def refresh
        @files.refresh(now)
        @refresh_at = now + @refresh_interval
      end

      # Reads the next block; returns nil if there was none.
      def read(file)
        events = MultiEventStream.new
        more = file.each_line(BLOCK) { |*line| events.add(EventTime.now, @lines.record(file, line)) }
        finish(file, events) if more.nil? && @files.complete?(file, now)
        take(file, events)
        more
      rescue Zlib::Error => e
        give_up(file, e)
      rescue SystemCallError => e
        @report.unreadable(file.path, e) unless e.is_a?(Errno::ENOENT)
      end

      def finish(file, events)
        file.each_rest { |*line| events.add(EventTime.now, @lines.record(file, line, last: true)) }
        file.read_out = true
      end

      # The position is saved when the pipeline has the events.
      def take(file, events)
        router.emit_stream(@tag, events) unless events.empty?
        file.commit
      rescue StandardError => e
        file.rewind
        @pauses.count(e)
        sleep PAUSE
      end

      # A compressed file that is broken is read as far as it goes.
      def give_up(file, error)
        @report.unreadable(file.path, error)
        @report.lost(file.path, file.unread_bytes)
        file.read_out = true
        file.commit
        nil
      end
    end
  end
end
`,
  'in_output_reach.rb': `# frozen_string_literal: true

require 'fluent/plugin/input'
require 'socket'
require_relative 'metrics'

module Fluent
  module Plugin
    # Says in the metrics which outputs can be reached, and what they dropped. fluent-plugin-prometheus says that an
    # output fails when it sends, which an archive does once an hour; and it leaves out how many chunks
    # \`drop_oldest_chunk\` has dropped, which Fluentd counts.
    class OutputReachInput < Input
      Fluent::Plugin.register_input('output_reach', self)
      helpers :thread

      # Time that a server may take to accept a connection. In seconds.
      PATIENCE = 5

      desc 'Time between two looks.'
      config_param :interval, :time, default: 15

      config_section :output, multi: true, required: true, param_name: :outputs do
        desc 'Id of the output.'
        config_argument :id, :string
        desc 'Its servers, as host:port; it is reached if one of them is.'
        config_param :servers, :array, value_type: :string, default: []
      end

      def multi_workers_ready?
        true
      end

      def configure(conf)
        super
        @reachable = Efk::Metrics.gauge(:fluentd_output_reachable, 'Whether a server of an output accepts connections',
                                        [:output])
        @dropped = Efk::Metrics.counter(:fluentd_output_dropped_chunks_total,
                                        'Chunks that an output dropped to make room for newer ones', [:output])
        @seen = Hash.new(0)
        @outputs.each { |output| @dropped.init_label_set(output: output.id) }
      end

      # Each output has a thread, since one that is away takes as long as it may.
      def start
        super
        @outputs.each { |output| thread_create(:"output_reach_#{output.id}") { look_again(output) } }
      end

      private

      def look_again(output)
        while thread_current_running?
          look(output)
          deadline = Fluent::Clock.now + @interval
          sleep 0.2 while thread_current_running? && Fluent::Clock.now < deadline
        end
      end

      def look(output)
        labels = { output: output.id }
        count(output.id, labels)
        return if output.servers.empty?

        @reachable.set(output.servers.any? { |server| reached?(server) } ? 1 : 0, labels: labels)
      rescue StandardError => e
        log.error 'an output could not be looked at', output: output.id, error: e.class
      end

      def reached?(server)
        host, _, port = server.rpartition(':')
        Socket.tcp(host.delete('[]'), port.to_i, connect_timeout: PATIENCE, resolv_timeout: PATIENCE).close
        true
      rescue SystemCallError, SocketError, IOError
        false
      end

      def count(id, labels)
        dropped = plugin(id)&.statistics&.dig('output', 'drop_oldest_chunk_count').to_i
        @dropped.increment(by: dropped - @seen[id], labels: labels) if dropped > @seen[id]
        @seen[id] = dropped
      end

      def plugin(id)
        @plugins ||= {}
        @plugins[id] ||= all_outputs.find { |output| output.plugin_id == id }
      end

      def all_outputs
        Fluent::Engine.root_agent.labels.each_value.flat_map(&:outputs)
      end
    end
  end
end
`,
  'in_sql_rows.rb': `# frozen_string_literal: true

require 'digest'
require 'fluent/plugin/input'
require_relative 'repeated_reading'
require_relative 'saved_position'
require_relative 'mysql_client'
require_relative 'postgresql_client'
require_relative 'sql_rows'

module Fluent
  module Plugin
    # Reads the rows that are added to a table of PostgreSQL or MySQL. fluent-plugin-sql saves its position by writing
    # over the old one, gives rows no identity, misses those that are committed late, and needs ActiveRecord besides the
    # client.
    class SqlRowsInput < Input
      Fluent::Plugin.register_input('sql_rows', self)
      helpers :thread
      include Efk::RepeatedReading

      # Rows of a block are asked for again after a failure. In seconds.
      PAUSE = 2

      CLIENTS = { postgresql: Efk::PostgresqlClient, mysql: Efk::MysqlClient }.freeze

      Names = Struct.new(:table, :key, :time)

      desc 'Tag of the events.'
      config_param :tag, :string
      desc 'What the database is; MariaDB is one of MySQL.'
      config_param :system, :enum, list: CLIENTS.keys, default: :postgresql
      desc 'Host of the database.'
      config_param :host, :string
      desc 'Port of the database.'
      config_param :port, :integer
      desc 'Name of the database.'
      config_param :database, :string
      desc 'User that may read the table.'
      config_param :user, :string
      desc 'Password of the user.'
      config_param :password, :string, secret: true
      desc 'File with the authority of the certificate of the database; without it there is no TLS.'
      config_param :ca_path, :string, default: nil
      desc 'Table, with its schema if there is one.'
      config_param :table, :string
      desc 'Column that identifies a row and grows with each.'
      config_param :key_column, :string
      desc 'Column with the time of a row; without it, the time of reading.'
      config_param :time_column, :string, default: nil
      desc 'Time between two looks for new rows.'
      config_param :interval, :time, default: 5
      desc 'Longest time that a transaction takes which adds rows.'
      config_param :settle, :time, default: 60
      desc 'File in which the position is saved.'
      config_param :pos_file, :string

      def start
        super
        count_failures
        @position = Efk::SavedPosition.new(@pos_file)
        @client = CLIENTS[@system].new(self, Names.new(@table, @key_column, @time_column))
        @rows = Efk::SqlRows.new(@client, @settle)
        thread_create(:sql_rows) { read_on while thread_current_running? }
      end

      def close
        super
        @client&.close
      end

      private

      def read_on
        position = @rows.read_from(@position.load) { |rows| router.emit_stream(@tag, stream(rows)) }
        @position.save(position) if position
        wait(@interval)
      rescue StandardError => e
        failed(e, 'rows could not be read and will be')
        wait(PAUSE)
      end

      def stream(rows)
        events = MultiEventStream.new
        rows.each do |key, time, text|
          record = { 'message' => text, '_id' => Digest::SHA256.hexdigest([@tag, @table, key].join("\\0")).slice(0, 32) }
          events.add(time_of(time), record)
        end
        events
      end

      def time_of(text)
        text ? Fluent::EventTime.from_time(Time.iso8601(text)) : Fluent::EventTime.now
      rescue ArgumentError
        Fluent::EventTime.now
      end
    end
  end
end
`,
  'in_syslog_messages.rb': `# frozen_string_literal: true

require 'fluent/plugin/input'
require_relative 'rare_log'
require_relative 'arrival'
require_relative 'datagram_server'
require_relative 'insistence'
require_relative 'server_certificate'
require_relative 'stream_server'
require_relative 'syslog_connection'
require_relative 'syslog_events'

module Fluent
  module Plugin
    # Takes messages of syslog from the network. in_syslog loses those for which a buffer has no room, cuts datagrams at
    # 2048 bytes without a word (fluent/fluentd#1123), drops what it cannot parse and writes it into Fluentd's own log,
    # and has to be told the framing of all peers of a port (fluent/fluentd#2298). Here peers wait while the buffer is
    # full, and what is no message of syslog is stored as text.
    class SyslogMessagesInput < Input
      Fluent::Plugin.register_input('syslog_messages', self)
      helpers :thread

      desc 'Tag of the events.'
      config_param :tag, :string
      desc 'How messages come.'
      config_param :protocol, :enum, list: %i[udp tcp tls]
      desc 'Port on which they come.'
      config_param :port, :integer
      desc 'Address on which they come; all of IPv4 and IPv6 without it.'
      config_param :bind, :string, default: Efk::Listening::ANY
      desc 'Zone of times that say none, a name of the time zone database or an offset.'
      config_param :zone, :string, default: 'UTC'
      desc 'Size at which a message goes on in a new event.'
      config_param :max_message_size, :size, default: 65_536
      desc 'Connections at a time; more are refused.'
      config_param :max_connections, :integer, default: 500
      desc 'Memory of the kernel for datagrams that are not read yet.'
      config_param :receive_buffer, :size, default: 8 * 1024 * 1024
      desc 'File with the certificate, and those that lead to its authority.'
      config_param :cert_path, :string, default: nil
      desc 'File with the key of the certificate.'
      config_param :private_key_path, :string, default: nil
      desc 'File with the authority of clients; without it no client has to prove who it is.'
      config_param :client_ca_path, :string, default: nil

      def configure(conf)
        super
        return unless @protocol == :tls && !(@cert_path && @private_key_path)

        raise Fluent::ConfigError, 'tls needs cert_path and private_key_path'
      end

      # For when it expires.
      def reads_certificate_again? = true

      def multi_workers_ready?
        true
      end

      def start
        super
        @arrival = Efk::Arrival.new
        @entrance = Efk::Insistence.new(router, @tag, log)
        @server = @protocol == :udp ? datagrams : streams
        thread_create(:"syslog_#{@protocol}") { @server.run }
      end

      # Peers are not told that nobody reads any more, so what they have sent is read first.
      def stop
        @server&.stop
        @entrance&.stop
        super
      end

      def close
        super
        @server&.close
      end

      private

      def events
        Efk::SyslogEvents.new(@tag, @zone, @arrival)
      end

      def datagrams
        events = self.events
        server = Efk::DatagramServer.new(@tag, port: @port, bind: @bind, buffer: @receive_buffer) do |datagrams|
          arrived = datagrams.flat_map { |data, peer| Efk::SyslogConnection.datagram(data, peer, @arrival) }
          @entrance.give { events.stream(arrived) }
        end
        small(server.buffer) if server.buffer < @receive_buffer
        server
      end

      def small(buffer)
        log.warn 'the kernel gives less memory for datagrams than is wanted; raise net.core.rmem_max of the node',
                 wanted: @receive_buffer, given: buffer
      end

      def streams
        certificate = Efk::ServerCertificate.new(@cert_path, @private_key_path, @client_ca_path) if @protocol == :tls
        certificate&.context
        listener = Efk::Listening.stream(@bind, @port)
        Efk::StreamServer.new(listener, @tag, log, certificate: certificate, most: @max_connections) do |peer|
          Efk::SyslogConnection.new(peer, @max_message_size, @arrival, events) do |stream|
            @entrance.give(&stream)
          end
        end
      end
    end
  end
end
`,
  'insistence.rb': `# frozen_string_literal: true

require_relative 'metrics'
require_relative 'pauses'

module Efk
  # Gives events to the pipeline until it takes them. The thread that reads waits meanwhile, and so do the senders.
  class Insistence
    # Time after which a pipeline that took nothing is tried again. In seconds.
    PAUSE = 0.2

    # Attempts while Fluentd stops, when there may be no room any more.
    LAST_ATTEMPTS = 5

    def initialize(router, tag, log)
      @router = router
      @tag = tag
      @log = log
      @labels = { input: tag }
      @pauses = Pauses.new(tag, log)
      @lost = Metrics.counter(:fluentd_input_lost_events_total,
                              'Events that came and could not be kept when Fluentd stopped.', [:input])
      @lost.init_label_set(@labels)
    end

    def stop
      @stopping = true
    end

    # The block makes the events, a new stream at each attempt: filters may have changed those of the last one.
    def give(&make)
      attempts = 0
      while (error = attempt(&make))
        attempts += 1 if @stopping
        return lose(make.call, error) if attempts > LAST_ATTEMPTS

        @pauses.count(error)
        sleep PAUSE
      end
    end

    private

    # What went wrong, or nil.
    def attempt
      @router.emit_stream(@tag, yield)
      nil
    rescue StandardError => e
      e
    end

    def lose(events, error)
      @lost.increment(by: events.size, labels: @labels)
      @log.error('events are lost, since Fluentd stops and the buffer takes none',
                 input: @tag, events: events.size, error: error.class)
    end
  end
end
`,
  'journal_reader.rb': `# frozen_string_literal: true

require 'systemd/journal'
require_relative 'journal_record'

module Efk
  # Reads the journal of a node from where it was read to. A file of it that is damaged is left out by libsystemd.
  class JournalReader
    # What is read at a time: bytes of messages, and entries.
    BLOCK = 1 << 20
    ENTRIES = 1000

    # ENOENT: an entry does not have a field.
    NO_FIELD = 2
    # A message that is longer is cut, since it is read as a whole. In bytes.
    LONGEST = 16 << 20
    CUT = ['truncated'].freeze

    # +units+ are names of units, none for all; +kernel+ is whether what the kernel says is read with them. +since+ is
    # how old the entries may be of a journal that was never read before. In seconds.
    def initialize(path, record, units: [], kernel: false, since: 86_400)
      @path = path
      @record = record
      @conditions = units.empty? ? [] : conditions(units, kernel)
      @since = since
    end

    # Yields time and record of the next entries behind +cursor+, which may be nil; returns the cursor of the last one.
    def read(cursor, &)
      return cursor unless behind?(cursor)

      read_block(&)
      @at
    rescue Systemd::JournalError
      close
      raise
    end

    # It is opened again when it is read.
    def close
      @journal&.close
      @journal = nil
    end

    private

    def read_block
      bytes = 0
      ENTRIES.times do
        time, record = build(@at = @journal.cursor)
        yield time, record
        bytes += record['message'].bytesize
        break if bytes > BLOCK || !@journal.move_next
      end
    end

    # Whether there is an entry behind the cursor; then it is the one that is read next. What was read last may not have
    # been taken, or its entry may be gone from the journal: then the one behind it is the next.
    def behind?(cursor)
      refresh
      @journal.seek(cursor || (Time.now - @since))
      @journal.move_next && !(cursor && @journal.cursor?(cursor) && !@journal.move_next)
    end

    # Files that are there no more are let go.
    def refresh
      open if @journal.nil? || @journal.wait(0) == :invalidate
    end

    def open
      close
      @journal = Systemd::Journal.new(path: @path)
      @journal.data_threshold = LONGEST + 'MESSAGE='.bytesize
      @journal.filter(*@conditions)
    end

    # As \`journalctl --unit\` does: what a unit says, and what init says of it.
    def conditions(units, kernel)
      [{ _systemd_unit: units }, { unit: units, _pid: 1 }, *([{ _transport: 'kernel' }] if kernel)]
    end

    def build(cursor)
      time, record = @record.build(cursor, method(:field))
      record['log']['flags'] = CUT if record['message'].bytesize >= LONGEST
      [time, record]
    end

    def field(name)
      @journal.read_field(name)
    rescue Systemd::JournalError => e
      raise unless e.code == NO_FIELD
    end
  end
end
`,
  'journal_record.rb': `# frozen_string_literal: true

require 'digest'
require 'fluent/time'
require 'time'

module Efk
  # The record of an entry of the journal. Its identity is the cursor, which no other entry of any node has; the number
  # of the entry in the journal, which is in the cursor, is the order of entries of one time.
  class JournalRecord
    CURSOR = /;i=(\\h+);b=\\h+;m=\\h+;t=(\\h+);/
    # By the numbers of syslog.
    LEVELS = %w[emergency alert critical error warn notice info debug].freeze
    SERVICE = /\\.service\\z/
    UNITS = %w[_SYSTEMD_UNIT _SYSTEMD_USER_UNIT SYSLOG_IDENTIFIER].freeze

    def initialize(node)
      @node = { 'host' => node.dup.freeze }.freeze
    end

    # The Fluent::EventTime and the record of the entry at +cursor+; +fields+ gives a field of it by its name, or nil.
    def build(cursor, fields)
      number, microseconds = CURSOR.match(cursor).captures.map { |digits| digits.to_i(16) }
      time = Fluent::EventTime.new(microseconds / 1_000_000, microseconds % 1_000_000 * 1000)
      [time, {
        '@timestamp' => text(time), 'message' => fields.call('MESSAGE') || '', '_id' => id(cursor, microseconds),
        'log' => log(number, fields.call('PRIORITY')), 'kubernetes' => @node,
        'process' => process(fields), 'service' => service(fields)
      }.compact]
    end

    private

    def text(time)
      Time.at(time.sec, time.nsec, :nsec).utc.iso8601(9)
    end

    def id(cursor, microseconds)
      "#{microseconds.to_s(36)}-#{Digest::SHA256.hexdigest(cursor).slice(0, 24)}"
    end

    def log(number, priority)
      level = LEVELS[priority.to_i] if priority&.match?(/\\A[0-7]\\z/)
      { 'offset' => number, 'level' => level }.compact
    end

    def process(fields)
      pid = fields.call('_PID')
      { 'pid' => pid.to_i } if pid&.match?(/\\A\\d{1,9}\\z/)
    end

    # The unit without the word that most have, or what the process calls itself, as the kernel does.
    def service(fields)
      name = UNITS.lazy.map(&fields).find(&:itself)&.sub(SERVICE, '')
      { 'name' => name } unless name.nil? || name.empty?
    end
  end
end
`,
  'json_fields.rb': `# frozen_string_literal: true

require 'fluent/msgpack_factory'
require 'json'
require_relative 'careful_json'

module Efk
  # The fields of a message that is an object of JSON. Nearly all are parsed once, by the quickest parser that is strict
  # (measured: Oj's takes as long and lets more pass), and looked over in C; the others are read with care.
  class JsonFields
    OPENING = '{'.ord
    CLOSING = '}'.ord
    SPACE = ' '.ord
    BYTE_ORDER_MARK = "\\uFEFF"
    MARK = BYTE_ORDER_MARK.getbyte(0)
    # Python writes them, though they are no JSON.
    NOT_JSON_BUT_NUMBERS = /NaN|Infinity/
    # What the eight bytes of an infinite number begin with in msgpack, behind the sign.
    INFINITE = "\\xF0\\0\\0\\0\\0\\0\\0".b

    def initialize
      @quick = JSON::Coder.new(max_nesting: StorableFields::DEPTH, allow_duplicate_key: true, allow_comments: false)
      @careful = CarefulJson.new
      @storable = StorableFields.new
    end

    # Returns the fields of +message+, which is valid UTF-8; nil if it is no object of JSON. Yields what was changed.
    # Raises StorableFields::Unstorable if it is an object that Elasticsearch would refuse.
    def of(message, &)
      message = message.delete_prefix(BYTE_ORDER_MARK) if message.getbyte(0) == MARK
      return unless object?(message)

      (quick(message) unless risky?(message)) || @careful.load(message, &)
    rescue JSON::ParserError
      nil
    end

    private

    # Nil if care is needed.
    def quick(message)
      fields = @quick.load(message)
      return unless plain?(fields)

      # Only in a long one can the keys be too long.
      message.bytesize > StorableFields::PATH_BYTES ? @storable.of(fields) : fields
    rescue JSON::ParserError => e
      raise unless e.is_a?(JSON::NestingError) || NOT_JSON_BUT_NUMBERS.match?(message)
    end

    def object?(message)
      return false unless message.getbyte(0) == OPENING

      last = message.getbyte(-1)
      last == CLOSING || last <= SPACE
    end

    # Whether a key may have NUL, or half of a surrogate pair may become a character that is none.
    def risky?(message)
      message.include?('\\\\') &&
        (message.include?('\\u0000') || message.include?('\\ud') || message.include?('\\uD'))
    end

    # Whether all numbers are finite and have at most 64 bits. Packing costs a third of a walk in Ruby.
    def plain?(fields)
      packer = Fluent::MessagePackFactory.thread_local_msgpack_packer
      !packer.write(fields).to_s.include?(INFINITE)
    rescue RangeError
      false
    ensure
      packer.reset
    end
  end
end
`,
  'json_lines.rb': `# frozen_string_literal: true

require_relative 'json_fields'
require_relative 'storable_fields'

module Efk
  # Lines that are objects of JSON.
  class JsonLines
    def initialize
      @json = JsonFields.new
    end

    # Yields what was changed: :surrogate, :number. Raises StorableFields::Unstorable.
    def read(text, &)
      @json.of(text, &)
    end
  end

  # Objects of JSON in the words of the Elastic Common Schema, as its libraries of logging write them.
  # https://www.elastic.co/docs/reference/ecs/logging/intro
  class EcsLines < JsonLines
    def read(text, &)
      fields = super
      fields if fields&.key?('ecs.version') || fields&.[]('ecs').is_a?(Hash)
    end
  end
end
`,
  'kafka_client.rb': `# frozen_string_literal: true

require 'logger'
require_relative 'kafka_start'

module Efk
  # A member of a group of consumers. Its offsets are those of what the pipeline has taken: they are committed in the
  # background, when partitions go to another member, and at the end.
  class KafkaClient
    # Messages that are read at a time, and what is fetched ahead of them. In KiB.
    BLOCK = 500
    AHEAD = 16_384

    # Longest time that is waited for messages, so that a thread that is to stop does. In milliseconds.
    POLL = 250

    # Time between two reports. In milliseconds.
    REPORTS = 10_000

    # Longest time for the last commit, when the brokers may be away. In seconds.
    FAREWELL = 5

    # Time after which the group takes a member for dead and reads on what was its. The client says that it lives from a
    # thread that Ruby does not hold up. In milliseconds.
    SESSION = 10_000

    COMMON = {
      'client.id' => 'fluentd', 'enable.auto.offset.store' => false, 'auto.commit.interval.ms' => 1000,
      'session.timeout.ms' => SESSION, 'queued.max.messages.kbytes' => AHEAD, 'statistics.interval.ms' => REPORTS
    }.freeze

    # +settings+ are those of librdkafka; +listener+ is told of reports (\`report\`) and failures (\`failure\`), while
    # messages are read.
    def initialize(settings, topics, listener)
      # Only where it is used: the official image has no client.
      require 'rdkafka'
      Rdkafka::Config.logger = Logger.new(nil)
      config = Rdkafka::Config.new(COMMON.merge(settings))
      start = KafkaStart.new if settings['auto.offset.reset'] == 'latest'
      config.consumer_rebalance_listener = start if start
      @consumer = config.consumer
      start&.consumer = @consumer
      Callbacks.register(@consumer.name, listener)
      @consumer.subscribe(*topics)
    end

    # The next messages, none after a while. Yields what went wrong meanwhile.
    def read(&)
      messages, errors = @consumer.poll_batch(POLL, max_items: BLOCK).partition { |each| !each.is_a?(StandardError) }
      errors.each(&)
      messages
    end

    # These need not be read again. Those of a partition that another member has got meanwhile it reads again.
    def taken(messages)
      messages.group_by { |message| [message.topic, message.partition] }.each_value do |of_partition|
        @consumer.store_offset(of_partition.last)
      rescue Rdkafka::RdkafkaError => e
        raise unless e.code == :state
      end
    end

    # Nothing more is read until \`go_on\`, but the group knows that the member lives. Returns what comes nevertheless,
    # from partitions that it gets just now.
    def hold(&)
      @held = true
      @consumer.pause(@consumer.assignment)
      read(&)
    end

    def go_on
      @consumer.resume(@consumer.assignment) if @held
      @held = false
    end

    def close
      Callbacks.remove(@consumer.name)
      Thread.new { @consumer.close }.join(FAREWELL)
    end

    # Callbacks of the client are those of the process, and say whose they are.
    module Callbacks
      @listeners = {}

      module_function

      def register(name, listener)
        @listeners[name] = listener
        Rdkafka::Config.statistics_callback = ->(report) { tell(report['name'], :report, report) }
        Rdkafka::Config.error_callback = ->(error) { tell(error.instance_name, :failure, error) }
      end

      def remove(name)
        @listeners.delete(name)
      end

      def tell(name, what, told)
        @listeners[name]&.public_send(what, told)
      end
    end
  end
end
`,
  'kafka_records.rb': `# frozen_string_literal: true

require 'fluent/event'
require 'fluent/time'
require_relative 'pipeline_error'
require_relative 'json_fields'
require_relative 'pieces'

module Efk
  # Makes events of messages of Kafka. Where a message stands is its identity; its time is part of it, because a topic
  # that is deleted and made again counts from 0 again.
  class KafkaRecords
    # Size at which a message goes on in a further event. In bytes.
    LONGEST = 1 << 20

    PARTIAL = ['partial'].freeze
    SCRUBBED = 'message: bytes that are not UTF-8 were replaced by U+FFFD'
    NO_OBJECT = 'message: is not an object of JSON'
    REMOVED = { 'action' => 'tombstone' }.freeze

    # How many messages were stored as text, although they should have been JSON.
    attr_reader :bad

    # +json+ is whether values are objects of JSON, whose \`message\` is the text.
    def initialize(input, json: false, longest: LONGEST)
      @input = input
      @json = json ? JsonFields.new : nil
      @longest = longest
      @bad = 0
    end

    # A new stream at each call.
    def stream(messages)
      events = Fluent::MultiEventStream.new
      messages.each { |message| add(message, time_of(message), events) }
      events
    end

    private

    def add(message, time, events)
      id = id(message)
      record = record(message)
      Pieces.enum_for(:each, record['message'], @longest).each_with_index do |(text, more), index|
        piece = record.merge('message' => text, '_id' => index.zero? ? id : "#{id}-#{index}")
        piece['log'] = piece['log'].merge('flags' => PARTIAL) if more
        events.add(time, piece)
      end
    end

    def record(message)
      text = text(message.payload)
      record = { 'message' => text || '', 'log' => { 'offset' => message.offset },
                 'kafka' => { 'topic' => message.topic, 'partition' => message.partition,
                              'key' => key(message.key) }.compact }
      return record.merge('event' => REMOVED) if text.nil?

      unless text.valid_encoding?
        record['message'] = text.scrub
        PipelineError.mark(record, SCRUBBED)
      end
      @json ? with_fields(record) : record
    end

    # Nil of a message without a value, which says that what its key stands for is removed.
    def text(payload)
      payload&.force_encoding(Encoding::UTF_8)
    end

    # Nil of bytes that are no text.
    def key(bytes)
      text = bytes&.dup&.force_encoding(Encoding::UTF_8)
      text if text&.valid_encoding? && !text.match?(/[\\x00-\\x08\\x0e-\\x1f]/)
    end

    def with_fields(record)
      fields = @json.of(record['message']) { |why| PipelineError.mark(record, why) }
      return not_json(record) unless fields

      record['message'] = fields.delete('message') if fields['message'].is_a?(String)
      record['json'] = fields unless fields.empty?
      record
    rescue StorableFields::Unstorable => e
      not_json(record, e.message)
    end

    def not_json(record, why = NO_OBJECT)
      @bad += 1
      PipelineError.mark(record, why)
    end

    def id(message)
      milliseconds = message.timestamp ? (message.timestamp.to_r * 1000).to_i : 0
      "#{milliseconds.to_s(36)}-#{@input}-#{message.topic}-#{message.partition}-#{message.offset}"
    end

    def time_of(message)
      message.timestamp ? Fluent::EventTime.from_time(message.timestamp) : Fluent::EventTime.now
    end
  end
end
`,
  'kafka_report.rb': `# frozen_string_literal: true

module Efk
  # What librdkafka says of a consumer now and then.
  class KafkaReport
    # States of a broker that answers.
    ANSWERS = %w[UP UPDATE].freeze

    # +report+ is the JSON of librdkafka, read.
    def initialize(report)
      @report = report
    end

    # Whether a broker answers.
    def reachable?
      @report.fetch('brokers', {}).each_value.any? { |broker| ANSWERS.include?(broker['state']) }
    end

    # Messages that wait in the partitions of this member, as far as it knows.
    def lag
      partitions.sum { |partition| known(partition['consumer_lag_stored']) || known(partition['consumer_lag']) || 0 }
    end

    private

    def known(lag)
      lag unless lag.nil? || lag.negative?
    end

    def partitions
      @report.fetch('topics', {}).each_value.flat_map { |topic| topic['partitions'].values }
             .select { |partition| partition['fetch_state'] == 'active' }
    end
  end
end
`,
  'kafka_settings.rb': `# frozen_string_literal: true

module Efk
  # The settings of librdkafka for what a plugin is told.
  module KafkaSettings
    module_function

    # +told+ has \`brokers\`, \`group\`, \`begin_at\`, \`tls\`, \`ca_path\`, \`cert_path\`, \`private_key_path\`, \`user\`, \`password\`
    # and \`mechanism\`.
    def of(told)
      {
        'bootstrap.servers' => told.brokers.join(','), 'group.id' => told.group, 'auto.offset.reset' => told.begin_at,
        'security.protocol' => "#{'sasl_' if told.user}#{told.tls ? 'ssl' : 'plaintext'}",
        # The library is linked to an OpenSSL of its own, which looks for authorities where the image has them.
        'ssl.ca.location' => told.ca_path || 'probe',
        'ssl.certificate.location' => told.cert_path, 'ssl.key.location' => told.private_key_path, **user(told)
      }.compact.transform_values(&:to_s)
    end

    def user(told)
      return {} unless told.user

      { 'sasl.mechanism' => told.mechanism.to_s.upcase, 'sasl.username' => told.user, 'sasl.password' => told.password }
    end
  end
end
`,
  'kafka_start.rb': `# frozen_string_literal: true

module Efk
  # Where a group begins that is to read new messages only: at the end that a partition has when it is first assigned,
  # which is committed at once. Otherwise a member that ends before it has taken a message of a partition would begin
  # again at a later end, and what came between would be passed over.
  class KafkaStart
    # Longest time for a question. In milliseconds.
    PATIENCE = 10_000

    attr_writer :consumer

    # Called by the client when the member has got partitions, before anything of them is read.
    def on_partitions_assigned(list)
      ends = {}
      @consumer.committed(list, PATIENCE).to_h.each do |topic, partitions|
        fresh = partitions.select { |each| each.offset.nil? }
        next if fresh.empty?

        ends[topic] = fresh.to_h { |each| [each.partition, end_of(topic, each.partition)] }
      end
      begin_at(ends) unless ends.empty?
    end

    private

    def end_of(topic, partition)
      @consumer.query_watermark_offsets(topic, partition, PATIENCE).last
    end

    def begin_at(ends)
      ends.each { |topic, offsets| offsets.each { |partition, at| @consumer.seek_by(topic, partition, at) } }
      @consumer.commit(list_of(ends))
    end

    def list_of(ends)
      list = Rdkafka::Consumer::TopicPartitionList.new
      ends.each { |topic, offsets| list.add_topic_and_partitions_with_offsets(topic, offsets) }
      list
    end
  end
end
`,
  'klog_lines.rb': `# frozen_string_literal: true

require_relative 'logfmt_lines'

module Efk
  # Lines of klog, which Kubernetes and its controllers write: https://github.com/kubernetes/klog. What was logged with
  # names and values has them behind a quoted message.
  class KlogLines
    LINE = /\\A([IWEF])(\\d{4} \\d\\d:\\d\\d:\\d\\d\\.\\d{6}) +(\\d{1,10}) ([^\\s:\\]]{1,256}):(\\d{1,9})\\] (.*)\\z/m
    STRUCTURED = /\\A"((?:[^"\\\\]|\\\\.)*+)"(?:\\z| (?=[^\\s="]+=))/
    LEVELS = { 'I' => 'info', 'W' => 'warn', 'E' => 'error', 'F' => 'fatal' }.freeze

    def initialize
      @pairs = LogfmtLines.new
    end

    def read(text)
      match = LINE.match(text) or return
      letter, time, thread, file, line, message = match.captures
      structured(message).merge('time' => time, 'log.level' => LEVELS[letter], 'process.thread.id' => thread.to_i,
                                'log.origin.file.name' => file, 'log.origin.file.line' => line.to_i)
    end

    private

    def structured(message)
      match = STRUCTURED.match(message) or return { 'message' => message }
      rest = match.post_match
      pairs = rest.empty? ? {} : @pairs.read(rest)
      pairs ? { **pairs, 'message' => match[1].gsub(/\\\\(.)/m, '\\1') } : { 'message' => message }
    end
  end
end
`,
  'known_detectors.rb': `# frozen_string_literal: true

require_relative 'detector'
require_relative 'plausible'

module Efk
  # What is redacted by name. Letters and digits before or behind it make it part of something else: a hash, a UUID.
  module KnownDetectors
    SEPARATED = ->(secret) { secret.delete('^A-Za-z0-9').upcase }
    DOWNCASE = lambda(&:downcase)

    # A regular expression with the limit of time that all have.
    def self.regexp(*sources)
      Pattern.compile(sources.join)
    end

    BYTE = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'
    IPV4 = "#{BYTE}(?:\\\\.#{BYTE}){3}".freeze
    IPV6 = "(?=[\\\\h:]*:[\\\\h:]*:)[\\\\h:]{2,39}(?:(?<=:)#{IPV4})?(?:%\\\\w{1,16})?(?!\\\\w)".freeze

    CARD_NUMBER = Detector.new(
      regexp('(?<![0-9A-Za-z])(?<!\\d\\.)(?:\\d{12,19}|\\d{4}(?:', Plausible::GAP, '\\d{1,6}){2,4})(?![0-9A-Za-z])'),
      hint: regexp('\\d{4}', Plausible::GAP, '?\\d{4}'), normal: SEPARATED
    ) { |text| Plausible.card_length(text) }

    # Also in the query of a URL.
    EMAIL = Detector.new(
      regexp("(?<![\\\\p{L}\\\\p{N}._%+'-])[\\\\p{L}\\\\p{N}_+][\\\\p{L}\\\\p{N}._%+'-]{0,63}?(?:@|%40)",
             '(?:[\\p{L}\\p{N}][\\p{L}\\p{N}-]{0,62}\\.){1,8}\\p{L}{2,63}(?![\\p{L}\\p{N}])'),
      hint: regexp('@|%40'), normal: DOWNCASE
    ) { |text| Plausible.email?(text) }

    # What stands behind the name of the scheme.
    BEARER_TOKEN = Detector.new(
      regexp('(?i:\\b(?:bearer|basic|token)(?: |%20|\\+)+)\\K[A-Za-z0-9._~+/-]{8,}=*'),
      hint: regexp('(?i:bearer|basic|token)')
    ) { |text| Plausible.token?(text) }

    # Signed ones have three parts, encrypted ones five.
    JWT = Detector.new(regexp('(?<![0-9A-Za-z])eyJ[\\w-]{5,}(?:\\.[\\w-]*){2,4}'), hint: regexp('eyJ'))

    IBAN = Detector.new(
      regexp('(?<![0-9A-Za-z])[A-Za-z]{2}\\d{2}(?:[ -]?[0-9A-Za-z]){11,41}'),
      hint: regexp('[A-Za-z]{2}\\d\\d[ -]?[0-9A-Za-z]{4}'), normal: SEPARATED
    ) { |text| Plausible.iban_length(text) }

    IP_ADDRESS_4 = Detector.new(
      regexp('(?<![\\w.:])(?:::(?:ffff:)?)?', IPV4, '(?!\\.?\\d|\\w)'), hint: regexp('\\.\\d{1,3}\\.\\d')
    )

    IP_ADDRESS_6 = Detector.new(
      regexp('(?<![\\w.:])', IPV6), hint: regexp('::|:\\h{1,4}:\\h{1,4}:'), normal: DOWNCASE
    ) { |text| Plausible.ipv6?(text) }

    # The id of a key, and what stands behind the name of the secret one.
    AWS_KEY = Detector.new(
      regexp('(?<![0-9A-Za-z])(?:A3T[A-Z0-9]|AKIA|ASIA|ABIA|ACCA|AGPA|AIDA|AIPA|ANPA|ANVA|AROA)[A-Z0-9]{16}',
             '(?![0-9A-Za-z])|(?i:secret_?(?:access_?)?key)\\W{1,8}\\K[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])')
    )

    # To the end of the text if it has none.
    PRIVATE_KEY = Detector.new(
      regexp('-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----(?m:.*?)',
             '(?:-----END (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----|\\z)'),
      hint: regexp('PRIVATE KEY')
    )

    URL_CREDENTIALS = Detector.new(
      regexp('(?<=://)[^\\s/?#"\\'<>\\\\\\\\]{1,512}(?=@)'), hint: regexp('://')
    )

    # By the names of the option.
    BY_NAME = { 'cardNumber' => [CARD_NUMBER], 'email' => [EMAIL], 'bearerToken' => [BEARER_TOKEN], 'jwt' => [JWT],
                'iban' => [IBAN], 'ipAddress' => [IP_ADDRESS_4, IP_ADDRESS_6], 'awsKey' => [AWS_KEY],
                'privateKey' => [PRIVATE_KEY], 'urlCredentials' => [URL_CREDENTIALS] }.freeze
  end
end
`,
  'known_pods.rb': `# frozen_string_literal: true

module Efk
  # The labels and annotations of the pods of a node, and which of them are allowed into logs. A pod that is gone is
  # remembered for a while, since its logs are read after it.
  class KnownPods
    # In seconds.
    REMEMBERED = 600

    # A pod of a file of the kubelet has another uid in the API; this annotation has the one of its logs.
    MIRROR = 'kubernetes.io/config.mirror'

    # What is allowed of a pod, and all of its labels; +gone_at+ if it is gone.
    Pod = Struct.new(:described, :labels, :gone_at)

    def initialize(labels, annotations, clock: -> { Process.clock_gettime(Process::CLOCK_MONOTONIC) })
      @allowed = { 'labels' => labels, 'annotations' => annotations }
      @clock = clock
      @mutex = Mutex.new
      @pods = {}
    end

    # Frozen: \`labels\` and \`annotations\`, as far as the pod has any that are allowed; nil if the pod is not known.
    def [](uid)
      @mutex.synchronize { @pods[uid]&.described }
    end

    # All labels of a pod, or nil if it is not known.
    def labels(uid)
      @mutex.synchronize { @pods[uid]&.labels }
    end

    def size
      @mutex.synchronize { @pods.size }
    end

    # All that there are now.
    def replace(objects)
      @mutex.synchronize do
        there = objects.to_h { |object| [uid(object['metadata']), object] }
        @pods.each { |uid, pod| pod.gone_at ||= @clock.call unless there.key?(uid) }
        there.each_value { |object| add(object['metadata']) }
        forget
      end
    end

    def put(object)
      @mutex.synchronize { add(object['metadata']) }
    end

    def remove(object)
      @mutex.synchronize do
        add(object['metadata']).gone_at = @clock.call
        forget
      end
    end

    private

    # What did not change stays the same object.
    def add(metadata)
      described = @allowed.filter_map { |kind, keys| allowed(kind, keys, metadata) }.to_h.freeze
      pod = @pods[uid(metadata)] ||= Pod.new(described)
      pod.described = described unless pod.described == described
      pod.labels = metadata['labels'] || {}
      pod.gone_at = nil
      pod
    end

    # That of the folder of its logs.
    def uid(metadata)
      metadata.dig('annotations', MIRROR) || metadata['uid']
    end

    def allowed(kind, keys, metadata)
      texts = (metadata[kind] || {}).slice(*keys)
      [kind, texts.freeze] unless texts.empty?
    end

    def forget
      now = @clock.call
      @pods.delete_if { |_, pod| pod.gone_at && now - pod.gone_at > REMEMBERED }
    end
  end
end
`,
  'label_condition.rb': `# frozen_string_literal: true

module Efk
  # What the labels of a pod must be: of each label that is named one of its globs must match its value, but for pods
  # that are excepted. A label that a pod does not have matches nothing.
  class LabelCondition
    # Stands for the labels of a pod that is gone, which nobody can know any more.
    GONE = 'gone'

    # +select+ and +except+ are globs by labels, or nil; +unknown+ is what is said of a pod that is gone.
    def initialize(select, except, unknown)
      @select = select || {}
      @except = except
      @unknown = unknown
    end

    # +labels+ are values by labels, or GONE.
    def met?(labels)
      return @unknown if labels == GONE

      all?(@select, labels) && !(@except && all?(@except, labels))
    end

    private

    def all?(globs, labels)
      globs.all? do |key, patterns|
        value = labels[key]
        value && patterns.any? { |glob| File.fnmatch?(glob, value) }
      end
    end
  end
end
`,
  'level.rb': `# frozen_string_literal: true

require_relative 'log_levels'
require_relative 'field'
require_relative 'level_in_text'

module Efk
  # Writes \`log.level\` in the words of the Elastic Common Schema: from a field or from where programs write it, from the
  # beginning of a text, or else a level that holds for lines without one.
  class Level
    LEVELS = LogLevels::WORDS.keys.freeze
    # What a number means, by the world that it is of.
    NUMBERS = { pino: LogLevels::BY_NUMBER, python: LogLevels::OF_PYTHON, syslog: LogLevels::NUMBERS_OF_SYSLOG,
                opentelemetry: LogLevels::OF_OPENTELEMETRY }.freeze
    # Where a level may be that was not promoted, since it is no usual word.
    FIELDS = %w[json.log.level json.level json.severity json.levelname json.lvl].freeze

    CONFIG = proc do
      config_section :level, multi: false, param_name: :level do
        desc 'Name of the field that has the level; those in which it usually is when left out.'
        config_param :field, :string, default: nil
        desc 'What numbers in the field mean.'
        config_param :numbers, :enum, list: %i[pino python syslog opentelemetry], default: nil
        desc 'Levels by other words.'
        config_param :words, :hash, default: {}
        desc 'Whether the level is looked for at the beginning of a message that has none in its fields.'
        config_param :text, :bool, default: false
        desc 'Level of what has none.'
        config_param :default, :enum, list: LEVELS.map(&:to_sym), default: nil
      end
    end

    def self.steps(section)
      section.level ? [new(section.level, ['log.level', *FIELDS])] : []
    end

    def initialize(section, fields)
      @words = LevelWords.new(section)
      @fields = fields.map { |name| Field.new(name) }
      @text = section.text
      @default = section.default&.to_s.freeze
    end

    def call(record, _time)
      level = @words.of_fields(record, @fields) || (LevelInText.of(record['message'], @words.own) if @text) || @default
      put(record, level) if level
      record
    end

    private

    def put(record, level)
      log = record['log']
      return log['level'] = level if log.is_a?(Hash) && !log.frozen?

      record['log'] = log.is_a?(Hash) ? log.merge('level' => level) : { 'level' => level }
    end
  end

  # The same from a field or of numbers that somebody knows better than the promotion, before it.
  class LevelOfField < Level
    CONFIG = proc {}

    def self.steps(section)
      level = section.level
      return [] unless level&.field || level&.numbers

      [new(level, level.field ? [level.field] : FIELDS)]
    end

    def call(record, _time)
      level = @words.of_fields(record, @fields)
      put(record, level) if level
      record
    end
  end

  # What words and numbers mean.
  class LevelWords
    # Levels by words of a team, in lower case.
    attr_reader :own

    def initialize(section)
      @own = section.words.transform_keys(&:downcase).freeze
      @numbers = section.numbers ? Level::NUMBERS.fetch(section.numbers) : LogLevels::BY_NUMBER
    end

    # The first level that is in the fields; nil if there is none.
    def of_fields(record, fields)
      fields.each do |field|
        level = of(field.get(record))
        return level if level
      end
      nil
    end

    private

    def of(value)
      case value
      when Integer then @numbers[value]
      when /\\A\\d{1,3}\\z/ then @numbers[value.to_i]
      when String then @own[value.downcase] || LogLevels::OF[value]
      end
    end
  end
end
`,
  'level_counts.rb': `# frozen_string_literal: true

require_relative 'metrics'
require_relative 'bounded_series'

module Efk
  # Logs by route, namespace and level. Counted here and published for many at once: a counter of the registry takes as
  # long as the rest of the filter.
  class LevelCounts
    NONE = 'none'
    LEVELS = %w[trace debug info notice warn error critical alert emergency fatal].to_h { |word| [word, word] }.freeze

    # A namespace that has logged nothing for so long has no series any more. In seconds.
    IDLE = 3600

    # Containers that are counted apart until they are taken together. There may be more than run, where every log comes
    # with an object of its own.
    CONTAINERS = 4096

    # +listed+ are words of which somebody wants to know whether a log has one of them.
    def initialize(max_series, listed = [])
      place([nil, *LEVELS.keys, *listed].uniq, listed)
      @taken = Hash.new(0)
      @counts = Hash.new { |counts, route| counts[route] = counts_of_containers }
      publish(max_series)
    end

    # What is needed to count logs of +route+, without a call for each of them: the counts of a container by its names,
    # which are the same object for all its logs; the place of a word among them; and whether the word of a place is
    # listed.
    def for_counting(route)
      containers = @counts[route]
      take(route, containers) if containers.size > CONTAINERS
      [containers, @places, @listed]
    end

    # Publishes what was counted.
    def refresh(now)
      @counts.each { |route, containers| take(route, containers) }
      @taken.each { |labels, count| @total.increment(by: count, labels: @series.of(labels, now)) }
      @taken.clear
      @series.expire(now)
    end

    private

    def counts_of_containers
      Hash.new { |counts, names| counts[names] = Array.new(@levels.size, 0) }.compare_by_identity
    end

    # Adds up what was counted, by the labels of its series. Containers that are gone are forgotten.
    def take(route, containers)
      containers.each do |names, counts|
        namespace = (names && names['namespace_name']).to_s
        counts.each_with_index do |count, place|
          @taken[{ route: route, namespace: namespace, level: @levels[place] }] += count if count.positive?
        end
      end
      containers.clear
    end

    # Gives each word a place; the first is that of all that are no level.
    def place(words, listed)
      @places = Hash.new(0).merge!(words.each_with_index.to_h)
      @levels = words.map { |word| LEVELS.fetch(word, NONE) }
      @listed = words.map { |word| listed.include?(word) }
    end

    def publish(max_series)
      @total = Metrics.counter(:fluentd_log_metrics_records_total, 'Logs by level.', %i[route namespace level])
      @series = BoundedSeries.new(@total, max_series, IDLE) do |labels|
        labels.merge(route: BoundedSeries::OTHER, namespace: BoundedSeries::OTHER)
      end
    end
  end
end
`,
  'level_in_text.rb': `# frozen_string_literal: true

require_relative 'log_levels'

module Efk
  # The level at the beginning of a line of text, where programs write it: as a word in capitals or brackets, with a
  # colon behind it, as \`level=warn\`, or as the letter of klog, glog and Ruby's Logger.
  module LevelInText
    # Where it stands in all that is known. In bytes.
    SEEN = 200
    WORD = LogLevels::WORDS.values.flatten.select { |word| word.size > 2 }.join('|')
    LETTERS = { 'T' => 'trace', 'D' => 'debug', 'I' => 'info', 'W' => 'warn', 'E' => 'error', 'F' => 'fatal' }.freeze
    LETTER = /\\A([TDIWEF])(?:\\d{4} \\d\\d:|, \\[)/
    COLOUR = /\\e\\[[\\d;]*m/
    # In any case where nothing else is written like that; in capitals anywhere else.
    PAIR = /(?:\\A|[\\s{,|])(?:level|lvl|severity|log\\.level)=["']?([A-Za-z]{1,12})\\b/
    BRACKET = /[\\[<(] ?(?:\\w{1,32}:)?(#{WORD}) ?[\\])>]/i
    COLON = /(?:\\A|\\d ?)(#{WORD}|fail): /i
    CAPITALS = /(?:\\A|[\\s|:(-])(#{WORD.upcase})(?=[\\s|:),-]|\\z)/
    PLACES = [PAIR, BRACKET, COLON, CAPITALS].freeze
    OTHERS = { 'fail' => 'error' }.freeze

    module_function

    # Nil if there is none; +words+ are levels by other words in lower case, for \`level=\`, brackets and capitals alike.
    def of(message, words = {})
      return unless message.is_a?(String)

      head = readable(message)
      letter = LETTER.match(head)
      return LETTERS[letter[1]] if letter

      PLACES.each do |pattern|
        level = level_at(pattern, head, words)
        return level if level
      end
      nil
    end

    def level_at(pattern, head, words)
      word = pattern.match(head)&.[](1)&.downcase
      words[word] || OTHERS[word] || LogLevels::BY_WORD[word] if word
    end

    def readable(message)
      head = message.byteslice(0, SEEN).force_encoding(Encoding::UTF_8)
      head = head.scrub unless head.valid_encoding?
      head = head[/\\A.*/]
      head.include?("\\e") ? head.gsub(COLOUR, '') : head
    end
  end
end
`,
  'line_cutter.rb': `# frozen_string_literal: true

module Efk
  # Cuts the bytes of a file into lines, from a position on. What stands behind the last line break waits for its end.
  class LineCutter
    # Longest line that is waited for. In bytes; the runtimes cut theirs at 16 KiB.
    LONGEST_LINE = 1 << 20
    # Of a character of UTF-8, all bytes but the first.
    CONTINUATION = 0x80..0xBF

    def initialize(position, longest: LONGEST_LINE)
      @longest = longest
      go_to(position)
    end

    # Where the first line begins that was not yielded. In bytes.
    attr_reader :position

    # Where the bytes begin that were not taken.
    def following = @position + @rest.bytesize

    # Whether there were none.
    def at_end? = @at_end

    # Takes the +following+ bytes, or nil if there are none. Yields the lines that are complete, each as
    # (buffer, from, to, offset): the line is buffer[from...to], and offset is where it begins in the file. A line that
    # is too long is yielded in pieces, behind which there is no line break.
    def take(data, &)
      @at_end = data.nil?
      return if @at_end

      buffer = @rest.empty? ? data : @rest << data
      keep(buffer, cut(buffer, &))
      take_piece(&) while @rest.bytesize > @longest
    end

    # Yields what stands behind the last line break, as a line.
    def take_rest
      return if @rest.empty?

      rest = @rest
      yield rest, 0, rest.bytesize, @position
      keep(rest, rest.bytesize)
    end

    def forget_rest
      @rest = +''
    end

    def go_to(position)
      @position = position
      @rest = +''
      @at_end = false
    end

    private

    # Returns the offset behind the last line.
    def cut(buffer)
      from = 0
      while (to = buffer.index("\\n", from))
        yield buffer, from, to, @position + from
        from = to + 1
      end
      from
    end

    # The same one wherever reading began. It does not end within a character.
    def take_piece
      to = @longest
      to -= 1 while to > @longest - 4 && CONTINUATION.cover?(@rest.getbyte(to))
      rest = @rest
      yield rest, 0, to, @position
      keep(rest, to)
    end

    def keep(buffer, from)
      @position += from
      @rest = from.zero? ? buffer : buffer.byteslice(from, buffer.bytesize - from)
    end
  end
end
`,
  'line_formats.rb': `# frozen_string_literal: true

require_relative 'access_lines'
require_relative 'csv_lines'
require_relative 'json_lines'
require_relative 'klog_lines'
require_relative 'logfmt_lines'
require_relative 'ltsv_lines'
require_relative 'pattern_lines'
require_relative 'server_error_lines'
require_relative 'syslog_lines'

module Efk
  # How a line may be written. What reads a format has \`read(text)\`, which returns the fields of +text+, valid UTF-8, or
  # nil if it is not written like that. Their time is as it stands there, for the option that takes it.
  module LineFormats
    # By name what makes the readers of a section.
    READERS = {
      apache: ->(_) { [AccessLines.new, ApacheErrorLines.new] },
      csv: ->(section) { [CsvLines.new(section.columns, separator: section.separator, quote: section.quote)] },
      ecs: ->(_) { [EcsLines.new] },
      json: ->(_) { [JsonLines.new] },
      klog: ->(_) { [KlogLines.new] },
      logfmt: ->(_) { [LogfmtLines.new] },
      ltsv: ->(_) { [LtsvLines.new] },
      nginx: ->(_) { [AccessLines.new, NginxErrorLines.new] },
      pattern: ->(section) { [PatternLines.new(section.pattern, section.names)] },
      syslog: ->(_) { [SyslogLines.new] }
    }.freeze

    CONFIG = proc do
      desc 'How lines are written.'
      config_param :format, :enum, list: READERS.keys
      desc 'Of the format pattern: a regular expression whose groups are the fields.'
      config_param :pattern, :string, default: nil
      desc 'Names of the groups of the pattern, in order; their own when left out.'
      config_param :names, :array, value_type: :string, default: nil
      desc 'Of the format csv: names of the values of a line, in order.'
      config_param :columns, :array, value_type: :string, default: nil
      desc 'Of the format csv: what stands between values.'
      config_param :separator, :string, default: ','
      desc 'Of the format csv: what stands around a value.'
      config_param :quote, :string, default: '"'
    end

    NEEDED = { csv: :columns, pattern: :pattern }.freeze

    # What reads the lines of +section+, the first that can.
    def self.readers(section)
      needed = NEEDED[section.format]
      raise Fluent::ConfigError, "the format #{section.format} must have #{needed}" if needed && section[needed].nil?

      READERS.fetch(section.format).call(section)
    end
  end
end
`,
  'line_joins.rb': `# frozen_string_literal: true

require_relative 'first_line_join'
require_relative 'no_join'
require_relative 'stream_join'
require_relative 'trace_join'

module Efk
  # Which lines of a container are one event: those of a trace in any language, unless somebody knows better.
  class LineJoins
    CONFIG = proc do
      desc 'Whether lines are joined to events.'
      config_param :multiline, :bool, default: true
      desc 'Languages whose traces are joined; all when left out.'
      config_param :languages, :array, value_type: :string, default: nil
      desc 'A regular expression of the first line of an event; others continue it. Then no traces are looked for.'
      config_param :first_line, :string, default: nil
    end

    # By name those of treatments, which are sections of the configuration, and of what has none.
    def self.by_treatment(sections)
      joins = Hash.new(new)
      sections.each { |section| joins[section.name] = of(section) }
      joins
    end

    def self.of(section)
      new(multiline: section.multiline, languages: section.languages, first_line: section.first_line)
    end

    def initialize(multiline: true, languages: nil, first_line: nil)
      @multiline = multiline
      @machine = languages ? StackTrace.of(languages) : StackTrace::ALL
      @first_line = first_line && FirstLineJoin.pattern(first_line)
    rescue KeyError => e
      raise Fluent::ConfigError, "a language must be one of #{StackTrace::LANGUAGES.keys.join(', ')}, got #{e.key}"
    end

    # The same within bounds.
    def within(limits)
      Bounded.new(self, limits)
    end

    # What joins the whole lines of a stream.
    def lines(limits)
      return NoJoin.new unless @multiline

      @first_line ? FirstLineJoin.new(limits, @first_line) : TraceJoin.new(limits, @machine)
    end

    # The joins of the streams of a container.
    Bounded = Struct.new(:joins, :limits) do
      def max_age = limits.max_age

      def stream
        StreamJoin.new(limits, joins.lines(limits))
      end
    end
  end
end
`,
  'line_time.rb': `# frozen_string_literal: true

module Efk
  # Seconds between two lines by the times that the runtime wrote. When lines are read again, these are the same, unlike
  # the times of reading, so that the same lines make the same events.
  module LineTime
    module_function

    # Never negative, since clocks may be set back; 0 if a time cannot be read.
    def between(earlier, later)
      return 0.0 if earlier.byteslice(0, 19) == later.byteslice(0, 19)

      [seconds(later) - seconds(earlier), 0.0].max
    rescue ArgumentError, TypeError
      0.0
    end

    # The offset is that of the node, which is the same for both.
    def seconds(time)
      Time.utc(time[0, 4], time[5, 2], time[8, 2], time[11, 2], time[14, 2], 0).to_i + time[17..].to_f
    end
  end
end
`,
  'listening.rb': `# frozen_string_literal: true

require 'openssl'
require 'socket'
require 'timeout'

module Efk
  # Sockets on which several processes can listen at once, of which the kernel chooses one for each peer: Fluentd may
  # have several workers.
  module Listening
    # All addresses, of IPv6 and of IPv4.
    ANY = '::'
    ANY_OF_4 = '0.0.0.0'

    # What happens to connections.
    FAILURES = [SystemCallError, IOError, OpenSSL::SSL::SSLError, Timeout::Error].freeze

    module_function

    def stream(bind, port)
      with_any(bind) { |address| socket(:STREAM, address, port).tap { |socket| socket.listen(Socket::SOMAXCONN) } }
    end

    def datagram(bind, port, buffer)
      with_any(bind) do |address|
        socket(:DGRAM, address, port) { |socket| socket.setsockopt(:SOCKET, :RCVBUF, buffer) }
      end
    end

    # The address of a peer, in the form of its own family.
    def peer(address)
      address.ip_address.delete_prefix('::ffff:')
    end

    # A node may have no IPv6.
    def with_any(bind)
      yield bind
    rescue Errno::EAFNOSUPPORT, Errno::EADDRNOTAVAIL
      raise unless bind == ANY

      yield ANY_OF_4
    end

    def socket(type, bind, port)
      address = Addrinfo.new(Socket.sockaddr_in(port, bind), nil, Socket.const_get("SOCK_#{type}"))
      socket = Socket.new(address.afamily, type)
      share(socket, address)
      yield socket if block_given?
      socket.bind(address)
      socket
    rescue StandardError
      socket&.close
      raise
    end

    def share(socket, address)
      socket.setsockopt(:SOCKET, :REUSEADDR, true)
      socket.setsockopt(:SOCKET, :REUSEPORT, true)
      socket.setsockopt(:IPV6, :V6ONLY, false) if address.ipv6?
    end
  end
end
`,
  'log_directory.rb': `# frozen_string_literal: true

module Efk
  # The logs of a node's containers as the kubelet lays them out:
  # \`<namespace>_<pod>_<uid>/<container>/<run>.log\`, rotated \`<run>.log.<date>-<time>\`, compressed with \`.gz\`.
  class LogDirectory
    POD = /\\A(?<namespace>[^_]+)_(?<pod>[^_]+)_(?<uid>[^_]+)\\z/
    FILE = /\\A(?<run>\\d+)\\.log(?:\\.\\d{8}-\\d{6})?(?<compressed>\\.gz)?\\z/

    # One run of a container, and the names of its files as LogFiles#update takes them.
    Run = Struct.new(:folder, :namespace, :pod, :uid, :container, :number, :names, :active) do
      def key
        "#{namespace}_#{pod}_#{uid}/#{container}/#{number}"
      end

      # The field \`kubernetes\` of its records.
      def names_on(node)
        { 'namespace_name' => namespace, 'pod_name' => pod, 'pod_id' => uid, 'container_name' => container,
          'host' => node }
      end
    end

    # +exclude+ are globs of folders of pods. The block tells whether a container of a namespace is to be read.
    def initialize(path, exclude, report, &wanted)
      @path = path
      @exclude = exclude
      @report = report
      @wanted = wanted
    end

    # All runs that are there, or nil if nobody can tell.
    def runs
      pods = Dir.children(@path)
      pods.flat_map { |name| pod?(name) ? runs_of_pod(name) : [] }
    rescue SystemCallError => e
      @report.unreadable(@path, e)
      nil
    end

    # Whether the logs of a container in the folder of a pod are to be read.
    def reads?(name, container)
      pod?(name) && @wanted.call(name[/[^_]+/], container)
    end

    private

    # Whether it is the folder of a pod that is not excluded.
    def pod?(name)
      @decided = {} if !@decided || @decided.size > 10_000
      @decided.fetch(name) do
        pod = POD.match(name)
        @decided[name] = pod && @exclude.none? { |glob| File.fnmatch(glob, name) }
      end
    end

    def runs_of_pod(name)
      names = POD.match(name).captures
      children(File.join(@path, name)).flat_map do |container|
        next [] unless @wanted.call(names.first, container)

        runs_of_container(File.join(@path, name, container), [*names, container])
      end
    end

    def runs_of_container(folder, names)
      files = children(folder).filter_map { |name| FILE.match(name) }
      files.group_by { |file| file[:run] }.map do |number, found|
        stored = stored_names(found)
        Run.new(folder, *names, number, stored, stored.key?("#{number}.log"))
      end
    end

    # The oldest first, the active one last. Where a file is there both ways, it is still being compressed.
    def stored_names(files)
      names = files.sort_by { |file| file[:compressed] ? 0 : 1 }.to_h { |file| [file[0].delete_suffix('.gz'), file[0]] }
      names.sort_by { |name, _| [name.end_with?('.log') ? 1 : 0, name] }.to_h
    end

    # Empty if the folder has been removed, or is a file.
    def children(folder)
      Dir.children(folder)
    rescue Errno::ENOENT, Errno::ENOTDIR
      []
    rescue SystemCallError => e
      @report.unreadable(folder, e)
      []
    end
  end
end
`,
  'log_file.rb': `# frozen_string_literal: true

require 'digest'
require_relative 'line_cutter'
require_relative 'log_source'

module Efk
  # One file of a container's log. Its key is the head of its first line, which holds a time with nanoseconds: it is the
  # same file after the kubelet has renamed or compressed it, and another one after it was cut in place or its inode was
  # used again (in_tail goes by name and inode).
  class LogFile
    # Of the first line, at most. In bytes.
    HEAD = 256

    # The key of the file whose source is given, or nil while its first line is not complete.
    def self.key(source)
      head = source.read(0, HEAD) or return
      return if head.bytesize < HEAD && !head.include?("\\n")

      Digest::SHA256.hexdigest(head[/\\A[^\\n]*/n]).slice(0, 16)
    end

    # +log+ is the key of the container's log, +key+ that of the file in it; a line of more than +longest+ bytes comes
    # in pieces.
    def initialize(log, key, path, positions, longest: LineCutter::LONGEST_LINE)
      @key = key
      @id = "#{log} #{key}"
      @path = path
      @positions = positions
      @committed = positions[@id] || 0
      @lines = LineCutter.new(@committed, longest: longest)
      @read_out = positions.delivered?(@id)
      @size = LogSource.size(path)
    end

    # Under +id+ the position is saved.
    attr_reader :key, :id

    # Where it is now; whether it was read to its end, and nothing more will come.
    attr_accessor :path, :read_out

    def open
      @source || (@source = LogSource.open(@path))
    end

    def open? = !@source.nil?

    def close
      @source&.close
      @source = nil
    end

    # Whether +stat+ is of another file than the one that is open.
    def replaced?(stat)
      @source&.inode != stat.ino
    end

    # Whether it was cut in place, and written again.
    def cut?(stat)
      stat.size < @lines.position || !same?
    end

    # What was not read of it is not there any more.
    def abandon
      @read_out = true
      @lines.forget_rest
      close
    end

    # Takes the size that it has by now. What was read out and has grown is read on.
    def grow_to(size)
      @size = size
      @read_out = false if size > @lines.position
    end

    def delivered?
      @read_out && idle?
    end

    # What has not been delivered. In bytes.
    def unread_bytes
      [@size, @lines.position].max - @committed
    end

    # The same, but for what will not be read any more.
    def lag
      @read_out ? @lines.position - @committed : unread_bytes
    end

    # Yields the complete lines of the next +count+ bytes, as LineCutter does. Returns nil at the end of the file.
    def each_line(count, &)
      data = open.read(@lines.following, count)
      # What comes after the end was reached is not of this file if it was cut in place meanwhile and written again.
      return if data && @lines.at_end? && !same?

      @lines.take(data, &)
      data
    end

    # Yields what stands behind the last line break, as a line: nobody will end it any more.
    def each_rest(&)
      @lines.take_rest(&)
    end

    # Everything that was read is delivered, or everything before +position+.
    def commit(position = @lines.position)
      @committed = position
      @positions.save(@id, position, delivered: delivered?)
      close if delivered?
    end

    # It is not there any more.
    def forget
      close
      @positions.delete(@id)
    end

    # Whether the node may remove it without a loss of what was read and not delivered.
    def idle?
      @lines.position == @committed
    end

    # Goes back to what is not known to be delivered.
    def rewind
      @read_out = false unless idle?
      @size = [@size, @lines.position].max
      @lines.go_to(@committed)
    end

    private

    # Whether what is open begins as it did: a file that was cut in place and written again does not.
    def same?
      self.class.key(@source) == @key
    end
  end
end
`,
  'log_files.rb': `# frozen_string_literal: true

require_relative 'file_names'
require_relative 'log_file'

module Efk
  # The files of one run of a container, in the order in which they were written: those that the kubelet has rotated,
  # then the active one, which the runtime writes.
  class LogFiles
    # The runtime may still end a write in a file that was just rotated. In seconds.
    GRACE = 1

    # +key+ is that of the log; +report+ hears of files that were gone before they were read.
    def initialize(folder, key, positions, report)
      @key = key
      @positions = positions
      @report = report
      @files = []
      @names = FileNames.new(folder, report) { |path| find(path) }
    end

    # Takes the names of the files that are there, the oldest first: from the name before compression to the name now.
    # The last one is the active file, if +active+.
    def update(names, active:)
      @names.update(names, active ? names.keys.last : nil) { |file, active| place(file, active) }
      @files.reject! { |file| gone?(file) }
    end

    # The container and its files are no more; what is open can be read to its end.
    def remove
      @removed = true
      update({}, active: false)
    end

    # The file from which to read, or nil.
    def current
      @files.find { |file| !file.read_out }
    end

    # At the end of +file+: when nothing more can come, yields what stands behind its last line break and turns to the
    # next one. Returns whether it did.
    def finish(file, now, &)
      return false unless complete?(file)

      @ended = [file, now] unless @ended&.first.equal?(file)
      return false if now - @ended.last < GRACE

      file.each_rest(&)
      file.read_out = true
    end

    # At the end of the current file: whether everything that was written has been read. Otherwise there is more in this
    # file or another one, which may not be known yet.
    def exhausted?
      file = current
      return file.nil? if @removed

      (file.nil? || !complete?(file)) && @names.current?
    end

    # Everything that was read is delivered, but for the lines that are +held+: no position passes the first of them.
    def commit(held)
      @files.each do |file|
        first = held.filter_map { |line| line.from if line.file.equal?(file) }.min
        break file.commit(first) if first

        file.commit
      end
    end

    def rewind
      @ended = nil
      @files.each(&:rewind)
    end

    # What has not been delivered. In bytes.
    def lag
      @files.sum(&:lag)
    end

    # Under these the positions are saved.
    def ids
      @files.map(&:id)
    end

    def done?
      @removed && @files.empty?
    end

    def close
      @files.each(&:close)
    end

    # Nobody reads them.
    def forget
      @files.each(&:forget)
    end

    private

    def find(path)
      source = LogSource.open(path)
      key = LogFile.key(source) or return
      known = @files.find { |file| file.key == key } or return add(key, path)
      known.tap { |file| file.grow_to(LogSource.size(path)) }
    ensure
      source&.close
    end

    def add(key, path)
      LogFile.new(@key, key, path, @positions).tap { |file| @files << file }
    end

    # The active file is known again by its inode. Others are not kept from being removed: the node needs its disk.
    def place(file, active)
      return file.open if active

      file.close if file.idle? && !file.equal?(current)
    end

    # Whether nothing more will be written to +file+: the runtime writes another one, or none.
    def complete?(file)
      @removed || !(file.equal?(@files.last) || @names.active?(file))
    end

    # Whether +file+ has no name any more and there is nothing to be read from it.
    def gone?(file)
      return false if @names.any?(file) || (file.open? && !file.delivered?)

      @report.lost(file.path, file.unread_bytes) if file.unread_bytes.positive?
      file.forget
      true
    end
  end
end
`,
  'log_labels.rb': `# frozen_string_literal: true

require_relative 'field'
require_relative 'level_counts'
require_relative 'path_templates'

module Efk
  # Labels of metrics of logs: what a record has for each of them, nil where it has nothing.
  module LogLabels
    CONFIG = proc do
      desc 'Labels beside the route: level, status_class, method, path, namespace, container.'
      config_param :by, :array, value_type: :string, default: []
      desc 'Templates of paths; learned when left out.'
      config_param :paths, :array, value_type: :string, default: []
      config_section :field, multi: true, param_name: :fields do
        desc 'Name of the label.'
        config_argument :label, :string
        desc 'Name of the field.'
        config_param :name, :string
        desc 'Values that have series; all others are \`_other\`.'
        config_param :values, :array, value_type: :string
      end
    end

    OTHER = '_other'
    CLASSES = (1..5).to_h { |number| [number, "#{number}xx"] }.freeze
    METHODS = %w[GET HEAD POST PUT PATCH DELETE OPTIONS CONNECT TRACE].to_h { |name| [name, name] }.freeze

    # Of +section+ of a metric by the names of the labels.
    def self.of(section)
      labels = section.by.to_h { |name| [name.to_sym, KNOWN.fetch(name).call(section)] }
      labels.merge(section.fields.to_h { |field| [field.label.to_sym, listed(field)] })
    end

    def self.status
      field = Field.new('http.response.status_code')
      lambda do |record|
        status = field.get(record)
        status.is_a?(Integer) ? CLASSES[status / 100] : nil
      end
    end

    def self.method
      field = Field.new('http.request.method')
      lambda do |record|
        name = field.get(record)
        name && METHODS.fetch(name, OTHER)
      end
    end

    def self.path(section)
      field = Field.new('url.path')
      templates = PathTemplates.new(section.paths)
      lambda do |record|
        path = field.get(record)
        path.is_a?(String) ? templates.of(path) : nil
      end
    end

    # What has no level has said nothing of it.
    def self.level
      lambda do |record|
        log = record['log']
        (log.is_a?(Hash) && LevelCounts::LEVELS[log['level']]) || LevelCounts::NONE
      end
    end

    def self.name_of(name)
      lambda do |record|
        names = record['kubernetes']
        names && names[name]
      end
    end

    # A field with the values that have series.
    def self.listed(listed)
      field = Field.new(listed.name)
      values = listed.values.to_h { |value| [value, value] }
      lambda do |record|
        value = field.get(record)
        value.nil? ? nil : values.fetch(value.to_s, OTHER)
      end
    end

    KNOWN = {
      'level' => ->(_) { level }, 'status_class' => ->(_) { status }, 'method' => ->(_) { method },
      'path' => ->(section) { path(section) }, 'namespace' => ->(_) { name_of('namespace_name') },
      'container' => ->(_) { name_of('container_name') }
    }.freeze

    private_class_method :status, :method, :path, :level, :name_of, :listed
  end
end
`,
  'log_levels.rb': `# frozen_string_literal: true

module Efk
  # The level of a log in the lower-case words of the Elastic Common Schema, from the words, letters and numbers of
  # programs. Numbers mean what they mean in the world of the key: 3 is debug or error, or a number of something else.
  module LogLevels
    # As OpenTelemetry equates them: https://opentelemetry.io/docs/specs/otel/logs/data-model-appendix/
    WORDS = {
      'trace' => %w[trace trc tra t finest silly],
      'debug' => %w[debug dbg deb d fine finer config verbose verb v http],
      'info' => %w[info inf information informational i log],
      'notice' => %w[notice note n],
      'warn' => %w[warn warning wrn w],
      'error' => %w[error err eror e severe dpanic],
      'critical' => %w[critical crit c],
      'alert' => %w[alert],
      'emergency' => %w[emergency emerg],
      'fatal' => %w[fatal ftl fat f panic]
    }.freeze
    LONGEST = 40
    COLOUR = /\\e\\[[\\d;]*m/

    BY_WORD = WORDS.flat_map do |level, words|
      words.flat_map { |word| [word, word.upcase, word.capitalize].map { |form| [form.freeze, level.freeze] } }
    end.to_h.freeze

    # Pino, bunyan, and Monolog, whose numbers begin where theirs end.
    # https://github.com/pinojs/pino/blob/main/docs/api.md#logger-level
    # https://github.com/Seldaek/monolog/blob/main/doc/01-usage.md#log-levels
    BY_NUMBER = { 10 => 'trace', 20 => 'debug', 30 => 'info', 40 => 'warn', 50 => 'error', 60 => 'fatal',
                  100 => 'debug', 200 => 'info', 250 => 'notice', 300 => 'warn', 400 => 'error', 500 => 'critical',
                  550 => 'alert', 600 => 'emergency' }.freeze
    # https://docs.python.org/3/library/logging.html#logging-levels
    OF_PYTHON = { 5 => 'trace', 10 => 'debug', 20 => 'info', 30 => 'warn', 40 => 'error', 50 => 'critical' }.freeze
    # https://www.rfc-editor.org/rfc/rfc5424#section-6.2.1
    NUMBERS_OF_SYSLOG = %w[emergency alert critical error warn notice info debug].each_with_index.to_h.invert.freeze
    # https://opentelemetry.io/docs/specs/otel/logs/data-model/#field-severitynumber
    OF_OPENTELEMETRY = %w[trace debug info warn error fatal].each_with_index.flat_map do |level, index|
      (1..4).map { |step| [(4 * index) + step, level] }
    end.to_h.freeze

    module_function

    # Padded, coloured, in mixed case, or a number as text; nil if it is no level.
    def uncommon(value)
      return unless value.is_a?(String) && value.size <= LONGEST

      word = value.gsub(COLOUR, '').strip
      BY_WORD[word.downcase] || (BY_NUMBER[word.to_i] if /\\A\\d{2,3}\\z/.match?(word))
    end

    OF = Hash.new { |_, value| uncommon(value) }.merge!(BY_WORD, BY_NUMBER).freeze
    # Severities of syslog may be names too, and numbers text.
    OF_SYSLOG = NUMBERS_OF_SYSLOG.merge(NUMBERS_OF_SYSLOG.transform_keys(&:to_s), BY_WORD).freeze
  end
end
`,
  'log_line.rb': `# frozen_string_literal: true

module Efk
  # A line of a container, or several that were joined to one event.
  #
  # time:     the runtime's own text
  # text:     UTF-8, which may hold invalid bytes
  # file:     where the first line stands, whatever the reader uses for that
  # from, to: offsets of its first byte and behind its last line
  # lines:    how many lines it is made of
  # partial:  whether it was cut at a bound and goes on in the next event
  LogLine = Struct.new(:time, :text, :file, :from, :to, :lines, :partial)
end
`,
  'log_metric.rb': `# frozen_string_literal: true

require_relative 'metrics'
require_relative 'conditions'
require_relative 'bounded_series'
require_relative 'log_labels'

module Efk
  # A metric that somebody has asked for: how many logs there were by what they say, or how long what they tell of took.
  class LogMetric
    CONFIG = proc do
      config_section :metric, multi: true, param_name: :metrics do
        desc 'Name; the metric is \`logs_<name>_total\`, or \`logs_<name>_seconds\` with buckets.'
        config_argument :name, :string
        desc 'Names of routes whose logs count; all when left out.'
        config_param :routes, :array, value_type: :string, default: nil
        desc 'Names of treatments whose logs count; all when left out.'
        config_param :treatments, :array, value_type: :string, default: nil
        desc 'Fields of the record, and what each must be for it to count.'
        config_param :where, :hash, default: nil
        desc 'Upper bounds of the buckets of a histogram of \`event.duration\`, in seconds.'
        config_param :buckets, :array, value_type: :float, default: nil
        desc 'Series at most; what further ones would count is counted together, as \`_other\`.'
        config_param :max_series, :integer
        instance_exec(&LogLabels::CONFIG)
      end
    end

    # What was not counted for so long has no series any more. In seconds.
    IDLE = 3600

    TEXT = 'Logs, as the configuration asks for.'

    # How many there were, and how long they took: a count for each bucket, and the sum.
    Spread = Struct.new(:counts, :seconds)

    # +section+ is that of the configuration.
    def initialize(section)
      @section = section
      @where = section.where && Conditions.new(section.where)
      @buckets = section.buckets
      @duration = Field.new('event.duration')
      @counts = {}
      labels = LogLabels.of(section)
      @values = labels.values
      @names = [:route, *labels.keys]
      @series = bounded(@metric = metric(section.name))
    end

    def of?(route)
      @section.routes.nil? || @section.routes.include?(route)
    end

    def count(route, events, _now)
      events.each { |time, record| add(route, record, time) }
    end

    # Publishes what was added.
    def refresh(now)
      @counts.each do |values, count|
        labels = @series.of(@names.zip(values).to_h, now)
        @buckets ? @metric.add(count.counts, count.seconds, labels) : @metric.increment(by: count, labels: labels)
      end
      @counts.clear
      @series.expire(now)
    end

    private

    # A record that has nothing for one of the labels does not count.
    def add(route, record, _time)
      return unless meant?(record)

      values = @values.map { |value| value.call(record) }
      return if values.include?(nil)

      values.unshift(route)
      @buckets ? observe(values, @duration.get(record)) : @counts[values] = (@counts[values] || 0) + 1
    end

    def metric(name)
      return Metrics.counter(:"logs_#{name}_total", TEXT, @names) unless @buckets

      Metrics.histogram(:"logs_#{name}_seconds", TEXT, @names, @buckets)
    end

    def bounded(metric)
      BoundedSeries.new(metric, @section.max_series, IDLE) { |labels| labels.transform_values { BoundedSeries::OTHER } }
    end

    def meant?(record)
      treatments = @section.treatments
      (treatments.nil? || treatments.include?(record['_treatment'])) && (@where.nil? || @where.fulfilled?(record))
    end

    # +duration+ is in nanoseconds.
    def observe(values, duration)
      return unless duration.is_a?(Numeric) && duration >= 0

      seconds = duration / 1e9
      spread = @counts[values] ||= Spread.new(Array.new(@buckets.size + 1, 0), 0.0)
      spread.counts[@buckets.bsearch_index { |bound| bound >= seconds } || @buckets.size] += 1
      spread.seconds += seconds
    end
  end
end
`,
  'log_source.rb': `# frozen_string_literal: true

require 'zlib'

module Efk
  # The bytes of log files, plain or compressed.
  module LogSource
    module_function

    def open(path)
      compressed?(path) ? GzipSource.new(path) : PlainSource.new(path)
    end

    # Size of the content. In bytes.
    def size(path)
      compressed?(path) ? GzipSource.size(path) : File.size(path)
    end

    def compressed?(path)
      path.end_with?('.gz')
    end
  end

  # The bytes of a log file as the runtime wrote them, by offset.
  class PlainSource
    def initialize(path)
      @io = File.open(path, 'rb')
      @inode = @io.stat.ino
    end

    attr_reader :inode

    # At most +count+ bytes at +offset+, or nil at the end.
    def read(offset, count)
      @io.pread(count, offset) if @io.size > offset
    rescue EOFError
      nil
    end

    def close
      @io.close
    end
  end

  # The same of a file that the kubelet has compressed. It is read forwards; an offset further back begins again.
  class GzipSource
    # What the trailer of a gzip file says of its content: the last four bytes hold the size.
    def self.size(path)
      File.open(path, 'rb') do |io|
        return 0 if io.size < 18

        io.pread(4, io.size - 4).unpack1('V')
      end
    end

    def initialize(path)
      @io = File.open(path, 'rb')
      start
    end

    # None by which the file could be known again.
    def inode
      nil
    end

    def read(offset, count)
      restart if offset < @offset
      skip(offset - @offset)
      data = @reader.read(count)
      @offset += data.bytesize if data
      data
    end

    def close
      finish
      @io.close
    end

    private

    def start
      @reader = Zlib::GzipReader.new(@io)
      @offset = 0
    end

    # By the open file: it may have been removed meanwhile.
    def restart
      finish
      @io.rewind
      start
    end

    def finish
      @reader.finish
    rescue Zlib::Error
      nil # It was not read to its end.
    end

    def skip(count)
      while count.positive?
        data = @reader.read([count, 65_536].min) or return
        @offset += data.bytesize
        count -= data.bytesize
      end
    end
  end
end
`,
  'logfmt_lines.rb': `# frozen_string_literal: true

require 'strscan'
require_relative 'text_value'

module Efk
  # Lines of \`key=value\`, as Go's loggers and Heroku write them: https://brandur.org/logfmt. Values are quoted if need
  # be; a key without a value is true. A line that does not begin with a pair is text, though pairs may be in it.
  class LogfmtLines
    KEY = /[^\\s="[:cntrl:]]{1,256}/
    PAIR = /(#{KEY})=/
    QUOTED = /"((?:[^"\\\\]|\\\\.)*+)"/m
    PLAIN = /[^\\s"]\\S*+|/
    GAP = /[ \\t]+|\\z/
    ESCAPE = /\\\\(?:u\\h{4}|.)/m
    CODED = 6
    ESCAPES = { 'n' => "\\n", 't' => "\\t", 'r' => "\\r" }.freeze
    # More are no line of a log, but a dump.
    MOST_KEYS = 256

    def read(text)
      scanner = StringScanner.new(text)
      scanner.skip(/[ \\t]*/)
      scanner.check(PAIR) ? pairs(scanner, {}) : nil
    end

    # The pairs in what is left; nil if something else is in it.
    def pairs(scanner, fields)
      until scanner.eos?
        key = scanner.scan(KEY) or return
        fields[key] = scanner.skip(/=/) ? value(scanner) : true
        return if fields[key].nil? || fields.size > MOST_KEYS || scanner.skip(GAP).nil?
      end
      fields
    end

    private

    def value(scanner)
      return TextValue.of(scanner[0]) if !scanner.check(/"/) && scanner.scan(PLAIN)

      unescaped(scanner[1]) if scanner.scan(QUOTED)
    end

    def unescaped(text)
      return text unless text.include?('\\\\')

      text.gsub(ESCAPE) do |escape|
        escape.size == CODED ? character(escape[2..].hex) : ESCAPES.fetch(escape[1], escape[1])
      end
    end

    # Half of a surrogate pair is no character.
    def character(code)
      code.between?(0xD800, 0xDFFF) ? "\\uFFFD" : [code].pack('U')
    end
  end
end
`,
  'long_audit_event.rb': `# frozen_string_literal: true

module Efk
  # Events of an audit log that are too long to be read as a whole, and come in pieces. What they are about stands at
  # their beginning, before what a request brought and its answer; their further pieces get the same fields.
  class LongAuditEvent
    HEAD = /\\A(.*?),"(?:requestObject|responseObject)":/m

    # Further pieces that are expected; there is one of each file, and some that are read again.
    MOST = 64

    def initialize
      @following = {}
    end

    # The fields of the event of which +record+ is a piece of so many bytes, or nil if it is none. The block reads JSON.
    def fields(record, bytes, &)
      fields = @following[place(record, 0)]
      return fields unless more?(record)

      fields ||= head(record['message'], &)
      expect(place(record, bytes), fields) if fields
      fields
    end

    def more?(record)
      record.dig('log', 'flags')&.include?('partial')
    end

    private

    def head(text)
      head = HEAD.match(text) or return
      yield "#{head[1]}}"
    end

    def expect(place, fields)
      @following.shift if @following.size >= MOST
      @following[place] = fields
    end

    # The identity of a line begins with that of its file.
    def place(record, bytes)
      [record['_id'].to_s[/\\A[^-]+/], record.dig('log', 'offset').to_i + bytes]
    end
  end
end
`,
  'ltsv_lines.rb': `# frozen_string_literal: true

require_relative 'text_value'

module Efk
  # Labelled tab-separated values (ltsv.org). A line without a tab is text, though it may have a colon.
  class LtsvLines
    FIELD = /\\A([0-9A-Za-z_.-]{1,256}):(.*)\\z/m
    MOST_FIELDS = 256

    def read(text)
      parts = text.split("\\t", MOST_FIELDS + 1)
      return if parts.size < 2 || parts.size > MOST_FIELDS

      fields = {}
      parts.each do |part|
        match = FIELD.match(part) or return nil
        fields[match[1]] = TextValue.of(match[2])
      end
      fields
    end
  end
end
`,
  'max_message.rb': `# frozen_string_literal: true

require_relative 'dropped_records'
require_relative 'treated_records'

module Efk
  # Bounds the size of messages: a longer one is cut, never within a character, or its record is dropped. The fields of
  # a message that is cut are left out, since they are as large.
  class MaxMessage
    CONFIG = proc do
      config_section :max_message, multi: false, param_name: :max_message do
        desc 'The most bytes that a message may have.'
        config_param :size, :size
        desc 'What is done to a longer one.'
        config_param :over, :enum, list: %i[truncate drop], default: :truncate
      end
    end

    TRUNCATED = ['truncated'].freeze

    def self.steps(section)
      section.max_message ? [new(section.name, section.max_message)] : []
    end

    def initialize(treatment, bound)
      @size = bound.size
      @cuts = bound.over == :truncate
      @counted = @cuts ? truncated(treatment) : DroppedRecords.new(treatment, 'maxMessage')
    end

    def call(record, _time)
      message = record['message']
      return record unless message.is_a?(String) && message.bytesize > @size

      @counted.count(record)
      cut(record, message) if @cuts
    end

    private

    def truncated(treatment)
      TreatedRecords.new(:fluentd_treatments_truncated_records_total, 'Records whose message was cut.', treatment)
    end

    def cut(record, message)
      record.delete('json')
      log = record['log'].is_a?(Hash) ? record['log'] : {}
      record['log'] = log.merge('flags' => Array(log['flags']) | TRUNCATED)
      record['message'] = message.byteslice(0, whole(message))
      record
    end

    # Bytes up to the character that does not fit.
    def whole(message)
      size = @size
      size -= 1 while size.positive? && (message.getbyte(size) & 0xC0) == 0x80
      size
    end
  end
end
`,
  'metrics.rb': `# frozen_string_literal: true

require_relative 'series'

module Efk
  # Metrics of our plugins, in the registry that fluent-plugin-prometheus exposes. A metric that is there already is
  # returned: the registry refuses a second one of the same name, and two instances of a plugin count into one.
  module Metrics
    module_function

    def counter(name, docstring, labels = [])
      registry.get(name) || registry.register(Series::Counter.new(name, docstring: docstring, labels: labels))
    end

    def gauge(name, docstring, labels = [])
      registry.get(name) || registry.register(Series::Gauge.new(name, docstring: docstring, labels: labels))
    end

    def histogram(name, docstring, labels, buckets)
      registry.get(name) ||
        registry.register(Series::Histogram.new(name, docstring: docstring, labels: labels, buckets: buckets))
    end

    def registry
      Prometheus::Client.registry
    end
  end
end
`,
  'mysql_client.rb': `# frozen_string_literal: true

require_relative 'mysql_columns'

module Efk
  # Rows of MySQL and MariaDB, with trilogy, which needs no library of MySQL. It casts no values: one that it could not
  # cast, such as the month 0 that MySQL allows in a date, would keep all rows behind it away.
  class MysqlClient
    # A server that is away without a word is noticed within a minute. In seconds.
    PATIENCE = { connect_timeout: 10, read_timeout: 50, write_timeout: 50 }.freeze

    # Times that have a zone are told in UTC; a backslash escapes, whatever the server is told.
    SESSION = "SET time_zone = '+00:00', sql_mode = ''"

    # +settings+ and +names+ are those of SqlRowsInput.
    def initialize(settings, names)
      # Only where it is used: the official image has no client.
      require 'trilogy'
      @settings = { host: settings.host, port: settings.port, username: settings.user, password: settings.password,
                    database: settings.database, **tls(settings.ca_path), **PATIENCE }
      @names = names
      @table = names.table.split('.').map { |part| quote(part) }.join('.')
    end

    # Up to +limit+ rows with a key behind +after+, or from the first on, in the order of the key: key, time and JSON.
    def rows(after, limit)
      columns = MysqlColumns.new(query(columns_of_table))
      query(statement(columns, after, limit)).map do |key, time, *values|
        [key, time && columns.time(@names.time, time), columns.json(values)]
      end
    rescue StandardError
      close
      raise
    end

    def close
      @connection&.close
    rescue Trilogy::Error
      nil
    ensure
      @connection = nil
    end

    private

    def tls(authority)
      return { ssl_mode: Trilogy::SSL_DISABLED } unless authority

      { ssl_mode: Trilogy::SSL_VERIFY_IDENTITY, ssl_ca: authority, tls_min_version: Trilogy::TLS_VERSION_12 }
    end

    def query(sql)
      @connection ||= connect
      @connection.query(sql).rows
    end

    def connect
      Trilogy.new(@settings.dup).tap do |connection|
        connection.query_flags = Trilogy::QUERY_FLAGS_NONE
        connection.query(SESSION)
      end
    end

    # Asked for each time: a table may get another column.
    def columns_of_table
      name, schema = @names.table.split('.').reverse
      'SELECT column_name, data_type FROM information_schema.columns ' \\
        "WHERE table_schema = #{schema ? text(schema) : 'DATABASE()'} AND table_name = #{text(name)} " \\
        'ORDER BY ordinal_position'
    end

    def statement(columns, after, limit)
      key = quote(@names.key)
      selected = [columns.bytes?(@names.key) ? "HEX(#{key})" : key, @names.time ? quote(@names.time) : 'NULL',
                  *columns.names.map { |name| quote(name) }]
      where = after ? "#{key} > #{literal(columns, after)}" : "#{key} IS NOT NULL"
      "SELECT #{selected.join(', ')} FROM #{@table} WHERE #{where} ORDER BY #{key} LIMIT #{limit}"
    end

    # A text that is compared with a number would become a floating-point number, of which the largest are alike.
    def literal(columns, value)
      return "X'#{value}'" if columns.bytes?(@names.key)

      columns.number?(@names.key, value) ? value : text(value)
    end

    def quote(name)
      "\`#{name.gsub('\`', '\`\`')}\`"
    end

    def text(value)
      "'#{value.gsub(/['\\\\]/) { |character| "\\\\#{character}" }}'"
    end
  end
end
`,
  'mysql_columns.rb': `# frozen_string_literal: true

require 'json'

module Efk
  # The columns of a table of MySQL: makes JSON of a row as PostgreSQL does, of the texts that the server sends.
  class MysqlColumns
    NUMBERS = %w[tinyint smallint mediumint int bigint decimal float double year].freeze
    # What may be any bytes, which PostgreSQL writes as \`\\x\` and hexadecimal digits.
    BYTES = %w[binary varbinary tinyblob blob mediumblob longblob bit geometry point linestring polygon multipoint
               multilinestring multipolygon geometrycollection geomcollection vector].freeze
    # A number of JSON; one that is filled up with zeros is none.
    NUMBER = /\\A-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:e[+-]?\\d+)?\\z/i

    # +columns+ are pairs of name and type.
    def initialize(columns)
      @types = columns.to_h { |name, type| [name.dup.force_encoding(Encoding::UTF_8), type.downcase] }
      @heads = @types.keys.map { |name| JSON.generate(name) }
    end

    def names = @types.keys

    def bytes?(column) = BYTES.include?(@types[column])

    def number?(column, value)
      NUMBERS.include?(@types[column]) && value.match?(NUMBER)
    end

    # Values in the order of the columns.
    def json(values)
      fields = @heads.zip(@types.each_value, values).map { |head, type, value| "#{head}: #{value(type, value)}" }
      "{#{fields.join(', ')}}"
    end

    # The value of a column as a time of ISO 8601, which is UTC where it has no zone.
    def time(column, value)
      @types[column] == 'date' ? "#{value}T00:00:00Z" : "#{value.sub(' ', 'T')}Z"
    end

    private

    WRITTEN = {
      **NUMBERS.to_h { |type| [type, :number] }, **BYTES.to_h { |type| [type, :bytes] },
      'json' => :utf8, 'datetime' => :datetime, 'timestamp' => :timestamp
    }.freeze
    private_constant :WRITTEN

    def value(type, value)
      value.nil? ? 'null' : send(WRITTEN.fetch(type, :string), value)
    end

    def number(value) = value.match?(NUMBER) ? value : string(value)
    def bytes(value) = "\\"\\\\\\\\x#{value.unpack1('H*')}\\""
    def datetime(value) = string(value.sub(' ', 'T'))
    def timestamp(value) = string("#{value.sub(' ', 'T')}+00:00")

    def string(value)
      JSON.generate(utf8(value))
    end

    def utf8(value)
      value.dup.force_encoding(Encoding::UTF_8).scrub
    end
  end
end
`,
  'no_join.rb': `# frozen_string_literal: true

module Efk
  # Each line is an event.
  class NoJoin
    def add(line, _now)
      yield line
    end

    def held_bytes = 0
    def oldest = nil
    def due?(_now) = false
    def flush(_now) = nil
    def flush_all = nil
  end
end
`,
  'node_files.rb': `# frozen_string_literal: true

require_relative 'file_search'

module Efk
  # Log files, plain and compressed, each of which is read where it was left: also under another name, copied or
  # compressed.
  class NodeFiles
    # Programs go on writing to a file that was renamed, until they are told. In seconds.
    GRACE = 5

    # What was not written to for so long is not kept open. In seconds.
    IDLE = 3600

    # A line of more than +longest+ bytes comes in pieces.
    def initialize(search, positions, report, longest)
      @search = search
      @positions = positions
      @report = report
      @longest = longest
      @files = {}
      @living = {}
      @gone = {}
    end

    # Looks for new, renamed and removed files.
    def refresh(now)
      origins = FileOrigins.new(@search.found, @positions, @living)
      ids = origins.ids
      @living = ids.to_h { |found, id| [found.ino, id] }
      ids.each { |found, id| update(found, id) }
      leave(@files.keys - ids.values, now)
      forget_ended(now)
      forget_vanished(origins.left) unless @refreshed
      @refreshed = true
    end

    # Files of which there may be something to be read.
    def all
      @files.values.reject { |file| file.read_out || (@gone.key?(file.id) && !file.open?) }
    end

    # Whether nothing more comes behind what was read of +file+ to its end.
    def complete?(file, now)
      LogSource.compressed?(file.path) || (@gone.key?(file.id) && now - @gone[file.id] >= GRACE)
    end

    def close
      @files.each_value(&:close)
      @positions.close
    end

    private

    def update(found, id)
      drop(id) if cut?(found, id)
      file = @files[id] ||= add(id, found.path)
      move(file, found) if file.path != found.path
      file.grow_to(found.bytes)
      keep_open(file, found)
    rescue SystemCallError => e
      @report.unreadable(found.path, e) unless e.is_a?(Errno::ENOENT)
    end

    # What is open is the file still, if it was only renamed.
    def move(file, found)
      file.close if file.replaced?(found)
      file.path = found.path
    end

    # Whether it was cut in place, and begins as it did.
    def cut?(found, id)
      position = @positions[id]
      position && position > found.bytes && !found.compressed?
    end

    def drop(id)
      file = @files.delete(id)
      return @positions.delete(id) unless file

      file.abandon
      forget(file)
    end

    def add(id, path)
      @positions.save(id, 0) unless @positions[id]
      LogFile.new(*id.split, path, @positions, longest: @longest)
    end

    # A file that is open can be read to its end when it is removed.
    def keep_open(file, found)
      return if file.delivered?

      file.idle? && Time.now - found.mtime > IDLE ? file.close : file.open
    end

    def leave(ids, now)
      ids.each { |id| @files[id].abandon if begun_again?(id) }
      @gone = ids.to_h { |id| [id, @gone[id] || now] }
    end

    def forget_ended(now)
      ended = @gone.keys.select { |id| now - @gone[id] >= GRACE && ended?(@files[id]) }
      ended.each { |id| forget(@files.delete(id)) }
      @gone = @gone.except(*ended)
    end

    # Whether it was cut in place: what is open is another file then.
    def begun_again?(id)
      @living.key?(id.split.first.hex)
    end

    # Whether nothing more can be read of what has no name any more.
    def ended?(file)
      !file.open? || file.delivered?
    end

    def forget(file)
      @report.lost(file.path, file.unread_bytes) if file.unread_bytes.positive?
      file.forget
    end

    # Files that have gone while nobody read, and were not found under another name.
    def forget_vanished(ids)
      (ids - @files.keys).each do |id|
        @report.vanished(id)
        @positions.delete(id)
      end
    end
  end
end
`,
  'node_logs.rb': `# frozen_string_literal: true

require_relative 'container_log'
require_relative 'log_directory'
require_relative 'positions'
require_relative 'reading_lag'
require_relative 'waiting_logs'

module Efk
  # The logs of all containers of a node that are there, and their positions.
  class NodeLogs
    # +ways+ are ContainerWays. The block makes the log of a run of a container from its files and its way.
    def initialize(directory, positions, ways, report, &make)
      @directory = directory
      @positions = positions
      @ways = ways
      @report = report
      @make = make
      @waiting = WaitingLogs.new(report.log) { |run| LogFiles.new(run.folder, run.key, positions, report) }
      @lag = ReadingLag.new
      @logs = {}
    end

    def all
      @logs.values
    end

    # Looks for new, renamed and removed files, and shows how far reading is behind them.
    def refresh
      runs = @directory.runs or return
      runs.each { |run| files_of(run)&.update(run.names, active: run.active) }
      remove_all_but(runs.to_set(&:key))
      forget_vanished unless @refreshed
      @waiting.decide { |run, files| decided(run, files) }
      @ways.keep(runs)
      @refreshed = true
      @lag.show(all)
    end

    # The logs that hold most, as many as must be released so that no more than +bytes+ are held.
    def holding_more_than(bytes)
      held = all.sum(&:held_bytes)
      all.sort_by { |log| -log.held_bytes }.take_while { |log| (held > bytes).tap { held -= log.held_bytes } }
    end

    def close
      all_files.each(&:close)
      @positions.close
    end

    private

    def all_files
      all.map(&:files) + @waiting.all
    end

    def files_of(run)
      @logs[run.key]&.files || @waiting.files(run)
    end

    def decided(run, files)
      way = @ways.of(run) or return
      return :unread unless way.route

      @logs[run.key] = @make.call(run, files, way)
    end

    # A container that is gone stays until its open files are read to their end.
    def remove_all_but(keys)
      @logs.each { |key, log| log.files.remove unless keys.include?(key) }
      @logs.delete_if { |_, log| log.files.done? }
      @waiting.remove_all_but(keys)
    end

    # Positions of files that have gone while nobody read, and of pods that are not read any more.
    def forget_vanished
      (@positions.ids - all_files.flat_map(&:ids)).each do |id|
        @report.vanished(id) unless @positions.delivered?(id) || !@directory.reads?(*id.split('/').first(2))
        @positions.delete(id)
      end
    end
  end
end
`,
  'other_form.rb': `# frozen_string_literal: true

require 'fluent/time'
require 'json'
require_relative 'pipeline_error'
require_relative 'storable_time'
require_relative 'promoted_fields'

module Efk
  # The form in which a record is stored that Elasticsearch refuses, or that cannot be written as JSON: its text and
  # where it comes from, marked, with the reason. Parsed fields are left out, since what is wrong is most often in one
  # of them, and the text has them too.
  module OtherForm
    KEPT = %w[message stream kubernetes data_stream log].freeze
    # What is made from the message, or made again here.
    DERIVED = (%w[@timestamp json event error _id] | PromotedFields::OBJECTS).freeze
    MAX_REASON = 500
    MAX_DEPTH = 10
    REPLACEMENT = "\\uFFFD"

    module_function

    # +limit+ bounds the bytes of the message, and of the text of other fields.
    def of(record, type, reason, limit = nil)
      form = PipelineError.mark(kept(record), scrub(reason)[0, MAX_REASON])
      form['event'] = form['event'].merge(original(record))
      form['error']['type'] = type
      limit ? shorten(form, limit) : form
    end

    def kept(record)
      form = { '@timestamp' => time(record['@timestamp']), **marked(record) }
      form['message'] = text(record['message']) if record.key?('message')
      (KEPT & record.keys).each { |key| form[key] ||= plain(record[key]) }
      form
    end

    # Why it was changed before. \`error\` of a record that is not marked is what the program says of an error.
    def marked(record)
      PipelineError.marked?(record) ? { 'error' => { 'message' => text(PipelineError.reasons(record)) } } : {}
    end

    # The time of the record if Elasticsearch can store it, else the present.
    def time(value)
      times = StorableTime.new
      times.storable?(value) ? value : times.text(Time.now)
    end

    # Fields beyond those of the pipeline are kept as text.
    def original(record)
      return {} if record.key?('message') && (record.keys - KEPT - DERIVED).empty?

      { 'original' => text(record) }
    end

    def text(value)
      return scrub(value) if value.is_a?(String)

      JSON.generate(value)
    rescue StandardError
      scrub(value.inspect)
    end

    def shorten(form, limit)
      cut = [cut(form, 'message', limit), cut(form['event'], 'original', limit)]
      return form unless cut.any?

      log = form['log'].is_a?(Hash) ? form['log'] : {}
      form.merge('log' => log.merge('flags' => Array(log['flags']) | ['truncated']))
    end

    # The text that is left; nil if it was short enough.
    def cut(form, key, limit)
      return unless form[key].to_s.bytesize > limit

      form[key] = form[key].byteslice(0, limit).scrub('')
    end

    # The value with nothing in it that JSON cannot hold.
    def plain(value, depth = 0)
      return scrub(value.inspect[0, MAX_REASON]) if depth > MAX_DEPTH

      case value
      when Hash then value.to_h { |key, item| [scrub(key), plain(item, depth + 1)] }
      when Array then value.map { |item| plain(item, depth + 1) }
      when Integer, true, false, nil then value
      else scrub(value)
      end
    end

    def scrub(value)
      text = value.to_s
      text = text.dup.force_encoding(Encoding::UTF_8) unless text.encoding == Encoding::UTF_8
      text.scrub(REPLACEMENT)
    end
  end
end
`,
  'out_dead_letters.rb': `# frozen_string_literal: true

require 'English'
require 'fluent/plugin/output'
require_relative 'dead_letter'
require_relative 'dead_letter_files'
require_relative 'error_label'
require_relative 'metrics'
require_relative 'rare_log'

module Fluent
  module Plugin
    # Keeps records that could not be stored in files on the node, for the label @ERROR. Without a buffer, which drains
    # one chunk a second and opens two files for each event, and with a bound that costs the oldest, not everything.
    # What is an error only because a buffer is full goes back to where it came from.
    class DeadLettersOutput < Output
      Fluent::Plugin.register_output('dead_letters', self)

      desc 'Folder of the files'
      config_param :path, :string
      desc 'Size of a file'
      config_param :max_file_size, :size, default: 8 * 1024 * 1024
      desc 'Size of all files; the oldest is removed when it is exceeded'
      config_param :max_size, :size, default: 64 * 1024 * 1024

      # Values of a label; more are counted as \`other\`.
      MAX_LABELS = 100

      def configure(conf)
        super
        raise Fluent::ConfigError, 'max_size must be at least twice max_file_size' if @max_size < 2 * @max_file_size

        @rare_log = Efk::RareLog.new(log)
        @labels = Hash.new { |known, value| known.size < MAX_LABELS ? known[value] = value : 'other' }
        create_metrics
        @files = Efk::DeadLetterFiles.new(@path, max_file_size: @max_file_size, max_size: @max_size) do |records, bytes|
          removed(records, bytes)
        end
      end

      def start
        super
        Efk::ErrorLabel.new { |error| lost(1, error) }.take_over(context_router)
      end

      def process(tag, events)
        overflow = Efk::DeadLetter.overflow($ERROR_INFO)
        raise overflow if overflow

        keep(tag, events.map { |time, record| Efk::DeadLetter.new(tag, time, record, $ERROR_INFO) })
      end

      private

      def create_metrics
        @records = counter(:records_total, 'Records that could not be stored', %i[route reason])
        @lost = counter(:lost_records_total, 'Records that could not be kept as dead letters either')
        @removed_records = counter(:removed_records_total, 'Dead letters removed to make room for newer ones')
        @removed_bytes = counter(:removed_bytes_total, 'Size of dead letters removed to make room for newer ones')
      end

      def counter(name, text, labels = [])
        Efk::Metrics.counter(:"fluentd_dead_letters_#{name}", text, labels)
      end

      # Never raises: there is nowhere else to go.
      def keep(tag, letters)
        kept = 0
        @files.append(letters.map { |letter| letter.line(@max_file_size) }) { |more| kept += more }
      rescue StandardError => e
        lost(letters.size - kept, e)
      ensure
        count(tag, letters)
      end

      def count(tag, letters)
        letters.group_by { |letter| letter.error['type'].to_s }.each do |reason, group|
          labels = { route: @labels[tag], reason: @labels[reason] }
          @records.increment(by: group.size, labels: labels)
          @rare_log.warn(labels, 'records are dead letters', { records: group.size, **labels })
        end
      end

      def removed(records, bytes)
        @removed_records.increment(by: records)
        @removed_bytes.increment(by: bytes)
        @rare_log.warn(:removed, 'the oldest dead letters are removed', records: records, bytes: bytes)
      end

      def lost(records, error)
        @lost.increment(by: records)
        @rare_log.warn(:lost, 'dead letters cannot be kept', records: records, error: error.class)
      end
    end
  end
end
`,
  'out_elasticsearch_bulk.rb': `# frozen_string_literal: true

require 'fluent/plugin/output'
require_relative 'bulk_client'
require_relative 'bulk_document'
require_relative 'bulk_lines'
require_relative 'delivery_listeners'
require_relative 'patience'
require_relative 'error_label'
require_relative 'metrics'
require_relative 'rare_log'
require_relative 'spread_retries'

module Fluent
  module Plugin
    # Stores events in data streams of Elasticsearch. fluent-plugin-elasticsearch packs records with msgpack, unpacks
    # them one by one and makes JSON of them when they are sent, which is more than half of what a collector does, and
    # it fails whole chunks for the content of one record. Here a chunk is a request body, made when events enter it.
    class ElasticsearchBulkOutput < Output
      Fluent::Plugin.register_output('elasticsearch_bulk', self)
      include Efk::DeliveryListeners
      include Efk::SpreadRetries

      helpers :event_emitter

      desc 'Base URL of Elasticsearch, https://host:port'
      config_param :url, :string
      desc 'User'
      config_param :user, :string, default: nil
      desc 'Password of the user'
      config_param :password, :string, default: nil, secret: true
      desc 'API key in its encoded form, instead of a user'
      config_param :api_key, :string, default: nil, secret: true
      desc "File with the authorities that sign the certificate of Elasticsearch; without it the system's"
      config_param :ca_file, :string, default: nil
      desc 'Major version of the API, 8 or 9'
      config_param :compatible_with, :integer, default: 9
      desc 'Name of the data stream'
      config_param :data_stream, :string, default: 'logs-\${tag}-default'
      desc 'Time in which Elasticsearch must answer'
      config_param :request_timeout, :time, default: 60

      SETTINGS = %i[url user password api_key ca_file compatible_with data_stream request_timeout].freeze
      # Pauses before documents that were refused for a while are sent again; then the chunk goes back. In seconds.
      PAUSES = [0.5, 1, 2, 4].freeze
      # A text of this share of a chunk fits into one, with other fields and however much of it must be escaped.
      SHARE = 16

      def multi_workers_ready? = true
      def formatted_to_msgpack_binary? = false

      def configure(conf)
        super
        placeholder_validate!(:data_stream, @data_stream)
        mistake = Efk::BulkClient.mistake(settings)
        raise Fluent::ConfigError, mistake if mistake

        @rare_log = Efk::RareLog.new(log)
        @lines = Efk::BulkLines.new
        @documents = counter(:documents_total, 'Documents by what became of them', %i[route result])
        @repeated = counter(:repeated_documents_total, 'Documents that were refused for a while', [:route])
      end

      def start
        super
        @client = Efk::BulkClient.new(settings)
        @error_router = Efk::ErrorLabel.router
      end

      def close
        super
        @client&.close
      end

      # Called by the thread that reads: a record that cannot be stored must not keep the others of its batch away.
      def format(tag, time, record)
        record = Efk::BulkDocument.timed(record, time) unless record.key?('@timestamp')
        lines = @lines.of(record)
        limit = @buffer.chunk_limit_size
        return lines if lines.bytesize <= limit

        Efk::BulkDocument.other_form(record, 'too_large', 'larger than a chunk', limit / SHARE)
      rescue StandardError => e
        router.emit_error_event(tag, time, record, e)
        nil
      end

      def write(chunk)
        tag = chunk.metadata.tag
        delivery = @client.deliver(tag, chunk.read, chunk.size, again: again(tag))
        bury(tag, delivery.dead)
        delivery.results.each { |result, n| @documents.increment(by: n, labels: { route: tag, result: result }) }
        say(tag, delivery)
        tell(tag, chunk, delivery)
      end

      private

      def settings
        SETTINGS.to_h { |name| [name, public_send(name)] }
      end

      def counter(name, text, labels)
        Efk::Metrics.counter(:"fluentd_elasticsearch_bulk_#{name}", text, labels)
      end

      def pauses
        PAUSES
      end

      def again(tag)
        patience = Efk::Patience.new(pauses) { |pause| waited?(spread(pause)) }
        lambda do |number|
          patience.again?(number).tap { |goes_on| @repeated.increment(by: number, labels: { route: tag }) if goes_on }
        end
      end

      # False when Fluentd stops.
      def waited?(seconds)
        deadline = Fluent::Clock.now + seconds
        sleep 0.1 until stopped? || Fluent::Clock.now >= deadline
        !stopped?
      end

      # Straight to the label: Fluentd logs each record that goes there by \`emit_error_event\`.
      def bury(tag, dead)
        return if dead.empty?
        return @error_router.emit_stream(tag, letters(dead)) if @error_router

        refused = UnrecoverableError.new('refused by Elasticsearch in every form')
        dead.each { |letter| router.emit_error_event(tag, EventTime.now, letter.first.record, refused) }
      end

      def letters(dead)
        dead.each_with_object(MultiEventStream.new) do |(entry, item), events|
          events.add(EventTime.now, entry.record.merge('_error' => { 'type' => item.type, 'message' => item.reason }))
        end
      end

      # Without any content, and without reasons, which quote content.
      def say(tag, delivery)
        return if delivery.refusals.empty?

        @rare_log.warn(tag, 'Elasticsearch refuses documents', route: tag, types: delivery.refusals,
                                                               results: delivery.results)
      end
    end
  end
end
`,
  'out_forward_logs.rb': `# frozen_string_literal: true

require 'fluent/plugin/output'
require_relative 'compiler'
require_relative 'metrics'
require_relative 'rare_log'
require_relative 'spread_retries'
require_relative 'forward_sender'
require_relative 'packed_records'

module Fluent
  module Plugin
    # Sends events to aggregators and waits until they are in the buffer of one. out_forward waits for acknowledgements
    # elsewhere: what an aggregator refuses because its buffer is full is sent again at once, as fast as the network
    # takes it, for as long as Elasticsearch is away; and the end of a TLS connection of a process that was killed is an
    # error that it meets again and again until the time for an acknowledgement is over. Here a chunk that is not
    # acknowledged is an error of the chunk, and Fluentd waits longer and longer before it is sent again.
    class ForwardLogsOutput < Output
      Fluent::Plugin.register_output('forward_logs', self)
      include Efk::SpreadRetries

      desc 'Aggregators, each as host:port; a host is all of its addresses.'
      config_param :servers, :array, value_type: :string
      desc 'What sender and aggregator know.'
      config_param :shared_key, :string, secret: true
      desc 'Name of the sender, for the log of the aggregator.'
      config_param :self_hostname, :string
      desc "File with the authorities that sign the certificates of aggregators; without it the system's."
      config_param :ca_file, :string, default: nil
      desc 'Time in which a connection must be made.'
      config_param :connect_timeout, :time, default: 5
      desc 'Time in which a chunk must be acknowledged.'
      config_param :ack_timeout, :time, default: 30
      desc 'Time after which a connection is made again, so that aggregators that are new get their share.'
      config_param :connection_age, :time, default: 30

      helpers :event_emitter

      SETTINGS = %i[servers shared_key self_hostname ca_file connect_timeout ack_timeout connection_age].freeze

      def multi_workers_ready? = true
      def formatted_to_msgpack_binary? = false

      def configure(conf)
        super
        raise Fluent::ConfigError, 'chunk keys must be the tag' unless @chunk_key_tag && @chunk_keys.empty?

        mistake = Efk::ForwardSender.mistake(@servers)
        raise Fluent::ConfigError, mistake if mistake

        @rare_log = Efk::RareLog.new(log)
        @packed = Efk::PackedRecords.new
        @sent = Efk::Metrics.counter(:fluentd_forward_logs_records_total, 'Records that an aggregator has taken.',
                                     [:route])
        @failed = Efk::Metrics.counter(:fluentd_forward_logs_failures_total,
                                       'Attempts to send a chunk that failed, by what was wrong.', [:reason])
      end

      def start
        super
        settings = SETTINGS.to_h { |name| [name, public_send(name)] }
        @sender = Efk::ForwardSender.new(settings, -> { stopped? })
        Efk::Compiler.start
      end

      def close
        super
        @sender&.close
      end

      # Called by the threads that read: a record that cannot be packed must not keep the others of its batch away.
      def format(tag, time, record)
        @packed.pack(time, record)
      rescue StandardError => e
        router.emit_error_event(tag, time, record, e)
        nil
      end

      def write(chunk)
        tag = chunk.metadata.tag
        @sender.deliver(tag, chunk.read, chunk.size, dump_unique_id_hex(chunk.unique_id))
        @sent.increment(by: chunk.size, labels: { route: tag })
      rescue Efk::ForwardConnection::Failure => e
        @failed.increment(labels: { reason: e.reason })
        @rare_log.warn(e.reason, 'aggregators do not take a chunk, which will be sent again', reason: e.message)
        raise
      end
    end
  end
end
`,
  'out_input_events.rb': `# frozen_string_literal: true

require 'fluent/plugin/output'
require_relative 'failures'
require_relative 'metrics'
require_relative 'rare_log'
require_relative 'completed_events'

module Fluent
  module Plugin
    # Where the events of an input enter the way of all logs: it completes them, gives them the name of their route as
    # tag, and sends them to the label. What the pipeline refuses, for a full buffer say, it raises, so that the input
    # knows.
    class InputEventsOutput < Output
      Fluent::Plugin.register_output('input_events', self)
      helpers :event_emitter

      desc 'Name of the input.'
      config_param :input, :string
      desc 'Name of the route, the tag of the events from here on.'
      config_param :route, :string
      desc 'The data stream of the route, as fields of the record.'
      config_param :data_stream, :hash
      desc 'Name of the treatment that the events get.'
      config_param :treatment, :string, default: nil
      desc 'Fields of records that the input makes itself; all others go below json.'
      config_param :fields, :array, value_type: :string, default: []
      desc 'Field with the path of the file that the event stands in, for log.file.path.'
      config_param :path_field, :string, default: nil
      desc 'Name of the node that the events are of, for kubernetes.host.'
      config_param :node_name, :string, default: nil
      desc 'Fields that identify an event, so that one that is read again is stored once.'
      config_param :identity, :array, value_type: :string, default: []

      desc 'Size at which a message goes on in a new event.'
      config_param :max_event_size, :size, default: 1_048_576

      def configure(conf)
        super
        @completed = Efk::CompletedEvents.new(self)
        @rare_log = Efk::RareLog.new(log)
        @taken = counter(:events_total, 'Events of an input that the buffer has taken.')
        @refused = counter(:refused_events_total, 'Events that no record could be made of; they are dropped.')
        [@taken, @refused].each { |metric| metric.init_label_set(labels) }
      end

      def multi_workers_ready?
        true
      end

      def process(_tag, events)
        completed = MultiEventStream.new
        events.each { |time, record| complete(time, record) { |whole| completed.add(time, whole) } }
        return if completed.empty?

        router.emit_stream(@route, completed)
        @taken.increment(by: completed.size, labels: labels)
      end

      private

      # An event fails alone. Nothing of its content gets into Fluentd's log.
      def complete(time, record, &)
        @completed.records(time, record, &)
      rescue *Efk::FAILURES => e
        @refused.increment(labels: labels)
        @rare_log.warn(e.class, 'an event of an input could not be taken', input: @input, error: e.class)
      end

      def labels
        @labels ||= { input: @input, route: @route }
      end

      def counter(name, text)
        Efk::Metrics.counter(:"fluentd_input_#{name}", text, %i[input route])
      end
    end
  end
end
`,
  'output_metrics.rb': `# frozen_string_literal: true

require_relative 'metrics'
require_relative 'outputs'

module Efk
  # What the outputs with a buffer hold. fluent-plugin-prometheus tells of every output, those that only pass events on
  # too, in seventeen series each, whose names are others after a restart where a plugin has no id; and not how old
  # what is held is.
  class OutputMetrics
    def initialize
      @room = gauge(:buffer_room_ratio, 'Share of the buffer that is free.')
      @oldest = gauge(:oldest_chunk_seconds, 'Time that the oldest chunk waits that could have been sent, or 0.')
      @sent = Metrics.counter(:fluentd_output_sent_chunks_total, 'Chunks that were delivered.', [:output])
      @delivered = Hash.new(0)
      @failing = gauge(:failing_seconds, 'Time since which nothing could be sent; 0 while it can.')
    end

    def refresh(now)
      outputs = buffered.to_h { |output| [{ output: name(output) }, output] }
      { @room => :room, @oldest => :oldest, @failing => :failing }.each do |gauge, what|
        gauge.show(outputs.transform_values { |output| send(what, output, now) })
      end
      outputs.each { |labels, output| count(labels, delivered(output)) }
    end

    private

    def gauge(name, text)
      Metrics.gauge(:"fluentd_output_#{name}", text, [:output])
    end

    def buffered
      Outputs.all.select { |output| output.respond_to?(:buffer) && output.buffer }
    end

    # Without an id of its own Fluentd makes one up, another one after each restart.
    def name(output)
      output.plugin_id_configured? ? output.plugin_id : output.config['@type'].to_s
    end

    def room(output, _now)
      buffer = output.buffer
      [1 - (buffer.stage_size + buffer.queue_size).fdiv(buffer.total_limit_size), 0].max
    end

    def oldest(output, now)
      buffer = output.buffer
      chunks = buffer.synchronize { [*buffer.stage.values, *buffer.queue, *buffer.dequeued.values] }
      first = chunks.map(&:created_at).min
      first ? [now - first - collecting(output), 0].max : 0
    end

    # For so long it collects before it sends, e.g. for an object of an archive. In seconds.
    def collecting(output)
      buffer = output.buffer_config
      buffer.timekey ? buffer.timekey + buffer.timekey_wait : buffer.flush_interval
    end

    # Fluentd counts attempts and those that were taken back; what is under way is neither.
    def delivered(output)
      statistics = output.statistics['output']
      statistics['write_count'] - statistics['rollback_count'] - output.buffer.dequeued.size
    end

    # The numbers of an attempt may change while they are read.
    def count(labels, delivered)
      more = [delivered - @delivered[labels], 0].max
      @delivered[labels] += more
      @sent.increment(by: more, labels: labels)
    end

    def failing(output, now)
      start = output.retry&.start
      start ? [now - start, 0].max : 0
    end
  end
end
`,
  'outputs.rb': `# frozen_string_literal: true

require 'fluent/engine'

module Efk
  # The outputs of this process: those of all labels, and those within others, as \`copy\` has them.
  module Outputs
    module_function

    def all
      root = Fluent::Engine.root_agent
      [root, *root.labels.values].flat_map(&:outputs).flat_map { |output| with_inner(output) }
    end

    def with_inner(output)
      [output, *(output.outputs.flat_map { |inner| with_inner(inner) } if output.respond_to?(:outputs))]
    end
  end
end
`,
  'packed_records.rb': `# frozen_string_literal: true

require 'fluent/msgpack_factory'

module Efk
  # Records as agents send them. What all records of a container share, as the same frozen objects, is packed once and
  # goes as a text by which the aggregator knows the container again: packing and unpacking take half the time that
  # they take in Fluentd's own form, in which records without such fields go.
  class PackedRecords
    # Fields that all records of a container share.
    SHARED = %w[kubernetes data_stream].freeze
    # Containers whose fields are known. Those that are gone are forgotten with all others when there are more.
    CONTAINERS = 4096

    Shared = Struct.new(:data_stream, :packed)

    def initialize
      @packer = Fluent::MessagePackFactory.engine_factory.packer
      @shared = {}.compare_by_identity
      @mutex = Mutex.new
    end

    # The record with its time, packed.
    def pack(time, record)
      @mutex.synchronize do
        @packer.write(entry(time, record)).to_s
      ensure
        @packer.reset
      end
    end

    private

    def entry(time, record)
      shared = shared_of(record['kubernetes'], record['data_stream'])
      shared ? [time.to_i, nanoseconds(time), shared, record.except(*SHARED)] : [time, record]
    end

    def nanoseconds(time)
      time.is_a?(Integer) ? 0 : time.nsec
    end

    def shared_of(kubernetes, data_stream)
      shared = @shared[kubernetes]
      shared && shared.data_stream.equal?(data_stream) ? shared.packed : remember(kubernetes, data_stream)
    end

    # Nil for fields that may change.
    def remember(kubernetes, data_stream)
      return unless kubernetes.is_a?(Hash) && kubernetes.frozen? && data_stream.frozen?

      @shared.clear if @shared.size >= CONTAINERS
      packed = [kubernetes, data_stream].to_msgpack
      @shared[kubernetes] = Shared.new(data_stream, packed)
      packed
    end
  end
end
`,
  'parse.rb': `# frozen_string_literal: true

require_relative 'metrics'
require_relative 'pipeline_error'
require_relative 'record_fit'
require_relative 'line_formats'
require_relative 'treated_records'

module Efk
  # Reads the fields of a message, into \`json\`; the message stays as it is. The first format that a message is written
  # in reads it. Whatever the formats are, one that is an object of JSON is read at last as it is everywhere; another
  # that none reads is text, and counted.
  class Parse
    CONFIG = proc do
      config_section :parser, multi: true, param_name: :parsers do
        instance_exec(&LineFormats::CONFIG)
      end
    end

    # Longer ones are read as JSON at most, which is quicker than any pattern. In bytes.
    LONGEST = 65_536

    def self.steps(section)
      [new(section.name, section.parsers)]
    end

    def initialize(treatment, formats)
      @readers = formats.flat_map { |format| LineFormats.readers(format) }
      @json = JsonLines.new
      @changed = Metrics.counter(:fluentd_elasticsearch_fit_changed_records_total,
                                 'Records that were changed so that Elasticsearch can store them', [:reason])
      @failures = failures(treatment) if formats.any?
    end

    # What the fit withholds of an object that Elasticsearch would refuse, and says why, is not read here either.
    def call(record, _time)
      message = record['message']
      return record unless message.is_a?(String)

      fields = fields_of(record, readable(message))
      fields ? add(record, fields) : failed(record, message)
      record
    rescue StorableFields::Unstorable
      record
    end

    private

    # Fields that an input has beside the message stay; those of the message are in it still.
    def add(record, fields)
      beside = record['json']
      record['json'] = beside ? fields.merge(beside) : fields
    end

    # Of several lines the first may be what is written in a format, and a trace behind it.
    def fields_of(record, text)
      return json(record, text) if text.bytesize > LONGEST

      read(record, text) || (read(record, text[/\\A.*/]) if text.include?("\\n")) || json(record, text)
    end

    def read(record, text)
      @readers.each do |reader|
        fields = reader.read(text) { |change| changed(record, change) }
        return fields if fields
      end
      nil
    end

    def json(record, text)
      @json.read(text) { |change| changed(record, change) }
    end

    # The fit replaces what is no UTF-8 in the same way, and marks it.
    def readable(message)
      message = message.dup.force_encoding(Encoding::UTF_8) unless message.encoding == Encoding::UTF_8
      message.valid_encoding? ? message : message.scrub
    end

    def changed(record, change)
      @changed.increment(labels: { reason: change.to_s })
      PipelineError.mark(record, RecordFit::HALF_CHARACTER) if change == :surrogate
    end

    def failures(treatment)
      TreatedRecords.new(:fluentd_treatments_parse_failures_total,
                         'Records that no format of their treatment could read', treatment)
    end

    # An empty line is written in no format.
    def failed(record, message)
      @failures&.count(record) unless message.empty?
    end
  end
end
`,
  'path_templates.rb': `# frozen_string_literal: true

module Efk
  # What paths of requests have in common: \`/orders/17\` and \`/orders/18\` are \`/orders/:id\`. A path itself has no bound
  # and would be a series for each order.
  class PathTemplates
    OTHER = '_other'
    ID = ':id'

    # Paths whose template is known, and templates that are learned.
    KNOWN = 1000
    MOST = 100

    # Longer paths, and deeper ones, are no pages of an application.
    LONGEST = 512
    DEEPEST = 12

    # Numbers, UUIDs, hashes, and what else is long and has a digit, or stands for an address.
    IDS = /\\A(?:\\d+|\\h{8}-\\h{4}-\\h{4}-\\h{4}-\\h{12}|(?=.*\\d)\\h{8,}|(?=.*\\d)[\\w.~+=-]{16,}|.*[@%].*|.{41,})\\z/

    # Without +templates+ they are learned. In one \`:name\` stands for a segment, and \`*\` at its end for any.
    def initialize(templates = [])
      @templates = templates.map { |template| [template, pattern(template)] }
      @learned = {}
      @known = {}
    end

    # The template of a path.
    def of(path)
      @known[path] || begin
        @known.clear if @known.size >= KNOWN
        @known[path.dup.freeze] = path.bytesize > LONGEST ? OTHER : template(path)
      end
    end

    private

    def pattern(template)
      segments = template.delete_suffix('*').split('/', -1).map do |segment|
        segment.start_with?(':') ? '[^/]+' : Regexp.escape(segment)
      end
      Regexp.new("\\\\A#{segments.join('/')}#{template.end_with?('*') ? '.*' : '/?'}\\\\z")
    end

    def template(path)
      return given(path) unless @templates.empty?

      folded = folded(path)
      @learned[folded] || (@learned.size < MOST ? @learned[folded] = folded : OTHER)
    end

    def given(path)
      @templates.find { |_, pattern| pattern.match?(path) }&.first || OTHER
    end

    def folded(path)
      segments = path[/\\A[^?#;]*/].split('/')
      return OTHER if segments.size > DEEPEST

      text = segments.map { |segment| IDS.match?(segment) ? ID : segment }.join('/')
      text.empty? ? '/' : text
    end
  end
end
`,
  'patience.rb': `# frozen_string_literal: true

module Efk
  # How long it is worth waiting for what is refused for a while: as long as it gets less, and a few times more. A chunk
  # that goes back to the buffer is sent as a whole again; with a third of all documents refused, that would never end.
  class Patience
    # What is left of what was refused the last time, at most, after an attempt with success.
    SUCCESS = 0.9

    # +pauses+ are the seconds before the attempts that follow a success, and one without success after the other. The
    # block waits that long and returns whether to go on.
    def initialize(pauses, &wait)
      @pauses = pauses
      @wait = wait
      @least = Float::INFINITY
    end

    # Waits before +number+ documents are sent again; false if that is not worth it.
    def again?(number)
      @failures = number <= @least * SUCCESS ? 0 : @failures + 1
      @least = [@least, number].min
      pause = @pauses[@failures]
      !pause.nil? && @wait.call(pause)
    end
  end
end
`,
  'patient_socket.rb': `# frozen_string_literal: true

require 'openssl'
require 'socket'

module Efk
  # A TLS connection that waits for as long as it was told, and no longer than until Fluentd stops.
  class PatientSocket
    class TimedOut < StandardError; end

    # Time between two looks whether Fluentd stops. In seconds.
    LOOK = 1

    # +address+ is an Addrinfo of +host+, for which the certificate must be.
    def self.open(address, host, settings, stopped)
      tcp = address.connect(timeout: settings[:connect_timeout])
      tcp.setsockopt(:TCP, :NODELAY, 1)
      socket = new(tls(tcp, host, settings[:ca_file]), settings[:ack_timeout], stopped)
      socket.connect(host, settings[:connect_timeout])
      socket
    rescue StandardError
      tcp&.close
      raise
    end

    def self.tls(tcp, host, ca_file)
      OpenSSL::SSL::SSLSocket.new(tcp, context(ca_file)).tap do |tls|
        tls.hostname = host
        tls.sync_close = true
      end
    end

    def self.context(ca_file)
      context = OpenSSL::SSL::SSLContext.new
      context.min_version = OpenSSL::SSL::TLS1_2_VERSION
      context.verify_mode = OpenSSL::SSL::VERIFY_PEER
      context.cert_store = store = OpenSSL::X509::Store.new
      ca_file ? store.add_file(ca_file) : store.set_default_paths
      context
    end
    private_class_method :tls, :context

    def initialize(tls, timeout, stopped)
      @tls = tls
      @timeout = timeout
      @stopped = stopped
    end

    def connect(host, timeout)
      wait(timeout) { @tls.connect_nonblock(exception: false) }
      @tls.post_connection_check(host)
    end

    def write(data)
      data = data.b
      until data.empty?
        written = wait(@timeout) { @tls.write_nonblock(data, exception: false) }
        data = data.byteslice(written, data.bytesize)
      end
    end

    # What has arrived, at least a byte.
    def read(timeout)
      wait(timeout) { @tls.read_nonblock(4096, exception: false) } || raise(EOFError, 'the connection was closed')
    end

    def close
      @tls.close
    rescue SystemCallError, IOError, OpenSSL::SSL::SSLError
      nil # it is closed
    end

    private

    def wait(timeout)
      deadline = Process.clock_gettime(Process::CLOCK_MONOTONIC) + timeout
      loop do
        result = yield
        case result
        when :wait_readable then ready?(:wait_readable, deadline)
        when :wait_writable then ready?(:wait_writable, deadline)
        else return result
        end
      end
    end

    def ready?(what, deadline)
      until @tls.to_io.public_send(what, LOOK)
        over = Process.clock_gettime(Process::CLOCK_MONOTONIC) >= deadline
        raise TimedOut if over || @stopped.call
      end
    end
  end
end
`,
  'pattern.rb': `# frozen_string_literal: true

module Efk
  # A regular expression of a team. It has a limit of time, because one of another team must not wait for it: where Ruby
  # cannot remember which ways it has tried (Regexp.linear_time?), a long text may take more than anybody has.
  class Pattern
    # In seconds. What takes longer raises Regexp::TimeoutError.
    TIMEOUT = 0.5

    # A source that is a text: it is searched for as such, which is faster. In ASCII, so that no byte of it is part of
    # another character.
    TEXT = /\\A(?:[A-Za-z0-9_ :-]|\\\\n)+\\z/

    def self.compile(source)
      Regexp.new(source, timeout: TIMEOUT)
    rescue RegexpError => e
      raise Fluent::ConfigError, "a pattern must be a regular expression: #{e.message}"
    end

    def initialize(source)
      @regexp = Pattern.compile(source)
      @text = source.gsub('\\n', "\\n") if TEXT.match?(source)
    end

    # Whether the text of +value+ matches; objects and lists have none.
    def match?(value)
      case value
      when String then @text ? value.include?(@text) : @regexp.match?(Pattern.text(value))
      when Numeric, true, false then @regexp.match?(value.to_s)
      else false
      end
    end

    # Asked as a procedure is.
    alias call match?

    # +string+ in UTF-8, as Elasticsearch will have it: Ruby matches no bytes that are none.
    def self.text(string)
      string = string.dup.force_encoding(Encoding::UTF_8) unless string.encoding == Encoding::UTF_8
      string.valid_encoding? ? string : string.scrub
    end
  end
end
`,
  'pattern_lines.rb': `# frozen_string_literal: true

require_relative 'pattern'
require_relative 'text_value'

module Efk
  # Lines of a format of one's own: each group of a pattern is a field. +names+ are their names, in order; without them
  # groups have names. What a group does not match has no field.
  class PatternLines
    def initialize(pattern, names = nil)
      @pattern = Pattern.compile(pattern)
      @names = names || @pattern.names
    end

    def read(text)
      match = @pattern.match(text) or return
      fields = {}
      match.captures.each_with_index do |value, index|
        fields[@names[index]] = TextValue.of(value) unless value.nil? || value.empty?
      end
      fields
    rescue Regexp::TimeoutError
      nil
    end
  end
end
`,
  'pauses.rb': `# frozen_string_literal: true

require_relative 'metrics'

module Efk
  # Counts that the pipeline took no events of an input, which waits and gives them again.
  class Pauses
    def initialize(tag, log)
      @log = log
      @labels = { input: tag }
      @pauses = Metrics.counter(:fluentd_input_pauses_total,
                                'Times that reading stopped because the buffer was full or failed.', [:input])
      @pauses.init_label_set(@labels)
    end

    def count(error)
      @pauses.increment(labels: @labels)
      @log.debug 'the pipeline takes no events', input: @labels[:input], error: error.class
    end
  end
end
`,
  'pieces.rb': `# frozen_string_literal: true

module Efk
  # Cuts a text that is too long for an event, and no character of it.
  module Pieces
    CONTINUATION = 0x80..0xBF

    module_function

    # Yields each piece of +text+, which is valid UTF-8, and whether there is more. In bytes.
    def each(text, longest)
      at = 0
      while text.bytesize - at > longest
        to = at + longest
        to -= 1 while to > at + longest - 4 && CONTINUATION.cover?(text.getbyte(to))
        yield text.byteslice(at...to), true
        at = to
      end
      yield at.zero? ? text : text.byteslice(at..), false
    end
  end
end
`,
  'pipeline_error.rb': `# frozen_string_literal: true

module Efk
  # Marks a record whose content was changed or withheld on its way, in the words of the Elastic Common Schema, so that
  # people find it: \`event.kind : pipeline_error\`.
  module PipelineError
    EVENT = { 'kind' => 'pipeline_error' }.freeze

    module_function

    # +why+ comes behind what stands there already; the same once.
    def mark(record, why)
      record['event'] = object(record['event']).merge(EVENT)
      message = (reasons(record).split('; ') | [why]).join('; ')
      record['error'] = object(record['error']).merge('message' => message)
      record
    end

    def marked?(record)
      object(record['event'])['kind'] == EVENT['kind']
    end

    def reasons(record)
      object(record['error'])['message'].to_s
    end

    def object(value)
      value.is_a?(Hash) ? value : {}
    end
  end
end
`,
  'plausible.rb': `# frozen_string_literal: true

require 'ipaddr'

module Efk
  # Whether what looks like a secret is one. Logs are full of long numbers and of words with colons.
  module Plausible
    # First digits and lengths that issuers of cards use (ISO/IEC 7812; ranges as in the rules of the issuers).
    CARDS = [
      [/\\A4/, [13, 16, 19]], [/\\A(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]], [/\\A3[47]/, [15]],
      [/\\A(?:6011|64[4-9]|65)/, 16..19], [/\\A3(?:0[0-5]|[689])/, 14..19], [/\\A35(?:2[89]|[3-8])/, 16..19],
      [/\\A62/, 16..19], [/\\A(?:5018|5020|5038|5893|6304|6759|676[1-3])/, 12..19], [/\\A220[0-4]/, 16..19],
      [/\\A(?:508|81|82)/, [16]]
    ].freeze
    GAP = "[ .\\u00a0-]"
    FORMS = [/\\A(?:\\d{4}#{GAP}){4}\\d{1,3}(?!\\d)/, /\\A(?:\\d{4}#{GAP}){3}\\d{1,4}(?!\\d)/,
             /\\A\\d{4}#{GAP}\\d{6}#{GAP}\\d{4,5}(?!\\d)/, /\\A\\d{12,19}(?!\\d)/].freeze
    # Characters of an IBAN by country (the registry of SWIFT).
    IBANS = {
      'AD' => 24, 'AE' => 23, 'AL' => 28, 'AT' => 20, 'AZ' => 28, 'BA' => 20, 'BE' => 16, 'BG' => 22, 'BH' => 22,
      'BI' => 27, 'BR' => 29, 'BY' => 28, 'CH' => 21, 'CR' => 22, 'CY' => 28, 'CZ' => 24, 'DE' => 22, 'DJ' => 27,
      'DK' => 18, 'DO' => 28, 'EE' => 20, 'EG' => 29, 'ES' => 24, 'FI' => 18, 'FK' => 18, 'FO' => 18, 'FR' => 27,
      'GB' => 22, 'GE' => 22, 'GI' => 23, 'GL' => 18, 'GR' => 27, 'GT' => 28, 'HN' => 28, 'HR' => 21, 'HU' => 28,
      'IE' => 22, 'IL' => 23, 'IQ' => 23, 'IS' => 26, 'IT' => 27, 'JO' => 30, 'KW' => 30, 'KZ' => 20, 'LB' => 28,
      'LC' => 32, 'LI' => 21, 'LT' => 20, 'LU' => 20, 'LV' => 21, 'LY' => 25, 'MC' => 27, 'MD' => 24, 'ME' => 22,
      'MK' => 19, 'MN' => 20, 'MR' => 27, 'MT' => 31, 'MU' => 30, 'NI' => 28, 'NL' => 18, 'NO' => 15, 'OM' => 23,
      'PK' => 24, 'PL' => 28, 'PS' => 29, 'PT' => 25, 'QA' => 29, 'RO' => 24, 'RS' => 22, 'RU' => 33, 'SA' => 24,
      'SC' => 31, 'SD' => 18, 'SE' => 24, 'SI' => 19, 'SK' => 24, 'SM' => 27, 'SO' => 23, 'ST' => 25, 'SV' => 28,
      'TL' => 23, 'TN' => 24, 'TR' => 26, 'UA' => 29, 'VA' => 22, 'VG' => 24, 'XK' => 20, 'YE' => 30
    }.freeze
    # What stands behind an @ in names of files: logo@2x.png.
    FILES = /\\.(?:png|jpe?g|gif|svg|webp|css|js|ts|map|so|service|socket|timer|mount|slice|target)\\z/i

    module_function

    # How many characters of +text+ are a card number, written at once or in the groups that are on cards.
    def card_length(text)
      FORMS.each do |form|
        digits = text[form]
        return digits.size if digits && card?(digits.delete('^0-9'))
      end
      nil
    end

    def card?(digits)
      CARDS.any? { |first, lengths| lengths.include?(digits.size) && first.match?(digits) } && luhn?(digits)
    end

    # The check digit of cards.
    def luhn?(digits)
      sum = digits.reverse.each_char.with_index.sum do |digit, index|
        number = digit.to_i * (index.odd? ? 2 : 1)
        number > 9 ? number - 9 : number
      end
      (sum % 10).zero?
    end

    # How many characters of +text+ are an IBAN, whose country says how long it is; nil if there is none.
    def iban_length(text)
      length = IBANS[text[0, 2].upcase] or return nil
      iban = text[/\\A(?:[A-Za-z0-9][ -]?){#{length - 1}}[A-Za-z0-9](?![A-Za-z0-9])/] or return nil
      iban.size if mod97?(iban.delete('^A-Za-z0-9').upcase)
    end

    # The check digits of IBANs (ISO 7064).
    def mod97?(iban)
      (iban[4..] + iban[0, 4]).gsub(/[A-Z]/) { |letter| (letter.ord - 55).to_s }.to_i % 97 == 1
    end

    # Not a time of day, nor the hardware address of 8 bytes, nor the namespaces of a programming language.
    def ipv6?(text)
      groups = text.split('%').first.split(':')
      return false if groups.none?(/\\d/) || (groups.size == 8 && groups.all? { |group| group.size == 2 })

      IPAddr.new(text).ipv6?
    rescue IPAddr::Error
      false
    end

    def email?(text)
      !FILES.match?(text)
    end

    # Words stand behind \`Basic\` and \`Bearer\` too: "Basic authentication failed".
    def token?(text)
      text.match?(/\\d|[._~+=]|[a-z][A-Z]/) && text.size >= 8
    end
  end
end
`,
  'pod_labels.rb': `# frozen_string_literal: true

require_relative 'metrics'
require_relative 'rare_log'
require_relative 'label_condition'
require_relative 'saved_position'

module Efk
  # The labels by which logs are selected, as pods had them when a log of theirs was first seen. They are kept in a
  # file, so that a restart decides as before, also while the API server is away, and with a changed configuration.
  class PodLabels
    GONE = LabelCondition::GONE

    # +keys+ are the labels, +pods+ is a PodWatch.
    def initialize(keys, path, pods, log, clock: -> { Process.clock_gettime(Process::CLOCK_MONOTONIC) })
      @keys = keys
      @file = SavedPosition.new(path)
      @pods = pods
      @log = RareLog.new(log)
      @clock = clock
      @kept = @file.load || {}
      @asked = {}
      @gone = Metrics.counter(:fluentd_container_logs_unknown_pods_total,
                              'Pods whose labels nobody can know, since they were gone when their logs were found.')
      @gone.increment(by: 0)
    end

    # Values by labels, GONE if nobody can know them any more, or nil if they are not known yet.
    def of(uid)
      return @kept[uid] if kept?(uid)

      @asked[uid] ||= @clock.call
      found = @pods.labels(uid)
      return take(uid, found) if found

      gone(uid) if @pods.would_know?(@asked[uid])
    end

    # Forgets all but these pods, and saves what has changed.
    def keep(uids)
      [@kept, @asked].each { |pods| pods.select! { |uid, _| uids.include?(uid) } }
      return if @kept == @saved

      @file.save(@kept)
      @saved = @kept.dup
    rescue SystemCallError => e
      @log.warn(e.class, 'the labels of pods cannot be saved; they are asked for again after a restart',
                error: e.class, reason: e.message)
    end

    private

    # A configuration may ask for labels that were not asked for before.
    def kept?(uid)
      kept = @kept[uid]
      kept == GONE || (!kept.nil? && @keys.all? { |key| kept.key?(key) })
    end

    def take(uid, labels)
      @kept[uid] = @keys.to_h { |key| [key, labels[key]] }.merge(@kept[uid] || {})
    end

    def gone(uid)
      @gone.increment
      @log.warn(:gone, 'the labels of a pod cannot be known, since it is gone', pod: uid)
      @kept[uid] = GONE
    end
  end
end
`,
  'pod_watch.rb': `# frozen_string_literal: true

require_relative 'metrics'
require_relative 'rare_log'
require_relative 'api_server'
require_relative 'known_pods'

module Efk
  # Keeps what is known of the pods of a node up to date: one list, then one connection over which changes come.
  class PodWatch
    # Pauses between attempts grow from the first to the second, each up to half longer, so that the nodes of a cluster
    # do not come all at once. In seconds.
    PAUSES = (1..30)
    # A change reaches us within this time, if the server tells any. In seconds.
    DELAY = 5

    # That of the filter, for the input: one connection for a node is enough.
    class << self
      attr_accessor :of_node
    end

    def initialize(server, pods, log, pause: ->(seconds) { sleep seconds },
                   clock: -> { Process.clock_gettime(Process::CLOCK_MONOTONIC) })
      @server = server
      @pods = pods
      @log = RareLog.new(log)
      @pause = pause
      @clock = clock
      @failures = Metrics.counter(:fluentd_pod_metadata_watch_failures_total,
                                  'Times that the API server did not answer or ended a watch with an error.')
      @failures.init_label_set({})
      @known = Metrics.gauge(:fluentd_pod_metadata_pods, 'Pods of the node whose metadata are known.')
      @known.set(0)
    end

    def start
      @thread = Thread.new { loop { attempt } }
    end

    # It waits for the server most of the time.
    def stop
      @thread&.kill&.join
    end

    # What is known of a pod, or nil.
    def [](uid) = @pods[uid]

    # All labels of a pod, or nil if it is not known.
    def labels(uid) = @pods.labels(uid)

    # Whether a pod that was asked for at +time+ would be known by now if it were there: some time has gone by since all
    # were listed, or, as a connection may have died silently, the server has said something since.
    def would_know?(time)
      return false unless @current

      first = [time, @listed_at].max
      first - @listed_at < DELAY ? @clock.call - first >= DELAY : @heard_at - time >= DELAY
    end

    # Whether a pod that is there is known, or will be in a moment: also before the first answer, since logs are read
    # as soon as Fluentd runs.
    def current? = @current != false

    # Lists if it must, and watches until the server ends it.
    def attempt
      list unless @version
      @server.watch(@version) { |event| take(event) }
      @failed = 0
    rescue ApiServer::Gone
      @version = nil
    rescue StandardError => e
      failed(e)
    end

    private

    def list
      objects, @version = @server.list
      @pods.replace(objects)
      @known.set(@pods.size)
      @failed = 0
      @listed_at = @heard_at = @clock.call
      @current = true
    end

    def take(event)
      object = event['object']
      @heard_at = @clock.call
      @current = true
      case event['type']
      when 'ADDED', 'MODIFIED' then @pods.put(object)
      when 'DELETED' then @pods.remove(object)
      when 'ERROR' then refused(object)
      end
      @version = object.dig('metadata', 'resourceVersion')
      @known.set(@pods.size)
    end

    def refused(status)
      raise ApiServer::Gone if status['code'] == ApiServer::GONE

      raise ApiClient::Refused, status['code']
    end

    def failed(error)
      @current = false
      @failures.increment
      @log.warn(error.class, 'the API server says nothing of the pods of the node; logs go on without their metadata',
                error: error.class, reason: error.message)
      @failed = (@failed || 0) + 1
      @pause.call(pause_after(@failed) * (1 + (rand / 2)))
    end

    def pause_after(failures)
      [PAUSES.first * (2**[failures - 1, 5].min), PAUSES.last].min
    end
  end
end
`,
  'positions.rb': `# frozen_string_literal: true

require 'fileutils'

module Efk
  # The positions of log files on disk: one line each, \`<16 hexadecimal digits> <id>\`. A position is changed in place by
  # one write of 16 bytes, so that a process that is killed leaves the old one or the new one.
  class Positions
    # Added to the position of a file that was delivered to its end.
    DELIVERED = 1 << 62

    # Stands in the place of a position whose file is gone.
    GONE = 'f' * 16
    LINE = /\\A([0-9a-f]{16}) (\\S.*)\\n\\z/n

    def initialize(path)
      @path = path
      FileUtils.mkdir_p(File.dirname(path))
      @saved = read
      rewrite
    end

    # The saved position of +id+, or nil.
    def [](id)
      @saved[id]&.%(DELIVERED)
    end

    def delivered?(id)
      (@saved[id] || 0) >= DELIVERED
    end

    def ids
      @saved.keys
    end

    def save(id, position, delivered: false)
      position += DELIVERED if delivered
      return if @saved[id] == position

      @saved[id] = position
      @places.key?(id) ? @io.pwrite(digits(position), @places[id]) : append(id, position)
    end

    def delete(id)
      return unless @saved.delete(id)

      @io.pwrite(GONE, @places.delete(id))
      @gone += 1
      rewrite if @gone > 1000 && @gone > @saved.size
    end

    def close
      @io.close
    end

    private

    def digits(position)
      format('%016x', position)
    end

    def append(id, position)
      @places[id] = @end
      line = "#{digits(position)} #{id}\\n"
      @io.pwrite(line, @end)
      @end += line.bytesize
    end

    # A torn last line is left out: its file is read again from its beginning, and nothing is stored twice.
    def read
      return {} unless File.exist?(@path)

      lines = File.foreach(@path, mode: 'rb').filter_map { |line| LINE.match(line)&.captures }
      lines.reject { |digits, _| digits == GONE }.to_h { |digits, id| [id.force_encoding(Encoding::UTF_8), digits.hex] }
    end

    # Leaves out what is gone; the new file takes the place of the old one at once.
    def rewrite
      @io&.close
      @places = {}
      @end = @gone = 0
      @io = File.open("#{@path}.new", 'wb', 0o600)
      @saved.each { |id, position| append(id, position) }
      @io.fsync
      File.rename("#{@path}.new", @path)
    end
  end
end
`,
  'postgresql_client.rb': `# frozen_string_literal: true

module Efk
  # Rows of PostgreSQL. The server itself makes JSON of a row, which knows its types.
  class PostgresqlClient
    # A server that is away without a word is noticed within a minute.
    PATIENCE = { connect_timeout: 10, keepalives_idle: 20, keepalives_interval: 10, keepalives_count: 3,
                 tcp_user_timeout: 50_000 }.freeze

    # +settings+ and +names+ are those of SqlRowsInput.
    def initialize(settings, names)
      # Only where it is used: the official image has no client.
      require 'pg'
      @settings = {
        host: settings.host, port: settings.port, user: settings.user, password: settings.password,
        dbname: settings.database, sslmode: settings.ca_path ? 'verify-full' : 'disable',
        sslrootcert: settings.ca_path, application_name: 'fluentd', **PATIENCE
      }.compact
      @table, @key, @time = names.to_a.map { |name| name && quote(name) }
    end

    # Up to +limit+ rows with a key behind +after+, or from the first on, in the order of the key: key, time and JSON.
    def rows(after, limit)
      time = @time ? "to_char(row.#{@time} AT TIME ZONE 'UTC', 'YYYY-MM-DD\\"T\\"HH24:MI:SS.USZ')" : 'NULL'
      where = after ? "row.#{@key} > $1" : "row.#{@key} IS NOT NULL"
      sql = "SELECT row.#{@key}, #{time}, to_jsonb(row) FROM #{@table} AS row WHERE #{where} " \\
            "ORDER BY row.#{@key} LIMIT #{limit}"
      connection.exec_params(sql, after ? [after] : []).values
    rescue StandardError
      close
      raise
    end

    def close
      @connection&.close
    rescue PG::Error
      nil
    ensure
      @connection = nil
    end

    private

    def quote(name)
      name.split('.').map { |part| PG::Connection.quote_ident(part) }.join('.')
    end

    # A time without a zone becomes one of the session's zone when it is written.
    def connection
      @connection ||= PG.connect(**@settings).tap { |connection| connection.exec("SET TimeZone TO 'UTC'") }
    end
  end
end
`,
  'promoted_durations.rb': `# frozen_string_literal: true

require_relative 'promoted_keys'

module Efk
  # From which keys a duration comes. A number has a unit when its key says so, or the keys beside it say which program
  # wrote it; a text may have one itself.
  module PromotedDurations
    extend PromotedKeys

    WORDS = %w[duration latency elapsed took response_time responseTime request_time requestTime request_duration
               requestDuration request_latency execution_time executionTime processing_time processingTime elapsed_time
               elapsedTime time_taken timeTaken Duration Elapsed].freeze
    ENDINGS = {
      milliseconds: %w[_ms Ms MS _millis Millis _msec _msecs InMs _in_ms _milliseconds Milliseconds .ms],
      seconds: %w[_s _sec _secs _seconds Seconds InSeconds _in_seconds Sec .s .seconds],
      microseconds: %w[_us _micros Micros _usec Us InUs _microseconds Microseconds .us],
      nanoseconds: %w[_ns _nanos Nanos _nsec Ns InNanos _nanoseconds Nanoseconds .ns .nanos]
    }.freeze
    ENVOY = %w[response_flags upstream_cluster].freeze
    NGINX = %w[remote_addr request_uri request_length request_method body_bytes_sent upstream_addr].freeze

    FIELDS = {
      'event.duration' => [
        :long,
        keys(:nanoseconds, 'event.duration'),
        *ENDINGS.map { |unit, endings| keys(unit, *WORDS.product(endings).map(&:join)) },
        keys(:milliseconds, 'took', 'State.ElapsedMilliseconds', 'http.server.request.duration_ms'),
        keys(:duration, *WORDS, 'httpRequest.latency', 'latency_human'),
        # Caddy.
        keys(:seconds, 'duration', where: beside(%w[resp_headers])),
        # The access log of Envoy and Istio.
        keys(:milliseconds, 'duration', where: beside(ENVOY)),
        # Lograge of Rails.
        keys(:milliseconds, 'duration', where: beside(%w[controller])),
        # Traefik.
        keys(:nanoseconds, 'Duration', where: beside(%w[OriginDuration RouterName])),
        # Requests of Serilog.
        keys(:milliseconds, 'Elapsed', 'Properties.Elapsed', where: beside(%w[RequestPath])),
        # \`pino-http\`.
        keys(:milliseconds, 'responseTime', where: beside(%w[req res])),
        # \`$request_time\` of nginx.
        keys(:seconds, 'request_time', where: beside(NGINX))
      ]
    }.freeze
  end
end
`,
  'promoted_fields.rb': `# frozen_string_literal: true

require_relative 'promoted_durations'
require_relative 'promoted_requests'
require_relative 'promoted_keys'

module Efk
  # Which fields there are, of which type, and from which keys they come. A key may be written with
  # dots or as objects in each other. \`host\`, \`user\` and \`labels\` are not among them: they are a text in one program and
  # an object in the other.
  module PromotedFields
    extend PromotedKeys

    # Where programs put what their tracer says: at the top, or in the context of the thread or the log.
    CONTEXTS = ['', 'mdc.', 'MDC.', 'contextMap.', 'context.', 'extra.', 'attributes.', 'Properties.', 'dd.',
                'record.extra.'].freeze
    RESOURCES = ['', 'resource.', 'resource.attributes.', 'attributes.'].freeze

    TRACES = {
      'trace.id' => [
        :keyword,
        keys(:id, *within(CONTEXTS, %w[trace.id trace_id traceId traceID TraceId TraceID traceid]), '@tr',
             'otelTraceID', 'elasticapm_trace_id', 'X-B3-TraceId'),
        keys(:trace_of_google, 'logging.googleapis.com/trace', stays: true),
        keys(:traceparent, 'traceparent', 'context.traceparent', stays: true)
      ],
      'span.id' => [
        :keyword,
        keys(:id, *within(CONTEXTS, %w[span.id span_id spanId spanID SpanId SpanID spanid]), '@sp', 'otelSpanID',
             'elasticapm_span_id', 'X-B3-SpanId', 'logging.googleapis.com/spanId')
      ],
      'transaction.id' => [:keyword, keys(:id, 'transaction.id', 'elasticapm_transaction_id')]
    }.freeze

    LOGS = {
      'log.level' => [
        :keyword,
        keys(:level, 'log.level', 'level', 'severity', 'levelname', 'level_name', 'loglevel', 'logLevel', 'log_level',
             'LogLevel', 'Level', 'LEVEL', 'lvl', 'Severity', 'SEVERITY', 'severity_text', 'severityText',
             'SeverityText', '@l', '@level', 'error_severity', 'record.level.name'),
        keys(:level_of_python, 'levelno', 'record.level.no'),
        keys(:level_of_syslog, 'syslog.severity', 'syslog_severity', 'log.syslog.severity.name', 'PRIORITY'),
        keys(:level_of_opentelemetry, 'severity_number', 'severityNumber', 'SeverityNumber')
      ],
      'log.logger' => [
        :keyword,
        keys(:keyword, 'log.logger', 'logger', 'logger_name', 'loggerName', 'LoggerName', 'SourceContext',
             'Properties.SourceContext', '@module', 'record.name'),
        keys(:keyword, 'Category', where: beside(%w[EventId LogLevel])),
        keys(:keyword, 'channel', where: beside(%w[level_name])),
        keys(:keyword, 'target', where: beside(%w[fields])),
        keys(:keyword, 'name', where: beside(%w[levelname levelno pid]))
      ],
      'process.thread.name' => [
        :keyword,
        keys(:keyword, 'process.thread.name', 'thread_name', 'threadName', 'thread.name', 'thread',
             'attributes.thread.name', 'record.thread.name')
      ],
      'event.dataset' => [:keyword, keys(:keyword, 'event.dataset')]
    }.freeze

    SERVICES = {
      'service.name' => [
        :keyword,
        keys(:keyword, *within(RESOURCES, %w[service.name]), 'service', 'service_name', 'serviceName', 'dd.service',
             'otelServiceName', 'elasticapm_service_name', 'serviceContext.service')
      ],
      'service.version' => [
        :keyword,
        keys(:keyword, *within(RESOURCES, %w[service.version]), 'service_version', 'dd.version',
             'serviceContext.version')
      ],
      'service.environment' => [
        :keyword,
        keys(:keyword, 'service.environment', 'dd.env', 'elasticapm_service_environment',
             *within(RESOURCES, %w[deployment.environment.name deployment.environment]))
      ],
      'service.node.name' => [
        :keyword,
        keys(:keyword, 'service.node.name', *within(RESOURCES, %w[service.instance.id]))
      ]
    }.freeze

    EXCEPTIONS = ['exception.', 'attributes.exception.', 'context.exception.', 'thrown.'].freeze
    ERRORS = {
      'error.type' => [
        :keyword,
        keys(:keyword, 'error.type', 'err.type', *within(EXCEPTIONS, %w[type class exceptionType name]),
             'error.kind', 'error.name', 'err.name', 'exception_type', 'exception_class')
      ],
      'error.code' => [
        :keyword,
        keys(:keyword, 'error.code', 'err.code', *within(EXCEPTIONS, %w[code]), 'error_code', 'errorCode')
      ],
      'error.message' => [
        :match_only_text,
        keys(:text, 'error.message', 'error', 'err.message', 'err', *within(EXCEPTIONS, %w[message]), 'error_message',
             'errorMessage')
      ],
      'error.stack_trace' => [
        :wildcard,
        keys(:trace, 'error.stack_trace', 'error.stack', 'error.stacktrace', 'error.stackTrace', 'err.stack',
             *within(EXCEPTIONS, %w[stacktrace stack_trace stackTrace stack extendedStackTrace])),
        keys(:lines, 'stack_trace', 'stacktrace', 'stackTrace', 'StackTrace', '@x', 'exc_info', 'exc_text',
             'traceback', 'exception', 'Exception', 'stack', 'errorVerbose')
      ]
    }.freeze

    # By name the type, and the keys from which it comes.
    ALL = { **TRACES, **LOGS, **SERVICES, **ERRORS, **PromotedDurations::FIELDS, **PromotedRequests::FIELDS }.freeze

    # What they are in.
    OBJECTS = ALL.keys.map { |name| name.split('.').first }.uniq.freeze
  end
end
`,
  'promoted_keys.rb': `# frozen_string_literal: true

module Efk
  # Words to say which keys a field comes from.
  module PromotedKeys
    # Keys whose value \`PromotedValues\` reads as +read+ says, which also gives the fields of +also+, in this order. They
    # mean it only +where+ the keys around them say so. A value +stays+ if it says more than is read.
    Keys = Struct.new(:read, :names, :where, :also, :stays)

    # One of the keys is there.
    Beside = Struct.new(:names) do
      def in?(keys)
        names.intersect?(keys)
      end
    end

    # A better one is not there.
    Without = Struct.new(:name) do
      def in?(keys)
        !keys.include?(name)
      end
    end

    def keys(read, *names, where: nil, also: [], stays: false)
      Keys.new(read, names.freeze, where, also, stays).freeze
    end

    def beside(*names)
      Beside.new(names.flatten.freeze)
    end

    # Each of +names+ at each of the places.
    def within(places, names)
      names.product(places).map { |name, place| "#{place}#{name}" }
    end
  end
end
`,
  'promoted_requests.rb': `# frozen_string_literal: true

require_relative 'promoted_keys'

module Efk
  # From which keys the fields of requests come, of access logs and of what applications say of a request.
  module PromotedRequests
    extend PromotedKeys

    # What stands beside a word such as \`status\` or \`path\` where it is that of a request.
    REQUEST = %w[method request_method requestMethod http_method request request_uri uri url remote_addr].freeze
    METHOD = %w[method request_method requestMethod http_method httpMethod].freeze

    HTTP = {
      'http.request.method' => [
        :keyword,
        keys(:keyword, 'http.request.method', 'attributes.http.request.method'),
        keys(:http_method, 'http.method', 'attributes.http.method', 'method', 'request_method',
             'requestMethod', 'RequestMethod', 'http_method', 'httpMethod', 'verb', 'request.method',
             'req.method', 'http_request.method', 'httpRequest.requestMethod',
             'State.Method', 'Properties.RequestMethod'),
        # \`$request\` of nginx.
        keys(:request_line, 'request', 'request_line', also: %w[url.path url.query http.version])
      ],
      'http.response.status_code' => [
        :long,
        keys(:status, 'http.response.status_code', 'attributes.http.response.status_code', 'http.status_code',
             'attributes.http.status_code', 'status_code', 'statusCode', 'StatusCode', 'http_status',
             'http_status_code', 'httpStatus', 'httpStatusCode', 'response_code', 'responseCode', 'DownstreamStatus',
             'res.statusCode', 'res.status', 'response.status', 'response.status_code', 'response.statusCode',
             'httpRequest.status', 'State.StatusCode', 'Properties.StatusCode'),
        keys(:status, 'status', where: beside(REQUEST))
      ],
      'http.response.body.bytes' => [
        :long,
        keys(:count, 'http.response.body.bytes', 'attributes.http.response.body.size', 'http.response.body.size',
             'body_bytes_sent', 'DownstreamContentSize', 'response.bytes'),
        keys(:count, 'size', where: beside(%w[resp_headers])),
        keys(:count, 'bytes_sent', where: beside(%w[response_flags upstream_cluster])),
        keys(:count, 'bytes_out', where: beside(%w[bytes_in]))
      ],
      'http.version' => [:keyword, keys(:keyword, 'http.version')]
    }.freeze

    URLS = {
      'url.full' => [
        :wildcard,
        keys(:url, 'url.full', 'attributes.url.full', 'http.url', 'attributes.http.url', 'httpRequest.requestUrl',
             'url', 'uri', 'request.url', 'req.url')
      ],
      'url.path' => [
        :wildcard,
        keys(:path, 'url.path', 'attributes.url.path'),
        keys(:path_and_query, 'http.target', 'attributes.http.target', 'request_uri', 'requestUri', 'request.uri',
             'req.url', 'request.url', 'RequestPath', 'Properties.RequestPath', 'State.Path', 'httpRequest.requestUrl',
             also: %w[url.query]),
        keys(:path_and_query, 'uri', 'url', 'path', where: beside(METHOD), also: %w[url.query])
      ],
      'url.original' => [:wildcard, keys(:path, 'url.original')],
      'url.query' => [:keyword, keys(:keyword, 'url.query', 'attributes.url.query', 'query_string', 'request_query')],
      'url.domain' => [
        :keyword,
        keys(:domain, 'url.domain', 'RequestHost', 'request.host', 'http_host', 'vhost', 'State.Host'),
        keys(:domain, 'authority', where: beside(%w[response_flags upstream_cluster]))
      ]
    }.freeze

    CLIENTS = {
      'user_agent.original' => [
        :keyword,
        keys(:agent, 'user_agent.original', 'attributes.user_agent.original', 'user_agent', 'userAgent', 'UserAgent',
             'http_user_agent', 'http.user_agent', 'attributes.http.user_agent', 'httpRequest.userAgent',
             'request.headers.User-Agent', 'req.headers.user-agent', 'request_User-Agent')
      ],
      'client.ip' => [
        :ip,
        keys(:ip_and_port, 'client.ip', 'client_ip', 'clientIp', 'clientIP', 'ClientIP', 'client.address',
             'attributes.client.address', 'request.client_ip', 'req.remoteAddress', 'ClientHost', 'remote_ip',
             'remoteIp', 'remoteIP', 'httpRequest.remoteIp', 'remote_addr', 'remoteAddr', 'remote_address',
             'remoteAddress', 'downstream_remote_address', also: %w[client.port]),
        # Caddy's, which is that of a proxy where the client is another one.
        keys(:ip, 'request.remote_ip', where: PromotedKeys::Without.new('client_ip'))
      ],
      'client.port' => [
        :long,
        keys(:port, 'client.port', 'ClientPort', 'remote_port', 'req.remotePort')
      ],
      'source.ip' => [:ip, keys(:ip, 'source.ip')]
    }.freeze

    FIELDS = { **HTTP, **URLS, **CLIENTS }.freeze
  end
end
`,
  'promoted_values.rb': `# frozen_string_literal: true

require_relative 'addresses'
require_relative 'durations'
require_relative 'log_levels'

module Efk
  # Values as fields of a type take them. Each method returns nil for what does not fit.
  module PromotedValues
    # \`ignore_above\`: longer ones would be stored and not found.
    LONGEST_KEYWORD = 1024
    LONGEST_ID = 128
    ZERO = '0'.ord
    MOST = (2**63) - 1
    DIGITS = /\\A\\d{1,18}\\z/
    # What tracers write where there is no trace.
    NO_ID = /\\A(?:0x)?0*\\z/
    METHODS = %w[GET HEAD POST PUT DELETE CONNECT OPTIONS TRACE PATCH QUERY PROPFIND PROPPATCH MKCOL COPY MOVE LOCK
                 UNLOCK REPORT].to_h { |method| [method, method] }.freeze
    DOMAIN = /\\A[[:alnum:]](?:[\\w.-]{0,252})\\z/
    PATH_AND_QUERY = %r{\\A(/[^?#\\s]*)(?:\\?([^#\\s]{1,1024}))?\\z}
    REQUEST_LINE = %r{\\A([A-Z]+) (/[^?#\\s]*)(?:\\?([^#\\s]{1,1024}))? HTTP/(\\d(?:\\.\\d)?)\\z}
    URL = %r{\\A[a-z]{2,5}://[^\\s/]}
    TRACEPARENT = /\\A\\h{2}-(\\h{32})-\\h{16}-\\h{2}/
    TRACE_OF_GOOGLE = %r{\\Aprojects/[^/]+/traces/(\\h{1,64})\\z}

    # What \`[]\` reads as quick as a Hash can.
    TABLES = { level: LogLevels::OF, level_of_python: LogLevels::OF_PYTHON, level_of_syslog: LogLevels::OF_SYSLOG,
               level_of_opentelemetry: LogLevels::OF_OPENTELEMETRY, http_method: METHODS }.freeze

    module_function

    # What gives by \`[]\` the value that fields get.
    def reader(name)
      TABLES[name] || method(name)
    end

    def keyword(value)
      case value
      when String then value if value.size <= LONGEST_KEYWORD && !value.empty? && value != '-'
      when Integer then value.to_s
      end
    end

    def id(value)
      value = value.to_s if value.is_a?(Integer)
      return unless value.is_a?(String) && value.size <= LONGEST_ID && !value.include?(' ')

      first = value.getbyte(0)
      first.nil? || first == ZERO ? unusual_id(value) : value
    end

    # Some write hexadecimal numbers with 0x.
    def unusual_id(text)
      text.delete_prefix('0x') unless NO_ID.match?(text)
    end

    def text(value)
      value if value.is_a?(String) && !value.empty?
    end

    # Some write a list of lines.
    def trace(value)
      return text(value) unless value.is_a?(Array)

      value.join("\\n") if !value.empty? && value.all?(String)
    end

    # Of a key that may mean something else.
    def lines(value)
      value if value.is_a?(String) && value.include?("\\n")
    end

    def count(value)
      value = value.to_i if value.is_a?(String) && DIGITS.match?(value)
      value if value.is_a?(Integer) && value >= 0 && value <= MOST
    end

    def status(value)
      value = count(value)
      value if value && value >= 100 && value <= 599
    end

    def port(value) = Addresses.port(count(value))

    def ip(value) = Addresses.ip(value)
    def ip_and_port(value) = Addresses.ip_and_port(value)

    def domain(value)
      value if value.is_a?(String) && DOMAIN.match?(value)
    end

    def path(value)
      value if value.is_a?(String) && value.start_with?('/')
    end

    def url(value)
      value if value.is_a?(String) && URL.match?(value)
    end

    def path_and_query(value)
      PATH_AND_QUERY.match(value)&.captures if value.is_a?(String)
    end

    # Method, path, query and version of HTTP.
    def request_line(value)
      line = REQUEST_LINE.match(value)&.captures if value.is_a?(String)
      line if line && METHODS.key?(line.first)
    end

    # Some write every header as a list.
    def agent(value)
      keyword(value.is_a?(Array) && value.size == 1 ? value.first : value)
    end

    def traceparent(value)
      found = TRACEPARENT.match(value)&.[](1) if value.is_a?(String)
      id(found) if found
    end

    def trace_of_google(value)
      found = TRACE_OF_GOOGLE.match(value)&.[](1) if value.is_a?(String)
      id(found) if found
    end

    def nanoseconds(value) = count(value)
    def milliseconds(value) = Durations.of_number(value, 1_000_000) || Durations.of_text(value)
    def seconds(value) = Durations.of_number(value, 1_000_000_000) || Durations.of_text(value)
    def microseconds(value) = Durations.of_number(value, 1_000) || Durations.of_text(value)
    def duration(value) = Durations.of_text(value)
  end
end
`,
  'promotion.rb': `# frozen_string_literal: true

require_relative 'promotion_table'

module Efk
  # Moves what programs write under well-known keys out of \`json\`, where all is searched as text, into the fields of the
  # Elastic Common Schema, which have types: levels can be counted, durations averaged, traces followed. Only what fits
  # the type is moved; everything else stays as it is, and nothing takes the place of a field that is there. Of two keys
  # for one field the first counts that the program has written.
  class Promotion
    # Changes +record+ and returns it. A second time changes nothing.
    def promote(record)
      json = record['json']
      PromotionTable::ROOT.move(json, record) if json.is_a?(Hash)
      record
    end
  end
end
`,
  'promotion_node.rb': `# frozen_string_literal: true

require_relative 'promotion_plan'

module Efk
  # \`json\`, or an object in it: what the keys in it mean. A program writes the same keys in the same order again and
  # again, so what they mean, which depends on which others are there, is looked up once for all objects that have them.
  class PromotionNode
    # Plans that are remembered, and the length of the keys of one. In bytes.
    PLANS = 64
    LONGEST = 1000

    def initialize
      @meanings = {}
      @plans = []
      @last = PromotionPlan.new([], [])
    end

    # The block makes for the last of the keys +names+, which are in each other, what moves its value.
    def add(name, *inner, &make)
      meanings = @meanings[name] ||= []
      return meanings << make.call(name) if inner.empty?

      branch = meanings.find { |meaning| meaning.is_a?(PromotionBranch) }
      meanings << branch = PromotionBranch.new(name) unless branch
      branch.node.add(*inner, &make)
    end

    # Moves what is in +object+ into fields of the record.
    def move(object, record)
      keys = object.keys
      plan = @last
      plan = @last = plan_of(keys) unless plan.keys == keys
      plan.moves.each { |move| move.call(object, record) }
    end

    private

    def plan_of(keys)
      place = keys.hash % PLANS
      plan = @plans[place]
      return plan if plan && plan.keys == keys

      plan = PromotionPlan.of(keys, @meanings)
      keys.sum(&:bytesize) > LONGEST ? plan : @plans[place] = plan
    end
  end

  # Moves what is in the object under a key.
  class PromotionBranch
    attr_reader :node

    def initialize(key)
      @key = key
      @node = PromotionNode.new
    end

    def means?(_keys) = true

    def call(object, record)
      inner = object[@key]
      return unless inner.is_a?(Hash) && !inner.empty?

      @node.move(inner, record)
      object.delete(@key) if inner.empty?
    end
  end
end
`,
  'promotion_plan.rb': `# frozen_string_literal: true

module Efk
  # What is done with an object that has these keys, in their order.
  PromotionPlan = Struct.new(:keys, :moves) do
    # +meanings+ are by key the moves that there are.
    def self.of(keys, meanings)
      new(keys, keys.flat_map { |key| meanings.fetch(key, []) }.select { |move| move.means?(keys) })
    end
  end
end
`,
  'promotion_source.rb': `# frozen_string_literal: true

module Efk
  # How the value of a key gets into a field.
  class PromotionSource
    # +targets+ get what +keys+ (PromotedKeys) say.
    def self.of(key, keys, targets)
      (keys.stays || targets.size > 1 ? Particular : self).new(key, keys, targets)
    end

    def initialize(key, keys, targets)
      @key = key
      @read = PromotedValues.reader(keys.read)
      @where = keys.where
      @target = targets.first
    end

    # Whether the key means it in an object with +keys+.
    def means?(keys)
      @where.nil? || @where.in?(keys)
    end

    # Moves the value from +object+ into the record, if it fits the field and the record does not have that yet. It is
    # called for each field of each record, so it does no more than it must.
    def call(object, record)
      read = @read[object[@key]]
      object.delete(@key) if !read.nil? && @target.put(record, read)
    end

    # One that gives several fields, or leaves the value where it is.
    class Particular < PromotionSource
      def initialize(key, keys, targets)
        super
        @stays = keys.stays
        @targets = targets
      end

      def call(object, record)
        read = @read[object[@key]]
        object.delete(@key) if !read.nil? && put(record, Array(read)) && !@stays
      end

      private

      # Nil if the record does not have all parts of the value now; then it has none.
      def put(record, values)
        parts = @targets.zip(values).select(&:last)
        parts.each { |target, part| target.put(record, part) } if parts.all? { |target, _| target.free?(record) }
      end
    end
  end
end
`,
  'promotion_table.rb': `# frozen_string_literal: true

require_relative 'promoted_fields'
require_relative 'promoted_values'
require_relative 'promotion_node'
require_relative 'promotion_source'
require_relative 'promotion_target'

module Efk
  # What a key means, by one look: made once from \`PromotedFields\`.
  module PromotionTable
    TARGETS = PromotedFields::ALL.keys.to_h { |name| [name, PromotionTarget.of(name)] }.freeze

    module_function

    def build(fields)
      root = PromotionNode.new
      fields.each do |name, (_, *groups)|
        groups.each do |keys|
          targets = TARGETS.fetch_values(name, *keys.also)
          keys.names.each { |key| add(root, key, keys, targets) }
        end
      end
      root
    end

    # Under every way to write a key: with dots, as objects in each other, and both.
    def add(root, key, keys, targets)
      ways(key.split('.')).each do |names|
        root.add(*names.map(&:-@)) { |name| PromotionSource.of(name, keys, targets) }
      end
    end

    def ways(names)
      return [names] if names.size == 1

      first, second, *others = names
      ways(["#{first}.#{second}", *others]) + ways([second, *others]).map { |rest| [first, *rest] }
    end

    ROOT = build(PromotedFields::ALL)
  end
end
`,
  'promotion_target.rb': `# frozen_string_literal: true

require_relative 'pipeline_error'

module Efk
  # A field of a record, to put a value there that it does not have yet.
  class PromotionTarget
    # \`error\` of a marked record is not that of the program: it says what is wrong with the record.
    class OfError < PromotionTarget
      def put(record, value)
        super unless PipelineError.marked?(record)
      end

      def free?(record)
        !PipelineError.marked?(record) && super
      end
    end

    # In an object that is in another one.
    class Inner < PromotionTarget
      def put(record, value)
        object = object(record, @outer)
        @inner.each { |name| object &&= object(object, name) }
        object[@name] = value unless object.nil? || object.key?(@name)
      end
    end

    def self.of(path)
      return OfError.new(path) if path.start_with?('error.')

      (path.count('.') > 1 ? Inner : self).new(path)
    end

    def initialize(path)
      @outer, *@inner, @name = path.split('.').map(&:-@)
    end

    # Nil if there is a value, or something else in its place.
    def put(record, value)
      object = record[@outer]
      return record[@outer] = { @name => value } if object.nil?

      object = object(record, @outer) unless object.is_a?(Hash) && !object.frozen?
      object[@name] = value unless object.nil? || object.key?(@name)
    end

    def free?(record)
      [@outer, *@inner].each do |name|
        record = record.fetch(name) { return true }
        return false unless record.is_a?(Hash)
      end
      !record.key?(@name)
    end

    private

    # What it is in; it may be the same one for many records.
    def object(record, name)
      inner = record[name]
      return record[name] = {} if inner.nil?
      return unless inner.is_a?(Hash)

      inner.frozen? ? record[name] = inner.dup : inner
    end
  end
end
`,
  'rare_log.rb': `# frozen_string_literal: true

module Efk
  # Says a thing of a kind at most once in a while, with how often it happened since: a fault that every request meets
  # must not turn the log of Fluentd into the largest one on the node, nor rotate out what else stands in it.
  class RareLog
    def initialize(log, interval: 60, clock: -> { Process.clock_gettime(Process::CLOCK_MONOTONIC) })
      @log = log
      @interval = interval
      @clock = clock
      @mutex = Mutex.new
      @last = {}
      @held = Hash.new(0)
    end

    def warn(kind, message, fields = {})
      held = @mutex.synchronize { take_turn(kind) }
      @log.warn(message, held.positive? ? fields.merge(not_logged: held) : fields) if held
    end

    private

    # How often the kind was held back since it was said; nil to hold it back again.
    def take_turn(kind)
      now = @clock.call
      if @last[kind] && now - @last[kind] < @interval
        @held[kind] += 1
        return
      end
      @last[kind] = now
      @held.delete(kind) || 0
    end
  end
end
`,
  'rate_limit.rb': `# frozen_string_literal: true

require_relative 'pipeline_error'
require_relative 'rare_log'
require_relative 'dropped_records'

module Efk
  # Bounds how many lines a container may write in a time, by the times at which it wrote them, so that what is read
  # late is not dropped for it. How many were dropped stands in the next line that is kept, at most once a minute.
  class RateLimit
    CONFIG = proc do
      config_section :rate_limit, multi: false, param_name: :rate_limit do
        desc 'Lines that a container may write in the time.'
        config_param :lines, :integer
        desc 'The time.'
        config_param :per, :time
        desc 'Lines that it may write at once.'
        config_param :burst, :integer
      end
    end

    # Between two lines that say how many were dropped. In seconds.
    TELL = 60
    # Containers that are remembered, more than a node has; those that have written least lately are forgotten.
    MOST = 4096

    # What a container may still write, since when, what was dropped, and when that was told.
    Bucket = Struct.new(:tokens, :at, :dropped, :told)

    def self.steps(section)
      section.rate_limit ? [new(section.name, section.rate_limit)] : []
    end

    def initialize(treatment, limit)
      @rate = limit.lines.fdiv(limit.per)
      @burst = limit.burst
      @buckets = {}
      @treatment = treatment
      @dropped = DroppedRecords.new(treatment, 'rateLimit')
    end

    def report_to(log)
      @log = RareLog.new(log, interval: TELL)
    end

    def call(record, time)
      bucket = bucket_of(record['kubernetes'] || {}, time.to_f)
      return drop(record, bucket) if bucket.tokens < 1

      bucket.tokens -= 1
      bucket.dropped.positive? ? tell(record, bucket) : record
    end

    private

    def bucket_of(names, now)
      key = "#{names['pod_id']}/#{names['container_name']}"
      # Behind the others, as the one that was used last.
      bucket = @buckets.delete(key) || Bucket.new(@burst, now, 0, now - TELL)
      @buckets[key] = bucket
      @buckets.shift if @buckets.size > MOST
      fill(bucket, now) if now > bucket.at
      bucket
    end

    def fill(bucket, now)
      bucket.tokens = [bucket.tokens + ((now - bucket.at) * @rate), @burst].min
      bucket.at = now
    end

    def drop(record, bucket)
      bucket.dropped += 1
      @dropped.count(record)
      names = record['kubernetes'] || {}
      @log&.warn(:dropped, 'lines are dropped by rateLimit', treatment: @treatment,
                                                             namespace: names['namespace_name'],
                                                             pod: names['pod_name'], container: names['container_name'])
      nil
    end

    def tell(record, bucket)
      return record if bucket.at - bucket.told < TELL

      PipelineError.mark(record, "rateLimit: #{bucket.dropped} lines before this one were dropped")
      bucket.dropped = 0
      bucket.told = bucket.at
      record
    end
  end
end
`,
  'reading_lag.rb': `# frozen_string_literal: true

require_relative 'metrics'

module Efk
  # How far reading is behind what the containers have written.
  class ReadingLag
    def initialize
      @bytes = Metrics.gauge(:fluentd_container_logs_lag_bytes, 'Bytes of log files that the buffer has not taken yet.',
                             [:route])
    end

    # A route has a series as long as it has files on the node.
    def show(logs)
      lags = logs.each_with_object(Hash.new(0)) { |log, sums| sums[log.tag] += log.files.lag }
      @bytes.show(lags.transform_keys { |route| { route: route } })
    end
  end
end
`,
  'reading_report.rb': `# frozen_string_literal: true

require_relative 'metrics'

module Efk
  # Tells of what could not be read: counts it, and says it in Fluentd's log, once a minute for each path.
  class ReadingReport
    # Time in which the same is not said again. In seconds.
    QUIET = 60

    attr_reader :log

    TEXTS = {
      bytes: 'Bytes that were removed before they were read.',
      files: 'Files that were removed before they were known to be read to their end.',
      errors: 'Failures to read a folder or a file.'
    }.freeze

    # Metrics of logs of containers.
    NAMES = {
      bytes: :fluentd_container_logs_lost_bytes_total, files: :fluentd_container_logs_lost_files_total,
      errors: :fluentd_container_logs_read_errors_total
    }.freeze

    # Counts in metrics of these +names+, which have +labels+.
    def initialize(log, names = NAMES, labels = {})
      @log = log
      @said = {}
      @labels = labels
      @lost, @files, @errors = TEXTS.map do |key, text|
        Metrics.counter(names[key], text, labels.keys).tap { |counter| counter.init_label_set(labels) }
      end
    end

    def lost(path, bytes)
      @lost.increment(by: bytes, labels: @labels)
      @files.increment(labels: @labels)
      @log.warn 'log removed before it was read', path: path, bytes: bytes
    end

    # While Fluentd was not running, so nobody knows how much there was.
    def vanished(log)
      @files.increment(labels: @labels)
      @log.warn 'log removed while nobody read it', log: log
    end

    def unreadable(path, error)
      @errors.increment(labels: @labels)
      say(path) { @log.error 'log cannot be read', path: path, error: error.class, reason: error.message }
    end

    # A fault of ours; the line is stored as it is.
    def failed(path, error)
      @errors.increment(labels: @labels)
      say([path, error.class]) do
        @log.error 'line cannot be handled', path: path, error: error.class, at: error.backtrace.first
      end
    end

    private

    def say(what)
      now = Process.clock_gettime(Process::CLOCK_MONOTONIC)
      @said.delete_if { |_, at| now - at > QUIET }
      yield unless @said.key?(what)
      @said[what] ||= now
    end
  end
end
`,
  'recent_count.rb': `# frozen_string_literal: true

module Efk
  # How many of something there were within a time, in steps of a few seconds. Its memory is that of the steps, however
  # many there were.
  class RecentCount
    # What belongs together. In seconds; so much longer than the time something may count.
    STEP = 5

    # For so long the most that it has been is shown, so that a scrape every half minute sees it. In seconds.
    SHOWN = 60

    def initialize(within)
      @within = within
      @steps = Hash.new(0)
      @count = 0
      @peaks = []
      @shown = nil
    end

    def add(time, now)
      forget(now)
      @steps[time / STEP] += 1
      @count += 1
      keep(now)
    end

    # The most that it has been within the last minute.
    def peak(now)
      forget(now)
      keep(now)
      @shown = @peaks.first.last
    end

    # Whether it may be another than was shown.
    def changed?(now)
      @shown != 0 || peak(now) != 0
    end

    private

    # In a second nothing becomes too old.
    def forget(now)
      return if now == @now

      @now = now
      @steps.delete_if { |step, _| (step + 1) * STEP <= now - @within }
      @count = @steps.each_value.sum
    end

    # Of the counts of the last minute those that may still become the most, the largest first.
    def keep(now)
      @peaks.pop while @peaks.any? && @peaks.last.last <= @count
      @peaks.shift while @peaks.any? && @peaks.first.first <= now - SHOWN
      @peaks << [now, @count]
    end
  end
end
`,
  'record_fit.rb': `# frozen_string_literal: true

require_relative 'json_fields'
require_relative 'storable_fields'
require_relative 'storable_time'
require_relative 'pipeline_error'
require_relative 'promotion'

module Efk
  # Fits a record to what Elasticsearch stores, and puts the fields of its message below \`json\`, where they cannot take
  # the place of ours. A filter before may have put them there already, read from another format. What was changed or
  # withheld is marked; a number that became its text is not, since all fields below \`json\` are searched as text anyway.
  class RecordFit
    # Labels of the metric.
    REASONS = %w[encoding fields number surrogate time failure].freeze

    SCRUBBED = 'message: bytes that are not UTF-8 were replaced by U+FFFD'
    SCRUBBED_FIELDS = 'json: bytes that are not UTF-8 were replaced by U+FFFD'
    HALF_CHARACTER = 'json: halves of characters (surrogates) were replaced by U+FFFD'
    FAILED = 'the record could not be fitted'
    SHOWN = 64

    # Yields one of REASONS for every record that is changed for it. Without +promotes+ all fields stay below \`json\`.
    def initialize(promotes: true, &changed)
      @changed = changed
      @json = JsonFields.new
      @storable = StorableFields.new
      @time = StorableTime.new
      @promotion = Promotion.new if promotes
    end

    # Changes +record+ and returns it.
    def fit(record, time)
      fit_time(record, time) unless @time.storable?(record['@timestamp'])
      message = record['message']
      message = fit_message(record, message) unless message.nil? || plain?(message)
      take(fields_of(record, message), record)
    rescue StorableFields::Unstorable => e
      record.delete('json')
      change(record, 'fields', "json: withheld, #{e.message}")
    end

    # The record as text, for one that +fit+ cannot take: whatever happened must not harm others.
    def text(record, time)
      @changed.call('failure')
      message = record['message'].to_s.dup.force_encoding(Encoding::UTF_8).scrub
      kept = record.except('json').merge('message' => message)
      kept['@timestamp'] = @time.text(time) unless @time.storable?(kept['@timestamp'])
      PipelineError.mark(kept, FAILED)
    end

    private

    def take(fields, record)
      return record unless fields

      record['json'] = fields
      @promotion&.promote(record)
      record
    end

    # What is below \`json\` and no object Elasticsearch would refuse.
    def fields_of(record, message)
      read = record['json']
      return @storable.of(read) { |reason| field_changed(record, reason) } if read.is_a?(Hash)

      record.delete('json')
      @json.of(message) { |reason| field_changed(record, reason) } if message
    end

    def plain?(message)
      message.is_a?(String) && message.encoding == Encoding::UTF_8 && message.valid_encoding?
    end

    def fit_message(record, message)
      text = message.to_s
      text = text.dup.force_encoding(Encoding::UTF_8) unless text.encoding == Encoding::UTF_8
      record['message'] = text.scrub
      change(record, 'encoding', SCRUBBED) unless text.valid_encoding?
      record['message']
    end

    # The event's own time was read from the same text and is no better than now.
    def fit_time(record, time)
      original = record['@timestamp']
      return no_time(record, time) unless original

      record['@timestamp'] = @time.text(Time.now)
      shown = original.to_s.dup.force_encoding(Encoding::UTF_8).scrub[0, SHOWN]
      change(record, 'time', "@timestamp: the time of reading instead of '#{shown}'")
    end

    def no_time(record, time)
      record['@timestamp'] = @time.text(time)
      change(record, 'time', '@timestamp: there is none; the time that the event came with')
    end

    def field_changed(record, reason)
      case reason
      when :surrogate then change(record, 'surrogate', HALF_CHARACTER)
      when :encoding then change(record, 'encoding', SCRUBBED_FIELDS)
      else @changed.call('number')
      end
    end

    def change(record, reason, why)
      @changed.call(reason)
      PipelineError.mark(record, why)
    end
  end
end
`,
  'redact.rb': `# frozen_string_literal: true

require_relative 'pattern'
require_relative 'cut_ends'
require_relative 'known_detectors'
require_relative 'redacted_record'
require_relative 'withheld'
require_relative 'treated_records'

module Efk
  # Redacts what must not be stored, in the message and in all fields, counted by pattern. What cannot be redacted is
  # withheld.
  class Redact
    CONFIG = proc do
      desc 'The key of hashes.'
      config_param :redaction_key, :string, default: nil, secret: true
      config_section :redact, multi: true, param_name: :redactions do
        desc 'What is redacted: a name that is known, or one for \`matches\`.'
        config_argument :pattern, :string
        desc 'A regular expression, for what is not known by name.'
        config_param :matches, :string, default: nil
        desc 'What stands for it.'
        config_param :with, :enum, list: %i[mask hash], default: :mask
      end
    end

    def self.steps(section)
      section.redactions.empty? ? [] : [new(section.name, section.redactions.map { |each| rule(each, section) })]
    end

    # What withholds the content of a record that fails before it is redacted; nil if nothing is.
    def self.guard(section)
      Withheld.new(section.name) unless section.redactions.empty?
    end

    def self.rule(redaction, section)
      own = redaction.matches
      detectors = own ? [Detector.new(Pattern.compile(own))] : known(redaction.pattern)
      key = key(section) if redaction.with == :hash
      RedactedTexts::Rule.new(redaction.pattern, detectors, key, own.nil?)
    end

    def self.known(name)
      KnownDetectors::BY_NAME.fetch(name) do
        raise Fluent::ConfigError,
              "what is redacted must be one of #{KnownDetectors::BY_NAME.keys.join(', ')}, got #{name}"
      end
    end

    # Short keys can be guessed.
    def self.key(section)
      key = section.redaction_key.to_s
      return key if key.bytesize >= 32

      raise Fluent::ConfigError, 'redaction_key must have at least 32 bytes, for hashes'
    end
    private_class_method :rule, :known, :key

    def initialize(treatment, rules)
      @rules = rules
      @ends = CutEnds.new(keys: rules.any? { |rule| rule.name == 'privateKey' })
      @redacted = rules.to_h { |rule| [rule.name, redacted(treatment, rule.name)] }
    end

    def call(record, _time)
      message = record['message']
      if message.is_a?(String)
        record['message'] = @ends.message(record, Pattern.text(message)) { count(record, 'privateKey') }
      end
      redacted = RedactedRecord.new(record, @rules)
      redacted.call
      redacted.found.each { |name| count(record, name) }
      record
    end

    private

    def redacted(treatment, pattern)
      TreatedRecords.new(:fluentd_treatments_redacted_total, 'Records in which a pattern was redacted.', treatment,
                         pattern: pattern)
    end

    def count(record, name)
      @redacted[name].count(record)
    end
  end
end
`,
  'redacted_fields.rb': `# frozen_string_literal: true

require_relative 'pattern'

module Efk
  # Redacts fields: all keys and values, at any depth. What has nothing in it stays the same object.
  class RedactedFields
    NONE = [].freeze
    # In the place of what is left out.
    REMOVED = Object.new
    # Below such a number all digits are written.
    EXPONENT = 1e10
    SECRET = 40

    # +texts+ are the RedactedTexts of the record.
    def initialize(texts)
      @texts = texts
    end

    # +value+, whose numbers become texts where they are redacted.
    def of(value)
      walk(value, NONE) { |number| number }
    end

    # +value+ without the numbers that are redacted, for which the block is called; nil if it is one. What is below the
    # keys +ours+ stays.
    def of_typed(value, ours)
      redacted = walk(value, ours) do
        yield
        REMOVED
      end
      redacted unless redacted.equal?(REMOVED)
    end

    private

    def walk(value, ours, &)
      case value
      when String then text(value)
      when Integer, Float then number(value, &)
      when Hash then object(value, ours, &)
      when Array then list(value, &)
      else value
      end
    end

    def text(value)
      @texts.of(Pattern.text(value))
    end

    # Also as it is written without an exponent.
    def number(number)
      forms = [number.to_s]
      forms << number.to_i.to_s if number.is_a?(Float) && number.finite? && number.abs >= EXPONENT
      forms.each do |form|
        redacted = @texts.of(form)
        return yield(redacted) unless redacted.equal?(form)
      end
      number
    end

    def list(values, &)
      redacted = values.map { |each| walk(each, NONE, &) }
      return values if values.each_index.all? { |index| redacted[index].equal?(values[index]) }

      redacted.reject { |each| each.equal?(REMOVED) }
    end

    def object(fields, ours, &)
      redacted = fields.each_with_object({}) do |(key, before), kept|
        ours.include?(key) ? kept[key] = before : put(kept, text(key.to_s), below(key, before, &))
      end
      same?(fields, redacted) ? fields : redacted
    end

    def same?(fields, redacted)
      fields.size == redacted.size && fields.all? { |key, value| redacted.key?(key) && redacted[key].equal?(value) }
    end

    # A text may be a secret because of its key.
    def below(key, before, &)
      after = walk(before, NONE, &)
      return after unless after.is_a?(String) && after.size == SECRET && key.to_s.match?(/key\\z/i)

      named = text("#{key}: #{after}").delete_prefix("#{key}: ")
      named == after ? after : named
    end

    # Two keys may be the same when they are redacted.
    def put(fields, name, value)
      return if value.equal?(REMOVED)

      number = 2
      free = name
      while fields.key?(free)
        free = "#{name} #{number}"
        number += 1
      end
      fields[free] = value
    end
  end
end
`,
  'redacted_record.rb': `# frozen_string_literal: true

require 'json'
require_relative 'pipeline_error'
require_relative 'pattern'
require_relative 'redacted_fields'
require_relative 'redacted_texts'

module Efk
  # Redacts a record: its message, and all keys and values of its fields, numbers too.
  class RedactedRecord
    # Where it comes from and when, which no application has written.
    OURS = %w[@timestamp _id kubernetes data_stream stream message].freeze
    # The same below other fields.
    OURS_BELOW = { 'log' => %w[offset flags], 'event' => %w[kind] }.freeze
    NONE = [].freeze
    REMOVED = 'fields: removed, since what is redacted is no number'
    # A number that is not written digit by digit.
    EXPONENT = /\\d[eE]\\+?\\d/
    OBJECT = /\\A\\uFEFF?\\s*\\{/

    def initialize(record, rules)
      @record = record
      @rules = needed(rules)
      @texts = RedactedTexts.new(@rules)
      @fields = RedactedFields.new(@texts)
    end

    # Names of the patterns that were found.
    def found = @texts.found

    # Changes the record and returns it.
    def call
      return @record if @rules.empty?

      before = @record['json']
      (@record.keys - OURS).each { |key| key == 'json' ? redact_json : redact_typed(key) }
      redact_message(!@record['json'].equal?(before)) if @record.key?('message')
      @record
    end

    private

    # Rules that may find something. A known pattern that is nowhere in the text of an object is in no value of it,
    # which spares nearly all records the walk.
    def needed(rules)
      message = @record['message']
      return rules if !message.is_a?(String) || !OBJECT.match?(message) || EXPONENT.match?(message)

      missing = rules.select { |rule| rule.known && !rule.match?(message) }
      RedactedTexts.plainer(message) { |plain| missing.reject! { |rule| rule.match?(plain) } }
      rules - missing
    end

    def redact_json
      @record['json'] = @fields.of(@record['json'])
    end

    # Where a field has a type that takes no text it is left out.
    def redact_typed(key)
      redacted = @fields.of_typed(@record[key], OURS_BELOW.fetch(key, NONE)) do
        PipelineError.mark(@record, REMOVED)
      end
      redacted.nil? ? @record.delete(key) : @record[key] = redacted
    end

    # The message of an object is made again from what is left of it: what a key or a value was may be written there in
    # other ways. What was found in other fields is sought in a message of another form.
    def redact_message(json_changed)
      text = Pattern.text(@record['message'].to_s)
      text = JSON.generate(@record['json']) if json_changed && OBJECT.match?(text)
      redacted = @texts.of(text)
      @texts.made.each { |secret, mask| redacted = redacted.gsub(secret) { mask } if redacted.include?(secret) }
      @record['message'] = redacted
    end
  end
end
`,
  'redacted_texts.rb': `# frozen_string_literal: true

require 'openssl'

module Efk
  # Replaces what is to be redacted in the texts of one record, and knows what it was.
  class RedactedTexts
    # A pattern of a treatment: how it is called, what finds it, the key of its hash, if it has one, and whether it is a
    # known one, which finds in a text of JSON what it finds in a value of it.
    Rule = Struct.new(:name, :detectors, :key, :known) do
      # +text+ with what the block makes of the mask that stands for a secret.
      def replace(text)
        detectors.inject(text) do |redacted, detector|
          detector.replace(redacted) { |secret| yield secret, mask(detector.normal(secret)) }
        end
      end

      def match?(text)
        detectors.any? { |detector| detector.match?(text) }
      end

      def mask(secret)
        return "[#{name} redacted]" unless key

        "[#{name} #{OpenSSL::HMAC.hexdigest('SHA256', key, secret)[0, HASH]}]"
      end
    end

    # Digits of a hash: 64 bits, of which the key keeps what can be guessed.
    HASH = 16
    # Stand for masks until all patterns were looked for: no pattern is to find anything in a mask.
    SLOTS = (0x100000..0x10FFFD)
    SLOT = /[\\u{100000}-\\u{10FFFD}]/
    ESCAPES = /\\\\(?:u(d[89ab]\\h\\h)\\\\u(d[c-f]\\h\\h)|u(\\h{4})|(.))/im
    CONTROLS = { 'n' => "\\n", 'r' => "\\r", 't' => "\\t", 'b' => "\\b", 'f' => "\\f" }.freeze
    # JSON in a text of JSON in a text of JSON.
    NESTED = 3

    # What was replaced, by what; and the names of the patterns that found it.
    attr_reader :made, :found

    def initialize(rules)
      @rules = rules
      @made = {}
      @found = Set.new
    end

    # +text+ without what is to be redacted; the same object if there is nothing. What is hidden in the escapes of JSON
    # is found too, and the text is given without these escapes then.
    def of(text)
      redacted = pass(text)
      RedactedTexts.plainer(redacted) do |plain|
        again = pass(plain)
        return of(again) unless again.equal?(plain)
      end
      redacted
    end

    # Gives the block what +text+ is without the escapes of JSON, and without those that are left.
    def self.plainer(text)
      NESTED.times do
        break unless text.include?('\\\\')

        yield text = unescaped(text)
      end
    end

    def self.unescaped(text)
      text.gsub(ESCAPES) do
        high, low, code, character = Regexp.last_match.captures
        next character_of(high, low) if high
        next CONTROLS.fetch(character, character) if character

        code.match?(/\\Ad[89a-f]/i) ? "\\uFFFD" : code.hex.chr(Encoding::UTF_8)
      end
    end

    def self.character_of(high, low)
      (0x10000 + ((high.hex - 0xD800) << 10) + low.hex - 0xDC00).chr(Encoding::UTF_8)
    end
    private_class_method :unescaped, :character_of

    private

    def pass(text)
      masks = @made.values.uniq
      before = with_slots(text, masks)
      redacted = @rules.inject(before) do |current, rule|
        rule.replace(current) { |secret, mask| slot(keep(masks, rule, secret, mask)) }
      end
      return text if redacted == before

      redacted.gsub(SLOT) { |character| masks[character.ord - SLOTS.begin] || character }
    end

    # Masks that stand in +text+ already become their slots.
    def with_slots(text, masks)
      masks.empty? ? text : text.gsub(Regexp.union(masks)) { |mask| slot(masks.index(mask)) }
    end

    # The place of the mask in +masks+.
    def keep(masks, rule, secret, mask)
      @found << rule.name
      @made[secret] = mask
      masks.index(mask) || (masks.push(mask).size - 1)
    end

    def slot(index)
      (SLOTS.begin + index).chr(Encoding::UTF_8)
    end
  end
end
`,
  'repeated_reading.rb': `# frozen_string_literal: true

require_relative 'metrics'
require_relative 'rare_log'

module Efk
  # What an input does that asks a server again and again, on a thread of its own: it counts the attempts that failed,
  # says so now and then, and waits. It has \`@tag\` and the helper \`thread\`.
  module RepeatedReading
    private

    def count_failures
      @rare_log = RareLog.new(log)
      @labels = { input: @tag }
      @failures = Metrics.counter(:fluentd_input_read_errors_total,
                                  'Attempts to read from a source that failed, and are repeated.', [:input])
      @failures.init_label_set(@labels)
    end

    def failed(error, message, fields = {})
      @failures.increment(labels: @labels)
      @rare_log.warn(error.class, message, input: @tag, error: error.class, reason: error.message, **fields)
    end

    # Not beyond the end of the thread.
    def wait(seconds)
      till = Process.clock_gettime(Process::CLOCK_MONOTONIC) + seconds
      sleep 0.1 while thread_current_running? && Process.clock_gettime(Process::CLOCK_MONOTONIC) < till
    end
  end
end
`,
  'request_line.rb': `# frozen_string_literal: true

module Efk
  # The first line of a request of HTTP, as access and error logs quote it. What is none, e.g. TLS sent to a port
  # without it, stays \`request\`.
  module RequestLine
    LINE = %r{\\A([A-Z]{1,32}) (\\S+)(?: HTTP/(\\d(?:\\.\\d)?))?\\z}
    PATH = %r{\\A(/[^?#]*)(?:\\?([^#]*))?}

    module_function

    # Its fields, in the names of the Elastic Common Schema.
    def fields(text)
      match = LINE.match(text)
      return text.empty? ? {} : { 'request' => text } unless match

      method, target, version = match.captures
      { 'http.request.method' => method, **target_fields(target), 'http.version' => version }.compact
    end

    def target_fields(target)
      path = PATH.match(target)
      return { 'url.original' => target } unless path

      { 'url.path' => path[1], 'url.query' => path[2] }
    end
  end
end
`,
  'resend_dead_letters.rb': `# frozen_string_literal: true

require 'fluent/config'
require_relative 'dead_letter_resend'
require_relative 'out_elasticsearch_bulk'
require_relative 'patience'

module Efk
  # The program that sends the dead letters of a node again, with what the configuration of Fluentd says:
  #
  #   kubectl exec <pod> -- ruby /fluentd/plugins/resend_dead_letters.rb
  module ResendDeadLetters
    CONFIG = '/fluentd/etc/fluent.conf'
    # Pauses before letters that were refused for a while are sent again. In seconds.
    PAUSES = [1, 2, 4, 8].freeze
    DONE = { 'stored' => 'stored', 'already_stored' => 'stored already', 'other_form' => 'stored in another form',
             'failure_store' => 'in the failure store', 'dead_letter' => 'refused again and kept',
             'unreadable' => 'unreadable and kept' }.freeze

    module_function

    # Returns the status with which the program ends.
    def run(config = CONFIG, out: $stdout, err: $stderr)
      out.puts(summary(resend(matches_in(Fluent::Config.build(config_path: config)))))
      0
    rescue BulkConnection::Lost, BulkDelivery::Postponed => e
      err.puts("Elasticsearch stores nothing at present (#{e.message}); the letters are still there, try again later")
      1
    rescue Fluent::ConfigError, SystemCallError => e
      err.puts(e.message)
      1
    end

    # What became of the letters.
    def resend(matches)
      client = BulkClient.new(settings(find(matches, 'elasticsearch_bulk')))
      letters = DeadLetterResend.new(find(matches, 'dead_letters')['path']) do |tag, body, size|
        client.deliver(tag, body, size, again: again)
      end
      letters.run.results
    end

    def again
      Patience.new(PAUSES) { |pause| sleep(pause) && true }.method(:again?)
    end

    def matches_in(element)
      element.elements.flat_map { |child| child.name == 'match' ? [child] : matches_in(child) }
    end

    def find(matches, type)
      matches.find { |match| match['@type'] == type } or raise Fluent::ConfigError, "there is no output #{type}"
    end

    def settings(match)
      plugin = Fluent::Plugin::ElasticsearchBulkOutput.new
      plugin.class::SETTINGS.to_h { |name| [name, cast(name, match[name.to_s]) || plugin.public_send(name)] }
    end

    def cast(name, value)
      case name
      when :compatible_with then value&.to_i
      when :request_timeout then value && Fluent::Config.time_value(value)
      else value
      end
    end

    def summary(results)
      return 'there are no dead letters' if results.empty?

      results.map { |result, number| "#{number} #{DONE.fetch(result)}" }.join(', ')
    end
  end
end

exit Efk::ResendDeadLetters.run(*ARGV) if $PROGRAM_NAME == __FILE__
`,
  'routing.rb': `# frozen_string_literal: true

require_relative 'first_selected'
require_relative 'way_choice'

module Efk
  # Which route and which treatment a container has. Both are looked up by the name of its namespace first, so that a
  # thousand of them cost what one does, and what names say is remembered: it is asked for whenever a folder is seen.
  class Routing
    CONFIG = proc do
      desc 'Names and globs of namespaces whose logs it takes; without these, treatments and labels, all that are left.'
      config_param :namespaces, :array, value_type: :string, default: nil
      desc 'Names of treatments whose logs it takes, whatever their namespace.'
      config_param :treatments, :array, value_type: :string, default: nil
      desc 'Globs by labels of the pods, in its namespaces, whose logs it takes; of each label one must match.'
      config_param :labels, :hash, default: nil
    end

    # Containers that are remembered; a node has far fewer at a time.
    KNOWN = 10_000

    # +routes+ and +treatments+ are sections of the configuration.
    def initialize(routes, treatments)
      @treatments = FirstSelected.new(treatments)
      @routes = routes
      @rest = rest
      @of_treatment = by(routes, &:treatments)
      file(routes)
      asked = treatments.flat_map { |section| [section.labels, section.except_labels] } + routes.map(&:labels)
      @labels = asked.compact.flat_map(&:keys).uniq
      @choices = {}
    end

    # The labels of pods that are asked for.
    attr_reader :labels

    # The way of a container. If it depends on the labels of its pod the block gives them, and there is none as long as
    # that gives nil.
    def of(namespace, container)
      choice = choice(namespace, container)
      choice.fixed || yield&.then { |labels| choice.way(labels) }
    end

    # Whether a container may have a route.
    def reads?(namespace, container)
      choice(namespace, container).routed?
    end

    private

    def rest
      left = @routes.select { |route| route.namespaces.nil? && route.treatments.nil? && route.labels.nil? }
      raise Fluent::ConfigError, 'at most one route can take all that is left' if left.size > 1

      left.first
    end

    def file(routes)
      labelled, others = routes.partition(&:labels)
      @by_labels = labelled.map { |route| [route, LabelCondition.new(route.labels, nil, false)] }
      @globs, names = by(others, &:namespaces).partition { |name, _| name.match?(/[*?]/) }
      @of_namespace = names.to_h
    end

    def by(routes)
      routes.flat_map { |route| (yield(route) || []).product([route]) }.to_h
    end

    def choice(namespace, container)
      @choices.clear if @choices.size > KNOWN
      @choices[[namespace, container]] ||= WayChoice.new(
        @treatments.of(namespace, container), by_labels(namespace),
        @of_namespace[namespace] || of_glob(namespace) || @rest
      ) { |treatment| @of_treatment[treatment] }
    end

    def by_labels(namespace)
      @by_labels.select do |route, _|
        route.namespaces.nil? || route.namespaces.any? { |glob| File.fnmatch?(glob, namespace) }
      end
    end

    def of_glob(namespace)
      @globs.find { |glob, _| File.fnmatch?(glob, namespace) }&.last
    end
  end
end
`,
  'runtime_line.rb': `# frozen_string_literal: true

require 'json'

module Efk
  # A line as a container runtime writes it: \`<time> <stdout|stderr> <F|P>[:<more tags>] <text>\` (containerd, CRI-O), or
  # an object of JSON with \`log\`, \`stream\` and \`time\` (Docker). One object reads all lines, so none is made per line.
  class RuntimeLine
    SPACE = ' '.ord
    COLON = ':'.ord
    BRACE = '{'.ord
    Z = 'Z'.ord
    STREAMS = { 'stdout ' => 'stdout', 'stderr ' => 'stderr' }.freeze
    TAGS = { 'F'.ord => :full, 'P'.ord => :partial }.freeze
    # What nearly all lines have between their time and their text.
    HEADS = STREAMS.to_a.product(TAGS.to_a).to_h do |(name, stream), (tag, kind)|
      ["#{name}#{tag.chr} ", [stream, kind]]
    end.freeze

    attr_reader :time, :stream, :text

    # Whether the line goes on in the next one.
    def partial?
      @tag == :partial
    end

    # Reads buffer[from...to]. Returns whether it is a line of a runtime.
    def read?(buffer, from, to)
      return docker?(buffer.byteslice(from, to - from)) if buffer.getbyte(from) == BRACE

      space = usual?(buffer, from) ? from + 30 : buffer.index(' ', from)
      return false unless space && space + 9 <= to && space > from

      @time = buffer.byteslice(from, space - from)
      rest?(buffer, space + 1, to)
    end

    private

    # Whether the time has nine digits, as nine of ten have.
    def usual?(buffer, from)
      buffer.getbyte(from + 30) == SPACE && buffer.getbyte(from + 29) == Z
    end

    def rest?(buffer, from, to)
      start = from + 9
      @stream, @tag = HEADS[buffer.byteslice(from, 9)]
      return other_rest?(buffer, from, to) unless @stream && start <= to

      text?(buffer, start, to)
    end

    # With more tags, or without a text.
    def other_rest?(buffer, from, to)
      @stream = STREAMS[buffer.byteslice(from, 7)]
      @tag = TAGS[buffer.getbyte(from + 7)]
      start = text_start(buffer, from + 8, to)
      return false unless @stream && @tag && start

      text?(buffer, start, to)
    end

    def text?(buffer, start, to)
      @text = buffer.byteslice(start, to - start).force_encoding(Encoding::UTF_8)
      true
    end

    # Behind the tag stands one space, or more tags and a space. A text that is empty may have lost its space.
    def text_start(buffer, after, to)
      return to if after == to

      case buffer.getbyte(after)
      when SPACE then after + 1
      when COLON
        space = buffer.index(' ', after)
        space && space < to ? space + 1 : to
      end
    end

    def docker?(line)
      fields = JSON.parse(line.force_encoding(Encoding::UTF_8).scrub, max_nesting: 4)
      @stream = STREAMS["#{fields['stream']} "]
      @time, @text = fields.values_at('time', 'log')
      return false unless @stream && @time.is_a?(String) && @text.is_a?(String)

      @tag = @text.end_with?("\\n") ? :full : :partial
      @text = @text.delete_suffix("\\n")
      true
    rescue JSON::ParserError
      false
    end
  end
end
`,
  'runtime_time.rb': `# frozen_string_literal: true

require 'fluent/time'
require 'time'

module Efk
  # The time that a container runtime writes before a line: RFC 3339 with up to nine digits, without trailing zeros and
  # so also without a fraction, in UTC (containerd, Docker) or with the offset of the node (CRI-O).
  class RuntimeTime
    SECOND = /\\A(\\d{4})-(\\d\\d)-(\\d\\d)T(\\d\\d):(\\d\\d):(\\d\\d)(?=[.Z])/
    OFFSET = /[+-]\\d\\d:\\d\\d\\z/
    Z = 'Z'.ord

    def initialize
      @second = 'none'
    end

    # The Fluent::EventTime of +text+, or nil if that is no time.
    def parse(text)
      return parse_any(text) unless text.getbyte(-1) == Z

      # Lines come many to a second.
      return unless text.start_with?(@second) || change_second(text)

      Fluent::EventTime.new(@seconds, nanoseconds(text))
    end

    private

    def change_second(text)
      match = SECOND.match(text) or return
      @seconds = Time.utc(*match.captures).to_i
      @second = match[0]
    rescue ArgumentError
      nil
    end

    def nanoseconds(text)
      digits = text.byteslice(20..-2)
      digits.bytesize == 9 ? digits.to_i : digits.ljust(9, '0').to_i
    end

    def parse_any(text)
      Fluent::EventTime.from_time(Time.iso8601(text)) if text.match?(OFFSET)
    rescue ArgumentError
      nil
    end
  end
end
`,
  'sample.rb': `# frozen_string_literal: true

require 'digest'
require_relative 'conditions'
require_relative 'dropped_records'

module Efk
  # Keeps a share of the records. What decides is a hash of a field, so that records that share a value, those of one
  # trace, are all kept or all dropped, on every node; a record without the field is decided by its own identity.
  class Sample
    CONFIG = proc do
      config_section :sample, multi: false, param_name: :sample do
        desc 'Share of the records that is kept.'
        config_param :keep, :float
        desc 'Name of the field that decides.'
        config_param :by, :string, default: nil
        desc 'Fields of records that are all kept, and what each must be.'
        config_param :except, :hash, default: nil
      end
    end

    RANGE = 2**64

    def self.steps(section)
      section.sample ? [new(section.name, section.sample)] : []
    end

    def initialize(treatment, sample)
      @below = (sample.keep * RANGE).round
      # Where a program writes it, if it is no field of its own yet.
      @fields = sample.by ? [Field.new(sample.by), Field.new("json.#{sample.by}")] : []
      @except = sample.except && Conditions.new(sample.except)
      @dropped = DroppedRecords.new(treatment, 'sample')
    end

    def call(record, _time)
      return record if @except&.fulfilled?(record) || kept?(record)

      @dropped.count(record)
      nil
    end

    private

    def kept?(record)
      value = nil
      @fields.each { |field| value ||= field.get(record) }
      Digest::SHA256.digest((value || record['_id']).to_s).unpack1('Q>') < @below
    end
  end
end
`,
  'saved_position.rb': `# frozen_string_literal: true

require 'fileutils'
require 'json'

module Efk
  # How far an input has read, in a file that is replaced as a whole: a process that is killed leaves the old one or the
  # new one.
  class SavedPosition
    def initialize(path)
      @path = path
      FileUtils.mkdir_p(File.dirname(path))
    end

    # What was saved last, or nil. A file that is there and cannot be read is an error: nobody knows what was read then.
    def load
      JSON.parse(File.read(@path))
    rescue Errno::ENOENT, JSON::ParserError
      nil
    end

    def save(position)
      File.open("#{@path}.new", 'w', 0o600) do |file|
        file.write(JSON.generate(position))
        file.fsync
      end
      File.rename("#{@path}.new", @path)
    end
  end
end
`,
  'selection.rb': `# frozen_string_literal: true

require_relative 'label_condition'

module Efk
  # Which containers are meant: those whose namespace, name and pod all match, but for those that are excepted.
  class Selection
    CONFIG = proc do
      desc 'Globs of namespaces, one of which must match; all when left out.'
      config_param :namespaces, :array, value_type: :string, default: nil
      desc 'Globs of containers, one of which must match; all when left out.'
      config_param :containers, :array, value_type: :string, default: nil
      desc 'Globs by labels of pods; of each label one must match.'
      config_param :labels, :hash, default: nil
      desc 'Globs of namespaces that are excepted, from their excepted containers.'
      config_param :except_namespaces, :array, value_type: :string, default: nil
      desc 'Globs of containers that are excepted, in the excepted namespaces.'
      config_param :except_containers, :array, value_type: :string, default: nil
      desc 'Globs by labels of pods that are excepted, in the excepted namespaces.'
      config_param :except_labels, :hash, default: nil
      desc 'Whether it means pods that are gone, whose labels nobody can know any more.'
      config_param :unknown_labels, :bool, default: false
    end

    # Globs of namespaces, of containers and by labels; without globs all match.
    Part = Struct.new(:namespaces, :containers, :labels) do
      def names?(*names)
        [namespaces, containers].zip(names).all? do |globs, name|
          globs.nil? || globs.any? { |glob| File.fnmatch?(glob, name) }
        end
      end
    end

    # Of a section of the configuration.
    def self.of(section)
      except = Part.new(section.except_namespaces, section.except_containers, section.except_labels)
      new(Part.new(section.namespaces, section.containers, section.labels), except.any? ? except : nil,
          section.unknown_labels)
    end

    # +select+ and +except+ are parts, the second one or nil.
    def initialize(select, except = nil, unknown = false) # rubocop:disable Style/OptionalBooleanParameter
      @select = select
      @except = except
      @selected = select.labels ? LabelCondition.new(select.labels, nil, unknown) : true
      @excepted = except&.labels ? LabelCondition.new(select.labels, except.labels, unknown) : false
    end

    # Whether a container is meant, as far as its names tell: true, false, or a LabelCondition of its pod.
    def of(*names)
      return false unless @select.names?(*names)

      @except&.names?(*names) ? @excepted : @selected
    end
  end
end
`,
  'series.rb': `# frozen_string_literal: true

require 'prometheus/client'

module Efk
  # Metrics whose series go when what they are about is gone. Those of the client stay until the process ends
  # (fluent/fluent-plugin-prometheus#189), so that a node on which pods come and go has more and more of them.
  module Series
    # Values by labels, as the client's own store keeps them, but that they can be removed.
    class Store
      def initialize
        @values = Hash.new(0.0)
        @lock = Monitor.new
      end

      def synchronize(&) = @lock.synchronize(&)

      def set(labels:, val:)
        synchronize { @values[labels] = val.to_f }
      end

      def increment(labels:, by: 1)
        synchronize { @values[labels] += by }
      end

      def get(labels:)
        synchronize { @values[labels] }
      end

      def all_values
        synchronize { @values.dup }
      end

      def remove(labels)
        synchronize { @values.delete(labels) }
      end

      def replace(values)
        synchronize { @values.replace(values) }
      end
    end

    # For every kind of metric.
    module Removable
      def initialize(*, **)
        super
        replace_internal_store(Store.new)
        init_label_set({}) if labels.empty?
      end

      # Takes a series away.
      def remove(labels)
        @store.remove(label_set_for(labels))
      end
    end

    # A number that grows.
    class Counter < Prometheus::Client::Counter
      include Removable
    end

    # A number that changes.
    class Gauge < Prometheus::Client::Gauge
      include Removable

      # Takes values by labels: there are these series, and no other.
      def show(values)
        @store.replace(values.to_h { |labels, value| [label_set_for(labels), value.to_f] })
      end
    end

    # How numbers are spread.
    class Histogram < Prometheus::Client::Histogram
      include Removable

      # Adds what was counted elsewhere: as many observations in each bucket, and in the one behind the last; their sum.
      def add(counts, sum, labels)
        set = label_set_for(labels)
        @store.synchronize do
          counts.zip([*buckets, '+Inf']) do |count, bucket|
            @store.increment(labels: set.merge(le: bucket.to_s), by: count) if count.positive?
          end
          @store.increment(labels: set.merge(le: 'sum'), by: sum)
        end
      end

      def remove(labels)
        set = label_set_for(labels)
        [*buckets, '+Inf', 'sum'].each { |bucket| @store.remove(set.merge(le: bucket.to_s)) }
      end
    end
  end
end
`,
  'server_certificate.rb': `# frozen_string_literal: true

require 'openssl'

module Efk
  # The certificate of a server, from files that are replaced while it runs: cert-manager renews them.
  class ServerCertificate
    # Time between two looks. In seconds.
    INTERVAL = 30

    # Without +authority+, a file, any client may connect.
    def initialize(certificate, key, authority = nil)
      @files = [certificate, key, authority].compact
      @certificate = certificate
      @key = key
      @authority = authority
      @mutex = Mutex.new
      @at = -INTERVAL
    end

    # An OpenSSL::SSL::SSLContext with the files as they are. While they cannot be read, the one before.
    def context
      @mutex.synchronize do
        now = Process.clock_gettime(Process::CLOCK_MONOTONIC)
        look(now) if now - @at >= INTERVAL
        @context
      end
    end

    private

    def look(now)
      @at = now
      times = @files.map { |file| File.mtime(file) }
      return if times == @times

      @context = load
      @times = times
    rescue SystemCallError, OpenSSL::OpenSSLError
      raise unless @context
    end

    def load
      leaf, *chain = OpenSSL::X509::Certificate.load_file(@certificate)
      context = OpenSSL::SSL::SSLContext.new
      context.add_certificate(leaf, OpenSSL::PKey.read(File.read(@key)), chain)
      context.min_version = OpenSSL::SSL::TLS1_2_VERSION
      ask_for_certificate(context) if @authority
      context.tap(&:freeze)
    end

    def ask_for_certificate(context)
      context.ca_file = @authority
      context.verify_mode = OpenSSL::SSL::VERIFY_PEER | OpenSSL::SSL::VERIFY_FAIL_IF_NO_PEER_CERT
    end
  end
end
`,
  'server_error_lines.rb': `# frozen_string_literal: true

require_relative 'request_line'

module Efk
  # Error logs of nginx: https://nginx.org/en/docs/ngx_core_module.html#error_log
  class NginxErrorLines
    LINE = %r{\\A(\\d{4}/\\d\\d/\\d\\d \\d\\d:\\d\\d:\\d\\d) \\[(\\w{1,16})\\] (\\d{1,10})#(\\d{1,10}): (?:\\*\\d+ )?(.*)\\z}m
    # What is said of the request, behind the message.
    DETAIL = /, (client|server|upstream|host|referrer|request): (?:"((?:[^"\\\\]|\\\\.)*+)"|([^,"]*+))/
    NAMES = { 'client' => 'client.address', 'server' => 'server', 'upstream' => 'upstream.url',
              'host' => 'url.domain', 'referrer' => 'http.request.referrer' }.freeze

    def read(text)
      match = LINE.match(text) or return
      time, level, pid, thread, message = match.captures
      fields = { 'time' => time, 'log.level' => level, 'process.pid' => pid.to_i, 'process.thread.id' => thread.to_i,
                 'message' => message }
      message.scan(DETAIL) { |name, quoted, plain| add(fields, name, quoted || plain) }
      fields
    end

    private

    def add(fields, name, value)
      return fields.merge!(RequestLine.fields(value)) if name == 'request'

      value = value.sub(/:\\d+\\z/, '') if name == 'host'
      fields[NAMES[name]] = value unless value.empty?
    end
  end

  # Error logs of Apache httpd, of 2.2 and 2.4: https://httpd.apache.org/docs/2.4/mod/core.html#errorlogformat
  class ApacheErrorLines
    TIME = /\\w{3} \\w{3} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,6})? \\d{4}/
    LINE = /\\A\\[(#{TIME})\\]\\ \\[(?:(\\w{0,32}):)?(\\w{1,16})\\](?:\\ \\[pid\\ (\\d{1,10})(?::tid\\ (\\d{1,20}))?\\])?
      (?:\\ \\[client\\ ([^\\]\\s]{1,128})\\])?\\ ?(?:(AH\\d{5}):\\ )?(.*)\\z/mx

    NAMES = %w[time log.logger log.level process.pid process.thread.id client.address error.code message].freeze
    NUMBERS = [3, 4].freeze

    def read(text)
      match = LINE.match(text) or return
      values = match.captures.each_with_index.map { |value, index| NUMBERS.include?(index) ? value&.to_i : value }
      fields = NAMES.zip(values).to_h
      fields.reject { |_, value| value.nil? || value == '' }
    end
  end
end
`,
  'spread_retries.rb': `# frozen_string_literal: true

module Efk
  # Pauses of an output between its attempts, which every collector of a cluster makes for itself. Those of Fluentd are
  # an eighth longer or shorter by chance: of collectors that failed at the same time half come back within a second.
  module SpreadRetries
    # Share by which a pause may be longer or shorter; Fluentd takes no more.
    WIDTH = 0.5

    private

    # Called by Fluentd when the first attempt has failed.
    def retry_state_create(*, **)
      super(*, **, randomize_width: WIDTH)
    end

    # A pause of our own.
    def spread(seconds)
      seconds * (1 + (WIDTH * ((2 * rand) - 1)))
    end
  end
end
`,
  'sql_rows.rb': `# frozen_string_literal: true

require 'json'

module Efk
  # Reads the rows of a table in the order of a key that grows, block by block. Rows of a transaction that is committed
  # late have a smaller key than rows that are there already, so what is younger than a while is read again and again:
  # the position is the key that was the largest that long ago, and what was taken since is remembered.
  class SqlRows
    # Rows of a block at first and at most, and what a block should have at most. In bytes.
    FIRST = 64
    BLOCK = 1000
    BYTES = 8 << 20

    # Keys that are remembered.
    MOST = 200_000

    # +client+ returns rows behind a key. +settle+ is how long a transaction may take. In seconds.
    def initialize(client, settle, clock: -> { Process.clock_gettime(Process::CLOCK_MONOTONIC) })
      @client = client
      @limit = FIRST
      @settle = settle
      @clock = clock
      @taken = {}
      @largest = []
    end

    # Yields blocks of rows, each [key, time, JSON of the row], that were not yielded before. Returns the position from
    # which to go on after a restart, or nil; +position+ is the last one.
    def read_from(position, &)
      after = position
      loop do
        limit = @limit
        rows = @client.rows(after, limit)
        after = rows.last&.first || after
        take(rows, &)
        return forget(after) if @taken.size >= MOST
        break if rows.size < limit
      end
      settled(after)
    end

    private

    def take(rows)
      @limit = limit_after(rows.sum { |row| row.last.bytesize })
      fresh = rows.reject { |key, *| @taken.key?(key) }
      return if fresh.empty?

      yield fresh
      fresh.each { |row| @taken[row.first] = @clock.call }
    end

    # Rows of the next block, by the bytes of the last one.
    def limit_after(bytes)
      return [@limit * BYTES / bytes, 1].max if bytes > BYTES

      bytes * 2 > BYTES ? @limit : [@limit * 2, BLOCK].min
    end

    # Of a backlog nobody waits for late rows.
    def forget(after)
      @taken.clear
      @largest.clear
      after
    end

    # The largest key that there was before the longest transaction that may be open.
    def settled(largest)
      now = @clock.call
      @largest << [now, largest] if largest
      old = @largest.take_while { |at, _| at <= now - @settle }
      @largest.shift(old.size - 1) if old.size > 1
      @taken.delete_if { |_, at| at <= now - (3 * @settle) }
      old.last&.last
    end
  end
end
`,
  'stack_trace.rb': `# frozen_string_literal: true

require_relative 'trace_rules_beam'
require_relative 'trace_rules_common'
require_relative 'trace_rules_go'
require_relative 'trace_rules_jvm'
require_relative 'trace_rules_native'
require_relative 'trace_rules_node'
require_relative 'trace_rules_python'
require_relative 'trace_rules_scripts'

module Efk
  # What continues what in the output of a program: a machine whose states say what has been read, and whose rules say
  # by which line it goes on. The rules are data, by language, in the trace_rules files:
  #
  #   [states it holds in, pattern of the line, next state, how]
  #
  # A rule of the state :start begins an event; a text that no rule begins is in the state :line. How a line continues:
  #
  #   nothing  it is part of the event, and proves what was guessed
  #   :guess   it may be part of the event, if a line proves it
  #   :quoted  it is part of the event if the source code in the trace holds its text
  #   :done    it is the last line of the event
  #   :apart   it proves what was guessed, but begins the next event
  #
  # fluent-plugin-detect-exceptions works in the same way, but forgets the line before an exception, and knows no guess,
  # so that it must take \`Error: x\` for a trace or never.
  module StackTrace
    Rule = Struct.new(:pattern, :to, :how)

    # What has been read of an event. The pattern of all rules is asked first, because most lines match none.
    class State
      attr_reader :name

      def initialize(name)
        @name = name
        @rules = []
      end

      def rules=(rules)
        @rules = rules
        @any = Regexp.union(patterns)
      end

      def patterns = @rules.map(&:pattern)

      # The rule by which the text continues an event in this state.
      def follow(text)
        @rules.find { |rule| rule.pattern.match?(text) } if text.start_with?(' ', "\\t") || @any.match?(text)
      end
    end

    # What is asked of programs in a language, beside what is common to all.
    LANGUAGES = {
      'dotnet' => [], 'elixir' => [BeamRules], 'erlang' => [BeamRules], 'go' => [GoRules], 'java' => [JvmRules],
      'node' => [NodeRules], 'php' => [ScriptRules], 'python' => [PythonRules], 'ruby' => [ScriptRules],
      'rust' => [NativeRules], 'swift' => [NativeRules]
    }.freeze

    ROWS = (CommonRules::FREQUENT + PythonRules::ROWS + NodeRules::ROWS + GoRules::ROWS + JvmRules::ROWS +
      ScriptRules::ROWS + BeamRules::ROWS + NativeRules::ROWS + CommonRules::ROWS).freeze

    # A line that can be part of a message: it begins no event of another kind, and no record of a log.
    MESSAGE = /\\A(?!#{Regexp.union(CommonRules::RECORD, *ROWS.filter_map { |from, re,| re if from.include?(:start) })})/

    DIGITS = (0x30..0x39)
    SEEN = 2000
    private_constant :DIGITS, :SEEN

    # The machine of some rules.
    class Machine
      # The state of a line that is part of no trace.
      attr_reader :line

      def initialize(rows)
        @start, @line = states_of(rows).values_at(:start, :line)
        @special = Regexp.union(*(@line.patterns + @start.patterns).uniq)
      end

      # The state of an event that begins with +text+.
      def start(text)
        @start.follow(text)&.to || @line
      end

      # Whether the text begins an event behind a line that is part of no trace, and is itself such a line, as nearly
      # all lines are; without a pattern if it begins with its time.
      def ordinary?(text)
        DIGITS.cover?(text.getbyte(0) || 0) || !@special.match?(text)
      end

      private

      def states_of(rows)
        states = rows.flat_map { |from, _, to,| [*from, to] }.uniq.to_h { |name| [name, State.new(name)] }
        states.each { |name, state| state.rules = rules_of(name, rows, states) }
      end

      def rules_of(name, rows, states)
        rows.filter_map do |from, pattern, to, how|
          Rule.new(pattern == :message ? MESSAGE : pattern, states.fetch(to), how) if from.include?(name)
        end
      end
    end

    # All of it, for a program of which nothing is known.
    ALL = Machine.new(ROWS)

    module_function

    # The machine of the programs in +languages+, keys of LANGUAGES.
    def of(languages)
      rules = languages.flat_map { |name| LANGUAGES.fetch(name) }.uniq
      Machine.new(CommonRules::FREQUENT + rules.flat_map { |rows| rows::ROWS } + CommonRules::ROWS)
    end

    # The text as patterns can read it: they raise an error for bytes that are not UTF-8, and see only the beginning of
    # a long line, so that none of them takes long. What ends it there is no end for any of them.
    def readable(text)
      text = "#{text.byteslice(0, SEEN)} ~" if text.bytesize > SEEN
      text.valid_encoding? ? text : text.b
    end

    # Whether the text is a JSON object in one line, by its ends.
    def json?(text)
      return false unless text.start_with?('{"', '{}', '{ "', '{ }')

      last = text.getbyte(-1)
      last == 0x7D || (last <= 0x20 && text.b.rstrip.end_with?('}'))
    end
  end
end
`,
  'storable_fields.rb': `# frozen_string_literal: true

require 'json'

module Efk
  # Fields as \`flattened\` can store them, from any that there are. A number beyond 64 bits or 1e308, NaN and what JSON
  # has no value for become their text, bytes that are no UTF-8 become U+FFFD.
  class StorableFields
    # Fields that no mending makes storable. The message says why, in words that hold nothing of the content.
    class Unstorable < StandardError; end

    # \`depth_limit\` of flattened: objects, the outermost included. Lists do not count.
    DEPTH = 20
    # Objects and lists: well below the 100 that writers of JSON take, and the 126 of msgpack.
    NESTING = 64
    TOO_DEEP = "its objects are nested deeper than #{DEPTH}, or its lists too deeply".freeze
    # A term of Lucene has at most 32,766 bytes: the keys on the way with dots between them, NUL, and a value, of which
    # at most 1,024 characters are indexed (\`ignore_above\`).
    PATH_BYTES = 32_766 - 1 - (3 * 1024)
    INTEGERS = (-(2**63)..((2**64) - 1))

    # Returns +fields+, a Hash, as new ones, and yields what was changed: :encoding, :number, each once.
    def of(fields, &)
      changes = Set.new
      whole = object(fields, Place.new(1, 1, -1), changes)
      changes.each(&)
      whole
    end

    # Objects, objects and lists, and bytes of keys down to a value.
    Place = Struct.new(:depth, :nesting, :path) do
      def inside(key)
        bytes = path + 1 + key.bytesize
        raise Unstorable, "the keys of a value have more than #{PATH_BYTES} bytes" if bytes > PATH_BYTES

        Place.new(depth, nesting, bytes)
      end

      def in_object
        Place.new(depth + 1, nesting + 1, path)
      end

      def in_list
        Place.new(depth, nesting + 1, path)
      end
    end
    private_constant :Place

    private

    def object(fields, place, changes)
      raise Unstorable, TOO_DEEP if place.depth > DEPTH || place.nesting > NESTING

      fields.each_with_object({}) do |(key, value), whole|
        name = text(key, changes)
        raise Unstorable, 'a key has the character NUL' if name.include?("\\0")

        whole[name] = value(value, place.inside(name), changes)
      end
    end

    def list(values, place, changes)
      raise Unstorable, TOO_DEEP if place.nesting > NESTING

      values.map { |element| value(element, place, changes) }
    end

    def value(value, place, changes)
      case value
      when String, Symbol then text(value, changes)
      when Integer, Float then storable?(value) ? value : as_text(value, changes)
      when Hash then object(value, place.in_object, changes)
      when Array then list(value, place.in_list, changes)
      when true, false, nil then value
      else as_text(value, changes)
      end
    end

    def storable?(number)
      number.is_a?(Integer) ? INTEGERS.cover?(number) : number.finite?
    end

    # A large number, or an object of Ruby: a time, say.
    def as_text(value, changes)
      changes << :number
      text(value, changes)
    end

    def text(value, changes)
      text = value.to_s
      text = text.dup.force_encoding(Encoding::UTF_8) unless text.encoding == Encoding::UTF_8
      return text if text.valid_encoding?

      changes << :encoding
      text.scrub
    end
  end
end
`,
  'storable_time.rb': `# frozen_string_literal: true

require 'date'

module Efk
  # Which times \`@timestamp\` takes: a \`date_nanos\` counts nanoseconds from 1970 in 64 bits, and a document with another
  # time is refused.
  class StorableTime
    # The form that runtimes write, up to the hour.
    HOUR = /\\A(\\d{4})-(\\d\\d)-(\\d\\d)T(?:[01]\\d|2[0-3]):/
    # Without the 60th second: Java's time has no leap seconds.
    REST = /\\G[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-](?:0\\d|1[0-7]):[0-5]\\d)\\z/
    HOUR_LENGTH = 14
    # Here an offset cannot lead out of the range.
    WHOLE_YEARS = (1971..2261)
    RANGE = (0..((2**63) - 1))

    def initialize
      @hour = 'none'
    end

    # Whether Elasticsearch takes +text+ as a time.
    def storable?(text)
      return false unless text.is_a?(String) && text.ascii_only?

      # Lines come many to an hour.
      (text.start_with?(@hour) || hour?(text)) && REST.match?(text, HOUR_LENGTH)
    end

    # The text of +time+, an instant that has seconds and nanoseconds; of now, if that is not in the range either.
    def text(time)
      time = Time.at(time.sec, time.nsec, :nsec) if time.is_a?(Fluent::EventTime)
      time = Time.now unless time.is_a?(Time) && RANGE.cover?(nanoseconds(time))
      time.utc.strftime('%Y-%m-%dT%H:%M:%S.%NZ')
    end

    private

    # Whether the beginning of +text+ is an hour in which every time can be stored; at the ends of the range, whether
    # this one can.
    def hour?(text)
      year, month, day = HOUR.match(text)&.captures&.map(&:to_i)
      return false unless year && Date.valid_civil?(year, month, day)
      return within?(text) unless WHOLE_YEARS.cover?(year)

      @hour = text.byteslice(0, HOUR_LENGTH)
    end

    def within?(text)
      REST.match?(text, HOUR_LENGTH) && RANGE.cover?(nanoseconds(DateTime.iso8601(text).to_time))
    end

    def nanoseconds(time)
      (time.to_i * 1_000_000_000) + time.nsec
    end
  end
end
`,
  'stream_join.rb': `# frozen_string_literal: true

require_relative 'log_line'
require_relative 'trace_join'

module Efk
  # One stream of a container: joins the parts of lines that the runtime has cut, then lines to events. A line that
  # does not end goes on in pieces of about +max_bytes+ (fluent-plugin-concat holds all of it: a line of 200 MB took
  # 320 MiB).
  class StreamJoin
    # +lines+ joins whole lines.
    def initialize(limits, lines = TraceJoin.new(limits))
      @max_bytes = limits.max_bytes
      @max_age = limits.max_age
      @lines = lines
    end

    # Takes a line of the runtime, which goes on in the next one if it is +partial+; yields what is complete.
    def add(line, partial, now, &)
      return @lines.add(line, now, &) unless @part || partial

      append(line, now)
      if !partial
        finish(now, &)
      elsif @part.text.bytesize >= @max_bytes
        cut(now, &)
      end
    end

    # Whether something has waited for long enough.
    def due?(now) = part_due?(now) || @lines.due?(now)

    # Yields what has waited for long enough. A line that a dead container has begun is as complete as it will be.
    def flush(now, &)
      yield_piece(@part, &) if part_due?(now)
      @lines.flush(now, &)
    end

    # Yields everything.
    def flush_all(&)
      yield_piece(@part, &) if @part
      @lines.flush_all(&)
    end

    # Forgets everything: it will be read again.
    def clear
      @part = nil
      @lines.flush_all { nil }
    end

    # The lines that are held, the first one of each kind.
    def held
      [@lines.oldest, @part].compact
    end

    def held_bytes
      @lines.held_bytes + (@part ? @part.text.bytesize : 0)
    end

    private

    def part_due?(now) = !@part.nil? && now - @since >= @max_age

    # Parts may end within a character, so they are bytes until they are whole.
    def append(line, now)
      if @part
        @part.text << line.text.b
        @part.to = line.to
      else
        line.text = line.text.b
        @since = now
        @piece = false
        @part = line
      end
    end

    def finish(now, &)
      return yield_piece(@part, partial: false, &) if @piece

      part = @part
      @part = nil
      part.text.force_encoding(Encoding::UTF_8)
      @lines.add(part, now, &)
    end

    def cut(now, &)
      part = @part
      rest = part.text.slice!(whole_characters(part.text)..)
      yield_piece(part, &)
      @part = LogLine.new(part.time, rest, part.file, part.to, part.to, 1, false)
      @piece = true
      @since = now
    end

    # A piece of a line belongs to no trace.
    def yield_piece(part, partial: true, &)
      @part = nil
      @lines.flush_all(&)
      return if part.text.empty?

      part.text.force_encoding(Encoding::UTF_8)
      part.partial = partial
      yield part
    end

    # Length of +text+ without a character that is only begun at its end. In bytes.
    def whole_characters(text)
      tail = text.byteslice(-3..) || text
      begun = tail.index(/[\\xC0-\\xDF]\\z|[\\xE0-\\xEF].?\\z|[\\xF0-\\xF7].{0,2}\\z/mn)
      begun ? text.bytesize - tail.bytesize + begun : text.bytesize
    end
  end
end
`,
  'stream_server.rb': `# frozen_string_literal: true

require 'timeout'
require_relative 'metrics'
require_relative 'rare_log'
require_relative 'listening'

module Efk
  # Accepts connections, with TLS or without, and reads each in a thread of its own: one that waits for the pipeline, or
  # sends half of a handshake, holds up no other.
  class StreamServer
    # What is read at a time. In bytes.
    BLOCK = 65_536

    # Time for a handshake. In seconds.
    HANDSHAKE = 10

    # Time in which what is on the way is still read when Fluentd stops. In seconds.
    DRAIN = 1

    # Without +certificate+ there is no TLS; +most+ connections are open at a time. The block is called for each with
    # the address of the peer and returns what takes its bytes, by \`call\`, and nil at its end.
    def initialize(listener, tag, log, certificate: nil, most: 500, &handler)
      @log = log
      @rare_log = RareLog.new(log)
      @listener = listener
      @certificate = certificate
      @most = most
      @handler = handler
      @threads = {}
      @mutex = Mutex.new
      count_refused(tag)
    end

    # Accepts until the server is stopped.
    def run
      until @stopping
        next unless @listener.wait_readable(0.5)

        socket, address = @listener.accept_nonblock(exception: false)
        serve(socket, Listening.peer(address)) unless socket == :wait_readable
      end
    rescue IOError, SystemCallError => e
      raise unless @stopping

      @log.debug 'no connections are accepted any more', error: e.class
    end

    # What was sent before is read still.
    def stop
      @deadline = now + DRAIN
      @stopping = true
      threads = @mutex.synchronize { @threads.keys }
      threads.each { |thread| thread.join([@deadline + 1 - now, 0].max) }
      threads.each(&:kill)
    end

    def close
      @listener.close
    end

    private

    def count_refused(tag)
      @labels = { input: tag }
      @refused = Metrics.counter(:fluentd_input_refused_connections_total,
                                 'Connections that were closed because there were too many.', [:input])
      @refused.init_label_set(@labels)
    end

    def serve(socket, peer)
      if @threads.size >= @most
        @refused.increment(labels: @labels)
        @rare_log.warn(:refused, 'a connection is refused, there are too many', **@labels, most: @most)
        return socket.close
      end
      thread = Thread.new { connection(socket, peer) }
      thread.report_on_exception = false
      @mutex.synchronize { @threads[thread] = true if thread.alive? }
    end

    def connection(socket, peer)
      socket.setsockopt(:SOCKET, :KEEPALIVE, true)
      stream = @certificate ? handshake(socket) : socket
      read(stream, @handler.call(peer))
    rescue *Listening::FAILURES => e
      @rare_log.warn(e.class, 'a connection failed', **@labels, peer: peer, error: e.class, reason: e.message)
    rescue StandardError => e
      @log.error 'a connection failed', **@labels, error: e.class, at: e.backtrace&.first
    ensure
      hang_up(stream || socket)
      @mutex.synchronize { @threads.delete(Thread.current) }
    end

    def hang_up(stream)
      stream.close
    rescue *Listening::FAILURES
      nil
    end

    def handshake(socket)
      stream = OpenSSL::SSL::SSLSocket.new(socket, @certificate.context)
      stream.sync_close = true
      Timeout.timeout(HANDSHAKE) { stream.accept }
      stream
    end

    # Until the peer has nothing more, or Fluentd stops and nothing is on the way.
    def read(stream, sink)
      until @stopping && now > @deadline
        data = next_block(stream) or break
        sink.call(data) unless data == :none
      end
    ensure
      sink&.call(nil)
    end

    def next_block(stream)
      data = stream.read_nonblock(BLOCK, exception: false)
      return data unless data.is_a?(Symbol)
      return :none if stream.to_io.public_send(data, 0.2)

      :none unless @stopping
    rescue EOFError
      nil
    end

    def now
      Process.clock_gettime(Process::CLOCK_MONOTONIC)
    end
  end
end
`,
  'syslog_connection.rb': `# frozen_string_literal: true

require_relative 'syslog_events'
require_relative 'syslog_frames'

module Efk
  # The bytes of one peer on their way to events.
  class SyslogConnection
    # What a datagram holds: one message, without what some senders put behind it.
    def self.datagram(data, peer, arrival)
      text = data.sub(/[\\r\\n\\0]+\\z/n, '').force_encoding(Encoding::UTF_8)
      text.empty? ? [] : [SyslogEvents::Arrived.new(text: text, peer: peer, number: arrival.number)]
    end

    # The block gets a procedure that makes a stream of events, and returns when it is taken.
    def initialize(peer, longest, arrival, events, &give)
      @peer = peer
      @frames = SyslogFrames.new(longest)
      @arrival = arrival
      @events = events
      @give = give
    end

    # Takes the following bytes, or nil at the end of the connection.
    def call(data)
      arrived = []
      if data
        @frames.take(data) { |piece| arrived << arrived(piece) unless piece.text.empty? }
      else
        @frames.take_rest { |piece, whole| arrived << arrived(piece, torn: !whole) }
      end
      @give.call(-> { @events.stream(arrived) }) unless arrived.empty?
    end

    private

    def arrived(piece, torn: nil)
      number = @arrival.number
      begun = @begun unless piece.begins
      @begun = begun(piece.text, number) if piece.begins && piece.more
      SyslogEvents::Arrived.new(text: piece.text, peer: @peer, number: number, begun: begun, more: piece.more,
                                torn: torn)
    end

    # Further pieces of what is no message are none of one.
    def begun(text, number)
      @events.fields(text, number) || {}
    end
  end
end
`,
  'syslog_events.rb': `# frozen_string_literal: true

require 'fluent/event'
require 'fluent/time'
require_relative 'metrics'
require_relative 'pipeline_error'
require_relative 'storable_time'
require_relative 'syslog_message'

module Efk
  # Makes events of messages that have arrived. None is lost for how it is written: what is no message of syslog is an
  # event as well, and marked.
  class SyslogEvents
    NONE = 'not a message of syslog'
    TORN = 'a message that the end of its connection cut off'
    LATER = '@timestamp: the time of arrival, since that of the message is more than a day later'
    SCRUBBED = 'message: bytes that are not UTF-8 were replaced by U+FFFD'
    PARTIAL = ['partial'].freeze

    # A clock without a zone is wrong by less. In seconds.
    LATEST = 86_400

    # What a message says of itself, and where it stands in the record.
    FIELDS = {
      'log.level' => %w[level], 'log.syslog.hostname' => %w[syslog hostname],
      'log.syslog.appname' => %w[syslog appname], 'log.syslog.procid' => %w[syslog procid],
      'log.syslog.msgid' => %w[syslog msgid],
      'log.syslog.facility.code' => %w[syslog facility code], 'log.syslog.severity.code' => %w[syslog severity code],
      'log.syslog.structured_data' => %w[syslog structured_data]
    }.freeze

    # What has arrived: its text, the address of its peer, its number, the fields that a message has of which it is a
    # later piece, whether it goes on, and whether its end is missing.
    Arrived = Struct.new(:text, :peer, :number, :begun, :more, :torn, keyword_init: true)

    def initialize(tag, zone, arrival)
      @message = SyslogMessage.new(zone)
      @arrival = arrival
      @time = StorableTime.new
      @labels = { input: tag }
      @bad = Metrics.counter(:fluentd_input_bad_messages_total,
                             'Messages that were stored as text because they are not what the input reads.', [:input])
      @bad.init_label_set(@labels)
    end

    # A new stream at each call.
    def stream(arrived)
      events = Fluent::MultiEventStream.new
      arrived.each do |each|
        record = record(each)
        events.add(Fluent::EventTime.from_time(record.delete('time')), record)
      end
      events
    end

    # What a message says of itself, for its further pieces; nil if it is none.
    def fields(text, number)
      @message.read(text.valid_encoding? ? text : text.scrub, Time.at(0, number, :nsec).utc)
    end

    private

    def record(arrived)
      number = arrived.number
      fields = arrived.begun || fields(arrived.text, number)
      record = { 'message' => message(arrived, fields), '_id' => @arrival.id(number),
                 'source' => { 'ip' => arrived.peer }, 'log' => log(fields || {}, number, arrived.more) }
      marks(arrived, fields).each { |why| PipelineError.mark(record, why) }
      with_time(record, fields && fields['time'], Time.at(0, number, :nsec).utc)
    end

    def message(arrived, fields)
      text = arrived.begun || fields.nil? ? arrived.text : fields['message']
      text.valid_encoding? ? text : text.scrub
    end

    def marks(arrived, fields)
      [(bad if fields.nil?), (TORN if arrived.torn), (SCRUBBED unless arrived.text.valid_encoding?)].compact
    end

    def bad
      @bad.increment(labels: @labels)
      NONE
    end

    def log(fields, number, more)
      log = { 'offset' => number }
      log['flags'] = PARTIAL if more
      FIELDS.each do |name, (*path, last)|
        path.reduce(log) { |at, key| at[key] ||= {} }[last] = fields[name] if fields.key?(name)
      end
      log
    end

    def with_time(record, written, arrived)
      PipelineError.mark(record, LATER) if written && written > arrived + LATEST
      time = written.nil? || written > arrived + LATEST ? arrived : written
      record.merge!('@timestamp' => @time.text(time), 'time' => time)
    end
  end
end
`,
  'syslog_frames.rb': `# frozen_string_literal: true

module Efk
  # Cuts the bytes of a connection into messages of syslog by RFC 6587: the count of bytes stands before a message, or a
  # line break behind it. A peer may do either, so every message says itself which it is. in_syslog wants to be told for
  # all peers of a port (fluent/fluentd#2298), and holds an endless message until the memory is full.
  class SyslogFrames
    COUNT = /\\G([1-9]\\d{0,8}) </n
    # A count may go on in the next bytes.
    PERHAPS = /\\G[1-9]\\d{0,8} ?\\z/n
    BETWEEN = /\\G[\\n\\r\\0 ]+/n

    # A piece of a message: whether the message +begins+ with it, and whether there is +more+ in the next piece.
    Piece = Struct.new(:text, :begins, :more)

    # +longest+ is the size at which a message goes on in a new piece. In bytes.
    def initialize(longest)
      @longest = longest
      @buffer = String.new(encoding: Encoding::BINARY)
      @state = :between
    end

    # Takes the +following+ bytes and yields the pieces that are complete.
    def take(following)
      @buffer << following
      at = 0
      while (piece, behind = piece_at(at))
        at = behind
        yield piece if piece
      end
      @buffer = @buffer.byteslice(at..)
    end

    # At the end of the connection: yields what there is, and whether it is a whole message as far as can be known.
    def take_rest
      rest = @buffer
      @buffer = String.new(encoding: Encoding::BINARY)
      yield Piece.new(text(rest), begins?, false), @state != :counted unless rest.empty?
    end

    private

    def begins?
      !@going_on
    end

    # The piece that begins at +at+, if any, and where the next one does; nil if it is not complete.
    def piece_at(at)
      return if at >= @buffer.bytesize

      case @state
      when :between then begin_at(at)
      when :counted then counted(at)
      else line(at)
      end
    end

    def begin_at(at)
      at = Regexp.last_match.byteoffset(0).last if @buffer.byteindex(BETWEEN, at)
      return [nil, at] if at >= @buffer.bytesize
      return if @buffer.byteindex(PERHAPS, at)

      @state = @buffer.byteindex(COUNT, at) ? :counted : :line
      return [nil, at] if @state == :line

      count = Regexp.last_match(1)
      @left = count.to_i
      [nil, at + count.bytesize + 1]
    end

    def counted(at)
      available = @buffer.bytesize - at
      return part(at) if @left > @longest && available >= @longest
      return if available < @left || @left > @longest

      piece(at, @left, 0)
    end

    def line(at)
      to = @buffer.byteindex("\\n", at)
      return piece(at, to - at, 1) if to && to - at <= @longest

      part(at) if @buffer.bytesize - at > @longest
    end

    # A whole message, or the last piece of one.
    def piece(at, size, behind)
      piece = Piece.new(text(@buffer.byteslice(at, size)), begins?, false)
      @state = :between
      @going_on = false
      [piece, at + size + behind]
    end

    # A piece of the longest size, which does not end within a character.
    def part(at)
      size = @longest
      3.times { size -= 1 if (@buffer.getbyte(at + size) & 0xC0) == 0x80 }
      text = @buffer.byteslice(at, size).force_encoding(Encoding::UTF_8)
      piece = Piece.new(text, begins?, true)
      @going_on = true
      @left -= size if @state == :counted
      [piece, at + size]
    end

    # Without what some senders put behind a message.
    def text(bytes)
      bytes.sub(/[\\r\\n\\0]+\\z/n, '').force_encoding(Encoding::UTF_8)
    end
  end
end
`,
  'syslog_lines.rb': `# frozen_string_literal: true

module Efk
  # Lines of syslog, of RFC 5424 and of RFC 3164 as daemons write them, with the priority or, as in files, without.
  class SyslogLines
    PRIORITY = /<(\\d{1,3})>/
    ISO = /\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?(?:Z|[+-]\\d\\d:\\d\\d)/
    NEW = /\\A#{PRIORITY}1 (#{ISO}|-) (\\S{1,255}) (\\S{1,48}) (\\S{1,128}) (\\S{1,32}) (?=[-\\[])/
    OLD_TIME = /[A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d/
    OLD = %r{\\A(?:#{PRIORITY})?(#{ISO}|#{OLD_TIME})\\ (\\S{1,255})\\ ([\\w./@()-]{1,48})(?:\\[(\\d{1,10})\\])?:\\ ?(.*)\\z}mx
    ELEMENT = /\\G\\[([^\\s="\\]\\\\]{1,32})((?: [^\\s="\\]\\\\]{1,32}="(?:[^"\\\\\\]]|\\\\.)*+")*+)\\]/
    PARAMETER = /([^\\s="\\]]{1,32})="((?:[^"\\\\\\]]|\\\\.)*+)"/
    NEW_NAMES = %w[time log.syslog.hostname log.syslog.appname log.syslog.procid log.syslog.msgid].freeze
    LEVELS = %w[emergency alert critical error warn notice info debug].freeze
    MOST = 191
    MARK = "\\uFEFF"

    def read(text)
      (match = NEW.match(text)) ? modern(match) : traditional(text)
    end

    private

    def modern(match)
      number, *values = match.captures
      return if number.to_i > MOST

      data, rest = structured(match.post_match)
      fields = NEW_NAMES.zip(values).reject { |_, value| value == '-' }.to_h
      fields['log.syslog.structured_data'] = data unless data.empty?
      priority(number).merge(fields, 'message' => rest.delete_prefix(' ').delete_prefix(MARK))
    end

    def structured(text)
      return [{}, text.delete_prefix('-')] if text.start_with?('-')

      data = {}
      at = 0
      while (element = ELEMENT.match(text, at))
        data[element[1]] = parameters(element[2])
        at = element.end(0)
      end
      [data, text[at..]]
    end

    def parameters(text)
      text.scan(PARAMETER).to_h { |name, value| [name, value.gsub(/\\\\(["\\\\\\]])/, '\\1')] }
    end

    def traditional(text)
      match = OLD.match(text) or return
      number, time, host, app, pid, message = match.captures
      return if number.to_i > MOST

      fields = { 'time' => time, 'log.syslog.hostname' => host, 'log.syslog.appname' => app,
                 'process.pid' => pid&.to_i, 'message' => message }.compact
      number ? priority(number).merge(fields) : fields
    end

    def priority(number)
      facility, severity = number.to_i.divmod(8)
      { 'log.syslog.priority' => number.to_i, 'log.syslog.facility.code' => facility,
        'log.syslog.severity.code' => severity, 'log.level' => LEVELS[severity] }
    end
  end
end
`,
  'syslog_message.rb': `# frozen_string_literal: true

require_relative 'syslog_lines'
require_relative 'written_time'

module Efk
  # A message of syslog as it comes over the network: of RFC 5424, of RFC 3164, or as devices write what they take for
  # it. What has a priority is a message, whatever follows; of the rest only what is surely a header is taken for one.
  class SyslogMessage
    PRIORITY = /\\A<(\\d{1,3})>/
    MODERN = /\\A<\\d{1,3}>1 /
    # With a year or a fraction, as some devices write it.
    OLD_TIME = /[A-Z][a-z]{2} [ \\d]\\d(?: \\d{4})? \\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?/
    HEADER = /\\A(#{SyslogLines::ISO}|#{OLD_TIME}) /
    NO_HOST = %r{\\A[\\w./@()-]{1,48}(?:\\[[\\w.-]{1,128}\\])?:(?: |\\z)}
    TAG = %r{\\A([\\w./@()-]{1,48})(?:\\[([\\w.-]{1,128})\\])?: ?}
    HOST = /\\A(\\S{1,255}) /

    # A message comes after it was written: of the years that a time without one may be in, it is the one that brings
    # it nearest to half a year ago. In seconds.
    HALF_A_YEAR = 181 * 86_400

    # The zone holds for times that say none.
    def initialize(zone)
      @zone = zone
      @iso = WrittenTime.new('iso8601', zone)
      @formats = Hash.new { |known, format| known[format] = WrittenTime.new(format, zone) }
      @lines = SyslogLines.new
      @last = []
    end

    # The fields of +text+, which is valid UTF-8: \`time\`, a Time, \`message\`, and those of \`log.syslog\` by their dotted
    # names. Nil if it is none. +near+ is the time of its arrival.
    def read(text, near)
      priority = PRIORITY.match(text)
      return if priority.nil? || priority[1].to_i > SyslogLines::MOST

      fields = MODERN.match?(text) ? @lines.read(text) : old(priority)
      return unless fields

      written = fields.delete('time')
      time = written && time_of(written, near)
      time ? fields.merge('time' => time) : fields
    end

    private

    def old(priority)
      facility, severity = priority[1].to_i.divmod(8)
      fields = { 'log.syslog.facility.code' => facility, 'log.syslog.severity.code' => severity,
                 'log.level' => SyslogLines::LEVELS[severity] }
      header = HEADER.match(rest = priority.post_match)
      return fields.merge('message' => rest) unless header

      fields['time'] = header[1]
      host_and_tag(header.post_match, fields)
    end

    # A program that writes to the local socket sends no host.
    def host_and_tag(text, fields)
      if !NO_HOST.match?(text) && (host = HOST.match(text))
        fields['log.syslog.hostname'] = host[1]
        text = host.post_match
      end
      fields.merge(tag(text))
    end

    def tag(text)
      tag = TAG.match(text) or return { 'message' => text }
      { 'log.syslog.appname' => tag[1], 'log.syslog.procid' => tag[2], 'message' => tag.post_match }.compact
    end

    # Messages come many to a second.
    def time_of(written, near)
      return @last[1] if @last[0] == written

      time = written.match?(/\\A\\d/) ? @iso.read(written, near) : old_time(written, near)
      @last = [written, time].freeze
      time
    end

    def old_time(written, near)
      year = written.match?(/\\A.{6} \\d{4} /) ? ' %Y' : ''
      fraction = written.include?('.') ? '.%N' : ''
      @formats["%b %e#{year} %H:%M:%S#{fraction}"].read(written, near - HALF_A_YEAR)
    end
  end
end
`,
  'text_value.rb': `# frozen_string_literal: true

module Efk
  # A value as text lines have it: a number if it is written as JSON would write it, so that \`007\` and \`1.50\` stay what
  # they are.
  module TextValue
    INTEGER = /\\A(?:0|-?[1-9]\\d{0,17})\\z/
    DECIMAL = /\\A-?(?:0|[1-9]\\d{0,14})\\.\\d{1,14}\\z/
    # What is no number, by its last byte: most texts.
    DIGITS = (0x30..0x39)

    module_function

    def of(text)
      return text unless DIGITS.cover?(text.getbyte(-1) || 0)
      return text.to_i if INTEGER.match?(text)

      decimal(text) || text
    end

    def decimal(text)
      return unless DECIMAL.match?(text)

      number = text.to_f
      number if number.to_s == text
    end
  end
end
`,
  'time_of_field.rb': `# frozen_string_literal: true

require_relative 'storable_time'
require_relative 'field'
require_relative 'treated_records'
require_relative 'written_time'

module Efk
  # Takes the time of a record from a field. The time of the runtime stays where the field is missing, and where it is
  # no time, none that Elasticsearch stores, or one of the future, which is counted: a document that seems to be newer
  # than all others hides them. Identity and order within a time do not change.
  class TimeOfField
    CONFIG = proc do
      config_section :time, multi: false, param_name: :time do
        desc 'Name of the field.'
        config_param :field, :string
        desc 'How it is written: iso8601, unix, unix_ms, or a format of strptime.'
        config_param :format, :string, default: 'iso8601'
        desc 'Zone of times that say none: a name of the time zone database, or an offset.'
        config_param :zone, :string, default: nil
      end
    end

    # So far may a clock be ahead of that of the node. In seconds.
    AHEAD = 3600
    ECS = %w[json.@timestamp iso8601].freeze

    def self.steps(section)
      time = section.time
      return [new(section.name, time.field, WrittenTime.new(time.format, time.zone))] if time
      return [] unless section.parsers.any? { |parser| parser.format == :ecs }

      [new(section.name, ECS.first, WrittenTime.new(ECS.last, nil))]
    end

    def initialize(treatment, field, written)
      @field = Field.new(field)
      @written = written
      @storable = StorableTime.new
      @failures = TreatedRecords.new(:fluentd_treatments_time_failures_total,
                                     'Records whose field has no time that can be theirs', treatment)
    end

    # +time+ is that of the runtime.
    def call(record, time)
      value = @field.get(record)
      return record if value.nil?

      near = Time.at(time.sec, time.nsec, :nsec).utc
      found = @written.read(value, near)
      if found && possible?(found, near)
        record['@timestamp'] = @storable.text(found)
      else
        @failures.count(record)
      end
      record
    end

    private

    def possible?(found, near)
      found - near <= AHEAD && StorableTime::RANGE.cover?((found.to_i * 1_000_000_000) + found.nsec)
    end
  end
end
`,
  'trace_join.rb': `# frozen_string_literal: true

require_relative 'held_lines'
require_relative 'stack_trace'

module Efk
  # Joins the lines of one stream of a container to events. It holds the newest event only, and that within bounds.
  # fluent-plugin-concat holds without any, and gives a trace after a pause back line by line: if it holds nothing, it
  # takes a line that is no first line for an event of its own.
  #
  # Lines that may belong to what is held are held with it as a guess. When a line comes that proves the guess, they are
  # part of the event; when another comes, the event ends before them and they are looked at again by themselves.
  class TraceJoin
    # Bounds of an event and of what is held: lines, bytes, seconds since the last line and since the first.
    Limits = Struct.new(:max_lines, :max_bytes, :wait, :max_age, keyword_init: true) do
      def initialize(max_lines: 1000, max_bytes: 1_048_576, wait: 2, max_age: 10) = super
    end

    # So many lines at most are held as a guess, e.g. the lines of a message before the first frame of its trace.
    MAX_GUESS = 16

    # +machine+ is that of a StackTrace.
    def initialize(limits = Limits.new, machine = StackTrace::ALL)
      @limits = limits
      @machine = machine
      @held = HeldLines.new
      @guess = @state = nil
    end

    # How many bytes of text are held, at most max_bytes.
    def held_bytes = @held.bytes

    # The first line that is held, or nil. A saved position must not pass it.
    def oldest = @held.first
    def empty? = @held.empty?

    # Takes the next line and yields the events that are complete with it. +now+ is the monotonic clock.
    def add(line, now, &)
      if StackTrace.json?(line.text)
        flush_all(&)
        yield line
      else
        append(line, now, &)
      end
    end

    # Whether something has waited for long enough.
    def due?(now) = !empty? && (waited?(now) || old?(now))

    # Yields what has waited for long enough. Only for a stream of which no line is left to read: what was written in
    # one go stays together, even if the reader is held up in the middle of it.
    def flush(now, &)
      return unless due?(now)

      waited?(now) ? flush_all(&) : cut(&)
    end

    # Yields everything.
    def flush_all(&)
      give_up_guess(&) while @guess
      release(false, &)
      @state = nil
    end

    private

    def waited?(now) = now - @held.latest >= @limits.wait
    def old?(now) = now - @held.since >= @limits.max_age
    def between_traces? = @state.nil? || @state == @machine.line

    def append(line, now, &)
      text = StackTrace.readable(line.text)
      return start(line, @machine.line, now, &) if between_traces? && @machine.ordinary?(text)

      rule = settled_rule(line, text, &)
      return start(line, @machine.start(text), now, &) if rule.nil? || rule.how == :apart

      join(line, rule, now, &)
    end

    # How the line continues what is held, or nil if it begins an event. What it does not prove is no guess any more.
    def settled_rule(line, text, &)
      rule = rule_for(line, text)
      while rule.nil? && @guess
        give_up_guess(&)
        rule = rule_for(line, text)
      end
      rule
    end

    def rule_for(line, text)
      rule = @state&.follow(text)
      rule if rule && LineTime.between(@time, line.time) < @limits.wait && holds?(rule, line, text)
    end

    def holds?(rule, line, text)
      case rule.how
      when :guess then !@held.full?(line, @limits) && (@guess.nil? || @held.size - @guess < MAX_GUESS)
      when :quoted then @held.quote?(text)
      else true
      end
    end

    # The event that is held is complete, and the line begins the next.
    def start(line, state, now, &)
      @guess = nil
      release(false, &)
      @state = state
      hold(line, now)
      release(false, &) if held_bytes > @limits.max_bytes
    end

    def join(line, rule, now, &)
      if rule.how == :guess
        @guess ||= @held.size.tap { @guessed_at = now }
      else
        @guess = nil
        cut(&) if @held.full?(line, @limits)
      end
      @state = rule.to
      hold(line, now)
      flush_all(&) if rule.how == :done || held_bytes > @limits.max_bytes
    end

    def hold(line, now)
      @time = line.time
      @held.add(line, now)
    end

    # The event ends before the guess. What was guessed is looked at again.
    def give_up_guess(&)
      rest = @held.cut_off(@guess)
      at = @guessed_at
      @guess = nil
      release(false, &)
      @state = nil
      rest.each { |line| append(line, at, &) }
    end

    # Yields a part of an event that is too long or too old; the next line may still continue it.
    def cut(&)
      give_up_guess(&) while @guess
      release(@held.size > 1, &)
    end

    def release(partial)
      yield @held.take(partial) unless @held.empty?
    end
  end
end
`,
  'trace_rules_beam.rb': `# frozen_string_literal: true

require_relative 'trace_rules_common'

module Efk
  # Reports of Elixir and Erlang.
  module BeamRules
    EXCEPTION = /\\A\\*\\* \\(/
    FIELD = /\\A(?:Last\\ message|Client\\ |(?:State|Function|Message|Start\\ Call|Initial\\ Call|Ancestors|Reason|Server|
      Request|Extra|Process\\ Label|Queue):\\ )/x

    ROWS = [
      [%i[start line text beam_field], EXCEPTION, :beam],
      [%i[line beam_field], /\\A(?:Server|Request): /, :beam_field, :guess],
      [%i[beam], FIELD, :beam],
      [%i[beam beam_message], CommonRules::INDENTED, :beam],
      [%i[beam], CommonRules::CLOSER, :beam],
      [%i[beam], CommonRules::BLANK, :beam],
      [%i[beam beam_message], :message, :beam_message, :guess],

      [%i[start], /\\A=[A-Z ]+ REPORT====/, :erlang],
      [%i[erlang], /\\A(?:\\*\\* |\\s+\\S|Error in process )/, :erlang],
      [%i[erlang], /\\A\\{.*\\}\\s*\\z/, :erlang]
    ].freeze
  end
end
`,
  'trace_rules_common.rb': `# frozen_string_literal: true

module Efk
  # Lines that look the same in many languages, and indented text that is no trace.
  module CommonRules
    COLOUR = /(?:\\e\\[[\\d;]*m)*/
    BLANK = /\\A#{COLOUR}\\s*\\z/
    # Levels that are set right, and tracing-subscriber's \`pretty\` format: a record, though it is indented.
    SET_RIGHT = /\\A(?:\\ (?:INFO|WARN|WARNING)|\\ {2,3}(?:DEBUG|ERROR|TRACE)|\\ {4}INFO|
      \\ {2}\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z?\\ +[A-Z]+)\\b/x
    INDENTED = /\\A(?!#{SET_RIGHT})#{COLOUR}[ \\t]+\\S/
    FRAME = /\\A#{COLOUR}[ \\t]+(?:at\\ \\S|\\.\\.\\.\\ \\d+\\ |from\\ \\S+:\\d+|--->\\ |Suppressed:\\ |Caused\\ by:\\ |
      \\[CIRCULAR|\\#\\d+\\ |\\d+:\\ (?:0x|\\S+::|_)|@\\ +0x)/x
    CLOSER = /\\A[\\])}>]+[,;]?\\s*\\z/
    # The beginning of a record of a log: a date, a time, a level, klog, logfmt, JSON, an address of a client.
    RECORD = %r{\\A#{COLOUR}(?:\\d{4}[-/.]\\d\\d|\\d\\d?[-/.:]\\d\\d|\\d\\d?/\\w{3}/|1\\d{9}|\\d+(?:\\.\\d+){3}\\ |\\[\\d\\d|\\[[\\w.]+\\]\\s|
      [\\[<(]?(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|FATAL|CRITICAL|PANIC|[Tt]race|[Dd]ebug|[Ii]nfo|
      [Ww]arn(?:ing)?|fail|crit)\\b[\\]>):|\\s]|
      [DIWEF]\\d{4}\\ |[DIWEF],\\ \\[|\\w++=\\S|\\{"|(?:\\w{3},?\\ )?\\w{3}\\ [\\ \\d]?\\d,?\\ (?:\\d{4}\\ )?\\d\\d?:\\d\\d|<\\d+>)}x
    # A class and its message, in any language: \`java.lang.Foo: x\`, \`FooError: x\`, \`TypeError [ERR_X]: x\`,
    # \`Foo::Bar (x):\`. It is to be proved by frames where it stands behind a line of a log.
    NAME = %r{[A-Za-z_$][\\w$]*+(?:(?:\\.|::|[\\\\/])[\\w$]++)*+}
    ERROR = /\\A#{COLOUR}(?:<ref\\ \\*\\d+>\\ )?(?:Uncaught:?\\ |error:\\ Uncaught\\ |\\[)?(?:\\(in\\ promise\\)\\ )?(?:
      #{NAME}(?<=Error|Exception|Throwable|Failure|Rejection|Fault)(?:\`\\d)?(?:\\ \\[\\w+\\])?#{COLOUR}(?::|\\]|\\s*\\z|
      \\ \\(.*\\):\\s*\\z)|
      (?:[a-z_][\\w$]*+\\.)++[A-Z][\\w$.]*+(?::|\\s*\\z)|
      (?:[A-Z]\\w*+::)++[A-Z]\\w*+(?::|\\ \\(.*\\):\\s*\\z)|
      [A-Z][a-z]\\w*+:\\ )/x
    # Titles that stand above frames.
    TITLE = /\\A(?:(?:PHP\\ )?[Ss]tack\\ ?trace|[Ss]tack\\ (?:back)?trace(?:back)?|[Bb]acktrace|[Cc]all\\ [Ss]tack|
      Current\\ stack\\ trace|Location|CallStack\\ \\(from\\ HasCallStack\\)|\\[stacktrace\\]|Thrown\\ at|
      Emitted\\ 'error'\\ event.*):?\\s*\\z/x
    CAUSE = /\\A(?:Caused\\ by:|Suppressed:|Wrapped\\ by:|Causes:|Root\\ cause:)/x
    # Lines at the margin that only stand between frames.
    MARGIN = %r{\\A(?:at\\ [\\w.$<>@/]+\\(.*\\)\\s*\\z|--->?\\ |\\.\\.\\.\\ \\d+\\ (?:more|common)|\\#\\d+\\s+\\S|\\d+:\\ 0x|
      coroutine\\ \\d+:|(?:Raised|Re-raised|Called)\\ (?:at|from|by)\\ |in\\ expression\\ starting\\ at|
      <asynchronous\\ suspension>|
      Error\\ has\\ been\\ observed\\ at\\ the\\ following\\ site|Assembly\\ trace\\ from\\ producer|Original\\ Stack\\ Trace:|
      \\|_)}x

    # What traces and storms of errors mostly consist of is asked first.
    FREQUENT = [
      [%i[start], ERROR, :error],
      [%i[trace trace_blank cause], FRAME, :trace],
      [%i[trace trace_blank cause], INDENTED, :trace]
    ].freeze

    ROWS = [
      [%i[start], BLANK, :blank],
      [%i[start], SET_RIGHT, :line],
      [%i[start], FRAME, :trace],
      [%i[start], INDENTED, :indented],
      [%i[start], /\\A[{\\[(]+\\s*\\z/, :open],
      [%i[start], /\\A(?:Exception in thread "|Unhandled exception\\.|(?:PHP )?(?:Fatal|Parse) error: )/, :error],
      [%i[start], /\\A(?:Unhandled Exception: |Process terminated\\.)/, :error],

      [%i[line line_blank text text_blank indented error error_blank error_message guessed cause_message open], FRAME,
       :trace],
      [%i[line text error error_blank blank], INDENTED, :text],
      [%i[line line_blank text error error_blank error_message guessed trace trace_blank cause cause_message], CAUSE,
       :cause],
      [%i[line text error error_blank error_message guessed trace trace_blank cause cause_message], TITLE, :trace],
      [%i[error error_message guessed trace cause cause_message], MARGIN, :trace],
      [%i[line], %r{\\A(?:at [\\w.$<>@/]+\\(.*\\)\\s*\\z|---> |--- End of )}, :trace],

      [%i[line line_blank], BLANK, :line_blank, :guess],
      [%i[line_blank text_blank], INDENTED, :text],
      [%i[text text_blank], BLANK, :text_blank],
      [%i[trace trace_blank cause], BLANK, :trace_blank],
      [%i[trace_blank], /\\A---> /, :trace],
      [%i[error error_blank], BLANK, :error_blank, :guess],
      [%i[text trace error], CLOSER, :trace],
      [%i[open], CLOSER, :open, :done],
      [%i[open], INDENTED, :open],
      [%i[open], BLANK, :open],

      [%i[error_message], INDENTED, :error_message, :guess],
      [%i[cause_message], INDENTED, :cause_message, :guess],
      [%i[guessed], INDENTED, :guessed, :guess],
      [%i[line], ERROR, :guessed, :guess],
      [%i[guessed], :message, :guessed, :guess],
      [%i[error error_message], :message, :error_message, :guess],
      [%i[cause cause_message], :message, :cause_message, :guess],
      [%i[error_message], BLANK, :error_message, :guess],
      [%i[cause_message], BLANK, :cause_message, :guess],
      [%i[guessed], BLANK, :guessed, :guess]
    ].freeze
  end
end
`,
  'trace_rules_go.rb': `# frozen_string_literal: true

require_relative 'trace_rules_common'

module Efk
  # Panics, dumps of goroutines, frames of zap and pkg/errors, the race detector.
  module GoRules
    PANIC = /\\A(?:panic: |fatal error: |SIG[A-Z]+: |unexpected fault address |runtime: (?:goroutine stack|sp=))/
    GOROUTINE = /\\A(?:goroutine \\d+ |runtime stack:|\\[signal )/
    REGISTER = /\\A(?:PC=0x|\\[originating from|[a-z][a-z0-9]{1,6} +0x\\h+\\s*\\z)/
    # A function is one only with its file below: \`connect() to backend failed\` and \`shutdown() called\` are none.
    FUNCTION = /\\A(?:created by \\S+(?: in goroutine \\d+)?|[A-Za-z_][^\\s(]*+\\(.*\\)|(?=[^\\s.]*+\\.)[A-Za-z_]\\S*+)\\s*\\z/
    FILE = /\\A[ \\t]+\\S.*\\.(?:go|s|c|cgo\\d\\.go):\\d+(?: |\\s*\\z)/
    RULER = /\\A={4,}\\s*\\z/
    # gin writes the request, the error and frames.
    RECOVERED = %r{\\A\\e\\[31m\\d{4}/\\d\\d/\\d\\d [\\d:]+ \\[Recovery\\] .* panic recovered:\\s*\\z}
    RECOVERED_FRAME = %r{\\A/\\S+:\\d+ \\(0x\\h+\\)}

    ROWS = [
      [%i[start], PANIC, :panic],
      [%i[panic], GOROUTINE, :goroutine],
      [%i[panic], PANIC, :panic],
      [%i[panic], CommonRules::INDENTED, :panic],
      [%i[panic panic_message], CommonRules::BLANK, :panic, :guess],
      [%i[panic panic_message], :message, :panic_message, :guess],
      [%i[panic_message], GOROUTINE, :goroutine],

      [%i[start line line_blank text goroutine_blank], GOROUTINE, :goroutine],
      [%i[panic goroutine goroutine_blank], REGISTER, :goroutine],
      [%i[goroutine goroutine_blank], CommonRules::INDENTED, :goroutine],
      [%i[goroutine goroutine_blank go_frame], CommonRules::BLANK, :goroutine_blank],
      [%i[goroutine goroutine_blank go_frame], /\\Aexit status \\d+\\s*\\z/, :goroutine, :done],
      [%i[goroutine go_frame], /\\A\\.\\.\\.(?:additional|\\d+) frames elided/, :goroutine],
      [%i[line goroutine error error_message text go_frame], FUNCTION, :go_function, :guess],
      [%i[go_function error_message guessed], FILE, :go_frame],
      [%i[go_function], CommonRules::INDENTED, :text],
      [%i[go_frame], FILE, :go_frame],
      [%i[go_frame], CommonRules::INDENTED, :goroutine],

      [%i[start], RECOVERED, :go_recovered],
      [%i[go_recovered recovered_frame], RECOVERED_FRAME, :recovered_frame],
      [%i[recovered_frame], CommonRules::INDENTED, :recovered_frame],
      [%i[recovered_frame], CommonRules::BLANK, :recovered_frame],
      [%i[go_recovered], /\\A(?!#{CommonRules::RECORD})/, :go_recovered],

      [%i[start], RULER, :ruler],
      [%i[ruler], /\\AWARNING: (?:DATA RACE|ThreadSanitizer)/, :race],
      [%i[race], RULER, :race_end],
      [%i[race], /\\A(?:\\s|\\z|Previous |Goroutine \\d|(?:Atomic )?(?:[Rr]ead|[Ww]rite) |SUMMARY: )/, :race],
      [%i[race_end], /\\A(?:Found \\d+ data race|ThreadSanitizer: reported )/, :race_end],
      [%i[race_end], /\\Aexit status \\d+\\s*\\z/, :race_end, :done]
    ].freeze
  end
end
`,
  'trace_rules_jvm.rb': `# frozen_string_literal: true

require_relative 'trace_rules_common'

module Efk
  # What only the JVM and its frameworks write: thread dumps, crashes, java.util.logging, Spring Boot.
  module JvmRules
    # JDK 20 and later write a narrow no-break space before AM.
    LOGGING = /\\A[A-Z][a-z]{2} \\d{1,2}, \\d{4},? \\d{1,2}:\\d\\d:\\d\\d\\D{1,3}[AP]M /
    DUMP = /\\A(?:"|\\s|\\z|Threads\\ class\\ SMR\\ info:|_java_thread_list=|0x|\\}|JNI\\ global\\ |Found\\ (?:one|\\d+)\\ |={3,}|
      Java\\ stack\\ information|Heap\\b)/x
    STARS = /\\A\\*{3,}\\s*\\z/

    # Dropwizard writes an exclamation mark before every line of a trace.
    MARKED = /\\A! (?:at |(?:[a-z_]\\w*\\.)+[A-Z])/

    ROWS = [
      [%i[start line], MARKED, :java_marked],
      [%i[java_marked], /\\A(?:!|Caus(?:ed|ing) by: !|Causing: )/, :java_marked],
      [%i[start], LOGGING, :java_logging],
      [%i[java_logging], /\\A[A-Z]{3,}: /, :line],

      [%i[start line], /\\AFull thread dump /, :java_dump],
      [%i[java_dump], DUMP, :java_dump],
      [%i[start], /\\A#\\s*\\z/, :hash],
      [%i[start hash], /\\A# (?:A fatal error has been detected|There is insufficient memory)/, :java_crash],
      [%i[java_crash], /\\A(?:#|\\[thread \\d+)/, :java_crash],

      [%i[start], STARS, :stars],
      [%i[line_blank], STARS, :stars, :guess],
      # The third line of Spring Boot's banner stands at the margin.
      [%i[text], /\\A\\( \\( \\)\\\\___ /, :text],
      [%i[stars], /\\AAPPLICATION FAILED TO START/, :spring],
      [%i[spring], STARS, :spring],
      [%i[spring], CommonRules::BLANK, :spring],
      [%i[spring], CommonRules::INDENTED, :spring],
      [%i[spring], :message, :spring]
    ].freeze
  end
end
`,
  'trace_rules_native.rb': `# frozen_string_literal: true

require_relative 'trace_rules_common'

module Efk
  # Panics of Rust, and what C++, Swift and Dart write when they end.
  module NativeRules
    # A line break comes before it, from Rust 1.81 on: that ends what was before.
    PANIC = /\\Athread '[^']*+' (?:\\(\\d+\\) )?panicked at /
    OVERFLOW = /\\Athread '[^']*+' (?:\\(\\d+\\) )?has overflowed its stack/
    NATIVE = %r{\\A(?:Aborted|Segmentation\\ fault|\\*\\*\\*\\ (?!Aborted\\ at|Error\\ in)|PC:\\ @|Trace/breakpoint\\ trap|
      ={3,}\\ |@\\ +0x|[^\\s(]++\\(.*\\)\\s?\\[0x)}x

    ROWS = [
      [%i[start blank], PANIC, :rust],
      [%i[line_blank error_blank], PANIC, :line, :apart],
      [%i[rust], /\\A(?!#{CommonRules::RECORD})/, :rust_message],
      [%i[rust_message], CommonRules::INDENTED, :rust_message],
      [%i[rust_message rust_trace], CommonRules::BLANK, :rust_message, :guess],
      [%i[rust rust_message], /\\Astack backtrace:\\s*\\z/, :rust_trace],
      [%i[rust_trace], CommonRules::INDENTED, :rust_trace],
      [%i[rust rust_message rust_trace], /\\Anote: /, :rust_note],
      [%i[rust_note], /\\A(?:note: |thread caused non-unwinding panic)/, :rust_note],
      [%i[rust_note], CommonRules::BLANK, :rust_end],
      [%i[rust_message], :message, :rust_message, :guess],
      [%i[start blank], OVERFLOW, :rust_overflow],
      [%i[line_blank error_blank], OVERFLOW, :line, :apart],
      [%i[rust_overflow], /\\Afatal runtime error: /, :rust_overflow, :done],

      [%i[start], /\\A(?:terminate called |\\*\\*\\* (?:Error in|Aborted at|SIG))/, :native],
      [%i[line], /\\A\\*\\*\\* Check failure stack trace: \\*\\*\\*/, :native],
      [%i[native], CommonRules::INDENTED, :native],
      [%i[native], NATIVE, :native],
      [%i[start ruler], /\\A==\\d+==ERROR: /, :sanitizer],
      [%i[sanitizer], /\\A==\\d+==ABORTING/, :sanitizer, :done],
      [%i[sanitizer], /\\A(?!#{CommonRules::RECORD})/, :sanitizer],

      [%i[error trace], /\\A\\d+ +\\S+ +0x\\h+ /, :trace],
      [%i[start], /\\AUnhandled exception:\\s*\\z/, :dart],
      [%i[dart], /\\A(?!#{CommonRules::RECORD})/, :dart_message],
      [%i[dart_message], /\\A#0 /, :trace],
      [%i[dart_message], CommonRules::BLANK, :dart_message, :guess],
      [%i[dart_message], :message, :dart_message, :guess]
    ].freeze
  end
end
`,
  'trace_rules_node.rb': `# frozen_string_literal: true

require_relative 'trace_rules_common'

module Efk
  # Errors of Node.js, Deno and Bun.
  module NodeRules
    # Where it was thrown, alone in a line; the source, a caret and the error follow.
    PLACE = %r{\\A(?:/[^\\s:]*+|[^\\s:]++(?<=js|ts|sx)|node:[^\\s:]++|file://[^\\s:]++|\\[eval\\]\\S*|
      undefined|evalmachine\\.<anonymous>|<anonymous_script>):\\d+\\s*\\z}x
    CARET = /\\A\\s*\\^+\\s*\\z/
    TIP = /\\A\\(Use \`\\S+ --trace-/
    WARNING = /\\A\\(node:\\d+\\) /
    TRAILER = /\\A(?:Node\\.js v\\d|Bun v\\d)/
    GARBAGE = /\\A<--- Last few GCs --->/
    V8 = /\\A(?:\\[\\d+:0x|<--- (?!Last)|FATAL ERROR: |----- |\\s|\\z|\\d+: 0x|==== |Security context: )/

    ROWS = [
      # A line break comes before it when the value that was thrown is no error: that ends what was before.
      [%i[start blank], PLACE, :node_place],
      [%i[line_blank error_blank], PLACE, :line, :apart],
      [%i[node_place], /\\A.*\\S/, :node_source, :guess],
      [%i[node_source], CARET, :node_error],
      [%i[node_source], CommonRules::BLANK, :node_blank, :guess],
      [%i[node_blank], CommonRules::ERROR, :node_error],
      # The program ends with it, so everything until the trailer is the error.
      [%i[node_error], TRAILER, :node_error, :done],
      [%i[node_error], /\\A(?!#{Regexp.union(CommonRules::RECORD, PLACE)})/, :node_error],
      [%i[line error error_blank trace trace_blank node_warning], TIP, :trace],
      [%i[error error_blank trace trace_blank text text_blank], TRAILER, :trace, :done],

      [%i[start], WARNING, :node_warning],
      [%i[node_warning], CommonRules::FRAME, :trace],
      [%i[node_warning], CommonRules::INDENTED, :node_warning],
      [%i[node_warning], :message, :node_warning, :guess],

      [%i[error error_message guessed], /\\ARequire stack:\\s*\\z/, :node_require],
      [%i[node_require], /\\A- /, :node_require],
      [%i[node_require], CommonRules::FRAME, :trace],

      [%i[start blank], GARBAGE, :v8],
      [%i[line_blank error_blank], GARBAGE, :line, :apart],
      [%i[v8], V8, :v8]
    ].freeze
  end
end
`,
  'trace_rules_python.rb': `# frozen_string_literal: true

require_relative 'trace_rules_common'

module Efk
  # Tracebacks of Python, their chains, groups, notes and warnings.
  module PythonRules
    HEAD = /\\ATraceback \\(most recent call (?:last|first)\\)/
    # logging's stack_info: frames without an exception.
    STACK = /\\AStack \\(most recent call last\\):/
    # A traceback of another process, between two lines of quotes.
    REMOTE = /\\A(?:[\\w.]+\\.)?_?RemoteTraceback: *\\z/
    QUOTES = /\\A(?:"""|''')\\s*\\z/
    # A traceback in a frame, as rich and Typer draw it.
    DRAWN = /\\A[^\\x00-\\x7F]{2}.* Traceback \\(most recent call last\\)/
    GROUP = /\\A *\\+ Exception Group Traceback/
    FILE = /\\A[ \\t]+File "[^"]*", line \\d+/
    LINK = /\\A(?:During handling of the above exception|The above exception was the direct cause)/
    # The first line at the margin, whatever its name (KeyboardInterrupt, DoesNotExist, requests.ConnectTimeout).
    EXCEPTION = /\\A(?!#{CommonRules::RECORD})[A-Za-z_][\\w.<>]*(?=:|\\s*\\z)/
    DETAIL = /\\A(?:\\[SQL:\\ |\\[parameters:\\ |\\(Background\\ on\\ this\\ error|LINE\\ \\d+:\\ |DETAIL:\\ |HINT:\\ |CONTEXT:\\ |
      QUERY:\\ |Reason:\\ |HTTP\\ response\\ (?:headers|body):\\ |={3,}\\ logs\\ ={3,}|Call\\ log:)/x
    # What asyncio writes of what it found, between its log line and the traceback.
    CONTEXT = /\\A(?:future|handle|task|protocol|transport|client_session|connector|connections|source_traceback): ?/
    THREAD = /\\A(?:(?:Current t|T)hread 0x|<no Python frame>|Python runtime state|Extension modules: )/

    ROWS = [
      [%i[start line text line_context python_created python_remote], HEAD, :python],
      [%i[start line text], STACK, :python_stack],
      [%i[python_stack], CommonRules::INDENTED, :python_stack],
      [%i[python_created], CommonRules::INDENTED, :python_created],
      [%i[start line], REMOTE, :python_remote],
      [%i[python_remote error], QUOTES, :python_remote],
      [%i[python_error python_open], QUOTES, :python_error],
      [%i[start line], DRAWN, :python_drawn],
      [%i[python_drawn], /\\A[^\\x00-\\x7F]/, :python_drawn],
      [%i[start line text line_context], GROUP, :python_group],
      [%i[start], FILE, :python],
      [%i[line text], FILE, :python_created],
      [%i[line line_context], CONTEXT, :line_context],
      [%i[line_context], FILE, :python_created],
      [%i[start], /\\AFatal Python error: /, :python_dump],

      [%i[python], CommonRules::INDENTED, :python],
      [%i[python], /#{EXCEPTION}.* validation errors? for /, :pydantic],
      [%i[python], /#{EXCEPTION}.*:\\s*\\z/, :python_open],
      [%i[python python_created python_drawn], EXCEPTION, :python_error],
      # Ruby before 3.0 on a terminal.
      [%i[python], /\\A\\S+:\\d+:in [\`']/, :ruby],

      # A message that ends with a colon goes on in the next line.
      [%i[python_open], :message, :python_error],
      [%i[python_error python_open], /(?!#{FILE})#{CommonRules::INDENTED}/, :python_error],
      [%i[python_error python_open python_blank], DETAIL, :python_error],
      [%i[python_error python_open], CommonRules::CLOSER, :python_error],
      [%i[python_error python_blank], /\\ACall stack:\\s*\\z/, :python_calls],
      [%i[python_error], /\\AStacktrace:\\s*\\z/, :trace],
      [%i[python_calls], CommonRules::INDENTED, :python_calls],
      [%i[python_calls], /\\AMessage: /, :python_calls],
      [%i[python_calls], /\\AArguments: /, :python_calls, :done],
      [%i[python_error python_open python_blank pydantic python_group], CommonRules::BLANK, :python_blank],
      [%i[python_error python_blank python_group], LINK, :python_link],
      [%i[python_blank], CommonRules::INDENTED, :python_group],
      [%i[python_link], CommonRules::BLANK, :python_link],
      [%i[python_link], HEAD, :python],
      [%i[python_link], GROUP, :python_group],
      [%i[python_group], /(?!#{GROUP})#{CommonRules::INDENTED}/, :python_group],

      [%i[pydantic], /\\A[\\w.\\[\\]-]+\\s*\\z/, :pydantic_field, :guess],
      [%i[pydantic pydantic_field], CommonRules::INDENTED, :pydantic],

      [%i[python_dump], CommonRules::INDENTED, :python_dump],
      [%i[python_dump], CommonRules::BLANK, :python_dump],
      [%i[python_dump python_blank], THREAD, :python_dump],

      # The text of a message or a note with line breaks often stands in the source code above.
      [%i[python_error python_open python_blank], /\\A\\S/, :python_error, :quoted]
    ].freeze
  end
end
`,
  'trace_rules_scripts.rb': `# frozen_string_literal: true

require_relative 'trace_rules_common'

module Efk
  # Backtraces of Ruby, which stand at the margin, and of PHP.
  module ScriptRules
    # A frame ends with the name of its method; behind it, the first line of an uncaught exception has the message.
    FRAME = /\\A[^\\s:]++:\\d++(?::in [\`'].*'|(?<=rb:\\d|rb:\\d\\d|rb:\\d{3}|rb:\\d{4}))\\s*\\z/
    UNCAUGHT = /\\A[^\\s:]++:\\d++:in [\`'].*': /
    # Raised while another was rescued: the cause follows, with a first line of its own.
    WRAPPED = /\\A[^\\s:]++:\\d++:in [\`'][\\w:.#]*rescue in /
    FROM_WRAPPED = /\\A\\s+from [^\\s:]++:\\d++:in [\`'][\\w:.#]*rescue in /
    # On standard output, PHP writes a line break before a message: that ends what was before.
    PHP_MESSAGE = /\\A(?:(?:PHP )?(?:Warning|Notice|Deprecated): .* on line \\d+\\s*\\z|(?:PHP )?(?:Fatal|Parse) error: )/
    MONOLOG_END = /\\A"\\}[\\s\\[\\]{}"\\w:,]*\\z/

    ROWS = [
      [%i[line text error error_blank error_message guessed ruby ruby_blank], FRAME, :ruby],
      [%i[start], WRAPPED, :ruby_wrapped],
      [%i[start ruby_wrapped ruby_thread], UNCAUGHT, :ruby_error],
      [%i[start], /\\A[^\\s:]++:\\d++: .*\\(SyntaxError\\)\\s*\\z/, :ruby_error],
      [%i[start], /\\A#<Thread:0x\\h+/, :ruby_thread],
      [%i[ruby_error ruby], FROM_WRAPPED, :ruby_wrapped],
      [%i[ruby_wrapped], CommonRules::INDENTED, :ruby_wrapped],
      [%i[ruby_error ruby ruby_blank], CommonRules::INDENTED, :ruby],
      [%i[ruby_error], CommonRules::BLANK, :ruby_error, :guess],
      [%i[ruby_error ruby ruby_blank], /\\A(?:Did you mean\\?|> ?\\d+ \\| )/, :ruby_error],
      [%i[ruby_error], :message, :ruby_error, :guess],
      [%i[ruby ruby_blank], CommonRules::BLANK, :ruby_blank],
      [%i[ruby ruby_blank], CommonRules::CAUSE, :cause],

      [%i[blank], PHP_MESSAGE, :error],
      [%i[line_blank error_blank], PHP_MESSAGE, :line, :apart],
      [%i[line error error_message error_blank guessed], /\\A(?:PHP )?Stack trace:\\s*\\z|\\A\\[stacktrace\\]|\\A#0 /, :php],
      [%i[php php_blank], /\\A(?:#\\d+ |Stack trace:|\\[stacktrace\\]|\\[previous exception\\]|PHP +\\d+\\. )/, :php],
      [%i[php], CommonRules::INDENTED, :php],
      [%i[php php_blank], CommonRules::BLANK, :php_blank],
      [%i[php php_blank], /\\ANext \\S+: /, :php],
      [%i[php], MONOLOG_END, :php, :done]
    ].freeze
  end
end
`,
  'treated_records.rb': `# frozen_string_literal: true

require_relative 'metrics'

module Efk
  # Counts records to which a treatment has done something, by their route.
  class TreatedRecords
    # +more+ are labels beside the route and the treatment.
    def initialize(name, docstring, treatment, **more)
      @counter = Metrics.counter(name, docstring, [:route, :treatment, *more.keys])
      @labels = Hash.new { |labels, route| labels[route] = { route: route, treatment: treatment, **more } }
    end

    # The data set of a record is its route.
    def count(record)
      stream = record['data_stream']
      @counter.increment(labels: @labels[stream ? stream['dataset'] : ''])
    end
  end
end
`,
  'treatment.rb': `# frozen_string_literal: true

require_relative 'failures'
require_relative 'pipeline_error'
require_relative 'promotion'
require_relative 'drop'
require_relative 'fields'
require_relative 'level'
require_relative 'max_message'
require_relative 'parse'
require_relative 'rate_limit'
require_relative 'redact'
require_relative 'sample'
require_relative 'time_of_field'

module Efk
  # What is done to the records of a treatment: its options in the order in which they take effect.
  class Treatment
    # Each has CONFIG, which declares its part of the section of a treatment, and +steps+, which makes of the section
    # what is called with a record and returns it, or nil to drop it.
    #
    # What reads what every record has: the cheapest first.
    BEFORE_FIELDS = [EarlyDrop, RateLimit].freeze
    # What reads the fields of a message, which are parsed for the first of them that is used.
    OF_FIELDS = [Level, TimeOfField, Drop, Sample, Fields, Redact].freeze
    # What is done last, to all that is left.
    AFTER_FIELDS = [MaxMessage].freeze

    OPTIONS = [*BEFORE_FIELDS, Parse, *OF_FIELDS, *AFTER_FIELDS].freeze

    FAILED = 'the treatment failed'

    # Without +promote+ all fields of a message stay below \`json\`.
    def initialize(section, log, promote: true)
      @name = section.name
      @log = log
      @steps = steps_of(section, promote)
      @steps.each { |step| step.report_to(log) if step.respond_to?(:report_to) }
      @withheld = Redact.guard(section)
    end

    # Returns the treated record; nil if it is not to be stored.
    def apply(record, time)
      @steps.each { |step| record = step.call(record, time) or return nil }
      record
    rescue *FAILURES => e
      failed(record, e)
    end

    private

    def steps_of(section, promote)
      before, of_fields, after = [BEFORE_FIELDS, OF_FIELDS, AFTER_FIELDS].map do |options|
        options.flat_map { |option| option.steps(section) }
      end
      fields = of_fields.any? || section.parsers.any? ? fields_of(section, promote) : []
      [*before, *fields, *of_fields, *after]
    end

    # What makes the fields of a message. A level that is named comes before the promotion, which knows others.
    def fields_of(section, promote)
      promotion = Promotion.new.method(:promote) if promote
      [*Parse.steps(section), *LevelOfField.steps(section), *(->(record, _) { promotion.call(record) } if promotion)]
    end

    # Nothing of its content gets into Fluentd's log.
    def failed(record, error)
      went_on = @withheld ? 'with its content withheld' : 'without it'
      @log.error "a treatment failed, and the record went on #{went_on}", treatment: @name, error: error.class,
                                                                          at: error.backtrace&.first
      PipelineError.mark(@withheld ? @withheld.of(record) : record, FAILED)
    end
  end
end
`,
  'waiting_logs.rb': `# frozen_string_literal: true

require_relative 'metrics'
require_relative 'log_files'

module Efk
  # Logs of whose way nothing is decided yet, since it depends on labels of a pod that is not known. Their files are
  # held as those of others, so that what is removed while it is open can be read later, but nothing is read of them.
  class WaitingLogs
    # Waiting that is over within this time is not worth a word. In seconds.
    SHORT = 10

    # The block makes the files of a run.
    def initialize(log, clock: -> { Process.clock_gettime(Process::CLOCK_MONOTONIC) }, &make)
      @log = log
      @clock = clock
      @make = make
      @waiting = {}
      @unread = {}
      @gauge = Metrics.gauge(:fluentd_container_logs_waiting_files,
                             'Files that are not read, since the labels of their pod are not known.')
      @gauge.set(0)
    end

    # The files of a run, or nil if it is not to be read.
    def files(run)
      return if @unread.key?(run.key)

      (@waiting[run.key] ||= [run, @make.call(run)]).last
    end

    def all
      @waiting.each_value.map(&:last)
    end

    # Yields each run and its files: the block returns whether it is decided, or :unread.
    def decide
      @waiting.delete_if do |key, (run, files)|
        decided = yield run, files
        unread(key, files) if decided == :unread
        decided
      end
      show
    end

    # What is open of a run that is gone is kept until it is decided.
    def remove_all_but(keys)
      @waiting.each { |key, (_, files)| files.remove unless keys.include?(key) }
      @waiting.delete_if { |_, (_, files)| files.done? }
      @unread.delete_if { |key, _| !keys.include?(key) }
    end

    private

    def unread(key, files)
      files.forget
      @unread[key] = true
    end

    def show
      count = all.sum { |files| files.ids.size }
      @gauge.set(count)
      count.positive? ? say(count) : say_end
    end

    def say(count)
      @since ||= @clock.call
      return if @said || @clock.call - @since < SHORT

      @said = true
      @log.warn 'logs wait unread until the API server tells the labels of their pods, by which they are selected',
                files: count, first: @waiting.each_key.first
    end

    def say_end
      @log.info 'all logs are read again, since the labels of their pods are known' if @said
      @since = @said = nil
    end
  end
end
`,
  'way_choice.rb': `# frozen_string_literal: true

module Efk
  # The section of the route, or nil if its logs are not read, and the name of the treatment, or nil.
  Way = Struct.new(:route, :treatment)

  # What the names of a container say of its way: all of it, or what the labels of its pod may choose from.
  class WayChoice
    # +treatments+ are pairs of FirstSelected#of, +routes+ those by labels, each with its LabelCondition; +other+ is the
    # route if none of them takes it. The block gives the route of a treatment.
    def initialize(treatments, routes, other, &of_treatment)
      @treatments = treatments
      @routes = routes
      @other = other
      @of_treatment = of_treatment
      @fixed = way({}).freeze unless open?
    end

    # The way, if it does not depend on labels.
    attr_reader :fixed

    # Whether there is a route that the container may have.
    def routed?
      !@other.nil? || @routes.any? || @treatments.any? { |name, _| @of_treatment.call(name) }
    end

    # The way of a pod with these labels.
    def way(labels)
      treatment, = @treatments.find { |_, condition| condition == true || condition.met?(labels) }
      Way.new(@of_treatment.call(treatment) || of_labels(labels) || @other, treatment)
    end

    private

    def open?
      name, condition = @treatments.first
      return true unless condition.nil? || condition == true

      @routes.any? && !@of_treatment.call(name)
    end

    def of_labels(labels)
      @routes.find { |_, condition| condition.met?(labels) }&.first
    end
  end
end
`,
  'withheld.rb': `# frozen_string_literal: true

require_relative 'pipeline_error'
require_relative 'treated_records'

module Efk
  # What is stored of a record that could not be redacted: where it comes from, and nothing of its content.
  class Withheld
    KEPT = %w[@timestamp stream kubernetes data_stream _id].freeze
    TEXT = '[withheld: it could not be redacted]'
    REASON = 'message, fields: withheld, since they could not be redacted'

    def initialize(treatment)
      @withheld = TreatedRecords.new(:fluentd_treatments_withheld_records_total,
                                     'Records whose content was withheld, since it could not be redacted.', treatment)
    end

    def of(record)
      @withheld.count(record)
      kept = record.slice(*KEPT)
      kept['message'] = TEXT
      kept['log'] = record['log'].slice('offset', 'flags') if record['log'].is_a?(Hash)
      PipelineError.mark(kept, REASON)
    end
  end
end
`,
  'written_time.rb': `# frozen_string_literal: true

require 'date'
require 'tzinfo'

module Efk
  # Reads the time that an application has written. Where it says no zone, that of the reader holds; where it says no
  # year, as syslog and klog do, it is the one that brings it nearest to the time of the runtime.
  class WrittenTime
    # By RFC 3339, and as programs write it: a space for the T, a comma before the fraction, no zone.
    ISO = /\\A(\\d{4})-(\\d\\d)-(\\d\\d)[T ](\\d\\d):(\\d\\d):(\\d\\d)(?:[.,](\\d{1,9})\\d{0,9})?(?: ?(Z|UTC|[+-]\\d\\d(?::?\\d\\d)?))?\\z/
    UNIX = /\\A\\d{1,13}(?:\\.\\d{1,12})?\\z/
    # Seconds of a unit.
    UNITS = { 'unix' => 1, 'unix_ms' => 1/1000r }.freeze
    LONGEST = 64
    FORMATS = %w[iso8601 unix unix_ms].freeze

    # +format+ is one of FORMATS or one of strptime, +zone+ a name of the time zone database or an offset.
    def initialize(format, zone)
      @format = format
      @unit = UNITS[format]
      zone ||= 'UTC'
      @offset = zone.match?(/\\A[+-]/) ? offset_of(zone) : nil
      @zone = TZInfo::Timezone.get(zone) unless @offset
    rescue TZInfo::InvalidTimezoneIdentifier
      raise Fluent::ConfigError, "a zone must be known, got #{zone}"
    end

    # The Time of +value+; nil if it is written otherwise, or there is no such time. +near+ is that of the runtime.
    def read(value, near)
      return unix(value) if @unit
      return unless value.is_a?(String) && value.bytesize <= LONGEST

      @format == 'iso8601' ? iso(value, near) : formatted(value, near)
    rescue ArgumentError, RangeError
      nil
    end

    private

    def unix(value)
      text = value.is_a?(Float) && value.abs < 1e13 ? value.to_s : value
      text = text.to_s if text.is_a?(Integer)
      Time.at(text.to_r * @unit).utc if text.is_a?(String) && UNIX.match?(text)
    end

    def iso(text, near)
      match = ISO.match(text) or return
      *civil, fraction, zone = match.captures
      fraction = fraction ? Rational(fraction.ljust(9, '0').to_i, 1_000_000_000) : 0
      instant(civil.map(&:to_i), fraction, zone && offset_of(zone), near)
    end

    def formatted(text, near)
      parts = parts_of(text) or return
      fraction = parts[:sec_fraction] || 0
      return Time.at(parts[:seconds] + fraction).utc if parts[:seconds]

      civil = civil_of(parts) or return
      with_year(parts[:year], civil, near) { |whole| instant(whole, fraction, parts[:offset], near) }
    end

    # What the format reads; nil if there is more, or a zone that Ruby does not know.
    def parts_of(text)
      parts = Date._strptime(text, @format)
      parts unless parts.nil? || parts[:leftover] || (parts[:zone] && parts[:offset].nil?)
    end

    # Month, day, hour, minute and second; nil if it is no day and hour.
    def civil_of(parts)
      civil = parts.values_at(:mon, :mday, :hour)
      [*civil, parts[:min] || 0, parts[:sec] || 0] if civil.all?
    end

    # The time that the block makes of the date with its year, or with the best one.
    def with_year(year, civil, near)
      return yield([year, *civil]) if year

      years = near.year.pred..near.year.succ
      years.filter_map { |guess| yield [guess, *civil] if Date.valid_date?(guess, *civil.first(2)) }
           .min_by { |time| (time - near).abs }
    end

    def instant(civil, fraction, offset, near)
      return unless Date.valid_date?(*civil.first(3))

      # What a leap second is to clocks that know none.
      civil = [*civil.first(5), 59] if civil.last == 60
      local = Time.utc(*civil)
      local - (offset || @offset || zone_offset(local, near)) + fraction
    end

    # Of two, in the night when clocks are set back, that nearer to the time of the runtime; of none, when they are set
    # forward, that of before.
    def zone_offset(local, near)
      offsets = @zone.periods_for_local(local).map(&:observed_utc_offset)
      return zone_offset(local - 3600, near) if offsets.empty?

      offsets.min_by { |offset| (local - offset - near).abs }
    end

    def offset_of(text)
      return 0 unless text.start_with?('+', '-')

      seconds = (text[1, 2].to_i * 3600) + (text[-2, 2].to_i * (text.size > 3 ? 60 : 0))
      text.start_with?('-') ? -seconds : seconds
    end
  end
end
`,
};
