# frozen_string_literal: true

require 'fileutils'
require 'test/unit'
require 'tmpdir'
require 'zlib'
require_relative '../../../../../constructs/fluentd/ruby/files/file_lines'
require_relative '../../../../../constructs/fluentd/ruby/files/node_files'
require_relative '../../../../../constructs/fluentd/ruby/logs/positions'

# Files that are read to their end, look by look.
class NodeFilesTest < Test::Unit::TestCase
  # What it hears.
  class Report
    attr_reader :said

    def initialize = @said = []
    def lost(path, bytes) = @said << [:lost, File.basename(path), bytes]
    def vanished(_id) = @said << [:vanished]
    def unreadable(path, error) = @said << [:unreadable, File.basename(path), error.class]
  end

  setup do
    @folder = Dir.mktmpdir
    @report = Report.new
    @now = 100
    start
  end

  teardown do
    @files.close
    FileUtils.rm_rf(@folder)
  end

  def start
    search = Efk::FileSearch.new(["#{@folder}/a.log*"], @report)
    @files = Efk::NodeFiles.new(search, Efk::Positions.new("#{@folder}/state/positions"), @report, 1000)
    @lines = Efk::FileLines.new('files', 'node-1')
  end

  def restart
    @files.close
    start
  end

  def write(text, name = 'a.log')
    File.write("#{@folder}/#{name}", text, mode: 'a')
  end

  def compress(from, to = "#{from}.gz")
    Zlib::GzipWriter.open("#{@folder}/#{to}") { |file| file.write(File.binread("#{@folder}/#{from}")) }
    File.delete("#{@folder}/#{from}")
  end

  def rename(from, to) = File.rename("#{@folder}/#{from}", "#{@folder}/#{to}")

  # Texts of the lines that are read now; ids are kept.
  def read(seconds = 1)
    @now += seconds
    @files.refresh(@now)
    @ids ||= []
    @files.all.flat_map { |file| read_file(file) }
  end

  def read_file(file)
    records = []
    add = ->(*line) { records << @lines.record(file, line) }
    nil while file.each_line(100, &add)
    if @files.complete?(file, @now)
      file.each_rest { |*line| records << @lines.record(file, line, last: true) }
      file.read_out = true
    end
    file.commit
    @ids.concat(records.map { |record| record['_id'] })
    records.map { |record| record['message'] }
  end

  test 'lines are read when they are complete, without what ends them' do
    write("one\r\ntw")
    assert_equal ['one'], read
    write("o\n")
    assert_equal ['two'], read
    assert_equal [], read
  end

  test 'a file that was renamed and compressed goes on where it was left, also after a restart' do
    write("one\ntwo\n")
    assert_equal %w[one two], read
    restart
    write("three\n")
    rename('a.log', 'a.log.1')
    compress('a.log.1', 'a.log.2.gz')
    write("new\n")
    assert_equal %w[new three], read.sort
    restart
    assert_equal [], read
    assert_equal 4, @ids.uniq.size
  end

  test 'the identity of a line is the same when it is read again under another name' do
    write("one\n")
    read
    rename('a.log', 'a.log.1')
    File.delete("#{@folder}/state/positions")
    restart
    assert_equal ['one'], read
    assert_equal 1, @ids.uniq.size
  end

  test 'a copy of a file that was cut in place is that file' do
    write("one\ntwo\n")
    read
    write("three\n")
    FileUtils.cp("#{@folder}/a.log", "#{@folder}/a.log.1")
    File.write("#{@folder}/a.log", "four\n")
    assert_equal %w[four three], read.sort
    assert_equal [], read(10)
    assert_equal [], @report.said
  end

  test 'a new file that begins like one that is gone is read from its beginning' do
    write("# log\none\n")
    read
    rename('a.log', 'old.log')
    write("# log\nmore than before\n")
    assert_equal ['# log', 'more than before'], read
  end

  test 'a file that was cut in place and begins as it did is read from its beginning' do
    write("# log\none\n")
    read
    File.write("#{@folder}/a.log", "# log\n")
    assert_equal ['# log'], read
  end

  test 'what is open is read to its end when it was removed, and what was never read is counted' do
    write("one\n")
    read
    write("two\nthree")
    File.delete("#{@folder}/a.log")
    assert_equal ['two'], read
    assert_equal ['three'], read(10)
    assert_equal [], read(10)
    assert_equal [], @report.said
    write("four\n")
    read
    restart
    File.delete("#{@folder}/a.log")
    read
    assert_equal [[:vanished]], @report.said
  end

  test 'a file that is being compressed is read under its plain name, and others are not read' do
    write("one\n")
    write('half', 'a.log.gz')
    write("no\n", 'a.log.bz2')
    assert_equal ['one'], read
    assert_equal [], @report.said
  end

  test 'a broken compressed file is told of' do
    write('no gzip at all', 'a.log.1.gz')
    assert_equal [], read
    assert_equal [[:unreadable, 'a.log.1.gz', Zlib::GzipFile::Error]], @report.said
  end

  test 'a line that is too long comes in pieces' do
    write("#{'x' * 2500}\nshort\n")
    assert_equal [1000, 1000, 500, 5], read.map(&:size)
  end
end
