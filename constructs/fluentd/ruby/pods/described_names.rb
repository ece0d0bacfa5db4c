# frozen_string_literal: true

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

    # +names+ is the field `kubernetes` of a record. Returns what it is to be, or nil if its pod is not known.
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
