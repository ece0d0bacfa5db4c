# frozen_string_literal: true

require 'test/unit'
require 'tmpdir'
require_relative '../../../../../constructs/fluentd/ruby/dead_letters/dead_letter_files'

class DeadLetterFilesTest < Test::Unit::TestCase
  setup do
    @parent = Dir.mktmpdir
    @folder = File.join(@parent, 'dead-letters')
    @removed = []
  end

  teardown { FileUtils.rm_rf(@parent) }

  def files(max_file_size: 30, max_size: 60)
    Efk::DeadLetterFiles.new(@folder, max_file_size: max_file_size, max_size: max_size) { |*file| @removed << file }
  end

  def append(*texts, files: self.files)
    files.append(texts.map { |text| "#{text}\n" }) { |_| nil }
  end

  def content
    Dir.children(@folder).grep(/jsonl/).sort.to_h { |name| [name, File.read(File.join(@folder, name)).split("\n")] }
  end

  def bytes
    Efk::DeadLetterFiles.list(@folder).sum { |path| File.size(path) }
  end

  test 'lines are appended to one file until it is full' do
    append('a' * 9, 'b' * 9)
    append('c' * 9)
    append('d' * 9)

    assert_equal({ '00000001.jsonl' => %w[a b c].map { |c| c * 9 }, '00000002.jsonl' => ['d' * 9] }, content)
    assert_equal(40, bytes)
  end

  test 'only the oldest file is removed when all are too large, and counted' do
    append(*('a'..'g').map { |c| c * 9 })

    assert_equal({ '00000002.jsonl' => %w[d e f].map { |c| c * 9 }, '00000003.jsonl' => ['g' * 9] }, content)
    assert_equal([[3, 30]], @removed)
  end

  test 'a line that is larger than a file has one of its own' do
    append('a', 'b' * 40, 'c')

    assert_equal({ '00000001.jsonl' => ['a'], '00000002.jsonl' => ['b' * 40], '00000003.jsonl' => ['c'] }, content)
  end

  test 'the size never exceeds its bound, whatever comes' do
    random = Random.new(1)
    200.times do
      append(*Array.new(random.rand(1..5)) { 'x' * random.rand(0..28) })
      assert_true(bytes <= 60)
    end
    assert_true(bytes > 20)
  end

  test 'nothing is added to a file that is being sent, but it counts' do
    append('a' * 19)
    File.rename("#{@folder}/00000001.jsonl", "#{@folder}/00000001.jsonl.sending")
    append('b' * 29, 'c' * 19)

    assert_equal(%w[00000002.jsonl 00000003.jsonl], content.keys)
    assert_equal([[1, 20]], @removed)
  end

  test 'files may vanish' do
    append('a')
    FileUtils.rm_rf(@folder)
    append('b')

    assert_equal({ '00000001.jsonl' => ['b'] }, content)
  end

  test 'nobody else can read them' do
    append('a')

    modes = ['', 'lock', '00000001.jsonl'].map { |name| File.stat("#{@folder}/#{name}").mode & 0o777 }
    assert_equal([0o700, 0o600, 0o600], modes)
  end

  test 'half a line that the disk took is taken back' do
    append('a')
    limit = Process.getrlimit(:FSIZE)
    trap('XFSZ', 'IGNORE')
    safe = 0
    Process.setrlimit(:FSIZE, 8, limit[1])
    assert_raise(Errno::EFBIG) { files.append(%W[b\n cccccccccc\n]) { |more| safe += more } }
  ensure
    Process.setrlimit(:FSIZE, *limit)
    append('d')
    assert_equal({ '00000001.jsonl' => %w[a d] }, content)
    assert_equal(0, safe)
  end

  test 'several threads do not disturb each other' do
    files = self.files(max_file_size: 1000, max_size: 100_000)
    Array.new(4) { |n| Thread.new { 50.times { |m| append("#{n}-#{m}", files: files) } } }.each(&:join)

    assert_equal(200, content.values.flatten.uniq.size)
  end
end
