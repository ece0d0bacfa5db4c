# frozen_string_literal: true

require 'json'

# Says where patterns match texts: of a file of JSON with a list of `source` and `texts` it prints, for each text, null or
# where the match begins and ends, in characters, and what its named groups are.
matches = JSON.parse(File.read(ARGV.fetch(0))).map do |pattern|
  regexp = Regexp.new(pattern['source'], timeout: 5)
  pattern['texts'].map do |text|
    match = regexp.match(text)
    match && { at: [match.begin(0), match.end(0)], groups: match.named_captures }
  end
rescue RegexpError => e
  e.message
end
puts JSON.generate(matches)
