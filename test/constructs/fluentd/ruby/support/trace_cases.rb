# frozen_string_literal: true

require 'json'

# The cases of test/fluentd/cases that say which lines make one event; their form is in test/fluentd/cases/README.md.
module TraceCases
  FOLDER = File.expand_path('../../../../fluentd/cases', __dir__)

  # Lines of an event on a stream, some seconds after the event before.
  Event = Struct.new(:lines, :stream, :after) do
    def text = lines.join("\n")
  end

  # +log+ is what the runtime wrote, line by line, where that is not what it always writes.
  Case = Struct.new(:name, :events, :mixed, :log) do
    # All lines in the order in which they are written: [event, text].
    def written
      lines = events.map { |event| event.lines.map { |text| [event, text] } }
      return lines.flatten(1) unless mixed

      Array.new(lines.map(&:size).max) { |row| lines.filter_map { |of_event| of_event[row] } }.flatten(1)
    end
  end

  module_function

  def all
    Dir[File.join(FOLDER, '*.json')].flat_map { |file| read(file) }
  end

  def read(file)
    JSON.parse(File.read(file, encoding: 'UTF-8')).select { |json| json['events'] }.map do |json|
      events = json['events'].flat_map { |event| events_of(event, json['stream'] || 'stdout') }
      name = "#{File.basename(file, '.json')}: #{json['title']}"
      Case.new(name, events, json['mixed'], json['log']&.map { |line| text(line) })
    end
  end

  def events_of(json, stream = 'stdout')
    json = { 'lines' => json } if json.is_a?(Array)
    lines = json['lines'].map { |line| text(line) }
    Array.new(json['times'] || 1) { Event.new(lines, json['stream'] || stream, json['after'] || 0) }
  end

  def text(line)
    Array(line).map { |part| part.is_a?(String) ? part : part['repeat'] * part['times'] }.join
  end
end
