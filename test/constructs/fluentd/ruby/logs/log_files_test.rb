# frozen_string_literal: true

require 'forwardable'
require 'test/unit'
require_relative '../support/log_folder'
require_relative '../../../../../constructs/fluentd/ruby/logs/log_directory'
require_relative '../../../../../constructs/fluentd/ruby/logs/log_files'
require_relative '../../../../../constructs/fluentd/ruby/logs/positions'

class LogFilesTest < Test::Unit::TestCase
  extend Forwardable

  def_delegators :@folder, :path, :write, :rotate, :compress

  # Keeps what is reported.
  class Report
    attr_reader :told

    def initialize
      @told = []
    end

    def lost(path, bytes)
      @told << [:lost, File.basename(path), bytes]
    end

    def unreadable(path, error)
      @told << [:unreadable, File.basename(path), error.class]
    end
  end

  setup do
    @folder = LogFolder.new
    @now = 0.0
    restart
  end

  teardown do
    @positions.close
    @folder.remove
  end

  # A new process with the positions that the last one has saved.
  def restart
    @positions&.close
    @report = Report.new
    @positions = Efk::Positions.new(@folder.positions)
    @files = Efk::LogFiles.new(path(''), LogFolder::LOG, @positions, @report)
    @directory = Efk::LogDirectory.new(@folder.pods, [], @report) { true }
  end

  # Reads until there is nothing more, +deliver+ing it or not.
  def read(deliver: true)
    look
    lines = []
    loop { read_some(lines) or break }
    deliver ? @files.commit([]) : @files.rewind
    lines
  end

  def look
    @now += 10
    run = @directory.runs.find { |found| found.number == '0' }
    run ? @files.update(run.names, active: run.active) : @files.remove
  end

  def read_some(lines)
    keep = ->(buffer, from, to, offset) { lines << [buffer[from...to], offset] }
    file = @files.current or return
    file.each_line(7, &keep) || @files.finish(file, @now, &keep) || @files.finish(file, @now += 2, &keep)
  end

  def texts(...)
    read(...).map(&:first)
  end

  test 'lines have the offsets at which they begin, also those behind the end of a block' do
    write("one\ntwo and more\nthree\nfo")
    assert_equal([['one', 0], ['two and more', 4], ['three', 17]], read)
    write("ur\n")
    assert_equal([['four', 23]], read)
  end

  test 'a file without a complete line is not there yet' do
    write('half a li')
    assert_equal([], read)
    write("ne\n")
    assert_equal(['half a line'], texts)
  end

  test 'after a restart it goes on behind what was delivered' do
    write("one\ntwo\n")
    read
    write("three\n")
    assert_equal(['three'], texts(deliver: false))
    restart
    assert_equal(['three'], texts)
    restart
    assert_equal([], texts)
  end

  test 'a rotated file is read to its end before the next one' do
    write("one\n")
    read
    write("last of the first\n")
    rotate('0.log.20261125-070000')
    write("first of the second\n")
    assert_equal(['last of the first', 'first of the second'], texts)
  end

  test 'files that were rotated and compressed while nobody read are read in their order, from where it stopped' do
    write("a1\na2\n")
    read
    write("a3\n")
    %w[b c].each.with_index do |letter, index|
      rotate("0.log.2026112#{index}-070000")
      compress("0.log.2026112#{index}-070000")
      write("#{letter}1\n")
    end
    restart
    assert_equal(%w[a3 b1 c1], texts)
    restart
    assert_equal([], texts)
  end

  test 'a file that is compressed while it is read is read once' do
    write("one\ntwo\n")
    read
    rotate('0.log.20261125-070000')
    write("three\n")
    assert_equal(['three'], texts)
    compress('0.log.20261125-070000')
    assert_equal([], texts)
    assert_equal([], @report.told)
  end

  test 'compressed before it was delivered: what is left is read from the compressed file' do
    write("one\ntwo\n")
    texts(deliver: false)
    rotate('0.log.20261125-070000')
    compress('0.log.20261125-070000')
    write("three\n")
    restart
    assert_equal(%w[one two three], texts)
  end

  test 'a file that is cut in place is another one' do
    write("before 1\nbefore 2\n")
    assert_equal(['before 1', 'before 2'], texts)
    File.write(path('0.log'), "after\n")
    assert_equal(['after'], texts)
    File.write(path('0.log'), "and longer than it was before\n")
    assert_equal(['and longer than it was before'], texts)
  end

  test 'what is written after a cut that nobody has seen yet is not taken for what was appended' do
    write("one\n")
    read
    File.write(path('0.log'), "two\nthree\n")
    lines = []
    read_some(lines)
    assert_equal([[], %w[two three]], [lines, texts])
  end

  test 'a file that is removed while it is open is read to its end, and its half line as well' do
    write("one\n")
    read
    write("two\nhal")
    @folder.delete
    assert_equal(%w[two hal], texts)
    texts
    assert(@files.done?)
    assert_equal([[], []], [@positions.ids, @report.told])
  end

  test 'files that were removed before they were read are told, with their size' do
    write("one\n")
    look
    rotate('0.log.20261125-070000')
    write("two\n")
    look
    rotate('0.log.20261126-070000')
    write("three\n")
    look
    File.delete(path('0.log.20261126-070000'))
    assert_equal(%w[one three], texts)
    assert_equal([[:lost, '0.log.20261126-070000', 4]], @report.told)
  end

  test 'what was written between two looks counts, also when the file has another name by then' do
    write("first\n")
    look
    rotate('0.log.20261125-070000')
    write("one\n")
    look
    write("two\n")
    rotate('0.log.20261126-070000')
    look
    write("three\n", '0.log.20261126-070000')
    compress('0.log.20261126-070000')
    look
    File.delete(path('0.log.20261126-070000.gz'))
    look
    assert_equal([[:lost, '0.log.20261126-070000.gz', 14]], @report.told)
  end

  test 'a compressed file that is removed before it was delivered is read again, and then the next one' do
    write("one\n")
    rotate('0.log.20261125-070000')
    compress('0.log.20261125-070000')
    write("two\n")
    assert_equal(%w[one two], read(deliver: false).map(&:first))
    File.delete(path('0.log.20261125-070000.gz'))
    assert_equal([%w[one two], []], [texts, @report.told])
  end

  test 'the end of a gzip file may be missing' do
    write("one\n" * 10_000)
    rotate('0.log.20261125-070000')
    compress('0.log.20261125-070000')
    File.truncate(path('0.log.20261125-070000.gz'), 60)
    look
    error = assert_raise_kind_of(Zlib::Error) { loop { read_some([]) or break } }
    assert_kind_of(Zlib::Error, error)
  end

  test 'a link is followed, and another file behind it is read too' do
    2.times { |index| File.write(File.join(@folder.root, "docker-#{index}"), "line #{index}\n") }
    2.times do |index|
      FileUtils.ln_sf(File.join(@folder.root, "docker-#{index}"), path('0.log'))
      assert_equal(["line #{index}"], texts)
    end
  end

  test 'a link that leads nowhere is told' do
    FileUtils.ln_s('/nowhere/docker', path('0.log'))
    assert_equal([], texts)
    assert_equal([[:unreadable, '0.log', Errno::ENOENT]], @report.told)
  end

  test 'other files are not read' do
    %w[0.log.tmp 0.log.20261125-070000.tmp notes.txt 0.log.bak].each { |name| write("x\n", name) }
    assert_equal([], @directory.runs)
  end

  test 'no position passes a line that is held, in this file or a later one' do
    write("one\ntwo\n")
    look
    file = @files.current
    read_some([])
    held = Struct.new(:file, :from).new(file, 4)
    @files.commit([held])
    restart
    assert_equal(['two'], texts)
  end
end
