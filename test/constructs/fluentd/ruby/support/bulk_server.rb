# frozen_string_literal: true

require 'json'
require 'openssl'
require 'socket'
require 'tmpdir'
require_relative 'certificate'

# A server over TLS on a port of its own that answers as a test says: with `[status, text]`, with `:stored`, or with a
# fault: `:close` (no answer), `:cut` (half an answer) or `:hang`.
class BulkServer
  Request = Struct.new(:path, :headers, :body) do
    # The documents with their ids.
    def documents
      body.each_line.each_slice(2).map do |action, document|
        JSON.parse(document).merge('_id' => JSON.parse(action)['create']['_id'])
      end
    end
  end

  attr_reader :requests, :connections, :ca_file

  # Called instead of reading the body if the client asks first; nil to let it come.
  attr_writer :asked

  # Whether a connection is closed after each answer, without a word.
  attr_writer :forgetful

  def initialize(&answer)
    @answer = answer || ->(_request) { :stored }
    @requests = []
    @connections = 0
    @folder = Dir.mktmpdir
    certificate = Certificate.new
    @context = certificate.context
    @ca_file = File.join(@folder, 'ca.crt').tap { |path| File.write(path, certificate.to_pem) }
    @server = TCPServer.new('127.0.0.1', 0)
    @threads = [Thread.new { accept }]
  end

  def url
    "https://localhost:#{@server.addr[1]}"
  end

  def answer(&block)
    @answer = block
  end

  def stop
    @server.close
    @threads.each(&:kill)
    FileUtils.rm_rf(@folder)
  end

  private

  def accept
    loop do
      plain = @server.accept
      @connections += 1
      @threads << Thread.new { serve(OpenSSL::SSL::SSLSocket.new(plain, @context)) }
    end
  rescue IOError, SystemCallError
    nil # it was stopped
  end

  def serve(socket)
    socket.sync_close = true
    socket.accept
    while (line = socket.gets)
      break unless exchange(socket, line.split[1], headers(socket))
    end
  rescue IOError, SystemCallError, OpenSSL::SSL::SSLError
    nil # the client went
  ensure
    socket.close
  end

  def headers(socket)
    lines = []
    while (line = socket.gets.chomp) != ''
      lines << line.split(': ', 2)
    end
    lines.to_h { |name, value| [name.downcase, value] }
  end

  def exchange(socket, path, headers)
    if headers['expect']
      early = @asked&.call
      return respond(socket, early) if early

      socket.write("HTTP/1.1 100 Continue\r\n\r\n")
    end
    request = Request.new(path, headers, socket.read(headers['content-length'].to_i))
    @requests << request
    answer = @answer.call(request)
    respond(socket, answer == :stored ? stored(request) : answer)
  end

  def stored(request)
    items = Array.new(request.body.count("\n") / 2) { { 'create' => { 'status' => 201 } } }
    [200, JSON.generate('errors' => false, 'items' => items)]
  end

  # Whether the connection goes on.
  def respond(socket, answer)
    case answer
    when :close then nil
    when :hang then sleep
    when :cut then socket.write("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"errors\":false") && nil
    else
      socket.write("HTTP/1.1 #{answer[0]} X\r\ncontent-length: #{answer[1].bytesize}\r\n\r\n#{answer[1]}")
      !@forgetful
    end
  end
end
