# frozen_string_literal: true

require 'fileutils'
require 'tmpdir'
require 'zlib'

# The folder of a container's log, in which the runtime writes and the kubelet rotates.
class LogFolder
  POD = 'ns_pod_uid'
  LOG = "#{POD}/app/0".freeze

  attr_reader :root

  def initialize
    @root = Dir.mktmpdir
    @folder = File.join(pods, POD, 'app')
    FileUtils.mkdir_p(@folder)
  end

  def pods = File.join(@root, 'pods')

  def positions = File.join(@root, 'positions')

  def path(name) = File.join(@folder, name)

  def write(text, name = '0.log')
    File.write(path(name), text, mode: 'ab')
  end

  def rotate(name)
    File.rename(path('0.log'), path(name))
  end

  def compress(name)
    Zlib::GzipWriter.open(path("#{name}.gz")) { |gzip| gzip.write(File.binread(path(name))) }
    File.delete(path(name))
  end

  # The pod is deleted.
  def delete = FileUtils.remove_entry(@folder)

  def remove = FileUtils.remove_entry(@root)
end
