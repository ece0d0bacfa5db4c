# frozen_string_literal: true

module Efk
  # The logs of a node's containers as the kubelet lays them out:
  # `<namespace>_<pod>_<uid>/<container>/<run>.log`, rotated `<run>.log.<date>-<time>`, compressed with `.gz`.
  class LogDirectory
    POD = /\A(?<namespace>[^_]+)_(?<pod>[^_]+)_(?<uid>[^_]+)\z/
    FILE = /\A(?<run>\d+)\.log(?:\.\d{8}-\d{6})?(?<compressed>\.gz)?\z/

    # One run of a container, and the names of its files as LogFiles#update takes them.
    Run = Struct.new(:folder, :namespace, :pod, :uid, :container, :number, :names, :active) do
      def key
        "#{namespace}_#{pod}_#{uid}/#{container}/#{number}"
      end

      # The field `kubernetes` of its records.
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
