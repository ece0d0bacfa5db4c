# frozen_string_literal: true

require 'json'

# The cases of test/fluentd/cases that say which documents lines become, as a reader of Ruby sees them: `lines` and as
# many `documents`. A line is a text, or parts of one, or has bytes in `base64`, and may have a `time`. A document has
# what is to be seen of it: its `message` where it is not the line, `json` where there is any (`true`: as other readers
# of JSON have it), `promoted` with the fields that were moved out of it, `marked` with the reason where it is a
# pipeline error.
module DocumentCases
  FOLDER = File.expand_path('../../../../fluentd/cases', __dir__)
  START = Time.utc(2026, 11, 25, 7)

  Line = Struct.new(:time, :bytes)
  Case = Struct.new(:name, :lines, :documents)

  module_function

  def all
    Dir[File.join(FOLDER, '*.json')].flat_map { |file| cases_of(File.basename(file, '.json'), File.read(file)) }
  end

  def cases_of(theme, text)
    JSON.parse(text).select { |json| json['documents'] }.map do |json|
      lines = json['lines'].each_with_index.map { |line, index| line_of(line, index) }
      Case.new("#{theme}: #{json['title']}", lines, json['documents'])
    end
  end

  def line_of(json, index)
    time = json['time'] if json.is_a?(Hash)
    Line.new(time || (START + (index * 0.00002r)).iso8601(9), bytes(json).dup.force_encoding(Encoding::UTF_8))
  end

  def bytes(json)
    case json
    when String then json
    when Array then json.map { |part| part.is_a?(String) ? part : repeated(part) }.join
    else json.key?('base64') ? json['base64'].unpack1('m0') : bytes(json['text'])
    end
  end

  def repeated(part)
    return part['repeat'] * part['times'] unless part['numbered']

    Array.new(part['times']) { |number| part['repeat'].gsub('#', number.to_s) }.join
  end
end
