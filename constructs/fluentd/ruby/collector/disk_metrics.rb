# frozen_string_literal: true

require_relative '../common/metrics'

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
