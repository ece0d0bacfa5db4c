# frozen_string_literal: true

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
