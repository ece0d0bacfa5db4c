/** As people write it: comments everywhere, tags with spaces, values in every form, files that are included. */
export const BY_HAND = `\
# Everything of the image

@include "#{ENV['SYSTEMD_CONF'] || 'systemd'}.conf"
include conf.d/*.conf  # an old spelling

# Reads
#   the logs of containers
<source>
  @type tail # of all
  path /var/log/*.log,/var/log/a b.log
  read_from_head
  exclude_path ["#{ENV['EXCLUDED']}", # given
    "/var/log/#1.log"]
  <parse>
    @type "#{ENV['PARSER']}"
    format1 /^(?<a>[^ ]*) "(?<b>#x)"/
    @include parse.conf
  </parse>
</source>

# Not about the match

<match "#{ENV['TAG']}" >  # all
  @type copy
  <store ignore_error
  > # the only one
    @type stdout
    note "a
b \\
  c\\td"
    table {"a": {"b": [1, 2.50]}}
    note 'the last one, it\\'s counted'
  </store >
</match>
`;

/** Ruby with everything in it that makes its end hard to find. */
export const RUBY = [
  "ENV['A'] || '}'",
  'ENV.fetch("A") { "{" }',
  '[1, 2].map { |x| x }.join("}")',
  '%w[a } b].join',
  '%q{a{b}c}',
  '%Q(#{1 + 1})',
  'a =~ /[}"]/ ? ?} : "}"',
  '/#{"}"}/.source',
  '`echo }`',
  '"#{"}"}"',
  "'\\'}'",
  "{ 'a' => 1 }['a']",
  '1 / 2 % 3',
  '1 # }\n',
  'if /}/ then 1 end',
  '',
];
