# frozen_string_literal: true

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

    # Frozen: `labels` and `annotations`, as far as the pod has any that are allowed; nil if the pod is not known.
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
